"""What is said as a clause: "said that A", "A, she said, B", "A, as she noted"."""

from rashomon.stages.claims.statements.cues import Cues
from rashomon.stages.claims.statements.frame import SUBJECTS, frame, has_word, is_finite, is_passive, opens_clause
from rashomon.stages.claims.statements.hops import quoting_verb
from rashomon.stages.claims.statements.reported import Content
from rashomon.stages.claims.statements.tree import Tree


def clause(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "said that A", "A, she said", "A, she said, B"."""
    act = cues.clause.get(tree.tokens[i].lemma)
    if act is None or is_passive(tree, i):
        return None
    content = next(
        (
            k
            for k in tree.below[i]
            if tree.tokens[k].dep == "ccomp" or (tree.tokens[k].dep == "xcomp" and is_finite(tree, k))
        ),
        None,
    )
    if content is None:
        run = _that_clause_astray(tree, i)
        return (act, [run], None) if run is not None else _aside(tree, i, act)
    start, end = frame(tree, i)
    if tree.first[content] > i:
        runs = [(max(tree.first[content], i + 1), tree.last[content])]
    else:
        whole = tree.tokens[i].dep in ("ROOT", "ccomp") or end >= len(tree.tokens) - 2
        left = 0 if whole and not opens_clause(tree, i) else tree.first[content]
        runs = [(left, start - 1)]
        if tree.last[content] > end:
            runs.append((end + 1, tree.last[content]))
    return act, [run for run in runs if run[0] <= run[1]], None


def _that_clause_astray(tree: Tree, i: int) -> tuple[int, int] | None:
    """ "reported, citing B, *that A*": the clause, where the parser hung it on "citing" or over "saying"."""
    near = [k for k in tree.below[i] if tree.tokens[k].lemma in ("cite", "quote")]
    quoting = quoting_verb(tree, i)
    near += [] if quoting in (None, i) else [quoting]
    for over in near:
        for k in tree.below[over or 0]:
            marks = [m for m in tree.below[k] if tree.tokens[m].dep == "mark" and tree.tokens[m].text.lower() == "that"]
            if marks and marks[0] > i and tree.tokens[marks[0] - 1].text == ",":
                return marks[0], tree.last[k]
    return None


def _aside(tree: Tree, i: int, act: str) -> Content | None:
    """ "A, she said, B" read as a parenthesis, or "A, the paper reported" as a second clause beside A."""
    start, end = frame(tree, i)
    head = tree.tokens[i].head
    if _beside_content(tree, i, start):
        return act, [(tree.first[head], start - 1)], None
    if tree.tokens[i].dep != "parataxis":
        return None
    runs = [(tree.first[head], start - 1), (end + 1, tree.last[head])]
    return act, [run for run in runs if run[0] <= run[1] and has_word(tree, run)], None


def _beside_content(tree: Tree, i: int, start: int) -> bool:
    """Whether the verb closes what it reports: joined to the clause before it by a comma alone, with a subject and no object."""
    head = tree.tokens[i].head
    return (
        tree.tokens[i].dep == "conj"
        and head < start
        and tree.tokens[start - 1].text == ","
        and tree.tokens[head].pos in ("VERB", "AUX")
        and tree.child(head, "cc") is None
        and tree.child(i, *SUBJECTS) is not None
        and tree.child(i, "dobj", "xcomp") is None
    )


def as_noted(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "As she noted, A", "A, as she noted": all of the sentence but the clause with "as"."""
    act = cues.clause.get(tree.tokens[i].lemma)
    mark = next(
        (k for k in tree.below[i] if k < i and tree.tokens[k].text.lower() == "as" and tree.tokens[k].dep == "mark"),
        None,
    )
    if act is None or mark is None:
        return None
    start, end = frame(tree, i)
    start, end = min(mark, start), max(end, tree.last[i] if tree.child(i, "ccomp") is None else end)
    while end + 1 < len(tree.tokens) and "," not in (tree.tokens[end].text, tree.tokens[end + 1].text) and start == 0:
        end += 1
    runs = [(0, start - 1), (end + 1, len(tree.tokens) - 1)]
    return act, [run for run in runs if run[0] <= run[1] and has_word(tree, run)], None
