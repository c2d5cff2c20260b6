"""Who did it: doers, rival accounts, and whose force is part of whose."""

from collections.abc import Sequence

from rashomon.model.claim import Participant
from rashomon.stages.reconcile.asking import Row, named_words
from rashomon.stages.reconcile.dossier import UNNAMED, Dossier, bare, speakers_of
from rashomon.stages.reconcile.events.occurrences import Occurrence, is_pronoun, part
from rashomon.stages.reconcile.population import population_of
from rashomon.stages.reconcile.replies import Compare, Reply
from rashomon.stages.reconcile.tables import cues, table
from rashomon.stages.reconcile.vouching import voucher

_SIDES = ("place", "organisation", "group", "person")


def doers_of(group: Sequence[Occurrence], row: Row, dossier: Dossier) -> list[Occurrence]:
    """The occurrences that name who did it: not those who were sent, and only where the frame tells of doing it."""
    acting = row.get("acting")
    told = [item for item in group if item.claim.modality != "denied" and (not acting or item.event.variant in acting)]
    if row.get("asserted"):
        told = [item for item in told if item.claim.modality == "asserted"]
    return [item for item in told if doer_of(item, row, dossier)]


def _doer(item: Occurrence, row: Row) -> Participant | None:
    """The first who is named as the doer, none of a class that cannot have done it; who is merely blamed stands in `blame`."""
    barred = row.get("doers", ())
    named = [p for p in item.event.actors if not is_pronoun(p)]
    return next((p for p in named if population_of(p.text).name not in barred), None)


def doer_of(item: Occurrence, row: Row, dossier: Dossier) -> str | None:
    """The key of who did it: the entity, else the class or head noun."""
    doer = _doer(item, row)
    if doer is None or not (dossier.name_of(doer.entity) or named_words(doer, dossier)):
        return None
    known = part(doer, dossier)
    entity = dossier.entities.get(known.entity or "")
    crowd = known.noun in table("populations_en") and (entity is None or entity.kind in ("group", "other"))
    return known.noun if crowd else known.entity or known.noun


def name_of(items: Sequence[Occurrence], row: Row, dossier: Dossier) -> str:
    """The entity's name, else the shortest words of the reports."""
    doers = [doer for item in items if (doer := _doer(item, row))]
    named = (dossier.name_of(doer.entity or dossier.meant_by(doer.text)) for doer in doers)
    said = [named_words(doer, dossier) or " ".join(doer.text.split()) for doer in doers]
    known = next((name for name in named if name), None)
    classes = {population_of(doer.text).name for doer in doers}
    listed = table("populations_en").get(classes.pop()) if len(classes) == 1 and len(set(said)) > 1 else None
    return known or (listed or {}).get("noun") or min(said, key=lambda words: (len(words), words))


def two_doers(row: Row) -> Compare:
    """How two who are named stand: rival accounts where the table says so, both are named sides, and others say each."""

    def compare(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
        if row.get("rivals") and _rivals(a, b, dossier):
            why = f"It was {a.value} according to {voucher(a, dossier)}, and {b.value} according to {voucher(b, dossier)}."
            return "conflict", why
        return "compatible", f"{a.value} and {b.value} can both have had a part in it."

    return compare


def _rivals(a: Reply, b: Reply, dossier: Dossier) -> bool:
    """Rival sides that are told of one target or place."""
    return _meet(a, b) and are_rivals(a, b, dossier)


def are_rivals(a: Reply, b: Reply, dossier: Dossier) -> bool:
    """Two named sides, neither within the other's name, that no speaker names together."""
    sides = [dossier.entities.get(reply.stance.rpartition("|")[2]) for reply in (a, b)]
    if any(side is None or side.kind not in _SIDES or side.name[:1].islower() for side in sides):
        return False
    one, other = ({bare(n) for n in (side.name, *side.aliases)} for side in sides if side is not None)
    within = any(x in y or y in x for x in one for y in other)
    shared = (speakers_of(dossier, a.claims) & speakers_of(dossier, b.claims)) - {UNNAMED}
    return not within and not shared and not _kin(sides[0], sides[1])


def _meet(a: Reply, b: Reply) -> bool:
    """Whether both accounts name one target or one place."""
    one, other = (
        {p.entity for claim in reply.claims if claim.event for p in claim.event.targets if p.entity}
        | {place for claim in reply.claims for place in claim.places}
        for reply in (a, b)
    )
    return bool(one & other)


def _kin(a: object, b: object) -> bool:
    """Whether both are of one country: a state and its president are one side."""
    country = getattr(a, "country", None)
    return country is not None and country == getattr(b, "country", None)


def sender_parts(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    """A country's force is part of an alliance's where a report tells the two as whole and part."""
    for inner, outer in ((a, b), (b, a)):
        words = _part_words(inner.stance, outer.stance, dossier)
        if words:
            return "subset", f"What {inner.value} sent is part of what {outer.value} sent: {words}."
    return "compatible", f"{a.value} and {b.value} can both have sent forces."


def _part_words(inner: str, outer: str, dossier: Dossier) -> str | None:
    """Outlet and cue of the first report that names the country's force as part of the alliance's."""
    kinds = [dossier.entities[key].kind if key in dossier.entities else None for key in (inner, outer)]
    if kinds != ["place", "organisation"]:
        return None
    for report in sorted(dossier.reports):
        spans = [_sentences(entity, report, dossier) for entity in (inner, outer)]
        for place in sorted(spans[0]):
            near = {place, place - 1} & spans[1]
            start, end = dossier.sentences_of(report)[place]
            found = cues("part").search(dossier.reports[report].text[start:end]) if near else None
            if found:
                outlet = dossier.reports[report].outlet or "a report"
                return f"{outlet} writes “{found.group()}”"
    return None


def _sentences(entity: str, report: str, dossier: Dossier) -> set[int]:
    return {dossier.position_at(report, mention.start) for mention in dossier.mentions_of(entity, report)}
