"""Link findings: at whose request, by whose decision, to what end, until when, and what led to it."""

import re
from collections.abc import Iterable, Sequence

from rashomon.model.claim import Claim, Event, Link, LinkEnd
from rashomon.model.record import Words
from rashomon.stages.reconcile.asking import Row, agreed, done_of, thing_of
from rashomon.stages.reconcile.dossier import Dossier, content_words
from rashomon.stages.reconcile.replies import Draft, Reply, in_order
from rashomon.stages.reconcile.tables import table, whole_words

_SAME_WORDS = 0.5


def link_drafts(dossier: Dossier) -> list[Draft]:
    """A draft for each kind of link and each event of the table that it leads to or from."""
    rows = table("link_questions_en")
    groups: dict[tuple[str, str], list[Link]] = {}
    for link in dossier.links:
        if link.kind in rows and _answers(link, rows[link.kind], dossier):
            about = _about(link, rows[link.kind], dossier) or ""
            groups.setdefault((_kind(link, rows[link.kind], dossier), about), []).append(link)
    drafts = [_draft(kind, about, groups[kind, about], dossier) for kind, about in sorted(groups)]
    return [draft for draft in drafts if draft]


def _answers(link: Link, row: Row, dossier: Dossier) -> bool:
    """Whether the link answers a question: its cue is one of the row's, a claim carries it, and an event of the table is
    asked after."""
    cue = " ".join(dossier.reports[link.report].text[link.cue_start : link.cue_end].split())
    fits = "cues" not in row or whole_words(row["cues"]).search(cue) is not None
    return fits and _about(link, row, dossier) is not None and bool(claims_of(link, row, dossier))


def _kind(link: Link, row: Row, dossier: Dossier) -> str:
    """The link's kind; "ground" where a law, a treaty or an article answers."""
    words = _words(link.report, _ends(link, row)[0], dossier)
    legal = "grounds" in row and whole_words(row["grounds"]).search(words) is not None and not _decision(words)
    return f"{link.kind}-ground" if legal else link.kind


def _decision(words: str) -> bool:
    """Whether the words name a body or its decision, whatever treaty the body's name holds."""
    return (
        re.search(r"\b(?:council|decision|organi[sz]ation|court|government|parliament)\b", words, re.IGNORECASE)
        is not None
    )


def _ends(link: Link, row: Row) -> tuple[LinkEnd, LinkEnd]:
    """The end that answers, and the end that is asked after."""
    return (link.source, link.target) if row["side"] == "from" else (link.target, link.source)


def claims_of(link: Link, row: Row, dossier: Dossier) -> list[Claim]:
    """The claims that carry the link: of its ends where they are claims, else the narrowest one around its cue."""
    answer, asked = _ends(link, row)
    named = [dossier.claims[end.claim] for end in (asked, answer) if end.claim and end.claim in dossier.claims]
    if named:
        return named[:1]
    around = [
        claim for claim in dossier.claims_in(link.report) if claim.start <= link.cue_start and link.cue_end <= claim.end
    ]
    around = around or _beside(link, dossier)
    return [min(around, key=lambda claim: (claim.end - claim.start, claim.id))] if around else []


def _beside(link: Link, dossier: Dossier) -> list[Claim]:
    """The claims whose words overlap an end of the link."""
    return [
        claim
        for claim in dossier.claims_in(link.report)
        if any(claim.start < end.end and end.start < claim.end for end in (link.source, link.target))
    ]


def _about(link: Link, row: Row, dossier: Dossier) -> str | None:
    """The family of the event that is asked after; else the one whose `spoken` words the end holds ("the mission")."""
    asked = _ends(link, row)[1]
    event = event_at(link.report, asked, dossier)
    if event is not None:
        return event.family
    families = table("event_questions_en").items()
    words = _words(link.report, asked, dossier)
    spoken = ((name, family["spoken"]) for name, family in families if "spoken" in family and "stays" in family)
    return next((n for n, said in spoken if link.kind == "condition" and whole_words(said).search(words)), None)


