"""Tolls that are kept as they grow: which differences are updates, parts, or another scope."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


def between(finding: Any, one: str, other: str) -> Any:
    """The relation of the answers that hold two claims."""
    at = {claim: i for i, answer in enumerate(finding.answers) for claim in answer.claims}
    pair = tuple(sorted((at[one], at[other])))
    return next(row for row in finding.relations if (row.a, row.b) == pair)


def depot(making: Making) -> dict[str, str]:
    """A toll of nine on Monday, fourteen on Tuesday, a wider one, and one that is taken back."""
    making.report("star", "Nine people were killed in the fire at the mill, the ministry said.", "2031-05-05")
    making.report(
        "sun",
        "The death toll from the fire at the mill rose to 14 on Tuesday, the ministry said, after five people died of their burns. "
        "The ministry had put the toll at nine on Monday.",
        "2031-05-06",
    )
    making.report("moon", "Dozens of people were killed in the fire at the mill, the guild said.", "2031-05-05")
    making.report(
        "dawn", "The guild withdrew its statement that dozens of people were killed at the mill.", "2031-05-06"
    )
    making.report(
        "dusk",
        "Seventeen people have died in the valley since Monday, 14 of them in the fire at the mill, Dr. Elm said.",
        "2031-05-07",
    )
    ministry: dict[str, Any] = {"by": "the ministry", "type": "official"}
    return {
        "first": making.figure("star", "Nine people", "killed", best=9, day="2031-05-05", **ministry),
        "risen": making.figure("sun", "14", "killed", None, best=14, day="2031-05-06", scope="total", **ministry),
        "growth": making.figure("sun", "five people", "killed", best=5, **ministry),
        "older": making.figure("sun", "nine", "killed", None, best=9, day="2031-05-05", **ministry),
        "guild": making.figure("moon", "Dozens of people", "killed", low=24, approximate=True, by="the guild"),
        "back": making.figure("dawn", "dozens of people", "killed", low=24, approximate=True, by="The guild"),
        "wide": making.figure("dusk", "Seventeen people", "killed", best=17, scope="total", by="Dr. Elm"),
    }


def test_a_toll_that_rose_on_another_day_is_an_update_and_no_other_scope(making: Making) -> None:
    told = depot(making)
    finding = making.finding(told["older"], told["risen"])
    row = between(finding, told["older"], told["risen"])
    assert row.kind == "update"
    assert "5 May 2031" in row.why and "6 May 2031" in row.why


def test_what_a_toll_grew_by_is_part_of_it(making: Making) -> None:
    told = depot(making)
    finding = making.finding(told["growth"], told["risen"])
    assert between(finding, told["growth"], told["risen"]).kind == "subset"
    assert between(finding, told["growth"], told["older"]).kind == "scope"


def test_a_wider_toll_that_names_this_one_as_its_part_is_another_scope(making: Making) -> None:
    told = depot(making)
    row = between(making.finding(told["wide"], told["risen"]), told["wide"], told["risen"])
    assert row.kind == "scope"
    assert "14 of them in the fire at the mill" in row.why


def test_a_withdrawn_toll_is_a_retraction_and_comes_last(making: Making) -> None:
    told = depot(making)
    finding = making.finding(told["guild"], told["risen"])
    assert between(finding, told["guild"], told["risen"]).kind == "retraction"
    assert finding.status == "corrected"
    assert told["back"] in finding.answers[-1].claims


def test_the_newest_total_leads_where_it_is_as_well_supported(making: Making) -> None:
    making.report("star", "The ministry put the toll at nine on Monday.", "2031-05-05")
    making.report("sun", "The toll rose to 14 on Tuesday, the ministry said.", "2031-05-06")
    making.figure("star", "nine", "killed", None, best=9, day="2031-05-05", by="The ministry", type="official")
    risen = making.figure("sun", "14", "killed", None, best=14, day="2031-05-06", by="the ministry", type="official")
    (finding,) = making.findings()
    assert finding.status == "updated"
    assert risen in finding.answers[0].claims


def test_two_days_without_a_running_count_stay_two_scopes(making: Making) -> None:
    making.report("star", "Nine people were killed in Ostra on Monday. Three people were killed in Ostra on Friday.")
    a = making.figure("star", "Nine people", "killed", best=9, day="2031-05-05")
    b = making.figure("star", "Three people", "killed", best=3, day="2031-05-09")
    assert making.finding(a) != making.finding(b)
