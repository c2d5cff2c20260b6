"""A cheap look at a tagged sentence: whether there can be anything in it that needs the parser.

A sentence without a verb, a name, a number or a quotation mark, and without one of the words that claims are read from, tells nothing
that could be attributed, counted or dated: "Related articles", "More from the newsroom", "A quiet harbour town". It keeps its
words, tags and names, and goes unparsed.
"""

from collections.abc import Iterable

# Penn Treebank: verbs, modals, names, numbers, pronouns (who is meant hangs on the parse), quotation marks, foreign and other words.
_TELLING = ("VB", "MD", "NNP", "CD", "PRP", "WP", "EX", "``", "''", "FW", "XX", "ADD", "$")
_MARKS = frozenset("\"'“”„‟«»‹›‘’")


class Look:
    """`words`: lower-case words any of which is reason to parse, in the forms in which they stand in a text. A sentence is parsed
    where one of its words or tags tells something."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)

    def word_tells(self, word: str) -> bool:
        if word.lower() in self._words or not word.isascii():
            return True
        return not word.isalpha() and any(c.isdigit() or c in _MARKS for c in word)

    @staticmethod
    def tag_tells(tag: str) -> bool:
        return tag.startswith(_TELLING)
