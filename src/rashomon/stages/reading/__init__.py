"""Stage 6: each distinct sentence of a story is read once by the language model."""

from rashomon.stages.reading.models import ENGLISH, Reader, installed_model, reads
from rashomon.stages.reading.read import read, reading_id

__all__ = ["ENGLISH", "Reader", "installed_model", "read", "reading_id", "reads"]
