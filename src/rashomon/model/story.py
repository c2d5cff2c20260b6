"""Reports about one happening."""

from typing import NamedTuple

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A passage of a round-up that belongs to one story: `[start, end)`, code points of the report's text, whole paragraphs."""

    report: str
    start: int
    end: int


class Story(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`reports` are ids, sorted by day then id. `days` maps each report id to the ISO day that relative dates in it
    are counted from: its own publication day, else the day inferred from the story's other reports (`inferred`
    names those reports). A report without any day is absent from `days`. `start`/`end`/`places` are filled at the end.

    `passages` are those of reports that stand in the story with a part only, in order: of such a report nothing else is read for this
    story. `guests` are those of `reports` whose main story is another; the story's id, title and keywords do not depend on them."""

    id: str
    title: str
    reports: tuple[str, ...]
    days: dict[str, str] = {}
    inferred: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    places: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    passages: tuple[Part, ...] = ()


class Group(NamedTuple):
    """What makes a story that was found before: its reports, its guests among them, and the passages of those that it has a part of."""

    reports: tuple[str, ...]
    guests: tuple[str, ...] = ()
    passages: tuple[Part, ...] = ()
