"""Number phrases of a text: what they say at least, at best and at most. Spans are half-open, in code points.

The meaning of hedges is the record's (low, best, high, approximate). Numbers that count nothing (articles of law, ages,
distances, addresses, models) are left out by the table `NOT_COUNTS`; dates and clock times by the caller, who knows them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.text.numerals_en import (
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    HEDGES_AFTER,
    HEDGES_BEFORE,
    NONE,
    NOT_COUNTS,
    ONES,
    PHRASES,
    RATIOS,
    SCALES,
    SHORT_SCALES,
    TEENS,
    TENS,
    VAGUE,
)
from rashomon.text.starts import likely_starts

Number = int | float


@dataclass(frozen=True)
class Numeral:
    """`[start, end)` is the phrase with its hedges, sign and unit, `[number_start, number_end)` the number words alone.

    `kind`: `count`, `none` ("no", "nobody"), `percent`, `money`, `ratio`, `rank-free` numbers only. `unit`: "%", "ratio", a
    currency, or None. `hedge`: the row of the table of hedges that shaped it, or None.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    low: Number | None
    best: Number | None
    high: Number | None
    approximate: bool = False
    kind: str = "count"
    unit: str | None = None
    hedge: str | None = None


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SMALL = (
    rf"(?:(?:{_either(list(TENS))})(?:[- ](?:{_either(list(ONES))}))?|{_either(list(TEENS))}|{_either(list(ONES))})"
)
_GROUP = rf"(?:(?:(?:{_SMALL}|an?)[- ]hundred(?:(?: and |[- ]){_SMALL})?)|{_SMALL})"
_WORDS = (
    rf"(?:(?:{_GROUP}|a)[- ](?:thousand|million|billion|trillion)(?:(?:,? and |,? ){_GROUP}(?:[- ](?:thousand|hundred))?)*"
    rf"|{_SMALL}[- ]dozen|{_GROUP})"
)
_SCALE = rf"(?:[- ]?(?:thousand|hundred|million|billion|trillion|dozen|mln|bln)\b|(?:{_either(list(SHORT_SCALES))})\b)"
_DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}})(?:\.\d{{1,6}})?{_SCALE}?"
_ONE_OF_TIME = r"(?:\ban?(?= (?:hour|day|week|month|year|decade|century|fortnight)\b))"
_ANY = rf"(?:{_DIGITS}|\b(?:{_either(list(PHRASES))}|{_WORDS})\b)"
_RANGE = rf"(?P<first>{_ANY})(?:\s?[-–—]\s?(?=\d)| to | or | and )(?P<second>{_ANY})"
_BEFORE = {kind: rf"(?:{_either(words)})" for kind, words in HEDGES_BEFORE.items()}
_AFTER = {kind: rf"(?:{_either(words)})" for kind, words in HEDGES_AFTER.items()}
_ORDINAL = r"(?![- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b|th\b|st\b|nd\b|rd\b)"

