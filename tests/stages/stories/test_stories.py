"""Which reports tell of one happening, and from which day each counts."""

from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.stories.cluster import cluster
from rashomon.stages.stories.grouping import grouped

FERRY = [
    ("f1", "2031-05-06", "Ferry Halvorsund aground off Brekkoy",
     "The ferry Halvorsund ran aground off Brekkoy on Tuesday. Lifeboats took 84 passengers off the ship."),
    ("f2", "2031-05-07", "Passengers of stranded ferry safe",
     "All 84 passengers of the Halvorsund are safe after the ferry hit a sandbank near Brekkoy on May 6."),
    ("f3", None, "Captain of Halvorsund reported rudder failure",
     "The captain of the ferry Halvorsund reported a failing rudder on Tuesday before the ship ran aground off Brekkoy."),
]  # fmt: skip
FIRE = [
    ("g1", "2031-05-06", "Paper mill burns in Tavastia",
     "A fire destroyed the paper mill in Tavastia. Two workers were treated for smoke; firefighters fought the flames."),
    ("g2", "2031-05-06", "Mill fire in Tavastia under control",
     "Firefighters in Tavastia brought the fire at the paper mill under control. Two workers breathed in smoke."),
]  # fmt: skip


def reports(rows: list[tuple[str, str | None, str, str]]) -> list[Report]:
    return [
        Report(id=id, source=id, title=title, text=text, language="en", published=day) for id, day, title, text in rows
    ]


def stories(given: list[Report]) -> tuple[Story, ...]:
    return cluster(given, [sketch(each) for each in given], ())


def test_two_happenings_are_two_stories() -> None:
    found = stories(reports(FERRY + FIRE))
    assert sorted(sorted(story.reports) for story in found) == [["f1", "f2", "f3"], ["g1", "g2"]]


def test_the_order_of_the_input_changes_nothing() -> None:
    given = reports(FERRY + FIRE)
    assert stories(given) == stories(given[::-1])


def test_a_lone_report_is_its_own_story() -> None:
    (story,) = stories(reports(FERRY[:1]))
    assert (story.reports, story.title, story.days) == (("f1",), FERRY[0][2], {"f1": "2031-05-06"})


def test_an_undated_report_is_dated_by_its_story() -> None:
    story = next(each for each in stories(reports(FERRY)) if "f3" in each.reports)
    assert story.inferred == ("f3",)
    assert story.days["f3"] in {"2031-05-06", "2031-05-07"}


def test_without_any_date_no_day_is_made_up() -> None:
    (story,) = stories(reports([("f3", None, *FERRY[2][2:])]))
    assert story.days == {} and story.inferred == ()


def test_years_apart_are_two_stories() -> None:
    again = [("h1", "2034-05-06", *FERRY[0][2:])]
    assert len(stories(reports(FERRY[:1] + again))) == 2


def test_a_chain_of_half_likeness_does_not_join_its_ends() -> None:
    likeness = {(i, i + 1): 0.3 for i in range(5)}
    assert len(grouped(6, likeness, [], join=0.25)) == 3


def test_what_is_given_together_stays_together() -> None:
    assert grouped(3, {}, [(0, 2)], join=0.1) == [[0, 2], [1]]


def test_a_sidebar_joins_by_the_one_report_it_goes_back_to() -> None:
    likeness = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (2, 3): 0.9}
    assert len(grouped(4, likeness, [], join=0.42)) == 2
    assert len(grouped(4, likeness, [], join=0.42, nearest=0.3)) == 1


SHOOTINGS = [
    ("s1", "2031-05-06", "Man shot dead on Quay Street in Carrow",
     "Police in Carrow said that Jory Vance, 31, was shot dead on Quay Street on Monday night. A grey car was seen leaving. Detectives asked for witnesses."),
    ("s2", "2031-05-07", "Police name victim of Quay Street shooting",
     "Jory Vance, 31, was the man killed on Quay Street on Monday night, Carrow police said. His sister Ina Vance asked for witnesses of the shooting."),
    ("s3", "2031-05-06", "Woman wounded in Carrow shooting",
     "Police in Carrow said that Petra Sollan, 24, was shot in the leg on Mill Lane on Monday night. A man was seen running. Detectives asked for witnesses."),
    ("s4", "2031-05-08", "Arrest after Mill Lane shooting",
     "Carrow police arrested a man over the shooting on Mill Lane, in which Petra Sollan, 24, was wounded in the leg on Monday night, detectives said."),
]  # fmt: skip
# A town's other crimes, so that its own name and the words of such reports are common.
ALREADY = [
    (f"o{i}", f"2031-0{1 + i % 4}-{10 + i % 18}", f"Carrow police report {what}",
     f"Police in Carrow said that {who}, {20 + i}, was {done} on {road} Road on Monday night. A man was seen running, and a car leaving. Detectives asked for witnesses of the {what}.")
    for i, (who, road) in enumerate((f"{first} {last}", f"{last}s") for first in ("Ada", "Bram", "Cleo", "Dov", "Elin", "Finn") for last in ("Marrow", "Nill", "Orde", "Pask", "Quill"))
    for what, done in [("shooting", "shot in the arm") if i % 2 else ("stabbing", "killed")]
]  # fmt: skip


def test_two_look_alikes_in_one_town_on_one_night_stay_apart() -> None:
    found = {tuple(sorted(story.reports)) for story in stories(reports([*SHOOTINGS, *ALREADY]))}
    assert {("s1", "s2"), ("s3", "s4")} <= found


def test_a_follow_up_in_other_words_joins_by_names_and_numbers() -> None:
    later = ("s5", "2031-05-20", "Court hears of grey car",
             "A court heard on Tuesday how Jory Vance, 31, died. The accused, said the prosecutor, drove a grey car to Quay Street.")  # fmt: skip
    found = {tuple(sorted(story.reports)) for story in stories(reports([*SHOOTINGS, *ALREADY, later]))}
    assert {("s1", "s2", "s5"), ("s3", "s4")} <= found


STRIKES = [
    ("k1", "2031-05-06", "Dockers of Halvorsund walk out",
     "Some 300 dockers in Halvorsund went on strike on Monday over night shifts. Their union, Port and Quay, said that the harbour company had broken its word."),
    ("k2", "2031-05-07", "Halvorsund harbour stands still",
     "Ships lay idle in Halvorsund as the 300 dockers of the union Port and Quay stayed away from night shifts for a second day."),
    ("k3", "2031-05-08", "Bus drivers strike in Tavastia",
     "Bus drivers in Tavastia went on strike on Wednesday for higher pay. Their union, Wheel, said that the town had offered two crowns an hour."),
    ("k4", "2031-05-09", "No buses in Tavastia for a second day",
     "The bus drivers of the union Wheel stayed away from work in Tavastia again. The town repeated its offer of two crowns an hour."),
]  # fmt: skip


def test_two_strikes_in_one_week_are_two_stories() -> None:
    found = {tuple(sorted(story.reports)) for story in stories(reports(STRIKES))}
    assert found == {("k1", "k2"), ("k3", "k4")}


def test_a_trial_weeks_later_joins_its_happening() -> None:
    trial = ("s6", "2031-07-02", "Trial over Quay Street killing opens",
             "The trial over the shooting of Jory Vance, 31, on Quay Street in Carrow opened on Tuesday. Ina Vance, his sister, was in court.")  # fmt: skip
    found = {tuple(sorted(story.reports)) for story in stories(reports([*SHOOTINGS, *ALREADY, trial]))}
    assert {("s1", "s2", "s6"), ("s3", "s4")} <= found
