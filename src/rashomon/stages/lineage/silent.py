"""Rewrites that name no origin: told by the same particulars, sentence after sentence, in the same order.

Two reporters of one happening choose other particulars and another order; so nearly all of the one must stand in the other,
and much of it nowhere else. Which of the two was first, or whether both had one release before them, is not told by that."""

from collections.abc import Iterable, Iterator

from rashomon.model.lineage import Lineage
from rashomon.model.report import Report
from rashomon.stages.lineage.credited import Found, Shelf, row_of, strangers, tells_its_matter
from rashomon.stages.lineage.direction import later_or_greater
from rashomon.stages.lineage.house import outlet_name, same_house

_LIKE = 0.55  # likeness; independent reports of one happening lie about .27, the likest of them rarely above
_NEAREST = 3  # reports that are read beside each
_SENTENCES = 6  # different sentences of the other that are told again; fewer are any short report's
_SHARE = 0.8  # share of the report's words that stand in sentences told again
_IN_ORDER = 0.9
_HELD = 0.75  # share of the report's names and numbers that the other has


def silent_rewrites(shelf: Shelf, known: Iterable[Found]) -> list[Found]:
    """What was found for reports that have no origin yet, the later (else the greater id) of two as the derived one."""
    done = {id for found in known for id in (found.report.id, found.origin.id)}
    return [found for report in shelf.reports.values() if report.id not in done for found in _found(report, shelf)]


def _found(report: Report, shelf: Shelf) -> Iterator[Found]:
    """The report as the shorter of two, whichever of them is the derived one."""
    if shelf.linked.get(report.id):
        return
    near = shelf.likeness.near(report.id, shelf.settings.near)
    for id, likeness in list(near.items())[:_NEAREST]:
        other = shelf.reports[id]
        longer = (len(other.text), other.id) > (len(report.text), report.id)
        if likeness >= _LIKE and longer and not same_house(report, other) and _same_matter(report, other, near, shelf):
            derived = later_or_greater(report, other)
            origin = other if derived is report else report
            told, facts = shelf.retold(derived, origin), shelf.held(report, other)
            yield Found(derived, origin, likeness, told, False, facts, shelf.settings.half)
            return


def _same_matter(report: Report, other: Report, near: Iterable[str], shelf: Shelf) -> bool:
    held = shelf.held(report, other)
    if held < _HELD or not tells_its_matter(
        report, other, strangers(report, near, shelf.outlet[other.id], shelf), shelf
    ):
        return False
    told = shelf.retold(report, other)
    sentences = len({theirs for _, theirs in told.passages})
    return told.share >= _SHARE and told.order >= _IN_ORDER and sentences >= _SENTENCES


def silent_row(found: Found) -> Lineage:
    derived, origin = found.report, found.origin
    why = (
        f"{outlet_name(derived)} tells {found.told.share:.0%} of its words as {outlet_name(origin)} does, in the same order "
        f"and with the same names and numbers ({found.facts:.0%}), and credits nobody: either may have it from the other, "
        "or both from one source."
    )
    return row_of(found, "undetermined", True, why)
