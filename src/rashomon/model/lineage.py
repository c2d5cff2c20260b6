"""Where a report's words come from."""

import msgspec

from rashomon.model.problem import Problem


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """What rules see of a report without a model. All values folded to lower case, sorted, distinct.

    `names`: capitalised names; `numerals`: numbers as digits; `days`: ISO days named in the text, and the publication
    day; `quotes`: digests of quotations of five words or more; `terms`: content words; `places`: gazetteer names;
    `lead_names` and `lead_terms`: those of the headline and the first 500 characters.
    """

    report: str
    names: tuple[str, ...] = ()
    numerals: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    lead_names: tuple[str, ...] = ()
    lead_terms: tuple[str, ...] = ()


class Fingerprint(msgspec.Struct, frozen=True, kw_only=True):
    """A report's sentences as hashes: `spans[i]` is `[start, end)` in the report's text, `hashes[i]` the exact hash of its
    folded words, `shingles[i]` the hashes of its word runs (one hash of the whole where it is shorter than a run)."""

    report: str
    spans: tuple[tuple[int, int], ...]
    hashes: tuple[int, ...]
    shingles: tuple[tuple[int, ...], ...]
    words: tuple[int, ...]


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words that two reports share: `[start, end)` in the derived report's text, and in the origin's (None: outside)."""

    derived: tuple[int, int]
    origin: tuple[int, int] | None = None


class CopyEdge(msgspec.Struct, frozen=True, kw_only=True):
    """Two reports that share matter, before direction and kind are told. `a < b` by id.

    `share_a` is the share (0–1) of a's words that are covered by passages; `passages` hold spans of a and of b.
    """

    a: str
    b: str
    share_a: float
    share_b: float
    passages: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


class Lineage(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the record's `lineage` (contract: record.md)."""

    derived: str
    origin: str | None = None
    origin_name: str | None = None
    kind: str
    direction: str
    share: float
    passages: tuple[Passage, ...]
    assumed: bool = False
    why: str


class StockSpan(msgspec.Struct, frozen=True, kw_only=True):
    """Where a piece of stock stands: `[start, end)` in the report's text."""

    report: str
    start: int
    end: int


class Stock(msgspec.Struct, frozen=True, kw_only=True):
    """Words that stand in reports and that nobody took from anybody, set aside before reports are compared.

    `kind`: `credit` (says whose the reporting is), `newsletter`, `footer`, `appeal` (asks the public for hints), `caption`,
    `background` (says what a body is, on any day), `set phrase` (a sentence of several reports about unlike matter).
    `text`: the wording where it stands first; `spans` in order of reports; `why`: one plain sentence.
    """

    kind: str
    text: str
    spans: tuple[StockSpan, ...]
    why: str


class Voice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A text or a speaker that can vouch. `kind`: `outlet`, `agency`, `institution`, `person`, `document`."""

    id: str
    name: str
    kind: str
    reports: tuple[str, ...]
    entity: str | None = None


class Traced(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of lineage: `voices` are the texts' voices only; `voice_of` maps each report id to its text's voice id;
    `problems`: what could not be compared; `stock`: what was set aside, and is no copying."""

    voices: tuple[Voice, ...]
    voice_of: dict[str, str]
    rows: tuple[Lineage, ...]
    problems: tuple[Problem, ...] = ()
    stock: tuple[Stock, ...] = ()
