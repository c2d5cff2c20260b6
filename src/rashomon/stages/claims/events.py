"""Events: who did what to whom."""

from rashomon.stages.claims.found import FoundEvent
from rashomon.stages.claims.sentence import Article


def find_events(article: Article) -> tuple[FoundEvent, ...]:
    """All events of one report, in order of the text."""
    return ()
