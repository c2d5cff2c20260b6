"""Stage 6: each distinct sentence of a story is read once by the language model."""

from rashomon.stages.reading.batches import Batch, read_batch
from rashomon.stages.reading.look import Look
from rashomon.stages.reading.models import ENGLISH, Reader, installed_model, reads
from rashomon.stages.reading.read import LONGEST, part_read, read, reading_id

__all__ = [
    "ENGLISH",
    "LONGEST",
    "Batch",
    "Look",
    "Reader",
    "installed_model",
    "part_read",
    "read",
    "read_batch",
    "reading_id",
    "reads",
]
