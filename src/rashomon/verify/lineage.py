"""9. Each text's voice and each claim's origin follow from the lineage, or from a person's judgement."""

from collections import Counter
from collections.abc import Iterator

from rashomon.verify.tables import Discrepancy, Row, Tables
from rashomon.verify.text import WORD

JOINING = {"copy", "revision", "excerpt", "rewrite", "translation"}
# Half of the shorter text joins two voices. Words are counted here in another way than by the builder, hence the margin.
_HALF = 0.55
# Two texts whose words differ by less than this are equally long: either may be the builder's shorter one.
_LONGER = 1.05


def covered(row: Row, side: str, tables: Tables) -> tuple[int, int]:
    """(words of the side's report that its passages cover, all its words)."""
    starts = [match.start() for match in WORD.finditer(tables.text(row[side]) or "")]
    passages = [passage[side] for passage in row["passages"] if passage.get(side)]
    return sum(any(start <= at < end for start, end in passages) for at in starts), len(starts)


def check_voices(tables: Tables) -> Iterator[Discrepancy]:
    """Two reports share a voice where half of the shorter goes back to the other, and only where lineage ties them. An excerpt
    joins only a report that belongs to no text otherwise."""
    reports = tables.by_id["reports"]
    size = Counter(report["voice"] for report in reports.values())
    for where, row in tables.rows("lineage"):
        if not 0 <= row["share"] <= 1:
            yield Discrepancy(where, f"its share is {row['share']}")
        if row.get("origin") is None or row["kind"] not in JOINING:
            continue
        one, other = (reports[row[side]] for side in ("derived", "origin"))
        if tables.record.get("published"):  # how much of the whole is shared, excerpts and labels cannot tell
            continue
        if row["kind"] == "excerpt" and size[one["voice"]] > 1:
            continue
        sides = [covered(row, side, tables) for side in ("derived", "origin")]
        least = _LONGER * min(words for _, words in sides)
        inside, words = min((side for side in sides if side[1] <= least), key=lambda side: side[0] / max(side[1], 1))
        if inside >= _HALF * max(words, 1) and one["voice"] != other["voice"] and not parted(one, other, tables):
            yield Discrepancy(where, f"{inside} of {words} words are shared, yet the two have a voice each")
    groups: dict[str, set[str]] = {}
    for _, report in tables.rows("reports"):
        groups.setdefault(report["voice"], set()).add(report["id"])
    for voice, members in groups.items():
        if len(members) > 1 and not tied(members, tables):
            yield Discrepancy(
                f"voices[{voice}]", "its reports share a voice, and lineage does not tie them to each other"
            )


def tied(members: set[str], tables: Tables) -> bool:
    """Whether lineage, or a person, leads from any member to each other, by way of each other or of one outside source."""
    sides = [
        {row["derived"], row.get("origin"), "named: " + (row.get("origin_name") or row["derived"])}
        for row in tables.record["lineage"]
    ]
    sides += [set(each["on"]) for each in on_voices(tables)]
    reached = {min(members)}
    while fresh := {one for side in sides if side & reached for one in side} - reached - {None}:
        reached |= fresh
    return members <= reached


def on_voices(tables: Tables) -> list[Row]:
    """The judgements on which reports speak with one text; a split too holds those together that it takes out."""
    return [
        each for each in tables.record["judgements"] if each.get("of") == "voice" and each["what"] in ("join", "split")
    ]


def parted(one: Row, other: Row, tables: Tables) -> bool:
    """Whether a person holds apart the voices of the two, in these reports or in others that speak with them."""
    voice_of = {key: report["voice"] for key, report in tables.by_id["reports"].items()}
    for each in on_voices(tables):
        sides = [{voice_of.get(key) for key in each[side]} for side in ("on", "against") if each.get(side)]
        if len(sides) == 2 and any({one["voice"], other["voice"]} == {a, b} for a in sides[0] for b in sides[1]):
            return True
    return False


def check_origins(tables: Tables) -> Iterator[Discrepancy]:
    """A claim's origin is a text that lineage names for the words of the claim."""
    rows: dict[str, list[Row]] = {}
    for row in tables.record["lineage"]:
        rows.setdefault(row["derived"], []).append(row)
    for where, claim in tables.rows("claims"):
        if claim.get("origin") and not any(
            leads_to(row, claim["origin"], tables)
            and any(p["derived"][0] < claim["end"] and claim["start"] < p["derived"][1] for p in row["passages"])
            for row in rows.get(claim["report"], ())
        ):
            yield Discrepancy(where, f"no lineage leads from its words to its origin {claim['origin']}")


def leads_to(row: Row, voice: str, tables: Tables) -> bool:
    origin = tables.by_id["reports"].get(row.get("origin"), {})
    name = tables.by_id["voices"].get(voice, {}).get("name")
    return bool(origin.get("voice") == voice or (name and row.get("origin_name") == name))
