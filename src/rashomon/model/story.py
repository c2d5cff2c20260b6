"""Reports about one happening, and what persons said of which belong together."""

import msgspec

Pair = tuple[str, str]


class Story(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`reports` are ids, sorted by day then id. `days` maps each report id to the ISO day that relative dates in it
    are counted from: its own publication day, else the day inferred from the story's other reports (`inferred`
    names those reports). A report without any day is absent from `days`. `start`/`end`/`places` are filled at the end."""

    id: str
    title: str
    reports: tuple[str, ...]
    days: dict[str, str] = {}
    inferred: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    places: tuple[str, ...] = ()


class Bonds(msgspec.Struct, frozen=True, kw_only=True):
    """What persons decided of reports: pairs of report ids, in any order.

    `together`: the two tell of one happening. `apart`: they do not; no rule joins two groups that hold such a pair, not
    even that the two speak with one text. Where the two lists contradict each other `apart` stands. Pairs of reports that
    are not there say nothing.
    """

    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
