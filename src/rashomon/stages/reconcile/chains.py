"""Link findings: at whose request, by whose decision, to what end, until when, and what led to it."""

from collections.abc import Iterable, Sequence

from rashomon.model.claim import Claim, Event, Link, LinkEnd
from rashomon.model.record import Words
from rashomon.stages.reconcile.asking import Row, agreed, done_of, thing_of
from rashomon.stages.reconcile.dossier import Dossier, content_words
from rashomon.stages.reconcile.population import population_of
from rashomon.stages.reconcile.replies import Draft, Reply, in_order
from rashomon.stages.reconcile.tables import table

_SAME_WORDS = 0.5
_SHORTEST, _LONGEST = 20, 120  # characters of the words in a question


def link_drafts(dossier: Dossier) -> list[Draft]:
    """A draft for each kind of link and each thing that it leads to or from."""
    rows = table("link_questions_en")
    groups: dict[tuple[str, str], list[Link]] = {}
    for link in dossier.links:
        if link.kind in rows and claims_of(link, rows[link.kind], dossier):
            groups.setdefault((link.kind, _about(link, rows[link.kind], dossier)), []).append(link)
    return [
        _draft(kind, about, groups[kind, about], rows[kind], dossier)
        for kind, about in sorted(groups)
        if _worth(groups[kind, about], dossier)
    ]


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
    return [min(around, key=lambda claim: (claim.end - claim.start, claim.id))] if around else []


def _about(link: Link, row: Row, dossier: Dossier) -> str:
    """What is asked after, as a key: the family of its event, else the entity or head noun."""
    asked = _ends(link, row)[1]
    event = event_at(asked, dossier)
    if event is not None:
        return event.family or event.frame or event.action
    covered = dossier.covers(asked.entity, link.report, asked.start, asked.end)
    return asked.entity if covered and asked.entity else population_of(_words(link.report, asked, dossier)).name


def event_at(end: LinkEnd, dossier: Dossier) -> Event | None:
    claim = dossier.claims.get(end.claim) if end.claim else None
    return claim.event if claim else None


def _words(report: str, end: LinkEnd, dossier: Dossier) -> str:
    return " ".join(dossier.reports[report].text[end.start : end.end].split())


def _worth(links: Sequence[Link], dossier: Dossier) -> bool:
    """Whether an analyst would ask: two reports tell it, or it leads to or from an event of the table of questions."""
    listed = table("event_questions_en")
    ends = [event_at(end, dossier) for link in links for end in (link.source, link.target)]
    return len({link.report for link in links}) > 1 or any(event and (event.family or "") in listed for event in ends)


def _draft(kind: str, about: str, links: Sequence[Link], row: Row, dossier: Dossier) -> Draft:
    return Draft(
        kind="event",
        group=row["group"],
        question=_question(links, row, dossier),
        key=("link", kind, about),
        replies=tuple(_replies(links, row, dossier)),
        weight=row["weight"],
        compare=_both,
    )


def _question(links: Sequence[Link], row: Row, dossier: Dossier) -> str:
    """About the event where it is one of the table, else with the shortest words that name something."""
    asked = [_ends(link, row)[1] for link in links]
    events = [event for end in asked if (event := event_at(end, dossier))]
    family = table("event_questions_en").get((events[0].family or "") if events else "", {})
    thing = thing_of(events, dossier, actors=False)
    if "noun" in family:
        return str(row["course"].format(noun=family["noun"]))
    if "done" in family and "asks" not in family and thing:
        return agreed(str(row["event"].format(x=thing, done=done_of(events, family))), thing)
    said = [_event_words(link, end, dossier) for link, end in zip(links, asked, strict=True)]
    words = min(said, key=lambda text: (len(text) < _SHORTEST, len(text), text))
    words = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return str(row["ask"].format(x=f"“{words}”"))


def _event_words(link: Link, end: LinkEnd, dossier: Dossier) -> str:
    """The clause from the first who takes part to the end of the event; the end's own words where it is none."""
    event = event_at(end, dossier)
    if event is None:
        return _words(link.report, end, dossier)
    parts = (*event.actors, *event.targets)
    start = min([event.start, *(part.start for part in parts)])
    stop = max([event.end, *(part.end for part in parts)])
    return " ".join(dossier.reports[link.report].text[start:stop].split())


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
    return Reply(
        value=names[0] if names else min(texts, key=lambda text: (len(text), text)),
        claims=in_order(claims),
        words=tuple(Words(claim=claim, start=start, end=end) for claim, start, end in sorted(words)),
        stance=min(texts),
    )


def _both(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    return "compatible", "Both can be so; neither excludes the other."
