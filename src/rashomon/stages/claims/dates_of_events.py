"""When an event was, by the date expressions of its clause."""

from importlib import import_module
from importlib.util import find_spec

from rashomon.model.measure import When
from rashomon.stages.claims.clause import clause_span
from rashomon.stages.claims.sentence import Article, Sentence


def when(article: Article, sentence: Sentence, token: int) -> When | None:
    """The interval of the clause's own date expression; None where it has none."""
    if find_spec("rashomon.stages.claims.dating"):
        found: When | None = import_module("rashomon.stages.claims.dating").date_of(article, sentence, token)
        return found
    times = [time for time in article.times_in(*clause_span(sentence, token)) if time.when and not time.is_set]
    return times[0].when if times else None
