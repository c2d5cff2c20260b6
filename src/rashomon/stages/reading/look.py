"""A cheap look at a tagged sentence: whether there can be anything in it that needs the parser.

A sentence without a verb, a name, a number or a quotation mark, and without one of the words that claims are read from, tells nothing
that could be attributed, counted or dated: "Related articles", "More from the newsroom", "A quiet harbour town". It keeps its
words, tags and names, and goes unparsed.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Penn Treebank: verbs, modals, names, numbers, pronouns (who is meant hangs on the parse), quotation marks, foreign and other words.
_TELLING = ("VB", "MD", "NNP", "CD", "PRP", "WP", "EX", "``", "''", "FW", "XX", "ADD", "$")
_MARKS = frozenset("\"'“”„‟«»‹›‘’")


class Look:
    """`words`: lower-case words any of which is reason to parse, in the forms in which they stand in a text."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)

    def sees(self, document: "Doc") -> bool:
        """Whether the sentence, which is tagged, is to be parsed."""
        for token in document:
            if token.tag_.startswith(_TELLING) or token.lower_ in self._words:
                return True
            if not token.text.isascii() or any(c.isdigit() or c in _MARKS for c in token.text):
                return True
        return False
