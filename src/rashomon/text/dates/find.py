"""Date expressions of a text and what they stand for. Spans are half-open, in code points; days are both inclusive.

One compiled grammar (`english`) goes over the text once; a rule each (`rules`) works the value out, counted from an anchor day
where the words need one. A weekday is the nearest such day at or before the anchor, after it where the clause speaks of what is
to come; a date without a year takes the year that lies nearest in that sense.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.text.dates.context import NO_DATE, Context, Value, at_clock
from rashomon.text.dates.english import CORE, DIGIT_RULES, LEADS, PATTERNS
from rashomon.text.dates.rules import RULES
from rashomon.text.dates.running_day import Running, is_retrospect
from rashomon.text.dates.tense import tense_at
from rashomon.text.dates.told_world import find_told
from rashomon.text.dates.world import find_world_dates
from rashomon.text.starts import likely_starts


@dataclass(frozen=True)
class DateExpression:
    """`first` and `last` are ISO 8601 days or times, both None where the words name no date ("recently"). `rule` is the
    name of the grammar's rule; `assumed` as in `context.Value`."""

    start: int
    end: int
    first: str | None
    last: str | None
    is_set: bool = False
    duration: str | None = None
    rule: str = ""
    assumed: bool = False


_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in PATTERNS)


def _scanner(names: Container[str] | None = None) -> re.Pattern[str]:
    """All rules (or those of the names) in one expression; group `r7` is the rule at position 7."""
    branches = [
        f"(?P<r{i}>{re.sub(r'[?]P<[a-z]+>', '?:', pattern)})"
        for i, (name, pattern) in enumerate(PATTERNS)
        if names is None or name in names
    ]
    return re.compile(r"(?<![\w$€£.-])(?:" + "|".join(branches) + ")")


_SCANNER, _DIGIT_SCANNER = _scanner(), _scanner(DIGIT_RULES)
# A word that only leads up to a date is tried where the core of one follows within so many characters.
_LEAD = 60
_WRAPPERS = frozenset({"clock_date", "date_clock", "daytime_of"})


def find_dates(
    text: str, anchor: date | None = None, language: str | None = None, day_first: bool | None = None
) -> tuple[DateExpression, ...]:
    """All date expressions, in order, without overlaps. Relative ones need the anchor; without one they name no date. `language`
    (BCP 47) lets dates without a year be read in it; `day_first` is the order of dates with slashes, None where unknown."""
    found = list(_scan(text, anchor, day_first if day_first is not None else _order_in(text)))
    taken = [(one.start, one.end) for one in found if one.rule not in _PARTS]
    world = _placed(DateExpression(*row, rule="world") for row in find_world_dates(text, taken, anchor, language))
    found = _placed([*_beside(found, world), *world])
    own = (language or "und").partition("-")[0]
    return tuple(found if own in {"en", "und", "mul"} else _with_told(text, own, found))


def _beside(found: Sequence[DateExpression], others: Sequence[DateExpression]) -> list[DateExpression]:
    """Those of the first that share no character with one of the others."""
    starts = [one.start for one in others]

    def free(one: DateExpression) -> bool:
        at = bisect_left(starts, one.end)
        return at == 0 or max(other.end for other in others[max(0, at - 2) : at]) <= one.start

    return [one for one in found if free(one)]


def _placed(found: Iterable[DateExpression]) -> list[DateExpression]:
    return sorted(found, key=lambda one: one.start)


def _with_told(text: str, language: str, found: Sequence[DateExpression]) -> list[DateExpression]:
    """With what is counted from the day told last, clock times of no day of their own among them."""
    named = [
        (one.start, one.first)
        for one in found
        if one.first and one.first[:10] == (one.last or "")[:10] and not one.assumed
    ]
    told = [DateExpression(start, end, day, day, rule="told") for start, end, day in find_told(text, language, named)]
    rest = _beside(found, told)
    days = [(start, day) for start, day in named] + [(one.start, one.first) for one in told if one.first]
    return _placed([*told, *(_of_day_told(one, sorted(days)) if one.assumed else one for one in rest)])


def _of_day_told(clock: DateExpression, days: Sequence[tuple[int, str]]) -> DateExpression:
    at = bisect_left(days, (clock.start, ""))
    if at == 0 or clock.start - days[at - 1][0] > _NEAR or not clock.first:
        return clock
    time = days[at - 1][1][:10] + clock.first[10:]
    return replace(clock, first=time, last=time, assumed=False)


_NEAR = 200  # code points from a day to a clock time that is of it


# What the grammar reads of a date in another language: its year, its time of day.
_PARTS = frozenset({"year", "clock"})
_SLASHED = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/(?:19|20)\d\d(?![\d/])")


def _order_in(text: str) -> bool | None:
    """The order of the text's own dates with slashes, where one of them can be read but one way and none the other."""
    pairs = [(int(match[1]), int(match[2])) for match in _SLASHED.finditer(text)]
    orders = {a > b for a, b in pairs if max(a, b) > 12 >= min(a, b)}
    return orders.pop() if len(orders) == 1 else None


def _scan(text: str, anchor: date | None, day_first: bool | None) -> Iterator[DateExpression]:
    running = Running(anchor, is_retrospect(text, anchor), day_first)
    position = 0
    for start in _starts(text):
        if start < position:
            continue
        found = _match_at(text, start)
        if not found:
            continue
        name, match = found
        tense = tense_at(text, *match.span())
        value = resolve(name, match, running.context(start, tense))
        if value:
            position = match.end()
            running = running.after(text, start, name, value, tense)
            yield DateExpression(
                *match.span(), value.first, value.last, value.is_set, value.duration, name, value.assumed
            )


def _starts(text: str) -> Iterator[int]:
    """Where a date may begin: at a core word or a digit, or at a word that leads up to one."""
    leads: list[int] = []
    for start in likely_starts(text, _FIRST_WORDS):
        word = _WORD.match(text, start)
        if word and word.group().lower() not in CORE:
            leads.append(start)
            continue
        yield from (lead for lead in leads if start - lead <= _LEAD)
        leads.clear()
        yield start


_FIRST_WORDS = CORE | LEADS
_WORD = re.compile(r"[^\W\d_]+")


def _match_at(text: str, start: int) -> tuple[str, re.Match[str]] | None:
    """The first rule that matches at the offset, by name, with its groups."""
    match = (_DIGIT_SCANNER if text[start].isdigit() else _SCANNER).match(text, start)
    if match is None:
        return None
    name, pattern = _COMPILED[int(str(match.lastgroup)[1:])]
    full = pattern.match(text, start)
    return (name, full) if full else None


def resolve(name: str, match: re.Match[str], context: Context) -> Value | None:
    """The value of one match. None where the words are no date after all."""
    if name not in _WRAPPERS:
        return RULES[name](match, context)
    value = _inner(match["inner"], context)
    return at_clock(value, match["clock"]) if value and name != "daytime_of" else value


def _inner(words: str, context: Context) -> Value | None:
    found = _match_at(words, 0)
    return RULES[found[0]](found[1], context) if found and found[0] in RULES else NO_DATE
