"""Our index, as the lineage stage uses it: sentences as columns, pairs that meet in one, and the sentences of each pair face to face."""

import numpy as np

from rashomon.stages.lineage.index import Columns, Met, columns, joined, met
from reuse.ways import Found


class Ours:
    """Keeps the columns of all texts, and no text."""

    fast = False

    def __init__(self) -> None:
        self._parts: list[Columns] = []
        self._reports = 0

    def add(self, texts: list[str]) -> None:
        part = columns(texts, fast=self.fast)
        self._parts.append(part._replace(report=part.report + np.int32(self._reports)))
        self._reports += len(texts)

    def finish(self) -> None:
        self._held = joined(self._parts)
        self._parts.clear()
        self._met = met(self._held, fast=self.fast)

    def found(self) -> Found:
        held, result = self._held, self._met
        sentences = np.bincount(held.report, minlength=held.reports)
        work = {
            "sentences": len(held.hash),
            "words": int(held.words.sum()),
            "hashes": int(held.words.sum()) + held.slots.size + len(held.hash),
            "passages": len(result.left),
            "pairs looked at": len(result.a),
            "sentences face to face": int(sentences[result.a] @ sentences[result.b]),
        }
        return Found(np.stack([result.a, result.b], axis=1), _spans(result), work)


class Compiled(Ours):
    """The same by machine code, which is there (some half a second, the first time some ten) before the clock starts."""

    fast = True

    def __init__(self) -> None:
        super().__init__()
        from rashomon.stages.lineage.facing import face_to_face

        nobody = np.zeros(0, np.int64)
        face_to_face(columns(["Seven ferries left the harbour before dawn."], fast=True), nobody, nobody, 0.5)


def _spans(result: Met) -> np.ndarray:
    """Both sides of all passages, as `Found` has them."""
    pair = np.repeat(np.arange(len(result.a)), np.diff(result.first))
    here = np.column_stack([result.a[pair], result.b[pair], result.left])
    there = np.column_stack([result.b[pair], result.a[pair], result.right])
    return np.concatenate([here, there]).astype(np.int64)
