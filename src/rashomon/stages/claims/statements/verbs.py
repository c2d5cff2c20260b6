"""Verbs that report: "said that", "hopes to", "was announced by", "praised"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from rashomon.stages.claims.statements.beside import (
    after_quotation,
    beside_quotation,
    noun_before,
    opens_sentence,
    sentence_before,
)
from rashomon.stages.claims.statements.clauses import as_noted, clause
from rashomon.stages.claims.statements.cues import Cues
from rashomon.stages.claims.statements.frame import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    cue_span,
    frame,
    infinitive,
    is_expletive,
    is_passive,
    object_first,
    saying,
)
from rashomon.stages.claims.statements.objects import appealed, counted, made_clear, shown, spoken_object, toll
from rashomon.stages.claims.statements.reported import Content, Reported, Span
from rashomon.stages.claims.statements.tree import Tree
from rashomon.stages.claims.statements.whose import closes, source_run, speaker_beside, speaker_of, with_role_before


def verb_cues(tree: Tree, cues: Cues) -> Iterator[Reported]:
    """Every verb of the sentence that reports."""
    for i, token in enumerate(tree.tokens):
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass", "amod"):
            continue
        found = _content(tree, i, cues)
        if found is not None:
            yield _reported(tree, i, found, cues)
        elif tree.before is not None and opens_sentence(tree, i, cues):
            yield replace(_reported(tree, i, ("speech", [], None), cues), contents=(tree.before,))


def _reported(tree: Tree, i: int, found: Content, cues: Cues) -> Reported:
    act, runs, particle = found
    lemma = tree.tokens[i].lemma
    source_head = speaker_beside(tree, i, runs) or speaker_of(tree, i)
    if source_head is None and runs and runs[0] and closes(tree, i, runs):
        source_head = noun_before(tree, i)
    source = source_run(tree, source_head, i, runs) if source_head is not None else None
    if source is not None:
        source, runs = with_role_before(tree, source, runs)
    clausal = any(tree.tokens[k].dep in SUBJECTS + PASSIVE_SUBJECTS for run in runs for k in range(run[0], run[1] + 1))
    return Reported(
        tree=tree,
        head=i,
        cue=cue_span(tree, i, particle),
        contents=tuple(tree.span(*run) for run in runs),
        act=act,
        source=source,
        source_head=source_head if source else None,
        denied=lemma in cues.denials,
        vouches=act in ("speech", "belief") and (clausal or lemma in cues.vouching | cues.core | cues.toll_verbs),
    )


def _content(tree: Tree, i: int, cues: Cues) -> Content | None:
    for pattern in PATTERNS:
        found = pattern(tree, i, cues)
        if found is not None and found[1]:
            return found
    return None


def _passive(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "was announced by", "it was reported that", "is expected to"."""
    lemma = tree.tokens[i].lemma
    act = cues.act(lemma)
    if act is None or not is_passive(tree, i) or lemma == "suppose":  # "was supposed to leave": nobody says so
        return None
    subject = tree.child(i, *PASSIVE_SUBJECTS)
    complement = tree.child(i, "ccomp", "xcomp", "oprd")
    if tree.child(i, "agent") is None and complement is None and lemma not in cues.vouching:
        return None
    runs = []
    about = _told_of(tree, i) if complement is None and subject is not None and is_expletive(tree, subject) else None
    if about is not None:
        runs.append(about)
    if subject is not None and not is_expletive(tree, subject) and lemma not in cues.person:
        runs.append((tree.first[subject], min(tree.last[subject], i - 1)))
    if complement is not None:
        runs.append((tree.first[complement], tree.last[complement]))
    return act, [run for run in runs if run[0] <= run[1]], None


def _told_of(tree: Tree, i: int) -> Span | None:
    """ "It was reported about two wrecks": the wrecks."""
    about = next((k for k in tree.below[i] if k > i and tree.tokens[k].text.lower() in ("about", "of")), None)
    topic = tree.child(about, "pobj") if about is not None else None
    return (tree.first[topic], tree.last[topic]) if topic is not None else None


