"""Words that a text gives as somebody else's: in quotation marks, in a block that is announced ("released the following
statement:"), or in a sentence that says whose they are."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rashomon.stages.lineage import english_sources
from rashomon.stages.lineage.sketch import quotation_spans
from rashomon.stages.lineage.spans import Span, covered, joined, length
from rashomon.text.segment import sentences

_MOST = 24  # sentences of an announced block; a longer one is hardly a statement any more
_BREAK = "\n\n"
_TEXTS = 2_048  # a report is asked for its sentences for each report that it is compared with


@lru_cache(maxsize=_TEXTS)
def cut(text: str) -> tuple[Span, ...]:
    """A report's sentences, cut once for all its passages."""
    return tuple(sentences(text))


@lru_cache(maxsize=_TEXTS)
def blocks(text: str) -> tuple[tuple[Span, Span], ...]:
    """Each sentence that announces somebody's words and ends in a colon, and the block of his words that follows it: the next
    paragraph, and those after it that speak as "we" or "I"."""
    parts = cut(text)
    return tuple(
        (span, (parts[i + 1][0], parts[last][1]))
        for i, span in enumerate(parts[:-1])
        if english_sources.announces(text[slice(*span)])
        for last in [_last(text, parts, i + 1)]
    )


def _last(text: str, parts: Sequence[Span], first: int) -> int:
    """The index of the last sentence of a block that begins with sentence `first`."""
    last = first
    for begin, end in _paragraphs(text, parts, first):
        words = text[parts[begin][0] : parts[end][1]]
        if begin > first and (english_sources.has_cue(words) or not english_sources.speaks_as_we(words)):
            break
        last = end
    return last


def _paragraphs(text: str, parts: Sequence[Span], first: int) -> Iterator[tuple[int, int]]:
    """The first and the last sentence of each paragraph from sentence `first` on."""
    begin = first
    for i in range(first, min(len(parts), first + _MOST)):
        after = text[parts[i][1] : parts[i + 1][0]] if i + 1 < len(parts) else _BREAK
        if _BREAK in after:
            yield begin, i
            begin = i + 1


def lent(text: str, spans: Sequence[Span]) -> float:
    """Share of the spans' characters that the text gives as a source's."""
    return _share(_given(text), spans)


def quoted(text: str, spans: Sequence[Span]) -> float:
    """Share of the spans' characters that the text gives word by word as a source's: quoted or announced."""
    return _share(_literal(text), spans)


@lru_cache(maxsize=_TEXTS)
def _literal(text: str) -> tuple[Span, ...]:
    return tuple(joined([*quotation_spans(text), *(block for _, block in blocks(text))]))


@lru_cache(maxsize=_TEXTS)
def _given(text: str) -> tuple[Span, ...]:
    """What is quoted or announced, and the sentences that hand their matter to a source."""
    theirs = (span for span in cut(text) if english_sources.has_cue(text[slice(*span)]))
    return tuple(joined([*_literal(text), *theirs]))


def _share(theirs: Sequence[Span], spans: Sequence[Span]) -> float:
    return covered(spans, theirs) / length(spans) if spans else 0.0


def announcer(text: str, span: Span) -> Span | None:
    """The sentence that announces the block in which most of a span stands."""
    return next((head for head, block in blocks(text) if 2 * covered([span], [block]) > span[1] - span[0]), None)
