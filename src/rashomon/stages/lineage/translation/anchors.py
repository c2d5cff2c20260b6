"""What of a sentence survives translation: numbers, times, days, places, names, and words that languages share."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.stages.lineage.sketch import quotation_spans
from rashomon.stages.lineage.translation.days import days
from rashomon.stages.lineage.translation.figures import figures
from rashomon.stages.lineage.translation.places import place_of
from rashomon.stages.lineage.translation.spelling import keys
from rashomon.text.segment import sentences

MOST_LINES = 200  # sentences of a report that are looked at
_MOST_CHARACTERS = 2000  # of a sentence; a longer one is a table
_MOST_ANCHORS = 60  # of a sentence
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
_COGNATE = 6  # letters of an ordinary word that may be found again in another language
_NAME = 3  # letters
_RUN = 3  # words of a place's name
_QUOTED = 0.6  # share of a sentence in quotation marks from which it is a speaker's
_NOUNS = frozenset({"de", "lb"})  # languages that capitalise all nouns
_ORDINAL_STOP = frozenset("de lb da no nb nn fi et lv cs sk sl hr sr bs hu tr is".split())
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}\.[ \u00a0]$")
_UNCASED = re.compile(r"[\u0590-\u08ff\u10a0-\u10ff]")


class Anchor(NamedTuple):
    """`kind`: `number`, `clock`, `day`, `weekday`, `place`, `name`, `noun` (capitalised, where all nouns
    are), `word`; `keys`: what it is found by, exact for all but the last three, of which `word` is the spelling."""

    kind: str
    keys: frozenset[str]
    word: str = ""


class Line(NamedTuple):
    """A sentence: `[start, end)` in the text, its words, its anchors (distinct, in order), and whether it is a speaker's."""

    start: int
    end: int
    words: int
    anchors: tuple[Anchor, ...]
    quoted: bool


class Anchored(NamedTuple):
    language: str
    lines: tuple[Line, ...]
    words: int


def anchored(text: str, language: str) -> Anchored:
    """A text's sentences with their anchors; the language as BCP 47. Of a very long text the first `MOST_LINES`."""
    own = language.partition("-")[0]
    spans = _sentences(text, own)
    quoted = quotation_spans(text)
    lower = {match.group() for match in _WORD.finditer(text) if match.group()[0].islower()}
    lines = tuple(_line(text, span, own, quoted, lower) for span in spans[:MOST_LINES])
    return Anchored(own, lines, sum(line.words for line in lines))


def _sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Sentences; in languages that write "4. Mai" a number with a stop is no end of one."""
    spans: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if spans and language in _ORDINAL_STOP and _ORDINAL.search(text[max(0, start - 6) : start]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _line(text: str, span: tuple[int, int], language: str, quoted: Sequence[tuple[int, int]], lower: set[str]) -> Line:
    start, end = span
    sentence = text[start : min(end, start + _MOST_CHARACTERS)]
    found = list(dict.fromkeys(_anchors(sentence, language, lower)))[:_MOST_ANCHORS]
    spoken = sum(max(0, min(end, high) - max(start, low)) for low, high in quoted)
    words = len(_WORD.findall(sentence)) + sum(a.kind == "number" for a in found)
    return Line(start, end, max(1, words), tuple(found), spoken >= _QUOTED * (end - start))


def _anchors(sentence: str, language: str, lower: set[str]) -> Iterator[Anchor]:
    named = days(sentence, language)
    for day in named:
        yield Anchor("weekday" if day.name[0] == "W" else "day", frozenset({f"D:{day.name}"}))
    taken = {at for day in named for at in range(day.start, day.end)}
    for figure in figures(sentence, language):
        if figure.start not in taken:
            taken.update(range(figure.start, figure.end))
            kind = "clock" if figure.clock else "number"
            yield Anchor(kind, frozenset({f"{'T' if figure.clock else '#'}:{figure.value:g}"}))
    words = [match for match in _WORD.finditer(sentence) if match.start() not in taken]
    yield from _names(sentence, words, language, lower)


def _names(sentence: str, words: Sequence[re.Match[str]], language: str, lower: set[str]) -> Iterator[Anchor]:
    """Capitalised words as places where the gazetteer has them, else as names; others as words."""
    upto = 0
    for i, match in enumerate(words):
        if match.start() < upto:
            continue
        word = match.group()
        if not _capitalised(word, i, lower):
            if len(word) >= _COGNATE and (found := keys(word, language)):
                yield Anchor("word", found, word)
            continue
        place, end = _place(sentence, words[i : i + _RUN], language)
        if place:
            upto = end
            yield Anchor(
                "place", frozenset({place}) | (keys(word, language) if end == match.end() else frozenset()), word
            )
        elif len(word) >= _NAME and (found := keys(word, language)):
            yield Anchor("noun" if language in _NOUNS else "name", found, word)


def _capitalised(word: str, position: int, lower: set[str]) -> bool:
    if _UNCASED.match(word):
        return True
    return word[0].isupper() and (position > 0 or word.casefold() not in lower)


def _place(sentence: str, words: Sequence[re.Match[str]], language: str) -> tuple[str | None, int]:
    """The place of the longest run of capitalised words that is one, and where it ends."""
    for count in range(len(words), 0, -1):
        run = words[:count]
        if all(w.group()[0].isupper() or _UNCASED.match(w.group()) for w in run):
            name = sentence[run[0].start() : run[-1].end()]
            place = place_of(name, language) if len(name) <= 60 and "," not in name else None
            if place:
                return place, run[-1].end()
    return None, 0
