"""Outlets and the lines that they set under and between what they print: shared by many reports, copied by none."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from stream.words import DEEP, vocabulary

TITLES = "Times Post Courier Herald Gazette Mirror Chronicle Tribune Observer Dispatch News Standard".split()
FOOTERS = (
    "{outlet} is published by the {house} group in {place}. All rights reserved; no part may be used without leave.",
    "Send your tips to the {outlet} desk in {place}. We never name those who write to us.",
    "This report was edited at the {outlet} office in {place}. Readers can ask for a correction at any time.",
    "Support the work of {outlet} with a yearly gift. Our reporters in {place} depend on readers like you.",
)
NEWSLETTERS = (
    "Sign up for the {house} newsletter and get {noun} stories in your inbox every {day} morning.",
    "Listen to the {house} podcast on {noun} and {nouns}, new every {day}.",
    "More on {noun} can be read in our {house} archive, free for subscribers until {month}.",
)


@dataclass(frozen=True)
class Desks:
    """`names[outlet]`; the lines as pieces that follow the vocabulary's: `footer[outlet]` and `newsletter[outlet]` are piece numbers, `forms` and
    `lengths` cover words and lines together."""

    names: list[str]
    footer: np.ndarray
    newsletter: np.ndarray
    forms: np.ndarray
    lengths: np.ndarray


@cache
def desks(outlets: int) -> Desks:
    """The first so many outlets; four of them make one house with one newsletter."""
    words, rng = vocabulary(), np.random.default_rng(60)
    houses = [f"{_word('last', rng)}-{_word('last', rng)}" for _ in range(outlets // 4 + 1)]
    places = list(dict.fromkeys(_word("place", rng) for _ in range(4 * outlets)))
    names = [f"{places[i % len(places)]} {TITLES[i % len(TITLES)]}" for i in range(outlets)]
    feet = [
        _line(FOOTERS[i % len(FOOTERS)], names[i], houses[i // 4], places[i % len(places)], rng) for i in range(outlets)
    ]
    letters = [_line(NEWSLETTERS[i % len(NEWSLETTERS)], "", house, "", rng) for i, house in enumerate(houses)]
    lines = np.array(["\n\n" + line for line in feet + letters], object)
    base = len(words.forms)
    return Desks(
        names=names,
        footer=base + np.arange(outlets),
        newsletter=base + outlets + np.arange(outlets) // 4,
        forms=np.concatenate([words.forms, lines]),
        lengths=np.concatenate([words.lengths, [len(line) for line in lines]]),
    )


def _word(name: str, rng: np.random.Generator) -> str:
    words = vocabulary()
    first = int(np.searchsorted(words.kind, words.classes[name]))
    count = int(np.count_nonzero(words.kind == words.classes[name]))
    return str(words.forms[first + int(rng.integers(count))]).strip()


def _line(form: str, outlet: str, house: str, place: str, rng: np.random.Generator) -> str:
    drawn = {name: _word(name, rng) for name in ("noun", "nouns", "day", "month")}
    return form.format(outlet=outlet, house=house, place=place, **drawn)


def titles(count: int, rng: np.random.Generator) -> list[str]:
    """Headlines, of their own words: no report's first sentence."""
    words = vocabulary()
    slots = [words.classes[name] for name in ("adj", "nouns", "verb", "noun", "prep", "place")]
    drawn = words.table[(np.array(slots) << DEEP) | rng.integers(1 << DEEP, size=(count, len(slots)))]
    return ["".join(row).strip().capitalize() for row in words.forms[drawn].tolist()]
