"""A line of a page, as the rules that know furniture look at it."""

import re
from functools import cached_property

from rashomon.stages.intake.marks import lowered, marks, trimmed
from rashomon.text.dates.monthnames import Day, find_day

_STOPS = frozenset(".!?…。！？")
_CLOSING = "\"'”’»)]"
_WORD = re.compile(r"\w+")
_PROSE_WORDS = 9
_OF_PROSE = re.compile(rf"\W*+(?:\w++\W++){{{_PROSE_WORDS - 1}}}+\w")


class Line:
    """A line without a break in it, and its views. `low`: without case and doubled white space; `folded`: without edges of punctuation
    too, the form of the phrases in `marks`; `alone`: the kind of furniture that the whole line is a mark of. The others are made when a
    rule first asks for them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = lowered(text)
        self.folded = trimmed(self.low)
        self.alone = marks().alone.get(self.folded)

    @property
    def ends_sentence(self) -> bool:
        """A stop at its end, quotation marks and brackets aside."""
        return self.text.rstrip(_CLOSING)[-1:] in _STOPS

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads as a sentence or more."""
        return self.ends_sentence and _OF_PROSE.match(self.text) is not None

    @cached_property
    def day(self) -> Day | None:
        """The first full day that is written in it."""
        return find_day(self.text)

    def __len__(self) -> int:
        return len(self.text)


def count_words(text: str) -> int:
    return len(_WORD.findall(text))
