"""Date expressions: found, and each told as an interval."""
