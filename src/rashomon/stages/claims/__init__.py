"""Stage 8: what each report says. One thing that one report says is one claim."""

from rashomon.stages.claims.extract import extract

__all__ = ["extract"]
