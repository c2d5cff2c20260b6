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
