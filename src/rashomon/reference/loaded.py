"""Words that judge whom or what they name: `data/loaded.txt`."""

import re
from functools import cache
from importlib.resources import files


def loaded(text: str) -> bool:
    """Whether a wording has such a word in it, as a whole word, in any case."""
    return judges(text) is not None


def judges(text: str) -> str | None:
    """How the first such word of a wording judges: `group`, `legitimacy`, `violence`, `euphemism`, `unlawful`, `migration`,
    `politics`, `disaster` or `praise`; None where the wording has none."""
    found = next((match for match in _pattern().finditer(text) if match["plain"] is None), None)
    return _table()[found["word"].casefold()] if found else None


@cache
def _table() -> dict[str, str]:
    """Each word with its kind; phrases in which a word is plain with "!" and none."""
    lines = (files("rashomon.reference") / "data" / "loaded.txt").read_text("utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {word: kind for word, _, kind in rows}


@cache
def _pattern() -> re.Pattern[str]:
    plain, words = _longest_first("!"), _longest_first("")
    return re.compile(rf"(?<![\w-])(?:(?P<plain>{plain})|(?P<word>{words}))(?![\w-])", re.IGNORECASE)


def _longest_first(mark: str) -> str:
    chosen = [word.removeprefix("!") for word in _table() if word.startswith("!") == bool(mark)]
    return "|".join(map(re.escape, sorted(chosen, key=lambda word: (-len(word), word))))
