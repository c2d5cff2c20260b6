"""Words that can make a claim of a sentence without a verb, number or name: what the look before parsing goes by."""

from collections.abc import Iterator
from functools import cache

from rashomon.stages.claims.events.lexicon import lexicon
from rashomon.stages.claims.figures.measures import table
from rashomon.stages.claims.links.table import cues
from rashomon.stages.claims.statements.cues import english


@cache
def telling_words() -> frozenset[str]:
    """All nouns and adjectives of the tables of events, measures and statements, and the first words of the cues of links, lower case,
    singular and plural."""
    return frozenset(form for word in _words() for form in (word, *_plurals(word)))


def _words() -> Iterator[str]:
    for phrase in lexicon().nouns:
        yield from phrase.split()
    for column in ("nouns", "adjectives", "things"):
        for phrase in table()[column]:
            yield from phrase.split()
    yield from english().noun
    yield from english().adjective
    yield from (cue.words[0] for cue in cues() if cue.words[0] not in _EVERYWHERE)


# First words of cues that stand in any sentence: without a verb there is nothing for them to lead to.
_EVERYWHERE = frozenset({"at", "by", "for", "in", "on", "of", "out", "so", "with", "to", "the", "as"})


def _plurals(word: str) -> tuple[str, ...]:
    return (word + "s", word + "es", word[:-1] + "ies") if word.endswith("y") else (word + "s", word + "es")
