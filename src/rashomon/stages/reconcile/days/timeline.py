"""The timeline: what happened when, one line an event, in a report's own sentences.

How much a day matters is said in `standing.py` and, over all stories that belong together, in `chapters.py`; which sentence stands for
an event, in `lines.py`.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rashomon.model.record import Day, Finding, TimelineRow
from rashomon.stages.reconcile.days.dated import Dated, dated
from rashomon.stages.reconcile.days.happenings import asked
from rashomon.stages.reconcile.days.hours import clock_of
from rashomon.stages.reconcile.days.lines import Line, clock_told, joined, lines, one_event
from rashomon.stages.reconcile.days.naming import days_between, days_of
from rashomon.stages.reconcile.days.standing import days
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.settings import Settings

_RETOLD = 3  # days on which a sentence without a day of its own may tell what is known of another


def timeline(
    dossier: Dossier, settings: Settings, findings: Sequence[Finding] = ()
) -> tuple[tuple[TimelineRow, ...], tuple[Day, ...]]:
    """Rows in order of time, of each day or interval the most salient; and how the days stand in the story.

    A row's salience is its share of the day's best; `chapters.weighed` multiplies it by the day's."""
    sentences = list(dated(dossier, asked(findings)))
    told = _without_retold(_within_days(_by_day(sentences, dossier), dossier), dossier)
    rows = [row for span in sorted(told) for row in _rows(told[span], dossier)[: settings.rows_per_day]]
    return tuple(in_order(rows)), days(dossier, sentences)


def in_order(rows: Iterable[TimelineRow]) -> list[TimelineRow]:
    """By day; what is told of the whole day first, then by the hour."""
    return sorted(
        rows, key=lambda row: (row.start[:10], row.end[:10], clock_of(row.time), -row.salience, row.text, row.story)
    )


def _by_day(sentences: Iterable[Dated], dossier: Dossier) -> dict[tuple[str, str], list[Line]]:
    found: dict[tuple[str, str], list[Dated]] = {}
    for one in sentences:
        found.setdefault((one.first, one.last), []).append(one)
    return {span: lines(found[span], dossier) for span in sorted(found)}


def _within_days(told: Mapping[tuple[str, str], list[Line]], dossier: Dossier) -> dict[tuple[str, str], list[Line]]:
    """An event of an interval that is also told on one of its days stands on that day alone."""
    kept = {span: list(found) for span, found in told.items()}
    for first, last in (span for span in told if span[0] != span[1]):
        for line in told[first, last]:
            home = _home(line, (kept.get((day, day), []) for day in days_of(first, last)), dossier)
            if home is not None:
                kept[first, last].remove(line)
                known = kept[home.first, home.first]
                known[known.index(home)] = joined(home, line)
    return kept


def _without_retold(told: Mapping[tuple[str, str], list[Line]], dossier: Dossier) -> dict[tuple[str, str], list[Line]]:
    """Without the lines that have no day of their own and tell what is told of a day shortly before, or is dated there."""
    kept: dict[tuple[str, str], list[Line]] = {}
    for span in sorted(told):
        others = [kept.get(known, told[known]) for known in sorted(told) if known != span and _near(known, span)]
        sure = [[line for line in found if not line.lent or line.first < span[0]] for found in others]
        kept[span] = [line for line in told[span] if not line.lent or _home(line, sure, dossier) is None]
    return kept


def _near(a: tuple[str, str], b: tuple[str, str]) -> bool:
    apart = days_between(a[0], b[0])
    return apart is not None and abs(apart) <= _RETOLD


def _home(line: Line, others: Iterable[Sequence[Line]], dossier: Dossier) -> Line | None:
    return next((other for found in others for other in found if one_event(line.best, other.best, dossier)), None)


def _rows(told: Sequence[Line], dossier: Dossier) -> list[TimelineRow]:
    """The day's rows, the most salient first; the best has 1."""
    most = max((line.merit for line in told), default=0.0)
    rows = [_row(line, dossier) for line in told]
    weighed = [msgspec.structs.replace(row, salience=round(row.salience / most, 4) if most else 0.0) for row in rows]
    return sorted(weighed, key=lambda row: (-row.salience, row.text))


def _row(line: Line, dossier: Dossier) -> TimelineRow:
    best = line.best
    return TimelineRow(
        story=dossier.story.id,
        start=line.first,
        end=best.last,
        time=clock_told(line.told),
        text=best.text,
        modality=best.modality,
        report=best.report,
        span=(best.start, best.end),
        claims=tuple(sorted({claim.id for one in line.told for claim in one.claims})),
        voices=tuple(sorted({dossier.voice_of[one.report] for one in line.told})),
        salience=line.merit,
    )
