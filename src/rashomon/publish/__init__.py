"""A record for people: the page (one file), the terminal, tables."""
