"""Numbers and clock times of a text in any language, as values: "25 тысяч", "fünfundzwanzigtausend" and "25,000" are one."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rashomon.stages.lineage.translation.tables import rows

_DIGITS = r"\d{1,3}(?:[ \u00a0,.'’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,15}(?:[.,]\d{1,4})?"
_TOKEN = re.compile(rf"(?P<digits>{_DIGITS})|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)")
_SPACE = r"[ \u00a0]?"
_CLOCK = re.compile(
    rf"(?<![\d.:,])(?P<h>[01]?\d|2[0-4])(?:(?::|{_SPACE}h{_SPACE})(?P<m>[0-5]\d)(?![\d:])|[.](?P<n>[0-5]\d)(?![\d.,]))?"
    rf"(?P<half>{_SPACE}[ap]\.?m\b\.?)?(?P<word>{_SPACE}(?:uhr|час|годин|heures?\b|h\b|o['’]clock|h(?=\d)))?",
    re.IGNORECASE,
)
_AT = re.compile(
    r"(?:^|\W)(?:в|у|о|около|at|um|gegen|saat|sa'at|klo|às|alle|ore|godz\.|kl\.|сағат)[ \u00a0]$", re.IGNORECASE
)
_BACK = 10
_JOIN = re.compile(r"[ \u00a0‑-]|[ \u00a0](?:and|et|y|e|и|і) |[ \u00a0]و")
_GERMAN = re.compile(r"(?:(?P<ones>ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)(?P<tens>\w+zig|dreißig)")
_THOUSAND = 1000
_MOST = 10**15


class Figure(NamedTuple):
    """`[start, end)` in the text; `value` a number, or minutes since midnight for a clock time."""

    start: int
    end: int
    value: float
    clock: bool = False


def figures(text: str, language: str) -> list[Figure]:
    """Clock times and numbers in order, without overlaps; of number words, two and more."""
    clocks = [figure for match in _CLOCK.finditer(text) if (figure := _clock(match))]
    taken = {at for clock in clocks for at in range(clock.start, clock.end)}
    return sorted([*clocks, *(each for each in _numbers(text, language) if each.start not in taken)])


def _clock(match: re.Match[str]) -> Figure | None:
    """None where the digits are no time of day: "19.40" is one behind "at" or before "Uhr" only."""
    minutes = match["m"] or match["n"]
    word, half = (match["word"] or "").strip().casefold(), (match["half"] or "").strip().casefold()
    if not (match["m"] or half or (word and word != "h")):
        before = match.string[max(0, match.start() - _BACK) : match.start()]
        if not (match["n"] and (word or _AT.search(before))):
            return None
    hour = int(match["h"]) % 12 + (12 if half[0] == "p" else 0) if half else int(match["h"])
    return Figure(match.start(), match.end(), hour * 60 + int(minutes or 0), True)


def _numbers(text: str, language: str) -> Iterator[Figure]:
    """Neighbouring number words are one number."""
    run: list[Figure] = []
    for match in _TOKEN.finditer(text):
        value = digits_value(match["digits"]) if match["digits"] else word_value(match["word"], language)
        if value is None:
            continue
        figure = Figure(match.start(), match.end(), value)
        if run and not _goes_on(run, figure, text, bool(match["digits"])):
            yield from _joined(run)
            run = []
        run.append(figure)
    yield from _joined(run)


def _goes_on(run: list[Figure], new: Figure, text: str, in_digits: bool) -> bool:
    """Whether a number continues: words only, each smaller than what stands before or a multiplier of it."""
    last = run[-1]
    if in_digits or not _JOIN.fullmatch(text[last.end : new.start]):
        return False
    if new.value >= 100:
        return True
    return not text[last.start].isdigit() and (
        last.value >= 20 or (new.value >= 20 and "و" in text[last.end : new.end])
    )


def _joined(run: list[Figure]) -> Iterator[Figure]:
    if not run:
        return
    total, group = 0.0, 0.0
    for each in run:
        if each.value >= _THOUSAND and each is not run[0]:
            total, group = total + (group or 1) * each.value, 0.0
        elif each.value == 100 and 0 < group < 20:
            group *= 100
        else:
            group += each.value
    value = round(total + group, 4)
    if value <= _MOST:
        yield Figure(run[0].start, run[-1].end, value)


def digits_value(digits: str) -> float | None:
    """ "25.000", "25 000" and "25,000" are 25000, "3,5" is 3.5; digits of any script."""
    plain = "".join(str(int(c)) if c.isdecimal() else c for c in digits)
    plain = re.sub(r"[ \u00a0,.'’](?=\d{3}(?:\D|$))", "", plain).replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


@lru_cache(maxsize=65_536)
def word_value(word: str, language: str) -> float | None:
    form = re.sub(r"[’ʼ]", "'", word.casefold())
    whole, stems = _words(language)
    if form in whole:
        return whole[form]
    if language == "ar" and form[:1] in "وبل":
        return whole.get(form[1:])
    if language == "de":
        return _german(form, whole)
    return next((value for stem, value in stems if form.startswith(stem)), None)


def _german(form: str, whole: dict[str, float]) -> float | None:
    """Compounds: "zweihundert", "fünfundzwanzig", "dreitausend"."""
    match = _GERMAN.fullmatch(form)
    if match:
        return whole.get(match["tens"], 0) + (whole.get(match["ones"]) or 1)
    for unit, size in (("tausend", 1000), ("hundert", 100)):
        head, found, tail = form.partition(unit)
        if found:
            left = 1.0 if head in {"", "ein"} else _german_part(head, whole)
            right = 0.0 if not tail else _german_part(tail, whole)
            return left * size + right if left is not None and right is not None else None
    return None


def _german_part(form: str, whole: dict[str, float]) -> float | None:
    return whole[form] if form in whole else _german(form, whole)


@cache
def _words(language: str) -> tuple[dict[str, float], tuple[tuple[str, float], ...]]:
    """Number words of the language, and stems of those that take any ending."""
    whole: dict[str, float] = {}
    stems: list[tuple[str, float]] = []
    for own, value, words in rows("numbers"):
        for word in words.split() if own == language else ():
            if word.endswith("*"):
                stems.append((word[:-1], float(value)))
            else:
                whole[word.casefold()] = float(value)
    return whole, tuple(stems)
