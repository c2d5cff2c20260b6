"""7. A series holds each claim of the answers once, in order of time, with what that claim and its report say."""

from collections.abc import Iterator

from rashomon.verify.tables import Discrepancy, Row, Tables


def check_series(tables: Tables) -> Iterator[Discrepancy]:
    """A series holds each claim of the answers once, in order of time, with what that claim and its report say."""
    for where, row in tables.rows("findings"):
        points = row.get("series") or []
        if row["kind"] == "figure" and "series" in row and not points and len(row["answers"]) > 1:
            yield Discrepancy(where, "it has several answers, and no series")
        if points and sorted(p["claim"] for p in points) != sorted(
            {key for a in row["answers"] for key in a["claims"]}
        ):
            yield Discrepancy(where, "its series does not hold each of its claims once")
            continue
        times = [((end_of(p.get("as_of")) or p.get("published") or "")[:10], p.get("published") or "") for p in points]
        if times != sorted(times):
            yield Discrepancy(where, "its series is not in order of time")
        for point in points:
            yield from (Discrepancy(where, f"series, {point['claim']}: {why}") for why in misplaced(point, tables))


def misplaced(point: Row, tables: Tables) -> Iterator[str]:
    """What a point of a series says that its claim and report do not."""
    claim = tables.by_id["claims"][point["claim"]]
    report = tables.by_id["reports"][claim["report"]]
    last = claim["attribution"][-1] if claim["attribution"] else {"voice": claim.get("origin") or report["voice"]}
    said = {
        "as_of": claim.get("as_of"),
        "published": report.get("published"),
        "speaker": last.get("name"),
        "voice": last.get("voice"),
    }
    said |= {end: (claim.get("figure") or {}).get(end) for end in ("low", "best", "high")}
    yield from (
        f"{name} is {point.get(name)!r}, not {told!r}" for name, told in said.items() if point.get(name) != told
    )
    gone = point.get("withdrawn")
    if point.get("repeats_withdrawn") and not gone:
        yield "it repeats a withdrawn number, and nothing says that the number was withdrawn"
    if gone and point.get("repeats_withdrawn"):
        taken = tables.by_id["reports"][tables.by_id["claims"][gone["claim"]]["report"]]
        if not (taken.get("published") or "~") <= (report.get("published") or "") and taken is not report:
            yield "it is said to repeat what was withdrawn only later"


def end_of(when: Row | None) -> str:
    return (when.get("end") or when.get("start") or "") if when else ""
