"""What coders ask of a casebook: to code a story, to be done, how far they agree, and to settle what they differ on."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import msgspec

from rashomon.casebook import collection, judging, naming
from rashomon.casebook.coding import blind
from rashomon.casebook.coding.agreement import agreement, withheld
from rashomon.casebook.coding.ground import Ground
from rashomon.casebook.pointing import Pointed
from rashomon.errors import SettingsError
from rashomon.model.agreement import Agreement
from rashomon.model.anchors import found_again
from rashomon.model.collection import Shelf, StoryEntry
from rashomon.model.judgement import (
    CODE,
    DONE,
    JOIN,
    NOTE,
    SPLIT,
    STORY,
    UNDO,
    Judgement,
    order,
    report_in,
    reports_of,
    standing,
)
from rashomon.model.record import Record
from rashomon.store import Store

_NO_DECISIONS = frozenset({CODE, DONE, NOTE, UNDO})


class Room(NamedTuple):
    """What there is: the collection, the stories that were, by id, and the store."""

    held: Shelf
    before: Callable[[], Mapping[str, tuple[str, ...]]]
    store: Store


class Question(NamedTuple):
    """Whose agreement on what: as of `Casebook.agreement`; `made` gives the record of a story as the program reads it, nobody's judgements in it."""

    story: str | None
    by: Sequence[str]
    until: str | None
    seen_by: str | None
    units: bool
    made: Callable[[str], Record]


def code(story: str, coders: Sequence[str], why: str, by: str | None, room: Room) -> tuple[Judgement, ...]:
    """Names the coders of a story. Raises SettingsError where there is none, or a name is empty."""
    if not coders:
        raise SettingsError("Say who codes the story: name two coders or more.")
    on, store = _reports(story, room), room.store
    named = dict.fromkeys(judging.maker(who) for who in coders)
    return tuple(judging.decide(store, CODE, on, why, by, value=who) for who in named)


def done(story: str, why: str, by: str | None, room: Room) -> Judgement:
    """Says that its maker is done with a story."""
    return judging.decide(room.store, DONE, _reports(story, room), why, by)


def _reports(story: str, room: Room) -> list[str]:
    found = naming.stories(story, room.held, room.before)
    return sorted({report for each in found for report in each.reports})


def adjudicate(name: str, why: str, by: str | None, store: Store) -> Judgement:
    """Decides as this judgement does, and finally. Raises SettingsError where it decides nothing."""
    log = judging.log(store)
    own = naming.judged(name, log)
    (taken,) = (each for each in log if each.id == own)
    if taken.what in _NO_DECISIONS or taken.final:
        kind = (
            "is an adjudication already"
            if taken.final
            else f"is of kind {taken.what}, which decides nothing that coders could differ on"
        )
        raise SettingsError(f"The judgement {name!r} {kind}.")
    return judging.decide(
        store, taken.what, taken.on, why, by, of=taken.of, against=taken.against, field=taken.field, value=taken.value,
        seen=taken.seen, at=dict(zip(taken.on, taken.at, strict=False)), knowing=(*taken.knowing, taken.id), final=True,
    )  # fmt: skip


def agreed(asked: Question, room: Room) -> Agreement:
    """The agreement of the coders of a story, of every story that was judged where none is named."""
    log = collection.log(room.held, room.store)
    name = asked.story
    stories = naming.stories(name, room.held, room.before) if name is not None else _judged(log, room.held)
    ground = Ground(asked.made(each.id) for each in stories)
    log = found_again(log, list(ground.claims.values()))
    found = agreement(
        log, ground, stories[0].id if name is not None else None, asked.by, _moment(asked.until), asked.units
    )
    hidden = asked.seen_by is not None and sight(log, stories, asked.seen_by) is not None
    return withheld(found) if hidden else found


def _moment(text: str | None) -> str | None:
    """A time in UTC as judgements have it; of a day its end. Raises SettingsError where it is none."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(
            f"{text[:40]!r} is no time; write it as 2031-05-06 or 2031-05-06T10:00:00+00:00."
        ) from error
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    end = timedelta(days=1, microseconds=-1) if len(text) == len("2031-05-06") else timedelta()
    return (found + end).astimezone(UTC).isoformat(timespec="microseconds")


def _judged(log: Sequence[Judgement], held: Shelf) -> tuple[StoryEntry, ...]:
    """The stories in which somebody judged anything."""
    found = [reports_of(each) for each in log if each.what not in _NO_DECISIONS]
    wanted = {report for reports in found if reports for report in reports}
    return tuple(story for story in held.stories if not wanted.isdisjoint(story.reports))


# --- whose judgements one is shown --------------------------------------------------------------------------------------


def sight(log: Sequence[Judgement], stories: Sequence[StoryEntry], who: str) -> tuple[str, ...] | None:
    """Himself alone, where one of the stories is coded by him without sight of the others; else None, which is everybody."""
    return (who,) if any(blind.is_blind(log, story.reports, who) for story in stories) else None


def as_judged_by(who: Sequence[str], held: Shelf, store: Store) -> Shelf:
    """The collection with the judgements of these alone, as if there were no others; what makes the stories stays as it is, as all code the same
    reports."""
    stories = [each for each in held.judgements if each.of == STORY and each.what in (JOIN, SPLIT)]
    names = {blind.person(each) for each in who}
    own = standing([each for each in collection.log(held, store) if blind.person(each.who) in names])
    others = [each for each in own if each.of != STORY or each.what not in (JOIN, SPLIT)]
    return msgspec.structs.replace(held, judgements=tuple(sorted([*stories, *others], key=order)))


def is_blind(log: Sequence[Judgement], one: Pointed, who: str) -> bool:
    """Whether this one codes the story of what is judged without sight of the others."""
    reports = {report_in(each) for each in (*one.on, *one.at.values())}
    return blind.is_blind(log, reports, who)


def visible(log: Sequence[Judgement], one: Pointed, who: str, alone: bool) -> list[str]:
    """The ids of the judgements that stand on what is judged, and that its maker can see."""
    there = set(one.on)
    some = standing([each for each in log if not alone or blind.person(each.who) == blind.person(who)])
    return [
        each.id
        for each in some
        if each.of == one.of and each.what not in _NO_DECISIONS and not there.isdisjoint((*each.on, *each.against))
    ]
