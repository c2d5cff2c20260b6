"""One reporting cue of a sentence, with the words that it reports and whose they are: the shape that all patterns yield."""

from dataclasses import dataclass

from rashomon.stages.claims.statements.tree import Tree

Span = tuple[int, int]
Content = tuple[str, list[Span], int | None]
"""What a pattern finds: the act, token runs (both ends inclusive), and the preposition or particle that belongs to the cue."""


@dataclass(frozen=True)
class Reported:
    """`head` is the cue's token, `cue` its words; `source` the tokens of who says it, first and last inclusive, with its
    head in `source_head`; `contents` what is reported, in pieces. Spans are report offsets.

    `vouches`: what the content says rests on the source's word (a decision or a wish rests on the report's own).
    """

    tree: Tree
    head: int
    cue: Span
    contents: tuple[Span, ...]
    act: str
    source: Span | None = None
    source_head: int | None = None
    denied: bool = False
    vouches: bool = True
