"""The log of persons' judgements: added to, listed, written out and read in, never changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import IO, Any

import msgspec

from rashomon.casebook.checking import check
from rashomon.casebook.making import moment
from rashomon.errors import SettingsError, StoreError
from rashomon.fetch.streams import lines
from rashomon.model.bonds import uphold
from rashomon.model.collection import Imported, LoggedJudgement, Shelf
from rashomon.model.judgement import (
    CLAIM,
    FINDING,
    JOIN,
    NOTE,
    OF,
    OUTLET,
    REPORT,
    SPLIT,
    STORY,
    UNDO,
    Flag,
    Judgement,
    folded,
    judgement,
    order,
    report_in,
    standing,
)  # fmt: skip
from rashomon.model.problem import Rejected
from rashomon.model.rulings import rulings
from rashomon.store import Store

_LOG = "judgement"
_LONGEST_LINE = 1_000_000  # bytes
_LONGEST_WHY = 2_000  # characters
_LONGEST_WHO = 200
_SAID = 100  # refused lines that are listed with their reason
_SKEW = timedelta(minutes=10)  # by which another machine's clock may be ahead


def log(store: Store) -> tuple[Judgement, ...]:
    """All judgements, the earliest first."""
    try:
        rows = [msgspec.msgpack.decode(body, type=Judgement) for body in store.logged(_LOG).values()]
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(f"The casebook is damaged: a judgement in it cannot be read ({error}).") from error
    return tuple(sorted(rows, key=order))


def has_grown(store: Store, after: int) -> bool:
    """Whether a judgement was made since the store's tip had been `after`."""
    return bool(store.logged(_LOG, after))


def decide(store: Store, what: str, on: Sequence[str], why: str, by: str | None, **more: Any) -> Judgement:
    """Logs a judgement of now, later than all that are logged; `more` as of a judgement. Raises SettingsError where maker or reason are
    missing, or where it is none (see `checking`)."""
    made = judgement(
        who=maker(by),
        when=_after(log(store)),
        what=what,
        on=tuple(on),
        why=_words(why, "why", "--why", _LONGEST_WHY),
        **more,
    )
    check(made)
    store.append(_LOG, {made.id: msgspec.msgpack.encode(made)})
    return made


def _after(earlier: Sequence[Judgement]) -> str:
    """Now, or the moment after the last judgement where a clock has gone back: a decision never comes before those it was made on."""
    now = moment()
    if not earlier or earlier[-1].when < now:
        return now
    return _iso(datetime.fromisoformat(earlier[-1].when) + timedelta(microseconds=1))


def maker(by: str | None) -> str:
    """Who judges: the one who is named, else the user. Raises SettingsError where that is nobody."""
    return _words(by if by is not None else _user(), "who judges", "--by", _LONGEST_WHO)


def _user() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError, ImportError) as error:
        raise SettingsError("It is not known who judges. Say it with --by NAME.") from error


