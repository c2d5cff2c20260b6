"""What a figure leaves open: the interval of numbers with which it agrees, and how a person would say it."""

import re
from functools import cache
from math import inf

from rashomon.model.claim import Figure, Number
from rashomon.stages.reconcile.tables import table, whole_words

_ABOUT = 0.1  # "about 1,000" agrees with 900 to 1,100; our own reading of usage
_IN_WORDS = ("duration", "price", "cost", "share", "change")
_OTHER_ORDER = 2  # a total this many times what is new counts more than one blow
FAR_APART = 3  # two lower bounds of two sources further apart than this factor dispute each other


@cache
def _vague() -> re.Pattern[str]:
    return whole_words(list(table("vague_en")["words"]))


def vague_word(figure: Figure) -> str | None:
    """The word that stands for a number ("dozens", "several hundred"), where the figure has no best one."""
    if figure.best is not None or not figure.approximate:
        return None
    found = _vague().search(" ".join(figure.text.split()))
    return found.group().casefold() if found else None


def bounds(figure: Figure) -> tuple[float, float]:
    """The closed interval with which the figure agrees: `at least 12` (12, inf), `about 1000` (900, 1100), `dozens` (24, 200)."""
    word = vague_word(figure)
    if word is not None:
        row = table("vague_en")["words"][word]
        return row["low"], row["high"]
    if figure.approximate and figure.best is not None and figure.low is None and figure.high is None:
        return figure.best * (1 - _ABOUT), figure.best * (1 + _ABOUT)
    low = figure.low if figure.low is not None else 0
    high = figure.high if figure.high is not None else inf
    if figure.low is not None and figure.best is None and figure.high is None and not figure.approximate:
        low = figure.low + 1 if float(figure.low).is_integer() else figure.low
    return low, high


def overlap(a: Figure, b: Figure) -> bool:
    """Whether both figures can be true of one thing; lengths of time in one unit ("72 hours", "three days")."""
    scale = _scale(a, b)
    (low_a, high_a), (low_b, high_b) = bounds(a), (side * scale for side in bounds(b))
    return max(low_a, low_b) <= min(high_a, high_b)


def slip(a: Figure, b: Figure) -> str | None:
    """How one number can be a slip of the pen for the other: digits changed about, or one left out or put in; None where it cannot.

    Another digit is no slip: a count that grew from 8 to 9 looks like that too."""
    one, other = point(a), point(b)
    if one is None or other is None or one == other or min(one, other) < 0:
        return None
    short, long = sorted((f"{one:g}", f"{other:g}"), key=len)
    if len(long) < 2:
        return None
    if len(short) == len(long):
        apart = [i for i, (x, y) in enumerate(zip(short, long, strict=True)) if x != y]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and short[apart[0]] == long[apart[1]]
        back = swapped and short[apart[1]] == long[apart[0]]
        return "the same digits in another order" if back else None
    left_out = len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
    return "the same digits but for one" if left_out else None


_SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "night": 86400, "week": 604800, "month": 2629800,
    "year": 31557600, "decade": 315576000,
}  # fmt: skip


def _scale(a: Figure, b: Figure) -> float:
    """How many of the first figure's units one of the second's is; 1 where they are no lengths of time."""
    one, other = _SECONDS.get(a.unit or ""), _SECONDS.get(b.unit or "")
    return other / one if one and other and one != other else 1


def same_kind_of_unit(a: Figure, b: Figure) -> bool:
    """Whether both are counted in one unit, or both are lengths of time."""
    return a.unit == b.unit or (a.unit in _SECONDS and b.unit in _SECONDS)


def points(a: Figure, b: Figure) -> tuple[Number | None, Number | None]:
    """The one number that stands for each, lengths of time in the first one's unit."""
    one, other = point(a), point(b)
    return one, other if other is None else other * _scale(a, b)


def is_lower_bound(figure: Figure) -> bool:
    return figure.low is not None and figure.high is None and vague_word(figure) is None


def far_apart(a: Figure, b: Figure) -> bool:
    """Whether two lower bounds lie so far apart that two sources can hardly mean them together."""
    if not (is_lower_bound(a) and is_lower_bound(b)) or not a.low or not b.low:
        return False
    return max(a.low, b.low) / min(a.low, b.low) >= FAR_APART


def point(figure: Figure) -> Number | None:
    """The one number that stands for the figure: its best, else its low, else its high."""
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), None)


def scopes_differ(a: Figure, b: Figure) -> bool:
    """Whether one counts what is new and the other a total that is of another order: a running toll of one blow is not,
    nor one that is smaller than the blow took."""
    if {a.scope, b.scope} != {"new", "total"}:
        return False
    total, new = (point(a), point(b)) if a.scope == "total" else (point(b), point(a))
    return total is None or new is None or total >= _OTHER_ORDER * max(new, 1)


def coded(figure: Figure) -> Number | None:
    """The number that ACLED would code: words become low numbers ("dozens" 12, "hundreds" 100)."""
    word = vague_word(figure)
    return table("vague_en")["words"][word]["coded"] if word else point(figure)


def written(number: Number) -> str:
    """1000 → "1,000"."""
    return f"{number:,g}" if isinstance(number, float) and not float(number).is_integer() else f"{int(number):,}"


def value_of(figure: Figure) -> str:
    """The figure as a person would say it: "at least 12", "about 1,000", "70 to 90", "dozens"."""
    if figure.unit is not None or figure.measure in _IN_WORDS:
        return " ".join(figure.text.split())
    return vague_word(figure) or _said(figure) or " ".join(figure.text.split())


def _said(figure: Figure) -> str | None:
    low, best, high = figure.low, figure.best, figure.high
    if low is not None and high is not None:
        about = "about " if figure.approximate else ""
        return about + (written(low) if low == high else f"{written(low)} to {written(high)}")
    if best is not None and low is not None:
        return f"at least {written(best)}"
    if best is not None:
        return f"about {written(best)}" if figure.approximate else written(best)
    if low is not None:
        return f"more than {written(low)}"
    return f"up to {written(high)}" if high is not None else None
