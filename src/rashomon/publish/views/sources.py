"""Whose words these are, where it was, what is not known, the reports, and what persons decided, in a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType

from rashomon.model.record import ReportRow, StoryRow
from rashomon.publish.days import in_words
from rashomon.publish.index import DATED_BY, GAPS, Index
from rashomon.publish.views.layout import heading, joined, left_out, line, table

MOST_ROWS, MOST_GAPS = 80, 30


def lineage(index: Index, story: StoryRow) -> Iterator[RenderableType]:
    rows = sorted(index.lineage_of(story), key=lambda row: (-row.share, row.derived))
    if rows:
        yield table(
            [("report", 2), ("has words of", 3), ("how", 2), ("share", 0), ("why", 6)],
            [
                (
                    index.outlet(row.derived),
                    index.origin_name(row),
                    f"{row.kind}, {row.direction}{', assumed' if row.assumed else ''}",
                    f"{100 * row.share:.0f} %",
                    row.why,
                )
                for row in rows[:MOST_ROWS]
            ],
        )
    if len(rows) > MOST_ROWS:
        yield left_out(len(rows) - MOST_ROWS)
    for voice, reports in index.shared_voices(story).items():
        yield joined(
            ("One voice:", "bold"), (f"{index.voice(voice)} speaks in {', '.join(map(index.outlet, reports))}", "")
        )


def places(index: Index, story: StoryRow) -> Iterator[RenderableType]:
    found = index.places_of(story)
    rows = []
    for entity in found[:MOST_ROWS]:
        mentions = index.mentions_in(story, entity)
        voices = {index.reports[mention.report].voice for mention in mentions if mention.report in index.reports}
        where = (
            f"{entity.lat:.3f}, {entity.lon:.3f}"
            if entity.lat is not None and entity.lon is not None
            else "not located"
        )
        happened = "yes" if entity.id in story.places else ""
        rows.append(
            (
                entity.name,
                happened,
                entity.country or "",
                entity.precision or "",
                where,
                str(len(voices)),
                str(len(mentions)),
            )
        )
    if rows:
        yield table(
            [
                ("place", 3),
                ("there", 1),
                ("country", 1),
                ("precision", 1),
                ("latitude, longitude", 2),
                ("voices", 0),
                ("named", 0),
            ],
            rows,
        )
    if len(found) > MOST_ROWS:
        yield left_out(len(found) - MOST_ROWS)


def gaps(index: Index, story: StoryRow) -> Iterator[RenderableType]:
    found = [gap for gap in index.record.gaps if gap.story == story.id]
    for kind in dict.fromkeys([*GAPS, *(gap.kind for gap in found)]):
        rows = [gap for gap in found if gap.kind == kind]
        if rows:
            yield heading(f"{GAPS.get(kind, kind)} ({len(rows)})")
        for gap in rows[:MOST_GAPS]:
            yield line(gap.text, indent=2)
        if len(rows) > MOST_GAPS:
            yield left_out(len(rows) - MOST_GAPS)
    silent = [row for row in index.record.omissions if row.story == story.id]
    if silent:
        yield heading("Left out, though two or more other voices carry it")
    for row in silent[:MOST_GAPS]:
        questions = [index.findings[each].question for each in row.findings if each in index.findings]
        beyond = len(questions) - 5 + row.more
        yield joined((f"{index.outlet(row.report)}:", "bold"), ("; ".join(questions[:5]) + (f"; and {beyond} more" if beyond > 0 else ""), ""), indent=2)  # fmt: skip


def reports(index: Index, story: StoryRow) -> Iterator[RenderableType]:
    rows = [
        (
            index.outlet(report.id),
            report.title or "",
            dated(report),
            index.voice(report.voice),
            report.language,
            report.url or report.source,
        )
        for report in index.reports_of(story)
    ]
    yield table(
        [("outlet", 2), ("headline", 5), ("published", 3), ("voice", 2), ("lang", 1), ("source", 4)], rows[:MOST_ROWS]
    )
    if len(rows) > MOST_ROWS:
        yield left_out(len(rows) - MOST_ROWS)


def dated(report: ReportRow) -> str:
    how = DATED_BY.get(report.dated_by or "")
    return in_words(report.published or "undated") + (f" ({how})" if how else "")


def judgements(index: Index, story: StoryRow) -> Iterator[RenderableType]:
    for row in index.record.judgements:
        what = " ".join(filter(None, (row.what, row.of, row.field, f"→ {row.value}" if row.value else None)))
        yield joined(
            (f"{in_words(row.when)}, {row.who}:", ""),
            (what, "bold"),
            (f"({', '.join(row.on[:4])})", "dim"),
            (row.why, ""),
        )
        for flag in row.flags:
            yield line(f"later reports speak against it: {flag.text}", indent=4, style="red")
    for claim in index.rejected_of(story):
        yield joined(("Rejected:", "bold"), (f"“{claim.quote}”", ""), (" ← ".join(index.chain(claim)), "dim"))
