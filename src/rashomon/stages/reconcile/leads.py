"""The news that a report begins with, on the day that its first sentences name.

A report's lead often leaves the day to the sentence behind it ("Gunmen stormed a school. The attack on Monday …"). What it
tells then belongs to the day of its neighbour, where that lies just before the report was published; else nobody knows its day.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from rashomon.model.claim import Claim
from rashomon.stages.reconcile.dossier import Dossier

_LEAD = 3  # sentences that tell the news; what follows explains it (the inverted pyramid)
_NEAR = 4  # sentences in which the day of the news is named
_FRESH = timedelta(days=2)
Span = tuple[str, str]
Named = Mapping[int, Mapping[Span, Sequence[Claim]]]


def with_lead(dossier: Dossier, report: str, named: Named) -> dict[int, dict[Span, list[Claim]]]:
    """`named` holds the claims of each sentence (by its place in the report) by the days that it names; the same with the
    events of the lead beside those of the sentence that names the day of the news."""
    days = {order: {span: list(claims) for span, claims in spans.items()} for order, spans in named.items()}
    home = _home_of_the_news(dossier, report, named)
    if home is not None:
        order, span = home
        days[order][span] += _undated_lead(dossier, report, named)
    return days


def _undated_lead(dossier: Dossier, report: str, named: Named) -> list[Claim]:
    """The asserted events of the first sentences, where those name no day."""
    claims = [claim for claim in dossier.claims_in(report) if claim.kind == "event" and claim.modality == "asserted"]
    places = [(dossier.position(claim), claim) for claim in claims]
    return [claim for order, claim in places if order < _LEAD and order not in named]


def _home_of_the_news(dossier: Dossier, report: str, named: Named) -> tuple[int, Span] | None:
    """The first sentence, among the first, that names a day which was over, or not yet over, when the report was published."""
    published = (dossier.reports[report].published or dossier.story.days.get(report, ""))[:10]
    homes = ((order, span) for order in sorted(named) if order < _NEAR for span in sorted(named[order]))
    return next((home for home in homes if _is_fresh(home[1], published)), None)


def _is_fresh(span: Span, published: str) -> bool:
    try:
        day, last = date.fromisoformat(published), date.fromisoformat(span[1])
    except ValueError:
        return False
    return span[0] == span[1] and day - _FRESH <= last <= day
