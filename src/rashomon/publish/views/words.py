"""What happened when, how it came about, who said what and what things are called, in a terminal."""

from collections import Counter
from collections.abc import Iterator

from rich.console import RenderableType

from rashomon.model.record import StoryRow
from rashomon.publish.days import interval
from rashomon.publish.index import STEPS, Index
from rashomon.publish.terminal import counted
from rashomon.publish.views.layout import heading, joined, left_out, line, table

MOST_SPEAKERS, MOST_SAID, MOST_WORDINGS, MOST_STEPS = 30, 8, 10, 12


def timeline(index: Index, story: StoryRow) -> Iterator[RenderableType]:
    rows = index.timeline_of(story)
    if rows:
        yield table(
            [("when", 2), ("what", 8), ("report", 2), ("voices", 0)],
            [
                (
                    interval(row.start, row.end) + (f", {row.time}" if row.time else ""),
                    row.text + ("" if row.modality == "asserted" else f" [{row.modality}]"),
                    index.outlet(row.report) if row.report else "",
                    str(len(row.voices)),
                )
                for row in rows
            ],
        )


def course(index: Index, story: StoryRow) -> Iterator[RenderableType]:
    for kind, words in STEPS.items():
        rows = index.steps(story, kind)
        if rows:
            yield heading(words)
        for (source, target), reports in rows[:MOST_STEPS]:
            yield joined((f"“{source}” → “{target}”", ""), (f"({', '.join(index.outlets(reports))})", "dim"), indent=2)
        if len(rows) > MOST_STEPS:
            yield left_out(len(rows) - MOST_STEPS)


def statements(index: Index, story: StoryRow) -> Iterator[RenderableType]:
    speakers = index.statements_of(story)
    for name, said in speakers[:MOST_SPEAKERS]:
        yield heading(name)
        for words, claims in said[:MOST_SAID]:
            first = claims[0].statement
            how = "" if first is None or first.act == "speech" else f"{first.act}; "
            outlets = f"({how}{', '.join(index.outlets(claim.report for claim in claims))})"
            yield joined(
                (f"“{words}”" if first and first.direct and words[:1] not in '"“«„' else words, ""),
                (outlets, "dim"),
                indent=2,
            )
        if len(said) > MOST_SAID:
            yield left_out(len(said) - MOST_SAID)
    if len(speakers) > MOST_SPEAKERS:
        yield left_out(len(speakers) - MOST_SPEAKERS, "more speakers")


def wording(index: Index, story: StoryRow) -> Iterator[RenderableType]:
    for frame in index.frames_of(story):
        yield heading(frame.concept or index.entity(frame.entity) or "one thing")
        terms = Counter(
            (term.text, term.loaded, index.named(term.speaker) if term.loaded else "") for term in frame.terms
        )
        for (words, loaded, speaker), count in terms.most_common(MOST_WORDINGS):
            outlets = index.outlets(term.report for term in frame.terms if (term.text, term.loaded) == (words, loaded))
            judges = f"judges{f', spoken by {speaker}' if speaker else ''}" if loaded else ""
            yield joined((f"“{words}”", "bold" if loaded else ""), (f"×{count}" if count > 1 else "", ""), (judges, ""), (f"({', '.join(outlets[:6])})", "dim"), indent=2)  # fmt: skip
        if len(terms) > MOST_WORDINGS:
            yield line(
                f"and {counted(len(terms) - MOST_WORDINGS, 'more wording')}, in the record", indent=2, style="dim"
            )
