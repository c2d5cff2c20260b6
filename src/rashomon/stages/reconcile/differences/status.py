"""What all answers together come to: the status of a finding, and why."""

from collections.abc import Callable, Sequence

from rashomon.model.record import Relation, Support
from rashomon.stages.reconcile.dossier import Dossier, speakers_of
from rashomon.stages.reconcile.replies import Reply

_Test = Callable[[Sequence[Reply], Sequence[Relation], Support, Dossier], str | None]


def _of_kind(*kinds: str) -> _Test:
    def test(replies: Sequence[Reply], relations: Sequence[Relation], support: Support, dossier: Dossier) -> str | None:
        return next((row.why for row in relations if row.kind in kinds), None)

    return test


def _agreed(replies: Sequence[Reply], relations: Sequence[Relation], support: Support, dossier: Dossier) -> str | None:
    if support.texts < 2 or support.speakers < 2:
        return None
    return f"{support.texts} independent texts and {support.speakers} speakers give “{replies[0].value}”."


def _overlapped(
    replies: Sequence[Reply], relations: Sequence[Relation], support: Support, dossier: Dossier
) -> str | None:
    """Another voice's answer can be true together with the leading one."""
    leading = speakers_of(dossier, replies[0].claims)
    for row in relations:
        if row.a == 0 and row.kind == "compatible" and speakers_of(dossier, replies[row.b].claims) - leading:
            return row.why
    return None


# In the contract's order; what is left is "single".
STATUSES: tuple[tuple[str, _Test], ...] = (
    ("contested", _of_kind("conflict")),
    ("corrected", _of_kind("correction", "retraction")),
    ("updated", _of_kind("update")),
    ("agreed", _agreed),
    ("compatible", _overlapped),
)


def status_of(
    replies: Sequence[Reply], relations: Sequence[Relation], support: Support, dossier: Dossier
) -> tuple[str, str]:
    """The first status that fits over all answers, and why in one plain sentence."""
    for status, test in STATUSES:
        why = test(replies, relations, support, dossier)
        if why:
            return status, why
    return "single", _single(support)


def _single(support: Support) -> str:
    if support.reports > 1:
        texts = "one text" if support.texts == 1 else f"{support.texts} texts"
        speakers = "one speaker" if support.speakers == 1 else f"{support.speakers} speakers"
        return f"{support.reports} reports carry it, but {texts} and {speakers} stand behind it."
    return "Only one report gives it."
