"""Who vouches for which words: chains of attribution, outermost first, and the scopes in which they hold."""

import re

from msgspec import structs

from rashomon.model.claim import Attribution
from rashomon.model.identity import speaker_voice_id
from rashomon.stages.claims.found import Scope
from rashomon.stages.claims.statements.frame import is_passive
from rashomon.stages.claims.statements.reported import Reported, Span
from rashomon.stages.claims.statements.sources import folded, is_outlet, known_outlet, source_type
from rashomon.stages.claims.statements.speakers import Company, Speaker
from rashomon.stages.claims.statements.tree import Tree

_CITES = frozenset("cite quote".split())
_DATELINE = 120
_GOES_ON = frozenset("i we you who that me us they it".split())


def link(speaker: Speaker, cue: Span) -> Attribution:
    return Attribution(
        name=speaker.name,
        entity=speaker.entity,
        type=speaker.type,
        voice=speaker_voice_id(_one_spelling(speaker.known_as), speaker.entity) if speaker.has_voice else None,
        start=speaker.name_span[0],
        end=speaker.name_span[1],
        cue_start=cue[0],
        cue_end=cue[1],
    )


def _one_spelling(name: str) -> str:
    """American and British spellings of a body's name are one voice."""
    return re.sub(r"(?<=i)z(?=ation)", "s", name)


def links(reported: Reported, speaker: Speaker | None, company: Company) -> tuple[Attribution, ...]:
    """The statement's own part of the chain: the outlet that was told, the speaker, those whom the speaker cites."""
    own = (link(speaker, reported.cue),) if speaker else ()
    outer = _told(reported, company) or _cited_by(reported, company)
    return (*outer, *own, *_citing(reported, company))


def _told(reported: Reported, company: Company) -> tuple[Attribution, ...]:
    """ "told Reuters", "said in an interview with Reuters", where that is not the report's own outlet."""
    tree = reported.tree
    for k in _hearers(tree, reported.head):
        words = company.article.report.text[slice(*tree.span(tree.first[k], tree.last[k]))]
        if is_outlet(words):
            return () if is_own(words, company) else (link(_passing(company, tree, k), reported.cue),)
    return ()


def _hearers(tree: Tree, verb: int) -> list[int]:
    """Nouns for whom the words were meant: "told X", "said to X", "said in an interview with X", "said, speaking to X"."""
    tokens = tree.tokens
    found = [k for k in tree.below[verb] if tokens[k].dep in ("dobj", "dative") and tokens[verb].lemma == "tell"]
    stages = [verb, *(k for k in tree.below[verb] if tokens[k].lemma in ("speak", "talk"))]
    stages += [
        deep
        for k in tree.below[verb]
        if tokens[k].dep == "prep"
        for deep in tree.below[k]
        if tokens[deep].lemma in ("interview", "conversation", "comment", "remark", "statement", "message", "email")
    ]
    for stage in stages:
        for k in tree.below[stage]:
            if tokens[k].text.lower() in ("to", "with"):
                found += [deep for deep in tree.below[k] if tokens[deep].dep == "pobj"]
    return [k for k in found if tokens[k].pos in ("PROPN", "NOUN")]


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
    if tree.tokens[reported.head].lemma in _CITES and is_passive(tree, reported.head):
        return _quoted_by(reported, company)
    for k in tree.below[head] if head is not None else ():
        if tree.tokens[k].dep == "acl" and tree.tokens[k].lemma in _CITES:
            agent = tree.child(k, "agent", "prep")
            source = tree.child(agent, "pobj") if agent is not None else None
            if source is not None:
                return (link(_passing(company, tree, source), tree.sentence.span(k, k + 1)),)
    return ()


def _quoted_by(reported: Reported, company: Company) -> tuple[Attribution, ...]:
    """ "X was quoted by A as saying", "X was quoted as saying by A"."""
    tree = reported.tree
    near = [reported.head, *(k for below in tree.below[reported.head] for k in tree.below[below])]
    for k in [k for verb in near for k in tree.below[verb] if tree.tokens[k].text.lower() in ("by", "in")]:
        source = tree.child(k, "pobj")
        if source is not None and source != reported.source_head:
            return (link(_passing(company, tree, source), reported.cue),)
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


def _cites_source(tree: Tree, verb: int) -> bool:
    """Whether a person, body or paper is cited, not a fact or a reason."""
    cited = tree.child(verb, "dobj")
    if cited is None:
        return False
    words = tree.sentence.reading.text[tree.tokens[tree.first[cited]].start : tree.tokens[tree.last[cited]].end]
    return tree.tokens[cited].pos == "PROPN" or source_type(tree.tokens[cited].text, words, words) is not None


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
        chains[n] = _joined(outer, () if _adds_nobody(reported, bool(outer)) else own)
        if reported.vouches and own and chains[n]:
            open_ += [Scope(start, end, chains[n]) for start, end in pieces]
    return open_, chains


def typed(chains: list[tuple[Attribution, ...]]) -> dict[str, str]:
    """The type of each voice, told by the first of its links that has one: "Vale" is what "Mayor Vale" was."""
    found: dict[str, str] = {}
    for one in (one for chain in chains for one in chain if one.voice and one.type):
        found.setdefault(one.voice or "", one.type or "")
    return found


def with_types(chain: tuple[Attribution, ...], types: dict[str, str]) -> tuple[Attribution, ...]:
    return tuple(structs.replace(one, type=one.type or types.get(one.voice or "")) for one in chain)


def _adds_nobody(reported: Reported, within: bool) -> bool:
    """What somebody means to do, or sees, the report tells itself; and by "I" or "we" the one quoted goes on about himself."""
    head = reported.source_head
    goes_on = head is not None and reported.tree.tokens[head].text.lower() in _GOES_ON
    return reported.act in ("intention", "perception") or (within and goes_on)


def _joined(outer: tuple[Attribution, ...], own: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """One who speaks of what he himself says is one link."""
    if outer and own and outer[-1].voice is not None and outer[-1].voice == own[0].voice:
        return (*outer[:-1], *own)
    return (*outer, *own)
