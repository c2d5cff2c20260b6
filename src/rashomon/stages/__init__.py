"""One folder a stage; none imports another. A stage is a function from values to values."""
