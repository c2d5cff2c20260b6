"""Figures: how many were what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from rashomon.model.claim import Figure
from rashomon.model.measure import When
from rashomon.stages.claims.clause import clause_span, places_of
from rashomon.stages.claims.counting import Counted, counted_by
from rashomon.stages.claims.dating import date_of
from rashomon.stages.claims.found import FoundFigure
from rashomon.stages.claims.governing import measures_at
from rashomon.stages.claims.implied import implied_persons
from rashomon.stages.claims.measures import PERSONS_SUFFER, measure
from rashomon.stages.claims.modality import modality_of
from rashomon.stages.claims.scope import scope_of
from rashomon.stages.claims.sentence import Article, Sentence, TimeMention
from rashomon.stages.claims.subsets import larger_of
from rashomon.stages.claims.units import unit_measure
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
            return None
        start, end = self.sentence.span(self.counted.first, self.counted.last)
        return self.sentence.words(start, end)

    @property
    def span(self) -> tuple[int, int]:
        """The number phrase with its hedge and its noun, in the report's text."""
        start, end = self.sentence.start + self.numeral.start, self.sentence.start + self.numeral.end
        if self.counted.last is not None:
            end = max(end, self.sentence.span(self.counted.last - 1, self.counted.last)[1])
        return start, end


def find_figures(article: Article) -> tuple[FoundFigure, ...]:
    """All figures of one report, in order of the text."""
    found: list[FoundFigure] = []
    parts: list[bool] = []
    for sentence in article.sentences:
        for figure, part in _in_sentence(article, sentence, found):
            found.append(figure)
            parts.append(part)
    return tuple(
        replace(figure, part_of=larger_of(i, found, article.report.text)) if part else figure
        for i, (figure, part) in enumerate(zip(found, parts, strict=True))
    )


def _in_sentence(article: Article, sentence: Sentence, before: list[FoundFigure]) -> Iterator[tuple[FoundFigure, bool]]:
    """The sentence's figures in order, and whether the words make each a part of another."""
    figures: list[tuple[FoundFigure, bool]] = []
    previous = before[-1].figure.measure if before else None
    for candidate in candidates(article, sentence):
        for settled in _measures(candidate, article, previous):
            figures.append((_figure(article, candidate, settled), is_part(candidate)))
            previous = settled
    taken = [(figure.figure.start, figure.figure.end) for figure, _ in figures]
    for person in implied_persons(sentence, taken):
        candidate_figure = _implied(article, sentence, person.first, person.last, person.noun, person.measure)
        figures.append((candidate_figure, False))
    yield from sorted(figures, key=lambda pair: (pair[0].figure.start, pair[0].figure.end))


def candidates(article: Article, sentence: Sentence) -> Iterator[Candidate]:
    taken = [
        (time.start - sentence.start, time.end - sentence.start)
        for time in article.times_in(sentence.start, sentence.end)
        if not _is_length(time)
    ]
    for numeral in find_numerals(sentence.reading.text, taken):
        counted = counted_by(sentence.reading, numeral)
        if counted is not None:
            yield Candidate(sentence, numeral, counted)


def _is_length(time: TimeMention) -> bool:
    return time.duration is not None and time.when is None and "X" not in time.duration


