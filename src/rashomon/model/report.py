"""A page as it came, and the report read from it."""

import msgspec

from rashomon.model.problem import Problem, Rejected


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The metadata fields of a row input (contract: reports.md); each as given, or None."""

    url: str | None = None
    title: str | None = None
    published: str | None = None
    modified: str | None = None
    outlet: str | None = None
    language: str | None = None
    bylines: tuple[str, ...] = ()
    retrieved: str | None = None


class RawPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page before reading: bytes or text, and what is known of it beside.

    `source` as it will stand in the record. `media` is "text" or "html". Exactly one of `content` (bytes of unknown
    encoding, from a file) and `text` (already decoded, from a row) is set.
    """

    source: str
    media: str
    content: bytes | None = None
    text: str | None = None
    row: Row = Row()


class Credit(msgspec.Struct, frozen=True, kw_only=True):
    """An agency or outlet that a report says it took its matter from.

    `name` is the canonical name of the table where it is known, else as worded. Offsets are into `Report.text`, None
    where the credit stood in removed furniture.
    """

    name: str
    start: int | None = None
    end: int | None = None


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """Words removed from the source. `kind`: `date`, `headline`, `credit`, `caption`, `menu`, `related`, `share`,
    `comment`, `promotion`, `source`, `breadcrumb`, `byline`, `other`."""

    text: str
    kind: str


class AsTaken(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a person corrected of a report, as it was read: the corrected `fields` by name, and what stood there."""

    fields: tuple[str, ...]
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    dated_by: str | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One article, as one outlet published it.

    `text` is the canonical body: furniture removed, words untouched, paragraphs separated by one blank line. It is never
    changed after intake; all offsets elsewhere point into it. `published` and `modified` are ISO 8601, a day or a time,
    with offset where known. `dated_by`: `metadata`, `text`, `dateline`, `url`, `judgement`, or None where undated.
    `language` is BCP 47, "und" where it could not be told. `judged`: the persons' judgements that hold of it; `machine`: what was
    corrected, as it was read.
    """

    id: str
    source: str
    text: str
    language: str
    title: str | None = None
    outlet: str | None = None
    bylines: tuple[str, ...] = ()
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    dated_by: str | None = None
    retrieved: str | None = None
    credits: tuple[Credit, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    judged: tuple[str, ...] = ()
    machine: AsTaken | None = None


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """What reading one page gave: a report or a rejection (never both), and what went wrong on the way."""

    report: Report | None = None
    rejected: Rejected | None = None
    problems: tuple[Problem, ...] = ()
