"""Who vouches for which words: chains of attribution, outermost first, and the scopes in which they hold."""

from rashomon.model.claim import Attribution
from rashomon.model.identity import speaker_voice_id
from rashomon.stages.claims.found import Scope
from rashomon.stages.claims.reported import Reported, Span
from rashomon.stages.claims.sources import folded, is_outlet, known_outlet
from rashomon.stages.claims.speakers import Company, Speaker
from rashomon.stages.claims.tree import Tree

_CITES = frozenset("cite quote".split())
_DATELINE = 120


def link(speaker: Speaker, cue: Span) -> Attribution:
    return Attribution(
        name=speaker.name,
        entity=speaker.entity,
        type=speaker.type,
        voice=speaker_voice_id(speaker.known_as, speaker.entity) if speaker.has_voice else None,
        start=speaker.name_span[0],
        end=speaker.name_span[1],
        cue_start=cue[0],
        cue_end=cue[1],
    )


def links(reported: Reported, speaker: Speaker | None, company: Company) -> tuple[Attribution, ...]:
    """The statement's own part of the chain: the outlet that was told, the speaker, those whom the speaker cites."""
    own = (link(speaker, reported.cue),) if speaker else ()
    outer = _told(reported, company) or _cited_by(reported, company)
    return (*outer, *own, *_citing(reported, company))


def _told(reported: Reported, company: Company) -> tuple[Attribution, ...]:
    """ "told Reuters", "said in an interview with Reuters", where that is not the report's own outlet."""
    tree = reported.tree
    heard = [k for k in tree.below[reported.head] if tree.tokens[k].dep in ("dobj", "dative", "pobj")]
    heard += [
        deep
        for k in tree.below[reported.head]
        if tree.tokens[k].dep in ("prep", "dative", "advcl")
        for deep in tree.below[k]
        if tree.tokens[deep].dep in ("pobj", "dobj") or tree.tokens[deep].text.lower() in ("to", "with")
    ]
    for k in [k for k in heard if tree.tokens[k].pos in ("PROPN", "NOUN")]:
        words = company.article.report.text[slice(*tree.span(tree.first[k], tree.last[k]))]
        if tree.tokens[k].lemma != "interview" and is_outlet(words):
            return () if is_own(words, company) else (link(_passing(company, tree, k), reported.cue),)
    return ()


def is_own(words: str, company: Company) -> bool:
    """Whether an outlet is the report's own: by its field, or by the line that the text begins with ("OSTPRESS -")."""
    report = company.article.report
    wanted = known_outlet(words)
    names = {name.casefold() for name in (words, *(wanted.aliases if wanted else ()), wanted.name if wanted else words)}
    own = (report.outlet or "").casefold()
    if own and (own in names or any(set(folded(name)) == set(folded(own)) for name in names)):
        return True
    line = report.text[:_DATELINE].split("\n")[0]
    return any(f"{mark}{name} {dash}" in f" {line.casefold()}" for name in names for dash in "-–—" for mark in " (/")


def _cited_by(reported: Reported, company: Company) -> tuple[Attribution, ...]:
    """ "X, cited by A, said"."""
    tree, head = reported.tree, reported.source_head
    for k in tree.below[head] if head is not None else ():
        if tree.tokens[k].dep == "acl" and tree.tokens[k].lemma in _CITES:
            agent = tree.child(k, "agent", "prep")
            source = tree.child(agent, "pobj") if agent is not None else None
            if source is not None:
                return (link(_passing(company, tree, source), tree.sentence.span(k, k + 1)),)
    return ()


def _citing(reported: Reported, company: Company) -> tuple[Attribution, ...]:
    """ "A reported, citing B"."""
    tree = reported.tree
    for k in citing_verbs(reported):
        source = tree.child(k, "dobj")
        if source is not None:
            return (link(_passing(company, tree, source), tree.sentence.span(k, k + 1)),)
    return ()


def citing_verbs(reported: Reported) -> list[int]:
    tree = reported.tree
    return [
        k
        for k in tree.below[reported.head]
        if tree.tokens[k].dep in ("advcl", "xcomp", "prep", "acl")
        and tree.tokens[k].lemma in _CITES
        and tree.child(k, "dobj")
    ]


def _passing(company: Company, tree: Tree, head: int) -> Speaker:
    return company.meet(tree, head, (tree.first[head], tree.last[head]))


def scopes(
    parts: list[tuple[Reported, tuple[Attribution, ...], list[Span]]],
) -> tuple[list[Scope], list[tuple[Attribution, ...]]]:
    """The scopes of all statements of a report, and each statement's whole chain: its own links behind those of the scope
    that its cue stands in."""
    open_: list[Scope] = []
    chains: list[tuple[Attribution, ...]] = [()] * len(parts)
    widest_first = sorted(range(len(parts)), key=lambda n: -sum(end - start for start, end in parts[n][2]))
    for n in widest_first:
        reported, own, pieces = parts[n]
        around = [scope for scope in open_ if scope.start <= reported.cue[0] and reported.cue[1] <= scope.end]
        outer = min(around, key=lambda scope: scope.end - scope.start).chain if around else ()
        chains[n] = _joined(outer, own)
        if reported.vouches and own:
            open_ += [Scope(start, end, chains[n]) for start, end in pieces]
    return open_, chains


def _joined(outer: tuple[Attribution, ...], own: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """One who speaks of what he himself says is one link."""
    if outer and own and outer[-1].voice is not None and outer[-1].voice == own[0].voice:
        return (*outer[:-1], *own)
    return (*outer, *own)
