"""What the record of a story told, kept small when it is made, so that the catalogue need not open it: whom it names, how its findings stand and what has changed
in them since the record before; and, by report and by entity, its rows.

All is kept under the key of the story's record, beside those of earlier records: which of them is asked for, the log says.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from rashomon.casebook.changing import Stand, changes_in, stand
from rashomon.casebook.searching import line, words
from rashomon.model.catalogue import FindingNews, InStory, Mentioned
from rashomon.model.claim import Claim
from rashomon.model.collection import StoryEntry
from rashomon.model.entity import Entity, Mention
from rashomon.model.judgement import Flag
from rashomon.model.record import Finding, Record, StoryRow
from rashomon.model.story import Part
from rashomon.store import Store

LOG = "told"
CLAIMS, ENTITY, FINDINGS = "told claims", "told entity", "told findings"
NAME, SAME, WHERE = (
    "told name",
    "told same",
    "told where",
)  # what leads to entities by name and by mark, and to the place of a claim or finding
_PARTIES = 8  # of a story that are listed
_PARTY = {"person", "organisation", "group"}
_SAID = 40  # mentions of an entity in one story that are kept with their words
_AROUND = 80  # characters before and behind a mention
_CHANGES = 200


class Told(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One record of one story. `key` is that of the record of this story alone, `when` it was made (ISO 8601, UTC), `reports` the story's own.
    `names` and `places`: every name of its entities, and of its places, as they are sought in. `changes` since the story's record before. `flags`:
    what later reports say against judgements, by these; `contradicted`: those of which the record before had no flag."""

    key: str
    when: str
    story: str
    reports: tuple[str, ...]
    parties: tuple[str, ...] = ()
    names: str = ""
    places: str = ""
    statuses: dict[str, int] = {}
    changes: tuple[FindingNews, ...] = ()
    flags: dict[str, tuple[Flag, ...]] = {}
    contradicted: tuple[str, ...] = ()


def tell(row: StoryRow, entry: StoryEntry, record: Record, key: str, when: str, before: Told | None, store: Store) -> None:  # fmt: skip
    """Keeps what the record told of the story; the log comes last, so that what it names is there."""
    claims, entities = _claims(row, record), _entities(row, record)
    findings = [each for each in record.findings if each.story == row.id]
    store.put_many(CLAIMS, {f"{report} {key}": msgspec.msgpack.encode(some) for report, some in claims.items()})
    store.put_many(ENTITY, {f"{one.entity.id} {key}": msgspec.msgpack.encode(one) for one in entities})
    store.put_many(SAME, {f"{mark} {one.entity.id}": b"" for one in entities for mark in marks(one.entity)})
    store.put_many(
        NAME,
        {f"{name}\t{one.entity.id}": b"" for one in entities for name in {words(each) for each in _called(one.entity)}},
    )
    store.put_many(WHERE, {each.id: report.encode() for report, some in claims.items() for each in some})
    store.put_many(WHERE, {each.id: row.id.encode() for each in findings})
    store.put_many(FINDINGS, {key: msgspec.msgpack.encode(tuple(stand(each) for each in findings))})
    changes = tuple(changes_in(findings, stands_of(before, store) if before else ()))[:_CHANGES]
    flags = _flags(claims, record)
    told = msgspec.structs.replace(
        _told(entry, entities, findings, key, when),
        changes=changes,
        flags=flags,
        contradicted=tuple(sorted(flags.keys() - (before.flags if before else {}).keys())),
    )
    store.append(LOG, {f"{key} {when}": msgspec.msgpack.encode(told)})


def _flags(claims: Mapping[str, Sequence[Claim]], record: Record) -> dict[str, tuple[Flag, ...]]:
    """What the story's own reports and claims say against judgements; `claims` are its own, by report."""
    own = {*claims, *(claim.id for some in claims.values() for claim in some)}
    found = {each.id: tuple(flag for flag in each.flags if not own.isdisjoint(flag.on)) for each in record.judgements}
    return {judgement: flags for judgement, flags in found.items() if flags}


def flags_of(told: Iterable[Told]) -> dict[str, tuple[Flag, ...]]:
    """What the reports of these records say against judgements, by these, each once."""
    found: dict[str, dict[Flag, None]] = {}
    for each in told:
        for judgement, flags in each.flags.items():
            found.setdefault(judgement, {}).update(dict.fromkeys(flags))
    return {judgement: tuple(flags) for judgement, flags in found.items()}


def stands_of(told: Told, store: Store) -> tuple[Stand, ...]:
    body = store.get_many(FINDINGS, [told.key]).get(told.key)
    return msgspec.msgpack.decode(body, type=tuple[Stand, ...]) if body else ()


