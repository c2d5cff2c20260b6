"""A text in plain letters, with the way back: how a name is found whatever its case, accents, apostrophes, unseen characters and line breaks."""

import re
import unicodedata
from typing import NamedTuple

# Letters that no decomposition takes apart.
_PLAIN = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŋ": "n"}
_APOSTROPHES = frozenset("'’‘ʼʻ`´ʹ′")
_HYPHENS = frozenset("-‐‑‒–—−")
_UNSEEN = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_BROKEN = re.compile(r"(?<=[a-z])-[ \t]*\n[ \t]*(?=[a-z])")  # a word that was broken at the end of a line
_WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A word of a text: `[start, end)` there, its plain letters, and whether it opens with a capital there."""

    start: int
    end: int
    plain: str
    capital: bool


class Letters:
    """`plain`: the text's letters, lower case; the character `i` of it is (a part of) the one at `at[i]` of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        if text.isascii() and not _BROKEN.search(text):
            self.plain, self.at = text.lower(), range(len(text))
            return
        pieces, at = [], []
        for i, letter in enumerate(text):
            plain = _plainly(letter)
            pieces.append(plain)
            at += [i] * len(plain)
        plain = "".join(pieces)
        gaps = {i for match in _BROKEN.finditer(plain) for i in range(*match.span())}
        self.plain = "".join(letter for i, letter in enumerate(plain) if i not in gaps)
        self.at = [place for i, place in enumerate(at) if i not in gaps]  # type: ignore[assignment]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text for a span of the plain letters, with the marks that hang on its last letter."""
        last = self.at[end - 1] + 1
        while last < len(self.text) and (unicodedata.combining(self.text[last]) or _UNSEEN.match(self.text[last])):
            last += 1
        return self.at[start], last

    def words(self) -> list[Word]:
        found = []
        for match in _WORD.finditer(self.plain):
            start, end = self.back(*match.span())
            found.append(Word(start, end, match.group(), self.text[start].isupper()))
        return found


def _plainly(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    if _UNSEEN.match(letter):
        return ""
    if letter in _APOSTROPHES:
        return "'"
    if letter in _HYPHENS:
        return "-"
    bare = "".join(c for c in unicodedata.normalize("NFKD", letter.casefold()) if not unicodedata.combining(c))
    return "".join(_PLAIN.get(c, c) for c in bare.casefold())


def plain(words: str) -> str:
    return Letters(words).plain
