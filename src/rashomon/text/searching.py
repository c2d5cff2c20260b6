"""Words as a search sees them: case, accents and points aside, in any script; and what a search asks for.

A word is a run of letters, marks and digits. Scripts that are written without blanks between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese) give each letter for
itself, so that what is sought is found wherever its letters stand one after the other.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# The version of what this room makes of a text: an index made by another is made anew.
RECIPE = "words1"
_LONGEST = 1_000  # characters of what is sought
_MOST = 32  # runs of one search
# Marks that a search does without: accents of European scripts, vowel points of Hebrew and Arabic, and what encloses or strikes through.
_DROPPED = ((0x300, 0x36F), (0x591, 0x5C7), (0x610, 0x61A), (0x640, 0x640), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6ED), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF))  # fmt: skip
# Scripts without blanks between words; Hangul has them.
_UNSPACED = ((0xE00, 0xEFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))  # fmt: skip
_HANGUL = (0xAC00, 0xD7A3)
_OWN = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h"}
_ASKED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')


_ASCII = frozenset(map(chr, range(128)))


class Run(NamedTuple):
    """Words that are sought one behind the other, with single blanks between. `whole`: the last of them too is a whole word; else it may go on."""

    words: str
    whole: bool = False


def words(text: str) -> str:
    """The words of the text in their order, folded, with single blanks between."""
    plain = unicodedata.normalize("NFC", text).casefold()
    for letter in sorted(set(plain) - _ASCII) if not plain.isascii() else ():
        plain = plain.replace(
            letter, _FOLDED[ord(letter)]
        )  # few in most texts, and plain ASCII is translated ten times as fast
    return " ".join(plain.translate(_FOLDED).split())


def asked(text: str) -> tuple[Run, ...]:
    """What a search asks for: each word by its beginning, what stands in quotation marks as it stands; each once, 32 at most, of the text's first
    1,000 characters. Empty where the text has no word."""
    return tuple(dict.fromkeys(_runs(text[:_LONGEST])))[:_MOST]


def _runs(text: str) -> Iterator[Run]:
    for match in _ASKED.finditer(text):
        if found := words(match[0]):
            yield Run(found, whole=match[1] is not None)


def holds(text: str, runs: tuple[Run, ...]) -> bool:
    """Whether a text, given as `words` makes it, has all that is sought."""
    framed = f" {text} "
    return all((f" {run.words} " if run.whole else f" {run.words}") in framed for run in runs)


class _Folding(dict[int, str]):
    """What becomes of each character: filled as characters come, as str.translate asks."""

    def __missing__(self, point: int) -> str:
        self[point] = _folded(chr(point))
        return self[point]


_FOLDED = _Folding()


def _folded(character: str) -> str:
    if character in _OWN:
        return _OWN[character]
    parts = [c for c in unicodedata.normalize("NFKD", character) if not _within(c, _DROPPED)]
    kept = character if _within(character, (_HANGUL,)) else unicodedata.normalize("NFC", "".join(parts)).casefold()
    return "".join(_one(c) for c in kept)


def _one(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":  # joiners, soft hyphens, marks of direction: nothing that is read
        return ""
    if category[0] not in "LMN":
        return " "
    return f" {character} " if _within(character, _UNSPACED) else character


def _within(character: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(character) <= last for first, last in ranges)
