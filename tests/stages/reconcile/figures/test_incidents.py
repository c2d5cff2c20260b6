"""Which figures of one kind are of one happening."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


def test_three_days_and_72_hours_are_one_term(making: Making) -> None:
    making.report("star", "The two sides agreed to a 72-hour ceasefire.")
    making.report("sun", "They agreed to a three-day truce.")
    a = making.figure("star", "72-hour", "duration", None, best=72, unit="hour")
    b = making.figure("sun", "three-day", "duration", None, best=3, unit="day")
    finding = making.finding(a, b)
    assert [row.kind for row in finding.relations] == ["compatible"]


def test_what_one_party_sent_is_not_what_another_sent_and_the_soldiers_nation_tells(making: Making) -> None:
    making.report("star", "Verdania sent 70 soldiers. Ostland sent 200 soldiers.")
    making.report("sun", "Some 70 Verdanian troops have landed.")
    making.entity("verdania", "place", "Verdania", ("star", "Verdania"), ("sun", "Verdanian"))
    making.entity("ostland", "place", "Ostland", ("star", "Ostland"))
    a = making.figure("star", "70 soldiers", "deployed", "soldiers", best=70)
    b = making.figure("star", "200 soldiers", "deployed", "soldiers", best=200)
    c = making.figure("sun", "Some 70 Verdanian troops", "deployed", "Verdanian troops", best=70, approximate=True)
    making.event(
        "star", "sent 70 soldiers", "force-movement", "sent", "Verdania", "70 soldiers", actor_entity="verdania"
    )
    making.event(
        "star", "sent 200 soldiers", "force-movement", "sent", "Ostland", "200 soldiers", actor_entity="ostland"
    )
    assert making.finding(a, c).question == "How many soldiers did Verdania send?"
    assert making.finding(b).question == "How many soldiers did Ostland send?"


def test_one_sides_dead_are_not_the_others(making: Making) -> None:
    making.report("star", "The shelling killed 20 Verdanian soldiers.")
    making.report("sun", "The shelling killed 18 Ostland soldiers.")
    making.entity("verdania", "place", "Verdania", ("star", "Verdanian"))
    making.entity("ostland", "place", "Ostland", ("sun", "Ostland"))
    a = making.figure("star", "20 Verdanian soldiers", "killed", "Verdanian soldiers", best=20)
    b = making.figure("sun", "18 Ostland soldiers", "killed", "Ostland soldiers", best=18)
    assert making.finding(a) != making.finding(b)


def test_a_report_cannot_tell_of_the_day_after_it(making: Making) -> None:
    making.report("star", "Nine people died in the fever wards of Orlo.", "2031-05-02")
    making.report("sun", "Seven people died in the fever wards of Orlo.", "2031-05-03")
    a = making.figure("star", "Nine people", "killed", best=9)
    b = making.figure("sun", "Seven people", "killed", best=7, day="2031-05-03")
    assert making.finding(a) != making.finding(b)


def test_two_numbers_of_two_days_are_two_counts_and_one_number_of_a_night_is_one(making: Making) -> None:
    making.report("star", "Raids on Orlo killed 21 people.", "2031-05-03")
    making.report("sun", "Raids on Orlo killed 56 people.", "2031-05-03")
    making.report("moon", "Raids on Orlo killed 56 people.", "2031-05-04")
    a = making.figure("star", "21 people", "killed", best=21, day="2031-05-01")
    b = making.figure("sun", "56 people", "killed", best=56, day="2031-05-02")
    c = making.figure("moon", "56 people", "killed", best=56, day="2031-05-03")
    assert making.finding(a) != making.finding(b)
    assert making.finding(b, c)


def test_a_country_that_counts_no_more_than_its_town_is_no_wider_count(making: Making) -> None:
    making.place("Ostra", "VD", 10.0, 10.0)
    making.place("Verdania", "VD", 11.0, 11.0, precision="country")
    making.report("star", "At least 17 people were killed by a car bomb in Verdania.")
    making.report("sun", "At least 20 people were killed by a car bomb in Ostra.")
    a = making.figure("star", "At least 17 people", "killed", low=17, best=17, places=("Verdania",))
    b = making.figure("sun", "At least 20 people", "killed", low=20, best=20, places=("Ostra",))
    assert [row.kind for row in making.finding(a, b).relations] == ["compatible"]


def test_of_those_of_one_report_in_danger_only_the_figure_before_the_words_is_meant(making: Making) -> None:
    making.report("star", "At least 25 people were injured, and eight are in critical condition.")
    hurt = making.figure("star", "At least 25 people", "injured", low=25, best=25)
    grave = making.figure("star", "eight", "injured", None, best=8)
    assert making.finding(hurt).question == "How many people were injured?"
    assert making.finding(grave).question == "How many are in critical condition?"


def test_questions_of_one_wording_say_in_what_people_were_harmed(making: Making) -> None:
    making.report("star", "Three people were killed in a bus crash. Forty people were killed in an air strike.")
    a = making.figure("star", "Three people", "killed", best=3)
    b = making.figure("star", "Forty people", "killed", best=40)
    assert making.finding(a).question == "How many people were killed in a bus crash?"
    assert making.finding(b).question == "How many people were killed in an air strike?"


def test_a_recalled_count_is_not_the_news_of_its_report(making: Making) -> None:
    making.report("star", "Gunmen fired 70 rockets at Orlo. On April 10 they fired 44 rockets at Orlo.", "2031-05-02")
    a = making.figure("star", "70 rockets", "other", "rockets", best=70)
    b = making.figure("star", "44 rockets", "other", "rockets", best=44, day="2031-04-10")
    assert making.finding(a) != making.finding(b)
