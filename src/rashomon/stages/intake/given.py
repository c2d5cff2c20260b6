"""What a row says of its report beside the words, checked: a value that cannot be meant is left out, with a problem that says so."""

import re
from urllib.parse import urlsplit

import msgspec

from rashomon.model.report import Row
from rashomon.stages.intake.dating import iso_of

_LONGEST = 300  # characters of an outlet's or author's name
_LONGEST_TITLE = 1_000
_MOST_BYLINES = 50
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f<>\"]")  # what no address has, and what ends one on a page or in a header
Checked = tuple[Row, list[tuple[str, str]]]


def checked(row: Row) -> Checked:
    """The row with what can be used, and (code, message) of each problem. The date is read, and judged, elsewhere."""
    url, language, retrieved = address_of(row.url), _language(row.language), iso_of(row.retrieved)
    problems = []
    if row.url and not url:
        problems.append(
            ("address-unread", f"{_short(row.url)} is no web address; write it as https://example.org/page.")
        )
    if row.language and not language:
        problems.append(("language-unread", f"{_short(row.language)} is no language; write it as en or pt-BR."))
    if row.retrieved and not retrieved:
        problems.append(("date-unread", f"The date {_short(row.retrieved)} could not be read; write it as 2022-01-06."))
    usable = msgspec.structs.replace(
        row,
        url=url,
        language=language,
        retrieved=retrieved,
        title=title_of(row.title),
        outlet=_name(row.outlet),
        bylines=tuple(name for name in map(_name, row.bylines[:_MOST_BYLINES]) if name),
    )
    return usable, problems


def address_of(url: str | None) -> str | None:
    """A web address that can be taken apart; None where it is none ("http://[bad", "javascript:…")."""
    url = (url or "").strip()
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and len(url) <= _LONGEST_TITLE * 2
        usable = usable and not _BREAKS.search(url)
    except ValueError:
        return None
    return url if usable else None


def title_of(title: str | None) -> str | None:
    """The title in one line; of more than 1,000 characters only the beginning."""
    return " ".join((title or "")[: _LONGEST_TITLE * 10].split())[:_LONGEST_TITLE].rstrip() or None


def _name(name: str | None) -> str | None:
    return " ".join((name or "")[: _LONGEST * 10].split())[:_LONGEST].rstrip() or None


def _language(tag: str | None) -> str | None:
    tag = (tag or "").strip().replace("_", "-")
    if not _LANGUAGE.fullmatch(tag):
        return None
    first, *rest = tag.split("-")
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])


def _short(value: str) -> str:
    return repr(value[:60])
