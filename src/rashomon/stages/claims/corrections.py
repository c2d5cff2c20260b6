"""The fields of a claim that a person can correct, and what the person's words for them mean.

Each reading raises ValueError with one sentence where the words are none that the field can hold. `NOTHING` takes a value away.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from rashomon.model.claim import Claim, Figure
from rashomon.model.measure import When
from rashomon.text.dates.iso import is_date
from rashomon.text.numerals import find_numerals

NOTHING = "none"
ITSELF = "report"  # as a speaker: the report says it in its own voice
MEASURES = (
    "killed", "injured", "hospitalised", "missing", "detained", "displaced", "evacuated", "deployed", "present", "damaged", "price",
    "duration", "cost", "share", "change", "other",
)  # fmt: skip
SCOPES = ("total", "new", NOTHING)
MODALITIES = ("asserted", "denied", "planned", "possible", "demanded", "hypothetical")
_LONGEST = 200  # characters
_TO = re.compile(r"\s*(?:/|\bto\b|–|—|\s-\s)\s*")
_NO_LETTERS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True)
class Numbers:
    """What a person's words say of a number, as of a Figure."""

    low: int | float | None
    best: int | float | None
    high: int | float | None
    approximate: bool
    unit: str | None


def numbers(words: str) -> Numbers:
    """ "At least 12", "10 to 14", "about 3,000", "none"."""
    found = find_numerals(words)
    if len(found) != 1:
        raise ValueError(
            f"{words!r} is not one number: write it as 12, at least 12, up to 12, about 12, 10 to 14 or none."
        )
    (numeral,) = found
    if (rest := (words[: numeral.start] + words[numeral.end :]).strip()) and not _NO_LETTERS.fullmatch(rest):
        raise ValueError(
            f"{words!r} says more than a number: {rest!r} is left. What is counted is the field `counted`."
        )
    if (numeral.low, numeral.best, numeral.high) == (None, None, None) or _is_vague(words):
        raise ValueError(f"{words!r} gives no number: write one in digits.")
    return Numbers(numeral.low, numeral.best, numeral.high, numeral.approximate, numeral.unit)


def _is_vague(words: str) -> bool:
    """Whether the words stand for a number without one ("dozens"): a rule reads these in the report's own words alone."""
    return not any(c.isdigit() for c in words) and bool(
        re.search(r"dozens|scores|hundreds|thousands|several|few", words, re.I)
    )


def interval(words: str) -> When | None:
    """ "2031-05-06", "2031-05", "2031-05-04 to 2031-05-06", "2031-05-06T14:30"; None for "none"."""
    if words.casefold() == NOTHING:
        return None
    ends = _TO.split(words)
    if len(ends) > 2 or not all(is_date(end) for end in ends):
        raise ValueError(
            f"{words!r} is no date: write 2031-05-06, 2031-05, 2031-05-06T14:30, or two of them with `to` between."
        )
    if len(ends) == 2 and ends[0] > ends[1]:
        raise ValueError(f"{words!r} ends before it begins.")
    return When(start=ends[0], end=ends[-1])


def phrase(words: str) -> str:
    """Words for people: one line, not too long."""
    line = " ".join(words.split())
    if not line or len(line) > _LONGEST:
        raise ValueError(f"a name or noun of 1 to {_LONGEST} characters is wanted, not {len(line)}.")
    return line


def one_of(words: str, of: tuple[str, ...]) -> str:
    folded = words.strip().casefold()
    if folded not in of:
        raise ValueError(f"{words!r} is none of {', '.join(of)}.")
    return folded


Read = Callable[[str], Any]
# Field: which kinds of claims have it, and what reads its words.
FIELDS: Mapping[str, tuple[tuple[str, ...], Read]] = {
    "figure": (("figure",), numbers),
    "counted": (("figure",), phrase),
    "measure": (("figure",), lambda words: one_of(words, MEASURES)),
    "scope": (("figure",), lambda words: one_of(words, SCOPES)),
    "date": (("figure", "event", "statement"), interval),
    "as_of": (("figure",), interval),
    "modality": (("figure", "event", "statement"), lambda words: one_of(words, MODALITIES)),
    "attribution": (("figure", "event", "statement"), phrase),
    "place": (("figure", "event"), phrase),
}
_OF_FIGURE = ("figure", "counted", "measure", "scope")


def readable(field: str | None, value: str | None, kind: str | None = None) -> None:
    """Raises ValueError with a sentence where no claim (of this kind) has the field, or the field cannot hold the value."""
    if field is None or field not in FIELDS:
        raise ValueError(f"a claim has no field {field!r} that can be corrected; the fields are {', '.join(FIELDS)}.")
    kinds, read = FIELDS[field]
    if kind is not None and kind not in kinds:
        raise ValueError(f"a claim of kind {kind} has no {field}.")
    if not value:
        raise ValueError(f"a correction of {field} says what stands there now.")
    read(value)


def with_figure(figure: Figure, field: str, value: str) -> Figure:
    """The figure with one field by a person's words; its own words stay the report's."""
    told = FIELDS[field][1](value)
    if field != "figure":
        return msgspec.structs.replace(figure, **{field: None if told == NOTHING else told})
    return msgspec.structs.replace(
        figure,
        low=told.low, best=told.best, high=told.high, approximate=told.approximate, unit=told.unit or figure.unit, implied=False,
    )  # fmt: skip


def with_plain(claim: Claim, field: str, value: str) -> Claim:
    """The claim with one field by a person's words, where these need no other row: all but attribution and place."""
    if field in _OF_FIGURE:
        assert claim.figure is not None
        return msgspec.structs.replace(claim, figure=with_figure(claim.figure, field, value))
    return msgspec.structs.replace(claim, **{field: FIELDS[field][1](value)})
