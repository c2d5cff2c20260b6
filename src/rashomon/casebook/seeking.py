"""Which stories of the catalogue are asked for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from rashomon.casebook import searching
from rashomon.casebook.catalogue import Catalogue
from rashomon.errors import SettingsError
from rashomon.model.collection import StoryEntry
from rashomon.store import Store

STATUSES = ("contested", "corrected", "updated", "agreed", "compatible", "single")
UNREAD = "unread"
Sign = Callable[[StoryEntry], bool]


@dataclass(frozen=True)
class Asked:
    """What a story must be or have; None for whatever. `text`: one of its reports has all words; `place`, `party`: names, each by its beginning; `status`: of one of its findings,
    or "unread"; `since`, `until`: ISO days, between which one of its reports lies at least; `new_since`: ISO time, after which one of its reports came in."""

    text: str = ""
    place: str | None = None
    party: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    new_since: str | None = None


def sought(asked: Asked, held: Catalogue, store: Store) -> list[StoryEntry]:
    """The stories that are all of what is asked, in the catalogue's order. Raises SettingsError where a status, day or time is none."""
    signs = list(_signs(asked, held, store))
    return [story for story in held.stories.values() if all(sign(story) for sign in signs)]


def _signs(asked: Asked, held: Catalogue, store: Store) -> Iterator[Sign]:
    """The cheapest first."""
    if asked.status is not None:
        yield _of_status(asked.status)
    if asked.since is not None:
        yield _since(day(asked.since))
    if asked.until is not None:
        yield _until(day(asked.until))
    if asked.new_since is not None:
        yield _new_since(moment(asked.new_since))
    if asked.text.strip():
        yield _with_words(asked.text, held, store)
    if asked.place is not None and asked.place.strip():
        yield _named(asked.place, held.places)
    if asked.party is not None and asked.party.strip():
        yield _named(asked.party, held.names)


def _of_status(status: str) -> Sign:
    if status == UNREAD:
        return lambda story: story.read is None
    if status not in STATUSES:
        raise SettingsError(f"{status[:40]!r} is no status. They are {', '.join((*STATUSES, UNREAD))}.")
    return lambda story: status in story.statuses


def _since(first: str) -> Sign:
    return lambda story: story.end is not None and story.end >= first


def _until(last: str) -> Sign:
    return lambda story: story.start is not None and story.start <= last


def _new_since(when: str) -> Sign:
    return lambda story: story.added is not None and story.added > when


def _with_words(text: str, held: Catalogue, store: Store) -> Sign:
    found = searching.holding(text, held.holdings.by_words, store)
    return lambda story: not found.isdisjoint(story.reports)


def _named(name: str, names: dict[str, str]) -> Sign:
    wanted = searching.words(name)
    return lambda story: bool(wanted) and f" {wanted}" in names.get(story.id, "")


def day(text: str) -> str:
    """An ISO day, of a day or a time."""
    try:
        return (date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)).isoformat()[:10]
    except ValueError as error:
        raise SettingsError(f"{text[:40]!r} is no day; write it as 2031-05-06.") from error


def moment(text: str) -> str:
    """A time in UTC, to the microsecond, as arrivals have it; a day begins at midnight, and what has no offset is in UTC."""
    try:
        found = datetime.fromisoformat(text)
        found = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise SettingsError(
            f"{text[:40]!r} is no time; write it as 2031-05-06 or 2031-05-06T10:00:00+00:00."
        ) from error
    return found.isoformat(timespec="microseconds")
