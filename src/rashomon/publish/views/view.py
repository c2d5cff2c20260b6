"""The views by their names, and one of them drawn for a terminal.

Words of reports are cleaned of whatever could steer a terminal or turn its lines (`publish/terminal.clean`); words from right to left stand in the order in
which they are written, as terminals that know them expect. Nothing is coloured where the output is no terminal.
"""

import shutil
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text

from rashomon.model.record import Record, StoryRow
from rashomon.publish.careful.told import told
from rashomon.publish.index import Index
from rashomon.publish.terminal import clean, counted, drawn, findings_of, head_of
from rashomon.publish.views import findings, sources, words

NARROWEST, WIDEST = 40, 160


class View(NamedTuple):
    """`says` is for `--help`."""

    says: str
    draw: Callable[[Index, StoryRow], Iterator[RenderableType]]


VIEWS: dict[str, View] = {
    "findings": View("each question with its answers, their words and who says so", findings.findings),
    "figures": View("what was counted, under each rule side by side, and how the numbers went", findings.figures),
    "differences": View("where reports differ, and how", findings.differences),
    "timeline": View("what happened when, in the reports' own sentences", words.timeline),
    "course": View("what led to it, who asked, who decided, for what, until when", words.course),
    "lineage": View("whose words each report has", sources.lineage),
    "statements": View("who said what", words.statements),
    "wording": View("what each report calls the same thing", words.wording),
    "places": View("where, how exactly that is known, and who names it", sources.places),
    "gaps": View("what the record does not know", sources.gaps),
    "reports": View("the reports, with their days, voices and sources", sources.reports),
    "judgements": View("what persons decided on it", sources.judgements),
}


def view(record: Record, name: str, width: int | None = None, colour: bool | None = None) -> str:
    """The view of each story, the one with most reports first; `width` columns, else those of the terminal."""
    width = max(NARROWEST, min(width or shutil.get_terminal_size((110, 24)).columns, WIDEST))
    return drawn(_parts(Index(record), VIEWS[name]), width, colour)


def _parts(index: Index, chosen: View) -> Iterator[RenderableType]:
    stories = sorted(index.record.stories, key=lambda story: (-len(story.reports), story.id))
    if not stories:
        yield Text("No report was read.")
    if note := told(index.record):
        yield Text(clean(note), style="dim")
    for story in stories:
        yield from head_of(index.record, story, findings_of(index.record, story))
        yield Text("")
        found = list(chosen.draw(index, story))
        yield from found
        if not found:
            yield Text("Nothing of the kind stands in this record.", style="dim")
        yield Text("")
    if len(stories) > 1:
        yield Text(f"{counted(len(stories), 'story').replace('storys', 'stories')} in this record.", style="dim")
