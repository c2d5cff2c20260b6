"""What each character is to a cutter of words and sentences, as tables that numpy looks up for a whole batch at once.

Characters beyond the Basic Multilingual Plane count as no letters (emoji, historic scripts, rare ideographs)."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

SIZE = 0x10000
OTHER, WORD, LOWER, IDEOGRAPH, MARK, SPACE, LINE, STOP, FULL_STOP, CLOSER, OPENER = range(11)
"""WORD: a letter or digit that is no lower-case letter; MARK: an accent that stands behind its letter; STOP ends a
sentence where white space follows; FULL_STOP wherever it stands."""

_STOPS, _FULL_STOPS = ".!?…", "。！？"
_CLOSERS = "\"'”’»)]」』）"
_OPENERS = "“‘«([—–-$€£#@"
_LINES = "\0\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_IDEOGRAPHS = ((0x2E80, 0x3000), (0x3040, 0x3100), (0x3400, 0xA000), (0xF900, 0xFB00))
_SET_APART = 1 << 20  # numbers of foldings of several characters, above every character


@cache
def kinds() -> np.ndarray:
    """uint8[SIZE]: the kind of each character."""
    import numpy as np

    table = np.array([_kind(chr(code)) for code in range(SIZE)], np.uint8)
    for first, last in _IDEOGRAPHS:
        part = table[first:last]
        part[(part == WORD) | (part == LOWER)] = IDEOGRAPH
    for characters, kind in (
        (_LINES, LINE), (_STOPS, STOP), (_FULL_STOPS, FULL_STOP), (_CLOSERS, CLOSER), (_OPENERS, OPENER)
    ):  # fmt: skip
        table[[ord(each) for each in characters]] = kind
    table[-1] = OTHER
    return table


def _kind(character: str) -> int:
    if character.isalnum():
        return LOWER if character.islower() else WORD
    if unicodedata.combining(character):
        return MARK
    return SPACE if character.isspace() else OTHER


@cache
def values() -> np.ndarray:
    """uint64[SIZE]: a random number for each letter or digit, the same for all that fold to one (case and accents); else 0."""
    import numpy as np

    letters = np.flatnonzero(np.isin(kinds(), (WORD, LOWER, IDEOGRAPH)))
    table = np.zeros(SIZE, np.uint64)
    table[letters] = mixed(np.array([_folded(chr(code)) for code in letters], np.uint64) + np.uint64(1))
    return table


def _folded(character: str) -> int:
    """The character that this one folds to; a number of its own where it folds to several (`ß`)."""
    if character < "\x80":
        return ord(character.lower())
    plain = [c for c in unicodedata.normalize("NFKD", character.casefold()) if not unicodedata.combining(c)]
    return ord(plain[0]) if len(plain) == 1 else _SET_APART + ord(character)


def mixed(numbers: np.ndarray) -> np.ndarray:
    """uint64 numbers scattered over all 64 bits, equal numbers alike (the finaliser of SplitMix64, Steele et al. 2014)."""
    import numpy as np

    found: np.ndarray = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    found ^= found >> np.uint64(27)
    found *= np.uint64(0x94D049BB133111EB)
    found ^= found >> np.uint64(31)
    return found
