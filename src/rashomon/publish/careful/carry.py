"""A record carried over to changed texts: every span of every table points to the same words in the new text.

Rows whose words were left out go, and with them what points to them. Nothing else of a row is touched.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from rashomon.model.claim import Claim
from rashomon.model.lineage import Lineage, Passage
from rashomon.model.measure import TimeRow, When
from rashomon.model.record import Finding, Point, Record, ReportRow, TimelineRow
from rashomon.publish.careful.anchors import anchored
from rashomon.publish.careful.changes import Changed
from rashomon.publish.careful.spans import BY_CLAIM, PAIRS, PLACES, REPORT_IS, VITAL

# The tables that have spans, and the order in which they are carried: claims first, for others name them.
TABLES = (
    "claims",
    "reports",
    "stories",
    "lineage",
    "stock",
    "entities",
    "times",
    "links",
    "findings",
    "timeline",
    "frames",
)


def carry(record: Record, texts: Mapping[str, Changed]) -> Record:
    """The record with the texts changed. `texts` has each report of the record by its id."""
    over = _Carrier(texts, {claim.id: claim.report for claim in record.claims})
    moved = {name: over.rows(getattr(record, name), None) for name in TABLES}
    carried = without_loose_ends(msgspec.structs.replace(record, **moved))
    claims = {claim.id: claim for claim in carried.claims}
    findings = tuple(msgspec.structs.replace(row, series=spoken(row.series, claims)) for row in carried.findings)
    gone = {row.id for name in ("claims", "findings") for row in getattr(record, name)}
    gone -= {row.id for name in ("claims", "findings") for row in getattr(carried, name)}
    judgements = tuple(anchored(each, texts, gone) for each in carried.judgements)
    return recounted(msgspec.structs.replace(carried, findings=findings, judgements=judgements))


def spoken(series: tuple[Point, ...], claims: Mapping[str, Claim]) -> tuple[Point, ...]:
    """The points with the speakers as their claims word them now."""
    chains = {point.claim: claims[point.claim].attribution for point in series}
    return tuple(
        msgspec.structs.replace(point, speaker=chain[-1].name if (chain := chains[point.claim]) else None)
        for point in series
    )


class _Carrier:
    """Walks rows of any type by the table of spans."""

    def __init__(self, texts: Mapping[str, Changed], report_of: Mapping[str, str]) -> None:
        self.texts = texts
        self.report_of = report_of

    def rows(self, rows: tuple[Any, ...], home: str | None) -> tuple[Any, ...]:
        return tuple(done for row in rows if (done := self.row(row, home)) is not None)

    def row(self, row: Any, home: str | None) -> Any:
        """The row over the new texts, None where its words were left out. `home`: the report of the row that holds it."""
        home = self._home(row, home)
        changes = self._within(row, home)
        if changes is not None:
            changes = self._places(row, home, changes)
        if changes is None:
            return None
        finish = _FINISH.get(type(row))
        if finish:
            changes |= finish(row, changes, self.texts[home] if home else None)
        return msgspec.structs.replace(row, **changes) if changes else row

    def _home(self, row: Any, home: str | None) -> str | None:
        kind = type(row)
        if kind in BY_CLAIM:
            return self.report_of[getattr(row, BY_CLAIM[kind])]
        return getattr(row, REPORT_IS[kind]) if kind in REPORT_IS else home

    def _within(self, row: Any, home: str | None) -> dict[str, Any] | None:
        """What changes in the rows inside the row; None where a part was lost that it cannot be without."""
        changes: dict[str, Any] = {}
        for name in row.__struct_fields__:
            value = getattr(row, name)
            if name == "passages" and isinstance(row, Lineage):
                changes[name] = tuple(filter(None, (self._passage(row, passage) for passage in value)))
            elif isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
                changes[name] = self.rows(value, home)
            elif isinstance(value, msgspec.Struct):
                changes[name] = self.row(value, home)
            if value and not changes.get(name, True) and name in VITAL.get(type(row), ()):
                return None
        return {name: value for name, value in changes.items() if value is not getattr(row, name)}

    def _places(self, row: Any, home: str | None, changes: dict[str, Any]) -> dict[str, Any] | None:
        """The row's own spans added to its changes; None where one was lost that it cannot be without."""
        for place in PLACES.get(type(row), ()):
            start, end = getattr(row, place.start), getattr(row, place.end)
            if start is None or end is None or home is None:
                continue
            changed = self.texts[home]
            span = changed.span(start, end) if not place.whole or changed.whole(start, end) else None
            if span is None and place.needed:
                return None
            changes |= dict(zip((place.start, place.end), span or (None, None), strict=True))
            if span and place.words:
                changes[place.words] = changed.text[slice(*span)]
        if isinstance(row, TimelineRow) and row.span and home:
            span = self.texts[home].span(*row.span)
            changes |= {"span": span, "text": self.texts[home].text[slice(*span)] if span else row.text}
        return changes

    def _passage(self, row: Lineage, passage: Passage) -> Passage | None:
        """Both sides cut to what is kept of them; a passage without words of the derived report says nothing."""
        kept = {
            side: self.texts[report].span(*span)
            for side, name in PAIRS[Passage].items()
            if (span := getattr(passage, side)) and (report := getattr(row, name))
        }
        derived = kept.get("derived")
        return Passage(derived=derived, origin=kept.get("origin")) if derived else None


