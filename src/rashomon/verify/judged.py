"""4. What a person is said to have decided, a judgement in the record decided; and what is rejected answers nothing."""

from collections.abc import Iterator

from rashomon.verify.decided import as_read, correction, decisions
from rashomon.verify.tables import Discrepancy, Row, Tables


def check_judged(tables: Tables) -> Iterator[Discrepancy]:
    """What a person is said to have decided, a judgement decided: each rejection and correction; and what is rejected answers nothing."""
    for where, row in tables.rows("claims"):
        rejected = decisions(row["id"], "claim", "reject", tables)
        if bool(row.get("rejected")) != bool(rejected):
            yield Discrepancy(
                where,
                "it is rejected, and no judgement says so"
                if not rejected
                else "it is not rejected, though a judgement says so",
            )
        for field in as_read(row).get("fields", ()):
            if correction(row["id"], "claim", field, tables) is None:
                yield Discrepancy(where, f"its {field} is corrected, and no judgement says so")
        yield from (Discrepancy(where, why) for why in miscorrected(row, tables))
    for of, name in (("report", "reports"), ("entity", "entities")):
        for where, row in tables.rows(name):
            for field in as_read(row).get("fields", ()):
                said = correction(row["id"], of, field, tables)
                if said != (row.get(field) or "none"):
                    yield Discrepancy(where, f"its {field} is {row.get(field)!r}, and a judgement says {said!r}")
    for where, row in tables.rows("reports"):
        if rating := row.get("reliability"):
            each = tables.by_id["judgements"].get(rating["judgement"]) or {}
            if (each.get("what"), each.get("value"), each.get("who")) != ("rate", rating["value"], rating["who"]):
                yield Discrepancy(where, f"its outlet is rated {rating['value']}, and no judgement says so")
    gone = {row["id"] for row in tables.record["claims"] if row.get("rejected")}
    for name in ("findings", "timeline"):
        for where, row in tables.rows(name):
            used = (
                set(row["claims"])
                if name == "timeline"
                else {key for answer in row["answers"] for key in answer["claims"]}
            )
            yield from (
                Discrepancy(where, f"it rests on {key}, which a person rejected") for key in sorted(used & gone)
            )


def miscorrected(claim: Row, tables: Tables) -> Iterator[str]:
    """Corrected fields that are not what the person said."""
    figure, link = claim.get("figure") or {}, (claim["attribution"] or [{}])[-1]
    date, as_of = claim.get("date") or {}, claim.get("as_of") or {}
    now = {
        "modality": claim["modality"],
        "measure": figure.get("measure"),
        "scope": figure.get("scope") or "none",
        "counted": figure.get("counted"),
    }
    for field in as_read(claim).get("fields", ()):
        said = correction(claim["id"], "claim", field, tables)
        if said is None:
            continue
        if field in now and said.casefold() != str(now[field]).casefold():
            yield f"its {field} is {now[field]!r}, and the judgement says {said!r}"
        if (
            field == "attribution"
            and claim["attribution"]
            and (len(claim["attribution"]) > 1 or link.get("name") != said)
        ):
            yield f"it is said by {link.get('name')!r}, and the judgement says {said!r}"
        if field in ("date", "as_of"):
            when = date if field == "date" else as_of
            if not all((when.get(end) or "") in said for end in ("start", "end")):
                yield f"its {field} is {when.get('start')} to {when.get('end')}, and the judgement says {said!r}"
