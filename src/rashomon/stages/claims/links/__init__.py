"""Links: what leads to what, as a report words it."""
