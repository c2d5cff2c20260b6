"""Tolls that are kept as they grow: up to which day a number counts, and which number is the growth of which."""

import re

from rashomon.model.claim import Claim
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.quantity import point
from rashomon.stages.reconcile.tables import cues

RUNNING = ("killed", "injured", "missing", "detained", "hospitalised", "displaced", "evacuated", "damaged")
_NEAR = 70  # characters on either side of a figure in which a cue counts, within its sentence
_LONGEST = 90
# "14 of them in the fire at the depot": a part in another place; "14 of them children" is a part by who they are.
_PARTED = re.compile(
    r"(?:[\w-]+ )?[\w-]+ of (?:them|those|whom)(?: were| was| died| were killed)?(?: killed| died)? (?:in|at|on|near|by|during) [^.;,]{3,90}",
    re.IGNORECASE,
)


def near(claim: Claim, dossier: Dossier) -> str:
    """The words about the figure, within its sentence: what stands further off speaks of something else."""
    own = claim.figure or claim.event or claim
    text = dossier.reports[claim.report].text
    start, end = dossier.span_of(claim)
    return text[max(start, own.start - _NEAR) : min(max(end, own.end), own.end + _NEAR)]


def up_to(claim: Claim, dossier: Dossier) -> str:
    """The day up to which a growing count counts, as ISO text; empty for other figures.

    "The toll rose to 14 on Wednesday": Wednesday is no day of the harm."""
    if claim.figure is None or claim.figure.measure not in RUNNING:
        return ""
    if claim.as_of is not None:
        return claim.as_of.end or claim.as_of.start or ""
    if not cues("running").search(near(claim, dossier)):
        return ""
    return ((claim.date.end or claim.date.start or "") if claim.date else "") or dossier.day_of(claim)


def grew_to(claim: Claim, dossier: Dossier) -> str:
    """The claim id of the total that the figure is told as the growth of ("rose to 14 after five people died"); else empty."""
    if claim.figure is None or claim.figure.measure not in RUNNING:
        return ""
    text = dossier.reports[claim.report].text
    for other in dossier.figures_beside(claim):
        assert other.figure is not None
        before = other.figure.end <= claim.figure.start and other.figure.measure == claim.figure.measure
        if before and _rises(other, dossier) and _smaller(claim, other):
            between = text[other.figure.end : claim.figure.start]
            if cues("growth").search(between):
                return other.id
    return ""


def _rises(claim: Claim, dossier: Dossier) -> bool:
    assert claim.figure is not None
    text = dossier.reports[claim.report].text
    return cues("running").search(text[max(0, claim.figure.start - _NEAR) : claim.figure.start]) is not None


def _smaller(a: Claim, b: Claim) -> bool:
    assert a.figure is not None and b.figure is not None
    one, other = point(a.figure), point(b.figure)
    return one is not None and other is not None and one < other


def parted(claim: Claim, dossier: Dossier) -> str:
    """The words that name a part of the figure elsewhere; empty where none follow it in its sentence."""
    if claim.figure is None or claim.figure.measure not in RUNNING:
        return ""
    text = dossier.reports[claim.report].text
    found = _PARTED.search(text[claim.figure.end : dossier.span_of(claim)[1]])
    words = " ".join(found.group().split()) if found else ""
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
