"""Cuts a batch of texts into words and sentences at once, as `text/segment` and `text/normalize` cut one.

What differs from them: an apostrophe and a stop or comma between digits part words ("1,200" are two), British spelling and
number words are not folded, a dateline does not stand alone, each ideograph is a word, and a sentence of more than
`LONGEST` words is cut in pieces behind words chosen by their hash, so that equal matter is cut alike wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rashomon.stages.lineage.letters import (
    CLOSER,
    FULL_STOP,
    IDEOGRAPH,
    LINE,
    LOWER,
    MARK,
    OPENER,
    SPACE,
    STOP,
    WORD,
    kinds,
    mixed,
    values,
)
from rashomon.text import segment

if TYPE_CHECKING:
    import numpy as np

LONGEST = 80  # words of a sentence
PIECE = 16  # words of a piece of a longer one, in the mean
STEP, BACK = 0x9E3779B97F4A7C15, 0xF1DE83E19937733D  # an odd number and its inverse modulo 2**64
NEAR = 4  # quotation marks, brackets or spaces looked at around a stop


class Words(NamedTuple):
    """The words of a batch, in order: the hash (uint64) of each one's folded letters, and where it stands (half-open)."""

    hashes: np.ndarray
    starts: np.ndarray
    ends: np.ndarray


class Cut(NamedTuple):
    """`words` of a batch; `sentences`: the number of the first word of each sentence; `texts`: where each text begins."""

    words: Words
    sentences: np.ndarray
    texts: np.ndarray


def cut(texts: Sequence[str]) -> Cut:
    """Words and sentences of all texts; offsets in code points of the texts joined by one character each."""
    import numpy as np

    code = codes(texts).astype(np.intp)
    kind = kinds().take(code, mode="clip")  # what lies beyond the table is its last, no letter
    starts, ends = _words(kind)
    words = Words(_word_hashes(code, kind, starts), starts, ends)
    first = once(np.searchsorted(starts, _breaks(code, kind, words)))
    return Cut(words, _in_pieces(first[first < len(starts)], words.hashes), beginnings(texts))


def codes(texts: Iterable[str]) -> np.ndarray:
    """The code points (uint32) of all texts, a zero behind each and more behind the last."""
    import numpy as np

    text = "\0".join([*texts, "\0" * (2 * NEAR)])
    found: np.ndarray = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return found


def beginnings(texts: Sequence[str]) -> np.ndarray:
    """Where each text begins among the codes (int64)."""
    import numpy as np

    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    found: np.ndarray = np.cumsum(lengths + 1) - lengths - 1
    return found


