"""The words at the ends of a link."""

from rashomon.model.reading import Reading
from rashomon.stages.claims.clause import trimmed
from rashomon.stages.claims.grammar import below, is_verb, noun_phrase
from rashomon.stages.claims.sentence import Sentence
from rashomon.stages.claims.subjects import conjunct_head

Span = tuple[int, int]


def is_clause(reading: Reading, head: int) -> bool:
    return is_verb(reading, head) or reading.tokens[head].pos in {"AUX", "VERB"}


def reach(reading: Reading, head: int, last: int) -> tuple[int, int]:
    """All that hangs on the head behind the phrase, without a break."""
    held = set(reading.subtree(head))
    for i in below(reading, head, "conj"):
        if is_verb(reading, i) and conjunct_head(reading, i) != head:
            held -= set(reading.subtree(i))
    until = last
    while (until in held and reading.tokens[until].text.casefold() != "according") or until <= head:
        until += 1
    return last, _past_bracket(reading, until)


def _past_bracket(reading: Reading, until: int) -> int:
    """Past a remark in brackets that follows: it belongs to what stands before it."""
    if until < len(reading.tokens) and reading.tokens[until].text == "(":
        closing = (i + 1 for i in range(until, len(reading.tokens)) if reading.tokens[i].text == ")")
        return next(closing, until)
    return until


def cleaned(sentence: Sentence, span: Span) -> Span | None:
    """The span cut to whole words, without marks and conjunctions at its ends."""
    inside = [i for i, t in enumerate(sentence.tokens) if span[0] <= t.start + sentence.start < span[1]]
    if not inside:
        return None
    return sentence.span(*trimmed(sentence.reading, inside[0], inside[-1] + 1, None))


_PHRASE = frozenset({"of", "in", "over", "for", "on", "from", "against", "to", "by", "at", "about"})
# What follows a cause with these is what it was about, whatever the parser ties it to.
_LOOSE = frozenset({"over", "of", "about"})


_EMPTY = frozenset({"fact", "claim", "idea"})


def phrase_span(sentence: Sentence, head: int) -> Span:
    """A noun with the phrases behind it, those among them that the parser gave to the verb before."""
    reading = sentence.reading
    first, last = noun_phrase(reading, head, _PHRASE)
    if reading.tokens[head].lemma in _EMPTY and below(reading, head, "acl", "ccomp"):  # "the fact that gangs …"
        return sentence.span(*trimmed(reading, first, reach(reading, head, head)[1], head))
    while last < len(reading.tokens) and reading.tokens[last].dep == "prep" and reading.tokens[last].lemma in _LOOSE:
        if reading.tokens[last].head > last:
            break
        last = max(last + 1, reach(reading, last, last)[1])
    return sentence.span(first, last)


def infinitive_span(sentence: Sentence, verb: int) -> Span:
    first, last = reach(sentence.reading, verb, verb)
    return sentence.span(*trimmed(sentence.reading, first, last, verb))
