"""The sentences of a story's reports that name a day."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from rashomon.model.claim import Claim
from rashomon.model.measure import TimeRow, When
from rashomon.stages.reconcile.dossier import Dossier, content_words
from rashomon.stages.reconcile.hours import BEFORE, hour
from rashomon.stages.reconcile.leads import leads
from rashomon.stages.reconcile.measuring import day_span
from rashomon.stages.reconcile.occurrences import occurrence
from rashomon.stages.reconcile.population import population_of
from rashomon.stages.reconcile.quantity import point
from rashomon.stages.reconcile.tables import table, whole_words
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
    `named`: the day
    only says which event is meant ("the May 2 attack"). `incident`: it tells of violence or an accident. `events`: for each claim of the day that tells one, the keys by which others tell it too."""

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
    incident: bool = False
    named: bool = False
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
        spans, text = dossier.sentences_of(report), dossier.reports[report].text
        for order in sorted(named):
            if not _tells(text[slice(*spans[order])], named[order].values()):
                continue
            for span in sorted(named[order]):
                one = _one(dossier, report, order, span, named[order], asked)
                if not _only_bounds(dossier, report, spans[order], span) and not _misread(one, _near(dossier, report, spans[order], span)):
                    yield one
        for order, span, claims in leads(dossier, report, named):
            if _tells(text[slice(*spans[order])], [claims]):
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


_LOOK_BACK = 60
_ABOUT = 70  # characters about a day in which the verb that it goes with stands


@cache
def _bound() -> re.Pattern[str]:
    """ "Passengers who were to leave on Wednesday" tells a plan, "until March 20" a bound: no event of that day."""
    rules = table("timeline_en")
    return re.compile(rf"\b(?:{'|'.join(rules['bounds'])})\s+{rules['after_bounds']}$")


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(table("timeline_en")["furniture"]), re.IGNORECASE)


@cache
def _ahead() -> re.Pattern[str]:
    return whole_words(table("timeline_en")["ahead"])


def _only_bounds(dossier: Dossier, report: str, sentence: tuple[int, int], span: Span) -> bool:
    """Whether every expression of the day in the sentence only bounds or plans something."""
    text = dossier.reports[report].text
    times = [time.start for time in _times(dossier, report, sentence, span)]
    return bool(times) and all(_bound().search(text[max(sentence[0], at - _LOOK_BACK) : at]) for at in times)


def _misread(one: Dated, near: str) -> bool:
    """Whether the sentence tells as done what was still to come when it was published: "gathered on Monday" is no Monday to come.

    `near` are the words about the day. Nor is what somebody will do on Monday of a Monday past."""
    modalities = {claim.modality for claim in one.claims}
    if one.published and one.last < one.published:
        return modalities == {"planned"} and not one.full and bool(re.search(r"\bwill\b", near))
    if not one.published or one.first <= one.published or modalities - {"asserted"}:
        return False
    done = (c.quote[c.event.start - c.start : c.event.end - c.start] for c in one.claims if c.event)
    return not _ahead().search(near) or any(_PAST.search(words) for words in done)


def _near(dossier: Dossier, report: str, sentence: tuple[int, int], span: Span) -> str:
    """The words about the expressions of the day, within the sentence; the sentence where a claim's date stands elsewhere."""
    times = _times(dossier, report, sentence, span)
    start = max(sentence[0], min(time.start for time in times) - _ABOUT) if times else sentence[0]
    end = min(sentence[1], max(time.end for time in times) + _ABOUT) if times else sentence[1]
    return dossier.reports[report].text[start:end]


_PAST = re.compile(r"\b(?:[a-z]{2,}ed|was|were|had)\b")


def _owned(text: str, times: Sequence[tuple[int, int]]) -> bool:
    """Whether the days only say which event is meant ("Thursday's release")."""
    return bool(times) and all(re.search(r"['’]s?$", text[start:end]) or re.match(r"['’]s?\b", text[end:]) for start, end in times)


def _times(dossier: Dossier, report: str, sentence: tuple[int, int], span: Span) -> list[TimeRow]:
    return [
        time
        for time in dossier.times_in(report)
        if sentence[0] <= time.start < sentence[1] and near_span(time.date) == span
    ]


