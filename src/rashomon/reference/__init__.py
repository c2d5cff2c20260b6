"""Tables of the world: agencies and outlets, places and countries, roles. Data files with their sources named, and their loaders."""
