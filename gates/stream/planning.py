"""Who copies whom."""

import numpy as np

from stream.making import Plan
from stream.settings import Settings
from stream.texts import Texts


def planned(
    way: np.ndarray, lifts: np.ndarray, book: Texts, ancient: int, settings: Settings, rng: np.random.Generator
) -> Plan:
    """Whom each copies: a few the archive, the others anyone of the last block and this one whose text is not too far down a chain."""
    near = ancient + np.flatnonzero(book.depth[ancient:] < settings.deepest)
    far = np.flatnonzero(book.depth[:ancient] < settings.deepest)
    origin, second = rng.choice(near, len(way)), rng.choice(near, len(way))
    if len(far):
        origin = np.where(rng.random(len(way)) < settings.old, rng.choice(far, len(way)), origin)
    related = rng.random(len(way)) < settings.related
    second[related] = _of_one_happening(origin[related], second[related], near, book, rng)
    while (same := book.number[second] == book.number[origin]).any():
        second[same] = rng.choice(near, int(same.sum()))
    return Plan(way, origin, second, np.cumsum(lifts) - 1)


def _of_one_happening(
    origin: np.ndarray, second: np.ndarray, near: np.ndarray, book: Texts, rng: np.random.Generator
) -> np.ndarray:
    """For each origin an own report of the same happening with another beginning; where there is none, the one that is given."""
    own = near[book.depth[near] == 0]
    own = own[np.argsort(book.event[own], kind="stable")]
    low, high = (np.searchsorted(book.event[own], book.event[origin], side) for side in ("left", "right"))
    found = own[np.minimum(low + rng.integers(1 << 30, size=len(origin)) % np.maximum(high - low, 1), len(own) - 1)]
    lead = book.root[book.first]
    return np.where((high > low) & (lead[found] != lead[origin]), found, second)
