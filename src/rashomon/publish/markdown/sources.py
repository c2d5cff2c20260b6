"""Whose words these are, what is not known, who overruled what, and the reports."""

from collections.abc import Iterator

import msgspec

from rashomon.model.judgement import Judgement
from rashomon.model.lineage import Lineage
from rashomon.model.record import Record, ReportRow, StoryRow
from rashomon.publish.days import in_words
from rashomon.publish.index import DATED_BY, GAPS, Index
from rashomon.publish.markdown.text import link, more, quoted, table, text

MOST_ROWS, MOST_GAPS = 60, 60


def lineage(index: Index, story: StoryRow) -> Iterator[str]:
    """Rows of lineage, whole texts before parts; then voices that speak in several reports."""
    rows = sorted(index.lineage_of(story), key=lambda row: (-row.share, row.derived))
    if rows:
        yield table(("report", "has words of", "how", "share", "why"), (of_row(index, row) for row in rows[:MOST_ROWS]), (3,))  # fmt: skip
    if len(rows) > MOST_ROWS:
        yield f"{more(len(rows) - MOST_ROWS).capitalize()}."
    if shared := index.shared_voices(story):
        yield "One voice in several reports:"
        yield "\n".join(
            f"- {text(index.voice(voice))}: {', '.join(map(text, map(index.outlet, reports)))}"
            for voice, reports in shared.items()
        )


def of_row(index: Index, row: Lineage) -> tuple[str, ...]:
    how = f"{row.kind}, {row.direction}{', assumed' if row.assumed else ''}"
    return text(index.outlet(row.derived)), text(index.origin_name(row)), how, f"{100 * row.share:.0f} %", text(row.why)


def gaps(index: Index, story: StoryRow) -> Iterator[str]:
    found = [gap for gap in index.record.gaps if gap.story == story.id]
    for kind in dict.fromkeys([*GAPS, *(gap.kind for gap in found)]):
        rows = [gap for gap in found if gap.kind == kind]
        if rows:
            yield f"### {GAPS.get(kind, text(kind))} ({len(rows)})"
            lines = [f"- {text(in_words(gap.text))}" for gap in rows[:MOST_GAPS]]
            yield "\n".join(lines + ([f"- {more(len(rows) - MOST_GAPS)}"] if len(rows) > MOST_GAPS else []))
    silent = [row for row in index.record.omissions if row.story == story.id]
    if silent:
        yield "### What a report leaves out though two or more other voices carry it"
        yield "\n".join(
            f"- {text(index.outlet(row.report))}: {'; '.join(text(in_words(index.findings[each].question)) for each in row.findings if each in index.findings)}"
            + (f"; {more(row.more)}" if row.more else "")
            for row in silent
        )


def judgements(index: Index, story: StoryRow) -> Iterator[str]:
    """What persons decided, on anything of this record, with what later reports say against it; then the claims that they rejected."""
    first = story.id == min(index.record.stories, key=lambda each: (-len(each.reports), each.id)).id
    rows = index.record.judgements if first else ()
    if rows:
        yield "\n".join(line for row in rows for line in of_judgement(row))
    rejected = index.rejected_of(story)
    if rejected:
        yield "Rejected, and nothing is made of it:"
        yield "\n".join(f"- {' ← '.join(map(text, index.chain(claim)))}: {quoted(claim.quote)}" for claim in rejected)


def of_judgement(row: Judgement) -> Iterator[str]:
    what = (
        text(row.what)
        + (f" {text(row.field)}" if row.field else "")
        + (f" → **{text(row.value)}**" if row.value else "")
    )
    on = text(", ".join(row.on[:6])) + (f" and {len(row.on) - 6} more" if len(row.on) > 6 else "")
    final = ", settled" if row.final else ""
    yield f"- {in_words(row.when)}, {text(row.who)}{final}: {what} ({on}). {text(row.why)}"
    yield from (f"  - Later reports speak against it: {text(flag.text)}" for flag in row.flags)


def reports(index: Index, story: StoryRow) -> Iterator[str]:
    found = index.reports_of(story)
    rated = any(not isinstance(report.reliability, msgspec.UnsetType) for report in found)
    head = ("outlet", "headline", "published", "dated", "voice", "language", "source", "words")
    yield table((*head, *(("reliability",) if rated else ())), [(*of_report(index, report), *((reliability(report),) if rated else ())) for report in found], (7,))  # fmt: skip


def of_report(index: Index, report: ReportRow) -> tuple[str, ...]:
    return (
        link(index.outlet(report.id), report.url),
        text(report.title),
        in_words(report.published or "undated"),
        DATED_BY.get(report.dated_by or "", ""),
        text(index.voice(report.voice)),
        text(report.language),
        text(report.source),
        f"{len(report.text.split()):,}",
    )


def reliability(report: ReportRow) -> str:
    """ "B (Ada: seldom wrong)": a person's rating of the outlet, on the Admiralty scale."""
    rated = report.reliability
    return "" if isinstance(rated, msgspec.UnsetType) else f"{text(rated.value)} ({text(rated.who)}: {text(rated.why)})"


def unread(record: Record) -> Iterator[str]:
    if record.rejected:
        yield "# Not read"
        yield "\n".join(f"- {text(row.source)}: {text(row.error)}" for row in record.rejected[:MOST_ROWS])
    if record.problems:
        yield "# Problems"
        yield "\n".join(
            f"- {text(row.message)} ({text(', '.join(filter(None, (row.stage, row.where))))})"
            for row in record.problems[:MOST_ROWS]
        )
