"""What persons decide, with maker, time and reason: never changed, only added to, outranked or undone by a later one."""

from collections.abc import Iterable

import msgspec

from rashomon.model.identity import identify

JOIN, SPLIT, UNDO = "join", "split", "undo"
KINDS: dict[str, str] = {
    JOIN: "these reports tell of one happening",
    SPLIT: "these reports tell of another happening than those beside them",
    UNDO: "this judgement holds no longer",
}


class Judgement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person's decision. `who` is the person, `when` ISO 8601 in UTC, `what` the kind (`join`, `split`, `undo`), `on` the ids that it
    is on (reports; of an undo, judgements), `why` the reason in the person's words.

    `against`: of a split, the reports from which those are held apart. In a record both lists name only what the record holds.
    Of two judgements that contradict each other, the later holds.
    """

    id: str
    who: str
    when: str
    what: str
    on: tuple[str, ...]
    why: str
    against: tuple[str, ...] = ()


def judgement(
    *, who: str, when: str, what: str, on: tuple[str, ...], why: str, against: tuple[str, ...] = ()
) -> Judgement:
    """The judgement with the id that its content gives it; its lists sorted, nothing twice."""
    on, against = tuple(sorted(set(on))), tuple(sorted(set(against)))
    own = identify("jud1", who, when, what, why, str(len(on)), *on, *against)
    return Judgement(id=own, who=who, when=when, what=what, on=on, why=why, against=against)


def order(each: Judgement) -> tuple[str, str]:
    """The earliest first; the same order wherever and in whatever order they were logged."""
    return each.when, each.id


def standing(log: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that are not undone, the latest first. An undo can be undone; it reaches only what is earlier than itself."""
    undone: set[str] = set()
    found = []
    for each in sorted(log, key=order, reverse=True):
        if each.id in undone:
            continue
        if each.what == UNDO:
            undone.update(each.on)
        else:
            found.append(each)
    return tuple(found)
