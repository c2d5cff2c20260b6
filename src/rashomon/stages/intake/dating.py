"""When a report was published: from its metadata, the stamps on its page, its dateline or its address. Never from thin air."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from rashomon.model.report import Furniture
from rashomon.stages.intake.marks import folded, marks, opening
from rashomon.text.dates.datelines import read_dateline
from rashomon.text.dates.monthnames import find_day

_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")
_FRACTION = re.compile(r"\.\d+")
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d+\w*/")


class Dates(NamedTuple):
    """ISO 8601, and how `published` was found (`Report.dated_by`)."""

    published: str | None = None
    modified: str | None = None
    dated_by: str | None = None


def iso_of(written: str | None, language: str | None = None) -> str | None:
    """A date of a row or of metadata as ISO 8601, its offset kept; None where it cannot be read or is a blank field's stand-in
    ("0001-01-01", "9999-12-31"): no report was published before 1600 or will be after 2999."""
    found = _iso(written, language)
    return found if found and _FIRST_YEAR <= found[:4] <= _LAST_YEAR else None


# The first printed newspapers are of the 1600s.
_FIRST_YEAR, _LAST_YEAR = "1600", "2999"


def _iso(written: str | None, language: str | None) -> str | None:
    written = (written or "").strip()
    if not written:
        return None
    match = _ISO.match(written)
    if match:
        try:
            datetime.fromisoformat(match[0])
        except ValueError:
            return None
        return _FRACTION.sub("", match[0].replace(" ", "T")).replace("Z", "+00:00")
    day = find_day(written[:200], language)
    return day.iso if day else _mail_date(written[:100])


def _mail_date(written: str) -> str | None:
    """ "Thu, 06 Jan 2022 10:47:00 +0300" (RFC 5322, as feeds have it)."""
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def stamps(furniture: tuple[Furniture, ...], language: str) -> Dates:
    """The days that stood on the page. A bare day counts as published where no stamp says so."""
    published = modified = bare = None
    for one in furniture:
        if one.kind not in ("date", "byline"):
            continue
        day = find_day(one.text, language)
        line = folded(one.text)
        if day and opening(marks().modified).match(line):
            modified = modified or day.iso
        elif day and opening(marks().published).match(line):
            published = published or day.iso
        elif day:
            bare = bare or day.iso
    found = published or bare
    return Dates(found, modified, "text" if found else None)


def from_dateline(text: str) -> Dates:
    """The dateline's day, with its year where it is written there or where the text has the same day with one year."""
    found = read_dateline(text)
    if not found or not found.month or not found.day:
        return Dates()
    year = found.year or _year_of(text, found.month, found.day)
    if not year:
        return Dates()
    return Dates(f"{year:04d}-{found.month:02d}-{found.day:02d}", None, "dateline")


def _year_of(text: str, month: int, day: int) -> int | None:
    years, at = set(), 0
    while found := find_day(text[at : at + 20_000]):
        if found.iso[5:10] == f"{month:02d}-{day:02d}":
            years.add(int(found.iso[:4]))
        at += found.end
    return years.pop() if len(years) == 1 else None


def from_url(url: str | None) -> Dates:
    """A day in the address: `/2022/01/06/`. An archive's own time stamp is none."""
    match = _IN_URL.search(_ARCHIVE.sub("", url or ""))
    return Dates("-".join(match.groups()), None, "url") if match else Dates()