def marks(entity: Entity) -> Iterator[str]:
    """By what two stories' rows are known to be one, their ids aside."""
    if entity.geonames is not None:
        yield f"geonames:{entity.geonames}"
    if entity.wikidata is not None:
        yield f"wikidata:{entity.wikidata}"


def _told(
    entry: StoryEntry,
    entities: Sequence[InStory],
    findings: Sequence[Finding],
    key: str,
    when: str,
) -> Told:
    ranked = sorted(entities, key=lambda row: (-row.mentions, row.entity.name))
    places = [name for row in ranked if row.entity.kind == "place" for name in _called(row.entity)]
    return Told(
        key=key,
        when=when,
        story=entry.id,
        reports=entry.own,
        parties=tuple(dict.fromkeys(row.entity.name for row in ranked if row.entity.kind in _PARTY))[:_PARTIES],
        names=_lines(name for row in ranked for name in _called(row.entity)),
        places=_lines((*entry.places, *places)),
        statuses=dict(sorted(Counter(each.status for each in findings).items())),
    )


def _lines(names: Iterable[str]) -> str:
    return "".join(dict.fromkeys(map(line, names)))


def _called(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


# --- rows of one story -------------------------------------------------------------------------------------------------


def _claims(story: StoryRow, record: Record) -> dict[str, list[Claim]]:
    """The claims that the story reads, by its reports, each of which is there."""
    reads = _reading(story)
    found: dict[str, list[Claim]] = {report: [] for report in story.reports}
    for claim in record.claims:
        if claim.report in found and reads(claim.report, claim.start, claim.end):
            found[claim.report].append(claim)
    return found


def _entities(story: StoryRow, record: Record) -> list[InStory]:
    """The entities that the story's reports mention."""
    reads, own = _reading(story), set(story.reports)
    texts = {row.id: row.text for row in record.reports}
    among = _partaken(story, record)
    rows = []
    for entity in record.entities:
        mentions = [each for each in entity.mentions if each.report in own and reads(each.report, each.start, each.end)]
        if mentions:
            shown = _first_of_each(mentions)
            rows.append(
                InStory(
                    story=story.id,
                    entity=msgspec.structs.replace(entity, mentions=tuple(mentions[:1]), roles=entity.roles[:_SAID]),
                    mentions=len(mentions),
                    reports=tuple(dict.fromkeys(each.report for each in mentions)),
                    said=tuple(_said(each, texts[each.report]) for each in shown),
                    findings=among.get(entity.id, ()),
                )
            )
    return rows


def _reading(story: StoryRow) -> Callable[[str, int, int], bool]:
    """Whether the story reads these words: of a round-up it reads its own passages alone."""
    parts: dict[str, list[Part]] = {}
    for part in story.passages:
        parts.setdefault(part.report, []).append(part)

    def reads(report: str, start: int, end: int) -> bool:
        return report not in parts or any(part.start <= start and end <= part.end for part in parts[report])

    return reads


def _first_of_each(mentions: Sequence[Mention]) -> list[Mention]:
    """Some of the mentions, in their order: of each report the first that is no pronoun, then more, as many as are kept."""
    named = [each for each in mentions if not each.pronoun] or list(mentions)
    first = {each.report: each for each in reversed(named)}.values()
    chosen = [*sorted(first, key=lambda each: each.report), *named][:_SAID]
    return sorted(set(chosen), key=lambda each: (each.report, each.start))


def _said(mention: Mention, text: str) -> Mentioned:
    before = text[max(mention.start - _AROUND, 0) : mention.start].rpartition("\n")[2]
    after = text[mention.end : mention.end + _AROUND].partition("\n")[0]
    return Mentioned(
        report=mention.report,
        start=mention.start,
        end=mention.end,
        words=text[mention.start : mention.end],
        before=before,
        after=after,
        pronoun=mention.pronoun,
    )


def _partaken(story: StoryRow, record: Record) -> dict[str, tuple[str, ...]]:
    """The story's findings in which an entity has part, by the entity's id."""
    in_claim = {claim.id: set(_named_in(claim)) for claim in record.claims}
    found: dict[str, dict[str, None]] = {}
    for finding in record.findings:
        claims = (claim for answer in finding.answers for claim in answer.claims) if finding.story == story.id else ()
        for claim in claims:
            for entity in in_claim.get(claim, ()):
                found.setdefault(entity, {})[finding.id] = None
    return {entity: tuple(findings) for entity, findings in found.items()}


def _named_in(claim: Claim) -> Iterator[str]:
    yield from claim.places
    event = claim.event
    taking_part = (*event.actors, *event.targets, *event.blamed) if event else ()
    named = (*taking_part, *claim.attribution, *((claim.statement,) if claim.statement else ()))
    yield from (each.entity for each in named if each.entity)
