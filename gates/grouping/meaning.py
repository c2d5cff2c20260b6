"""What BERTopic does (Grootendorst 2022): a vector of each text's meaning, UMAP to five columns, HDBSCAN. Its defaults, but for the groups' least size."""

import importlib
from collections.abc import Callable, Hashable, Sequence
from typing import Any

import numpy as np

from grouping.minilm import MiniLM
from grouping.way import Choice
from grouping.words import DENSE, dense, whole
from rashomon.model.report import Report
from rashomon.stages.reading import installed_model

Vectors = Callable[[Sequence[str]], np.ndarray]
_FEW, _MANY = 100, 4_200  # from 4,096 rows on UMAP looks for neighbours in another way, which is compiled too


class Meaning:
    """UMAP as BERTopic sets it (15 neighbours, 5 columns, cosine), then HDBSCAN. It knows no time."""

    choices = DENSE
    most = 100_000

    def __init__(self) -> None:
        self.work: dict[str, float] = {}
        self._vectors = self.model()

    def model(self) -> Vectors:
        """What gives a row for each text: the mean of spaCy's word vectors (en_core_web_md), which the project has at hand."""
        model = _spacy()
        return lambda texts: np.stack([model.make_doc(text).vector for text in texts])

    def warm(self, reports: Sequence[Report]) -> None:
        rows = np.random.default_rng(1).random((_MANY if len(reports) >= _MANY else _FEW, 300), np.float32)
        self._vectors([whole(report) for report in reports[:5]])
        dense(_small(rows), "euclidean", self.choices[0])

    def prepare(self, reports: Sequence[Report]) -> None:
        self._ids = [report.id for report in reports]
        self._rows = _small(self._vectors([whole(report) for report in reports]))

    def groups(self, choice: Choice) -> dict[str, Hashable]:
        labels = dense(self._rows, "euclidean", choice)
        return {id: int(label) if label >= 0 else id for id, label in zip(self._ids, labels, strict=True)}


class Sentences(Meaning):
    """The same with BERTopic's own model, which sees the first 256 pieces of a text."""

    most = 1_500  # a tenth of a second a report, however many there are

    def model(self) -> Vectors:
        return MiniLM().vectors


def _small(vectors: np.ndarray) -> np.ndarray:
    from umap import UMAP

    made = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=1, n_jobs=1)
    found: np.ndarray = made.fit_transform(vectors)
    return found


def _spacy() -> Any:
    """The language model as it is shipped, in spaCy's own hands."""
    import spacy

    package = importlib.import_module(installed_model()[0].package)
    return spacy.load(package.model_path()) if hasattr(package, "model_path") else package.load()