def _tells(text: str, claims: Iterable[Sequence[Claim]]) -> bool:
    """Whether a sentence says something: a dateline or a stamp does not, nor does the furniture of a page."""
    return (any(claims) or len(text) >= _SHORTEST) and not _furniture().search(text)


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
        modality=_modality(claims, span, published, text),
        claims=claims,
        words=frozenset([*content_words(text), *_NUMBER.findall(text)]) - _CALENDAR,
        time=_hour(dossier, report, times),
        events=tuple(keys for claim in claims or beside if (keys := keys_of(claim, dossier, asked))),
        incident=_tells_of_harm(claims or beside) or bool(_incident().search(text)),
        named=bool(times) and all(_attributive(text, time.start - start, time.end - start) for time in times),
        aside=not claims and (any(named.values()) or _owned(text, [(t.start - start, t.end - start) for t in times])),
        full=any(_MONTH.search(dossier.reports[report].text[time.start : time.end]) for time in times),
    )


_NUMBER = re.compile(r"\b\d[\d.,]*\d\b")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d{4}")


def _undated(dossier: Dossier, report: str, order: int) -> list[Claim]:
    """The claims of a sentence that have no date: "It became known on Thursday that troops were sent" tells when it became known."""
    return [
        claim
        for claim in dossier.claims_in(report)
        if claim.kind in _KINDS and claim.date is None and dossier.position(claim) == order
    ]


def _hour(dossier: Dossier, report: str, times: Sequence[TimeRow]) -> str | None:
    text = dossier.reports[report].text
    return hour(
        (time.date, text[max(0, time.start - BEFORE) : time.start], text[time.start : time.end])
        for time in times
        if time.date is not None
    )


def keys_of(claim: Claim, dossier: Dossier, asked: Mapping[str, frozenset[str]]) -> frozenset[object]:
    """What tells that two claims of one day are of one event: a question that both answer, or one family of frame and one to whom it
    happened (a course of events, such as protests, is one whatever it is against), or one number of one kind of people or things."""
    keys: set[object] = set(asked.get(claim.id, ()))
    if claim.event is not None and claim.event.frame is not None:
        item = occurrence(claim, dossier)
        keys |= {(item.family, one.entity or one.noun) for one in item.targets or item.actors}
        keys |= {(item.family, "")} if table("event_questions_en").get(item.family, {}).get("noun") else set()
    if claim.figure is not None and claim.figure.counted and (number := point(claim.figure)) is not None:
        keys.add((number, population_of(claim.figure.counted).name))
    return frozenset(keys)


_TOLL = ("killed", "injured", "hospitalised")
_HARM = ("attack", "death", "injury", "explode", "fire", "crash", "collapse")


def _tells_of_harm(claims: Sequence[Claim]) -> bool:
    """Whether most of the claims tell of people harmed, or of what harms them."""
    harms = [c.figure.measure in _TOLL if c.figure else c.event is not None and c.event.family in _HARM for c in claims]
    return 2 * sum(harms) > len(harms)


@cache
def _incident() -> re.Pattern[str]:
    """ "The shooting at the club happened": a noun of violence or accidents, and soon a verb that says no more than that it was."""
    rules = table("timeline_en")
    nouns, verbs = ("|".join(map(re.escape, rules[name])) for name in ("incident", "occurs"))
    return re.compile(rf"\b(?:{nouns})s?\b(?: [\w’'.-]+){{0,8}}? (?:{verbs})\b", re.IGNORECASE)


def _attributive(text: str, start: int, end: int) -> bool:
    """Whether the day stands before a noun ("the May 2 attack")."""
    return bool(re.search(r"\b(?:the|an?)\s$", text[:start], re.IGNORECASE) and re.match(r",? [a-z]", text[end:]))


def _modality(claims: Sequence[Claim], span: Span, published: str, text: str) -> str:
    """What the sentence says of its day; what was still to come when it was published is planned. "Travelled there to help" is done.

    A thing that is counted may be told in a negated clause ("the two tanks that did not burn"), and nothing of the day is denied."""
    events = [claim for claim in claims if claim.event is not None] or claims
    found = {claim.modality for claim in events if claim.event or claim.modality != "denied"} or {"asserted"}
    said = next((modality for modality in _MODALITIES if modality in found), "asserted")
    to_come = bool(published) and span[0] > published
    if said in ("asserted", "planned"):
        return "planned" if to_come or (said == "planned" and _ahead().search(text)) else "asserted"
    return said
