"""What a record does not know, in plain sentences."""

from typing import TYPE_CHECKING, Any

from rashomon.stages.reconcile.blanks.tongues import language_name, spoken_in

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


def texts(making: Making, kind: str) -> list[str]:
    return [gap.text for gap in making.decided().gaps if gap.kind == kind]


def test_figures_that_nobody_is_named_for_and_that_have_no_day(making: Making) -> None:
    making.report("star", "The fire killed 16 people. It injured 40 people, police said on 2 May.")
    making.figure("star", "16 people", "killed", best=16)
    making.figure("star", "40 people", "injured", best=40, by="police", day="2031-05-02")
    assert texts(making, "nobody-named") == ["The Star names nobody for 1 of its 2 figures."]
    assert texts(making, "undated") == ["The Star gives no day for 1 of its 2 events and figures."]


def test_one_voice_is_named(making: Making) -> None:
    making.report("star", "The fire killed 16 people, the mayor said.")
    making.report("sun", "The mayor said that the fire killed 16 people.")
    for name in ("star", "sun"):
        making.figure(name, "16 people", "killed", best=16, by="the mayor")
    (text,) = texts(making, "one-voice")
    assert text == "One voice answers “How many people were killed?”: the mayor, in The Star and The Sun."


def test_a_report_without_a_date(making: Making) -> None:
    making.report("star", "The fire killed 16 people.", None)
    making.figure("star", "16 people", "killed", best=16)
    assert texts(making, "undated-report") == ["The Star carries no date; none could be inferred."]


def test_an_attack_that_nobody_is_said_to_have_made(making: Making) -> None:
    making.report("star", "The market was attacked on 2 May.")
    making.event("star", "attacked", "attack", None, None, "The market", day="2031-05-02")
    assert texts(making, "unanswered") == []  # no kind of deed is told
    making.claims[0] = making.claims[0].__class__(
        **{f: getattr(making.claims[0], f) for f in making.claims[0].__struct_fields__ if f != "event"},
        event=_assault(making),
    )
    assert texts(making, "unanswered") == ["No report says who did it."]


def _assault(making: Making) -> Any:
    event = making.claims[0].event
    assert event is not None
    return event.__class__(**{f: getattr(event, f) for f in event.__struct_fields__ if f != "type"}, type="ASSAULT")


def test_languages_of_a_country() -> None:
    swiss = spoken_in("CH")
    assert swiss is not None and swiss.country == "Switzerland" and swiss.tongues[0] == "de"
    assert spoken_in("XX") is None
    assert language_name("kk") == "Kazakh" and language_name("qqq") == "qqq"


def test_no_report_in_the_language_of_the_place(making: Making) -> None:
    making.place("elmin", "CH", 47.0, 8.0)
    making.report("star", "In Elmin 16 people were killed, 40 people were injured and 3 people were detained.")
    for words, measure, number in (
        ("16 people", "killed", 16),
        ("40 people", "injured", 40),
        ("3 people", "detained", 3),
    ):
        making.figure("star", words, measure, best=number, places=("elmin",))
    (text,) = texts(making, "language-missing")
    assert text.startswith("No report is in German or ") and text.endswith(
        "spoken in Switzerland, where most of it happened."
    )
