"""A record in the terminal: how much of it is one voice, the findings under their headings, and what could not be read."""

import re
import shutil
import sys
from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from rashomon.model.problem import Problem
from rashomon.model.record import Finding, Record, StoryRow
from rashomon.publish.headings import HEADINGS, STATUSES, attention

MOST_STORIES = 12
MOST_FINDINGS = 30
MOST_PROBLEMS = 12
WIDEST = 110
STYLES = {"contested": "bold red", "agreed": "bold", "corrected": "bold", "updated": "bold"}
MARKS = {"contested": "≠", "corrected": "!", "updated": "▷", "agreed": "●", "compatible": "◐", "single": "·"}
# Control and format characters, which could steer a terminal, in words that come from reports.
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def summary(record: Record, width: int | None = None, colour: bool | None = None) -> str:
    """Text for a terminal of `width` columns; plain text where `colour` is false or the output is no terminal."""
    colour = sys.stdout.isatty() if colour is None else colour
    width = min(width or shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)
    console = Console(
        width=width,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=False,
    )
    with console.capture() as capture:
        for part in parts(record):
            console.print(part)
    lines = (line.rstrip() for line in capture.get().splitlines())
    return "\n".join(lines).strip("\n")


def parts(record: Record) -> Iterator[Text | Padding]:
    stories = sorted(record.stories, key=lambda story: (-len(story.reports), story.id))
    for story in stories[:MOST_STORIES]:
        yield from of_story(record, story, MOST_FINDINGS if len(stories) == 1 else 5)
    if len(stories) > MOST_STORIES:
        yield Text(f"and {len(stories) - MOST_STORIES} more stories, in the record\n", style="dim")
    if not stories:
        yield Text("No report was read.")
    yield from of_rejected(record)
    yield from of_problems(record.problems)


def of_story(record: Record, story: StoryRow, most: int) -> Iterator[Text | Padding]:
    findings = [finding for finding in record.findings if finding.story == story.id and finding.answers]
    places = [entity.name for entity in record.entities if entity.id in story.places]
    yield Text(clean(story.title), style="bold")
    yield Text(", ".join(filter(None, (days(story), *map(clean, places[:5])))), style="dim")
    yield Text(collapse(record, story))
    yield Text(tally(findings) + "\n")
    best = set(sorted(range(len(findings)), key=lambda i: (*urgency(findings[i]), i))[:most])
    for group, heading in HEADINGS.items():
        shown = [finding for i, finding in enumerate(findings) if finding.group == group and i in best]
        if shown:
            yield Text(heading, style="underline")
            yield from (Padding(of_finding(finding), (0, 0, 0, 2)) for finding in shown)
            yield Text("")
    if len(findings) > most:
        yield Text(f"and {len(findings) - most} more findings, in the record\n", style="dim")


def urgency(finding: Finding) -> tuple[int, int]:
    return attention(finding.status, finding.support.speakers)


def days(story: StoryRow) -> str:
    if not story.start and not story.end:
        return "undated"
    return " to ".join(dict.fromkeys(day[:10] for day in (story.start, story.end) if day))


def collapse(record: Record, story: StoryRow) -> str:
    """ "5 reports, 5 outlets, 4 text origins, 9 speakers": how many voices there really are."""
    reports = [report for report in record.reports if report.id in story.reports]
    if len(reports) == 1:
        return "1 report: one voice, nothing to compare"
    ids = {report.id for report in reports}
    chains = [claim.attribution for claim in record.claims if claim.report in ids and claim.attribution]
    speakers = {chain[-1].voice for chain in chains} - {None}
    counts = (
        (len(reports), "report"),
        (len({report.outlet for report in reports}), "outlet"),
        (len({report.voice for report in reports}), "text origin"),
        (len(speakers), "speaker"),
    )
    return ", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counts)


def tally(findings: list[Finding]) -> str:
    if not findings:
        return "No finding: no two reports answer the same question."
    counts = ((status, sum(finding.status == status for finding in findings)) for status in STATUSES)
    words = ", ".join(f"{n} {'with one voice' if status == 'single' else status}" for status, n in counts if n)
    return f"{len(findings)} finding{'' if len(findings) == 1 else 's'}: {words}"


def of_finding(finding: Finding) -> Text:
    """ "≠ Question? leading answer ≠ conflicting answer (contested; 3 reports, 2 texts, 2 speakers)" """
    style = STYLES.get(finding.status, "")
    text = Text(f"{MARKS.get(finding.status, '·')} ", style=style)
    text.append(clean(finding.question), style="bold")
    text.append(f" {clean(finding.answers[0].value)}")
    for relation in finding.relations:
        if relation.a == 0 and relation.kind == "conflict":
            text.append(f" ≠ {clean(finding.answers[relation.b].value)}", style="red")
    text.append(f"  ({finding.status}; {support(finding)})", style="dim")
    return text


def support(finding: Finding) -> str:
    counts = (
        (finding.support.reports, "report"),
        (finding.support.texts, "text"),
        (finding.support.speakers, "speaker"),
    )
    return ", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counts)


def of_rejected(record: Record) -> Iterator[Text | Padding]:
    if record.rejected:
        yield Text(f"Not read ({len(record.rejected)})", style="underline")
        for row in record.rejected[:MOST_PROBLEMS]:
            yield Padding(Text(f"{clean(row.source, 200)}: {clean(row.error)}"), (0, 0, 0, 2))
        yield from more(len(record.rejected))


def of_problems(problems: tuple[Problem, ...]) -> Iterator[Text | Padding]:
    if problems:
        yield Text(f"Problems ({len(problems)})", style="underline")
        for problem in problems[:MOST_PROBLEMS]:
            where = ", ".join(filter(None, (problem.stage, problem.where)))
            yield Padding(Text(f"{clean(problem.message)} ({clean(where)})"), (0, 0, 0, 2))
        yield from more(len(problems))


def more(count: int) -> Iterator[Text]:
    if count > MOST_PROBLEMS:
        yield Text(f"  and {count - MOST_PROBLEMS} more, in the record", style="dim")


def clean(words: str, most: int = 300) -> str:
    """Words of a report without anything that could steer a terminal, at most `most` characters."""
    words = " ".join(_STEERING.sub(" ", words).split())
    return words if len(words) <= most else words[: most - 2] + " …"
