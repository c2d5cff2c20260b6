"""What later reports say against persons' judgements: nothing is decided anew, it is pointed out."""

from rashomon.stages.reconcile.flags.find import flagged

__all__ = ["flagged"]
