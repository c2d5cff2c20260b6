"""What is said as an object or a complement of its own: "put the toll at 16", "the poll showed a lead", "made it clear that A"."""

from rashomon.stages.claims.statements.cues import Cues
from rashomon.stages.claims.statements.frame import infinitive, is_passive, names_source, subject_of
from rashomon.stages.claims.statements.reported import Content
from rashomon.stages.claims.statements.sources import source_type
from rashomon.stages.claims.statements.tree import Tree

_CLEAR = frozenset("clear plain known public".split())
_APPEALS = frozenset("appeal plead turn".split())


def made_clear(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "made clear that A", "has made it plain that A": the clause, wherever the parser hung it."""
    if tree.tokens[i].lemma != "make":
        return None
    judged = next((k for k in range(i + 1, min(i + 4, len(tree.tokens))) if tree.tokens[k].lemma in _CLEAR), None)
    if judged is None:
        return None
    clauses = [k for at in (i, judged) for k in tree.below[at] if k > judged and _tells(tree, k)]
    runs = [(max(judged + 1, tree.first[k]), tree.last[k]) for k in clauses]
    return ("speech", runs[:1], judged) if runs else None


def _tells(tree: Tree, k: int) -> bool:
    marks = {tree.tokens[m].text.lower() for m in tree.below[k] if tree.tokens[m].dep == "mark"}
    return tree.tokens[k].dep == "ccomp" or (tree.tokens[k].dep == "advcl" and "that" in marks)


def appealed(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "appealed to the council to send divers": what is asked for, not who is asked."""
    if tree.tokens[i].lemma not in _APPEALS:
        return None
    to = next(
        (k for k in tree.below[i] if k > i and tree.tokens[k].text.lower() == "to" and tree.tokens[k].dep == "prep"),
        None,
    )
    asked = infinitive(tree, i)
    return None if to is None or asked is None else ("order", [(tree.first[asked], tree.last[asked])], None)


def shown(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "The survey showed a narrow lead": a paper, a picture or a count speaks by showing."""
    subject, content = subject_of(tree, i), tree.child(i, "dobj")
    if tree.tokens[i].lemma not in cues.shows or subject is None or content is None or content < i:
        return None
    words = " ".join(tree.tokens[k].text for k in range(tree.first[subject], subject + 1))
    if source_type(tree.tokens[subject].text, words, "") != "document":
        return None
    return "speech", [(tree.first[content], tree.last[content])], None


def toll(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "put the toll at 16", "gave a figure of 31": the number is the source's."""
    content = tree.child(i, "dobj")
    if tree.tokens[i].lemma not in cues.toll_verbs or content is None or content < i:
        return None
    if tree.tokens[content].lemma not in cues.toll_nouns:
        return None
    at = next(
        (k for k in tree.below[i] if k > content and tree.tokens[k].text.lower() in ("at", "to", "from")), content
    )
    return "speech", [(tree.first[content], max(tree.last[content], tree.last[at]))], None


def counted(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "The police had counted two wrecks", "with the council recording 44 fires": a source that counts, and a number."""
    content = tree.child(i, "dobj")
    if tree.tokens[i].lemma not in cues.counting or content is None or content < i or is_passive(tree, i):
        return None
    subject = subject_of(tree, i)
    if subject is None or tree.child(content, "nummod") is None or not names_source(tree, subject):
        return None
    return "speech", [(tree.first[content], tree.last[content])], None


def spoken_object(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "reported 12 deaths", "praised the plan"; "said no" for the plainest verbs."""
    lemma = tree.tokens[i].lemma
    act = cues.object.get(lemma) or ("speech" if lemma in cues.core else None)
    content = tree.child(i, "dobj")
    if act is None or content is None or content < i or is_passive(tree, i):
        return None
    if lemma in ("tell", "ask", "warn", "remind", "inform", "assure") or (
        tree.tokens[content].tag == "PRP" and lemma in cues.core
    ):
        return None
    return act, [(tree.first[content], tree.last[content])], None
