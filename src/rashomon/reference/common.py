"""How common English words are."""

from functools import cache
from importlib.resources import files

REPORTS = 1000  # to which the table's figures refer


def reports_with(kind: str, word: str) -> float:
    """How many of a thousand reports have the word, rounded to a power of two; 0 where it is less than one. `kind`: "t" for the stem of a content
    word, "n" for a capitalised name, "#" for a number."""
    return _table().get(kind + word, 0.0)


@cache
def _table() -> dict[str, float]:
    text = (files("rashomon") / "reference" / "data" / "common-words.tsv").read_text()
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("# "))
    return {kind + word: 2.0 ** int(level) for kind, word, level in rows}
