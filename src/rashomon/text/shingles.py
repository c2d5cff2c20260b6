"""Hashes of words and of runs of words, the same on every machine."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

_MASK = (1 << 63) - 1
_STEP = 1_000_003


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
