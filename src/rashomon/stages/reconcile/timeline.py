"""The timeline: the days that reports name, in a report's own sentences.

A day matters where many texts come back to it (Tran et al. 2013; Ghalandari and Ifrim 2020); a sentence stands for its day
where it says what others say of it. Both are on absolute scales, so that stories can be compared.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log1p

from rashomon.model.claim import Claim
from rashomon.model.record import TimelineRow
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.leads import leads
from rashomon.stages.reconcile.measuring import day_span
from rashomon.stages.reconcile.occurrences import occurrence
from rashomon.stages.reconcile.settings import Settings
from rashomon.stages.reconcile.tables import table

_LONGEST_SPAN = 3  # days; a week or a month is a period and no day of a timeline, a weekend and "4 and 5 January" are
_SAME_EVENT = 0.15  # the same for two that tell an event of one family that happened to the same
_SAME = 0.4  # overlap of content words at which two sentences of one day tell one thing
_LENT = 0.5  # a sentence whose day its neighbour names stands behind those that name it
_MANY = 25.0  # texts that name a day at which its weight comes near 1
_KINDS = {"figure": 0.35, "event": 0.3}
_TYPES = {"ASSAULT": 0.15, "PROTEST": 0.12, "MOBILIZE": 0.12, "COERCE": 0.12, "AGREE": 0.1, "SANCTION": 0.1}
_SHORTEST, _LONGEST = 40, 400  # characters of a sentence that tells a day well


@dataclass(frozen=True)
class Dated:
    """A sentence of a report that names a day: `[start, end)` in its text. `order` is its place in the report, from 0; `lent`: its day is named by
    a neighbour (`leads.py`)."""

    report: str
    start: int
    end: int
    order: int
    text: str
    first: str
    last: str
    claims: tuple[Claim, ...]
    words: frozenset[str]
    events: frozenset[tuple[str, str]]
    lent: bool = False


def timeline(dossier: Dossier, settings: Settings) -> tuple[TimelineRow, ...]:
    """Rows in order of time, of each day or interval the most salient."""
    days: dict[tuple[str, str], list[Dated]] = {}
    for dated in _all_dated(dossier):
        days.setdefault((dated.first, dated.last), []).append(dated)
    rows = [row for day in sorted(days) for row in _rows(days[day], dossier)[: settings.rows_per_day]]
    return tuple(sorted(rows, key=lambda row: (row.start, row.end, -row.salience, row.text)))


def _all_dated(dossier: Dossier) -> Iterable[Dated]:
    for report in sorted(dossier.reports):
        spans = dossier.sentences_of(report)
        named: dict[int, dict[tuple[str, str], list[Claim]]] = {}
        for claim in dossier.claims_in(report):
            span = _span(claim.date)
            if span and claim.kind in _KINDS and claim.modality in ("asserted", "planned") and spans:
                named.setdefault(dossier.position(claim), {}).setdefault(span, []).append(claim)
        for time in dossier.times_in(report):
            span = _span(time.date)
            if span and spans:
                named.setdefault(dossier.position_at(report, time.start), {}).setdefault(span, [])
        for order in sorted(named):
            if not _tells(spans[order], named[order].values()):
                continue
            for span in sorted(named[order]):
                if _only_bounds(dossier, report, spans[order], span):
                    continue
                yield _dated(dossier, report, order, span, named[order][span])
        for order, span, claims in leads(dossier, report, named):
            yield replace(_dated(dossier, report, order, span, claims), lent=True)


# "Passengers who were to leave on Wednesday" tells a plan, "until March 20" a bound, and "since Tuesday" another: no event of
# that day.
_BOUND = re.compile(
    r"(?:\b(?:was|were|is|are|had been|has been) (?:to|due to|set to|scheduled to|supposed to|expected to|meant to) [a-z]+(?: [\w'’-]+){0,4}?|"
    r"\b(?:until|till|since))\s+(?:on |the |late |early |at least |[Nn]oon on )?$"
)
_LOOK_BACK = 60


def _only_bounds(dossier: Dossier, report: str, sentence: tuple[int, int], span: tuple[str, str]) -> bool:
    """Whether every expression of the day in the sentence only bounds or plans something."""
    text = dossier.reports[report].text
    times = [
        time
        for time in dossier.times_in(report)
        if sentence[0] <= time.start < sentence[1] and _span(time.date) == span
    ]
    return bool(times) and all(
        _BOUND.search(text[max(sentence[0], time.start - _LOOK_BACK) : time.start]) for time in times
    )


def _tells(span: tuple[int, int], claims: Iterable[Sequence[Claim]]) -> bool:
    """Whether a sentence says something: a dateline or a stamp does not."""
    return any(claims) or span[1] - span[0] >= _SHORTEST


def _span(when: object) -> tuple[str, str] | None:
    """First and last day where they are at most a week apart."""
    from datetime import date

    found = day_span(when)  # type: ignore[arg-type]
    if found is None or len(found[0]) != 10:
        return None
    try:
        apart = (date.fromisoformat(found[1]) - date.fromisoformat(found[0])).days
    except ValueError:
        return None
    return found if 0 <= apart < _LONGEST_SPAN else None


def _dated(dossier: Dossier, report: str, order: int, span: tuple[str, str], claims: Sequence[Claim]) -> Dated:
    start, end = dossier.sentences_of(report)[order]
    text = dossier.reports[report].text[start:end]
    words = dossier.words_in(text)
    return Dated(report, start, end, order, text, span[0], span[1], tuple(claims), words, _told(claims, dossier))


def _told(claims: Sequence[Claim], dossier: Dossier) -> frozenset[tuple[str, str]]:
    """Family and who or what it happened to, for the events of the table of questions."""
    rows = table("event_questions_en")
    items = [occurrence(claim, dossier) for claim in claims if claim.event is not None and claim.event.family in rows]
    return frozenset((item.family, one.entity or one.noun) for item in items for one in item.targets or item.actors)


def _rows(day: Sequence[Dated], dossier: Dossier) -> list[TimelineRow]:
    """The day's rows: sentences that tell one thing joined, the best words kept."""
    weight = _day_weight(day, dossier)
    groups: list[list[Dated]] = []
    for dated in sorted(day, key=lambda d: (-_merit(d, day, dossier), d.report, d.start)):
        home = next((group for group in groups if _alike(dated, group[0], dossier)), None)
        if home is None:
            groups.append([dated])
        else:
            home.append(dated)
    rows = [_row(group, weight, day, dossier) for group in groups]
    return sorted(rows, key=lambda row: (-row.salience, row.text))


