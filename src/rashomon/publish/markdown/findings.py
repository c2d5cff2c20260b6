"""Findings with every answer and its words, figures under each rule, and where reports differ and how."""

from collections.abc import Iterator

from rashomon.model.claim import Claim
from rashomon.model.record import Answer, Finding, Relation, StoryRow, Words
from rashomon.publish.days import in_words, interval
from rashomon.publish.headings import HEADINGS, STATUS_WORDS, attention
from rashomon.publish.index import DIFFERENCES, RULES, Index, bounds, relation_word, support_of, to_leading
from rashomon.publish.markdown.text import marked, more, quoted, table, text

MOST_WORDS = 12  # quotations of one answer; the record has the others
MOST_POINTS = 20  # of a figure's course
MOST_DISPUTES = 8  # in the head
MOST_DIFFERENCES = 80  # of one kind
STANDING = {
    "denied": "denied", "planned": "planned", "possible": "possible, not asserted", "demanded": "demanded", "hypothetical": "hypothetical",
}  # fmt: skip


def sections(index: Index, story: StoryRow) -> Iterator[str]:
    """Under their headings, what asks for most attention first; numbered as they stand here."""
    found = index.findings_of(story)
    n = 0
    for group in dict.fromkeys([*HEADINGS, *(finding.group for finding in found)]):
        rows = [finding for finding in found if finding.group == group]
        if rows:
            yield f"### {HEADINGS.get(group, text(group))}"
        for finding in sorted(rows, key=lambda each: attention(each.status, each.support.speakers)):
            n += 1
            yield from of_finding(index, finding, n)


def disputes(index: Index, story: StoryRow) -> str:
    """A line for each conflict, for the head."""
    found = [
        (finding, row) for finding in index.findings_of(story) for row in finding.relations if row.kind == "conflict"
    ]
    lines = [f"- In dispute: {of_difference(index, finding, relation)}" for finding, relation in found[:MOST_DISPUTES]]
    return "\n".join(lines + ([f"- {more(len(found) - MOST_DISPUTES)}"] if len(found) > MOST_DISPUTES else []))


def of_finding(index: Index, finding: Finding, n: int) -> Iterator[str]:
    yield f"#### {n}. {text(in_words(finding.question))}"
    yield f"**{STATUS_WORDS.get(finding.status, finding.status)}.** {text(in_words(finding.why))}{judged(index, finding.judged)}"
    yield "\n".join(
        line for position, answer in enumerate(finding.answers) for line in of_answer(index, finding, position, answer)
    )
    if len(finding.series) > 1:
        yield "How the number went:"
        yield course_of(index, finding)


def of_answer(index: Index, finding: Finding, position: int, answer: Answer) -> Iterator[str]:
    """The answer with its support, then a line for each report's words and the chain of who says so."""
    relation = to_leading(finding, position)
    how = f"; {relation_word(finding, position)}: {text(in_words(relation.why))}" if relation else ""
    yield f"- **{text(in_words(answer.value))}** ({support_of(answer, finding)}{how})"
    for words in answer.words[:MOST_WORDS]:
        yield f"  - {of_words(index, words)}"
    if len(answer.words) > MOST_WORDS:
        others = index.outlets(index.claims[words.claim].report for words in answer.words[MOST_WORDS:])
        yield f"  - {more(len(answer.words) - MOST_WORDS)}: {', '.join(map(text, others[:12]))}"


def of_words(index: Index, words: Words) -> str:
    claim = index.claims[words.claim]
    chain = " ← ".join(map(text, index.chain(claim)))
    if claim.start <= words.start and words.end <= claim.end:
        said = marked(claim.quote, words.start - claim.start, words.end - claim.start)
    else:
        said = f"{quoted(claim.quote)} ({quoted(index.words(words))})"
    return f"{chain}: {said} ({'; '.join(facts(index, claim))}; characters {claim.start}–{claim.end})"


