"""What story building keeps of a report: a small thing, so that a million lie side by side."""

from array import array
from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from rashomon.model.lineage import Sketch
from rashomon.model.report import Report
from rashomon.reference.common import REPORTS, reports_with
from rashomon.stages.stories.postings import UNDATED, week_of
from rashomon.stages.stories.told import named

_BEGINNING = 120  # characters that stand for a headline
NAME, TERM, NUMBER, PLAIN, LEAD = (
    1,
    2,
    4,
    8,
    16,
)  # what a word is in a report; plain: a term and no name; lead: stands in its beginning too


class Head(NamedTuple):
    """`beginning` is empty where there is a title. `text` is the same for reports that are one text: the voice's id, else a digest of their words and day."""

    id: str
    title: str | None
    beginning: str
    published: str | None
    outlet: str | None
    text: str
    days: tuple[str, ...]

    def is_of(self, report: Report, voice: str) -> bool:
        """Whether the report is as it was when this was made, and speaks with the same text."""
        own = (self.text, self.title, self.published, self.outlet)
        return own == (voice, report.title, report.published, report.outlet)


class Gist(NamedTuple):
    """What a card is made of, of one report alone: it can be made in any process. `words` have their kind before them, `flags` says what each is;
    `told` are the days that the report names, counted."""

    head: Head
    day: int
    words: tuple[str, ...]
    flags: bytes
    told: tuple[int, ...]


class Card(NamedTuple):
    """`words` are numbers in the vocabulary; `day` counts days, UNDATED where there is none."""

    head: Head
    day: int
    words: "array[int]"
    flags: bytes
    told: tuple[int, ...]

    @property
    def id(self) -> str:
        return self.head.id

    @property
    def days(self) -> tuple[str, ...]:
        return self.head.days

    @property
    def published(self) -> str | None:
        return self.head.published

    @property
    def week(self) -> int:
        return week_of(self.day)

    def some(self, *flags: int) -> list[int]:
        """The words that are any of these, in the order given."""
        return [word for flag in flags for word, own in zip(self.words, self.flags, strict=True) if own & flag == flag]


class Vocabulary:
    """Numbers for words, and beside each the share of reports that have it in common English. A name, a plain word and a number that are
    written alike are three."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self.words: list[str] = []
        self.common: array[float] = array("d")

    def numbered(self, words: Sequence[str]) -> "array[int]":
        found = list(map(self.known.get, words))
        if None in found:
            return array(
                "i",
                [self._number(word) if number is None else number for word, number in zip(words, found, strict=True)],
            )
        return array("i", found)  # type: ignore[arg-type]

    def _number(self, word: str) -> int:
        found = self.known.setdefault(word, len(self.words))
        if found == len(self.words):
            self.words.append(word)
            self.common.append(reports_with(word[0], word[1:]) / REPORTS)
        return found

    def __getitem__(self, number: int) -> str:
        return self.words[number][1:]


def gist(report: Report, sketch: Sketch, voice: str | None = None) -> Gist:
    """What the card of a report is made of."""
    names, lead_names, lead_terms = set(sketch.names), set(sketch.lead_names), set(sketch.lead_terms)
    flags = [NAME | LEAD if word in lead_names else NAME for word in sketch.names]
    flags += [(TERM if word in names else TERM | PLAIN) | (LEAD if word in lead_terms else 0) for word in sketch.terms]
    flags += [NUMBER] * len(sketch.numerals)
    words = ["n" + word for word in sketch.names] + ["t" + word for word in sketch.terms]
    words += ["#" + word for word in sketch.numerals]
    day = day_of(report.published)
    head = Head(
        id=report.id,
        title=report.title,
        beginning="" if report.title else report.text[:_BEGINNING].split("\n")[0].strip(),
        published=report.published,
        outlet=report.outlet,
        text=voice or _same(sketch, report.published),
        days=sketch.days,
    )
    told = named(sketch.days, date.fromordinal(day) if day != UNDATED else None)
    return Gist(
        head=head,
        day=day,
        words=tuple(words),
        flags=bytes(flags),
        told=tuple(sorted(each.toordinal() for each in told)),
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
