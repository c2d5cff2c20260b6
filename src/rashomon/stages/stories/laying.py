"""The postings of many reports at once."""

from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rashomon.stages.stories.cards import Cards

    Numbers = NDArray[Any]


class Laid(NamedTuple):
    """The reports that have word `i` are `who[starts[i]:starts[i + 1]]`, in order of days; `day` is that of each report."""

    starts: "Numbers"
    who: "Numbers"
    day: "Numbers"


def laid(cards: "Cards", reports: "array[int]") -> Laid:
    """Of the reports of these numbers."""
    import numpy as np

    from rashomon.stages.stories.cards import column
    from rashomon.stages.stories.weighing import spread

    number, starts, day = column(reports), column(cards.starts), column(cards.day).copy()
    number = number[np.argsort(day[number], kind="stable")]
    counts = np.diff(starts)[number]
    key = column(cards.words)[spread(starts[number], counts)].astype(np.int64) << 32
    key |= np.repeat(np.arange(len(number)), counts)
    key.sort()
    ends = np.searchsorted(key, np.arange(len(cards.vocabulary.words) + 1, dtype=np.int64) << 32)
    return Laid(ends, number[key & 0xFFFFFFFF].astype(np.int32), day)