def _day_weight(day: Sequence[Dated], dossier: Dossier) -> float:
    """0-1: how many texts name the day, on a logarithmic scale; naming it days later counts double."""
    texts: dict[str, float] = {}
    for dated in day:
        report = dossier.reports[dated.report]
        published = (report.published or dossier.story.days.get(report.id, ""))[:10]
        text = dossier.voice_of[dated.report]
        texts[text] = max(texts.get(text, 0.0), 2.0 if published > dated.last else 1.0)
    return min(1.0, log1p(sum(texts.values())) / log1p(_MANY))


def _merit(dated: Dated, day: Sequence[Dated], dossier: Dossier) -> float:
    """0-1: how well a sentence stands for its day: its claims, its place in the report, what others of the day say too."""
    kinds = max(
        (_KINDS[c.kind] + _TYPES.get((c.event.type or "") if c.event else "", 0.0) for c in dated.claims), default=0.0
    )
    early = 0.15 / (1 + dated.order / 5)
    others = [other.words for other in day[:60] if other.report != dated.report]
    centre = sum(_share(dated.words, words, dossier) for words in others) / len(others) if others else 0.0
    length = 0.1 if _SHORTEST <= len(dated.text) <= _LONGEST else 0.0
    return min(1.0, kinds + early + centre + length) * (_LENT if dated.lent else 1.0)


def _share(a: frozenset[str], b: frozenset[str], dossier: Dossier) -> float:
    return dossier.share(a, b)


def _alike(a: Dated, b: Dated, dossier: Dossier) -> bool:
    share = min(_share(a.words, b.words, dossier), _share(b.words, a.words, dossier))
    return share >= (_SAME_EVENT if a.events & b.events else _SAME)


def _row(group: Sequence[Dated], weight: float, day: Sequence[Dated], dossier: Dossier) -> TimelineRow:
    best = group[0]
    voices = {dossier.voice_of[dated.report] for dated in group}
    told = min(1.0, log1p(len(voices)) / log1p(_MANY))
    return TimelineRow(
        story=dossier.story.id,
        start=best.first,
        end=best.last,
        text=best.text,
        claims=tuple(sorted({claim.id for dated in group for claim in dated.claims})),
        voices=tuple(sorted(voices)),
        salience=round(0.7 * weight + 0.15 * told + 0.15 * _merit(best, day, dossier), 4),
    )
