"""Who said what: statements, and the scopes of attribution that they and other cues open."""

from rashomon.stages.claims.found import Attributed
from rashomon.stages.claims.sentence import Article


def attribute(article: Article) -> Attributed:
    """All statements of one report, and who vouches for which of its words."""
    return Attributed()
