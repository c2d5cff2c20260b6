"""Who published a report: a list of small rules, each with its reason; the first that knows wins, and none may know."""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from rashomon.model.report import Furniture, Row
from rashomon.reference.outlets import find_outlet, outlet_of_host
from rashomon.stages.intake.media_names import is_medium
from rashomon.text.dates.datelines import read_dateline
from rashomon.text.dates.monthnames import find_day

_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,10}")
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d+\w*/")
_AGGREGATORS = frozenset("archive.org archive.is archive.ph t.me twitter.com x.com facebook.com youtube.com".split())
_NAME = r"[A-Z][\w&'’-]*(?:[ .][\w&'’-]+){0,5}(?: \([^()]{1,30}\))?"
_PROMOTED = re.compile(r"([A-Z0-9][\w.&'-]*(?: [A-Z0-9][\w.&'-]*){0,3}(?: \([^()]{1,30}\))?):\s")
_SIGNED = re.compile(r"[^,\d]{3,60}, ([^,]{3,60})")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|[Cc]opyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*(?:by\s)?([A-Z][\w.&' -]{2,40}?)\s*(?:[.,|-]|All|\d{4}|$)"
)
_AFTER_COLON = re.compile(r"[:–-]\s*(.{2,40}?)\s*[.)]?$")


class Traces(NamedTuple):
    """All that may tell the publisher."""

    row: Row
    site: str | None
    url: str | None
    text: str
    furniture: tuple[Furniture, ...]


def publisher(traces: Traces) -> tuple[str | None, str]:
    """The outlet's name (canonical where the table knows it) and the reason in words; (None, "") where not known."""
    for rule in RULES:
        name = rule(traces)
        if name:
            return name, (rule.__doc__ or "").strip()
    return None, ""


def _canonical(name: str) -> str:
    known = outlet_of_host(name) if _HOST.fullmatch(name) else None
    known = known or find_outlet(name)
    return known.name if known else name


def by_row(traces: Traces) -> str | None:
    """the row names its outlet"""
    return _canonical(" ".join(traces.row.outlet.split())) if traces.row.outlet and traces.row.outlet.strip() else None


def by_address(traces: Traces) -> str | None:
    """the address's host is in the table of outlets"""
    host = _host(traces.url)
    known = outlet_of_host(host) if host else None
    return known.name if known else None


def by_site_name(traces: Traces) -> str | None:
    """the page names its site"""
    return _canonical(traces.site) if traces.site and len(traces.site) <= 60 else None


def by_host(traces: Traces) -> str | None:
    """the address's host, for want of a name"""
    host = _host(traces.url)
    return host if host and host not in _AGGREGATORS else None


def by_date_line(traces: Traces) -> str | None:
    """a name stands beside the page's bare date ("Harbour Post, 10.01.2022")"""
    for one in traces.furniture:
        day = find_day(one.text) if one.kind == "date" else None
        name = one.text[: day.start].strip(" ,|–-") if day else ""
        known = find_outlet(name) if name else None
        if known or (re.fullmatch(_NAME, name) and "," in one.text and not _is_word_of_time(name)):
            return known.name if known else name
    return None


def _is_word_of_time(name: str) -> bool:
    return bool(re.match(r"(?:Post|Publish|Updat|Modif|Creat|Last|First|Date|Mon|Tue|Wed|Thu|Fri|Sat|Sun)", name))


def by_name_line(traces: Traces) -> str | None:
    """an outlet's name stands alone in a line of the page"""
    alone = (one.text for one in traces.furniture if one.kind == "source" and ":" not in one.text)
    return next((known.name for line in alone if (known := find_outlet(line))), None)


def by_byline(traces: Traces) -> str | None:
    """the byline names the outlet behind a comma ("Ada Holm, Velmora Herald")"""
    for one in traces.furniture:
        match = _SIGNED.fullmatch(one.text.strip()) if one.kind == "byline" else None
        if match and is_medium(match[1]):
            return _canonical(match[1])
    return None


def by_dateline(traces: Traces) -> str | None:
    """the text opens with the agency's own dateline ("City. May 3rd. AGENCY -")"""
    found = read_dateline(traces.text)
    if not found or not found.agency or traces.text[found.agency[0] - 1] == "(":
        return None
    known = find_outlet(traces.text[slice(*found.agency)])
    return known.name if known else None


def by_promotion(traces: Traces) -> str | None:
    """a blurb at the end of the page praises the outlet by name"""
    for one in traces.furniture:
        match = _PROMOTED.match(one.text) if one.kind == "promotion" else None
        if match and re.search(
            r"\b(?:news|latest|freshest|breaking|online|update)", one.text[match.end() :], re.IGNORECASE
        ):
            return _canonical(match[1])
    return None


def by_copyright(traces: Traces) -> str | None:
    """the page's copyright line names its owner"""
    lines = (one.text for one in traces.furniture if one.kind == "source")
    names = (match[1] for line in lines if (match := _COPYRIGHT.search(line)))
    return next((known.name for name in names if (known := find_outlet(name)) and known.kind == "outlet"), None)


def by_photo_credit(traces: Traces) -> str | None:
    """the only picture credit names an outlet, and no agency"""
    credits = [one.text for one in traces.furniture if one.kind == "credit"]
    names = {match[1] for line in credits if (match := _AFTER_COLON.search(line))}
    known = find_outlet(names.pop()) if len(names) == 1 else None
    return known.name if known and known.kind == "outlet" else None


RULES: tuple[Callable[[Traces], str | None], ...] = (
    by_row, by_address, by_site_name, by_host, by_date_line, by_name_line, by_byline, by_dateline, by_promotion, by_copyright, by_photo_credit,
)  # fmt: skip


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(_ARCHIVE.sub("", url or "")).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None
