"""The year of a date that is written without one."""

import re
from datetime import date

from rashomon.text.dates.almanac import day_or_none
from rashomon.text.dates.context import Context

# A date without a year that lies up to so many days ahead is taken as ahead, else as past (unless the clause says).
_SOON = 45
# A date up to so many days from publication is fresh news; one up to so many days behind the story may go on from it.
_FRESH, _ON = 45, 120
# "20 December 1993 … on 3 January": so many months back, the date is of the next year.
_TURN = 8


def nearest_year(month: int, day: int, context: Context) -> int | None:
    """The year that a date without one belongs to; None where nothing tells."""
    told = _told_year(month, day, context.era or context.story)
    if context.retold and told:
        return told
    year = _year_by_anchor(month, day, context)
    if told and context.linked and not context.future and _goes_on(date(told, month, 1), year, context):
        return told
    return year


def _told_year(month: int, day: int, story: date | None) -> int | None:
    """The story's own year, or the next where it stands at a year's end and the date at a year's beginning."""
    if story is None:
        return None
    year = story.year + (story.month - month > _TURN)
    return year if day_or_none(year, month, day) else None


def _goes_on(told: date, year: int | None, context: Context) -> bool:
    """Whether the date is more likely near the day told before than near the day of publication."""
    near = date(year, told.month, 1) if year else None
    fresh = near is not None and context.anchor is not None and abs((context.anchor - near).days) <= _FRESH
    return not fresh and context.story is not None and -31 <= (told - context.story).days <= _ON


def _year_by_anchor(month: int, day: int, context: Context) -> int | None:
    anchor = context.anchor or context.story
    if anchor is None:
        return None
    near = [
        (found, year)
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if (found := day_or_none(year, month, day))
    ]
    furthest = 0 if context.future or (context.past and day > 1) else _SOON
    before = [year for found, year in near if (found - anchor).days <= furthest]
    after = [year for found, year in near if found >= anchor]
    if context.future and after:
        return after[0]
    return before[-1] if before else None


def year_of(match: re.Match[str], context: Context, month: int, day: int) -> int | None:
    return int(match["year"]) if match["year"] else nearest_year(month, day, context)
