"""The sentences of a story's reports that name a day."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.model.claim import Claim
from rashomon.model.measure import TimeRow, When
from rashomon.stages.reconcile.dossier import Dossier, content_words
from rashomon.stages.reconcile.hours import BEFORE, hour
from rashomon.stages.reconcile.leads import leads
from rashomon.stages.reconcile.measuring import day_span
from rashomon.stages.reconcile.occurrences import occurrence
from rashomon.stages.reconcile.tables import table
from rashomon.text.dates.english import MONTHS, WEEKDAYS

Span = tuple[str, str]
_LONGEST_SPAN = 3  # days; a week or a month is a period and no day of a timeline, a weekend and "4 and 5 January" are
_SHORTEST = 40  # characters of a sentence that says something without a claim; a dateline or a stamp does not
_KINDS = ("figure", "event")
# What a sentence says of its day, where its claims differ: the first that one of them is.
_CALENDAR = frozenset(content_words(" ".join([*MONTHS, *WEEKDAYS])))  # words that sentences of one day share for its sake
_MODALITIES = ("asserted", "planned", "denied", "demanded", "possible")


@dataclass(frozen=True)
class Dated:
    """A sentence of a report that names a day: `[start, end)` in its text. `order` is its place in the report, from 0; `lent`: its day is
    named by a neighbour (`leads.py`); `aside`: what it tells is dated otherwise, the day only stands in it; `full`: with the month.
    `events`: for each claim of the day that tells one, the keys by which others tell it too."""

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
    events: tuple[frozenset[object], ...] = ()
    lent: bool = False
    aside: bool = False
    full: bool = False

    @property
    def clock(self) -> str | None:
        """The hour where it is one of the clock."""
        return self.time if self.time and ":" in self.time else None


def dated(dossier: Dossier, asked: Mapping[str, frozenset[str]]) -> Iterator[Dated]:
    """Every sentence of the story that names a day, once for each day that it names; reports in order of their ids.

    `asked` maps a claim to the findings that it answers."""
    for report in sorted(dossier.reports):
        named = _named(dossier, report)
        spans = dossier.sentences_of(report)
        for order in sorted(named):
            if not _tells(spans[order], named[order].values()):
                continue
            for span in sorted(named[order]):
                if not _only_bounds(dossier, report, spans[order], span):
                    yield _one(dossier, report, order, span, named[order], asked)
        for order, span, claims in leads(dossier, report, named):
            yield replace(_one(dossier, report, order, span, {span: claims}, asked), lent=True)


def _named(dossier: Dossier, report: str) -> dict[int, dict[Span, list[Claim]]]:
    """The days that each sentence names, by its place in the report, each with the claims of that day."""
    named: dict[int, dict[Span, list[Claim]]] = {}
    if not dossier.sentences_of(report):
        return named
    for claim in dossier.claims_in(report):
        span = near_span(claim.date)
        if span and claim.kind in _KINDS and claim.modality in _MODALITIES:
            named.setdefault(dossier.position(claim), {}).setdefault(span, []).append(claim)
    for time in dossier.times_in(report):
        span = near_span(time.date)
        if span:
            named.setdefault(dossier.position_at(report, time.start), {}).setdefault(span, [])
    return named


# "Passengers who were to leave on Wednesday" tells a plan, "until March 20" a bound, and "since Tuesday" another: no event of
# that day.
_BOUND = re.compile(
    r"(?:\b(?:was|were|is|are|had been|has been) (?:to|due to|set to|scheduled to|supposed to|expected to|meant to) [a-z]+(?: [\w'’-]+){0,4}?|"
    r"\b(?:until|till|since|before))\s+(?:on |the |late |early |at least |[Nn]oon on )?$"
)
_LOOK_BACK = 60


def _only_bounds(dossier: Dossier, report: str, sentence: tuple[int, int], span: Span) -> bool:
    """Whether every expression of the day in the sentence only bounds or plans something."""
    text = dossier.reports[report].text
    times = [time.start for time in _times(dossier, report, sentence, span)]
    return bool(times) and all(_BOUND.search(text[max(sentence[0], at - _LOOK_BACK) : at]) for at in times)


def _times(dossier: Dossier, report: str, sentence: tuple[int, int], span: Span) -> list[TimeRow]:
    return [
        time
        for time in dossier.times_in(report)
        if sentence[0] <= time.start < sentence[1] and near_span(time.date) == span
    ]


def _tells(span: tuple[int, int], claims: Iterable[Sequence[Claim]]) -> bool:
    """Whether a sentence says something: a dateline or a stamp does not."""
    return any(claims) or span[1] - span[0] >= _SHORTEST


def near_span(when: When | None) -> Span | None:
    """First and last day where they are a few days apart at most."""
    found = day_span(when)
    if found is None or len(found[0]) != 10:
        return None
    apart = days_between(*found)
    return found if apart is not None and 0 <= apart < _LONGEST_SPAN else None


def days_between(first: str, last: str) -> int | None:
    """Days from one ISO day to another; None where either is none."""
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return None


def days_of(first: str, last: str) -> Iterator[str]:
    """Every day of the interval, as ISO text."""
    start = date.fromisoformat(first)
    for after in range((date.fromisoformat(last) - start).days + 1):
        yield (start + timedelta(days=after)).isoformat()


def _one(
    dossier: Dossier,
    report: str,
    order: int,
    span: Span,
    named: Mapping[Span, Sequence[Claim]],
    asked: Mapping[str, frozenset[str]],
) -> Dated:
    start, end = dossier.sentences_of(report)[order]
    text = dossier.reports[report].text[start:end]
    beside = _undated(dossier, report, order) if len(named) == 1 else []
    claims = tuple(named[span])
    published = (dossier.reports[report].published or dossier.story.days.get(report, ""))[:10]
    times = _times(dossier, report, (start, end), span)
    return Dated(
        report=report,
        start=start,
        end=end,
        order=order,
        text=text,
        first=span[0],
        last=span[1],
        published=published,
        modality=_modality(claims, span, published),
        claims=claims,
        words=dossier.words_in(text) - _CALENDAR,
        time=_hour(dossier, report, times, claims),
        events=tuple(keys for claim in (*claims, *beside) if (keys := keys_of(claim, dossier, asked))),
        aside=not claims and any(named.values()),
        full=any(_MONTH.search(dossier.reports[report].text[time.start : time.end]) for time in times),
    )


_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d{4}")


def _undated(dossier: Dossier, report: str, order: int) -> list[Claim]:
    """The claims of a sentence that have no date: "It became known on Thursday that troops were sent" tells when it became known."""
    return [
        claim
        for claim in dossier.claims_in(report)
        if claim.kind in _KINDS and claim.date is None and dossier.position(claim) == order
    ]


def _hour(dossier: Dossier, report: str, times: Sequence[TimeRow], claims: Sequence[Claim]) -> str | None:
    text = dossier.reports[report].text
    words = [text[max(0, time.start - BEFORE) : time.end] for time in times]
    return hour([time.date for time in times if time.date], words)


def keys_of(claim: Claim, dossier: Dossier, asked: Mapping[str, frozenset[str]]) -> frozenset[object]:
    """What tells that two claims of one day are of one event: a question that both answer, or one family of frame and one to whom it
    happened; a course of events (protests, a fire) is one whatever it is against."""
    keys: set[object] = set(asked.get(claim.id, ()))
    if claim.event is not None and claim.event.frame is not None:
        item = occurrence(claim, dossier)
        keys |= {(item.family, one.entity or one.noun) for one in item.targets or item.actors}
        keys |= {(item.family, "")} if table("event_questions_en").get(item.family, {}).get("noun") else set()
    return frozenset(keys)


def _modality(claims: Sequence[Claim], span: Span, published: str) -> str:
    """What the sentence says of its day; what was still to come when it was published is planned.

    A thing that is counted may be told in a negated clause ("the two tanks that did not burn"), and nothing of the day is denied."""
    events = [claim for claim in claims if claim.event is not None] or claims
    found = {claim.modality for claim in events if claim.event or claim.modality != "denied"} or {"asserted"}
    said = next((modality for modality in _MODALITIES if modality in found), "asserted")
    return "planned" if said == "asserted" and published and span[0] > published else said
