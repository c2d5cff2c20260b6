"""Flags on what persons joined, parted or rated: a later report tells two names apart or uses them for one, gives two numbers side by side, or is what
parted voices copy; others bear out an outlet that was rated low."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from rashomon.model.agreement import Flag
from rashomon.model.claim import Claim
from rashomon.model.entity import Entity, Mention
from rashomon.model.judgement import Judgement, folded, report_in, span_in
from rashomon.stages.reconcile.flags.rows import Later, Rows
from rashomon.stages.reconcile.quantity import overlap
from rashomon.stages.reconcile.tables import whole_words, table

_COPIES = frozenset({"copy", "revision", "excerpt", "rewrite", "translation"})
_SURE = frozenset({"known", "likely"})
_LOW = frozenset({"D", "E"})
_OTHERS = 2  # texts and speakers that bear a figure out


def named_apart(each: Judgement, rows: Rows) -> Iterator[Flag]:
    """Entities that were joined, and a later report that names both side by side ("Anna Ruud and Captain Vik")."""
    entity, known = _entity_at(each.on, rows), _reports(each)
    names = {folded(_words(one, rows)) for one in each.on if report_in(one) in rows.reports}
    for one, other in pairwise(entity.mentions if entity else ()):
        if one.report == other.report not in known and _between(one, other, rows, "both"):
            a, b = (_text(mention, rows) for mention in (one, other))
            if {folded(a), folded(b)} <= names and not _share(a, b):
                yield Flag(kind="named apart", text=f"Since then {rows.name(one.report)} names “{a}” and “{b}” side by side, as two.", on=(one.report,))


def named_as_one(each: Judgement, rows: Rows) -> Iterator[Flag]:
    """Entities that were parted, and a later report that says of one name that it is the other's ("Captain Vik, also known as …")."""
    one, other, known = _entity_at(each.on, rows), _entity_at(each.against, rows), _reports(each)
    if one is None or other is None or one.id == other.id:
        return
    mentions = sorted(
        [(m.report, m.start, m.end, e.id) for e in (one, other) for m in e.mentions if not m.pronoun and m.report not in known]
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


def _reports(each: Judgement) -> set[str]:
    return {report_in(one) for one in (*each.on, *each.against)}


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
