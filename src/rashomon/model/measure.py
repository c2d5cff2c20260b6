"""Days and intervals of time."""

import msgspec


class When(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An interval of time, both ends inclusive, ISO 8601: "2022-01-05", "2022-01", or with a time of day where given.

    `start` or `end` None is an open end. `text` are the report's words that it was read from.
    """

    start: str | None = None
    end: str | None = None
    text: str | None = None


class TimeRow(msgspec.Struct, frozen=True, kw_only=True):
    """A date expression of a report: `[start, end)` in its text, and the interval it stands for (None: "recently").

    `set` marks "every Friday"; `duration` is ISO 8601 ("PT2H", "P1M").
    """

    report: str
    start: int
    end: int
    date: When | None
    set: bool | msgspec.UnsetType = msgspec.UNSET
    duration: str | msgspec.UnsetType = msgspec.UNSET
