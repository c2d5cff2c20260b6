"""Many stories as a folder of pages: one file a story, and an index that lists them."""

from collections.abc import Iterator
from typing import NamedTuple

from rashomon.model.record import Finding, Record, StoryRow
from rashomon.publish.careful.told import told
from rashomon.publish.days import in_words
from rashomon.publish.one_story import of_story
from rashomon.publish.page import counted, digest, made, render, style, template, title

INDEX = "index.html"
DISPUTES, PLACES = 3, 4  # named in the index, of each story


class Entry(NamedTuple):
    """What the index says of a story."""

    file: str
    title: str
    days: str
    places: str
    counts: str
    disputes: tuple[Finding, ...]


def files(record: Record) -> Iterator[tuple[str, str]]:
    """Name and HTML of each file, the index first. A story's file is named by its id, which is that of its reports."""
    stories = sorted(record.stories, key=lambda story: -len(story.reports))
    yield INDEX, index(record, [(story, f"{story.id}.html") for story in stories])
    for story in stories:
        yield f"{story.id}.html", render(of_story(record, story), index=INDEX)


def index(record: Record, stories: list[tuple[StoryRow, str]]) -> str:
    from markupsafe import Markup

    page: str = template("stories.html").render(
        record=record, title=title(record), published=told(record), counted=counted, made=made,
        entries=[entry(record, story, file) for story, file in stories],
        style=Markup(style()), style_digest=digest(style()),
    )  # fmt: skip
    return page


def entry(record: Record, story: StoryRow, file: str) -> Entry:
    own = set(story.reports)
    reports = [row for row in record.reports if row.id in own]
    findings = [row for row in record.findings if row.story == story.id]
    names = {row.id: row.name for row in record.entities}
    many = (
        (len(reports), "report"),
        (len({row.outlet for row in reports}), "outlet"),
        (len({row.voice for row in reports}), "text origin"),
    )
    return Entry(
        file=file,
        title=story.title,
        days=days(story),
        places=", ".join(names[place] for place in story.places[:PLACES] if place in names),
        counts=" → ".join(counted(*each) for each in many) + " · " + counted(len(findings), "finding"),
        disputes=tuple(row for row in findings if row.status == "contested")[:DISPUTES],
    )


def days(story: StoryRow) -> str:
    if not story.start:
        return "undated"
    ends = dict.fromkeys(in_words(day[:10]) for day in (story.start, story.end or story.start))
    return " – ".join(ends)
