"""Judgements over changed texts: their anchors that are places (`figure:rep1-…@120-152`) point to the same words in the new text.

In a record a judgement names only what the record holds, so that what went with its words is named no more.
"""

from collections.abc import Collection, Iterator, Mapping

import msgspec

from rashomon.model.judgement import Judgement, span_in
from rashomon.publish.careful.changes import Changed


def anchored(each: Judgement, texts: Mapping[str, Changed], gone: Collection[str]) -> Judgement:
    """The judgement with its anchors carried over; `gone` are ids of claims and findings that the record holds no more."""
    places = each.at or ("",) * len(each.on)
    kept = [
        (carried, place_now(at, texts) or "")
        for on, at in zip(each.on, places, strict=True)
        if (carried := place_now(on, texts)) and on not in gone
    ]
    lists = {name: tuple(now(getattr(each, name), texts, gone)) for name in ("against", "seen")}
    flags = tuple(msgspec.structs.replace(flag, on=tuple(now(flag.on, texts, gone))) for flag in each.flags)
    return msgspec.structs.replace(
        each, on=tuple(on for on, _ in kept), at=tuple(at for _, at in kept) if any(at for _, at in kept) else (),
        flags=tuple(flag for flag in flags if flag.on), **lists,
    )  # fmt: skip


def now(anchors: tuple[str, ...], texts: Mapping[str, Changed], gone: Collection[str]) -> Iterator[str]:
    yield from (carried for on in anchors if on not in gone and (carried := place_now(on, texts)))


def place_now(anchor: str, texts: Mapping[str, Changed]) -> str | None:
    """The anchor over the new text of its report; None where its words were left out. An id without a place stays."""
    span = span_in(anchor)
    head, _, _ = anchor.rpartition("@")
    report = head.rpartition(":")[2]
    if span is None or report not in texts:
        return anchor
    moved = texts[report].span(*span) if span[0] < span[1] else None
    return f"{head}@{moved[0]}-{moved[1]}" if moved else None
