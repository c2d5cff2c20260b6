"""Reports about one happening."""

import msgspec


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
