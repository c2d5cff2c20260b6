"""How the pages word days, counts, ids, states and errors."""

import logging
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from rashomon.errors import (
    ModelMissingError,
    NothingReadError,
    RashomonError,
    SettingsError,
    StoreBusyError,
    StoreError,
)
from rashomon.publish.days import in_words, interval

_LONGEST = 3_000  # characters of a sentence: it may name what was asked for
_LOG = logging.getLogger(__name__)
_WRONG = "Something went wrong in the desk. What it was stands in the terminal in which the desk was started."
STATES = {
    "holds": "holds",
    "undone": "undone",
    "outranked": "outranked by a later one that contradicts it",
    "waits": "waits for reports that are not there",
}
STATUSES = {
    "contested": "contested", "corrected": "corrected", "updated": "updated", "agreed": "agreed", "compatible": "compatible",
    "single": "on one voice", "unread": "not read yet",
}  # fmt: skip


def counted(n: int, noun: str) -> str:
    """ "1 report", "2,400 reports", "2 stories" """
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{n:,} {noun if n == 1 else plural}"


def size(number: int) -> str:
    """ "200 MB", "300 KB" """
    return f"{number // 1_000_000:,} MB" if number >= 1_000_000 else f"{number // 1_000:,} KB"


def when(iso: str | None) -> str:
    """ "22 November 2031, 01:39" """
    return in_words(iso) if iso else "undated"


def days(each: Any) -> str:
    return interval(each.start, each.end)


def short(own: str) -> str:
    """The beginning of an id, by which it can be named."""
    recipe, dash, letters = own.partition("-")
    return f"{recipe}{dash}{letters[:8]}"


def span(each: Any) -> str:
    """A time interval of a claim in words."""
    if each is None:
        return ""
    start, end = each.start, each.end
    if start and end:
        return interval(start, end) if start != end else in_words(start)
    return f"from {in_words(start)}" if start else f"until {in_words(end)}" if end else ""


def file_name(title: str, ending: str) -> str:
    """A name for a download, of plain letters: nothing of a report's headline can lead out of a folder or hide an ending."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return f"{words or 'story'}.{ending}"


def sentence(error: Exception) -> str:
    """What a person is told of an error: no path of this machine, no trace."""
    if isinstance(error, StoreBusyError):
        return "The casebook is being written by another process. Try again when that is done."
    if isinstance(error, (StoreError, ModelMissingError)) or not isinstance(error, RashomonError):
        _LOG.error("%s", error)
        if isinstance(error, StoreError):
            return "The casebook cannot be used. Why stands in the terminal in which the desk was started."
        if isinstance(error, ModelMissingError):
            return "No language model is installed, so that nothing can be read. `rashomon doctor` says more."
        return _WRONG
    if isinstance(error, (SettingsError, NothingReadError)):
        return capital(str(error))[:_LONGEST]
    return str(error)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


FILTERS: dict[str, Callable[..., Any]] = {
    "counted": counted, "when": when, "days": days, "short": short, "span": span, "capital": capital,
    "size": size,
}  # fmt: skip
