"""The clause of a reporting verb: its subject, its cue words, and the frame that they make without what is reported."""

from rashomon.stages.claims.statements.reported import Span
from rashomon.stages.claims.statements.sources import source_type
from rashomon.stages.claims.statements.tree import Tree

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_FRAME = frozenset("dobj dative prep npadvmod advmod prt agent oprd advcl".split())


def subject_of(tree: Tree, i: int) -> int | None:
    """The verb's subject; of two, the one behind it ("A said the mayor", where the parser took a noun of A for one too), else
    the one nearest to it ("have killed 21 villagers a monitor said")."""
    found = [k for k in tree.below[i] if tree.tokens[k].dep in SUBJECTS]
    behind = [k for k in found if k > i]
    if tree.tokens[i].lemma == "say":  # nobody "says the mayor": he is the one who says
        behind += [k for k in tree.below[i] if k > i and tree.tokens[k].dep == "dobj" and names_source(tree, k)]
    if len(found) > 1 and not behind and _explains(tree, found[-2], found[-1]):
        return found[-2]
    return next(iter(behind or reversed(found)), None)


def _explains(tree: Tree, named: int, noun: int) -> bool:
    """ "The Ostmark Monitor a rebel group gave": an apposition whose commas are lost."""
    behind = tree.last[named] + 1
    return tree.tokens[named].text[:1].isupper() and behind < noun and tree.tokens[behind].text.lower() in ("a", "an")


def frame(tree: Tree, i: int) -> Span:
    """First and last token of the reporting words without the reported ones: "she told reporters on Monday"."""
    subject = subject_of(tree, i)
    start = end = i
    for k in tree.below[i]:
        dep = tree.tokens[k].dep
        if dep in ("aux", "auxpass", "neg", "advmod") and k < i and _adjoins(tree, k, i):
            start = min(start, tree.first[k])
        if dep in _FRAME and k > i:
            if any(tree.tokens[m].text == "," for m in range(end + 1, tree.first[k])):
                break
            end = max(end, tree.last[k])
    if subject is not None:
        start = min(start, tree.first[subject]) if subject < i else start
        end = max(end, tree.last[subject]) if subject > i else end
    return start, end


def cue_span(tree: Tree, i: int, particle: int | None = None) -> Span:
    """Report offsets of the verb with its auxiliaries and adverbs before it, and its particle behind it."""
    first = last = i
    helpers = {
        k for k in tree.below[i] if tree.tokens[k].dep in ("aux", "auxpass", "neg", "advmod") and not tree.below[k]
    }
    while first - 1 in helpers:
        first -= 1
    if particle is not None:
        last = particle
    else:
        particle = tree.child(i, "prt")
        last = particle if particle == i + 1 else i
    return tree.sentence.span(first, last + 1)


def is_passive(tree: Tree, i: int) -> bool:
    if tree.child(i, "nsubjpass", "auxpass", "csubjpass", "agent") is not None:
        return True
    token = tree.tokens[i]
    return token.tag == "VBN" and (
        token.dep == "acl" or (token.dep == "advcl" and tree.child(i, "aux", "nsubj") is None)
    )


def names_source(tree: Tree, k: int) -> bool:
    """A proper name, or a noun for somebody who can speak."""
    token = tree.tokens[k]
    return token.pos == "PROPN" or (token.pos == "NOUN" and source_type(token.text, "", "") not in (None, "document"))


def _adjoins(tree: Tree, k: int, i: int) -> bool:
    return all(tree.tokens[m].head == i or m == k for m in range(tree.first[k], i))


def is_expletive(tree: Tree, i: int) -> bool:
    return tree.tokens[i].text.lower() in ("it", "there") and is_passive(tree, tree.tokens[i].head)


def has_word(tree: Tree, run: Span) -> bool:
    return any(tree.tokens[k].text[:1].isalnum() for k in range(run[0], run[1] + 1))


def infinitive(tree: Tree, i: int) -> int | None:
    return next(
        (k for k in tree.below[i] if tree.tokens[k].dep in ("xcomp", "ccomp", "advcl") and _has_to(tree, k)), None
    )


def _has_to(tree: Tree, i: int) -> bool:
    return any(tree.tokens[k].tag == "TO" for k in tree.below[i])


def object_first(tree: Tree, i: int, complement: int) -> int:
    found = [tree.first[k] for k in tree.below[i] if i < k < complement and tree.tokens[k].dep in ("dobj", "dative")]
    return min(found, default=complement)


def is_finite(tree: Tree, i: int) -> bool:
    return subject_of(tree, i) is not None


def opens_clause(tree: Tree, i: int) -> bool:
    """Whether the verb's own clause begins before the reported words ("when asked, A", "and that B, he said")."""
    return any(tree.tokens[k].dep in ("mark",) and k < i for k in tree.below[i])


def saying(tree: Tree, i: int) -> int | None:
    """The verb behind "as" in "quoted X as saying"."""
    as_ = next((k for k in tree.below[i] if k > i and tree.tokens[k].text.lower() == "as"), None)
    return tree.child(as_, "pcomp") if as_ is not None else None
