"""Things that many reports name in other words: one thing, one label (`things_en.toml`)."""

import re
from functools import cache

from rashomon.stages.reconcile.tables import table, whole_words

# "The head of government" is no government.
_OFFICE = re.compile(
    r"\b(?:heads?|leaders?|chiefs?|members?|seats?|spokes\w+|ministers?|formers?) of (?:the |its |their )?$"
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, whole_words(row["words"])) for name, row in table("things_en").items())


@cache
def thing_class(words: str) -> str | None:
    """The listed thing that the words name in their head part ("internet services across the land" → internet)."""
    head = re.split(r" (?:in|at|on|for|across|throughout|to) ", words.casefold(), maxsplit=1)[0]
    for name, pattern in _patterns():
        found = list(pattern.finditer(head))
        at_end = found and found[-1].end() == len(head) and not _OFFICE.search(head[: found[-1].start()])
        if found and (table("things_en")[name].get("within") or at_end):
            return name
    return None


def thing_named(words: str) -> str | None:
    """The label of the listed thing."""
    name = thing_class(words)
    return table("things_en")[name]["label"] if name else None
