"""Words that follow a sentence as a block of their own: "The army released the following statement:"."""

from collections.abc import Iterator, Sequence

from rashomon.stages.claims.statements.frame import cue_span, subject_of
from rashomon.stages.claims.statements.reported import Reported, Span
from rashomon.stages.claims.statements.speakers import PAPERS
from rashomon.stages.claims.statements.tree import Tree
from rashomon.text.quotes import Quotation

_GIVES_OUT = frozenset("release issue publish post give make put send distribute circulate".split())
_PAPERS = PAPERS | {"letter", "message", "remark", "comment", "response", "reply"}


def gives_out(tree: Tree) -> tuple[int, int] | None:
    """The verb and subject of "the army released a statement"."""
    for i, token in enumerate(tree.tokens):
        given = tree.child(i, "dobj") if token.lemma in _GIVES_OUT and token.pos == "VERB" else None
        subject = subject_of(tree, i) if given is not None and tree.tokens[given].lemma in _PAPERS else None
        if subject is not None and not tree.in_quotation(i):
            return i, subject
    return None


def block_cues(tree: Tree, text: str, quoted: Sequence[Quotation], paragraphs: Sequence[Span]) -> Iterator[Reported]:
    """The statement whose words follow a sentence that ends with a colon: the quotation that begins there, else the next
    paragraph alone."""
    given = gives_out(tree)
    if given is None or not tree.sentence.reading.text.rstrip().endswith(":"):
        return
    verb, subject = given
    end = tree.sentence.end
    block = next(((q.start, q.end) for q in quoted if q.start >= end and not text[end : q.start].strip()), None)
    block = block or next((one for one in paragraphs if one[0] >= end), None)
    if block is not None:
        yield Reported(
            tree, verb, cue_span(tree, verb), (block,), "speech", (tree.first[subject], tree.last[subject]), subject
        )
