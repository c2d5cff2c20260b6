"""What was left out of a record, and what was replaced in it, before it was put out."""

import msgspec


class Abridged(msgspec.Struct, frozen=True, kw_only=True):
    """Of a report whose text stands in excerpts: how long the whole is (`characters`, code points), how many of these were `kept`, and the
    digest of the whole (SHA-256 over its UTF-8, in hex). Where names were replaced as well, all three are of the text with the names replaced, so that
    the digest tells nothing about them."""

    characters: int
    kept: int
    sha256: str | None


class Excerpts(msgspec.Struct, frozen=True, kw_only=True):
    """The reports' texts stand in excerpts. `share` (0–1) of a text may be kept in whole sentences; `kept` of `characters` were, over all reports.
    `left_out` says how many rows of each table had their words in what was left out, and went with them."""

    share: float
    characters: int
    kept: int
    left_out: dict[str, int]


class Redacted(msgspec.Struct, frozen=True, kw_only=True):
    """Names of private persons were replaced. `persons` are those with a number of their own; `places` is how often a name or a part of one was
    replaced, over all texts and fields; `withheld` are reports whose text was left out whole, since no names can be told in their language."""

    persons: int
    places: int
    withheld: tuple[str, ...] = ()


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """How this record differs from the one that was made: None where it does not in that way."""

    excerpts: Excerpts | None = None
    redacted: Redacted | None = None
