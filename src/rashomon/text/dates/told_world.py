"""Words of other languages that are counted from the day told last ("на следующий день", "zwei Tage später", "gegen 23.40 Uhr").

The tables `told_days.tsv`, `told_units.tsv` and `small_numbers.tsv` know the languages. Without a day told before they name none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from rashomon.text.dates.almanac import add_days

_FOLDER = Path(__file__).parent
_CLOCKS = {
    "de": r"(?P<h>[01]?\d|2[0-3])(?:[.:](?P<m>[0-5]\d))? Uhr(?: (?P<n>[0-5]\d)(?!\d))?",
    "fr": r"(?P<h>[01]?\d|2[0-3]) ?(?:h|heures?)(?: ?(?P<m>[0-5]\d))?(?!\w)",
    "pt": r"(?P<h>[01]?\d|2[0-3])(?:h|:)(?P<m>[0-5]\d)?(?!\w)",
    "es": r"(?<=\blas )(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?!\w)",
    "it": r"(?<=\balle )(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?!\w)",
    "pl": r"(?<=\bgodz\. )(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?!\w)",
}  # A length of time ("dura 2 heures") is no clock time: it needs one of these before it.
_AT = re.compile(r"(?:\b(?:um|gegen|kurz nach|kurz vor|ab|bis|à|vers|dès|avant|après|às|a las|alle|godz\.|pelas)|,) ?$")


class Told(NamedTuple):
    """A half-open span, and the day (with a clock time where one is said) or None."""

    start: int
    end: int
    first: str | None


def find_told(text: str, language: str, named: Sequence[tuple[int, str]]) -> Iterator[Told]:
    """All such words in order. `named`: the expressions that name one day elsewhere in the text, `(start, ISO day)`, in order."""
    pattern = _pattern(language)
    if pattern is None:
        return
    days, last, at = list(named), None, 0
    for match in pattern.finditer(text):
        while at < len(days) and days[at][0] < match.start():
            last, at = date.fromisoformat(days[at][1][:10]), at + 1
        if match["h"]:
            if _AT.search(text, max(0, match.start() - 12), match.start()):
                clock = f"T{int(match['h']):02d}:{match['m'] or match.groupdict().get('n') or '00'}"
                yield Told(match.start(), match.end(), f"{last}{clock}" if last else None)
            continue
        step = _step(match.group(), language)
        if step is not None:
            last = add_days(last, step) if last else None
            yield Told(match.start(), match.end(), last.isoformat() if last else None)


def _step(words: str, language: str) -> int | None:
    """How many days on the words say."""
    folded = words.casefold()
    fixed = _days().get(language, {}).get(folded)
    if fixed is not None:
        return fixed
    for form, length in _units(language):
        match = form.fullmatch(folded)
        if match:
            number = int(match["n"]) if match["n"].isdigit() else _numbers().get(language, {}).get(match["n"])
            return number * length if number else None
    return None


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    days = sorted(_days().get(language, {}), key=len, reverse=True)
    units = [re.sub(r"[?]P<n>", "?:", form.pattern) for form, _ in _units(language)]
    either = "|".join([*map(re.escape, days), *units])
    if not either:
        return None
    return re.compile(rf"(?<![\w.,:])(?:(?i:(?:{either})(?!\w))|{_CLOCKS.get(language, '(?P<h>(?!))(?P<m>)')})")


@cache
def _units(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    numbers = "|".join(["\\d{1,2}", *sorted(map(re.escape, _numbers().get(language, {})), key=len, reverse=True)])
    rows = (row.split("\t") for row in _rows("told_units.tsv"))
    return tuple(
        (re.compile(form.replace("{n}", f"(?P<n>{numbers})")), int(length) * int(way))
        for own, form, length, way in rows
        if own == language
    )


@cache
def _days() -> Mapping[str, Mapping[str, int]]:
    return _table("told_days.tsv")


@cache
def _numbers() -> Mapping[str, Mapping[str, int]]:
    return _table("small_numbers.tsv")


def _table(name: str) -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in _rows(name):
        language, number, words = row.split("\t")
        found.setdefault(language, {}).update(dict.fromkeys(words.split("|"), int(number)))
    return found


def _rows(name: str) -> list[str]:
    return (_FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]
