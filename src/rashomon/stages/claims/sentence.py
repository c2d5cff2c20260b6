"""A sentence of a report as the claims stage sees it: its reading, laid on the report's own offsets."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rashomon.model.entity import Entity
from rashomon.model.measure import When
from rashomon.model.reading import Reading, Token
from rashomon.model.report import Report


@dataclass(frozen=True)
class EntityMention:
    """`[start, end)` in the report's text."""

    start: int
    end: int
    entity: Entity
    pronoun: bool = False


@dataclass(frozen=True)
class TimeMention:
    """A date expression of the report, `[start, end)` in its text. `when` None: it names no date ("recently"). `assumed`: a clock
    time whose day no word gives."""

    start: int
    end: int
    when: When | None
    is_set: bool = False
    duration: str | None = None
    assumed: bool = False


@dataclass(frozen=True)
class Sentence:
    """`start` is the sentence's offset in the report's text; token offsets plus `start` are report offsets."""

    report: str
    index: int
    paragraph: int
    start: int
    reading: Reading

    @property
    def end(self) -> int:
        return self.start + len(self.reading.text)

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.reading.tokens

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Report offsets of the tokens `[first, last)`."""
        return self.start + self.tokens[first].start, self.start + self.tokens[last - 1].end

    def words(self, start: int, end: int) -> str:
        """The words at report offsets `[start, end)`, which lie in this sentence."""
        return self.reading.text[start - self.start : end - self.start]

    def token_at(self, offset: int) -> int | None:
        """Index of the token at a report offset, else of the next one."""
        return self.reading.token_at(offset - self.start)


@dataclass(frozen=True)
class Article:
    """One report with all that the claims stage knows of it beforehand. All tuples in order of the text.

    `day` is the ISO day that relative dates are counted from, None where undated.
    """

    report: Report
    day: str | None
    sentences: tuple[Sentence, ...]
    mentions: tuple[EntityMention, ...]
    times: tuple[TimeMention, ...] = field(default=())

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    def mentions_in(self, start: int, end: int) -> Sequence[EntityMention]:
        """Mentions that overlap `[start, end)`, in order of the text."""
        low = max(0, bisect_left(self._mention_starts, start - 200))
        high = bisect_left(self._mention_starts, end)
        return [mention for mention in self.mentions[low:high] if mention.end > start]

    def entity_of(self, start: int, end: int) -> Entity | None:
        """The entity that the words `[start, end)` mean: of the mentions inside or around them, the one that shares most."""
        found = self.mentions_in(start, end)
        if not found:
            return None
        return max(found, key=lambda m: (min(m.end, end) - max(m.start, start), -(m.end - m.start), -m.start)).entity

    @cached_property
    def _time_starts(self) -> list[int]:
        return [time.start for time in self.times]

    @cached_property
    def _longest_time(self) -> int:
        return max((time.end - time.start for time in self.times), default=0)

    def times_in(self, start: int, end: int) -> list[TimeMention]:
        """Date expressions that overlap `[start, end)`, in order of the text."""
        low = bisect_left(self._time_starts, start - self._longest_time)
        high = bisect_left(self._time_starts, end)
        return [time for time in self.times[low:high] if start < time.end]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence in which the offset stands."""
        return self.sentences[bisect_right(self._sentence_starts, offset) - 1]

    def sentences_in(self, start: int, end: int) -> Sequence[Sentence]:
        """Those that overlap `[start, end)`."""
        low = max(0, bisect_right(self._sentence_starts, start) - 1)
        high = bisect_left(self._sentence_starts, end)
        return [sentence for sentence in self.sentences[low:high] if start < sentence.end]

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """The last one that begins before it."""
        place = bisect_left(self._sentence_starts, sentence.start)
        return self.sentences[place - 1] if place else None
