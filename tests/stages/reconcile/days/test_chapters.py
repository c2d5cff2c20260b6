"""Days of a long story that is told in several stories."""

import pytest

from rashomon.model.entity import Entity, Mention
from rashomon.model.record import Day, TimelineRow
from rashomon.stages.reconcile.days.chapters import about, standings, weighed


def day(name: str, day: str, weight: float = 1.0) -> Day:
    return Day(story=name, day=day, weight=weight)


def row(name: str, day: str, salience: float = 1.0) -> TimelineRow:
    return TimelineRow(story=name, start=day, end=day, text="x", claims=(), voices=(), salience=salience)


def test_a_story_is_about_the_most_mentioned() -> None:
    mentions = tuple(Mention(report="r", start=i, end=i + 1) for i in range(3))
    orlin = Entity(id="1", kind="person", name="Orlin", aliases=(), mentions=mentions)
    land = Entity(id="2", kind="place", name="Verdania", aliases=(), mentions=mentions, precision="country")
    assert about([orlin, land]) == {"orlin": pytest.approx(1.0)}


def test_a_day_that_two_chapters_name_weighs_more() -> None:
    same = {"orlin": 0.8, "ostra": 0.6}
    found = standings({"a": same, "b": same}, [day("a", "2031-05-02"), day("b", "2031-05-02"), day("a", "2031-05-03")])
    assert found["a", "2031-05-02"] == found["b", "2031-05-02"] > found["a", "2031-05-03"]


def test_unrelated_stories_lend_no_weight() -> None:
    one, other = day("a", "2031-05-03"), day("c", "2031-05-03")
    stories = {"a": {"orlin": 1.0}, "c": {"chess": 1.0}}
    assert standings(stories, [one]) == {
        key: value for key, value in standings(stories, [one, other]).items() if key[0] == "a"
    }


def test_cutting_a_story_in_two_changes_no_day() -> None:
    whole = standings({"a": {"orlin": 1.0}}, [day("a", "2031-05-02", 6.0)])
    parts = standings(
        {"a": {"orlin": 1.0}, "b": {"orlin": 1.0}}, [day("a", "2031-05-02", 2.0), day("b", "2031-05-02", 4.0)]
    )
    assert whole["a", "2031-05-02"] == parts["a", "2031-05-02"] == parts["b", "2031-05-02"]


def test_a_story_without_names_stands_alone() -> None:
    assert standings({"a": {}}, [day("a", "2031-05-02", 10.0)]) == {("a", "2031-05-02"): 0.5}


def test_salience_is_the_day_s_times_the_line_s() -> None:
    rows = weighed([row("a", "2031-05-02"), row("a", "2031-05-02", 0.5)], {"a": {}}, [day("a", "2031-05-02", 10.0)])
    assert [one.salience for one in rows] == [0.5, 0.25]
