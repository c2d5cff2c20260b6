"""A text as folded words with the way back: what differs in case, accents, quotation marks or spelling alone is one form."""

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from rashomon.text import english_forms
from rashomon.text.kept import Kept

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’\-‐‑][^\W_]+)*|%")
_POSSESSIVE = re.compile(r"['’]s?$")
_PART = re.compile(r"[-‐‑]")
_BETWEEN = re.compile(r"[^\-‐‑]+")

_AFTER = "\0"  # after each form where several stand in one string; no form has it
_TEXTS = 4  # a report is asked for its words several times in a row


class Words(NamedTuple):
    """The words of a text: `forms[i]` folded, `spans[i]` its half-open `[start, end)` in the text."""

    forms: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Indices `[first, last)` of the words that begin in `[start, end)` of the text."""
        return bisect_left(self.spans, start, key=_start), bisect_left(self.spans, end, key=_start)


def _start(span: tuple[int, int]) -> int:
    return span[0]


@lru_cache(maxsize=_TEXTS)
def words(text: str) -> Words:
    """All words in order. Hyphenated words are cut at the hyphen, so that "anti-terrorist" and "anti terrorist" meet."""
    found, spans = _WORD.findall(text), [match.span() for match in _WORD.finditer(text)]
    if _PART.search(text):
        hyphened = list(map(_PART.search, found))
        spans = [
            part
            for span, cut in zip(spans, hyphened, strict=True)
            for part in (_parts(text, *span) if cut else (span,))
        ]
        found = [text[start:end] for start, end in spans]
    return Words(tuple(map(fold, found)), tuple(spans))


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans between the hyphens of one word."""
    return [part.span() for part in _BETWEEN.finditer(text, start, end)]


def forms(text: str) -> list[str]:
    """The folded words alone, as `words` has them, in a fraction of its time."""
    return "".join(map(_FORMS.__getitem__, text.split())).split(_AFTER)[:-1]


def forms_of(piece: str) -> list[str]:
    """The folded words of a few characters: as `forms`, and nothing is kept."""
    found = _WORD.findall(piece)
    return [fold(part) for word in found for part in _BETWEEN.findall(word)]


def _marked(piece: str) -> str:
    return "".join(f"{form}{_AFTER}" for form in forms_of(piece))


_FORMS = Kept(_marked)  # of the pieces between white space, which no word goes across


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """One word's folded form: lower case, no accents, no possessive, American spelling, numbers as bare digits."""
    if word[:1].isdigit():
        return re.sub(r",(?=\d{3}(?:\D|$))", "", word)
    form = word.casefold() if word.isascii() else _plain(word)
    form = _POSSESSIVE.sub("", form) or form
    return english_forms.spell(form.replace("’", "'"))


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def is_content(form: str) -> bool:
    """Whether a folded word says what a text is about: no function word, no lone letter."""
    return form not in english_forms.STOP and (len(form) > 1 or form.isdigit() or not form.isascii())


@lru_cache(maxsize=65_536)
def stem(form: str) -> str:
    """A folded word without its commonest English ending."""
    return english_forms.stem(form)
