"""Stage 7: persons, organisations, places and groups, one row each over all spellings and reports."""

from rashomon.stages.entities.judged import judged, readable
from rashomon.stages.entities.link import link

__all__ = ["judged", "link", "readable"]
