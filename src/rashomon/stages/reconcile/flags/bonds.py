"""Flags on what persons joined, parted or rated: a later report tells two names apart or uses them for one, gives two numbers side by side, or is what
parted voices copy; others bear out an outlet that was rated low."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from rashomon.model.claim import Claim
from rashomon.model.entity import Entity, Mention
from rashomon.model.judgement import Flag, Judgement, folded, report_in, span_in
from rashomon.stages.reconcile.flags.rows import Later, Rows
from rashomon.stages.reconcile.quantity import overlap
from rashomon.stages.reconcile.tables import table

_COPIES = frozenset({"copy", "revision", "excerpt", "rewrite", "translation"})
_SURE = frozenset({"known", "likely"})
_LOW = frozenset({"D", "E"})
_OTHERS = 2  # texts and speakers that bear a figure out


def named_apart(each: Judgement, rows: Rows) -> Iterator[Flag]:
    """Entities that were joined, and a later report that names both side by side ("Anna Ruud and Captain Vik")."""
    entity, later = _entity_at(each.on, rows), Later(each, rows)
    names = {folded(_words(one, rows)) for one in each.on if report_in(one) in rows.reports}
    for one, other in pairwise(entity.mentions if entity else ()):
        if one.report == other.report and later.report(one.report) and _between(one, other, rows, "both"):
            a, b = (_text(mention, rows) for mention in (one, other))
            if {folded(a), folded(b)} <= names and not _share(a, b):
                yield Flag(
                    kind="named apart",
                    text=f"Since then {rows.name(one.report)} names “{a}” and “{b}” side by side, as two.",
                    on=(one.report,),
                )


def named_as_one(each: Judgement, rows: Rows) -> Iterator[Flag]:
    """Entities that were parted, and a later report that says of one name that it is the other's ("Captain Vik, also known as …")."""
    one, other, later = _entity_at(each.on, rows), _entity_at(each.against, rows), Later(each, rows)
    if one is None or other is None or one.id == other.id:
        return
    mentions = sorted(
        [
            (m.report, m.start, m.end, e.id)
            for e in (one, other)
            for m in e.mentions
            if not m.pronoun and later.report(m.report)
        ]
    )
    for a, b in pairwise(mentions):
        first, second = (Mention(report=m[0], start=m[1], end=m[2]) for m in (a, b))
        if a[3] != b[3] and a[0] == b[0] and _between(first, second, rows, "one"):
            words = f"Since then {rows.name(a[0])} says of “{_text(first, rows)}” that this is “{_text(second, rows)}”."
            yield Flag(kind="named as one", text=words, on=(a[0],))


def _entity_at(anchors: Sequence[str], rows: Rows) -> Entity | None:
    """The entity that the first of these words which the record has mean."""
    for entity in rows.record.entities:
        places = {f"{m.report}@{m.start}-{m.end}" for m in entity.mentions}
        if not places.isdisjoint(anchors):
            return entity
    return None


def _between(one: Mention, other: Mention, rows: Rows, kind: str) -> bool:
    """Whether nothing stands between the two but words that make them two, or one."""
    if one.pronoun or other.pronoun or other.start < one.end:
        return False
    between = rows.reports[one.report].text[one.end : other.start]
    return len(between) <= 40 and folded(between.strip(" ,(")) in table("flags_en")[kind]


def _text(mention: Mention, rows: Rows) -> str:
    return " ".join(rows.reports[mention.report].text[mention.start : mention.end].split())


def _words(place: str, rows: Rows) -> str:
    start, end = span_in(place) or (0, 0)
    return rows.reports[report_in(place)].text[start:end]


def _share(a: str, b: str) -> bool:
    return bool(set(folded(a).split()) & set(folded(b).split()))


# --- findings and voices -----------------------------------------------------------------------------------------------


def two_in_one_report(each: Judgement, rows: Rows) -> Iterator[Flag]:
    """Findings that were joined, and a later report in which one speaker gives two numbers that cannot be one."""
    later = Later(each, rows)
    findings = {finding.id: finding for claim in each.on for finding, _ in rows.answers(claim)}
    for finding in findings.values():
        told: dict[tuple[str, str], list[Claim]] = {}
        for number in range(len(finding.answers)):
            for claim in rows.claims_of(finding, number):
                if claim.figure and later.claim(claim):
                    told.setdefault((claim.report, _speaker(claim)), []).append(claim)
        for (report, _), claims in told.items():
            for a, b in combinations(claims, 2):
                if (
                    a.figure
                    and b.figure
                    and not overlap(a.figure, b.figure)
                    and a.figure.of != b.id
                    and b.figure.of != a.id
                ):
                    text = f"Since then {rows.name(report)} gives {a.figure.text} and {b.figure.text} side by side, as two."
                    yield Flag(kind="told apart", text=text, on=tuple(sorted((a.id, b.id))))


def _speaker(claim: Claim) -> str:
    return folded(claim.attribution[-1].name) if claim.attribution else ""


def copied(each: Judgement, rows: Rows) -> Iterator[Flag]:
    """Voices that were held apart, and a report that came in since, of which both sides are copies."""
    later = Later(each, rows)
    taken: dict[str, set[str]] = {}
    for row in rows.record.lineage:
        if row.origin and later.report(row.origin) and row.kind in _COPIES and row.direction in _SURE:
            taken.setdefault(row.origin, set()).add(row.derived)
    for origin, derived in sorted(taken.items()):
        if not derived.isdisjoint(each.on) and not derived.isdisjoint(each.against):
            one, other = (sorted(derived.intersection(side))[0] for side in (each.on, each.against))
            text = f"{rows.name(one)} and {rows.name(other)}, which were held apart, both have the words of {rows.name(origin)}."
            yield Flag(kind="copied", text=text, on=(origin,))


def borne_out(each: Judgement, rows: Rows) -> Iterator[Flag]:
    """An outlet that was rated D or E, and a number of its that others bear out since then."""
    if each.value not in _LOW:
        return
    later, own = Later(each, rows), {folded(one) for one in each.on}
    for finding in rows.record.findings:
        for number, answer in enumerate(finding.answers):
            claims = rows.claims_of(finding, number)
            its = [claim for claim in claims if folded(rows.reports[claim.report].outlet or "") in own]
            texts, speakers = {rows.text_of(claim) for claim in its}, {_speaker(claim) for claim in its}
            others = [
                c
                for c in claims
                if c not in its
                and c.figure
                and rows.text_of(c) not in texts
                and (_speaker(c) or c.report) not in speakers
            ]
            if its and len({rows.text_of(c) for c in others}) >= _OTHERS and any(later.claim(c) for c in others):
                new = [claim for claim in others if later.claim(claim)]
                text = f"Since then {rows.named(new)} {'bears' if len({c.report for c in new}) == 1 else 'bear'} out its {answer.value}: {finding.question}"
                yield Flag(kind="borne out", text=text, on=tuple(sorted(claim.id for claim in new)))
