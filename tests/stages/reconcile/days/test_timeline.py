"""One line an event, in a report's own words, on its day and at its hour."""

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from rashomon.model.record import TimelineRow

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


def lines(making: Making) -> list[tuple[str, str]]:
    return [(row.start, row.text) for row in making.decided().timeline]


def the_line(making: Making) -> TimelineRow:
    (row,) = making.decided().timeline
    return row


def test_two_reports_of_one_event_are_one_line(making: Making) -> None:
    making.report("herald", "Rebels stormed the radio station in Velm on Monday.", published="2031-05-05")
    making.report("courier", "On Monday an armed band of rebels broke into the radio station.", published="2031-05-05")
    making.event("herald", "stormed", "storm", actor="Rebels", target="the radio station", day="2031-05-05")
    making.event("courier", "broke into", "storm", actor="rebels", target="the radio station", day="2031-05-05")
    row = the_line(making)
    assert len(row.voices) == 2
    assert len(row.claims) == 2


def test_one_number_of_one_kind_of_people_is_one_event(making: Making) -> None:
    making.report("herald", "Kidnappers let 34 pupils of Orlin go on Monday after talks.", published="2031-05-05")
    making.report("courier", "On Monday 34 pupils came home, the ministry in Orlin said.", published="2031-05-05")
    making.figure("herald", "34 pupils", "other", "pupils", best=34, day="2031-05-05")
    making.figure("courier", "34 pupils", "other", "pupils", best=34, day="2031-05-05")
    assert len(the_line(making).voices) == 2


def test_a_line_says_where_its_words_stand(making: Making) -> None:
    text = "Velm is quiet. Rebels stormed the radio station on Monday."
    making.report("herald", text, published="2031-05-05")
    making.event("herald", "stormed", "storm", actor="Rebels", target="the radio station", day="2031-05-05")
    row = the_line(making)
    assert row.report == "herald"
    assert row.span is not None
    assert text[slice(*row.span)] == row.text


def test_hours_order_the_lines_of_a_day(making: Making) -> None:
    making.report(
        "herald",
        "Guards closed the bridge at Velm at 4 p.m. on Monday. The mayor of Velm resigned at 9:30 a.m. on Monday. "
        "Farmers marched through Orlin on Monday.",
        published="2031-05-06",
    )
    making.event("herald", "closed", "closure", target="the bridge at Velm", day="2031-05-05T16:00")
    making.event("herald", "resigned", "office-end", actor="The mayor of Velm", day="2031-05-05T09:30")
    making.event("herald", "marched", "protest", actor="Farmers", day="2031-05-05")
    making.time("herald", "4 p.m. on Monday", "2031-05-05T16:00")
    making.time("herald", "9:30 a.m. on Monday", "2031-05-05T09:30")
    rows = making.decided().timeline
    assert [row.time for row in rows] == [None, "09:30", "16:00"]
    assert {row.start for row in rows} == {"2031-05-05"}


def test_what_is_to_come_is_marked_as_planned(making: Making) -> None:
    making.report("herald", "The two envoys will hold talks in Velm on Friday.", published="2031-05-06")
    making.event("herald", "hold talks", "meet", actor="The two envoys", day="2031-05-09", modality="planned")
    assert the_line(making).modality == "planned"


def test_a_plan_that_was_carried_out_is_not_listed_twice(making: Making) -> None:
    making.report("herald", "The two envoys will hold talks in Velm on Friday.", published="2031-05-06")
    making.report("courier", "The envoys held their talks in Velm on Friday for three hours.", published="2031-05-10")
    making.event("herald", "hold talks", "meet", actor="The two envoys", day="2031-05-09", modality="planned")
    making.event("courier", "held their talks", "meet", actor="The envoys", day="2031-05-09")
    row = the_line(making)
    assert row.modality == "asserted"
    assert row.report == "courier"


def test_what_is_denied_is_marked(making: Making) -> None:
    making.report("herald", "The army did not shell the bridge at Velm on Monday.", published="2031-05-06")
    making.event(
        "herald", "shell", "attack", actor="The army", target="the bridge", day="2031-05-05", modality="denied"
    )
    assert the_line(making).modality == "denied"


def test_what_was_done_on_a_day_to_come_is_no_line(making: Making) -> None:
    """The weekday was read as the one ahead."""
    making.report("herald", "Crowds gathered outside the mint in Velm late on Monday.", published="2031-05-06")
    making.event("herald", "gathered", "gather", actor="Crowds", day="2031-05-12")
    making.time("herald", "Monday", "2031-05-12")
    assert lines(making) == []


