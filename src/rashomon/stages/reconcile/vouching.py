"""Who is named for an answer, in sentences for people."""

from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.replies import Reply


def told_by(reply: Reply, dossier: Dossier) -> str:
    """ "Radio Kestrel's", by the first report's outlet or the one speaker it names."""
    name = voucher(reply, dossier)
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def voucher(reply: Reply, dossier: Dossier) -> str:
    """Who is named for the answer: the last speaker of its first claim with a chain, else its first outlet."""
    claims = sorted(reply.claims, key=lambda claim: (not claim.attribution, dossier.published(claim), claim.id))
    named = dossier.name_of(claims[0].attribution[-1].entity) if claims[0].attribution else None
    name = " ".join((named or dossier.speaker_name(claims[0])).split())
    return dossier.outlet_name(claims[0]) if name.casefold() in _NOBODY else name


_NOBODY = frozenset("i he she it we they who its his her their".split())
