"""2. Each offset lies in its text, and each quotation is the words at its offsets."""

from collections.abc import Iterator
from typing import Any

from rashomon.verify.ids import participants
from rashomon.verify.tables import Discrepancy, Row, Tables


def spans(tables: Tables) -> Iterator[tuple[str, Any, Any, Any, str | None]]:
    """(where, report, start, end, the words that must stand there or None) of every span that is set."""
    for where, row in tables.rows("reports"):
        yield from ((where, row["id"], c.get("start"), c.get("end"), None) for c in row["credits"])
    for where, row in tables.rows("stories"):
        yield from ((where, p["report"], p["start"], p["end"], None) for p in row.get("passages") or ())
    for where, row in tables.rows("lineage"):
        for passage in row["passages"]:
            yield where, row["derived"], *passage["derived"], None
            if passage.get("origin"):
                yield where, row.get("origin"), *passage["origin"], None
    for where, row in tables.rows("stock"):
        yield from ((where, place["report"], place["start"], place["end"], None) for place in row["spans"])
    for where, row in tables.rows("entities"):
        yield from ((where, m["report"], m["start"], m["end"], None) for m in row["mentions"])
        yield from ((where, r["report"], r["start"], r["end"], r["role"]) for r in row.get("roles") or ())
    for where, row in tables.rows("times"):
        yield where, row["report"], row["start"], row["end"], (row.get("date") or {}).get("text")
    for where, row in tables.rows("claims"):
        yield from ((where, row["report"], *span) for span in claim_spans(row))
    for where, row in tables.rows("links"):
        for end in (row["from"], row["to"], {"start": row["cue_start"], "end": row["cue_end"]}):
            yield where, row["report"], end["start"], end["end"], None
    for where, row in tables.rows("findings"):
        for answer in row["answers"]:
            for words in answer["words"]:
                claim = tables.by_id["claims"].get(words["claim"]) or {}
                yield where, claim.get("report"), words["start"], words["end"], None
        for gone in filter(None, (point.get("withdrawn") for point in row.get("series") or ())):
            claim = tables.by_id["claims"].get(gone["claim"]) or {}
            yield where, claim.get("report"), gone["start"], gone["end"], None
    for where, row in tables.rows("frames"):
        yield from ((where, t["report"], t["start"], t["end"], t["text"]) for t in row["terms"])


def claim_spans(claim: Row) -> Iterator[tuple[Any, Any, str | None]]:
    yield claim["start"], claim["end"], claim["quote"]
    for link in claim["attribution"]:
        yield link.get("start"), link.get("end"), link["name"]
        yield link.get("cue_start"), link.get("cue_end"), None
    if figure := claim.get("figure"):
        yield figure["start"], figure["end"], figure["text"]
    if event := claim.get("event"):
        yield event["start"], event["end"], None
    yield from ((p["start"], p["end"], p["text"]) for p in participants(claim))
    if statement := claim.get("statement"):
        yield statement.get("speaker_start"), statement.get("speaker_end"), statement.get("speaker")
        yield statement.get("cue_start"), statement.get("cue_end"), None
        yield statement["content_start"], statement["content_end"], None


def check_spans(tables: Tables) -> Iterator[Discrepancy]:
    for where, report, start, end, words in spans(tables):
        text = tables.text(report)
        if start is None and end is None:
            continue
        if text is None or start is None or end is None or not 0 <= start < end <= len(text):
            yield Discrepancy(where, f"[{start}, {end}) does not lie in the text of {report}")
        elif words is not None and text[start:end] != words:
            yield Discrepancy(where, f"{words!r} is not what stands at [{start}, {end}): {text[start:end]!r}")
    for where, row in tables.rows("claims"):
        if (figure := row.get("figure")) and not row["start"] <= figure["start"] < figure["end"] <= row["end"]:
            yield Discrepancy(where, f"its figure {figure['text']!r} does not lie in its quotation")
        for date in (row.get("date"), row.get("as_of")):
            if isinstance(date, dict) and (date.get("text") or "") not in (tables.text(row["report"]) or ""):
                yield Discrepancy(where, f"its date {date['text']!r} does not stand in the report")
    texts = [words for row in tables.record["reports"] for words in (row["text"], row.get("title") or "")]
    for where, row in tables.rows("timeline"):
        if row.get("span") is not None:
            start, end = row["span"]
            if (tables.text(row.get("report")) or "")[start:end] != row["text"]:
                yield Discrepancy(
                    where, f"{row['text']!r} is not what stands at [{start}, {end}) of {row.get('report')}"
                )
        elif not any(row["text"] in text for text in texts):
            yield Discrepancy(where, f"{row['text']!r} stands in no report and is no headline")