def event_at(report: str, end: LinkEnd, dossier: Dossier) -> Event | None:
    """The event that the end names: its claim's, else the first of the table's that lies within its words."""
    claim = dossier.claims.get(end.claim) if end.claim else None
    rows = table("event_questions_en")
    if claim is not None and claim.event is not None and claim.event.family in rows:
        return claim.event
    inside = [
        (other.event.start, other.id, other.event)
        for other in dossier.events_of(report)
        if other.event and end.start <= other.event.start and other.event.end <= end.end and other.event.family in rows
    ]
    return min(inside, key=lambda row: row[:2])[2] if inside else None


def _words(report: str, end: LinkEnd, dossier: Dossier) -> str:
    return " ".join(dossier.reports[report].text[end.start : end.end].split())


def _draft(kind: str, about: str, links: Sequence[Link], dossier: Dossier) -> Draft | None:
    row = table("link_questions_en")[kind.split("-")[0]]
    asked = _question(kind, about, links, row, dossier)
    replies = [reply for reply in _replies(links, row, dossier) if reply.value]
    if asked is None or not replies:
        return None
    return Draft(
        kind="event",
        group=row["group"],
        question=asked,
        key=("link", kind, about),
        replies=tuple(replies),
        weight=row["weight"],
        compare=_both,
    )


def _question(kind: str, about: str, links: Sequence[Link], row: Row, dossier: Dossier) -> str | None:
    """About the event of the table; None where nothing is named that it happened to."""
    events = [event for link in links if (event := event_at(link.report, _ends(link, row)[1], dossier))]
    family = table("event_questions_en")[about]
    if kind == "condition" and "stays" in family:
        return str(family["stays"])
    if "noun" in family:
        return str(row["course"].format(noun=family["noun"]))
    if kind == "decision" and "decided" in family:
        return str(family["decided"])
    thing = thing_of(events, dossier, family, actors=False) or str(family.get("label", ""))
    if "done" not in family or "asks" in family or not thing:
        return None
    template = row["ground" if kind.endswith("-ground") else "event"]
    return agreed(str(template.format(x=thing, done=done_of(events, family))), thing)


def _replies(links: Iterable[Link], row: Row, dossier: Dossier) -> list[Reply]:
    """One reply for each answer that is worded alike or means one entity."""
    groups: list[list[Link]] = []
    for link in sorted(links, key=lambda link: (link.report, link.cue_start)):
        home = next((group for group in groups if any(_alike(link, other, row, dossier) for other in group)), None)
        if home is None:
            groups.append([link])
        else:
            home.append(link)
    return [_reply(group, row, dossier) for group in groups]


def _alike(a: Link, b: Link, row: Row, dossier: Dossier) -> bool:
    one, other = _ends(a, row)[0], _ends(b, row)[0]
    meant, others_meant = _key(a, one, dossier), _key(b, other, dossier)
    if meant and others_meant:
        return bool(meant & others_meant)
    words, others = (set(content_words(_words(x.report, end, dossier))) for x, end in ((a, one), (b, other)))
    return bool(words | others) and len(words & others) / min(len(words) or 1, len(others) or 1) >= _SAME_WORDS


def _key(link: Link, end: LinkEnd, dossier: Dossier) -> set[str]:
    """The entity that the end means; for an event, none."""
    covered = dossier.covers(end.entity, link.report, end.start, end.end)
    entity = end.entity if covered else dossier.meant_by(_words(link.report, end, dossier))
    return {entity} if entity else set()


def _reply(links: Sequence[Link], row: Row, dossier: Dossier) -> Reply:
    texts = [_words(link.report, _ends(link, row)[0], dossier) for link in links]
    claims = [claims_of(link, row, dossier)[0] for link in links]
    words = {
        (claim.id, end.start, end.end)
        for link, claim in zip(links, claims, strict=True)
        for end in (_ends(link, row)[0],)
    }
    entities = {entity for link in links for entity in _key(link, _ends(link, row)[0], dossier)}
    names = sorted(name for entity in entities if (name := dossier.name_of(entity)))
    plain = min(texts, key=lambda text: (len(text), text))
    plain = dossier.within_sentence(plain) if plain[:1] not in '"“' else plain
    return Reply(
        value=names[0] if names else plain if re.search(r"\w{3}", plain) else "",
        claims=in_order(claims),
        words=tuple(Words(claim=claim, start=start, end=end) for claim, start, end in sorted(words)),
        stance=min(texts),
    )


def _both(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    return "compatible", "Both can be so; neither excludes the other."
