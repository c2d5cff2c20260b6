"""Cuts a report into the runs of paragraphs that may each tell of a happening of its own."""

import re

from rashomon.text.segment import paragraphs

Span = tuple[int, int]
_LONGEST_HEADING = 12  # words
_HEADINGS = 2  # so many, each with matter under it, make sections
_ENDS = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")


def items(text: str) -> list[Span]:
    """Half-open spans of whole paragraphs, in order, that cover them all: sections where headings make them, else single paragraphs, a heading with the one below."""
    spans = paragraphs(text)
    heads = [_is_heading(text[start:end]) for start, end in spans]
    starts = [i for i, head in enumerate(heads) if head and not (i and heads[i - 1]) and not all(heads[i:])]
    if len(starts) >= _HEADINGS:
        bounds = sorted({0, *starts})
    else:
        bounds = [i for i in range(len(spans)) if not (i and heads[i - 1])]
    ends = [*bounds[1:], len(spans)] if bounds else []
    return [(spans[first][0], spans[last - 1][1]) for first, last in zip(bounds, ends, strict=True) if first < last]


def _is_heading(paragraph: str) -> bool:
    """A short line that is no sentence."""
    return (
        len(paragraph) <= 120
        and len(paragraph.split()) <= _LONGEST_HEADING
        and not _ENDS.search(paragraph)
        and any(c.isalpha() for c in paragraph)
    )
