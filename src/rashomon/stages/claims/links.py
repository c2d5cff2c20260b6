"""Links: what a report says leads to what."""

from rashomon.stages.claims.found import FoundLink
from rashomon.stages.claims.sentence import Article


def find_links(article: Article) -> tuple[FoundLink, ...]:
    """All links of one report, in order of the text."""
    return ()