def _words(text: str, what: str, option: str, longest: int) -> str:
    """The text in one line, without what a terminal would obey."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not line:
        raise SettingsError(f"A judgement must say {what}. Give it with {option}.")
    if len(line) > longest:
        raise SettingsError(
            f"What a judgement says of {what} is {len(line):,} characters long; {longest:,} is the most."
        )
    return line


def renamed(judgements: Iterable[Judgement], names: Mapping[str, str]) -> tuple[Judgement, ...]:
    """The judgements with reports by other ids, in places too."""

    def now(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(_in_place(each, names) for each in ids)

    def there(each: Judgement) -> Judgement:
        return msgspec.structs.replace(each, on=now(each.on), against=now(each.against), at=now(each.at))

    return tuple(there(each) for each in judgements) if names else tuple(judgements)


def _in_place(anchor: str, names: Mapping[str, str]) -> str:
    report = report_in(anchor)
    return anchor.replace(report, names[report], 1) if report in names else anchor


def listed(
    every: Sequence[Judgement], held: Shelf, flags: Mapping[str, tuple[Flag, ...]] | None = None
) -> tuple[LoggedJudgement, ...]:
    """Each judgement with what became of it, and what later reports say against it, the earliest first."""
    stands = {each.id for each in standing(every)}
    undone = {each.id for each in every} - stands - {each.id for each in _undoing(every)}
    there, holding = _there(every, held), {each.id for each in held.judgements if each.of == STORY}
    for of in OF[NOTE]:
        holding |= {each.id for each in uphold(every, there[of], of).judgements} if of != STORY else set()
        holding |= {own for ruling in rulings(every, there[of], of).values() for own in ruling.judged}
    return tuple(
        LoggedJudgement(
            judgement=each, state=_state(each, undone, holding, there), flags=(flags or {}).get(each.id, ())
        )
        for each in sorted(every, key=order)
    )


def _there(every: Sequence[Judgement], held: Shelf) -> dict[str, set[str]]:
    """The anchors of judgements that are in the collection, by the kind of thing; claims by the place that they were given, and those
    without one as if they were there."""
    reports = {entry.id for entry in held.reports}
    outlets = {folded(entry.outlet) for entry in held.reports if entry.outlet}
    outlets |= {folded(each.value or "") for each in every if each.of == REPORT and each.field == "outlet"}
    there: dict[str, set[str]] = {of: set() for of in OF[NOTE]}
    gone = {
        one for each in every for one, at in zip(each.on, each.at, strict=False) if at and report_in(at) not in reports
    }
    for each in every if reports else ():
        for one in (*each.on, *each.against) if each.of in there else ():
            if each.of in (CLAIM, FINDING):
                found = one not in gone
            else:
                found = folded(one) in outlets if each.of == OUTLET else report_in(one) in reports
            if found:
                there[each.of].add(one)
    return there


def _undoing(every: Sequence[Judgement]) -> Iterator[Judgement]:
    """The undos that are not undone themselves."""
    gone: set[str] = set()
    for each in sorted(every, key=order, reverse=True):
        if each.what == UNDO and each.id not in gone:
            gone.update(each.on)
            yield each


def _state(each: Judgement, undone: set[str], holding: set[str], there: Mapping[str, set[str]]) -> str:
    if each.id in undone:
        return "undone"
    if each.what == UNDO or each.id in holding:
        return "holds"
    present = [len(there.get(each.of, set()).intersection(ids)) for ids in (each.on, each.against)]
    could = {JOIN: present[0] > 1, SPLIT: all(present)}.get(each.what, present[0] > 0)
    return "outranked" if could else "waits"


# --- as JSONL ----------------------------------------------------------------------------------------------------------


def written(store: Store) -> bytes:
    """The log as JSONL, the earliest first."""
    return b"".join(msgspec.json.encode(each) + b"\n" for each in log(store))


def read_in(file: IO[bytes], store: Store) -> Imported:
    """Adds the judgements of a JSONL file to the log; a line that holds none is refused with its reason, and the rest taken."""
    good: dict[str, bytes] = {}
    rejected: list[Rejected] = []
    known, refused = 0, 0
    there = {each.id for each in log(store)}
    for number, line in enumerate(lines(file, _LONGEST_LINE), 1):
        try:
            if line is None or line.strip():
                each = _read(line)
                known += each.id in there or each.id in good
                good[each.id] = msgspec.msgpack.encode(each)
        except (SettingsError, msgspec.MsgspecError, ValueError, OverflowError, RecursionError) as error:
            refused += 1
            if refused <= _SAID:
                rejected.append(
                    Rejected(source=f"line {number}", error=f"Line {number} is no judgement: {_plain(error)}")
                )
    new = store.append(_LOG, good)
    return Imported(new=len(new), known=known, refused=refused, rejected=tuple(rejected))


class _Line(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A judgement as others write it; without an id it gets the one of its content. Fields as of a Judgement."""

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
    id: str | None = None


def _read(line: bytes | None) -> Judgement:
    if line is None:
        raise SettingsError(f"it is longer than {_LONGEST_LINE:,} bytes.")
    row = msgspec.json.decode(line, type=_Line)
    if row.at and len(row.at) != len(row.on):
        raise SettingsError(
            f"it names {len(row.on)} claims `on` and {len(row.at)} places `at`: one for each, in their order, or none."
        )
    made = judgement(
        who=_words(row.who, "who judges", "`who`", _LONGEST_WHO),
        when=_iso(_moment(row.when)),
        what=row.what,
        on=row.on,
        why=_words(row.why, "why", "`why`", _LONGEST_WHY),
        of=row.of,
        against=row.against,
        field=row.field,
        value=row.value,
        seen=row.seen,
        at=dict(zip(row.on, row.at, strict=True)) if row.at else None,
        knowing=row.knowing,
        final=row.final,
    )
    check(made)
    if row.id is not None and row.id != made.id:
        raise SettingsError("its id is not that of its content: it was changed after it was made.")
    return made


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise SettingsError(f"its time {text[:40]!r} has no offset; write it as 2031-05-06T10:00:00+00:00.")
    if found > datetime.now(UTC) + _SKEW:
        raise SettingsError(
            f"its time {text[:40]!r} lies in the future, and it would outrank all that persons decide until then."
        )
    return found


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _plain(error: Exception) -> str:
    text = "".join(c if c.isprintable() else " " for c in str(error)).rstrip(".")
    return f"{text[:300]}."