def _report(row: ReportRow, changes: dict[str, Any], changed: Changed | None) -> dict[str, Any]:
    return {"text": changed.text} if changed else {}


def _time(row: TimeRow, changes: dict[str, Any], changed: Changed | None) -> dict[str, Any]:
    """The words of a date expression are those at its span."""
    if row.date is None or row.date.text is None or changed is None:
        return {}
    words = changed.text[changes["start"] : changes["end"]]
    return {"date": msgspec.structs.replace(row.date, text=words)}


def _claim(row: Claim, changes: dict[str, Any], changed: Changed | None) -> dict[str, Any]:
    """A claim's date may have been read from words elsewhere in its report: where they were left out, the date stands without them."""
    dates = {name: getattr(row, name) for name in ("date", "as_of")}
    return {name: _worded(date, changed.text) for name, date in dates.items() if date and changed}


def _worded(date: When, text: str) -> When:
    return date if not date.text or date.text in text else msgspec.structs.replace(date, text=None)


_FINISH: dict[type, Any] = {ReportRow: _report, TimeRow: _time, Claim: _claim}


def without_loose_ends(record: Record) -> Record:
    """The record without references to claims that went, without findings that rest on one, and without entities that nothing means
    any more."""
    there = {claim.id for claim in record.claims}
    findings = tuple(finding for finding in record.findings if rests_on(finding) <= there)
    held = {finding.id for finding in findings}
    known = there | held | {row.id for name in ("reports", "stories", "judgements") for row in getattr(record, name)}
    replace = msgspec.structs.replace
    changes = {
        "findings": findings,
        "claims": tuple(_part_of_known(claim, there) for claim in record.claims),
        "links": tuple(
            replace(link, source=_known_end(link.source, there), target=_known_end(link.target, there))
            for link in record.links
        ),
        "timeline": tuple(replace(row, claims=_only(row.claims, there)) for row in record.timeline),
        "omissions": tuple(
            replace(row, findings=_only(row.findings, held)) for row in record.omissions if _only(row.findings, held)
        ),
        "gaps": tuple(replace(gap, on=_only(gap.on, known)) for gap in record.gaps if not gap.on or _only(gap.on, known)),
    }  # fmt: skip
    return _without_idle_entities(replace(record, **changes))


def rests_on(finding: Finding) -> set[str]:
    """The claims that a finding cannot be without."""
    found = {key for answer in finding.answers for key in answer.claims}
    found |= {point.withdrawn.claim for point in finding.series if point.withdrawn}
    return found | {key for each in (finding.estimates or {}).values() for key in (*each.persons, *each.died)}


def _only(keys: tuple[str, ...], there: set[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key in there)


def _part_of_known(claim: Claim, there: set[str]) -> Claim:
    if claim.figure is None or claim.figure.of is None or claim.figure.of in there:
        return claim
    return msgspec.structs.replace(claim, figure=msgspec.structs.replace(claim.figure, of=None))


def _known_end(end: Any, there: set[str]) -> Any:
    return msgspec.structs.replace(end, claim=None) if end.claim and end.claim not in there else end


def _without_idle_entities(record: Record) -> Record:
    """Entities that have a mention left, or that something points to."""
    tables = ("stories", "voices", "claims", "links", "frames", "judgements")
    pointed = b"\n".join(msgspec.json.encode(getattr(record, name)) for name in tables).decode()
    kept = tuple(one for one in record.entities if one.mentions or f'"{one.id}"' in pointed)
    return msgspec.structs.replace(record, entities=kept)


def recounted(record: Record) -> Record:
    """The record with its manifest counting what its tables hold now."""
    tables = {name: len(getattr(record, name)) for name in record.manifest.tables}
    return msgspec.structs.replace(record, manifest=msgspec.structs.replace(record.manifest, tables=tables))
