"""Which event claims tell one event, also where there are more of them than can be set against each other."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from rashomon.stages.reconcile.events.drafts import distinct
from rashomon.stages.reconcile.events.occurrences import occurrence, told_together
from rashomon.stages.reconcile.replies import Draft

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


@pytest.mark.parametrize("compared", [2, 400])
def test_one_event_is_found_among_more_than_are_compared(
    making: Making, monkeypatch: pytest.MonkeyPatch, compared: int
) -> None:
    monkeypatch.setattr("rashomon.stages.reconcile.nearest._COMPARED", compared)
    things = ("mill", "quay", "barn", "chapel", "kiln", "tower", "mill")
    for number, thing in enumerate(things):
        making.report(f"r{number}", f"Raiders burned the {thing} near the old {thing} road.")
        making.event(f"r{number}", "burned", "burn", None, "Raiders", f"the {thing}")
    dossier = making.dossier()
    groups = told_together([occurrence(claim, dossier) for claim in making.claims], dossier)
    together = [sorted(item.claim.report for item in group) for group in groups]
    assert ["r0", "r6"] in together
    assert len(together) == len(things) - 1


def test_two_deeds_asked_after_in_one_question_about_blame_are_joined(making: Making) -> None:
    """The key of a question about blame has two parts, not four."""
    making.report("star", "Nothing happened.")
    one = Draft(kind="event", group="blame", question="Who is blamed, and by whom?", key=("blame", "c1"), replies=())
    other = replace(one, key=("blame", "c2"))
    assert distinct([one, other]) == [one]
