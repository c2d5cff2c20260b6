"""Quotations and the cues they hang on: contents widened to their quotation marks, and quotations that go on without a cue."""

from collections.abc import Sequence

from rashomon.stages.claims.statements.reported import Reported, Span
from rashomon.text.quotes import Quotation, is_speech

# A quotation that is a paragraph of its own goes back over no more than this many paragraphs to its speaker.
_REACH = 2
# Words of a quoted stretch that is worth a row of its own beside the sentence that it is part of.
_VERBATIM = 5


def widened(reported: Reported, quotations: Sequence[Quotation]) -> list[Span]:
    """The contents, each taken out to the marks of the quotations it shares words with; inside a quotation that holds the
    cue itself, cut to it."""
    cue = reported.cue
    around = next((q for q in quotations if q.start <= cue[0] and cue[1] <= q.end), None)
    pieces = []
    for start, end in reported.contents:
        if around is not None:
            start, end = max(start, around.inner_start), min(end, around.inner_end)
        for q in quotations if around is None else ():
            if q.start < end and start < q.end:
                start, end = min(start, q.start), max(end, q.end)
        if start < end and not (start <= cue[0] < end):
            pieces.append((start, end))
    return _merged(pieces)


def _merged(pieces: list[Span]) -> list[Span]:
    out: list[Span] = []
    for start, end in sorted(pieces):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def with_quoted_parts(text: str, piece: Span, quotations: Sequence[Quotation]) -> list[Span]:
    """A content, and where it is quoted in part, its quoted stretches too: what was put in the source's very words."""
    if is_direct(piece, quotations):
        return [piece]
    inside = [q for q in quotations if piece[0] <= q.start and q.end <= piece[1]]
    return [piece, *((q.start, q.end) for q in inside if len(text[q.start : q.end].split()) >= _VERBATIM)]


def is_direct(pieces: Span, quotations: Sequence[Quotation]) -> bool:
    """Whether nearly all of the words stand in quotation marks."""
    start, end = pieces
    inside = sum(max(0, min(end, q.end) - max(start, q.start)) for q in quotations)
    return inside > 0.9 * (end - start)


def going_on(
    text: str, quotations: Sequence[Quotation], parts: Sequence[tuple[Reported, list[Span]]], paragraphs: Sequence[Span]
) -> list[tuple[int, Span]]:
    """Quotations that no cue has taken, with the position of the statement that they go on from."""
    found: list[tuple[int, Span]] = []
    taken = [
        span for cue, pieces in parts if not any(q.start <= cue.cue[0] < q.end for q in quotations) for span in pieces
    ]
    speaking = [n for n, (reported, _) in enumerate(parts) if reported.act == "speech" and reported.source is not None]
    last_direct: int | None = None
    last_paragraph = -9
    for q in quotations:
        number = _paragraph_of(q.start, paragraphs)
        owner = next((n for n in speaking if any(s <= q.start and q.end <= e for s, e in parts[n][1])), None)
        if owner is not None:
            last_direct, last_paragraph = owner, number
            continue
        if (
            not is_speech(text, q)
            or any(s < q.end and q.start < e for s, e in taken)
            or not _begins(text, q, paragraphs[number])
        ):
            continue
        owner = _in_paragraph(q, quotations, paragraphs[number], speaking, parts)
        if owner is None and q.start == paragraphs[number][0] and number - last_paragraph <= _REACH:
            owner = last_direct
        if owner is not None:
            found.append((owner, (q.start, q.end)))
            last_direct, last_paragraph = owner, number
    return found


def _paragraph_of(offset: int, paragraphs: Sequence[Span]) -> int:
    return next((n for n, (_, end) in enumerate(paragraphs) if offset < end), len(paragraphs) - 1)


def _begins(text: str, q: Quotation, paragraph: Span) -> bool:
    """Whether the quotation begins a sentence."""
    before = text[paragraph[0] : q.start].rstrip()
    return before == "" or before[-1] in ".!?:”\"'…"


def _in_paragraph(
    q: Quotation,
    quotations: Sequence[Quotation],
    paragraph: Span,
    speaking: Sequence[int],
    parts: Sequence[tuple[Reported, list[Span]]],
) -> int | None:
    """The last statement before the quotation in its paragraph, else the first one behind it."""
    own = [n for n in speaking if paragraph[0] <= parts[n][0].cue[0] < paragraph[1]]
    outside = [n for n in own if not any(s <= parts[n][0].cue[0] < e for m in own if m != n for s, e in parts[m][1])]
    before = [n for n in outside if parts[n][0].cue[1] <= q.start]
    direct = [
        n for n in before if any(other.start < e and s < other.end for s, e in parts[n][1] for other in quotations)
    ]
    if before:
        return (direct or before)[-1]
    behind = [n for n in outside if parts[n][0].cue[0] >= q.end]
    return behind[0] if behind else None
