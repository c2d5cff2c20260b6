"""10. Kinds and groups are the contract's, days are days and in order, and the manifest's counts are the tables' sizes."""

import re
from collections.abc import Iterator

from rashomon.verify.tables import Discrepancy, Tables

GROUPS = {"toll", "forces", "decision", "measures", "course", "blame", "demand", "other"}
RELATIONS = {"copy", "scope", "subset", "update", "correction", "retraction", "compatible", "conflict"}
MODALITIES = {"asserted", "denied", "planned", "possible", "demanded", "hypothetical"}
DECISIONS = {"join", "split", "undo", "confirm", "reject", "correct", "rate", "note"}
DAY = re.compile(r"\d{4}(-\d\d(-\d\d(T.+)?)?)?")


def check_words(tables: Tables) -> Iterator[Discrepancy]:
    """Kinds and groups are those of the contract, shares lie in 0-1, days are days; a judgement names who, when and why."""
    for where, row in tables.rows("claims"):
        if row["modality"] not in MODALITIES:
            yield Discrepancy(where, f"its modality is {row['modality']!r}")
    for where, row in tables.rows("findings"):
        if row["group"] not in GROUPS:
            yield Discrepancy(where, f"its group is {row['group']!r}")
        yield from (
            Discrepancy(where, f"a relation is {relation['kind']!r}")
            for relation in row["relations"]
            if relation["kind"] not in RELATIONS
        )
    for where, row in tables.rows("timeline"):
        if row.get("modality", "asserted") not in MODALITIES:
            yield Discrepancy(where, f"its modality is {row['modality']!r}")
        if not 0 <= row["salience"] <= 1:
            yield Discrepancy(where, f"its salience is {row['salience']}")
        if not (DAY.fullmatch(row["start"]) and DAY.fullmatch(row["end"]) and row["start"][:10] <= row["end"]):
            yield Discrepancy(where, f"{row['start']} to {row['end']} is no span of days")
    days = [(row["start"][:10], row["end"][:10]) for row in tables.record["timeline"]]
    if days != sorted(days):
        yield Discrepancy("timeline", "it is not in order of time")
    for where, row in tables.rows("judgements"):
        if row["what"] not in DECISIONS:
            yield Discrepancy(where, f"{row['what']!r} is no kind of judgement")
        yield from (Discrepancy(where, f"it does not say {name}") for name in ("who", "when", "why") if not row[name])


def check_manifest(tables: Tables) -> Iterator[Discrepancy]:
    manifest = tables.record["manifest"]
    expected = {"read": len(tables.record["reports"]), "rejected": len(tables.record["rejected"])}
    for name, count in expected.items():
        if manifest.get(name) != count:
            yield Discrepancy("manifest", f"{name} is {manifest.get(name)}, the record holds {count}")
    for name, count in manifest["tables"].items():
        size = len(tables.record[name])
        if size != count:
            yield Discrepancy("manifest", f"{name} has {size} row{'s'[: size != 1]}, the manifest says {count}")
