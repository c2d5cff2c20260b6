"""The timeline: the days that reports name, in a report's own sentences.

A sentence stands for its day where it says what others say of it. How much the day matters is said in `standing.py` and, over all
stories that belong together, in `chapters.py`.
"""

from collections.abc import Iterable, Sequence
from math import log1p

from rashomon.model.claim import Claim
from rashomon.model.record import Day, TimelineRow
from rashomon.stages.reconcile.dated import Dated, dated
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.occurrences import occurrence
from rashomon.stages.reconcile.settings import Settings
from rashomon.stages.reconcile.standing import days
from rashomon.stages.reconcile.tables import table

_SAME_EVENT = 0.15
_SAME = 0.4
_LENT = 0.5
_MANY = 25.0
_KINDS = {"figure": 0.35, "event": 0.3}
_TYPES = {"ASSAULT": 0.15, "PROTEST": 0.12, "MOBILIZE": 0.12, "COERCE": 0.12, "AGREE": 0.1, "SANCTION": 0.1}
_SHORTEST, _LONGEST = 40, 400  # characters of a sentence that tells a day well


def timeline(dossier: Dossier, settings: Settings) -> tuple[tuple[TimelineRow, ...], tuple[Day, ...]]:
    """Rows in order of time, of each day or interval the most salient; and how the days stand in the story.

    A row's salience is its sentence's own; `chapters.weighed` adds the day's."""
    sentences = list(dated(dossier))
    by_day: dict[tuple[str, str], list[Dated]] = {}
    for one in sentences:
        by_day.setdefault((one.first, one.last), []).append(one)
    rows = [row for day in sorted(by_day) for row in _rows(by_day[day], dossier)[: settings.rows_per_day]]
    rows.sort(key=lambda row: (row.start, row.end, -row.salience, row.text))
    return tuple(rows), days(dossier, sentences)


def _told(claims: Iterable[Claim], dossier: Dossier) -> frozenset[tuple[str, str]]:
    """Family and who or what it happened to, for the events of the table of questions."""
    rows = table("event_questions_en")
    items = [occurrence(claim, dossier) for claim in claims if claim.event is not None and claim.event.family in rows]
    return frozenset((item.family, one.entity or one.noun) for item in items for one in item.targets or item.actors)


def _rows(day: Sequence[Dated], dossier: Dossier) -> list[TimelineRow]:
    """The day's rows: sentences that tell one thing joined, the best words kept."""
    groups: list[list[Dated]] = []
    for one in sorted(day, key=lambda d: (-_merit(d, day, dossier), d.report, d.start)):
        home = next((group for group in groups if _alike(one, group[0], dossier)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    rows = [_row(group, day, dossier) for group in groups]
    return sorted(rows, key=lambda row: (-row.salience, row.text))


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
    total = sum(dossier.rarity.get(word, 1.0) for word in a)
    return sum(dossier.rarity.get(word, 1.0) for word in a & b) / total if total else 0.0


def _alike(a: Dated, b: Dated, dossier: Dossier) -> bool:
    share = min(_share(a.words, b.words, dossier), _share(b.words, a.words, dossier))
    return share >= (_SAME_EVENT if _told(a.claims, dossier) & _told(b.claims, dossier) else _SAME)


def _row(group: Sequence[Dated], day: Sequence[Dated], dossier: Dossier) -> TimelineRow:
    best = group[0]
    voices = {dossier.voice_of[one.report] for one in group}
    told = min(1.0, log1p(len(voices)) / log1p(_MANY))
    return TimelineRow(
        story=dossier.story.id,
        start=best.first,
        end=best.last,
        text=best.text,
        modality=best.modality,
        report=best.report,
        span=(best.start, best.end),
        claims=tuple(sorted({claim.id for one in group for claim in one.claims})),
        voices=tuple(sorted(voices)),
        salience=round(0.5 * told + 0.5 * _merit(best, day, dossier), 4),
    )