def _words(kind: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where words begin and end: runs of letters and digits with their marks, and each ideograph."""
    import numpy as np

    inside = (kind >= WORD) & (kind <= MARK)
    places = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if inside[0]:
        places = np.concatenate([[0], places])
    starts, ends = places[0::2], places[1::2]
    ideographs = np.flatnonzero(kind == IDEOGRAPH)
    if not len(ideographs):
        return starts, ends
    around = np.concatenate([ideographs, ideographs + 1])
    starts = np.union1d(starts, around[inside[around]])
    return starts, np.union1d(ends, around[inside[around - 1] & (around > 0)])


def _word_hashes(codes: np.ndarray, kind: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """A 64-bit hash of each word's folded letters in their order; a mark counts for nothing."""
    import numpy as np

    if not len(starts):
        return np.zeros(0, np.uint64)
    marks = kind == MARK
    places = np.arange(len(kind)) - (np.cumsum(marks) - marks) if marks.any() else None
    forward, backward = powers(STEP, len(codes)), powers(BACK, len(codes))
    number = values().take(codes, mode="clip")
    number *= forward[: len(codes)] if places is None else forward.take(places)
    sums = np.add.reduceat(number, starts)
    return mixed(sums * backward.take(starts if places is None else places[starts]))


def powers(base: int, count: int) -> np.ndarray:
    """The first powers of a number modulo 2**64, `count` at least."""
    return _powers(base, max(10, count.bit_length()))


@lru_cache(maxsize=16)
def _powers(base: int, bits: int) -> np.ndarray:
    import numpy as np

    factors = np.full(1 << bits, base, np.uint64)
    factors[0] = 1
    found: np.ndarray = factors.cumprod(dtype=np.uint64)
    return found


def _breaks(codes: np.ndarray, kind: np.ndarray, words: Words) -> np.ndarray:
    """Places behind which a new sentence begins: line breaks, and stops that are no abbreviation's. The first is 0."""
    import numpy as np

    stops = np.flatnonzero((kind == STOP) | (kind == FULL_STOP))
    after = _behind(kind, stops + 1, (STOP, FULL_STOP, CLOSER))
    begins = _behind(kind, after, (SPACE, OPENER, CLOSER))
    full = kind[stops] == FULL_STOP
    ends_it = (kind[after] == SPACE) & (kind[begins] != LOWER) | full
    at = np.flatnonzero(ends_it & ~full & (codes[stops] == ord(".")))
    if len(words.starts):
        ends_it[at] = ~_abbreviated(codes, kind, stops[at], begins[at], words)
    return np.concatenate([[0], after[ends_it], np.flatnonzero(kind == LINE)])


def _behind(kind: np.ndarray, places: np.ndarray, passed: Iterable[int]) -> np.ndarray:
    """Each place moved behind the characters of those kinds that stand there, `NEAR` at most."""
    import numpy as np

    skipped = np.isin(np.arange(16), list(passed))
    for _ in range(NEAR):
        places = places + skipped[kind[places]]
    return places


def _abbreviated(
    codes: np.ndarray, kind: np.ndarray, stops: np.ndarray, begins: np.ndarray, words: Words
) -> np.ndarray:
    """Whether each full stop belongs to the word before it and the sentence goes on (as `text/segment` tells it)."""
    import numpy as np

    last = len(words.starts) - 1
    before = np.clip(np.searchsorted(words.ends, stops), 0, last)
    follows = np.clip(np.searchsorted(words.starts, begins), 0, last)
    touches = words.ends[before] == stops
    word, following = words.hashes[before], words.hashes[follows]
    digit = (codes[begins] >= ord("0")) & (codes[begins] <= ord("9"))
    titles, numbered, months, may_end, starters = tables()
    goes_on = _among(word, titles) & (digit | ~_among(word, numbered)) | _among(word, months) & digit
    letter = (words.ends[before] - words.starts[before] == 1) & (codes[stops - 1] > ord("9"))
    begun_plainly = _among(following, starters) & (kind[begins] == WORD)
    dotted = codes[np.maximum(stops - 2, 0)] == ord(".")
    goes_on |= (_among(word, may_end) & ~_among(word, months) | letter & dotted) & ~begun_plainly
    found: np.ndarray = touches & (goes_on | letter & ~dotted)
    return found


@cache
def tables() -> tuple[np.ndarray, ...]:
    """Sorted hashes: titles, those that stand before a number, months, abbreviations that may end, words that begin."""
    numbered = ("no", "art", "sec", "fig")
    return tuple(
        hashes_of(words)
        for words in (segment.TITLES, numbered, segment.MONTHS, segment.ABBREVIATIONS, segment.STARTERS)
    )


def once(numbers: np.ndarray) -> np.ndarray:
    """The numbers sorted, each once: `numpy.unique` hashes them first, which takes several times as long where most are distinct."""
    import numpy as np

    ordered = np.sort(numbers)
    found: np.ndarray = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return found


def in_order(numbers: np.ndarray) -> np.ndarray:
    """What puts numbers of less than 32 bits in order, of equals the first first: `argsort`, by a sort of numbers and places at once."""
    import numpy as np

    keys = numbers.astype(np.uint64) << np.uint64(32) | np.arange(len(numbers), dtype=np.uint64)
    keys.sort()
    found: np.ndarray = (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
    return found


def hashes_of(words: Iterable[str]) -> np.ndarray:
    """The sorted hashes of single words; of a word with a stop or apostrophe inside, that of its last part."""
    import numpy as np

    return once(np.array([_hash(word) for word in words], np.uint64))


def _hash(word: str) -> int:
    import numpy as np

    code = codes([word]).astype(np.intp)
    kind = kinds().take(code, mode="clip")
    return int(_word_hashes(code, kind, _words(kind)[0])[-1])


def _among(hashes: np.ndarray, table: np.ndarray) -> np.ndarray:
    import numpy as np

    found: np.ndarray = table[np.minimum(np.searchsorted(table, hashes), len(table) - 1)] == hashes
    return found


def _in_pieces(first: np.ndarray, hashes: np.ndarray) -> np.ndarray:
    """First words of sentences, and those of the pieces of very long ones."""
    import numpy as np

    lengths = np.diff(first, append=len(hashes))
    if not (lengths > LONGEST).any():
        return first
    inside = np.repeat(lengths > LONGEST, lengths)
    chosen = np.flatnonzero(inside & (hashes % np.uint64(PIECE) == 0)) + 1
    return np.union1d(first, chosen[chosen < len(hashes)])
