"""Who is named for an answer, in sentences for people."""

import re

from rashomon.stages.reconcile.dossier import UNNAMED, Dossier
from rashomon.stages.reconcile.population import singular
from rashomon.stages.reconcile.replies import Reply

_NOBODY = frozenset("i he she it we they who its his her their claim claims report reports account statement".split())
_BARE = re.compile(r"^(?:[a-z][\w’-]*)(?: [\w’-]+)*$")


def told(reply: Reply, dossier: Dossier) -> str:
    """ "12 according to the fire service": the answer, and who is named for it."""
    return f"{_opening(reply.value)} according to {voucher(reply, dossier)}"


def both_told(a: Reply, b: Reply, dossier: Dossier) -> str:
    """ "12 according to the fire service and 31 according to The Gazette"; one name where one stands for both."""
    one, other = voucher(a, dossier), voucher(b, dossier)
    if one == other:
        return f"{_opening(a.value)} and {b.value}, both according to {one},"
    return f"{told(a, dossier)} and {b.value} according to {other}"


def voucher(reply: Reply, dossier: Dossier) -> str:
    """Who is named for the answer: the last speaker of its first claim with a chain, else its first outlet."""
    claims = sorted(reply.claims, key=lambda claim: (not claim.attribution, dossier.published(claim), claim.id))
    first = claims[0]
    named = dossier.name_of(first.attribution[-1].entity) if first.attribution else None
    name = " ".join((named or dossier.speaker_name(first)).split())
    if name.casefold() in _NOBODY or not name:
        return dossier.outlet_name(first)
    return name if named else _with_article(name, dossier.speaker_of(first) == UNNAMED)


def _with_article(name: str, unnamed: bool) -> str:
    """ "The fire service", "a source", "witnesses": a common noun as it stands in a sentence."""
    head = name.split(" of ")[0].split(" in ")[0].split(" at ")[0].rsplit(" ", 1)[-1]
    plain = _BARE.match(name) and not re.match(
        r"(?:the|a|an|one|some|several|many|local|its|his|her|their|two|three|four)\b", name
    )
    if (
        not plain
        or (singular(head) != head and head not in ("headquarters", "services"))
        or head in ("police", "people", "media")
    ):
        return name
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}" if unnamed else f"the {name}"


def _opening(value: str) -> str:
    """The value as a sentence opens."""
    return value[:1].upper() + value[1:]
