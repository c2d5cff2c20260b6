"""The stage's tables, read once. What knows a language stands in the file for that language (`*_en.toml`)."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

_WORDS = Path(__file__).parent / "words"


@cache
def table(name: str) -> Mapping[str, Any]:
    """The table `words/NAME.toml`."""
    return tomllib.loads((_WORDS / f"{name}.toml").read_text(encoding="utf-8"))


def whole_words(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words or phrases, as whole words, longest first, in any case."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w-])", re.IGNORECASE)


@cache
def cues(kind: str) -> re.Pattern[str]:
    """The cue words of one kind of relation (`cues_en.toml`)."""
    return whole_words(table("cues_en")[kind])
