"""Who is held to have done it, by whom, and who denies it: read from plain text."""

import pytest
import telling

from rashomon.model.record import Finding


def blame(*texts: str) -> list[Finding]:
    """The blame findings of reports of successive days."""
    case = telling.Case("blame")
    for number, text in enumerate(texts):
        fields = {"outlet": f"Paper {number}", "published": f"2031-05-0{number + 2}", "title": "News", "language": "en"}
        case.reports.append({"id": f"r{number}", "text": text, **fields})
    record = telling.read(case)
    assert telling.faults(case, record) == []
    return [finding for finding in record.findings if finding.group == "blame"]


def answers(finding: Finding) -> list[str]:
    return [answer.value for answer in finding.answers]


def test_blame_and_its_denial_are_one_finding() -> None:
    (finding,) = blame(
        "Police blamed the Sand League for the raid on the depot.",
        "The Sand League denied responsibility for the raid on the depot.",
    )
    assert finding.question == "Who is blamed for the raid, and by whom?"
    assert answers(finding) == ["the Sand League, by Police", "denied by the Sand League"]
    assert (finding.status, finding.relations[0].kind) == ("contested", "conflict")


def test_two_who_blame_one_stand_behind_one_answer() -> None:
    (finding,) = blame(
        "The governor accused the army of shelling the school.", "Witnesses accused the army of shelling the school."
    )
    assert answers(finding) == ["the army, by the governor and Witnesses"]
    assert (finding.status, finding.support.speakers) == ("agreed", 2)


def test_one_accuser_in_two_texts_is_one_speaker() -> None:
    (finding,) = blame(
        "The governor accused the army of shelling the school.",
        "The governor accused the army of shelling the school on Friday.",
    )
    assert (finding.support.texts, finding.support.speakers) == (2, 1)


def test_each_blames_the_other() -> None:
    (finding,) = blame("The army blamed the rebels for the shelling.", "The rebels accused the army of the shelling.")
    assert finding.status == "contested" and "Each blames the other" in finding.why


def test_who_claims_it_against_who_is_blamed() -> None:
    (finding,) = blame(
        "The Red Hand claimed responsibility for the raid.", "The governor blamed the Sand League for the raid."
    )
    assert sorted(answers(finding)) == ["Red Hand, by its own claim", "the Sand League, by the governor"]
    assert finding.status == "contested"


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has claimed responsibility for the raid.",
        "The minister condemned the raid on the depot.",
        "The critics slammed the new film.",
        "The club denied a report that it would be sold.",
    ],
)
def test_what_is_no_blame(text: str) -> None:
    assert blame(text) == []


def test_the_accuser_of_a_gerund_is_not_the_accused() -> None:
    (finding,) = blame("Residents accused the militia of burning the mill.")
    assert answers(finding) == ["the militia, by Residents"]


def test_blame_without_a_deed_joins_the_deed_of_the_same_accused() -> None:
    (finding,) = blame("Residents accused the council of hoarding flour.", "Dora Vell accused the council.")
    assert finding.question == "Who is blamed for hoarding flour, and by whom?"
    assert answers(finding) == ["the council, by Residents and Dora Vell"]


def test_a_noun_of_a_denied_deed_keeps_its_article() -> None:
    (finding,) = blame(
        "The harbour master said the Salt Guard was behind the night raid on the quay.",
        "The Salt Guard said it was not behind the night raid on the quay.",
    )
    assert finding.question == "Who is blamed for the night raid on the quay, and by whom?"


@pytest.mark.parametrize(
    "text", ["Dora Vell blamed the millers.", "The Red Hand accused the council.", "Dora Vell blamed a lack of rain."]
)
def test_blame_for_nothing_that_is_named_asks_nothing(text: str) -> None:
    assert blame(text, text) == []