def _quoted_as(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "The agency quoted the mayor as saying that A": the agency's content is all behind its verb. "A, the agency quoted the
    mayor as saying", "A, the mayor was quoted as saying": it is before. ("Was quoted as saying that A" is told by "saying".)"""
    said = saying(tree, i) if tree.tokens[i].lemma in ("quote", "cite") else None
    if said is None:
        return None
    before = _before(tree, i)
    if before is not None and tree.child(said, "ccomp") is None:
        return "speech", [before], None
    quoted = tree.child(i, "dobj")
    if is_passive(tree, i) or quoted is None or quoted < i:
        return None
    return "speech", [(tree.first[quoted], tree.last[i])], None


def _before(tree: Tree, i: int) -> tuple[int, int] | None:
    """What stands before the verb and its subject: a quotation or a clause."""
    start, _ = frame(tree, i)
    passive = tree.child(i, *PASSIVE_SUBJECTS)
    start = start if passive is None else min(start, tree.first[passive])
    run = next((run for run in reversed(tree.quoted) if run[1] < i), None)
    if run is not None:
        return run[0], min(run[1], i - 1)
    clause = next((k for k in tree.below[i] if k < i and tree.tokens[k].dep in ("ccomp", "parataxis")), None)
    return (tree.first[clause], start - 1) if clause is not None and tree.first[clause] < start else None


def _small_clause(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "called the vote illegal", "described them as rebels"."""
    act = cues.small.get(tree.tokens[i].lemma)
    if act is None:
        return None
    objects = [k for k in tree.below[i] if k > i and tree.tokens[k].dep in ("dobj", "oprd", "ccomp", "xcomp")]
    as_phrase = next((k for k in tree.below[i] if k > i and tree.tokens[k].text.lower() in ("as", "to", "with")), None)
    judged = as_phrase is not None or len(objects) > 1 or any(tree.tokens[k].dep != "dobj" for k in objects)
    if not objects or not judged:
        return None
    last = max(tree.last[k] for k in [*objects, *([as_phrase] if as_phrase is not None else [])])
    return act, [(tree.first[objects[0]], last)], None


def _told_to(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "ordered shops to shut", "urged them to stay"."""
    act = cues.person.get(tree.tokens[i].lemma)
    act = "order" if act == "speech" and infinitive(tree, i) is not None else act
    complement = infinitive(tree, i) if act else None
    if act is None or complement is None:
        return None
    return (
        act,
        [(max(i + 1, min(tree.first[complement], object_first(tree, i, complement))), tree.last[complement])],
        None,
    )


def _to_do(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "hopes to stay", "refused to answer"."""
    act = cues.infinitive.get(tree.tokens[i].lemma)
    complement = infinitive(tree, i) if act else None
    if act is None or complement is None or tree.first[complement] <= i:
        return None
    return act, [(tree.first[complement], tree.last[complement])], None


def _preposition(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "called for talks", "pointed to the vote"."""
    lemma = tree.tokens[i].lemma
    for k in tree.below[i]:
        word = tree.tokens[k].text.lower()
        act = (
            cues.prepositions.get((lemma, word)) if k > i and tree.tokens[k].dep in ("prep", "prt", "advmod") else None
        )
        if act is None:
            continue
        whom = tree.child(i, "dobj")
        if whom is not None and i < whom < k:
            return act, [(tree.first[whom], max(tree.last[k], tree.last[whom]))], None
        if tree.below[k]:
            return act, [(k + 1, tree.last[k])] if tree.last[k] > k else [], k
        rest = tree.child(i, "dobj", "ccomp", "xcomp", "prep")
        if rest is not None and rest > k:
            return act, [(tree.first[rest], tree.last[rest])], k
    return None


PATTERNS: tuple[Callable[[Tree, int, Cues], Content | None], ...] = (
    as_noted, after_quotation, _quoted_as, _passive, _small_clause, _told_to, appealed, _to_do, made_clear, clause, beside_quotation,
    sentence_before, _preposition, toll, counted, shown, spoken_object,
)  # fmt: skip
