"""What is known of a stream, and how a way's pairs and spans stand to it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from stream import WAYS, Block
from stream.ragged import cuts_of, spread


@dataclass(frozen=True)
class Truth:
    """Copies: `derived`, `origin`, `way`. Sentences of all reports, in order of reports: `cuts` (a report's are `[cuts[i], cuts[i + 1])`), `root`,
    `span` (from its first word to behind its last). Two reports share text where they share a root; outlets' lines have none."""

    derived: np.ndarray
    origin: np.ndarray
    way: np.ndarray
    cuts: np.ndarray
    root: np.ndarray
    span: np.ndarray

    @property
    def reports(self) -> int:
        return len(self.cuts) - 1


class Known:
    """Takes what is known of each block as it goes by, and lets the texts go."""

    def __init__(self) -> None:
        self._parts: list[tuple[np.ndarray, ...]] = []
        self.bytes = 0

    def add(self, block: Block) -> None:
        self._parts.append((block.derived, block.origin, block.way, block.report, block.root, word_spans(block)))
        self.bytes += sum(len(text.encode()) for text in block.texts)

    def truth(self) -> Truth:
        derived, origin, way, report, root, span = (np.concatenate(each) for each in zip(*self._parts, strict=True))
        return Truth(derived, origin, way, cuts_of(np.bincount(report)), root, span)


def word_spans(block: Block) -> np.ndarray:
    """The sentences' spans without the marks before the first and behind the last word: no way need find those."""
    found = []
    for report, (start, end) in zip((block.report - block.first).tolist(), block.span.tolist(), strict=True):
        words = block.texts[report][start:end]
        found.append((start + len(words) - len(words.lstrip('"')), end - len(words) + len(words.rstrip('.,"'))))
    return np.array(found, np.int64)


def known(blocks: Iterable[Block]) -> tuple[Truth, int]:
    """The truth of all blocks, and the bytes of their texts."""
    collected = Known()
    for block in blocks:
        collected.add(block)
    return collected.truth(), collected.bytes


def recalls(truth: Truth, pairs: np.ndarray) -> dict[str, float]:
    """For each way of making, the share of (copy, origin) that stands among the pairs."""
    keys = np.unique(_keys(pairs[:, 0], pairs[:, 1]))
    hit = np.isin(_keys(truth.derived, truth.origin), keys)
    found = {way: float(hit[truth.way == i].mean()) for i, way in enumerate(WAYS) if (truth.way == i).any()}
    return found | {"all copies": float(hit.mean())}


def precision(truth: Truth, pairs: np.ndarray) -> float:
    """The share of the pairs that have a sentence of one root."""
    if not len(pairs):
        return 1.0
    return float((shared_sentences(truth, pairs[:, 0], pairs[:, 1]) > 0).mean())


def span_figures(truth: Truth, spans: np.ndarray) -> dict[str, float]:
    """Characters of copies and of their origins, for each way of making. Recall: of what the two share in truth, how much lies in a span
    given for the two. Precision: of the spans given for the two, how much lies in a sentence that they share."""
    chosen = {way: truth.way == i for i, way in enumerate(WAYS)} | {"all copies": truth.way >= 0}
    figures = {}
    for way, rows in chosen.items():
        if rows.any():
            recall, correct = _span_figures(truth, truth.derived[rows], truth.origin[rows], spans)
            figures[f"span recall of {way}"] = recall
    return figures | {"span precision": correct}


def _span_figures(truth: Truth, derived: np.ndarray, origin: np.ndarray, spans: np.ndarray) -> tuple[float, float]:
    a, b = np.concatenate([derived, origin]), np.concatenate([origin, derived])
    wanted = _union(*_true_spans(truth, a, b))
    given_keys = spans[:, 0] << 32 | spans[:, 1]
    chosen = np.isin(given_keys, np.unique(a << 32 | b))
    given = _union(given_keys[chosen], spans[chosen, 2], spans[chosen, 3])
    together = _union(*(np.concatenate(each) for each in zip(wanted, given, strict=True)))
    met = _size(*wanted) + _size(*given) - _size(*together)
    return met / max(1, _size(*wanted)), met / max(1, _size(*given))


def _true_spans(truth: Truth, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Key of the pair, start and end of each sentence of a that b has as well."""
    sentence, of = _sentences(truth, a)
    has = _holds(truth, b[of], truth.root[sentence])
    span = truth.span[sentence[has]]
    return (a << 32 | b)[of[has]], span[:, 0], span[:, 1]


def shared_sentences(truth: Truth, a: np.ndarray, b: np.ndarray, batch: int = 500_000) -> np.ndarray:
    """For each pair how many sentences of a stand in b."""
    counts = [np.zeros(0, np.int64)]
    for first in range(0, len(a), batch):
        part = slice(first, first + batch)
        sentence, of = _sentences(truth, a[part])
        counts.append(np.bincount(of, _holds(truth, b[part][of], truth.root[sentence]), len(a[part])).astype(np.int64))
    return np.concatenate(counts)


def _sentences(truth: Truth, reports: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The sentences of each report, and the place of the report in `reports`."""
    counts = np.diff(truth.cuts)[reports]
    return spread(truth.cuts[reports], counts), np.repeat(np.arange(len(reports)), counts)


def _holds(truth: Truth, report: np.ndarray, root: np.ndarray) -> np.ndarray:
    """Does the report have a sentence of the root?"""
    owner = np.repeat(np.arange(truth.reports), np.diff(truth.cuts))
    held = np.sort(owner << 32 | truth.root)
    key = report << 32 | root
    place = np.searchsorted(held, key).clip(max=len(held) - 1)
    return np.asarray(held[place] == key)


def _keys(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    found: np.ndarray = np.minimum(a, b).astype(np.int64) << 32 | np.maximum(a, b).astype(np.int64)
    return found


def _union(key: np.ndarray, start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Spans of one key that meet, made one."""
    order = np.lexsort((start, key))
    key, start, end = key[order], start[order], end[order]
    if not len(key):
        return key, start, end
    group = np.cumsum(np.append(True, key[1:] != key[:-1])) - 1
    wide = int(end.max()) + 1
    reach = np.maximum.accumulate(end + group * wide) - group * wide  # the farthest end so far within the key
    new = np.append(True, (key[1:] != key[:-1]) | (start[1:] > reach[:-1]))
    first = np.flatnonzero(new)
    return key[first], start[first], np.maximum.reduceat(end, first)


def _size(key: np.ndarray, start: np.ndarray, end: np.ndarray) -> int:
    return int((end - start).sum())
