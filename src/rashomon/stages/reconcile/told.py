"""Event claims as replies and drafts: the small tools that every question about events uses."""

from collections.abc import Callable, Iterable, Sequence

from rashomon.model.claim import Claim
from rashomon.model.measure import When
from rashomon.model.record import Words
from rashomon.stages.reconcile.asking import Row
from rashomon.stages.reconcile.events.occurrences import Occurrence
from rashomon.stages.reconcile.measuring import day_span, told
from rashomon.stages.reconcile.replies import Compare, Draft, Reply, in_order

Group = Sequence[Occurrence]
_LONGEST = 160  # characters of a value for people; the words themselves stand in the claims


def reports_of(group: Group) -> set[str]:
    """Ids of the reports that tell of it."""
    return {item.claim.report for item in group}


def draft(
    group: Group, family: str, aspect: str, question: str, row: Row, replies: Sequence[Reply], compare: Compare
) -> Draft:
    """The draft of one question; all reports of the group carry it."""
    first = min(item.claim.id for item in group)
    return Draft(
        kind="event",
        group=row["group"],
        question=question,
        key=("event", family, aspect, first),
        replies=tuple(replies),
        weight=row["weight"],
        compare=compare,
        carried=frozenset(reports_of(group)),
    )


def by(items: Iterable[Occurrence], stance: Callable[[Occurrence], str | None]) -> dict[str, list[Occurrence]]:
    """The occurrences by stance; those without one are left out."""
    found: dict[str, list[Occurrence]] = {}
    for item in items:
        key = stance(item)
        if key is not None:
            found.setdefault(key, []).append(item)
    return found


def by_day(dated: Group) -> list[Reply]:
    """One reply for each day or interval; a month in which one of the days lies joins that day."""
    stances = by(dated, lambda item: _day_key(item.claim.date))
    return [reply(told_of(items), items, key) for key, items in sorted(stances.items())]


def told_of(items: Group) -> str:
    """The narrowest of the items' dates in words."""
    date = narrowest(item.claim.date for item in items)
    return told(date) if date else ""


def _day_key(when: When | None) -> str | None:
    """The day, hours aside."""
    span = day_span(when)
    return "/".join(span) if span else None


def reply(value: str, items: Group, stance: str) -> Reply:
    """The claims of the items as one answer, dated by the narrowest of their dates."""
    claims = in_order(item.claim for item in items)
    date = narrowest(claim.date for claim in claims)
    return Reply(value=value, claims=claims, words=tuple(map(words_of_event, claims)), date=date, stance=stance)


def narrowest(dates: Iterable[When | None]) -> When | None:
    """The date that says most: a day before an interval, an hour before a day."""
    known = [date for date in dates if date and day_span(date)]
    return min(known, key=lambda when: (_wide(when), -len(when.start or ""), told(when)), default=None)


def _wide(when: When) -> bool:
    span = day_span(when)
    return span is None or span[0] != span[1]


def words_of_event(claim: Claim) -> Words:
    """The words of the event itself."""
    assert claim.event is not None
    return Words(claim=claim.id, start=claim.event.start, end=claim.event.end)


def clause(item: Occurrence) -> str:
    """The words of the claim, shortened."""
    return short(" ".join(item.claim.quote.split()).strip(" .,;"))


def short(words: str, longest: int = _LONGEST) -> str:
    """The words, cut at a word's end."""
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"
