"""Words that judge whom or what they name."""

import re
from functools import cache
from importlib.resources import files


def loaded(text: str) -> bool:
    """Whether a wording has such a word in it, as a whole word, in any case."""
    return bool(_pattern().search(text))


@cache
def _pattern() -> re.Pattern[str]:
    lines = (files("rashomon.reference") / "data" / "loaded.txt").read_text("utf-8").splitlines()
    words = sorted((line for line in lines if line and not line.startswith("#")), key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])", re.IGNORECASE)
