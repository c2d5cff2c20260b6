"""The hops of a chain that stand in one sentence: who carried the words, who said them, and whom he cites in turn.

A hop is a noun with the word that ties it to the next: "told A", "quoted by A", "published by A", "citing B", "which cited B".
"""

import re
from collections.abc import Iterator

from rashomon.model.claim import Attribution
from rashomon.model.identity import speaker_voice_id
from rashomon.stages.claims.statements.frame import PASSIVE_SUBJECTS, is_passive, saying
from rashomon.stages.claims.statements.reported import Reported, Span
from rashomon.stages.claims.statements.sources import is_outlet, source_type
from rashomon.stages.claims.statements.speaker import Speaker
from rashomon.stages.claims.statements.speakers import Company
from rashomon.stages.claims.statements.told import hearers, is_own
from rashomon.stages.claims.statements.tree import Tree

_CITES = frozenset("cite quote".split())
_CARRIES = frozenset("cite quote carry publish release air broadcast relay run print share post circulate".split())
# What an outlet's words stand in: "a report in the Harbour Times" is the Harbour Times.
_VEHICLES = frozenset("report article story dispatch interview piece broadcast account bulletin".split())

Hop = tuple[int, int]
"""The token of the noun, and the token of the verb that ties it."""


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
    """The statement's own part of the chain: who was told or carried it, the speaker, those whom the speaker cites."""
    own = (_as_outlet(reported, company) or link(speaker, reported.cue),) if speaker else ()
    told = _told(reported, company)
    outer = told if told is not None else [*_carried(reported)]
    inner = [*_cited(reported)]
    return (*_linked(reported, outer, company), *own, *_linked(reported, inner, company))


def _linked(reported: Reported, hops: list[Hop], company: Company) -> tuple[Attribution, ...]:
    tree = reported.tree
    return tuple(
        link(
            _passing(company, tree, noun), reported.cue if verb == reported.head else tree.sentence.span(verb, verb + 1)
        )
        for noun, verb in hops
        if noun != reported.source_head
    )


def _as_outlet(reported: Reported, company: Company) -> Attribution | None:
    """The outlet for "a report in the Harbour Times"."""
    head = reported.source_head
    outlet = _outlet_of(reported.tree, head) if head is not None else None
    return None if outlet is None else link(_passing(company, reported.tree, outlet), reported.cue)


def _outlet_of(tree: Tree, noun: int) -> int | None:
    """The outlet that a report, article or interview stands in."""
    if tree.tokens[noun].lemma not in _VEHICLES:
        return None
    places = [
        tree.child(k, "pobj") for k in tree.below[noun] if tree.tokens[k].text.lower() in ("in", "by", "from", "on")
    ]
    owners = [k for k in tree.below[noun] if tree.tokens[k].dep in ("poss", "compound")]
    return next((k for k in [*places, *owners] if k is not None and is_outlet(_words(tree, k))), None)


def _words(tree: Tree, head: int) -> str:
    start, end = tree.span(tree.first[head], tree.last[head])
    return tree.sentence.words(start, end).removesuffix("'s").removesuffix("’s")


def _told(reported: Reported, company: Company) -> list[Hop] | None:
    """ "told Reuters", "said in an interview with Reuters"; none where that is the report's own outlet, None where nobody."""
    tree = reported.tree
    for k in hearers(tree, reported.head):
        words = _words(tree, k).split(",")[0]
        if is_outlet(words):
            return [] if is_own(words, company) else [*_carriers(tree, k), (k, reported.head)]
    return None


def _carried(reported: Reported) -> Iterator[Hop]:
    """Those through whom the words came: "In a report published by A, X said", "X said, quoted by A", "X was quoted by A as
    saying", "X, cited by A, said"."""
    tree, verb = reported.tree, reported.head
    for k in tree.below[verb]:
        place = tree.child(k, "pobj") if tree.tokens[k].text.lower() in ("in", "through", "via") else None
        if place is not None and tree.tokens[place].lemma in _VEHICLES:
            outlet = _outlet_of(tree, place)
            yield from _carriers(tree, place)
            yield from ((outlet, verb),) if outlet is not None else ()
    yield from _carriers(tree, verb)
    yield from _quoters(tree, verb)
    if reported.source_head is not None:
        yield from _carriers(tree, reported.source_head)


def _carriers(tree: Tree, head: int) -> Iterator[Hop]:
    """ "X, cited by A", "a statement carried by A", "X said, quoted by A"."""
    for k in tree.below[head]:
        if tree.tokens[k].dep in ("acl", "advcl") and tree.tokens[k].tag == "VBN" and tree.tokens[k].lemma in _CARRIES:
            agent = tree.child(k, "agent", "prep")
            source = tree.child(agent, "pobj") if agent is not None else None
            if source is not None and _is_source(tree, source):
                yield from _carriers(tree, source)
                yield source, k