_PART_BEFORE = re.compile(
    r"(?:\bincluding|\bamong (?:them|whom)(?: (?:were|was|are|is))?|\bamong the [a-z]+ (?:were|was|are|is)|\bof (?:them|whom),?)[ ,:]*(?:[\w ,’'-]+ and )?$",
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
    return bool(_PART_BEFORE.search(before) or _PART_BEHIND.match(behind))


_OTHERS = frozenset({"others", "other", "more", "rest"})


def _measures(candidate: Candidate, article: Article, previous: str | None) -> tuple[str, ...]:
    """What the figure measures; empty where it is no figure."""
    by_unit = unit_measure(candidate.sentence, candidate.numeral, candidate.words)
    if by_unit:
        return (by_unit,)
    noun, node = candidate.counted.noun, candidate.counted.node
    found = measures_at(candidate.sentence.reading, node, noun)
    if candidate.numeral.kind == "none":
        return _of_none(candidate, found)
    if found:
        return found
    words = (candidate.words or "").casefold()
    if previous in PERSONS_SUFFER and (not words or words in _OTHERS or is_part(candidate)):
        return (previous,) if _may_inherit(candidate) else ()
    return _thing(candidate)


def _may_inherit(candidate: Candidate) -> bool:
    """A bare number takes the measure over only where it can stand for persons: not a label behind a name."""
    if candidate.counted.part or candidate.words:
        return True
    token = candidate.sentence.tokens[candidate.counted.number]
    before = candidate.sentence.tokens[candidate.counted.number - 1] if candidate.counted.number else None
    return token.dep in {"nsubj", "nsubjpass", "dobj", "conj", "appos"} and not (before and before.pos == "PROPN")


def _of_none(candidate: Candidate, found: tuple[str, ...]) -> tuple[str, ...]:
    if (candidate.words or "").casefold().endswith("casualties"):
        return ("killed", "injured")
    return tuple(name for name in found if name in PERSONS_SUFFER or name == "damaged")


def _thing(candidate: Candidate) -> tuple[str, ...]:
    """Without a telling verb: by the kind of thing counted, else `other` where a plural noun is counted."""
    if candidate.counted.noun is None:
        return ()
    token = candidate.sentence.tokens[candidate.counted.noun]
    named = measure("things", token.lemma, token.text)
    if named:
        return (named,)
    return (
        ("other",)
        if token.tag in {"NNS", "NNPS"}
        or (token.pos == "NOUN" and token.text.casefold() in {"people", "police", "personnel"})
        else ()
    )


def _figure(article: Article, candidate: Candidate, name: str) -> FoundFigure:
    numeral, sentence = candidate.numeral, candidate.sentence
    start, end = candidate.span
    figure = Figure(
        measure=name,
        counted=candidate.words if numeral.unit is None and name != "duration" else None,
        scope=scope_of(sentence, candidate.counted.node, name, is_part(candidate)),
        low=numeral.low,
        best=numeral.best,
        high=numeral.high,
        approximate=numeral.approximate,
        unit=numeral.unit or (_singular(candidate) if name == "duration" else None),
        text=article.report.text[start:end],
        start=start,
        end=end,
    )
    return _found(article, sentence, candidate.counted.node, figure)


def _singular(candidate: Candidate) -> str | None:
    noun = candidate.counted.noun
    return candidate.sentence.tokens[noun].lemma if noun is not None else None


def _found(article: Article, sentence: Sentence, node: int, figure: Figure) -> FoundFigure:
    start, end = clause_span(sentence, node)
    return FoundFigure(
        start=min(start, figure.start),
        end=max(end, figure.end),
        figure=figure,
        modality=modality_of(sentence, node),
        date=date_of(article, sentence, node),
        as_of=_as_of(article, sentence),
        places=places_of(article, sentence, node),
    )


def _implied(article: Article, sentence: Sentence, first: int, last: int, noun: int, name: str) -> FoundFigure:
    start, end = sentence.span(first, last)
    words = sentence.words(*sentence.span(first + 1, last)) if last > first + 1 else None
    figure = Figure(
        measure=name,
        counted=words,
        low=1,
        best=1,
        high=1,
        implied=True,
        text=sentence.words(start, end),
        start=start,
        end=end,
    )
    return _found(article, sentence, noun, msgspec.structs.replace(figure, scope=scope_of(sentence, noun, name, False)))


_AS_OF = re.compile(r"\b(?:as of|as at|up to|until) $", re.I)


def _as_of(article: Article, sentence: Sentence) -> When | None:
    """ "As of Friday": the time up to which the sentence's figures count."""
    for time in article.times_in(sentence.start, sentence.end):
        if time.when and _AS_OF.search(sentence.words(sentence.start, time.start)):
            return time.when
    return None
