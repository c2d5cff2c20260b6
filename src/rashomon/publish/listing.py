"""What a casebook holds, as lines for a terminal: its stories, and the judgements that persons made on them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from rashomon.model.catalogue import FindingNews, News, StoryNews
from rashomon.model.collection import LoggedJudgement, StoryEntry
from rashomon.model.judgement import Judgement
from rashomon.publish.days import interval
from rashomon.publish.terminal import clean, counted

_ID = 13  # characters of an id that are shown: enough to name it among millions
T = TypeVar("T")
_NEWS = 40  # rows of each kind that are shown
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
    if story.read:
        standing = [f"{number} {status}" for status, number in story.statuses.items()]
        stale = "; reports or judgements have come since" if story.stale else ""
        yield f"{'':{_ID}}  read {story.read[:10]}: {', '.join(standing) or 'no findings'}{stale}"
    if with_reports:
        for report, source in zip(story.reports, story.sources, strict=True):
            yield f"{'':{_ID}}  {short(report)}  {clean(source, 200)}"


def of_news(news: News) -> str:
    """What is new, each kind under its count, so many rows of each as fit on a screen or two."""
    return "\n".join(_of_news(news))


def _of_news(news: News) -> Iterator[str]:
    yield f"Since {news.since[:16].replace('T', ' ')} UTC: {counted(len(news.reports), 'report')} added, {counted(news.records, 'record')} made."
    if news.waiting:
        yield f"{counted(news.waiting, 'report')} more in no story yet."
    new = sum(row.new for row in news.stories)
    yield from _some(f"Stories: {new} new, {len(news.stories) - new} that have grown", news.stories, _of_grown)
    yield from _some(f"{counted(len(news.findings), 'finding')} whose status changed", news.findings, _of_change)
    yield from _some(f"{counted(len(news.judgements), 'judgement')}", news.judgements, lambda row: _of_judgement(row))


def _some(title: str, rows: Sequence[T], lines: Callable[[T], Iterable[str]]) -> Iterator[str]:
    if rows:
        yield f"\n{title}:"
        yield from (line for row in rows[:_NEWS] for line in lines(row))
        if len(rows) > _NEWS:
            yield f"and {len(rows) - _NEWS} more."


def _of_grown(row: StoryNews) -> Iterator[str]:
    came = counted(len(row.reports), "report") if row.new else f"{counted(len(row.reports), 'report')} more"
    yield f"{short(row.story.id)}  {clean(row.story.title, 90)} ({came})"


def _of_change(row: FindingNews) -> Iterator[str]:
    values = f": {' / '.join(clean(value, 60) for value in row.values)}" if row.values else ""
    yield f"{short(row.story)}  {clean(row.question)} {row.before or 'not asked'} → {row.status}{values}"


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
