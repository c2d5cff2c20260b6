"""What coders ask of a casebook: to code a story, to be done, how far they agree, and to settle what they differ on."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

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
from rashomon.pipeline import Workshop

_NO_DECISIONS = frozenset({CODE, DONE, NOTE, UNDO})
Before = Callable[[], Mapping[str, tuple[str, ...]]]
Made = Callable[[str], Record]  # the record of a story as the program reads it, nobody's judgements in it


def code(
    story: str, coders: Sequence[str], why: str, by: str | None, held: Shelf, before: Before, workshop: Workshop
) -> tuple[Judgement, ...]:
    """Names the coders of a story. Raises SettingsError where there is none, or a name is empty."""
    if not coders:
        raise SettingsError("Say who codes the story: name two coders or more.")
    on = _reports(story, held, before)
    return tuple(
        judging.decide(workshop.store, CODE, on, why, by, value=judging.maker(who)) for who in dict.fromkeys(coders)
    )


def done(story: str, why: str, by: str | None, held: Shelf, before: Before, workshop: Workshop) -> Judgement:
    """Says that its maker is done with a story."""
    return judging.decide(workshop.store, DONE, _reports(story, held, before), why, by)


def _reports(story: str, held: Shelf, before: Before) -> list[str]:
    return sorted({report for each in naming.stories(story, held, before) for report in each.reports})


def adjudicate(name: str, why: str, by: str | None, workshop: Workshop) -> Judgement:
    """Decides as this judgement does, and finally. Raises SettingsError where it decides nothing."""
    log = judging.log(workshop.store)
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
        workshop.store, taken.what, taken.on, why, by, of=taken.of, against=taken.against, field=taken.field, value=taken.value,
        seen=taken.seen, at=dict(zip(taken.on, taken.at, strict=False)), knowing=(*taken.knowing, taken.id), final=True,
    )  # fmt: skip


def agreed(
    story: str | None,
    by: Sequence[str],
    until: str | None,
    seen_by: str | None,
    whole: bool,
    held: Shelf,
    before: Before,
    made: Made,
    workshop: Workshop,
) -> Agreement:
    """The agreement of the coders of a story, of every story that was judged where none is named."""
    log = collection.log(held, workshop.store)
    stories = naming.stories(story, held, before) if story is not None else _judged(log, held)
    ground = Ground(made(each.id) for each in stories)
    log = found_again(log, list(ground.claims.values()))
    found = agreement(log, ground, stories[0].id if story is not None else None, by, _moment(until), whole)
    return withheld(found) if seen_by is not None and sight(log, stories, seen_by) is not None else found


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


def as_judged_by(who: Sequence[str], held: Shelf, workshop: Workshop) -> Shelf:
    """The collection with the judgements of these alone, as if there were no others; what makes the stories stays as it is, as all code the same
    reports."""
    stories = [each for each in held.judgements if each.of == STORY and each.what in (JOIN, SPLIT)]
    names = {blind.person(each) for each in who}
    own = standing([each for each in collection.log(held, workshop.store) if blind.person(each.who) in names])
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
