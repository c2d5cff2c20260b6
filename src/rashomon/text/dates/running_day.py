"""The day that a text has come to as it tells ("On Monday … The next day … Two days later …"), and what is counted from it.

News counts its weekdays from the day it appears. A text that tells of long ago (a history, a court report's facts) counts them,
and its dates without a year, from the day it told last; `is_retrospect` says which a text is. After the idea of a narrative's
reference time (HeidelTime's "narrative" mode, Strötgen and Gertz 2013), with signs of our own.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.text.dates.context import Context, Value
from rashomon.text.dates.english import MONTHS, SPEECH
from rashomon.text.dates.tense import Tense

# A story further back than this is not news.
FAR = timedelta(days=60)
_DAYS_TOGETHER = timedelta(days=7)
_BESIDE = 30  # code points from the beginning of a date to words about it
_OPENING = 400  # code points in which a text that tells of long ago says of when
_YEAR_END = r"(1[6-9]\d\d|20\d\d)(?![\w%]|[.,]\d)"
_YEAR = re.compile(rf"(?<![\w.,$€£-]){_YEAR_END}")
# "12 March 2011", "June 5, 2004", "in March 2011", "the spring of 2016"; "In 2011" at the very beginning.
_WRITTEN_OUT = re.compile(
    rf"(?:\b(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)})\.?(?: \d{{1,2}})?(?:st|nd|rd|th)?|\b(?:spring|summer|autumn|winter) of"
    rf"|\A\W*In(?: early| late)?),? {_YEAR_END}"
)
_TODAY = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening|week|month|year)|(?:last|next) (?:week|month)|"
    r"in recent (?:days|weeks)|(?:is|are) (?:under way|due|expected|set|to) |will (?:be|take|play|open|appear|begin|start|return) |"
    r"(?:said|told \w+|announced|reported)(?: on| late| early)* (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_EARLIER_DATE = re.compile(rf"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:{'|'.join(MONTHS)})\.? \d{{1,2}})\b")
_HEAD = 14  # code points: "Wednesday, the"
_BOUND = re.compile(r"\b(?:since|until|till|before)(?: the)?(?: early| late)? $", re.IGNORECASE)
_SAID = re.compile(rf"{SPEECH.pattern}[^.;,]{{0,24}}?(?: on| late| early)* ?$", re.IGNORECASE)
_LONG_SENTENCE = 400
_SENTENCE = re.compile(r"[.!?]\s|\n")
# Rules whose words name a day of their own accord; the "next day" is counted from it.
NAMES_A_DAY = frozenset(
    "iso year_first dotted slashed month_day day_month weekday weekday_week holiday relative_day deictic last_night this_daytime "
    "clock_date date_clock daytime_of ago days_month month_days weekdays overnight_to ordinal_day".split()
)
# Rules that name a longer stretch, which "that year" and a month without a year are counted from.
_NAMES_A_STRETCH = frozenset(
    "month_year month_range part_month full_month year fiscal_year part_year month_of_that season_year rel_season rel_unit".split()
)
_BARE = frozenset({"weekday", "relative_day"})


def is_retrospect(text: str, anchor: date | None) -> bool:
    """Whether the first date of the text's opening is written out with a year of long ago, and the text never says "today",
    "said on Monday" or anything of the last months."""
    opening = _WRITTEN_OUT.search(text, 0, _OPENING)
    if opening is None or _TODAY.search(text) or _EARLIER_DATE.search(text, 0, max(0, opening.start() - _HEAD)):
        return False
    years = {int(match[1]) for match in _YEAR.finditer(text)}
    return anchor is None or max(years) < (anchor - FAR).year


@dataclass(frozen=True)
class Running:
    """What was told so far. `day` of what was, `plan` of what was to come; `era` the first day of the stretch told last; `linked`
    up to where in the text (the end of a paragraph) dates may go on from a day written out in full."""

    anchor: date | None
    retrospect: bool
    day_first: bool | None = None
    day: date | None = None
    day_at: int = 0
    plan: date | None = None
    plan_at: int = 0
    era: date | None = None
    linked: int = 0

    def context(self, start: int, tense: Tense) -> Context:
        """What an expression at the offset is counted from."""
        planned = self.plan is not None and self.plan_at > self.day_at and not tense.past
        story = self.plan if planned or self.day is None else self.day
        era = self.era or story
        far = era is not None and (self.anchor is None or self.anchor - era > FAR)
        return Context(
            anchor=self.anchor,
            day_first=self.day_first,
            story=story,
            future=tense.future,
            past=tense.past,
            flashback=tense.flashback,
            era=era,
            retold=far and self.retrospect,
            linked=far and start < self.linked,
            beside=story if start - max(self.day_at, self.plan_at) <= _BESIDE else None,
        )

    def after(self, text: str, start: int, name: str, value: Value, tense: Tense) -> "Running":
        """The state behind an expression at the offset with the value."""
        if not value.first or not value.last or value.is_set:
            return self
        last = date.fromisoformat(value.last[:10])
        if tense.future:
            return replace(self, plan=last, plan_at=start) if name in NAMES_A_DAY else self
        if self._aside(text, start, name, tense):
            return self
        first = date.fromisoformat(value.first[:10])
        if name == "ago" and last - first > _DAYS_TOGETHER:  # "eleven years later" names a year
            return replace(self, era=first)
        if name in NAMES_A_DAY:
            # "28 February 2011" lets the rest of its paragraph go without a year.
            linked = (
                _paragraph_end(text, start)
                if start >= self.linked and _YEAR.search(text[start : start + 40])
                else self.linked
            )
            return replace(self, day=last, day_at=start, era=last, linked=linked)
        return replace(self, era=first) if name in _NAMES_A_STRETCH else self

    def _aside(self, text: str, start: int, name: str, tense: Tense) -> bool:
        """ "Since Monday", "had warned on Thursday", "…, he said on Friday": the story does not move on to it."""
        before = text[max(0, start - 60) : start]
        if _BOUND.search(before) or (tense.flashback and name in _BARE and self.day is not None):
            return True
        near = self.day is not None and start - self.day_at < _LONG_SENTENCE
        return near and not _SENTENCE.search(text, self.day_at, start) and bool(_SAID.search(before))


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)