def test_an_event_of_an_interval_stands_on_its_day_alone(making: Making) -> None:
    making.report("herald", "Rebels stormed the radio station in Velm on Saturday.", published="2031-05-05")
    making.report("courier", "At the weekend rebels stormed the radio station in Velm.", published="2031-05-05")
    making.event("herald", "stormed", "storm", actor="Rebels", target="the radio station", day="2031-05-03")
    making.event("courier", "stormed", "storm", actor="rebels", target="the radio station", day="2031-05-03/2031-05-04")
    row = the_line(making)
    assert (row.start, row.end) == ("2031-05-03", "2031-05-03")
    assert len(row.voices) == 2


@pytest.mark.parametrize(
    "words",
    [
        "Read more: the storm of Monday in pictures and in words",
        "Velm mourns its dead of Monday pic.twitter.com/a1b2",
        "Posted: Monday, May 5, 2031 2:27 PM by the newsroom of Velm",
    ],
)
def test_furniture_of_a_page_is_no_line(making: Making, words: str) -> None:
    making.report("herald", words, published="2031-05-06")
    making.time("herald", "Monday", "2031-05-05")
    assert lines(making) == []


def test_a_report_that_nobody_could_read_tells_no_day_that_others_tell(making: Making) -> None:
    making.report("herald", "Rebels stormed the radio station in Velm on Monday.", published="2031-05-05")
    making.report("courier", "Guards closed the bridge at Velm on Monday evening.", published="2031-05-05")
    making.report(
        "correo", "Los rebeldes asaltaron el lunes la emisora de Velm, dijo la alcaldía.", published="2031-05-05"
    )
    making.reports["correo"] = msgspec.structs.replace(making.reports["correo"], language="es")
    making.event("herald", "stormed", "storm", actor="Rebels", target="the radio station", day="2031-05-05")
    making.event("courier", "closed", "closure", target="the bridge", day="2031-05-05")
    making.time("correo", "lunes", "2031-05-05")
    assert {row.report for row in making.decided().timeline} == {"herald", "courier"}


def test_a_day_that_only_names_an_event_tells_nothing_new(making: Making) -> None:
    making.report("herald", "Rebels stormed the radio station in Velm on Monday.", published="2031-05-06")
    making.report("courier", "The mayor called Monday's raid a shame for the whole of Velm.", published="2031-05-06")
    making.event("herald", "stormed", "storm", actor="Rebels", target="the radio station", day="2031-05-05")
    making.time("courier", "Monday", "2031-05-05")
    assert the_line(making).report == "herald"


def test_two_hours_of_one_day_are_two_events(making: Making) -> None:
    making.report(
        "herald",
        "A gunman opened fire in a bakery at 4:45 a.m. on Monday. A gunman opened fire on a bus at 9:10 a.m. on Monday.",
        published="2031-05-06",
    )
    making.event("herald", "opened fire in", "attack", actor="A gunman", day="2031-05-05T04:45")
    making.event("herald", "opened fire on", "attack", actor="A gunman", day="2031-05-05T09:10")
    making.time("herald", "4:45 a.m. on Monday", "2031-05-05T04:45")
    making.time("herald", "9:10 a.m. on Monday", "2031-05-05T09:10")
    assert [row.time for row in making.decided().timeline] == ["04:45", "09:10"]


def test_an_incident_takes_the_hour_from_who_gives_it(making: Making) -> None:
    making.report("herald", "Four men were shot dead outside a club in Velm on Saturday.", published="2031-05-05")
    making.report(
        "courier", "The shooting outside the club in Velm happened at about 2 a.m. on Saturday.", published="2031-05-05"
    )
    making.event("herald", "shot dead", "attack", target="Four men", day="2031-05-03")
    making.figure("herald", "Four men", "killed", "men", best=4, day="2031-05-03")
    making.time("courier", "2 a.m. on Saturday", "2031-05-03T02:00")
    row = the_line(making)
    assert row.time == "02:00"
    assert row.text.startswith("Four men")


def test_reports_that_look_back_remember_one_thing_of_a_day(making: Making) -> None:
    making.report("herald", "On May 5 the miners of Velm sent the owners their letter.", published="2031-07-01")
    making.report(
        "courier", "The letter to the owners, sent by miners on May 5, changed the mood.", published="2031-07-02"
    )
    for name in ("herald", "courier"):
        making.time(name, "May 5", "2031-05-05")
    assert len(the_line(making).voices) == 2


def test_a_chronicle_run_together_tells_none_of_its_days(making: Making) -> None:
    entries = [f"May {day}, 2031: the miners of pit {day} come out" for day in range(1, 6)]
    making.report("herald", " ".join(entries), published="2031-07-01")
    for day in range(1, 6):
        making.time("herald", f"May {day}, 2031", f"2031-05-0{day}")
    decided = making.decided()
    assert decided.timeline == ()
    assert {f"2031-05-0{day}" for day in range(1, 6)} <= {day.day for day in decided.days}
