"""Hashes of words and of runs of words, the same on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from rashomon.text.kept import Kept
from rashomon.text.normalize import forms_of

if TYPE_CHECKING:
    import numpy as np

_BITS = 64
_MASK = (1 << 63) - 1
_STEP = 1_000_003
_BACK = pow(_STEP, -1, 1 << _BITS)
_BYTES = 8  # of one word's hash, little end first


@lru_cache(maxsize=262_144)
def word_hash(form: str) -> int:
    """63 bits of a folded word."""
    return int.from_bytes(hashlib.blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") & _MASK


def sequence_hash(forms: Sequence[str]) -> int:
    """63 bits of words in their order."""
    value = len(forms)
    for form in forms:
        value = (value * _STEP + word_hash(form)) & _MASK
    return value


def runs(forms: Sequence[str], length: int) -> tuple[int, ...]:
    """The hash of each run of `length` words, in order; one hash of the whole where it is shorter; none of nothing."""
    if len(forms) <= length:
        return (sequence_hash(forms),) if forms else ()
    upto = list(accumulate(map(word_hash, forms), _behind, initial=0))  # the hash of all words before each
    begun, shift = length * _STEP**length, _STEP**length
    return tuple([(begun + last - first * shift) & _MASK for first, last in zip(upto, upto[length:], strict=False)])


def _behind(value: int, word: int) -> int:
    return (value * _STEP + word) & _MASK


class Hashed(NamedTuple):
    """Of each sentence the `sequence_hash` of its folded words, their `runs`, and how many words it has."""

    hashes: tuple[int, ...]
    runs: tuple[tuple[int, ...], ...]
    words: tuple[int, ...]


def hashed(sentences: Sequence[str], length: int) -> Hashed:
    """The hashes of the sentences of one text, all in one sweep."""
    import numpy as np

    parts = [b"".join(map(_HASHES.__getitem__, sentence.split())) for sentence in sentences]
    words = [len(part) // _BYTES for part in parts]
    each = np.frombuffer(b"".join(parts), "<u8").astype(np.uint64, copy=False)
    ends = np.cumsum(np.array(words, np.int64))
    whole = (_wholes(each, ends, np.array(words, np.int64)) & np.uint64(_MASK)).tolist()
    swept = _swept(each, length).tolist() if len(each) >= length else []
    found = [
        tuple(swept[end - size : end - length + 1]) if size > length else (one,) if size else ()
        for one, size, end in zip(whole, words, ends.tolist(), strict=True)
    ]
    return Hashed(tuple(whole), tuple(found), tuple(words))


def _hashes_of(piece: str) -> bytes:
    return b"".join(word_hash(form).to_bytes(_BYTES, "little") for form in forms_of(piece))


_HASHES = Kept(_hashes_of)  # of the pieces between white space, which no word goes across


def _swept(words: np.ndarray, length: int) -> np.ndarray:
    """The hash of each run of `length` words, over all bounds."""
    import numpy as np

    value = np.full(len(words) - length + 1, length, np.uint64)
    for place in range(length):
        value *= np.uint64(_STEP)
        value += words[place : place + len(value)]
    return value & np.uint64(_MASK)


def _wholes(words: np.ndarray, ends: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """The hash of the `sizes[i]` words up to `ends[i]`, 64 bits: differences of sums in which each word weighs by its place."""
    import numpy as np

    steps, backs = _powers(1 << len(words).bit_length())
    sums = np.zeros(len(words) + 1, np.uint64)
    np.cumsum(words * backs[: len(words)], out=sums[1:])
    own = (sums[ends] - sums[ends - sizes]) * steps[np.maximum(ends - 1, 0)]
    found: np.ndarray = own + sizes.astype(np.uint64) * steps[sizes]
    return found


@lru_cache(maxsize=8)
def _powers(count: int) -> tuple[np.ndarray, np.ndarray]:
    """The first powers of the step, and those that undo them; 64 bits."""
    import numpy as np

    steps, backs = np.full(count, _STEP, np.uint64), np.full(count, _BACK, np.uint64)
    steps[0] = backs[0] = 1
    return np.cumprod(steps), np.cumprod(backs)
