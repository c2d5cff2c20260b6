"""Contents that stand beside the reporting words rather than below them in the parse: quotations, and whole sentences."""

from rashomon.stages.claims.statements.cues import Cues
from rashomon.stages.claims.statements.frame import frame, is_passive, subject_of
from rashomon.stages.claims.statements.reported import Content, Span
from rashomon.stages.claims.statements.sources import source_type
from rashomon.stages.claims.statements.tree import Tree

# Tokens between a quotation and the verb that reports it: "the mayor of the small town on the border said".
_NEAR = 25
_NOMINAL = frozenset("NOUN PROPN ADJ DET NUM PART PUNCT VERB PRON".split())


def opens_sentence(tree: Tree, i: int, cues: Cues) -> bool:
    """A verb of saying that follows, with its speaker, a quotation that ended the sentence before: "“Why?” Vale asked"."""
    if cues.clause.get(tree.tokens[i].lemma) != "speech" or tree.tokens[i].dep != "ROOT" or is_passive(tree, i):
        return False
    return frame(tree, i)[0] == 0


def after_quotation(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "“A,” she said", "“A?” asked the mayor": a quotation that ends right before the reporting words, however it was parsed."""
    act = cues.clause.get(tree.tokens[i].lemma)
    if act != "speech" or tree.in_quotation(i) or is_passive(tree, i):
        return None
    run = quotation_before(tree, i)
    if run is None:
        return None
    runs = [(_content_start(tree, i, run), run[1])]
    later = next((k for k in tree.below[i] if tree.tokens[k].dep == "ccomp" and tree.first[k] > i), None)
    following = _quotation_after(tree, i)
    if following is not None:
        runs.append(following)
    elif later is not None:
        runs.append((tree.first[later], tree.last[later]))
    return act, runs, None


def _quotation_after(tree: Tree, i: int) -> Span | None:
    """The quotation that takes up again behind the reporting words and a comma: "“A,” she said, “B”"."""
    run = next((run for run in tree.quoted if run[0] > i), None)
    if run is None or run[0] - i > _NEAR or tree.tokens[run[0] - 1].text not in (",", ":", "—", "–"):
        return None
    return None if any(tree.tokens[k].pos == "VERB" for k in range(i + 1, run[0])) else run


def _content_start(tree: Tree, i: int, run: Span) -> int:
    """The content begins with its clause, where the clause begins before the quotation."""
    clause = next((k for k in tree.below[i] if tree.tokens[k].dep == "ccomp" and k < i), None)
    return run[0] if clause is None or clause > run[1] else min(run[0], tree.first[clause])


def quotation_before(tree: Tree, i: int) -> Span | None:
    """The quotation that ends with a stop right before the verb or its subject."""
    run = next((run for run in reversed(tree.quoted) if run[1] < i), None)
    if run is None or i - run[1] > _NEAR:
        return None
    tokens = tree.tokens
    stopped = {tokens[run[1] - 1].text[-1:], tokens[run[1]].text[-1:], tokens[run[1] + 1].text[:1]} & set(",.?!…—")
    between = range(run[1] + 1, i)
    if not stopped or any(tokens[k].pos == "VERB" and tokens[k].dep not in ("relcl", "acl", "amod") for k in between):
        return None
    return run


def sentence_before(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "A, the mayor told reporters.", "A said the mayor": a verb of saying that closes the sentence with its speaker, though the
    parser did not see that A is said (where commas are lost it seldom does)."""
    tokens = tree.tokens
    if tokens[i].lemma not in cues.core or tokens[i].tag not in ("VBD", "VBZ", "VBP") or is_passive(tree, i):
        return None
    subject = subject_of(tree, i)
    if (
        subject is None
        or tree.in_quotation(i)
        or tokens[subject].tag in ("WP", "WDT")
        or frame(tree, i)[1] < len(tokens) - 3
    ):
        return None
    start = min(i, phrase_start(tree, subject))
    if not any(tokens[k].pos in ("VERB", "AUX") and tokens[k].dep != "amod" for k in range(start)):
        return None
    return "speech", [(0, start - 1)], None


def beside_quotation(tree: Tree, i: int, cues: Cues) -> Content | None:
    """A verb of saying without a complement that the parser saw, in a sentence that quotes: the quotation beside it."""
    act = cues.clause.get(tree.tokens[i].lemma)
    if act != "speech" or tree.in_quotation(i):
        return None
    start, end = frame(tree, i)
    runs = [
        run for run in tree.quoted if (run[1] < start and start - run[1] <= 3) or (run[0] > end and run[0] - end <= 3)
    ]
    return (act, runs, None) if runs else None


def noun_before(tree: Tree, i: int) -> int | None:
    """The noun right before the verb, where its words name a source and the parser hung it elsewhere."""
    k = i - 1
    if k < 1 or tree.tokens[k].pos not in ("NOUN", "PROPN"):
        return None
    above = tree.tokens[tree.tokens[k].head]
    if (
        tree.tokens[k].dep == "pobj"
        and above.text.lower() in ("of", "for")
        and tree.tokens[above.head].pos in ("NOUN", "PROPN")
    ):
        k = above.head
    return k if tree.tokens[k].pos == "PROPN" or source_type(tree.tokens[k].text, "", "") is not None else None


def phrase_start(tree: Tree, head: int) -> int:
    """Where the noun phrase begins, without what the parser drew into it from before a comma or a verb."""
    start = head
    while start > 0 and not _ends_phrase(tree, start - 1) and tree.tokens[start - 1].pos in _NOMINAL:
        start -= 1
        if tree.tokens[start].dep == "det":
            break
    return start


def _ends_phrase(tree: Tree, k: int) -> bool:
    token = tree.tokens[k]
    return token.text in (",", ";") or (token.pos in ("VERB", "AUX", "ADP", "SCONJ") and token.dep != "amod")
