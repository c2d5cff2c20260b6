"""What of its reports a story reads: of a round-up the passages alone that tell of it."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from rashomon.model.report import Report
from rashomon.model.story import Part, Story
from rashomon.stages.stories.card import Card
from rashomon.stages.stories.days import days_of, in_order_of_days

_WORDS = re.compile(r"[^\n]+")
Span = tuple[int, int]


def read_for(story: Story, report: Report) -> Report:
    """The report as the story reads it. Where it stands in the story with passages, all other words are blanks, so that every offset stays
    true; a guest's headline goes with its main story."""
    own = [(part.start, part.end) for part in story.passages if part.report == report.id]
    if not own:
        return report
    title = None if report.id in story.guests else report.title
    return msgspec.structs.replace(report, title=title, text=_blanked(report.text, own))


def _blanked(text: str, kept: Sequence[Span]) -> str:
    """The text with blanks for every character outside the spans but line breaks."""
    pieces, at = [], 0
    for start, end in sorted(kept):
        pieces += [_WORDS.sub(_blanks, text[at:start]), text[start:end]]
        at = end
    return "".join([*pieces, _WORDS.sub(_blanks, text[at:])])


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def with_passages(story: Story, passages: Iterable[Part], guests: Iterable[Card], members: Sequence[Card]) -> Story:
    """The story with the passages that it reads, and with reports of other stories as its guests. `members` are the cards of its own reports. The days of
    these stay as they are; an undated guest gets its day as if it were a member."""
    came = sorted(guests, key=lambda one: one.id)
    told = [(one.id, *days_of([*members, one])) for one in came]
    days = story.days | {id: days[id] for id, days, _ in told if id in days}
    inferred = {*story.inferred, *(id for id, _, inferred in told if id in inferred)}
    return msgspec.structs.replace(
        story,
        reports=in_order_of_days({*story.reports, *(one.id for one in came)}, days),
        days=days,
        inferred=tuple(sorted(inferred)),
        guests=tuple(one.id for one in came),
        passages=tuple(sorted(passages, key=lambda part: (part.report, part.start))),
    )
