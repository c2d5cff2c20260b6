"""The document: its stories one after another, each with its head, and the sections that it has something for."""

from collections.abc import Callable, Iterator

from rashomon.model.record import Record, StoryRow
from rashomon.publish.careful.told import told
from rashomon.publish.days import in_words, interval
from rashomon.publish.index import Index
from rashomon.publish.markdown import findings, sources, words
from rashomon.publish.markdown.text import text
from rashomon.publish.terminal import collapse, counted, tally

Section = Callable[[Index, StoryRow], Iterator[str]]
SECTIONS: tuple[tuple[str, Section], ...] = (
    ("Findings", findings.sections),
    ("Figures", findings.figures),
    ("Where reports differ", findings.differences),
    ("Days", words.days),
    ("How it came about", words.course),
    ("Lineage", sources.lineage),
    ("Wording", words.wording),
    ("Statements", words.statements),
    ("Places", words.places),
    ("Gaps", sources.gaps),
    ("Judgements", sources.judgements),
    ("Reports", sources.reports),
)


def render(record: Record) -> str:
    """Blocks with a blank line between them, and a line feed at the end. The same record gives the same text."""
    return "\n\n".join(block for block in blocks(Index(record)) if block) + "\n"


def blocks(index: Index) -> Iterator[str]:
    stories = sorted(index.record.stories, key=lambda story: (-len(story.reports), story.id))
    if len(stories) > 1:
        yield f"# {counted(len(stories), 'story').replace('storys', 'stories')}"
        yield "\n".join(f"- **{text(story.title)}** ({text(collapse(index.record, story))})" for story in stories)
    if not stories:
        yield "# No report was read"
    for story in stories:
        yield from of_story(index, story)
    yield from sources.unread(index.record)
    yield "---"
    yield foot(index.record)


def of_story(index: Index, story: StoryRow) -> Iterator[str]:
    yield f"# {text(story.title)}"
    yield from head(index, story)
    for heading, section in SECTIONS:
        if found := [block for block in section(index, story) if block]:
            yield f"## {heading}"
            yield from found


def head(index: Index, story: StoryRow) -> Iterator[str]:
    """When and where; how much of it is one voice, over the whole and where it shrinks most; how the findings stand."""
    places = [text(name) for place in story.places[:8] if (name := index.entity(place))]
    yield f"**{interval(story.start, story.end)}**" + (f" · {', '.join(places)}" if places else "")
    yield f"**{text(collapse(index.record, story))}**"
    found = index.findings_of(story)
    shrinking = max(
        found, key=lambda finding: (finding.support.reports - finding.support.speakers, finding.id), default=None
    )
    if shrinking and shrinking.support.reports > shrinking.support.speakers:
        counts = shrinking.support
        yield (
            f"Where most reports are fewest voices: “{text(in_words(shrinking.question))}” is answered alike by {counted(counts.reports, 'report')} of "
            f"{counted(counts.outlets, 'outlet')}, from {counted(counts.texts, 'text')} and {counted(counts.speakers, 'speaker')}."
        )
    yield tally(found)
    yield findings.disputes(index, story)
    if note := told(index.record):
        yield text(note)


def foot(record: Record) -> str:
    software = record.software
    return (
        f"{text(record.schema)}, made {in_words(record.created)} by {text(software.name)} {text(software.version)} from {counted(record.manifest.read, 'report')}. "
        "Quotations are the reports’ own words; characters are counted in code points of the report’s text as the record has it. "
        "No number here is called the truth: each estimate names its rule."
    )
