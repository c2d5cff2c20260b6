"""A report's words laid out for aligning."""

from collections.abc import Sequence
from functools import cached_property

from rashomon.stages.lineage.sketch import quotation_spans
from rashomon.text.normalize import Words, is_content, stem, words

_LEAST_QUOTED = 5  # words; fewer are a term, not a quotation


class Body:
    """Words of a text, its sentences and quotations as word spans `[first, last)`, and which words are plain (content, lower case)."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.words: Words = words(text)
        self.cut = tuple(spans)
        self.sentences = [self.words.between(*span) for span in spans]
        quoted = [self.words.between(*span) for span in quotation_spans(text)]
        self.quotations = [(first, last) for first, last in quoted if last - first >= _LEAST_QUOTED]

    @cached_property
    def stems(self) -> list[str]:
        """One for each word; empty for function words."""
        return [stem(form) if is_content(form) else "" for form in self.words.forms]

    @cached_property
    def lower(self) -> list[bool]:
        """For each word, whether it is a content word that is neither capitalised nor a number."""
        marks = zip(self.stems, self.words.spans, strict=True)
        return [bool(each) and self.text[start].islower() for each, (start, _) in marks]

    def plain(self, first: int, last: int) -> set[str]:
        """The distinct plain words of `[first, last)`."""
        return {self.stems[i] for i in range(first, last) if self.lower[i]}

    def around(self, word: int) -> str:
        """The sentence that a word stands in, with its marks."""
        at = self.words.spans[word][0]
        return next((self.text[start:end] for start, end in self.cut if start <= at < end), "")

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters from word `first` up to the end of word `last - 1`."""
        return self.words.spans[first][0], self.words.spans[last - 1][1]


def body(text: str, spans: Sequence[tuple[int, int]]) -> Body:
    return Body(text, spans)
