"""The news that a report begins with, on the day that its first sentences name.

A report's lead often leaves the day to the sentence behind it ("Gunmen stormed a school. The attack on Monday …"). Such a
sentence belongs to the day of its neighbour where that lies just before the report was published; else nobody knows its day.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from rashomon.model.claim import Claim
from rashomon.stages.reconcile.dossier import Dossier

_LEAD = 3  # sentences that tell the news; what follows explains it (the inverted pyramid)
_NEAR = 4  # sentences in which the day of the news is named
_FRESH = timedelta(days=2)
Span = tuple[str, str]
Named = Mapping[int, Mapping[Span, Sequence[Claim]]]


def leads(dossier: Dossier, report: str, named: Named) -> Iterator[tuple[int, Span, list[Claim]]]:
    """Sentences without a day among the first, each with the day of the news and its asserted events.

    `named` holds the days that each sentence names, by its place in the report."""
    day = _day_of_the_news(dossier, report, named)
    if day is None:
        return
    told: dict[int, list[Claim]] = {}
    for claim in dossier.claims_in(report):
        if claim.kind == "event" and claim.modality == "asserted" and claim.date is None:
            told.setdefault(dossier.position(claim), []).append(claim)
    for order in range(_LEAD):
        if order in told and order not in named:
            yield order, day, told[order]


def _day_of_the_news(dossier: Dossier, report: str, named: Named) -> Span | None:
    """The first day that the first sentences name and that was over, or not yet over, when the report was published."""
    published = (dossier.reports[report].published or dossier.story.days.get(report, ""))[:10]
    spans = (span for order in sorted(named) if order < _NEAR for span in sorted(named[order]))
    return next((span for span in spans if _is_fresh(span, published)), None)


def _is_fresh(span: Span, published: str) -> bool:
    try:
        day, last = date.fromisoformat(published), date.fromisoformat(span[1])
    except ValueError:
        return False
    return span[0] == span[1] and day - _FRESH <= last <= day
