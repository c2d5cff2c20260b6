"""Link findings: at whose request, by whose decision, to what end, until when, and what led to it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rashomon.model.claim import Claim, Link, LinkEnd
from rashomon.model.record import Words
from rashomon.stages.reconcile.dossier import Dossier, content_words
from rashomon.stages.reconcile.population import population_of
from rashomon.stages.reconcile.replies import Draft, Reply, in_order
from rashomon.stages.reconcile.tables import table

_SAME_WORDS = 0.5
_LONGEST = 120


def link_drafts(dossier: Dossier) -> list[Draft]:
    """A draft for each kind of link and each thing that it leads to or from."""
    rows = table("link_questions_en")
    groups: dict[tuple[str, str], list[Link]] = {}
    for link in dossier.links:
        if link.kind in rows and claims_of(link, rows[link.kind], dossier):
            groups.setdefault((link.kind, _about(link, rows[link.kind], dossier)), []).append(link)
    return [_draft(kind, about, groups[kind, about], rows[kind], dossier) for kind, about in sorted(groups)]


def _ends(link: Link, row: Mapping[str, Any]) -> tuple[LinkEnd, LinkEnd]:
    """The end that answers, and the end that is asked after."""
    return (link.source, link.target) if row["side"] == "from" else (link.target, link.source)


def claims_of(link: Link, row: Mapping[str, Any], dossier: Dossier) -> list[Claim]:
    """The claims that carry the link: of its ends where they are claims, else the narrowest one around its cue."""
    answer, asked = _ends(link, row)
    named = [dossier.claims[end.claim] for end in (asked, answer) if end.claim and end.claim in dossier.claims]
    if named:
        return named[:1]
    around = [
        claim for claim in dossier.claims_in(link.report) if claim.start <= link.cue_start and link.cue_end <= claim.end
    ]
    return [min(around, key=lambda claim: (claim.end - claim.start, claim.id))] if around else []


def _about(link: Link, row: Mapping[str, Any], dossier: Dossier) -> str:
    """What is asked after, as a key: the family of its event, else its head noun."""
    asked = _ends(link, row)[1]
    claim = dossier.claims.get(asked.claim) if asked.claim else None
    if claim is not None and claim.event is not None:
        return claim.event.family or claim.event.frame or claim.event.action
    return asked.entity or population_of(_words(link.report, asked, dossier)).name


def _words(report: str, end: LinkEnd, dossier: Dossier) -> str:
    return " ".join(dossier.reports[report].text[end.start : end.end].split())


def _draft(kind: str, about: str, links: Sequence[Link], row: Mapping[str, Any], dossier: Dossier) -> Draft:
    asked = min(
        (_words(link.report, _ends(link, row)[1], dossier) for link in links), key=lambda text: (len(text), text)
    )
    asked = asked if len(asked) <= _LONGEST else asked[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return Draft(
        kind="event",
        group=row["group"],
        question=row["ask"].format(x=f"“{asked}”"),
        key=("link", kind, about),
        replies=tuple(_replies(links, row, dossier)),
        weight=row["weight"],
        compare=_both,
    )


def _replies(links: Iterable[Link], row: Mapping[str, Any], dossier: Dossier) -> list[Reply]:
    """One reply for each answer that is worded alike or means one entity."""
    groups: list[list[Link]] = []
    for link in sorted(links, key=lambda link: (link.report, link.cue_start)):
        home = next((group for group in groups if any(_alike(link, other, row, dossier) for other in group)), None)
        if home is None:
            groups.append([link])
        else:
            home.append(link)
    return [_reply(group, row, dossier) for group in groups]


def _alike(a: Link, b: Link, row: Mapping[str, Any], dossier: Dossier) -> bool:
    one, other = _ends(a, row)[0], _ends(b, row)[0]
    if _key(a, one, dossier) & _key(b, other, dossier):
        return True
    words, others = (set(content_words(_words(x.report, end, dossier))) for x, end in ((a, one), (b, other)))
    return bool(words | others) and len(words & others) / min(len(words) or 1, len(others) or 1) >= _SAME_WORDS


def _key(link: Link, end: LinkEnd, dossier: Dossier) -> set[str]:
    """The entity that the end means; for an event, none."""
    return {end.entity} if end.entity else set()


def _reply(links: Sequence[Link], row: Mapping[str, Any], dossier: Dossier) -> Reply:
    texts = [_words(link.report, _ends(link, row)[0], dossier) for link in links]
    claims = [claims_of(link, row, dossier)[0] for link in links]
    words = {
        (claim.id, end.start, end.end)
        for link, claim in zip(links, claims, strict=True)
        for end in (_ends(link, row)[0],)
    }
    names = [name for link in links if (name := dossier.name_of(_ends(link, row)[0].entity))]
    return Reply(
        value=names[0] if names else min(texts, key=lambda text: (len(text), text)),
        claims=in_order(claims),
        words=tuple(Words(claim=claim, start=start, end=end) for claim, start, end in sorted(words)),
        stance=min(texts),
    )


def _both(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    return "compatible", "Both can be so; neither excludes the other."