_NUMERAL = re.compile(
    rf"(?<![\w.,/:-])(?:(?<!\d[ ,])|(?=(?!an? )[A-Za-z]{{2}}))(?:(?P<sign>US\$|[$€£¥₽₸₴₹])\s?)?"
    rf"(?:(?P<ratio>\b(?:{_either(list(RATIOS))})\b)|(?P<fold>{_ANY})[- ]?fold\b|(?P<times>{_ANY}) times (?=as |more |higher |greater |larger )"
    rf"|(?P<vague>\b(?:{_either(list(VAGUE))})\b)|(?P<range>{_RANGE})|(?P<number>{_ANY}|{_ONE_OF_TIME})|(?P<none>\b(?:{_either(NONE)})\b(?! (?:fewer|less|more|longer|doubt|matter|other|such|comment)\b)))"
    rf"{_ORDINAL}(?![\w/]|[.,:]\d)"
    rf"(?P<percent>\s?%|[- ]per ?cent(?:age points?)?\b| percentage points?\b)?(?:[- ](?P<currency>(?:US |U\.S\. )?(?:{'|'.join(CURRENCY_WORDS)}))\b)?",
    re.IGNORECASE,
)
_HEDGE_BEFORE = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[(\[“\"'‘—–-]))(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _BEFORE.items())
    + r")(?: (?:another|a further|an additional|a total of|at))? ?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:\bbetween|\bfrom|\banywhere from) $", re.IGNORECASE)
_HEDGE_AFTER = re.compile(
    " ?(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _AFTER.items()) + r")(?!\w)", re.I
)
_NOT_COUNTS = tuple(
    (why, re.compile(before) if before else None, re.compile(after) if after else None)
    for why, before, after in NOT_COUNTS
)
_TELEPHONE = re.compile(r"\d{3}[-–]\d{4}")
_LOOK_BACK = 40
_FIRST_WORDS = frozenset(
    re.split(r"[^a-z]", phrase)[0]
    for phrase in (*ONES, *TEENS, *TENS, *PHRASES, *VAGUE, *RATIOS, *NONE, "a", "an", "us")
)


def find_numerals(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[Numeral, ...]:
    """All number phrases, in order. `taken`: spans that hold no number (dates); what overlaps them is left out."""
    return tuple(numeral for numeral in _all(text) if not _overlaps(numeral, taken))


def _overlaps(numeral: Numeral, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < numeral.number_end and numeral.number_start < end for start, end in taken)


def _all(text: str) -> Iterator[Numeral]:
    position = 0
    for start in likely_starts(text, _FIRST_WORDS):
        match = _NUMERAL.match(text, start) if start >= position else None
        if match is None:
            continue
        found = tuple(_numerals_of(text, match))
        yield from (numeral for numeral in found if why_no_count(text, numeral) is None)
        position = max([match.start() + 1, *(numeral.end for numeral in found)])


def why_no_count(text: str, numeral: Numeral) -> str | None:
    """Why the number counts nothing ("an age"), or None where it may count."""
    if numeral.kind != "count":
        return None
    if _TELEPHONE.fullmatch(text, numeral.number_start, numeral.number_end):
        return "a telephone number"
    before = text[max(0, numeral.number_start - _LOOK_BACK) : numeral.number_start]
    for why, left, right in _NOT_COUNTS:
        if (left is None or left.search(before)) and (right is None or right.match(text, numeral.number_end)):
            return why
    return None


def value_of(words: str) -> Number | None:
    """The value of number words or digits ("twenty-one", "3.5 million", "half a dozen"); None where they are none."""
    words = " ".join(words.casefold().split())
    if words in PHRASES:
        return PHRASES[words]
    digits = re.match(r"[\d,]*\d(?:\.\d+)?", words)
    if digits:
        number = float(digits.group().replace(",", ""))
        return _whole(number * _scale(words[digits.end() :].strip(" -")))
    return _words_value(re.split(r"[- ]|, ?", words))


def _scale(word: str) -> int:
    return {"": 1, "dozen": 12, **SCALES, **SHORT_SCALES}.get(word, 1)


def _whole(number: float) -> Number:
    number = round(number, 6)
    return int(number) if number == int(number) else number


def _words_value(words: Sequence[str]) -> Number | None:
    total = group = 0
    known = False
    for word in words:
        small = ONES.get(word) or TEENS.get(word) or TENS.get(word) or (1 if word in {"a", "an"} else 0)
        known = known or bool(small) or word in SCALES
        if word == "dozen":
            group = (group or 1) * 12
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in SCALES:
            total, group = total + (group or 1) * SCALES[word], 0
        else:
            group += small
    return total + group if known else None


def _numerals_of(text: str, match: re.Match[str]) -> Iterator[Numeral]:
    """One numeral, or two where what looks like a range is none ("five and six", "rose from 5 to 7")."""
    if match["range"]:
        yield from _range(text, match)
        return
    kind, unit = _kind(match)
    start, end = _core(match)
    if kind == "none":
        yield Numeral(start, end, start, end, 0, 0, 0, kind="none")
    elif match["vague"]:
        low = VAGUE[match["vague"].casefold()]
        yield _hedged(text, match, Numeral(start, end, start, end, low, None, None, True, kind, unit))
    else:
        words = match["ratio"] or match["fold"] or match["times"] or match["number"]
        value = RATIOS[words.casefold()] if match["ratio"] else value_of(words)
        if value is not None:
            yield _hedged(text, match, Numeral(start, end, start, end, value, value, value, False, kind, unit))


def _core(match: re.Match[str]) -> tuple[int, int]:
    """The number words (a percent sign and a currency stand outside)."""
    for group in ("fold", "times", "ratio", "vague", "range", "number", "none"):
        if match[group]:
            return match.span(group)
    return match.span()


def _kind(match: re.Match[str]) -> tuple[str, str | None]:
    if match["ratio"] or match["fold"] or match["times"]:
        return "ratio", "ratio"
    if match["none"]:
        return "none", None
    if match["percent"]:
        return "percent", "%"
    if match["sign"]:
        return "money", CURRENCY_SIGNS.get(match["sign"].upper(), match["sign"])
    return ("money", match["currency"]) if match["currency"] else ("count", None)


def _range(text: str, match: re.Match[str]) -> Iterator[Numeral]:
    start, end = match.span("range")
    low, high = value_of(match["first"]), value_of(match["second"])
    joint = text[match.end("first") : match.start("second")].strip()
    between = _BETWEEN.search(text, max(0, start - _LOOK_BACK), start)
    lead = between.group().strip().casefold() if between else ""
    low = _same_scale(match["first"], match["second"], low, high)
    ranges = low is not None and high is not None and low < high
    if ranges and lead != "from" and (joint != "and" or lead == "between") and (joint != "or" or _near(low, high)):
        kind, unit = _kind(match)
        phrase = between.start() if between else start
        yield _hedged(text, match, Numeral(phrase, end, start, end, low, None, high, False, kind, unit))
        return
    value = value_of(match["first"])
    if value is not None:  # no range: the second number is read on its own
        left, right = match.span("first")
        kind, unit = ("money", CURRENCY_SIGNS.get(match["sign"].upper())) if match["sign"] else ("count", None)
        yield _hedged(
            text, match, Numeral(left, right, left, right, value, value, value, False, kind, unit), last=False
        )


def _near(low: Number | None, high: Number | None) -> bool:
    """ "Two or three", "10 or 12"; not "1 or 400"."""
    return low is not None and high is not None and high <= 2 * low + 1


def _same_scale(first: str, second: str, low: Number | None, high: Number | None) -> Number | None:
    """ "2 to 3 million": the scale counts for both."""
    scale = re.search(r"(?:thousand|million|billion|trillion|mln|bn|bln|k|m)$", second, re.IGNORECASE)
    if scale and low is not None and high is not None and low < 1000 and not re.search(r"[a-z]$", first, re.I):
        return _whole(low * _scale(scale.group().casefold()))
    return low


def _hedged(text: str, match: re.Match[str], numeral: Numeral, last: bool = True) -> Numeral:
    """The numeral with sign, unit and the hedges around it."""
    start = match.start("sign") if match["sign"] and numeral.start >= match.start("sign") else numeral.start
    end = match.end() if last else numeral.end
    numeral = replace(numeral, start=min(start, numeral.start), end=max(end, numeral.end))
    before = _HEDGE_BEFORE.search(text, max(0, numeral.start - _LOOK_BACK), numeral.start)
    after = _HEDGE_AFTER.match(text, numeral.end) if last else None
    if before:
        numeral = replace(_apply(numeral, before.lastgroup), start=before.start())
    if after:
        numeral = replace(_apply(numeral, after.lastgroup), end=after.end())
    return numeral


def _apply(numeral: Numeral, hedge: str | None) -> Numeral:
    """The contract's table of hedges. A vague number ("dozens") and a range keep what they say."""
    number = numeral.best
    if number is None:
        return replace(numeral, hedge=hedge, approximate=numeral.approximate or hedge == "near")
    if hedge == "floor":
        return replace(numeral, low=number, best=number, high=None, hedge=hedge)
    if hedge == "above":
        return replace(numeral, low=number, best=None, high=None, hedge=hedge)
    if hedge == "ceiling":
        return replace(numeral, low=None, best=None, high=number, hedge=hedge)
    return replace(numeral, low=None, best=number, high=None, approximate=True, hedge=hedge)