def facts(index: Index, claim: Claim) -> Iterator[str]:
    """When, up to when it counts, and whether it is more or less than asserted."""
    yield interval(claim.date.start, claim.date.end) if claim.date else "undated"
    if claim.as_of:
        yield f"as of {interval(claim.as_of.start, claim.as_of.end)}"
    if claim.modality in STANDING:
        yield STANDING[claim.modality]
    yield from map(text, index.judged(claim.judged))


def judged(index: Index, ids: tuple[str, ...]) -> str:
    found = ", ".join(index.judged(ids))
    return f" *{text(found[0].upper() + found[1:])}.*" if found else ""


def course_of(index: Index, finding: Finding) -> str:
    rows = []
    for point in finding.series[:MOST_POINTS]:
        day = (point.as_of.end or point.as_of.start) if point.as_of else point.published
        gone = (
            " (taken back)" if point.withdrawn else " (repeated though taken back)" if point.repeats_withdrawn else ""
        )
        rows.append(
            (
                interval(day, day),
                text(in_words(point.value)) + gone,
                text(index.outlet(index.claims[point.claim].report)),
                text(point.speaker),
            )
        )
    left = len(finding.series) - MOST_POINTS
    return table(("day", "figure", "report", "from"), rows) + (f"\n\n{more(left).capitalize()}." if left > 0 else "")


def figures(index: Index, story: StoryRow) -> Iterator[str]:
    """A row for each counted thing, a column for each rule; then what each rule did, in words."""
    found = [finding for finding in index.findings_of(story) if finding.estimates]
    rules = [rule for rule in RULES if any(rule in (finding.estimates or {}) for finding in found)]
    if not found:
        return
    rows = [
        (text(in_words(finding.question)), text(in_words(finding.answers[0].value)), *(cell(finding, rule) for rule in rules), str(len(finding.answers)))
        for finding in found
    ]  # fmt: skip
    yield table(
        ("counted", "best supported", *(RULES[rule] for rule in rules), "answers"), rows, range(2, len(rules) + 3)
    )
    yield "What each rule did:"
    yield "\n".join(
        line
        for finding in found
        for line in (
            f"- {text(in_words(finding.question))}",
            *(f"  - {RULES.get(rule, text(rule))}: {text(in_words(estimate.why))}" for rule, estimate in (finding.estimates or {}).items()),
        )
    )  # fmt: skip


def cell(finding: Finding, rule: str) -> str:
    estimate = (finding.estimates or {}).get(rule)
    found = bounds(estimate.low, estimate.best, estimate.high) if estimate else "none"
    return "–" if found == "none" else found


def differences(index: Index, story: StoryRow) -> Iterator[str]:
    """Each two answers that differ, by the kind of their difference, what weighs most first; what is merely compatible stands with the findings."""
    rows = [(finding, relation) for finding in index.findings_of(story) for relation in finding.relations]
    for kind, heading in DIFFERENCES.items():
        found = [(finding, relation) for finding, relation in rows if relation.kind == kind]
        if found:
            yield f"### {heading} ({len(found)})"
            lines = [f"- {of_difference(index, finding, relation)}" for finding, relation in found[:MOST_DIFFERENCES]]
            left = len(found) - MOST_DIFFERENCES
            yield "\n".join(lines + ([f"- {more(left)}"] if left > 0 else []))


def of_difference(index: Index, finding: Finding, relation: Relation) -> str:
    a, b = finding.answers[relation.a], finding.answers[relation.b]
    between = "≠" if relation.kind == "conflict" else "/"
    sides = f" {between} ".join(f"**{text(in_words(each.value))}** ({side(index, each)})" for each in (a, b))
    return f"{text(in_words(finding.question))} {sides}. {text(in_words(relation.why))}"


def side(index: Index, answer: Answer) -> str:
    names = index.outlets(answer.reports)
    return ", ".join(map(text, names[:5])) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
