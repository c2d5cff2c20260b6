"""What story building keeps of a report: a small thing, so that a hundred thousand lie side by side."""

from array import array
from collections.abc import Iterable
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from rashomon.model.lineage import Sketch
from rashomon.model.report import Report
from rashomon.reference.common import REPORTS, reports_with
from rashomon.stages.stories.postings import UNDATED, week_of

_BEGINNING = 120  # characters that stand for a headline


class Card(NamedTuple):
    """`names` to `lead_terms` are numbers of words in the vocabulary, in order of the sketch; `day` counts days, UNDATED where there is none;
    `text` is the same for reports that are one text: the voice's id, else a digest of their words and day."""

    id: str
    title: str | None
    beginning: str
    published: str | None
    outlet: str | None
    day: int
    text: str
    days: tuple[str, ...]
    names: "array[int]"
    terms: "array[int]"
    numbers: "array[int]"
    plain: "array[int]"
    lead_names: "array[int]"
    lead_terms: "array[int]"

    @property
    def week(self) -> int:
        return week_of(self.day)

    def is_of(self, report: Report, voice: str) -> bool:
        """Whether the report is as it was when the card was made, and speaks with the same text."""
        own = (self.text, self.title, self.published, self.outlet)
        return own == (voice, report.title, report.published, report.outlet)

    def words(self) -> Iterable[int]:
        yield from self.names
        yield from self.terms
        yield from self.numbers


class Vocabulary:
    """Numbers for words, and beside each the share of reports that have it in common English. A name, a plain word and a number that are
    written alike are three."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self.words: list[str] = []
        self.common: list[float] = []

    def numbered(self, kind: str, words: Iterable[str]) -> "array[int]":
        return array("i", [self._number(kind + word) for word in words])

    def _number(self, word: str) -> int:
        found = self.known.setdefault(word, len(self.words))
        if found == len(self.words):
            self.words.append(word)
            self.common.append(reports_with(word[0], word[1:]) / REPORTS)
        return found

    def __getitem__(self, number: int) -> str:
        return self.words[number][1:]


def card(report: Report, sketch: Sketch, voice: str | None, vocabulary: Vocabulary) -> Card:
    terms, names = vocabulary.numbered("t", sketch.terms), vocabulary.numbered("n", sketch.names)
    return Card(
        id=report.id,
        title=report.title,
        beginning=report.text[:_BEGINNING].split("\n")[0].strip(),
        published=report.published,
        outlet=report.outlet,
        day=day_of(report.published),
        text=voice or _same(sketch, report.published),
        days=sketch.days,
        names=names,
        terms=terms,
        numbers=vocabulary.numbered("#", sketch.numerals),
        plain=vocabulary.numbered("t", sorted(set(sketch.terms) - set(sketch.names))),
        lead_names=vocabulary.numbered("n", sketch.lead_names),
        lead_terms=vocabulary.numbered("t", sketch.lead_terms),
    )


def _same(sketch: Sketch, published: str | None) -> str:
    words = repr((sketch.names, sketch.terms, sketch.numerals, (published or "")[:10]))
    return f"words {blake2b(words.encode('utf-8', 'surrogatepass'), digest_size=12).hexdigest()}"


def day_of(published: str | None) -> int:
    """The publication day as a number of days; UNDATED where there is none."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return UNDATED
