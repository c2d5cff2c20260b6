"""How each report words the same actor, act or thing (the record's `frames`)."""

from rashomon.stages.wording.frames import frames

__all__ = ["frames"]
