"""Whose words a verb reports: the noun phrase of the one who speaks."""

from rashomon.stages.claims.statements.beside import noun_before, phrase_start, quotation_before
from rashomon.stages.claims.statements.frame import (
    PASSIVE_SUBJECTS,
    infinitive,
    is_expletive,
    is_passive,
    names_source,
    saying,
    subject_of,
)
from rashomon.stages.claims.statements.reported import Span
from rashomon.stages.claims.statements.sources import takes_up
from rashomon.stages.claims.statements.tree import Tree

# What happens cannot speak, whatever the parser hangs on it.
_HAPPENINGS = frozenset(
    "strike airstrike attack raid bombing shelling blast explosion clash shooting fire crash collision accident collapse quake "
    "earthquake flood storm toll war battle fighting assault offensive".split()
)
_INHERITS = frozenset("conj advcl xcomp pcomp ccomp".split())


def speaker_beside(tree: Tree, i: int, runs: list[Span]) -> int | None:
    """After a quotation: the noun between it and the verb, or behind the verb, where the parser's subject stands inside it."""
    run = quotation_before(tree, i)
    if run is None or runs[0][1] != run[1]:
        return None
    subject = subject_of(tree, i)
    if subject is not None and not tree.in_quotation(subject):
        return subject
    for places in (range(run[1] + 1, i), range(i + 1, min(i + 8, len(tree.tokens)))):
        nouns = [k for k in places if tree.tokens[k].pos in ("NOUN", "PROPN", "PRON")]
        tops = [k for k in nouns if tree.tokens[k].head not in nouns and tree.tokens[k].dep not in ("pobj", "npadvmod")]
        if tops:
            return tops[-1] if places.stop == i else tops[0]
    return None


def speaker_of(tree: Tree, i: int) -> int | None:
    """The token that heads the speaker's noun phrase: subject, agent of a passive, or that of the governing verb."""
    verb, seen = i, set[int]()
    while i not in seen:
        seen.add(i)
        if is_passive(tree, i):
            return _of_passive(tree, i, shared=i != verb)
        subject = subject_of(tree, i)
        if subject is not None:
            return None if is_expletive(tree, subject) else _who_acted(tree, i, subject) or subject
        quoted = _quoted(tree, i)
        if quoted is not None:
            return quoted
        token = tree.tokens[i]
        if token.dep == "acl" and tree.tokens[token.head].pos in ("NOUN", "PROPN"):
            return _who_acted(tree, i, token.head) or token.head
        over = _governor(tree, i)
        if over is None:
            return _right_before(tree, i)
        told = tree.child(over, "dobj") if i == infinitive(tree, over) else None
        if told is not None and names_source(tree, told):
            return told  # "asked the clerk to announce": the clerk is to
        i = over
    return None


def _of_passive(tree: Tree, i: int, shared: bool) -> int | None:
    """By whom a passive says that it was said; for a verb under it, who it speaks of ("the bank is expected to announce")."""
    if shared or (tree.tokens[i].lemma in ("quote", "cite") and saying(tree, i) is not None):
        return tree.child(i, *PASSIVE_SUBJECTS)
    agent = tree.child(i, "agent")
    return tree.child(agent, "pobj") if agent is not None else None


def _quoted(tree: Tree, i: int) -> int | None:
    """The one who is quoted, for the verb in "quoted him as saying"."""
    over = tree.tokens[i].head
    if tree.tokens[i].dep != "pcomp" or tree.tokens[over].text.lower() != "as":
        return None
    quoting = tree.tokens[over].head
    return tree.child(quoting, "dobj", *PASSIVE_SUBJECTS) if tree.tokens[quoting].lemma in ("quote", "cite") else None


def _governor(tree: Tree, i: int) -> int | None:
    """The verb whose subject this one shares: over it, or over the adjective ("was quick to note") or preposition between."""
    token = tree.tokens[i]
    head = tree.tokens[token.head].head if token.dep == "pcomp" else token.head
    if tree.tokens[head].pos == "ADJ" and tree.tokens[head].dep == "acomp":
        head = tree.tokens[head].head
    return head if token.dep in _INHERITS and head != i and tree.tokens[head].pos in ("VERB", "AUX") else None


def _right_before(tree: Tree, i: int) -> int | None:
    """The source that stands right before a tensed verb, though the parser tied them in no way ("Vale also accused")."""
    k = i - 1
    while k >= 0 and tree.tokens[k].pos in ("AUX", "ADV", "PART"):
        k -= 1
    tensed = tree.tokens[i].tag in ("VBD", "VBZ") or any(
        tree.tokens[m].tag in ("VBD", "VBZ", "MD") for m in range(k + 1, i)
    )
    if k < 0 or not tensed or tree.in_quotation(k) != tree.in_quotation(i):
        return None
    return noun_before(tree, k + 1)


def _who_acted(tree: Tree, verb: int, noun: int) -> int | None:
    """ "The group updated its toll for the strike, saying": a strike says nothing, the group over it does."""
    if tree.tokens[verb].tag != "VBG" or tree.tokens[noun].pos != "NOUN" or tree.tokens[noun].lemma not in _HAPPENINGS:
        return None
    above = next((k for k in tree.sentence.reading.ancestors(noun) if tree.tokens[k].pos == "VERB" and k != verb), None)
    subject = subject_of(tree, above) if above is not None else None
    return None if subject is None or tree.tokens[subject].lemma in _HAPPENINGS else subject


def source_run(tree: Tree, head: int, cue: int, contents: list[Span]) -> Span | None:
    """The tokens of the noun phrase, cut where the reported words or the cue begin."""
    first, last = tree.first[head], tree.last[head]
    between = range(head + 1, cue)
    if (
        subject_of(tree, cue) is None
        and 0 < cue - head <= 5
        and tree.tokens[head].head != cue
        and not any(tree.tokens[k].pos in ("VERB", "AUX", "PART") for k in between)
    ):
        first, last = phrase_start(tree, head), cue - 1
    for edge in (cue, *(start for start, _ in contents), *(end for _, end in contents)):
        if head < edge <= last:
            last = edge - 1
        if first <= edge < head:
            first = edge + 1
    return (first, last) if first <= head <= last else None


def closes(tree: Tree, i: int, runs: list[Span]) -> bool:
    return runs[0][1] < i and i >= len(tree.tokens) - 3


def with_role_before(tree: Tree, source: Span, runs: list[Span]) -> tuple[Span, list[Span]]:
    """Gives the speaker a role that the parser drew to the words before: "A, former head of the port, Captain Vale, said"."""
    for n, (first, last) in enumerate(runs):
        if last + 1 != source[0] or tree.tokens[last].text != ",":
            continue
        comma = next((k for k in range(last - 1, first, -1) if tree.tokens[k].text == ","), None)
        between = range((comma or 0) + 1, last)
        if comma is None or not _is_role(tree, between):
            continue
        return (comma + 1, source[1]), [*runs[:n], (first, comma), *runs[n + 1 :]]
    return source, runs


def _is_role(tree: Tree, tokens: range) -> bool:
    """Whether the words are a person's role: its noun among the first few, and no verb."""
    words = [tree.tokens[k] for k in tokens]
    return not any(word.pos in ("VERB", "AUX") for word in words) and any(
        takes_up(word.text, "person") for word in words[:4]
    )
