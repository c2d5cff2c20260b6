"""A record whose texts stand in excerpts: what it rests on stays, word for word, and the rest is the publisher's.

Whole sentences are kept up to a share of each text, those first that carry what is in dispute, then the timeline, findings that several
reports answer, links, the other findings, wording, and what else was read. Where there is no room left, an answer keeps its words alone, with "[…]"
between them, and what can be missed goes, a finding of one report with all of its claims. So a text is never republished, however much
of it is evidence, and what several reports answer keeps every answer, number and count.
"""

import hashlib
from collections.abc import Iterable

import msgspec

from rashomon.model.published import Abridged, Excerpts, Published
from rashomon.model.record import Record, ReportRow
from rashomon.model.report import Furniture
from rashomon.publish.careful.carry import carry
from rashomon.publish.careful.changes import Change, Changed, Span
from rashomon.publish.careful.evidence import NEVER_MISSED, Ground, grounds
from rashomon.text.segment import sentences

LEFT_OUT = "[…]"


class ExcerptSettings(msgspec.Struct, frozen=True, kw_only=True):
    """`share` (0–1): how much of a text may be kept; `whole` (0–1): in whole sentences; only the words of what cannot be missed are kept beyond. `least`: so many code points may be, of however short a text (a flash of
    one sentence is no article). `longest`: a sentence of more code points is never kept whole. `aside`: so many are kept of each piece of
    removed furniture, which is the publisher's too."""

    share: float = 0.5
    whole: float = 0.4
    least: int = 160
    longest: int = 700
    aside: int = 80


def excerpt(record: Record, settings: ExcerptSettings | None = None) -> Record:
    """The record in excerpts. One that stands in excerpts already comes back as it is."""
    if record.published and record.published.excerpts:
        return record
    settings = settings or ExcerptSettings()
    resting = grounds(record)
    texts = {row.id: abridge(row.text, resting.get(row.id, []), settings) for row in record.reports}
    carried = carry(record, texts)
    reports = tuple(
        abridged(row, old, texts[row.id], settings) for row, old in zip(carried.reports, record.reports, strict=True)
    )
    left = {
        name: n for name in record.manifest.tables if (n := len(getattr(record, name)) - len(getattr(carried, name)))
    }
    told = Excerpts(
        share=settings.share,
        characters=sum(len(row.text) for row in record.reports),
        kept=sum(changed.kept for changed in texts.values()),
        left_out=left,
    )
    before = record.published or Published()
    return msgspec.structs.replace(
        carried, reports=reports, stock=tuple(msgspec.structs.replace(row, text=clipped(row.text, settings.aside)) for row in carried.stock),
        published=msgspec.structs.replace(before, excerpts=told),
    )  # fmt: skip


def abridge(text: str, resting: list[Ground], settings: ExcerptSettings) -> Changed:
    """The text with what it is not needed for left out."""
    kept = merged(text, chosen(text, sorted(resting), settings))
    gaps = zip((0, *(end for _, end in kept)), (*(start for start, _ in kept), len(text)), strict=True)
    return Changed(text, [omission(text, start, end) for start, end in gaps if text[start:end].strip()])


def chosen(text: str, resting: list[Ground], settings: ExcerptSettings) -> list[Span]:
    """The sentences that are kept whole, the dearest first as long as there is room; then the words of what found none."""
    cut = sentences(text)
    most = {
        name: max(share * len(text), settings.least)
        for name, share in (("whole", settings.whole), ("share", settings.share))
    }
    taken: set[int] = set()
    size, left = 0, []
    for ground in resting:
        new = [n for n in touching(cut, ground) if n not in taken]
        more = sum(end - start for start, end in (cut[n] for n in new))
        if size + more <= most["whole"] and all(cut[n][1] - cut[n][0] <= settings.longest for n in new):
            taken.update(new)
            size += more
        else:
            left.append(ground)
    spans = [cut[n] for n in sorted(taken)]
    for ground in left:
        more = sum(end - start for start, end in ground.words)
        if ground.rank in NEVER_MISSED or size + more <= most["share"]:
            spans += ground.words
            size += more
    return spans


def touching(cut: list[Span], ground: Ground) -> list[int]:
    """The numbers of the sentences that a ground touches."""
    from bisect import bisect_left, bisect_right

    first = bisect_right(cut, ground.start, key=lambda span: span[1])
    last = bisect_left(cut, ground.end, key=lambda span: span[0])
    return list(range(first, last))


def merged(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans in order, each widened to whole words, those that touch or have only white space between them made one."""
    found: list[Span] = []
    for start, end in sorted(widened(text, *span) for span in spans):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def widened(text: str, start: int, end: int) -> Span:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def omission(text: str, start: int, end: int) -> Change:
    """What is left out between two kept stretches: a paragraph of its own where a paragraph ended there."""
    before = "" if start == 0 else "\n\n" if "\n\n" in text[start:end] else " "
    after = "" if end == len(text) else before or ("\n\n" if "\n\n" in text[start:end] else " ")
    return Change(start, end, f"{before}{LEFT_OUT}{after}", instead=False)


def abridged(row: ReportRow, old: ReportRow, changed: Changed, settings: ExcerptSettings) -> ReportRow:
    note = Abridged(
        characters=len(old.text), kept=changed.kept, sha256=hashlib.sha256(old.text.encode("utf-8", "surrogatepass")).hexdigest()
    )  # fmt: skip
    removed = tuple(Furniture(text=clipped(piece.text, settings.aside), kind=piece.kind) for piece in row.furniture)
    return msgspec.structs.replace(row, furniture=removed, abridged=note)


def clipped(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most].rstrip()} {LEFT_OUT}"
