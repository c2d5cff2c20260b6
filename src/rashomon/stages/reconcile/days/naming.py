"""How a sentence names a day: as the day of what it tells, as a bound, as a name of something else, or as read wrong."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from rashomon.model.claim import Claim
from rashomon.model.measure import When
from rashomon.stages.reconcile.measuring import day_span
from rashomon.stages.reconcile.tables import table, whole_words

Span = tuple[str, str]
# What a sentence says of its day, where its claims differ: the first that one of them is.
MODALITIES = ("asserted", "planned", "denied", "demanded", "possible")
_LONGEST = 3  # days; a week or a month is a period and no day of a timeline, a weekend and "4 and 5 January" are
_SHORTEST = 40  # characters of a sentence that says something without a claim; a dateline or a stamp does not
_ENDLESS = 2000  # characters; what is longer is a list, or a page whose sentences nobody ended
_LOOK_BACK = 60  # characters before a day in which what makes it a bound stands
_ABOUT = 70  # characters about a day in which the verb that it goes with stands
_ZONES = 2  # days; where it is a day later than where the report came out, a day ahead may be done
_PAST = re.compile(r"\b(?:[a-z]{2,}ed|was|were|had)\b")
_FULL = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d{4}")


def near_span(when: When | None) -> Span | None:
    """First and last day where they are a few days apart at most."""
    found = day_span(when)
    if found is None or len(found[0]) != 10:
        return None
    apart = days_between(*found)
    return found if apart is not None and 0 <= apart < _LONGEST else None


def days_between(first: str, last: str) -> int | None:
    """Days from one ISO day to another; None where either is none."""
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return None


def days_of(first: str, last: str) -> Iterator[str]:
    """Every day of the interval, as ISO text."""
    start = date.fromisoformat(first)
    for after in range((date.fromisoformat(last) - start).days + 1):
        yield (start + timedelta(days=after)).isoformat()


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return whole_words(table("timeline_en")[name])


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(table("timeline_en")["furniture"]), re.IGNORECASE)


@cache
def _bound() -> re.Pattern[str]:
    rules = table("timeline_en")
    return re.compile(rf"\b(?:{'|'.join(rules['bounds'])})\s+{rules['after_bounds']}$")


def says_something(text: str, claims: bool) -> bool:
    """Whether a sentence says something: a dateline or a stamp does not, nor does the furniture of a page, nor a stretch without end."""
    return len(text) <= _ENDLESS and (claims or len(text) >= _SHORTEST) and not _furniture().search(text)


def only_bounds(text: str, times: Sequence[tuple[int, int]]) -> bool:
    """Whether every expression of the day bounds something ("until March 20") or was only to be its day ("who were to leave on
    Wednesday"). `times` are `[start, end)` in the sentence."""
    starts = [start for start, _ in times]
    return bool(starts) and all(_bound().search(text[max(0, at - _LOOK_BACK) : at]) for at in starts)


def is_owned(text: str, times: Sequence[tuple[int, int]]) -> bool:
    """Whether the day only says which event is meant ("Thursday's release")."""
    return bool(times) and all(
        re.search(r"['’]s?$", text[start:end]) or re.match(r"['’]s?\b", text[end : end + 3]) for start, end in times
    )


def is_attribute(text: str, times: Sequence[tuple[int, int]]) -> bool:
    """Whether the day stands before a noun ("those accused of the May 2 attack")."""
    return bool(times) and all(
        re.search(r"\b(?:the|an?)\s$", text[max(0, start - 5) : start], re.IGNORECASE)
        and re.match(r",? [a-z]", text[end : end + 3])
        for start, end in times
    )


def is_full(text: str, times: Sequence[tuple[int, int]]) -> bool:
    """Whether the day is given with its month."""
    return any(_FULL.search(text[start:end]) for start, end in times)


def is_misread(
    text: str, times: Sequence[tuple[int, int]], claims: Sequence[Claim], days: tuple[str, str, str]
) -> bool:
    """Whether the sentence tells as done what was still to come when it was published: "gathered on Monday" is no Monday to come.
    Nor is what somebody will do on Monday of a Monday past. `days`: first and last, and that of publication (empty: not known)."""
    first, last, published = days
    ahead, behind = days_between(published, first), days_between(last, published)
    if not times or is_full(text, times) or ahead is None or behind is None:
        return False
    modalities = {claim.modality for claim in claims}
    near = _about(text, times)
    if behind > 0:
        return modalities == {"planned"} and bool(re.search(r"\bwill\b", near))
    if ahead < _ZONES or modalities - {"asserted"}:
        return False
    done = (c.quote[c.event.start - c.start : c.event.end - c.start] for c in claims if c.event)
    return not _pattern("ahead").search(near) or any(_PAST.search(words) for words in done)


def _about(text: str, times: Sequence[tuple[int, int]]) -> str:
    """The words about the expressions of the day."""
    return text[max(0, min(start for start, _ in times) - _ABOUT) : max(end for _, end in times) + _ABOUT]


def modality(claims: Sequence[Claim], text: str, *, to_come: bool) -> str:
    """What the sentence says of its day; what was still to come when it was published is planned. "Travelled there to help" is done.

    A thing that is counted may be told in a negated clause ("the two tanks that did not burn"), and nothing of the day is denied."""
    events = [claim for claim in claims if claim.event is not None] or claims
    found = {claim.modality for claim in events if claim.event or claim.modality != "denied"} or {"asserted"}
    said = next((one for one in MODALITIES if one in found), "asserted")
    if said in ("asserted", "planned"):
        return "planned" if to_come or (said == "planned" and _pattern("ahead").search(text)) else "asserted"
    return said
