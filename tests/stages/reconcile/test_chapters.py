"""Days of a long story that is told in several stories."""

from rashomon.model.entity import Entity, Mention
from rashomon.model.record import TimelineRow
from rashomon.stages.reconcile.chapters import about, chapters, weighed


def row(name: str, day: str, voice: str) -> TimelineRow:
    return TimelineRow(story=name, start=day, end=day, text="x", claims=(), voices=(voice,), salience=0.4)


def test_stories_about_the_same_are_chapters() -> None:
    found = chapters(
        {"a": frozenset({"orlin", "ostra"}), "b": frozenset({"orlin", "ostra"}), "c": frozenset({"ostra"})}
    )
    assert found == {"a": ("a", "b"), "b": ("a", "b"), "c": ("c",)}


def test_a_story_is_about_the_most_mentioned() -> None:
    mentions = tuple(Mention(report="r", start=i, end=i + 1) for i in range(3))
    orlin = Entity(id="1", kind="person", name="Orlin", aliases=(), mentions=mentions)
    land = Entity(id="2", kind="place", name="Verdania", aliases=(), mentions=mentions, precision="country")
    assert about([orlin, land]) == {"orlin"}


def test_a_day_that_two_chapters_name_weighs_more() -> None:
    rows = [row("a", "2031-05-02", "v1"), row("b", "2031-05-02", "v2"), row("a", "2031-05-03", "v1")]
    same = frozenset({"orlin", "ostra"})
    first, second, third = weighed(rows, {"a": same, "b": same})
    assert first.salience == second.salience > third.salience


def test_unrelated_stories_lend_no_weight() -> None:
    one, other = row("a", "2031-05-03", "v1"), row("c", "2031-05-03", "v3")
    stories = {"a": frozenset({"orlin"}), "c": frozenset({"chess"})}
    assert weighed([one], stories)[0].salience == weighed([one, other], stories)[0].salience
