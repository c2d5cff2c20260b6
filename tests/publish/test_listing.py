"""A casebook's stories and judgements as lines that can be read at a glance, and named again in a command."""

import msgspec

from rashomon.model.catalogue import FindingNews, News, StoryNews
from rashomon.model.collection import LoggedJudgement, StoryEntry
from rashomon.model.judgement import judgement
from rashomon.publish.listing import of_judgements, of_news, of_stories

STORY = StoryEntry(
    id="sto1-0a1b2c3d4e5f6071",
    title="Ferry runs aground \x1b[31moff Brekkoy",
    reports=("rep1-00000000000000aa", "rep1-00000000000000bb"),
    sources=("a.txt", "wire.jsonl#7"),
    voices=1,
    start="2031-05-06",
    end="2031-05-08",
    places=("Norway",),
)


def test_a_story_is_two_lines_without_anything_that_steers_a_terminal() -> None:
    assert of_stories([STORY]).splitlines() == [
        "sto1-0a1b2c3d  Ferry runs aground [31moff Brekkoy",
        "               2 reports, 1 voice, 6–8 May 2031, Norway",
    ]


def test_its_reports_follow_with_their_sources() -> None:
    assert of_stories([STORY], with_reports=True).splitlines()[2:] == [
        "               rep1-00000000  a.txt",
        "               rep1-00000000  wire.jsonl#7",
    ]


def test_a_story_that_was_read_says_how_its_findings_stand() -> None:
    read = msgspec.structs.replace(STORY, read="2031-05-09T10:00:00+00:00", statuses={"contested": 2, "agreed": 1})
    assert of_stories([read]).splitlines()[2:] == ["               read 2031-05-09: 2 contested, 1 agreed"]
    stale = msgspec.structs.replace(read, statuses={}, stale=True)
    assert of_stories([stale]).splitlines()[2:] == [
        "               read 2031-05-09: no findings; reports or judgements have come since"
    ]


def test_news_are_told_kind_by_kind() -> None:
    grown = StoryNews(story=STORY, reports=("rep1-00000000000000bb",), new=False)
    change = FindingNews(
        story=STORY.id,
        finding="fin1-00",
        question="How many \x1bdied?",
        status="contested",
        before="single",
        values=("9", "12"),
    )
    news = News(since="2031-05-08T00:00:00.000000+00:00", stories=(grown,), findings=(change,), records=1, waiting=3)
    assert of_news(news).splitlines() == [
        "Since 2031-05-08 00:00 UTC: 0 reports added, 1 record made.",
        "3 reports more in no story yet.",
        "",
        "Stories: 0 new, 1 that have grown:",
        "sto1-0a1b2c3d  Ferry runs aground [31moff Brekkoy (1 report more)",
        "",
        "1 finding whose status changed:",
        "sto1-0a1b2c3d  How many died? single → contested: 9 / 12",
    ]


def test_a_judgement_tells_who_what_and_why_and_whether_it_holds() -> None:
    made = judgement(
        who="ada",
        when="2031-05-06T10:11:12.000000+00:00",
        what="split",
        on=("rep1-00000000000000aa",),
        against=("rep1-00000000000000bb", "rep1-00000000000000cc"),
        why="Another ferry",
    )
    lines = of_judgements([LoggedJudgement(judgement=made, state="outranked")]).splitlines()
    assert lines[0][15:] == "2031-05-06 10:11  ada: split rep1-00000000 from 2 others (outranked)"
    assert lines[1].strip() == "Another ferry"
