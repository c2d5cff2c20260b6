"""Whether a judgement is one: of a kind that there is, on things of its kind, with what its kind needs and nothing else."""

import re
from collections.abc import Callable, Mapping

from rashomon.errors import SettingsError
from rashomon.model.judgement import (
    CLAIM,
    CODE,
    CONFIRM,
    CORRECT,
    DONE,
    ENTITY,
    FINDING,
    JOIN,
    KINDS,
    NOTE,
    OF,
    OUTLET,
    RATE,
    REJECT,
    REPORT,
    SPLIT,
    STORY,
    UNDO,
    VOICE,
    Judgement,
)  # fmt: skip
from rashomon.stages import claims, entities, intake, reconcile

_MOST = 10_000  # ids of one judgement
_LONGEST = 300  # characters of a value
_ID = re.compile(r"[a-z]{2,8}[0-9]{1,3}-[0-9a-f]{8,64}")
_CLAIM_PLACE = re.compile(r"(?:figure|event|statement):[a-z]{2,8}[0-9]{1,3}-[0-9a-f]{8,64}@[0-9]{1,12}-[0-9]{1,12}")
_WORDS_PLACE = re.compile(r"[a-z]{2,8}[0-9]{1,3}-[0-9a-f]{8,64}@[0-9]{1,12}-[0-9]{1,12}")
_RATINGS = "ABCDEF"
# What anchors things of each kind: the beginning of their ids, in words.
_ANCHORS: Mapping[str, tuple[str, str]] = {
    STORY: ("rep", "reports' ids"),
    VOICE: ("rep", "reports' ids"),
    REPORT: ("rep", "reports' ids"),
    CLAIM: ("cla", "claims' ids"),
    FINDING: ("cla", "the ids of its claims"),
}
# Which values a field can hold; each raises ValueError with a sentence.
_READABLE: Mapping[str, Callable[[str | None, str | None], None]] = {
    CLAIM: claims.readable,
    FINDING: reconcile.readable,
    ENTITY: entities.readable,
    REPORT: intake.readable,
}


def check(each: Judgement) -> None:
    """Raises SettingsError with what is wrong, in one sentence."""
    if each.what not in KINDS:
        raise SettingsError(f"{each.what[:40]!r} is no kind of judgement; the kinds are {', '.join(KINDS)}.")
    _check_lists(each)
    if each.what == UNDO:
        return
    if each.of not in OF[each.what]:
        raise SettingsError(
            f"a judgement of kind {each.what} is of {', '.join(sorted(OF[each.what]))}, not of {each.of[:40]!r}."
        )
    _check_anchors(each)
    _check_value(each)


def _check_lists(each: Judgement) -> None:
    least = 2 if each.what == JOIN else 1
    if len(each.on) < least:
        raise SettingsError(
            "a join is on two reports or more (or claims, or words)." if each.what == JOIN else "it is `on` nothing."
        )
    if (each.what == SPLIT) != bool(each.against):
        raise SettingsError(
            "a split is `against` those that it holds apart from these."
            if each.what == SPLIT
            else f"a judgement of kind {each.what} has no `against`."
        )
    count = max(len(each.on), len(each.against), len(each.seen), len(each.knowing))
    if count > _MOST:
        raise SettingsError(f"it is on {count:,} ids; {_MOST:,} is the most.")
    known = (*each.seen, *each.knowing, *(each.on if each.what == UNDO else ()))
    if strange := next((one for one in known if not _ID.fullmatch(one)), None):
        raise SettingsError(f"{strange[:40]!r} is no id.")
    if strange := next((one for one in each.at if one and not _CLAIM_PLACE.fullmatch(one)), None):
        raise SettingsError(f"{strange[:60]!r} is no place of a claim; write it as figure:rep1-0a1b2c3d@120-152.")
    if each.at and each.of not in (CLAIM, FINDING):
        raise SettingsError("only a judgement on claims or findings says where claims stand (`at`).")


def _check_anchors(each: Judgement) -> None:
    for one in (*each.on, *each.against):
        if each.of == OUTLET:
            if not one.strip() or len(one) > _LONGEST:
                raise SettingsError("an outlet is named by its name.")
        elif each.of == ENTITY:
            if not _WORDS_PLACE.fullmatch(one):
                raise SettingsError(f"{one[:60]!r} is no words of an entity; write them as rep1-0a1b2c3d@120-132.")
        elif not _ID.fullmatch(one) or not one.startswith(_ANCHORS[each.of][0]):
            raise SettingsError(
                f"{one[:40]!r} is no id that a {each.of} is named by; these are {_ANCHORS[each.of][1]}."
            )


def _check_value(each: Judgement) -> None:
    if each.value is not None and (len(each.value) > _LONGEST or not each.value.isprintable()):
        raise SettingsError(f"its value is longer than {_LONGEST} characters, or holds some that are not printed.")
    if each.what == RATE and (each.value is None or len(each.value) != 1 or each.value not in _RATINGS):
        raise SettingsError(f"{each.value!r} is no rating: A (reliable) to E (unreliable), F (cannot be judged).")
    if each.what == CODE and (not each.value or each.field is not None):
        raise SettingsError("who codes a story is named by `value`.")
    if each.what == CORRECT:
        try:
            _READABLE[each.of](each.field, each.value)
        except ValueError as error:
            raise SettingsError(str(error)) from error
    if each.what in (JOIN, SPLIT, REJECT, NOTE, DONE) and (each.field, each.value) != (None, None):
        raise SettingsError(f"a judgement of kind {each.what} has no `field` and no `value`.")
    if each.what == CONFIRM and each.field is not None and not each.field.isidentifier():
        raise SettingsError(f"{each.field[:40]!r} is no field.")
