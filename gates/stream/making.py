"""Copies: whole, edited, cut from the end, some sentences lifted into an own report, two merged."""

from dataclasses import dataclass

import numpy as np

from stream.ragged import cuts_of, spread
from stream.settings import Settings
from stream.texts import Texts
from stream.words import DEEP, PLAIN, vocabulary

LIFTS = ("lifted", "lifted edited")
CUT = (0.35, 0.8)  # what is left of a cut report
MERGED = (0.4, 0.75)  # what is taken of each of two
LIFTED = 3  # sentences at most
DROPPED = 0.2  # of the words that an editor touches, if they stand between others; the rest are replaced
GROWN = 0.15  # words put in, for each word that is touched


@dataclass(frozen=True)
class Plan:
    """For each copy: `way` (place in `WAYS`), `origin` and `second` (places in the pool), `body` (place among the own bodies; only where
    sentences are lifted)."""

    way: np.ndarray
    origin: np.ndarray
    second: np.ndarray
    body: np.ndarray


def made(
    plan: Plan, ways: tuple[str, ...], pool: Texts, bodies: Texts, settings: Settings, rng: np.random.Generator
) -> tuple[Texts, np.ndarray]:
    """The copies, and for each of their sentences the pool's sentence that it is from, -1 where it is the copy's own."""
    starts, lengths, rates = _segments(plan, ways, pool, bodies, settings, rng)
    sentence = spread(starts.ravel(), lengths.ravel())
    rate = np.repeat(rates.ravel(), lengths.ravel())
    sizes = np.concatenate([pool.sizes, bodies.sizes])
    pieces = np.concatenate([pool.pieces, bodies.pieces])
    taken = pieces[spread(cuts_of(sizes)[:-1][sentence], sizes[sentence])]
    new, changed = edited(taken, sizes[sentence], rate, rng)
    counts = lengths.sum(axis=1)
    opens = np.concatenate([pool.opens, bodies.opens])[sentence]
    opens[cuts_of(counts)[:-1]] = True
    unset, blank = np.full(len(sentence), -1), np.zeros(len(counts), np.int64)
    lifted = np.isin(plan.way, [ways.index(way) for way in LIFTS])
    depth = np.where(lifted, 1, pool.depth[plan.origin] + 1)
    texts = Texts(
        pieces=new,
        sizes=changed,
        root=np.concatenate([pool.root, bodies.root])[sentence],
        opens=opens,
        start=unset,
        end=unset,
        counts=counts,
        number=blank,
        depth=np.maximum(depth, np.where(plan.way == ways.index("merged"), pool.depth[plan.second] + 1, 0)),
        minute=blank,
        outlet=blank,
        event=pool.event[plan.origin],
    )
    return texts, np.where(sentence < len(pool.sizes), sentence, -1)


def _segments(
    plan: Plan, ways: tuple[str, ...], pool: Texts, bodies: Texts, settings: Settings, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each copy as three runs of sentences of pool and bodies together: first sentence, length, share of words changed."""
    many = len(plan.way)
    starts, lengths = np.zeros((many, 3), np.int64), np.zeros((many, 3), np.int64)
    count = pool.counts[plan.origin]
    starts[:, 0], lengths[:, 0] = pool.first[plan.origin], count
    is_cut, is_merged = plan.way == ways.index("cut"), plan.way == ways.index("merged")
    lengths[is_cut, 0] = _part(count[is_cut], *CUT, rng)
    lengths[is_merged, 0] = _part(count[is_merged], *MERGED, rng)
    starts[:, 1] = pool.first[plan.second]
    lengths[is_merged, 1] = _part(pool.counts[plan.second][is_merged], *MERGED, rng)
    lifted = np.isin(plan.way, [ways.index(way) for way in LIFTS])
    own = plan.body[lifted]
    first, length = len(pool.sizes) + bodies.first[own], bodies.counts[own]
    at = rng.integers(1, length + 1)
    taken = np.minimum(rng.integers(1, LIFTED + 1, len(own)), count[lifted])
    middle = pool.first[plan.origin[lifted]] + rng.integers(0, count[lifted] - taken + 1)
    starts[lifted] = np.stack([first, middle, first + at], axis=1)
    lengths[lifted] = np.stack([at, taken, length - at], axis=1)
    return starts, lengths, _rates(plan.way, ways, settings)


def _part(counts: np.ndarray, least: float, most: float, rng: np.random.Generator) -> np.ndarray:
    return np.maximum(3, np.round(counts * rng.uniform(least, most, len(counts)))).astype(np.int64).clip(max=counts)


def _rates(way: np.ndarray, ways: tuple[str, ...], settings: Settings) -> np.ndarray:
    whole = np.zeros(len(ways))
    whole[ways.index("edited15")], whole[ways.index("edited30")] = settings.lightly, settings.heavily
    part = np.zeros(len(ways))
    part[ways.index("lifted edited")] = settings.lightly
    return np.stack([whole[way], np.where(part[way] > 0, part[way], whole[way]), whole[way]], axis=1)


def edited(
    pieces: np.ndarray, sizes: np.ndarray, rate: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Pieces and sizes of the sentences when in each the share `rate` of the words was touched: mostly another word of the same class,
    sometimes a word less, and now and then a word more. First words and those beside a mark are replaced only."""
    words = vocabulary()
    variant, word = np.divmod(pieces, words.size)
    hit = rng.random(len(pieces), dtype=np.float32) < np.repeat(rate, sizes)
    how = rng.random(len(pieces), dtype=np.float32)
    inside = variant == PLAIN
    dropped = hit & inside & (how < DROPPED)
    grown = hit & inside & (how > 1 - GROWN)
    swapped = np.flatnonzero(hit & ~dropped)
    out = pieces.copy()
    out[swapped] = variant[swapped] * words.size + _another(word[swapped], rng)
    copies = 1 + grown.astype(np.int64) - dropped
    result = np.repeat(out, copies)
    new = (np.cumsum(copies) - 2)[grown]
    result[new] = _any("adv", len(new), rng)
    sentence = np.repeat(np.arange(len(sizes)), sizes)
    return result, sizes + np.bincount(sentence, copies - 1, len(sizes)).astype(np.int64)


def _another(word: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Of the same class, and where that is the same word again, any function word."""
    words = vocabulary()
    drawn: np.ndarray = words.table[
        (words.kind[word] << DEEP) | rng.integers(1 << DEEP, size=len(word), dtype=np.int32)
    ]
    same = np.flatnonzero(drawn == word)
    drawn[same] = _any("word", len(same), rng)
    return drawn


def _any(name: str, count: int, rng: np.random.Generator) -> np.ndarray:
    words = vocabulary()
    drawn: np.ndarray = words.table[(words.classes[name] << DEEP) | rng.integers(1 << DEEP, size=count, dtype=np.int32)]
    return drawn
