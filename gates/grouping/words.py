"""TF-IDF of title and text (scikit-learn), and three ways to group by it.

Cosines are of L2-normed rows, so that a product of two is their likeness. Reports without a time stand last and lie close to all.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Any

import numpy as np

from grouping.way import FEW, Choice
from rashomon.model.report import Report

_BLOCK = 500  # reports whose likeness to all before them is worked out at once
_UNDATED = 10**7
# What may be chosen of HDBSCAN: the fewest reports of a group, the neighbours that make a place dense, and whether the smallest groups are taken.
DENSE: tuple[Choice, ...] = tuple(
    {"fewest": fewest, "samples": samples, "leaves": leaves}
    for fewest, samples, leaves in product((2, 3, 5, 10), (1, 2, 3), (0, 1))
)


class Words:
    """What the three have in common: vectors and days, in order of time."""

    choices: tuple[Choice, ...] = ()
    most = 20_000

    def __init__(self) -> None:
        self.work: dict[str, float] = {}

    def warm(self, reports: Sequence[Report]) -> None:
        self.prepare(reports[:FEW])
        self.groups(self.choices[0])

    def prepare(self, reports: Sequence[Report]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._days, self._ids = in_time(reports)
        texts = {report.id: whole(report) for report in reports}
        make = TfidfVectorizer(stop_words="english", sublinear_tf=True, dtype=np.float32)
        self._vectors = make.fit_transform([texts[id] for id in self._ids])

    def groups(self, choice: Choice) -> dict[str, Hashable]:
        raise NotImplementedError

    def _told(self, labels: Sequence[int] | np.ndarray) -> dict[str, Hashable]:
        """By report; one that is left over (-1) is a group of its own."""
        return {id: int(label) if label >= 0 else id for id, label in zip(self._ids, labels, strict=True)}


class OnePass(Words):
    """Each report in order of time joins the group of the last days to which its mean cosine is greatest, where that reaches the threshold, or starts one:
    the usual way with news that streams in (Allan et al. 1998)."""

    choices = tuple(
        {"cosine": at, "days": days} for at, days in product((0.05, 0.08, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3), (7, 14, 28))
    )
    most = 100_000

    def groups(self, choice: Choice) -> dict[str, Hashable]:
        label = np.full(len(self._ids), -1)
        size = np.zeros(len(self._ids))
        for row, others, cosines in self._before(choice["days"]):
            told = np.bincount(label[others], cosines) if len(others) else np.zeros(1)
            told /= np.maximum(size[: len(told)], 1)
            best = int(told.argmax())
            label[row] = best if told[best] >= choice["cosine"] else row
            size[label[row]] += 1
        return self._told(label)

    def _before(self, days: float) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
        """Of each report, the reports before it within so many days that share a word with it, and their cosines."""
        for start in range(0, len(self._ids), _BLOCK):
            end = min(start + _BLOCK, len(self._ids))
            lowest = int(np.searchsorted(self._days, _since(self._days[start], days)))
            like = (self._vectors[start:end] @ self._vectors[lowest:end].T).tocsr()
            for row in range(start, end):
                part = slice(like.indptr[row - start], like.indptr[row - start + 1])
                others, cosines = like.indices[part] + lowest, like.data[part]
                since = int(np.searchsorted(self._days, _since(self._days[row], days)))
                held = (others < row) & (others >= since)
                yield row, others[held], cosines[held]


class Tree(Words):
    """Groups joined from the likest on, while the mean cosine of their pairs reaches the threshold (scikit-learn's AgglomerativeClustering, average linkage). Pairs
    further apart than so many days are not like at all. All pairs stand in memory."""

    choices = tuple(
        {"cosine": at, "days": days} for at, days in product((0.05, 0.08, 0.1, 0.13, 0.16, 0.2, 0.25), (7, 14, 28))
    )

    def groups(self, choice: Choice) -> dict[str, Hashable]:
        from sklearn.cluster import AgglomerativeClustering

        far = 1 - (self._vectors @ self._vectors.T).toarray()
        dated = self._days < _UNDATED
        far[(np.abs(self._days[:, None] - self._days) > choice["days"]) & dated & dated[:, None]] = 1.0
        made = AgglomerativeClustering(
            None, metric="precomputed", linkage="average", distance_threshold=1 - choice["cosine"]
        )
        return self._told(made.fit(far).labels_)


class Dense(Words):
    """Dense places among the vectors (scikit-learn's HDBSCAN, cosine). It knows no time. All pairs stand in memory."""

    choices = DENSE

    def groups(self, choice: Choice) -> dict[str, Hashable]:
        return self._told(dense(self._vectors, "cosine", choice))


def dense(vectors: Any, metric: str, choice: Choice) -> np.ndarray:
    """HDBSCAN's labels; -1 for what lies in no dense place."""
    from sklearn.cluster import HDBSCAN

    made = HDBSCAN(
        min_cluster_size=int(choice["fewest"]),
        min_samples=int(choice["samples"]),
        cluster_selection_method="leaf" if choice["leaves"] else "eom",
        metric=metric,
        copy=True,
    )
    return np.asarray(made.fit(vectors).labels_)


def in_time(reports: Sequence[Report]) -> tuple[np.ndarray, list[str]]:
    """Days and ids of the reports in order of time."""
    order = sorted(reports, key=lambda report: (report.published is None, report.published or "", report.id))
    return np.array([_day(report) for report in order]), [report.id for report in order]


def whole(report: Report) -> str:
    return f"{report.title or ''}\n{report.text}"


def _day(report: Report) -> int:
    return date.fromisoformat(report.published[:10]).toordinal() if report.published else _UNDATED


def _since(day: int, days: float) -> float:
    """The first day that is near; an undated report lies near to all."""
    return day - days if day < _UNDATED else 0


WORDS: Mapping[str, type[Words]] = {
    "TF-IDF, one pass": OnePass,
    "TF-IDF, agglomerative": Tree,
    "TF-IDF, HDBSCAN": Dense,
}
