"""A record in the terminal: how much of it is one voice, what is in dispute, the findings, and what could not be read.

It fits on a screen or two (`MOST_LINES`): findings that ask for least attention are left to the record.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from rashomon.model.problem import Problem
from rashomon.model.record import Answer, Finding, Record, StoryRow
from rashomon.publish.careful.told import told
from rashomon.publish.days import in_words, interval
from rashomon.publish.headings import HEADINGS, STATUS_WORDS, STATUSES, attention

MOST_LINES = 60
MOST_STORIES = 9
MOST_DISPUTES = 8
MOST_PROBLEMS = 4
LONGEST_QUESTION, LONGEST_ANSWER = 110, 90
WIDEST = 110
STYLES = {"contested": "bold red", "agreed": "bold", "corrected": "bold", "updated": "bold"}
MARKS = {"contested": "≠", "corrected": "!", "updated": "▷", "agreed": "●", "compatible": "◐", "single": "·"}
# Control and format characters, which could steer a terminal, in words that come from reports.
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
Part = Text | Padding


def summary(record: Record, width: int | None = None, colour: bool | None = None) -> str:
    """Text for a terminal of `width` columns; plain text where `colour` is false or the output is no terminal."""
    width = min(width or shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)
    return drawn(parts(record, width), width, colour)


def drawn(renderables: Iterable[RenderableType], width: int, colour: bool | None = None) -> str:
    """What rich makes of them, on `width` columns; coloured where the output is a terminal and NO_COLOR is not set."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") if colour is None else colour
    console = Console(
        width=width,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=False,
    )
    with console.capture() as capture:
        for each in renderables:
            console.print(each)
    lines = (line.rstrip() for line in capture.get().splitlines())
    return "\n".join(lines).strip("\n")


def parts(record: Record, width: int) -> Iterator[Part]:
    last = [*of_rejected(record), *of_problems(record.problems)]
    stories = sorted(record.stories, key=lambda story: (-len(story.reports), story.id))
    if len(stories) == 1:
        yield from of_story(record, stories[0], width, MOST_LINES - len(last))
    for story in stories[:MOST_STORIES] if len(stories) > 1 else ():
        yield from of_one_among_many(record, story)
    if len(stories) > MOST_STORIES:
        yield Text(f"and {len(stories) - MOST_STORIES} more stories, in the record\n", style="dim")
    if not stories:
        yield Text("No report was read.")
    if record.published:
        yield Text(f"{told(record)}\n", style="dim")
    yield from last


def of_story(record: Record, story: StoryRow, width: int, room: int) -> Iterator[Part]:
    """One story in at most `room` lines: its head, its disputes, and as many findings as there is room for."""
    findings = findings_of(record, story)
    head = [*head_of(record, story, findings), *disputes(record, findings, MOST_DISPUTES)]
    yield from head
    yield Text("")
    others = [finding for finding in findings if finding.status != "contested"]
    shown = chosen(others, width, room - sum(lines(part, width) for part in head) - 3)
    for group, heading in HEADINGS.items():
        if rows := [finding for finding in shown if finding.group == group]:
            yield Text(heading, style="underline")
            yield from (Padding(of_finding(finding), (0, 0, 0, 2)) for finding in rows)
            yield Text("")
    if left := len(others) - len(shown):
        yield Text(f"and {counted(left, 'more finding')}, in the record\n", style="dim")


def of_one_among_many(record: Record, story: StoryRow) -> Iterator[Part]:
    findings = findings_of(record, story)
    yield from head_of(record, story, findings)
    yield from disputes(record, findings, 1)
    yield Text("")


def findings_of(record: Record, story: StoryRow) -> list[Finding]:
    return [finding for finding in record.findings if finding.story == story.id and finding.answers]


def head_of(record: Record, story: StoryRow, findings: list[Finding]) -> list[Part]:
    """What, how much of it is one voice, when and where, and how the findings stand."""
    names = {entity.id: entity.name for entity in record.entities}
    places = [names[place] for place in story.places if place in names]
    return [
        Text(clean(story.title, 200), style="bold"),
        Text(collapse(record, story)),
        Text(", ".join((interval(story.start, story.end), *map(clean, places[:5]))), style="dim"),
        Text(tally(findings)),
    ]


def collapse(record: Record, story: StoryRow) -> str:
    """ "5 reports, 5 outlets, 4 text origins, 9 speakers": how many voices there really are; "3 outlets of 2 owners" where the table
    of outlets knows a common owner."""
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
    families = len({report.family or report.outlet for report in reports})
    kin = f" of {counted(families, 'owner')}" if families < counts[1][0] else ""
    return ", ".join(counted(n, noun) + (kin if noun == "outlet" else "") for n, noun in counts)


def counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def tally(findings: list[Finding]) -> str:
    if not findings:
        return "No finding: no two reports answer the same question."
    counts = ((status, sum(finding.status == status for finding in findings)) for status in STATUSES)
    words = ", ".join(f"{n} {'with one voice' if status == 'single' else status}" for status, n in counts if n)
    return f"{counted(len(findings), 'finding')}: {words}"


def disputes(record: Record, findings: list[Finding], most: int) -> Iterator[Part]:
    """Contested findings, each side with the outlets that carry it: "dismissed (A, B) ≠ resigned (C)"."""
    contested = sorted((finding for finding in findings if finding.status == "contested"), key=urgency)
    if contested and most > 1:
        yield Text("")
        yield Text("In dispute", style="underline")
    for finding in contested[:most]:
        yield Padding(of_dispute(record, finding), (0, 0, 0, 2))
    if len(contested) > most:
        yield Text(f"  and {len(contested) - most} more in dispute", style="dim")


def of_dispute(record: Record, finding: Finding) -> Text:
    conflicts = [row for row in finding.relations if row.kind == "conflict"]
    leading = [row for row in conflicts if row.a == 0]
    text = Text("≠ ", style=STYLES["contested"])
    text.append(clean(finding.question, LONGEST_QUESTION), style="bold")
    text.append(f" {side(record, finding.answers[(leading or conflicts)[0].a if conflicts else 0])}")
    for row in leading[:3] or conflicts[:1]:
        text.append(f" ≠ {side(record, finding.answers[row.b])}", style="red")
    return text


def side(record: Record, answer: Answer) -> str:
    names = dict.fromkeys(
        report.outlet or PurePath(report.source).stem for report in record.reports if report.id in answer.reports
    )
    few, more = list(names)[:3], len(names) - 3
    by = ", ".join(clean(name, 40) for name in few) + (f" and {more} more" if more > 0 else "")
    return f"{clean(answer.value, LONGEST_ANSWER)} ({by})"


def chosen(findings: list[Finding], width: int, room: int) -> list[Finding]:
    """The findings that ask for most attention and, with their headings, fit into `room` lines; in their first order."""
    taken: list[int] = []
    headings: set[str] = set()
    for i in sorted(range(len(findings)), key=lambda i: (*urgency(findings[i]), i)):
        finding = findings[i]
        room -= lines(of_finding(finding), width - 2) + (0 if finding.group in headings else 2)
        if room < 0:
            break
        headings.add(finding.group)
        taken.append(i)
    return [findings[i] for i in sorted(taken)]


def lines(part: Part, width: int) -> int:
    """How many lines a part takes, wrapped at words."""
    text = part.renderable if isinstance(part, Padding) else part
    return max(1, len(text.wrap(Console(width=width), max(10, width)))) if isinstance(text, Text) else 1


def urgency(finding: Finding) -> tuple[int, int]:
    return attention(finding.status, finding.support.speakers)


def of_finding(finding: Finding) -> Text:
    """ "● Question? leading answer  (agreed; 3 reports, 2 texts, 2 speakers)" """
    text = Text(f"{MARKS.get(finding.status, '·')} ", style=STYLES.get(finding.status, ""))
    text.append(clean(finding.question, LONGEST_QUESTION), style="bold")
    text.append(f" {clean(finding.answers[0].value, LONGEST_ANSWER)}")
    text.append(f"  ({STATUS_WORDS.get(finding.status, finding.status)}; {support(finding)})", style="dim")
    if repeated := sum(point.repeats_withdrawn for point in finding.series):
        text.append(f" a withdrawn number is repeated {'once' if repeated == 1 else f'{repeated} times'}", style="bold")
    return text


def support(finding: Finding) -> str:
    counts = finding.support
    rows = ((counts.reports, "report"), (counts.texts, "text"), (counts.speakers, "speaker"))
    return ", ".join(counted(n, noun) for n, noun in rows)


def of_rejected(record: Record) -> Iterator[Part]:
    if record.rejected:
        yield Text(f"Not read ({len(record.rejected)})", style="underline")
        for row in record.rejected[:MOST_PROBLEMS]:
            yield Padding(Text(f"{clean(row.source, 200)}: {clean(row.error)}"), (0, 0, 0, 2))
        yield from more(len(record.rejected))


def of_problems(problems: tuple[Problem, ...]) -> Iterator[Part]:
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
    """Words of a record without anything that could steer a terminal, days in words, at most `most` characters."""
    words = in_words(" ".join(_STEERING.sub(" ", words).split()))
    if len(words) <= most:
        return words
    blank = words.rfind(" ", most // 2, most - 2)
    return words[: blank if blank > 0 else most - 2].rstrip(" ,;") + " …"
