"""Findings, figures and differences in a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rashomon.model.record import Answer, Finding, StoryRow
from rashomon.publish.days import interval
from rashomon.publish.headings import HEADINGS, STATUS_WORDS, attention
from rashomon.publish.index import DIFFERENCES, RULES, Index, bounds, relation_word, support_of, to_leading
from rashomon.publish.terminal import MARKS, STYLES, clean
from rashomon.publish.views.layout import heading, joined, left_out, line, table

MOST_WORDS, MOST_DIFFERENCES, MOST_POINTS = 6, 60, 12


def findings(index: Index, story: StoryRow) -> Iterator[RenderableType]:
    found = index.findings_of(story)
    for group in dict.fromkeys([*HEADINGS, *(finding.group for finding in found)]):
        rows = [finding for finding in found if finding.group == group]
        if rows:
            yield heading(HEADINGS.get(group, group))
        for finding in sorted(rows, key=lambda each: attention(each.status, each.support.speakers)):
            yield from of_finding(index, finding)
        if rows:
            yield Text("")


def of_finding(index: Index, finding: Finding) -> Iterator[RenderableType]:
    style = STYLES.get(finding.status, "")
    mark, status = MARKS.get(finding.status, "·"), STATUS_WORDS.get(finding.status, finding.status)
    yield joined(
        (mark, style),
        (finding.question, "bold"),
        (f"{status}: {finding.why}", "dim"),
        (", ".join(index.judged(finding.judged)), "bold"),
    )
    for position, answer in enumerate(finding.answers):
        yield from of_answer(index, finding, position, answer)


def of_answer(index: Index, finding: Finding, position: int, answer: Answer) -> Iterator[RenderableType]:
    relation = to_leading(finding, position)
    conflict = relation is not None and relation.kind == "conflict"
    beside = f"({support_of(answer, finding)}{f'; {relation_word(finding, position)}' if relation else ''})"
    yield joined(("≠" if conflict else "=" if not position else "-", "red" if conflict else ""), (answer.value, "red" if conflict else "bold"), (beside, "dim"), indent=2)  # fmt: skip
    for words in answer.words[:MOST_WORDS]:
        claim = index.claims[words.claim]
        judged = f" ({', '.join(found)})" if (found := index.judged(claim.judged)) else ""
        yield line(f"“{index.words(words)}” {' ← '.join(index.chain(claim))}{judged}", indent=6)
    if len(answer.words) > MOST_WORDS:
        names = index.outlets(index.claims[words.claim].report for words in answer.words[MOST_WORDS:])
        yield line(f"and {len(answer.words) - MOST_WORDS} more: {', '.join(names[:12])}", indent=6, style="dim")


def figures(index: Index, story: StoryRow) -> Iterator[RenderableType]:
    """A row for each counted thing, a column for each rule that it was put to; then how numbers went."""
    found = [finding for finding in index.findings_of(story) if finding.estimates]
    rules = [rule for rule in RULES if any(rule in (finding.estimates or {}) for finding in found)]
    if not found:
        return
    rows = [
        (finding.question, finding.answers[0].value, *(estimate(finding, rule) for rule in rules)) for finding in found
    ]
    yield table([("counted", 3), ("best supported", 2), *((RULES[rule], 1) for rule in rules)], rows)
    for finding in found:
        if len(finding.series) > 1:
            yield Text("")
            yield line(finding.question, style="bold")
            yield from course_of(index, finding)


def estimate(finding: Finding, rule: str) -> str:
    row = (finding.estimates or {}).get(rule)
    found = bounds(row.low, row.best, row.high) if row else "none"
    return "–" if found == "none" else found


def course_of(index: Index, finding: Finding) -> Iterator[RenderableType]:
    rows = []
    for point in finding.series[:MOST_POINTS]:
        day = (point.as_of.end or point.as_of.start) if point.as_of else point.published
        gone = " taken back" if point.withdrawn else " repeated though taken back" if point.repeats_withdrawn else ""
        rows.append(
            (
                interval(day, day),
                point.value + gone,
                index.outlet(index.claims[point.claim].report),
                point.speaker or "",
            )
        )
    yield table([("day", 2), ("figure", 3), ("report", 2), ("from", 3)], rows)
    if len(finding.series) > MOST_POINTS:
        yield left_out(len(finding.series) - MOST_POINTS)


def differences(index: Index, story: StoryRow) -> Iterator[RenderableType]:
    rows = [(finding, relation) for finding in index.findings_of(story) for relation in finding.relations]
    for kind, words in DIFFERENCES.items():
        found = [(finding, relation) for finding, relation in rows if relation.kind == kind]
        if found:
            yield heading(f"{words} ({len(found)})")
        for finding, relation in found[:MOST_DIFFERENCES]:
            a, b = finding.answers[relation.a], finding.answers[relation.b]
            style = "red" if kind == "conflict" else ""
            sides = f" {'≠' if style else '/'} ".join(
                f"{clean(each.value)} ({', '.join(index.outlets(each.reports)[:4])})" for each in (a, b)
            )
            yield joined((finding.question, "bold"), (sides, style), indent=2)
            yield line(relation.why, indent=6, style="dim")
        if len(found) > MOST_DIFFERENCES:
            yield left_out(len(found) - MOST_DIFFERENCES)
