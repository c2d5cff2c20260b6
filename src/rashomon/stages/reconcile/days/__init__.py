"""The timeline: what happened when, in a report's own sentences."""
