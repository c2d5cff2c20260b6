"""Stage 7: persons, organisations, places and groups, one row each over all spellings and reports."""

from rashomon.stages.entities.link import link

__all__ = ["link"]
