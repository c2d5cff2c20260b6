"""8. Who is a member of what agrees on both sides, and what a story's tables hold is about its own reports."""

from collections.abc import Iterator
from typing import Any

from rashomon.verify.tables import Discrepancy, Row, Tables


def check_members(tables: Tables) -> Iterator[Discrepancy]:
    for where, row in tables.rows("reports"):
        for table in ("voice", "story"):
            held = tables.by_id["voices" if table == "voice" else "stories"].get(row[table])
            if held and row["id"] not in held["reports"]:
                yield Discrepancy(where, f"its {table} {row[table]} does not count it among its reports")
    family: dict[Any, Any] = {}
    for where, row in tables.rows("reports"):
        if row.get("outlet") and family.setdefault(row["outlet"], row.get("family")) != row.get("family"):
            yield Discrepancy(
                where,
                f"its family is {row.get('family')}, another report of {row['outlet']} has {family[row['outlet']]}",
            )
    for where, row in tables.rows("omissions"):
        for key in row["findings"]:
            answers = tables.by_id["findings"].get(key, {}).get("answers", ())
            if any(row["report"] in answer["reports"] for answer in answers):
                yield Discrepancy(where, f"it is said to leave out {key}, and answers it")


def check_passages(tables: Tables) -> Iterator[Discrepancy]:
    """A story's passages are of its reports, no two stories have one in common, and its findings rest on them."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for where, row in tables.rows("stories"):
        for part in row.get("passages") or ():
            if part["report"] not in row["reports"]:
                yield Discrepancy(where, f"it has a passage of {part['report']}, which is not among its reports")
            others = taken.setdefault(part["report"], [])
            if any(part["start"] < end and start < part["end"] for start, end in others):
                yield Discrepancy(
                    where, f"[{part['start']}, {part['end']}) of {part['report']} is another passage's too"
                )
            others.append((part["start"], part["end"]))
    for where, row in tables.rows("findings"):
        story = tables.by_id["stories"].get(row["story"]) or {}
        for key in (claim for answer in row["answers"] for claim in answer["claims"]):
            claim = tables.by_id["claims"].get(key)
            own = [p for p in story.get("passages") or () if claim and p["report"] == claim["report"]]
            if claim and own and not any(p["start"] <= claim["start"] and claim["end"] <= p["end"] for p in own):
                yield Discrepancy(where, f"{key} stands outside the passages that its story has of {claim['report']}")


def check_stories(tables: Tables) -> Iterator[Discrepancy]:
    """What stands in a story's tables is about its own reports; an omission's finding is carried by two other voices, a gap of one voice
    is about a finding that one voice answers."""
    reports = {key: set(row["reports"]) for key, row in tables.by_id["stories"].items()}
    for name in ("findings", "timeline", "omissions", "frames", "gaps"):
        for where, row in tables.rows(name):
            strays = told_by(name, row, tables) - reports.get(row["story"], set())
            if strays:
                yield Discrepancy(where, f"{min(strays)} is no report of its story")
    for where, row in tables.rows("omissions"):
        own = tables.by_id["reports"][row["report"]]["voice"]
        for key in row["findings"]:
            answers = tables.by_id["findings"].get(key, {}).get("answers", ())
            telling = {tables.by_id["reports"][report]["voice"] for answer in answers for report in answer["reports"]}
            if len(telling - {own}) < 2:
                yield Discrepancy(where, f"fewer than two other voices carry {key}")
    for where, row in tables.rows("gaps"):
        status = {tables.by_id["findings"].get(key, {}).get("status") for key in row["on"]}
        if row["kind"] == "one-voice" and status != {"single"}:
            yield Discrepancy(where, "it is about a finding that more than one voice answers")


def told_by(name: str, row: Row, tables: Tables) -> set[str]:
    """The reports that a row is made of."""
    claims, findings = tables.by_id["claims"], tables.by_id["findings"]
    if name == "findings":
        return {claims[key]["report"] for answer in row["answers"] for key in answer["claims"]}
    if name == "frames":
        return {term["report"] for term in row["terms"]}
    if name == "timeline":
        return {claims[key]["report"] for key in row["claims"]} | ({row["report"]} if row.get("report") else set())
    of_findings = row["findings"] if name == "omissions" else [key for key in row["on"] if key in findings]
    found = {report for key in of_findings for answer in findings[key]["answers"] for report in answer["reports"]}
    if name == "omissions":
        return found | {row["report"]}
    found |= {claims[key]["report"] for key in row["on"] if key in claims}
    return found | {key for key in row["on"] if key in tables.by_id["reports"]}
