"""What BERTopic does (Grootendorst 2022): a vector of each text's meaning, UMAP to five columns, HDBSCAN.

The vectors are the means of spaCy's word vectors (en_core_web_md), which the project has at hand.
"""

import importlib
from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np

from grouping.way import Choice
from grouping.words import DENSE, dense, whole
from rashomon.model.report import Report
from rashomon.stages.reading import installed_model


class Meaning:
    """Vectors, UMAP as BERTopic sets it (15 neighbours, 5 columns, cosine), HDBSCAN. It knows no time."""

    choices = DENSE
    most = 100_000
    first = 4_200  # from 4,096 on UMAP looks for neighbours in another way, which is compiled too

    def __init__(self) -> None:
        self.work: dict[str, float] = {}

    def prepare(self, reports: Sequence[Report]) -> None:
        from umap import UMAP

        self._ids = [report.id for report in reports]
        vectors = self.vectors([whole(report) for report in reports])
        small = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=1, n_jobs=1)
        self._small = small.fit_transform(vectors)

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Means of word vectors, a row for each text."""
        model = _model()
        return np.stack([model.make_doc(text).vector for text in texts])

    def groups(self, choice: Choice) -> dict[str, Hashable]:
        labels = dense(self._small, "euclidean", choice)
        return {id: int(label) if label >= 0 else id for id, label in zip(self._ids, labels, strict=True)}


def _model() -> Any:
    """The language model as it is shipped, in spaCy's own hands."""
    import spacy

    package = importlib.import_module(installed_model()[0].package)
    return spacy.load(package.model_path()) if hasattr(package, "model_path") else package.load()
