"""Reports as pieces: two levels of rows, reports of sentences of pieces."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from stream.ragged import cuts_of, spread


@dataclass(frozen=True)
class Texts:
    """Bodies without their outlets' standing lines. For each piece: `pieces`. For each sentence: `sizes` (pieces), `root` (the sentence as it
    was first written anywhere; copies and edits keep it), `opens` (a paragraph), `start` and `end` (characters in the report's text, half-open; -1
    until it is set). For each report: `counts` (sentences), `number` (in the stream), `depth` (copies in a row), `minute`, `outlet`, `event`."""

    pieces: np.ndarray
    sizes: np.ndarray
    root: np.ndarray
    opens: np.ndarray
    start: np.ndarray
    end: np.ndarray
    counts: np.ndarray
    number: np.ndarray
    depth: np.ndarray
    minute: np.ndarray
    outlet: np.ndarray
    event: np.ndarray

    @property
    def first(self) -> np.ndarray:
        """Each report's first sentence."""
        return cuts_of(self.counts)[:-1]

    @property
    def report(self) -> np.ndarray:
        """The report (by place) of each sentence."""
        return np.repeat(np.arange(len(self.counts)), self.counts)


def joined(texts: Sequence[Texts]) -> Texts:
    """One after another."""
    return Texts(**{f.name: np.concatenate([getattr(each, f.name) for each in texts]) for f in fields(Texts)})


def selected(texts: Texts, reports: np.ndarray) -> Texts:
    """Some of the reports, in the order given."""
    chosen = spread(texts.first[reports], texts.counts[reports])
    return Texts(
        pieces=texts.pieces[spread(cuts_of(texts.sizes)[:-1][chosen], texts.sizes[chosen])],
        **{name: getattr(texts, name)[chosen] for name in ("sizes", "root", "opens", "start", "end")},
        **{name: getattr(texts, name)[reports] for name in ("counts", "number", "depth", "minute", "outlet", "event")},
    )
