"""What a function makes of words, kept for a while: the words of news recur."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")

_MOST = 65_536  # words of one generation
_LONGEST = 40  # characters; of a longer word nothing is kept, so that no text fills the memory


class Kept(dict[str, Value]):
    """The values of `make`, by word: `map(kept.__getitem__, words)`. When it is full it is begun anew, and takes over from the
    generation before what is asked for again: the common words stay."""

    def __init__(self, make: Callable[[str], Value]) -> None:
        super().__init__()
        self._make = make
        self._before: dict[str, Value] = {}

    def __missing__(self, word: str) -> Value:
        if len(word) > _LONGEST:
            return self._make(word)
        if len(self) >= _MOST:
            self._before = dict(self)
            self.clear()
        value = self[word] = self._before[word] if word in self._before else self._make(word)
        return value
