"""The function that works out the value of each rule of the date grammar, by the rule's name (`english`)."""

from rashomon.text.dates.context import Rule, no_date
from rashomon.text.dates.stretches import (
    ago,
    century,
    counted_stretch,
    decade,
    duration,
    fiscal_year,
    part_unit,
    part_year,
    past_stretch,
    q_year,
    quarter,
    rate,
    rel_unit,
    repeated,
    season,
    vague_duration,
    weekend,
    year,
)
from rashomon.text.dates.told import month_of_that, ordinal_day, relative_day, than_planned
from rashomon.text.dates.weekdays import clock, deictic, near, overnight_to, weekday, weekday_range, weekday_week
from rashomon.text.dates.written import (
    day_range,
    dotted,
    holiday,
    iso,
    iso_day,
    iso_week,
    month,
    month_day,
    month_of_year,
    month_range,
    rel_month,
    slashed,
)

RULES: dict[str, Rule] = {
    "iso": iso, "dotted": dotted, "year_first": iso_day, "slashed": slashed, "clock": clock, "days_month": day_range, "month_days": day_range,
    "month_day_range": day_range, "day_month_range": day_range, "month_day": month_day, "day_month": month_day,
    "part_month": month, "month_year": month, "full_month": month, "month_of_year": month_of_year, "month_range": month_range, "rel_month": rel_month,
    "set": repeated, "ago": ago, "vague_ago": no_date, "weekdays": weekday_range, "weekday_night": weekday_range,
    "weekday_week": weekday_week, "weekday": weekday, "day_before_yesterday": near(-2), "day_after_tomorrow": near(2),
    "deictic": deictic, "last_night": near(-1), "this_daytime": near(0), "the_past_n": counted_stretch,
    "past_decade": past_stretch, "rel_unit": rel_unit, "rel_season": season, "season_year": season, "over_weekend": weekend,
    "part_unit": part_unit, "quarter": quarter, "q_year": q_year, "decade": decade, "short_decade": decade,
    "part_year": part_year, "century": century, "relative_day": relative_day, "holiday": holiday, "duration": duration,
    "vague_duration": vague_duration, "rate": rate, "fiscal_year": fiscal_year, "iso_week": iso_week,
    "overnight_to": overnight_to, "month_of_that": month_of_that, "ordinal_day": ordinal_day, "than_planned": than_planned,
    "units_for": vague_duration, "vague": no_date, "year": year,
}  # fmt: skip
