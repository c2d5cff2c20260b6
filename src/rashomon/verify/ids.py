"""1. Each id is unique, and each reference points to a row of the right table."""

from collections.abc import Iterator
from typing import Any

from rashomon.verify.tables import JUDGED, TABLES, WITH_ID, Discrepancy, Row, Tables


def check_ids(tables: Tables) -> Iterator[Discrepancy]:
    seen: set[str] = set()
    for name in TABLES:
        for where, row in tables.rows(name):
            if not row.get("id"):
                if name in WITH_ID:
                    yield Discrepancy(where, "it has no id")
            elif row["id"] in seen:
                yield Discrepancy(where, "its id stands twice in the record")
            seen.add(row.get("id") or "")


def references(tables: Tables) -> Iterator[tuple[str, str, Any]]:
    """(where, table, id) of every reference that is set."""
    for where, row in tables.rows("reports"):
        yield where, "voices", row["voice"]
        yield where, "stories", row["story"]
    for where, row in tables.rows("stories"):
        yield from ((where, "reports", report) for report in row["reports"])
        yield from ((where, "entities", place) for place in row.get("places") or ())
        yield from ((where, "reports", part["report"]) for part in row.get("passages") or ())
    for where, row in tables.rows("lineage"):
        yield where, "reports", row["derived"]
        yield where, "reports", row.get("origin")
    for where, row in tables.rows("voices"):
        yield where, "entities", row.get("entity")
        yield from ((where, "reports", report) for report in row["reports"])
    for where, row in tables.rows("stock"):
        yield from ((where, "reports", place["report"]) for place in row["spans"])
    for where, row in tables.rows("entities"):
        yield from ((where, "reports", m["report"]) for m in [*row["mentions"], *(row.get("roles") or ())])
    for where, row in tables.rows("times"):
        yield where, "reports", row["report"]
    for where, row in tables.rows("claims"):
        yield from ((where, *pair) for pair in claim_references(row))
    for where, row in tables.rows("links"):
        yield where, "reports", row["report"]
        for end in (row["from"], row["to"]):
            yield where, "claims", end.get("claim")
            yield where, "entities", end.get("entity")
    for where, row in tables.rows("findings"):
        yield where, "stories", row["story"]
        for answer in row["answers"]:
            for table in ("claims", "reports", "voices"):
                yield from ((where, table, key) for key in answer[table])
            yield from ((where, "claims", words["claim"]) for words in answer["words"])
        for point in row.get("series") or ():
            yield from (
                (where, table, key) for table, key in (("claims", point["claim"]), ("voices", point.get("voice")))
            )
            yield where, "claims", (point.get("withdrawn") or {}).get("claim")
    for where, row in tables.rows("timeline"):
        yield where, "stories", row["story"]
        yield where, "reports", row.get("report")
        for table in ("claims", "voices"):
            yield from ((where, table, key) for key in row[table])
    for where, row in tables.rows("omissions"):
        yield where, "stories", row["story"]
        yield where, "reports", row["report"]
        yield from ((where, "findings", finding) for finding in row["findings"])
    for where, row in tables.rows("gaps"):
        yield where, "stories", row["story"]
        yield from ((where, table_of(key, tables), key) for key in row["on"])
    for where, row in tables.rows("frames"):
        yield where, "stories", row["story"]
        yield where, "entities", row.get("entity")
        yield from ((where, "reports", term["report"]) for term in row["terms"])
    for where, row in tables.rows("judgements"):
        for key in () if row.get("of") == "outlet" else (*row["on"], *(row.get("against") or ())):
            yield (
                where,
                table_of(key.partition("@")[0], tables, ("reports", "stories", "judgements", "claims")),
                key.partition("@")[0],
            )
        for key in (*(row.get("seen") or ()), *(key for flag in row.get("flags") or () for key in flag["on"])):
            yield where, table_of(key, tables, ("claims", "reports")), key
        yield from ((where, "judgements", key) for key in row.get("knowing") or ())
    for name in JUDGED:
        for where, row in tables.rows(name):
            yield from ((where, "judgements", key) for key in row.get("judged") or ())
    for where, row in tables.rows("problems"):
        yield where, "reports", row.get("report")


def table_of(key: str, tables: Tables, names: tuple[str, ...] = ("claims", "findings", "reports")) -> str:
    """The table that has a row of this id, of those that a gap or a judgement can be about; the first where none has."""
    return next((name for name in names if key in tables.by_id[name]), names[0])


def claim_references(claim: Row) -> Iterator[tuple[str, Any]]:
    yield "reports", claim["report"]
    yield "voices", claim.get("origin")
    yield from (("entities", place) for place in claim.get("places") or ())
    for link in claim["attribution"]:
        yield "entities", link.get("entity")
        yield "voices", link.get("voice")
    yield "claims", (claim.get("figure") or {}).get("of")
    yield "entities", (claim.get("statement") or {}).get("entity")
    yield from (("entities", person.get("entity")) for person in participants(claim))


def participants(claim: Row) -> list[Row]:
    event = claim.get("event") or {}
    return [person for part in ("actors", "targets", "blamed") for person in event.get(part) or ()]


def check_references(tables: Tables) -> Iterator[Discrepancy]:
    for where, table, key in references(tables):
        if key is not None and key not in tables.by_id[table]:
            yield Discrepancy(where, f"{key!r} is no row of {table}")
