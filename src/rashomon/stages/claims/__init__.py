"""Stage 8: what each report says. One thing that one report says is one claim."""

from rashomon.stages.claims.corrections import readable
from rashomon.stages.claims.extract import extract
from rashomon.stages.claims.judged import judged
from rashomon.stages.claims.words import telling_words

__all__ = ["extract", "judged", "readable", "telling_words"]
