"""Own reports: several of one happening share its people, places and subjects, and no sentence."""

from functools import cache

import numpy as np

from stream.ragged import cuts_of, spread
from stream.shapes import shapes
from stream.texts import Texts
from stream.words import DEEP, vocabulary

CAST = 32  # words of each class that belong to a happening
FEW = {
    "first": 6,
    "last": 6,
    "place": 5,
    "number": 12,
    "day": 2,
    "month": 1,
    "year": 3,
}  # of these, so many different ones
OFTEN = {
    "first": 0.9,
    "last": 0.9,
    "place": 0.8,
    "day": 0.8,
    "month": 0.9,
    "noun": 0.5,
    "nouns": 0.5,
    "adj": 0.4,
    "verb": 0.3,
    "number": 0.3,
}


def scattered(event: np.ndarray, kind: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Random bits that are the same for the same happening, class and place in its cast (the finisher of splitmix64)."""
    with np.errstate(over="ignore"):
        x = (event.astype(np.uint64) * np.uint64(64) + kind.astype(np.uint64)) * np.uint64(64) + place.astype(np.uint64)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (x >> np.uint64(64 - DEEP)).astype(np.int32)


@cache
def habits() -> tuple[np.ndarray, np.ndarray]:
    """For each class: how often a word is of the happening's own, and how many of these there are."""
    words = vocabulary()
    often, few = np.zeros(len(words.classes), np.float32), np.full(len(words.classes), CAST)
    for name, kind in words.classes.items():
        often[kind], few[kind] = OFTEN.get(name, 0), FEW.get(name, CAST)
    return often, few


def drawn_words(kind: np.ndarray, event: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A word of each `kind`, of the happening's own or of the language at large."""
    words, (often, few) = vocabulary(), habits()
    bits = rng.integers(1 << DEEP, size=len(kind), dtype=np.int32)
    own = np.flatnonzero(rng.random(len(kind), dtype=np.float32) < often[kind])
    bits[own] = scattered(event[own], kind[own], bits[own] % few[kind[own]])
    found: np.ndarray = words.table[(kind << DEEP) | bits]
    return found


def written(event: np.ndarray, root: int, mean: float, rng: np.random.Generator) -> Texts:
    """One report for each entry of `event`, the number of a happening; roots are counted from `root`."""
    given, size = shapes(), vocabulary().size
    counts = np.clip(rng.lognormal(np.log(mean) - 0.08, 0.4, len(event)), 5, 4 * mean).astype(np.int64)
    total = int(counts.sum())
    shape = rng.integers(len(given.cuts) - 1, size=total)
    sizes = np.diff(given.cuts)[shape]
    slot = spread(given.cuts[shape], sizes)
    of_event = np.repeat(np.repeat(event, counts), sizes)
    kind = given.kind[slot]
    word = np.where(kind < 0, given.word[slot], drawn_words(kind, of_event, rng))
    opens = rng.random(total) < 0.45
    opens[cuts_of(counts)[:-1]] = True
    unset, blank = np.full(total, -1), np.zeros(len(event), np.int64)
    return Texts(
        pieces=(given.variant[slot] * size + word).astype(np.int32),
        sizes=sizes,
        root=root + np.arange(total),
        opens=opens,
        start=unset,
        end=unset,
        counts=counts,
        number=blank,
        depth=blank,
        minute=blank,
        outlet=blank,
        event=event,
    )
