"""The cards of many reports in columns: a report costs its words and its head, and no object for each of its words."""

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rashomon.stages.stories.card import Card, Gist, Head, Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Cards:
    """Cards by number, in the order in which they came; one that was taken out has no head. The words of report `i` are `words[starts[i]:starts[i + 1]]`, `flags` stand beside them,
    the days that it names are `told[told_starts[i]:told_starts[i + 1]]`."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self.heads: list[Head | None] = []
        self.day = array("i")
        self.starts = array("q", [0])
        self.words = array("i")
        self.flags = array("B")
        self.told_starts = array("q", [0])
        self.told = array("i")

    def __len__(self) -> int:
        return len(self.heads)

    def __getitem__(self, number: int) -> Card:
        first, last = self.starts[number], self.starts[number + 1]
        told = self.told[self.told_starts[number] : self.told_starts[number + 1]]
        return Card(
            self.head(number), self.day[number], self.words[first:last], self.flags[first:last].tobytes(), tuple(told)
        )

    def head(self, number: int) -> Head:
        found = self.heads[number]
        assert found is not None
        return found

    def id(self, number: int) -> str:
        return self.head(number).id

    def words_of(self, number: int) -> "array[int]":
        return self.words[self.starts[number] : self.starts[number + 1]]

    def append(self, gist: Gist) -> int:
        """Its number."""
        self.heads.append(gist.head)
        self.day.append(gist.day)
        self.words += self.vocabulary.numbered(gist.words)
        self.starts.append(len(self.words))
        self.flags.frombytes(gist.flags)
        self.told.extend(gist.told)
        self.told_starts.append(len(self.told))
        return len(self.heads) - 1

    def made(self, gist: Gist) -> Card:
        """The card of what becomes no part of these."""
        return Card(gist.head, gist.day, self.vocabulary.numbered(gist.words), gist.flags, gist.told)

    def same(self, number: int, gist: Gist) -> bool:
        return self[number] == self.made(gist)

    def chosen(self, numbers: "NDArray[Any]") -> "tuple[array[int], ...]":
        """The columns of some of the cards, in the order given, for `fill`."""
        import numpy as np

        from rashomon.stages.stories.weighing import spread

        columns = [array("i", column(self.day)[numbers].tobytes())]
        for starts, *many in ((self.starts, self.words, self.flags), (self.told_starts, self.told)):
            first, counts = column(starts)[numbers], np.diff(column(starts))[numbers]
            columns.append(array("q", np.concatenate([[0], np.cumsum(counts)]).astype("i8").tobytes()))
            columns += [array(some.typecode, column(some)[spread(first, counts)].tobytes()) for some in many]
        return tuple(columns)

    def fill(self, words: Iterable[str], heads: Iterable[Head], columns: Iterable[bytes]) -> None:
        """Empty ones with what `chosen` gave."""
        for word in words:
            self.vocabulary.numbered((word,))
        self.heads = list(heads)
        own = (self.day, self.starts, self.words, self.flags, self.told_starts, self.told)
        for each, body in zip(own, columns, strict=True):
            del each[:]
            each.frombytes(body)

    def remove(self, number: int) -> None:
        """Its words stay where they are until the index is kept and taken up again."""
        self.heads[number] = None


def column(numbers: "array[int]") -> "NDArray[Any]":
    """The column as numpy sees it; it must not grow meanwhile."""
    import numpy as np

    return np.frombuffer(numbers, dtype=numbers.typecode) if numbers else np.zeros(0, numbers.typecode)
