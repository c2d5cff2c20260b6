"""Stages 9 and 10: what the reports agree and differ on, and the record that holds it all."""

from rashomon.stages.reconcile.assemble import Run, Told, assemble, settings_digest
from rashomon.stages.reconcile.decide import decide
from rashomon.stages.reconcile.flags import flagged
from rashomon.stages.reconcile.judged import as_judged, counting, ratings, readable
from rashomon.stages.reconcile.origins import with_origins, with_text_voices
from rashomon.stages.reconcile.settings import Settings
from rashomon.stages.reconcile.shown import shown

__all__ = [
    "Run", "Settings", "Told", "as_judged", "assemble", "counting", "decide", "flagged", "ratings", "readable", "settings_digest", "shown", "with_origins", "with_text_voices",
]  # fmt: skip
