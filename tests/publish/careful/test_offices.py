import pytest

from rashomon.publish.careful.offices import befell, why_public


@pytest.mark.parametrize(
    "role",
    ["Governor", "former governor of the coast", "ex-President", "Lt. Gen.", "Vice President", "police chief", "spokeswoman for the harbour",
     "Minister of the Sea", "head of the committee", "member of the island parliament", "chief executive", "secretary of state", "Deputy Prime Minister",
     "professor at the academy", "commander-in-chief", "foreign secretary"],
)  # fmt: skip
def test_who_holds_an_office_is_public(role: str) -> None:
    assert why_public(role)


@pytest.mark.parametrize(
    "role",
    ["baker", "wife of the president", "the governor's daughter", "driver for the minister", "teacher", "suspect", "officer", "Sgt.", "student",
     "mother of two", "owner of the shop", "a neighbour", "lawyer", "head of household", "private", "activist", ""],
)  # fmt: skip
def test_who_holds_none_is_private(role: str) -> None:
    assert why_public(role) is None


def test_roles_that_tell_what_befell_somebody() -> None:
    assert befell("suspect in the case")
    assert not befell("governor")
