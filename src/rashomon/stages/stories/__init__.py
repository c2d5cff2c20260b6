"""Reports about one happening: `cluster` puts them together and gives each its day."""