def _quoters(tree: Tree, verb: int) -> Iterator[Hop]:
    """ "X was quoted by A as saying", "X was quoted as saying by A": the verb is "quoted" or "saying"."""
    quoting = quoting_verb(tree, verb)
    if quoting is None or not is_passive(tree, quoting):
        return
    under = [quoting, *(k for below in tree.below[quoting] for k in tree.below[below] if tree.tokens[k].dep == "pcomp")]
    for k in [k for one in under for k in tree.below[one] if tree.tokens[k].text.lower() in ("by", "in")]:
        source = tree.child(k, "pobj")
        if source is not None and source != tree.child(quoting, *PASSIVE_SUBJECTS):
            yield from _carriers(tree, source)
            yield source, quoting
            return


def quoting_verb(tree: Tree, verb: int) -> int | None:
    """The verb of quoting that the verb is, or stands under behind "as"."""
    if tree.tokens[verb].lemma in _CITES:
        return verb
    over = tree.tokens[verb].head
    if tree.tokens[verb].dep != "pcomp" or tree.tokens[over].text.lower() != "as":
        return None
    return tree.tokens[over].head if tree.tokens[tree.tokens[over].head].lemma in _CITES else None


def _cited(reported: Reported) -> Iterator[Hop]:
    """Those whom the speaker cites: "A reported, citing B", "according to A, which cited B", "A quoted B as saying"."""
    tree = reported.tree
    if reported.source_head is not None:
        yield from _cited_by(tree, reported.source_head)
    for k in citing_verbs(reported):
        source = tree.child(k, "dobj")
        if source is not None and tree.tokens[k].dep != "relcl":
            yield source, k
            yield from _cited_by(tree, source)
    quoted = _quoted_behind(reported)
    if quoted is not None:
        yield quoted, reported.head


def _quoted_behind(reported: Reported) -> int | None:
    """ "A, the paper quoted the mayor as saying": the mayor."""
    tree, verb = reported.tree, reported.head
    if tree.tokens[verb].lemma not in _CITES or is_passive(tree, verb) or saying(tree, verb) is None:
        return None
    return tree.child(verb, "dobj") if all(end <= reported.cue[0] for _, end in reported.contents) else None


def _cited_by(tree: Tree, noun: int) -> Iterator[Hop]:
    """ "A, which cited B", "A quoting B", and whom B cites."""
    for k in tree.below[noun]:
        source = tree.child(k, "dobj") if _cites(tree, k) else None
        if source is not None:
            yield source, k
            yield from _cited_by(tree, source)


def _cites(tree: Tree, k: int) -> bool:
    """Whether a clause on a noun names whom the noun cites, and no more: not "who quoted B as saying"."""
    token = tree.tokens[k]
    if token.lemma not in _CITES or token.dep not in ("acl", "relcl") or is_passive(tree, k):
        return False
    source = tree.child(k, "dobj")
    told = any(tree.tokens[m].text.lower() == "as" for m in tree.below[k])
    return source is not None and not told and _is_source(tree, source)


def _is_source(tree: Tree, noun: int) -> bool:
    """Whether a person, body or paper is cited, not a fact or a reason."""
    return tree.tokens[noun].pos == "PROPN" or source_type(tree.tokens[noun].text, _words(tree, noun), "") is not None


def citing_verbs(reported: Reported) -> list[int]:
    """ "A reported, citing B"; "according to A, citing B"."""
    tree = reported.tree
    found = [
        k
        for k in tree.below[reported.head]
        if tree.tokens[k].dep in ("advcl", "xcomp", "prep", "acl") and tree.tokens[k].lemma in _CITES
    ]
    if reported.source is not None and tree.tokens[reported.head].text.lower() == "according":
        found += participle_behind(tree, reported.source_head)
    return [k for k in found if tree.child(k, "dobj") is not None and not is_passive(tree, k)]


def participle_behind(tree: Tree, noun: int | None) -> list[int]:
    """The "citing" that follows a noun phrase and a comma, wherever the parser hung it."""
    k = len(tree.tokens) if noun is None else tree.last[noun] + 1
    while k < len(tree.tokens) and tree.tokens[k].text == ",":
        k += 1
    return [k] if k < len(tree.tokens) and tree.tokens[k].tag == "VBG" and tree.tokens[k].lemma in _CITES else []


def tied(reported: Reported) -> set[int]:
    """The verbs that only tie hops of the statement's chain, and report nothing themselves."""
    return {verb for _, verb in [*_carried(reported), *_cited(reported)]} - {reported.head}


def _passing(company: Company, tree: Tree, head: int) -> Speaker:
    return company.meet(tree, head, (tree.first[head], tree.last[head]))
