"""Words that stand beside their speaker with no verb, or as a block of their own: "The army released the following statement:",
"VALE: The bridge is closed.", "Police: Two boats burned" above a report.
"""

import re
from collections.abc import Iterator, Sequence

from rashomon.stages.claims.statements.antecedents import PAPERS
from rashomon.stages.claims.statements.cues import Cues
from rashomon.stages.claims.statements.frame import cue_span, is_passive, subject_of
from rashomon.stages.claims.statements.reported import Reported, Span
from rashomon.stages.claims.statements.sources import source_type
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


def block_cues(
    tree: Tree, text: str, quoted: Sequence[Quotation], paragraphs: Sequence[Span], cues: Cues
) -> Iterator[Reported]:
    """What a sentence's speaker says in the block behind its colon, or behind his name."""
    yield from _behind_colon(tree, text, quoted, paragraphs, cues)
    yield from _named_line(tree, text, paragraphs)


def _behind_colon(
    tree: Tree, text: str, quoted: Sequence[Quotation], paragraphs: Sequence[Span], cues: Cues
) -> Iterator[Reported]:
    """The quotation that begins right behind the sentence; behind "the following statement:" else the next paragraph alone."""
    if not tree.sentence.reading.text.rstrip().endswith(":"):
        return
    given = gives_out(tree)
    found = given or _says(tree, cues)
    if found is None:
        return
    verb, subject = found
    end = tree.sentence.end
    block = next(((q.start, q.end) for q in quoted if q.start >= end and not text[end : q.start].strip()), None)
    if block is None and given is not None:
        block = next((one for one in paragraphs if one[0] >= end), None)
    if block is not None:
        yield Reported(
            tree, verb, cue_span(tree, verb), (block,), "speech", (tree.first[subject], tree.last[subject]), subject
        )


def _says(tree: Tree, cues: Cues) -> tuple[int, int] | None:
    """The sentence's own verb of saying, with its subject."""
    for i, token in enumerate(tree.tokens):
        if token.dep == "ROOT" and token.lemma in cues.core and not is_passive(tree, i):
            subject = subject_of(tree, i)
            return (i, subject) if subject is not None else None
    return None


# A speaker's name in capitals at the head of a paragraph, as transcripts have it.
_LINE = re.compile(r"(?:[A-Z][A-Z.'’-]{1,20} ?){1,4}(?=: )")
_LINES = re.compile(r"^" + _LINE.pattern, re.MULTILINE)
# "Police: Two boats burned" as headline.
_HEADLINE = re.compile(r"[A-Z][\w.'’ -]{1,40}(?=: [\w\"“'‘])")


def _named_line(tree: Tree, text: str, paragraphs: Sequence[Span]) -> Iterator[Reported]:
    """The paragraph behind "VALE: ", of a report that has more such lines; or the headline behind "Police: "."""
    start = tree.sentence.start
    around = next((one for one in paragraphs if one[0] <= start < one[1]), None)
    if around is None or text[around[0] : start].strip():
        return
    match = _LINE.match(text, start)
    if match is None or len(_LINES.findall(text)) < 2:
        match = _HEADLINE.match(text, start)
        whole = text[around[0] : around[1]].rstrip()
        if match is None or start > 2 or "\n" in whole or len(whole) > 160 or whole.endswith((".", ":")):
            return
        if source_type(match[0].split()[-1], match[0], match[0]) in (None, "document"):
            return
    colon = tree.sentence.token_at(match.end())
    if not colon or tree.tokens[colon].text != ":" or any(tree.tokens[k].pos in ("VERB", "AUX") for k in range(colon)):
        return
    content = (match.end() + 2, around[1])
    yield Reported(tree, colon, tree.sentence.span(colon, colon + 1), (content,), "speech", (0, colon - 1), colon - 1)
