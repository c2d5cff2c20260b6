"""What persons decide, with maker, time and reason: never changed, only added to, outranked or undone by a later one."""

from collections.abc import Iterable, Mapping

import msgspec

from rashomon.model.identity import identify

JOIN, SPLIT, UNDO = "join", "split", "undo"
CONFIRM, REJECT, CORRECT, RATE, NOTE = "confirm", "reject", "correct", "rate", "note"
CODE, DONE = "code", "done"
KINDS: dict[str, str] = {
    JOIN: "these belong together",
    SPLIT: "these belong not to those beside them",
    CONFIRM: "this is as the record has it",
    REJECT: "this is not so, and counts no longer",
    CORRECT: "this field has another value",
    RATE: "this outlet is so reliable",
    NOTE: "a remark, which changes nothing",
    CODE: "this person codes the story, and is not shown what its other coders judge until all are done",
    DONE: "who says so has judged all of the story that he will",
    UNDO: "this judgement holds no longer",
}
STORY, VOICE, ENTITY, FINDING, CLAIM, REPORT, OUTLET = (
    "story",
    "voice",
    "entity",
    "finding",
    "claim",
    "report",
    "outlet",
)
# What each kind may be of. Its anchors (`on`) stay when reports come in: a story and a voice are named by their reports' ids, a finding
# by its claims' ids, an entity by words that mean it (`rep1-…@start-end`), an outlet by its name.
OF: dict[str, frozenset[str]] = {
    JOIN: frozenset({STORY, VOICE, ENTITY, FINDING}),
    SPLIT: frozenset({STORY, VOICE, ENTITY, FINDING}),
    CONFIRM: frozenset({CLAIM, FINDING, ENTITY, REPORT}),
    REJECT: frozenset({CLAIM}),
    CORRECT: frozenset({CLAIM, FINDING, ENTITY, REPORT}),
    RATE: frozenset({OUTLET}),
    NOTE: frozenset({STORY, VOICE, ENTITY, FINDING, CLAIM, REPORT, OUTLET}),
    CODE: frozenset({STORY}),
    DONE: frozenset({STORY}),
}


class Flag(msgspec.Struct, frozen=True, kw_only=True):
    """What a later report says against a judgement. `kind`: `conflict`, `update`, `correction`, `retraction` (another answer), `support` (of a rejected
    claim), `told apart` (two numbers of joined findings), `named apart` (joined entities), `named as one` (parted ones), `copied` (parted
    voices), `borne out` (an outlet that was rated low). `text` is a plain sentence; `on` are ids of the claims or reports that say it."""

    kind: str
    text: str
    on: tuple[str, ...]


class Judgement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person's decision. `who` is the person, `when` ISO 8601 in UTC, `what` the kind (a key of KINDS), `on` the anchors of what it is
    on (see OF; of an undo, judgements), `of` what these are, `why` the reason in the person's words.

    `against`: of a split, those from which these are held apart. `field`, `value`: of a correction, what is corrected ("figure",
    "attribution", "date", "name" …) and the words or ISO date that stand there now; of a confirmation the field that it is on, None for
    the whole; of a rating, `value` is A to F on the Admiralty scale, of a coder's naming his name. `seen`: the claims that answered the same question when it was made
    (of entities and voices the reports that there were), so that what came later can be told. `at`: where the words of the claims in `on` stand, in their order, each a PLACE
    (`figure:rep1-…@120-152`), so that a claim is found again where a later edition names it otherwise; empty where nobody said. `knowing`: of
    a confirmation, the judgements that had shaped what was confirmed, and that it therefore does not contradict. `final`: an
    adjudication, which outranks all that is not. In a record the lists name only what the record holds. Of two judgements of one rank
    that contradict each other, the later holds. `flags`: in a record, what later reports say against it; in the log there are none.
    """

    id: str
    who: str
    when: str
    what: str
    on: tuple[str, ...]
    why: str
    of: str = STORY
    against: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None
    seen: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    knowing: tuple[str, ...] = ()
    final: bool = False
    flags: tuple[Flag, ...] = ()


def judgement(
    *,
    who: str,
    when: str,
    what: str,
    on: Iterable[str],
    why: str,
    of: str = STORY,
    against: Iterable[str] = (),
    field: str | None = None,
    value: str | None = None,
    seen: Iterable[str] = (),
    at: Mapping[str, str] | None = None,
    knowing: Iterable[str] = (),
    final: bool = False,
) -> Judgement:
    """The judgement with the id that its content gives it; its lists sorted, nothing twice. `at`: the places of claims, by their ids."""
    on, against, seen, knowing = (tuple(sorted(set(ids))) for ids in (on, against, seen, knowing))
    places = tuple((at or {}).get(each, "") for each in on)
    made = Judgement(
        id="", who=who, when=when, what=what, on=on, why=why, of=of, against=against, field=field, value=value, seen=seen,
        at=places if any(places) else (), knowing=knowing, final=final,
    )  # fmt: skip
    return msgspec.structs.replace(made, id=_identity(made))


def place(kind: str, report: str, start: int, end: int) -> str:
    """Where the words of a claim or of a mention stand, in one word: `figure:rep1-…@120-152`, of a mention without its kind."""
    return f"{kind}:{report}@{start}-{end}" if kind else f"{report}@{start}-{end}"


def report_in(place: str) -> str:
    """The id of the report in a place; an id stands for itself."""
    return place.rpartition(":")[2].partition("@")[0]


def span_in(place: str) -> tuple[int, int] | None:
    """`[start, end)` of a place; None where it has none."""
    start, dash, end = place.rpartition("@")[2].partition("-")
    return (int(start), int(end)) if dash and start.isdecimal() and end.isdecimal() else None


def folded(name: str) -> str:
    """A name as names are compared: without case, article and white space."""
    return " ".join(name.casefold().split()).removeprefix("the ")


def reports_of(each: Judgement) -> frozenset[str] | None:
    """The ids of the reports that it is about; None where it names claims, and nobody said where they stand."""
    if each.of in (STORY, VOICE, REPORT, ENTITY):
        return frozenset(report_in(one) for one in (*each.on, *each.against))
    return frozenset(report_in(one) for one in each.at if one) or None


def _identity(each: Judgement) -> str:
    """Recipe 1 knows stories alone; what has more to say is of recipe 2."""
    core = (each.who, each.when, each.what, each.why, str(len(each.on)), *each.on)
    if (each.of, each.field, each.value, each.seen, each.final) == (STORY, None, None, (), False):
        return identify("jud1", *core, *each.against)
    more = (each.of, repr(each.field), repr(each.value), str(each.final))
    lists = (each.against, each.seen, each.at, each.knowing)
    return identify("jud2", *core, *more, *(part for some in lists for part in (str(len(some)), *some)))


def order(each: Judgement) -> tuple[str, str]:
    """The earliest first; the same order wherever and in whatever order they were logged."""
    return each.when, each.id


def standing(log: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that are not undone: adjudications, then the others, the latest first. An undo can be undone; it reaches only what is earlier
    than itself."""
    undone: set[str] = set()
    found = []
    for each in sorted(log, key=order, reverse=True):
        if each.id in undone:
            continue
        if each.what == UNDO:
            undone.update(each.on)
        else:
            found.append(each)
    return tuple(sorted(found, key=lambda each: not each.final))
