"""What a person can judge, and what can be decided of it: a table of acts, each with the Casebook call that it makes."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from rashomon.casebook import Casebook
from rashomon.errors import SettingsError

Choice = tuple[str, str]  # value, label
Values = Mapping[str, Any]  # act, field, value, others, parts, rating, why, who, final
RATINGS: tuple[Choice, ...] = (
    ("A", "A: completely reliable"), ("B", "B: usually reliable"), ("C", "C: fairly reliable"), ("D", "D: not usually reliable"),
    ("E", "E: unreliable"), ("F", "F: its reliability cannot be judged"),
)  # fmt: skip


class Act(NamedTuple):
    """`needs`: the inputs that it takes (field, value, others, parts, rating); `decide` makes the one Casebook call."""

    key: str
    label: str
    needs: tuple[str, ...]
    decide: Callable[[Casebook, "Subject", Values, str | None], Any]


class Sample(NamedTuple):
    """Words of a report that are judged, with those around them."""

    outlet: str
    before: str
    words: str
    after: str
    report: str


class Subject(NamedTuple):
    """What is judged. `facts`: what the record has of it, a name and a value each. `fields` that can be corrected; `others` that it can be
    joined with, `parts` that can be split from it. `report`: one of its reports, where a decision may change which story it is in."""

    of: str
    on: str
    title: str
    acts: tuple[Act, ...]
    facts: tuple[tuple[str, str], ...] = ()
    samples: tuple[Sample, ...] = ()
    fields: tuple[Choice, ...] = ()
    others: tuple[Choice, ...] = ()
    parts: tuple[Choice, ...] = ()
    report: str | None = None
    judged: tuple[str, ...] = ()


# --- what can be decided ------------------------------------------------------------------------------------------------


def _said(values: Values) -> dict[str, Any]:
    return {"why": values["why"], "by": values["who"]}


def _whole(values: Values, story: str | None) -> dict[str, Any]:
    return {**_said(values), "story": story, "final": values["final"]}


def _confirm(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
    return book.confirm(one.on, **_whole(values, story))


def _reject(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
    return book.reject(one.on, **_whole(values, story))


def _correct(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
    return book.correct(one.on, values["field"], values["value"], **_whole(values, story))


def _note(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
    return book.note(one.on, of=one.of, story=story, **_said(values))


def _rate(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
    return book.rate(_outlet(one), values["rating"], **_said(values))


def _join(of: str) -> Callable[[Casebook, Subject, Values, str | None], Any]:
    def decide(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
        return book.join(one.on, *values["others"], of=of, **_whole(values, story))

    return decide


def _split_parts(of: str) -> Callable[[Casebook, Subject, Values, str | None], Any]:
    def decide(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
        return book.split(*values["parts"], of=of, **_whole(values, story))

    return decide


def _split_self(of: str) -> Callable[[Casebook, Subject, Values, str | None], Any]:
    def decide(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
        return book.split(one.on, of=of, **_whole(values, story))

    return decide


_CONFIRM = Act("confirm", "It is right, as the record has it", (), _confirm)
_CORRECT = Act("correct", "Correct it", ("field", "value"), _correct)
_NOTE = Act("note", "Only a note; it changes nothing", (), _note)
_RATE = Act("rate", "Rate its outlet", ("rating",), _rate)
ACTS: dict[str, tuple[Act, ...]] = {
    "claim": (
        _CONFIRM,
        Act("reject", "It is not so, or not said: it counts no longer", (), _reject),
        _CORRECT,
        Act("split", "It answers another question than the others beside it", (), _split_self("finding")),
        _NOTE,
    ),
    "finding": (
        _CONFIRM,
        _CORRECT,
        Act("join", "It is the same question as another", ("others",), _join("finding")),
        Act("split", "Some of its answers belong to another question", ("parts",), _split_parts("finding")),
        _NOTE,
    ),
    "entity": (
        _CONFIRM,
        _CORRECT,
        Act("join", "It is the same as another", ("others",), _join("entity")),
        Act("split", "Some of its words mean another", ("parts",), _split_parts("entity")),
        _NOTE,
    ),
    "report": (
        _CONFIRM,
        _CORRECT,
        _RATE,
        Act("split", "It tells of another happening than the rest of the story", (), _split_self("story")),
        Act("voice-join", "It speaks with one text with others", ("others",), _join("voice")),
        Act("voice-split", "Its text is its own, and no copy", (), _split_self("voice")),
        _NOTE,
    ),
    "story": (
        Act("join", "It is the same happening as another story", ("others",), _join("story")),
        Act("split", "Some of its reports tell of another happening", ("parts",), _split_parts("story")),
        _NOTE,
    ),
    "outlet": (_RATE, _NOTE),
}


def _outlet(one: Subject) -> str:
    if one.of == "outlet":
        return one.on
    named = dict(one.facts).get("Outlet")
    if not named:
        raise SettingsError("The report names no outlet. Correct its outlet first.")
    return named
