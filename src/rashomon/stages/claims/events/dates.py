"""When an event was, by the date expressions of its clause."""

from rashomon.model.measure import When
from rashomon.stages.claims.clause import clause_span, finite_head
from rashomon.stages.claims.dating import date_of
from rashomon.stages.claims.grammar import below
from rashomon.stages.claims.sentence import Article, Sentence
from rashomon.stages.claims.subjects import conjunct_head

_MEANWHILE = frozenset({"when", "as", "while"})


def when(article: Article, sentence: Sentence, token: int) -> When | None:
    """The interval that the event's clause names, or the clause that it shares its time with; None where neither does.

    A date elsewhere in the sentence is some other event's.
    """
    found = date_of(article, sentence, token)
    if found is None:
        return None
    spans = [clause_span(sentence, token), *_shared(sentence, token)]
    times = article.times_in(sentence.start, sentence.end)
    inside = (t for t in times if t.when == found for s in spans if s[0] <= t.start and t.end <= s[1])
    return found if any(True for _ in inside) else None


def _shared(sentence: Sentence, token: int) -> list[tuple[int, int]]:
    """Where else its time may stand: before the verb that it is joined to ("On Monday rebels came and *burned* it"), and in
    the clause over "when" and "as"."""
    reading = sentence.reading
    head = finite_head(reading, token)
    found = []
    joined = head
    while reading.tokens[joined].dep == "conj" and (over := conjunct_head(reading, joined)) is not None:
        found.append((sentence.start, sentence.span(over, over + 1)[0]))
        joined = over
    words = {reading.tokens[i].text.casefold() for i in below(reading, head, "advmod", "mark")}
    over = reading.tokens[joined].head
    if words & _MEANWHILE and over != joined:
        found.append(clause_span(sentence, over))
    return found
