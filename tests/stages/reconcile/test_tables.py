"""The tables of the record beside the findings: timeline and omissions."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


def test_a_day_is_told_in_a_reports_own_sentence(making: Making) -> None:
    making.report("star", "Calm held for weeks. The army stormed the radio house in Ostra on 3 May. Then it rained.")
    making.event("star", "stormed", "storm", None, "The army", "the radio house", day="2031-05-03")
    (row,) = making.decided().timeline
    assert row.text == "The army stormed the radio house in Ostra on 3 May."
    assert (row.start, row.end, row.voices) == ("2031-05-03", "2031-05-03", ("text-star",))
    assert 0 < row.salience <= 1


def test_two_reports_of_one_deed_make_one_row(making: Making) -> None:
    for name in ("star", "sun"):
        making.report(name, "The army stormed the radio house in Ostra on 3 May.")
        making.event(name, "stormed", "storm", None, "The army", "the radio house", day="2031-05-03")
    (row,) = making.decided().timeline
    assert len(row.voices) == 2 and len(row.claims) == 2


def test_a_day_that_many_name_weighs_more(making: Making) -> None:
    for name in ("star", "sun", "moon"):
        making.report(name, f"The army stormed the radio house on 3 May, the {name} learned.")
        making.event(name, "stormed", "storm", None, "The army", "the radio house", day="2031-05-03")
    making.report("post", "Shops of the old town were looted by youths on 4 May.")
    making.event("post", "looted", "storm", None, "youths", "Shops of the old town", day="2031-05-04")
    weight = {day.day: day.weight for day in making.decided().days}
    assert weight["2031-05-03"] > weight["2031-05-04"]


def test_a_year_is_no_day(making: Making) -> None:
    making.report("star", "The army stormed the radio house in 2031, and nobody came.")
    making.event("star", "stormed", "storm", None, "The army", "the radio house", day="2031")
    assert making.decided().timeline == ()


def omitting(making: Making, day: str) -> Any:
    for name in ("star", "sun"):
        making.report(name, "16 people were killed by the fire.", "2031-05-02")
        making.figure(name, "16 people", "killed", best=16)
    making.report("moon", "The fire burned for two days, and the sky was dark.", day)
    return making.decided().omissions


def test_what_two_others_told_before_is_left_out(making: Making) -> None:
    (row,) = omitting(making, "2031-05-03")
    assert row.report == "moon" and len(row.findings) == 1


def test_what_nobody_knew_yet_is_not_left_out(making: Making) -> None:
    assert omitting(making, "2031-05-01") == ()


def test_copies_are_one_voice_for_omissions(making: Making) -> None:
    for name in ("star", "sun"):
        making.report(name, "16 people were killed by the fire.", "2031-05-02", voice="wire")
        making.figure(name, "16 people", "killed", best=16)
    making.report("moon", "The fire burned for two days.", "2031-05-03")
    assert making.decided().omissions == ()


def test_one_word_is_no_statement_to_ask_about(making: Making) -> None:
    for name in ("star", "sun"):
        making.report(
            name, f"The governor called for help and said that the old bridge would reopen soon, the {name} learned."
        )
        making.statement(name, "help", "The governor", "official")
    assert making.decided().findings == ()
    for name in ("star", "sun"):
        making.statement(name, "the old bridge would reopen soon", "The governor", "official")
    assert [finding.kind for finding in making.decided().findings] == ["statement"]
