"""Faults of the data, as values."""

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a stage could not do. The run goes on.

    `stage` is a stage's name, `report` a report id, `where` a place in words (a line, a member, a span),
    `code` a short stable slug ("date-unread"), `message` a plain sentence.
    """

    stage: str
    report: str | None = None
    where: str | None = None
    code: str
    message: str


class Rejected(msgspec.Struct, frozen=True, kw_only=True):
    """An input that could not be read, with a plain sentence that says what was wrong and what to do."""

    source: str
    error: str
