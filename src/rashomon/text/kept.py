"""What a function makes of words, kept for a while: the words of news recur."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")

_MOST = 65_536  # words
_LONGEST = 40  # characters; of a longer word nothing is kept, so that no text fills the memory


class Kept(dict[str, Value]):
    """The values of `make`, by word: `map(kept.__getitem__, words)`. Begun anew when it is full."""

    def __init__(self, make: Callable[[str], Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> Value:
        value = self._make(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = value
        return value
