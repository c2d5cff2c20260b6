"""What persons decided: which judgements hold of a row, by what the row and the judgement themselves say."""

from rashomon.verify.tables import Row, Tables


def as_read(row: Row) -> Row:
    """What stood in a corrected row before a person corrected it."""
    found: Row = row.get("machine") or {}
    return found


def correction(key: str, of: str, field: str, tables: Tables) -> str | None:
    """The words of the judgement that says what the field of the row is now; None where no judgement that the row names does."""
    said = [each for each in decisions(key, of, "correct", tables) if each.get("field") == field]
    return str(said[-1].get("value")) if said else None


def decisions(key: str, of: str, what: str, tables: Tables) -> list[Row]:
    """The judgements of a kind on a row that the row itself says hold of it: adjudications last, and then the latest."""
    table = {"claim": "claims", "finding": "findings", "report": "reports", "entity": "entities"}[of]
    judged = tables.by_id[table].get(key, {}).get("judged") or ()
    found = [tables.by_id["judgements"].get(each) or {} for each in judged]
    some = [each for each in found if each.get("what") == what and each.get("of") == of and names(each, key, of)]
    return sorted(some, key=lambda each: (bool(each.get("final")), each["when"], each["id"]))


def names(each: Row, key: str, of: str) -> bool:
    """Whether a judgement is on the row; findings and entities have anchors of their own, which their rows hold."""
    return key in each["on"] or of in ("finding", "entity")
