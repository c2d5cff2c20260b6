"""The sentences of a story's reports that name a day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.model.claim import Claim
from rashomon.model.measure import TimeRow
from rashomon.stages.reconcile.days.happenings import Asked, Key, keys_of, tells_of_harm
from rashomon.stages.reconcile.days.hours import BEFORE, hour
from rashomon.stages.reconcile.days.leads import leads
from rashomon.stages.reconcile.days.naming import (
    MODALITIES,
    Span,
    is_attribute,
    is_full,
    is_misread,
    is_owned,
    modality,
    near_span,
    only_bounds,
    says_something,
)
from rashomon.stages.reconcile.dossier import Dossier, content_words
from rashomon.text.dates.english import MONTHS, WEEKDAYS

_FEW = 3  # days that a sentence tells of; one of more is a chronicle run together, and none of its days is told by the whole
_KINDS = ("figure", "event")
_CALENDAR = frozenset(content_words(" ".join([*MONTHS, *WEEKDAYS])))  # words that sentences share for their day's sake
_NUMBER = re.compile(r"\b\d[\d.,]*\d\b")


@dataclass(frozen=True)
class Dated:
    """A sentence of a report that names a day: `[start, end)` in its text, `order` its place in the report, from 0.

    How it names it: `lent`: by a neighbour (`leads.py`); `aside`: what it tells is dated otherwise; `full`: with the month; `named`:
    only to say which event is meant ("the May 2 attack"); `listed`: as one of many days. `events`: for each claim of the day, or else without a day, that tells one,
    the keys by which others tell it too; `incident`: it tells of violence or an accident."""

    report: str
    start: int
    end: int
    order: int
    text: str
    first: str
    last: str
    published: str
    modality: str
    claims: tuple[Claim, ...]
    words: frozenset[str]
    time: str | None = None
    events: tuple[frozenset[Key], ...] = ()
    incident: bool = False
    named: bool = False
    lent: bool = False
    aside: bool = False
    full: bool = False
    listed: bool = False

    @property
    def clock(self) -> str | None:
        """The hour where it is one of the clock."""
        return self.time if self.time and ":" in self.time else None


class Sentence:
    """A sentence as it is read for its days: the claims of each day, those without one, and the expressions of each day."""

    def __init__(self, report: str, order: int, start: int, text: str) -> None:
        self.report, self.order, self.start, self.text = report, order, start, text
        self.named: dict[Span, list[Claim]] = {}
        self.undated: list[Claim] = []
        self.times: dict[Span, list[TimeRow]] = {}

    def spans_of(self, day: Span) -> list[tuple[int, int]]:
        """`[start, end)` of each expression of the day, in the sentence."""
        return [(time.start - self.start, time.end - self.start) for time in self.times.get(day, [])]


def dated(dossier: Dossier, asked: Asked) -> Iterator[Dated]:
    """Every sentence of the story that names a day, once for each day that it names; reports in order of their ids.

    `asked` maps a claim to the findings that it answers."""
    for report in sorted(dossier.reports):
        sentences = _sentences(dossier, report)
        for sentence in sentences:
            if says_something(sentence.text, any(sentence.named.values())):
                found = (_one(dossier, sentence, day, asked) for day in sorted(sentence.named))
                yield from (one for one in found if one is not None)
        named = {sentence.order: sentence.named for sentence in sentences if sentence.named}
        for order, day, claims in leads(dossier, report, named):
            if says_something(sentences[order].text, True):
                yield replace(_read(dossier, sentences[order], day, claims, asked), lent=True)


def _sentences(dossier: Dossier, report: str) -> list[Sentence]:
    """The sentences of a report, each with its claims and the expressions of its days."""
    text = dossier.reports[report].text
    found = [
        Sentence(report, order, start, text[start:end])
        for order, (start, end) in enumerate(dossier.sentences_of(report))
    ]
    if not found:
        return []
    for claim in dossier.claims_in(report):
        if claim.kind in _KINDS and claim.modality in MODALITIES:
            own, day = found[dossier.position(claim)], near_span(claim.date)
            own.named.setdefault(day, []).append(claim) if day else None
            own.undated += [claim] if claim.date is None else []
    for time in dossier.times_in(report):
        if day := near_span(time.date):
            own = found[dossier.position_at(report, time.start)]
            own.named.setdefault(day, [])
            own.times.setdefault(day, []).append(time)
    return found


def _one(dossier: Dossier, sentence: Sentence, day: Span, asked: Asked) -> Dated | None:
    """The sentence as one that names the day; None where the day is only a bound in it, or was read wrong."""
    times = sentence.spans_of(day)
    one = _read(dossier, sentence, day, sentence.named[day], asked)
    wrong = is_misread(one.text, times, one.claims, (one.first, one.last, one.published))
    return None if wrong or only_bounds(one.text, times) else one


def _read(dossier: Dossier, sentence: Sentence, day: Span, claims: Sequence[Claim], asked: Asked) -> Dated:
    text, times = sentence.text, sentence.spans_of(day)
    known = dossier.reports[sentence.report].published or dossier.story.days.get(sentence.report, "")
    told = claims or (sentence.undated if len(sentence.named) == 1 else [])
    return Dated(
        report=sentence.report,
        start=sentence.start,
        end=sentence.start + len(text),
        order=sentence.order,
        text=text,
        first=day[0],
        last=day[1],
        published=known[:10],
        modality=modality(claims, text, to_come=bool(known) and day[0] > known[:10]),
        claims=tuple(claims),
        words=frozenset([*content_words(text), *_NUMBER.findall(text)]) - _CALENDAR,
        time=_hour(sentence, day),
        events=tuple(keys for claim in told if (keys := keys_of(claim, dossier, asked))),
        incident=tells_of_harm(told, text),
        named=is_attribute(text, times),
        aside=not claims and (any(sentence.named.values()) or is_owned(text, times)),
        full=is_full(text, times),
        listed=len(sentence.named) > _FEW,
    )


def _hour(sentence: Sentence, day: Span) -> str | None:
    text = sentence.text
    spans = zip(sentence.times.get(day, []), sentence.spans_of(day), strict=True)
    return hour(
        (time.date, text[max(0, start - BEFORE) : start], text[start:end])
        for time, (start, end) in spans
        if time.date is not None
    )
