"""Own reports: several of one happening share its people, places and subjects, and no sentence."""

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


def casts(count: int, rng: np.random.Generator) -> np.ndarray:
    """For each of `count` happenings and each class, `CAST` words; shape (count, classes, CAST)."""
    words = vocabulary()
    kinds = len(words.classes)
    drawn = words.table[(np.arange(kinds)[:, None] << DEEP) | rng.integers(1 << DEEP, size=(count, kinds, CAST))]
    for name, few in FEW.items():
        kind = words.classes[name]
        drawn[:, kind] = drawn[:, kind, np.arange(CAST) % few]
    return drawn


def drawn_words(kind: np.ndarray, event: np.ndarray, cast: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A word of each `kind`, of the happening's own or of the language at large; `kind` below 0 gives any word."""
    words = vocabulary()
    often = np.zeros(len(words.classes), np.float32)
    for name, share in OFTEN.items():
        often[words.classes[name]] = share
    bits = rng.integers(1 << DEEP, size=len(kind), dtype=np.int32)
    at_large = words.table[(kind << DEEP) | bits]
    own = cast[event, kind, bits % CAST]
    return np.where(rng.random(len(kind), dtype=np.float32) < often[kind], own, at_large)


def written(event: np.ndarray, cast: np.ndarray, root: int, mean: float, rng: np.random.Generator) -> Texts:
    """One report for each entry of `event` (a row of `cast`); roots are counted from `root`."""
    given, size = shapes(), vocabulary().size
    counts = np.clip(rng.lognormal(np.log(mean) - 0.08, 0.4, len(event)), 5, 4 * mean).astype(np.int64)
    total = int(counts.sum())
    shape = rng.integers(len(given.cuts) - 1, size=total)
    sizes = np.diff(given.cuts)[shape]
    slot = spread(given.cuts[shape], sizes)
    of_event = np.repeat(np.repeat(event, counts), sizes)
    kind = given.kind[slot]
    word = np.where(kind < 0, given.word[slot], drawn_words(kind, of_event, cast, rng))
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
