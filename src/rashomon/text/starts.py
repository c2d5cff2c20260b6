"""Where in a text a grammar need be tried at all: one cheap pass that spares the dear one most positions."""

import re
from collections.abc import Iterator, Set

_WORD = re.compile(r"[^\W\d_]+|\d+|[$€£¥₽₸₴₹'’]")


def likely_starts(text: str, first_words: Set[str]) -> Iterator[int]:
    """Offsets of the words that are among `first_words` (lower case), and of all runs of digits and signs."""
    for match in _WORD.finditer(text):
        word = match.group()
        if not word.isalpha() or word.lower() in first_words:
            yield match.start()
