"""Those counted as injured who have died since: a later count of the dead holds them, and nobody is left to count twice.

One report tells of three injured and of nobody dead; all reports that tell of the dead count one, and nobody injured: one of the three
died. It is inferred only where no report that knows of the dead still counts injured.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.figures.roster import may_be
from rashomon.stages.reconcile.quantity import point
from rashomon.stages.reconcile.replies import Draft, Reply


def died_since(drafts: Sequence[Draft], dossier: Dossier) -> list[Draft]:
    """The drafts; answers to how many were injured know how many of them the dead of the same happening hold."""
    dead, hurt = (_main(drafts, measure) for measure in ("killed", "injured"))
    if dead is None or hurt is None:
        return list(drafts)
    later = _later(dead, hurt, dossier)
    return [later if draft is hurt else draft for draft in drafts]


def _main(drafts: Sequence[Draft], measure: str) -> Draft | None:
    """The draft on all people that most reports answer."""
    asked = [draft for draft in drafts if draft.key[1:4] == (measure, "people", "")]
    return max(asked, key=lambda draft: (len(_reports(draft.replies)), draft.key), default=None)


def _reports(replies: Sequence[Reply]) -> set[str]:
    return {claim.report for reply in replies for claim in reply.claims}


def _told(draft: Draft) -> dict[str, float]:
    """Report → the most that it counts, persons told of singly included."""
    most: dict[str, float] = {}
    singly: Counter[str] = Counter()
    for reply in draft.replies:
        for report in _reports([reply]):
            if reply.single:
                singly[report] += len(reply.persons)
            else:
                most[report] = max(most.get(report, 0), (point(reply.figure) if reply.figure else 0) or 0)
    return {report: max(most.get(report, 0), singly[report]) for report in most.keys() | singly.keys()}


def _later(dead: Draft, hurt: Draft, dossier: Dossier) -> Draft:
    killed, injured = _told(dead), _told(hurt)
    counts = Counter(number for number in killed.values() if number)
    if not counts:
        return hurt
    toll = max(counts, key=lambda number: (counts[number], number))
    knowing = {report for report, number in killed.items() if number >= toll}
    if any(injured.get(report) for report in knowing):
        return hurt
    last = max(dossier.day_of(claim) for reply in dead.replies for claim in reply.claims)
    return replace(hurt, replies=tuple(_marked(reply, killed, toll, last, dead, dossier) for reply in hurt.replies))


def _may_hold(dead: Sequence[Reply], hurt: Reply) -> bool:
    """Whether one of the dead may be one of the injured: counts always may, persons where nothing sets them apart."""
    one_by_one = [person for reply in dead if reply.single for person in reply.persons]
    if not hurt.single or len(one_by_one) < len([reply for reply in dead if reply.figure]):
        return True
    return any(may_be(single, person) for other in hurt.persons for single in other.singles for person in one_by_one)


def _marked(reply: Reply, killed: Mapping[str, float], toll: float, last: str, dead: Draft, dossier: Dossier) -> Reply:
    if not _may_hold(dead.replies, reply):
        return reply
    known = max(killed.get(report, 0) for report in _reports([reply]))
    early = min(dossier.day_of(claim) for claim in reply.claims) <= last
    if known >= toll or not early or not point(reply.figure) if reply.figure else True:
        return reply
    deaths = [claim for other in dead.replies for claim in other.claims if killed[claim.report] >= toll]
    return replace(reply, since=int(toll - known), deaths=tuple(sorted({claim.id for claim in deaths})))
