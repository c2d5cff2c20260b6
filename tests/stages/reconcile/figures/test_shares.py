"""Of what a share is one: two shares answer one question only where the words say so."""

import pytest
import telling

from rashomon.model.record import Finding


def shares(*texts: str) -> list[Finding]:
    """The findings on figures in reports of successive days."""
    case = telling.Case("shares")
    for number, text in enumerate(texts):
        fields = {"outlet": f"Paper {number}", "published": f"2031-05-0{number + 2}", "title": "News", "language": "en"}
        case.reports.append({"id": f"r{number}", "text": text, **fields})
    record = telling.read(case)
    assert telling.faults(case, record) == []
    return [finding for finding in record.findings if finding.kind == "figure"]


def test_shares_of_one_thing_with_which_one_thing_is_done() -> None:
    (finding,) = shares(
        "Some 40 percent of the barns in Elmin were damaged by the flood.",
        "About 60 percent of the barns in Elmin were damaged by the flood.",
    )
    assert (finding.question, finding.status) == ("What share of the barns?", "contested")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Bakers are 21 percent more likely to sleep badly, a survey found, and at risk of gout.",
            "Bakers are 48 percent more likely to be late, a survey found, and at risk of gout.",
        ),
        (
            "Some 40 percent of the barns in Elmin were damaged by the flood.",
            "Some 70 percent of the mills in Elmin were damaged by the flood.",
        ),
        (
            "Some 40 percent of the barns in Elmin were damaged by the flood.",
            "Some 70 percent of the barns in Elmin belong to farmers.",
        ),
        ("Dora Vell won 51 percent of the ballots.", "Ivo Marn won 44 percent of the ballots."),
    ],
)
def test_other_shares_answer_no_common_question(one: str, other: str) -> None:
    assert shares(one, other) == []


def test_a_share_of_nothing_named_stands_beside_its_own_number() -> None:
    (finding,) = shares("Dora Vell won 51 percent of the ballots.", "Dora Vell was elected with 51 percent.")
    assert (finding.status, finding.support.texts) == ("agreed", 2)
