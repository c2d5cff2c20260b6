"""One thing that one report says (contract: record.md, claims and links). Offsets are into the report's text."""

import msgspec

from rashomon.model.lineage import Voice
from rashomon.model.measure import TimeRow, When
from rashomon.model.problem import Problem

Number = int | float


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One link of the chain of who says so. `name` as the report words it, at `[start, end)`; the cue ("reported", "according
    to") at `[cue_start, cue_end)`. `type`: `official`, `force`, `party`, `agency`, `outlet`, `expert`, `witness`,
    `organisation`, `document`, `unnamed` or None. `voice` is None for unnamed sources."""

    name: str
    entity: str | None = None
    type: str | None = None
    voice: str | None = None
    start: int | None = None
    end: int | None = None
    cue_start: int | None = None
    cue_end: int | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number that a report gives. `[start, end)` is the number phrase with its hedge ("at least nine ferry workers"), `text`
    its words. `of` is the claim id of the larger figure that it is part of. Numbers per the contract's table of hedges."""

    measure: str
    counted: str | None = None
    of: str | None = None
    scope: str | None = None
    low: Number | None = None
    best: Number | None = None
    high: Number | None = None
    approximate: bool = False
    implied: bool = False
    unit: str | None = None
    text: str
    start: int
    end: int


class Participant(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who or what takes part in an event, as worded, and the entity it means."""

    text: str
    entity: str | None = None
    start: int
    end: int


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something done or happening. `type` is a PLOVER event type or None, `action` the lemma of the word that carries it,
    `frame` the name of its row in the table of events ("dismiss", "deploy"), `[start, end)` the words of the event itself.
    Frames of one `family` answer one question ("how did they leave office?"), `variant` is this one's answer."""

    type: str | None = None
    action: str
    frame: str | None = None
    family: str | None = None
    variant: str | None = None
    actors: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    blamed: tuple[Participant, ...] = ()
    start: int
    end: int


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Who said, thought or ordered what. `speaker` as worded; content in several pieces is several rows with one cue.
    `act`: `speech`, `belief`, `intention`, `order`, `perception`."""

    speaker: str | None = None
    entity: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    content_start: int
    content_end: int
    direct: bool
    act: str


class AsRead(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a person corrected, as the program had read it: the corrected `fields` by name, and what stood in the claim, which is None or empty where
    there was nothing."""

    fields: tuple[str, ...]
    figure: Figure | None = None
    statement: Statement | None = None
    attribution: tuple[Attribution, ...] = ()
    modality: str | None = None
    date: When | None = None
    as_of: When | None = None
    places: tuple[str, ...] = ()


class Claim(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`quote` equals `text[start:end]` of the report: the clause or sentence that carries it. `kind`: `figure`, `event`,
    `statement`. `modality`: `asserted`, `denied`, `planned`, `possible`, `demanded`, `hypothetical`. `origin` is the voice id
    of the text that its sentence comes from, None where the report's own. `date` is when it happened or held, `as_of` (for
    figures) the time up to which it counts. `judged`: the persons' judgements that hold of it; `rejected`: one says that it is not
    so, and nothing is made of it; `machine`: what was corrected, as it was read."""

    id: str
    report: str
    start: int
    end: int
    quote: str
    kind: str
    attribution: tuple[Attribution, ...]
    origin: str | None = None
    modality: str
    date: When | None = None
    as_of: When | None = None
    places: tuple[str, ...] = ()
    figure: Figure | None = None
    event: Event | None = None
    statement: Statement | None = None
    judged: tuple[str, ...] = ()
    rejected: bool = False
    machine: AsRead | None = None


class LinkEnd(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The words at one end of a link, and the claim or entity that they name where that is known."""

    start: int
    end: int
    claim: str | None = None
    entity: str | None = None


class Link(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What leads to what, as a report words it: `source` leads to `target` (`from` and `to` in the record).
    `kind`: `cause`, `request`, `decision`, `purpose`, `condition`, `part`."""

    report: str
    kind: str
    source: LinkEnd = msgspec.field(name="from")
    target: LinkEnd = msgspec.field(name="to")
    cue_start: int
    cue_end: int


class Extracted(msgspec.Struct, frozen=True, kw_only=True):
    """All that the claims stage found in one story. `voices` are its speakers'."""

    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    times: tuple[TimeRow, ...]
    voices: tuple[Voice, ...]
    problems: tuple[Problem, ...] = ()
