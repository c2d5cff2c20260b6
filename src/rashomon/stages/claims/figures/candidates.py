"""A number phrase in its sentence, with what it counts, before its measure is settled."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.stages.claims.figures.counting import Counted, counted_by
from rashomon.stages.claims.sentence import Article, Sentence, TimeMention
from rashomon.text.numerals import Numeral, find_numerals


@dataclass(frozen=True)
class Candidate:
    """A number phrase in its sentence, with what it counts, before its measure is settled."""

    sentence: Sentence
    numeral: Numeral
    counted: Counted

    @property
    def words(self) -> str | None:
        """The counted noun phrase as worded."""
        if self.counted.first is None or self.counted.last is None:
            noun = self.counted.noun
            return self.sentence.tokens[noun].text if noun is not None and noun != self.counted.node else None
        start, end = self.sentence.span(self.counted.first, self.counted.last)
        return self.sentence.words(start, end)

    @property
    def span(self) -> tuple[int, int]:
        """The number phrase with its hedge and its noun, in the report's text."""
        start, end = self.sentence.start + self.numeral.start, self.sentence.start + self.numeral.end
        text = self.sentence.reading.text
        if (
            self.numeral.start
            and text[self.numeral.start - 1] in '"“'
            and text[self.numeral.end : self.numeral.end + 1] in {'"', "”"}
        ):
            start -= 1
        if self.counted.last is not None:
            end = max(end, self.sentence.span(self.counted.last - 1, self.counted.last)[1])
        return start, end


def candidates(article: Article, sentence: Sentence) -> Iterator[Candidate]:
    times = article.times_in(sentence.start, sentence.end)
    taken = [(t.start - sentence.start, t.end - sentence.start) for t in times if not _is_length(t)]
    for numeral in find_numerals(sentence.reading.text, taken):
        if numeral.kind == "ratio" and _OF_VICTIMS.match(sentence.reading.text, numeral.number_end):
            numeral = replace(numeral, kind="count", unit=None)
        counted = counted_by(sentence.reading, numeral, taken)
        if counted is not None:
            yield Candidate(sentence, numeral, counted)


# "A double homicide", "a triple shooting": the number of the victims, no change.
_OF_VICTIMS = re.compile(
    r"[- ](?:fatal |deadly )?(?:homicides?|murders?(?!-suicide)|killings?|slayings?|fatalit(?:y|ies)|shootings?|stabbings?|drownings?)\b",
    re.IGNORECASE,
)


def _is_length(time: TimeMention) -> bool:
    return time.duration is not None


_PART_BEFORE = re.compile(
    r"(?:\bincluding|\bamong (?:them|whom)(?: (?:were|was|are|is))?|\bamong the [a-z]+ (?:were|was|are|is)|\bof (?:them|whom),?)[ ,:]*(?:an? |[\w ,’'-]+ and )?$",
    re.I,
)
_PART_BEHIND = re.compile(r",? (?:were|was|are|is) (?:also )?among |,? among them\b", re.I)


def is_part(candidate: Candidate) -> bool:
    """Whether the words make it a part of a larger figure: "two of them", "including two medics", "were among the dead"."""
    if candidate.counted.part:
        return True
    text = candidate.sentence.reading.text
    _start, end = candidate.span
    before = text[max(0, candidate.numeral.start - 60) : candidate.numeral.start]
    behind = text[end - candidate.sentence.start :]
    return bool(_PART_BEFORE.search(before) or _PART_BEHIND.match(behind)) or _is_among(candidate)


def _is_among(candidate: Candidate) -> bool:
    """ "Six civilians, a child and two women among them, were among those killed", "three others among the dead"."""
    reading, index = candidate.sentence.reading, candidate.counted.node
    for _ in range(4):
        token = reading.tokens[index]
        holders = (
            [index, token.head]
            if token.dep in {"nsubj", "attr"} and reading.tokens[token.head].lemma == "be"
            else [index]
        )
        if any(
            reading.tokens[i].text.casefold() == "among" and reading.tokens[i].dep == "prep"
            for h in holders
            for i in reading.children(h)
        ):
            return True
        if token.dep != "conj":
            return False
        index = token.head
    return False
