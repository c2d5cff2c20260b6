"""What a casebook holds, as lines for a terminal: its stories, and the judgements that persons made on them."""

from collections.abc import Iterator, Sequence

from rashomon.model.collection import LoggedJudgement, StoryEntry
from rashomon.model.judgement import Judgement
from rashomon.publish.days import interval
from rashomon.publish.terminal import clean, counted

_ID = 13  # characters of an id that are shown: enough to name it among millions
_ON = 6  # ids of a judgement that are shown


def short(own: str) -> str:
    """ "sto1-0a1b2c3d" of a story's id: commands take it as its name."""
    return own[:_ID]


def of_stories(stories: Sequence[StoryEntry], with_reports: bool = False) -> str:
    """Two lines a story, the first day first: its headline, and how many reports and voices it has, when and where; with its reports,
    a line each."""
    return "\n".join(line for story in stories for line in _of_story(story, with_reports))


def _of_story(story: StoryEntry, with_reports: bool) -> Iterator[str]:
    counts = f"{counted(len(story.reports), 'report')}, {counted(story.voices, 'voice')}"
    when = interval(story.start, story.end) if story.start else "undated"
    yield f"{short(story.id)}  {clean(story.title, 90)}"
    yield f"{'':{_ID}}  {', '.join((counts, when, *map(clean, story.places)))}"
    if with_reports:
        for report, source in zip(story.reports, story.sources, strict=True):
            yield f"{'':{_ID}}  {short(report)}  {clean(source, 200)}"


def of_judgements(rows: Sequence[LoggedJudgement]) -> str:
    """Two lines a judgement, the earliest first: its maker, time, kind and fate, then its reason; and what later reports say against it."""
    return "\n".join(line for row in rows for line in _of_judgement(row))


def _of_judgement(row: LoggedJudgement) -> Iterator[str]:
    one = row.judgement
    on = ", ".join(short(each) for each in one.on[:_ON]) + (
        f" and {len(one.on) - _ON} more" if len(one.on) > _ON else ""
    )
    against = f" from {counted(len(one.against), 'other')}" if one.against else ""
    when = one.when[:16].replace("T", " ")
    final = ", final" if one.final else ""
    yield f"{short(one.id)}  {when}  {clean(one.who, 40)}: {one.what}{_said(one)} {clean(on)}{against} ({row.state}{final})"
    yield f"{'':{_ID}}  {clean(one.why)}"
    for flag in row.flags:
        yield f"{'':{_ID}}  ! {clean(flag.text)}"


_NOUNS = {"entity": "word", "finding": "claim", "story": "report", "voice": "report"}  # what names them


def what_of(one: Judgement) -> str:
    """ "join of 2 reports", "correct of 1 claim, figure: at least 12"."""
    noun = "judgement" if one.what == "undo" else _NOUNS.get(one.of, one.of)
    return f"{one.what} of {counted(len(one.on), noun)}{_said(one)}"


def _said(one: Judgement) -> str:
    """Of what it is where its anchors do not tell, and what it says of it: ` (finding) estimate “10 to 14”`."""
    of = f" ({one.of})" if one.of in ("voice", "entity", "finding") else ""
    field = f" {one.field}" if one.field else ""
    return f"{of}{field}{f' “{clean(one.value, 60)}”' if one.value else ''}"
