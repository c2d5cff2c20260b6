"""How far coders who judged the same things agree, on what they differ, and how that was settled.

A coder is whoever judges. Each coder's value for a unit is that of his latest judgement of it that he has not undone himself,
whatever others decided; adjudications (`final`) are no coding, and settle what coders differ on.
"""

import msgspec

NOMINAL, ORDINAL, INTERVAL, RATIO = "nominal", "ordinal", "interval", "ratio"
TOGETHER, APART = "together", "apart"
CONFIRMED, REJECTED, CORRECTED = "confirmed", "rejected", "corrected"
RELIABLE, TENTATIVE = (
    0.8,
    0.667,
)  # Krippendorff, Content Analysis (2004), 241: rely on .800; tentative conclusions from .667


class Coding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one coder said of one unit: `value` for people to read, by which judgement (its id), when (ISO 8601, UTC) and why.

    `number` is what a scale compares: of a figure its best number, else the middle of its range, else its one bound; of a date its day
    counted from 0001-01-01; of a rating 1 (A) to 5 (E); None where the value has none. `in_sight`: another coder's
    judgement of the unit could be seen when this was made, so that it is not independent.
    """

    who: str
    value: str
    judgement: str
    when: str
    why: str
    number: float | None = None
    in_sight: bool = False


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report: `[start, end)` of its text."""

    report: str
    start: int
    end: int
    text: str


class Unit(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that coders judged, in one respect.

    `of`: claim, finding, entity, report, outlet, story or voice. `variable`: `verdict`, `pair`, `rating` or the name of a field. `on`: ids of rows of the record as
    the program read it (of an outlet its name); of a pair the two, or where one row was parted the two claims or words of it. `title`:
    a few words that name it; `words`: where it stands in the reports; `settled`: the adjudication, None where there is none. `id` is made of `of`,
    `variable` and `on`.
    """

    id: str
    of: str
    variable: str
    on: tuple[str, ...]
    title: str
    codings: tuple[Coding, ...]
    words: tuple[Passage, ...] = ()
    settled: Coding | None = None


class Reliability(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Krippendorff's alpha of one variable. `name` says in words what was judged; `metric`: nominal, ordinal, interval or ratio, and `why` that one.

    `units`: judged by a coder at least; `paired`: by two at least; `values`: what stands in these (n of the literature); `agreement`: the share of pairs of values
    within units that are the same, None where there are none. `alpha` is None where it is undefined, and `undefined` says why. `low`, `high`:
    the interval that holds it in 95 of 100 bootstrap samples of its units, None under ten paired units. `verdict`: `reliable` (.800
    and more), `tentative` (.667 and more), `unreliable`, or None. `in_sight`: how many of the values were given when another's could be seen.
    """

    of: str
    variable: str
    name: str
    metric: str
    why: str
    units: int
    paired: int
    values: int
    agreement: float | None = None
    alpha: float | None = None
    low: float | None = None
    high: float | None = None
    verdict: str | None = None
    undefined: str | None = None
    in_sight: int = 0


class Coder(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Of the things that were judged (claims, findings, pairs of words …): `judged` counts those that this coder judged, `alone` those of them that no
    other did, `lacks` those that another judged and he did not. `done`: when he said that he is done, None where he has not."""

    who: str
    judged: int
    alone: int
    lacks: int
    done: str | None = None


class Agreement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far the coders of a story agree (of the whole collection, where `story` is None).

    `reliabilities`: one a variable, those of claims first; `units`: everything that was judged, where that was asked for (by which alpha can be computed anew); `differences`: the units on which coders differ, what is not settled first, then by
    report and place; `waiting`: coders of a blind coding who are not done (before that, none of them is to be shown the others'); `notes`: what a reader of
    the numbers must know, in plain sentences.
    """

    story: str | None = None
    coders: tuple[Coder, ...] = ()
    reliabilities: tuple[Reliability, ...] = ()
    differences: tuple[Unit, ...] = ()
    units: tuple[Unit, ...] = ()
    waiting: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
