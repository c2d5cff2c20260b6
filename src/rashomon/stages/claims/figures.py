"""Figures: how many were what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.model.claim import Figure
from rashomon.model.measure import When
from rashomon.stages.claims.clause import clause_span, places_of
from rashomon.stages.claims.counting import Counted, counted_by
from rashomon.stages.claims.dating import date_of
from rashomon.stages.claims.found import FoundFigure
from rashomon.stages.claims.governing import measures_at
from rashomon.stages.claims.implied import ImpliedPerson, implied_persons
from rashomon.stages.claims.measures import PERSONS_SUFFER, SHOT, measure
from rashomon.stages.claims.modality import modality_of
from rashomon.stages.claims.scope import scope_of
from rashomon.stages.claims.sentence import Article, Sentence, TimeMention
from rashomon.stages.claims.settling import ReadFigure, settled
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


def find_figures(article: Article) -> tuple[FoundFigure, ...]:
    """All figures of one report, in order of the text."""
    read: list[ReadFigure] = []
    for sentence in article.sentences:
        read += _in_sentence(article, sentence, read)
    read = settled(read, article.report.text)
    found = [figure.found for figure in read]
    return tuple(
        replace(figure.found, part_of=larger_of(i, found, article.report.text)) if figure.part else figure.found
        for i, figure in enumerate(read)
    )


def _in_sentence(article: Article, sentence: Sentence, before: list[ReadFigure]) -> list[ReadFigure]:
    """The sentence's figures in order of the text."""
    figures: list[ReadFigure] = []
    previous = before[-1].found.figure.measure if before else None
    for candidate in candidates(article, sentence):
        for name in _measures(candidate, previous):
            figures.append(ReadFigure(_figure(article, candidate, name), is_part(candidate)))
            previous = name
    taken = [(figure.found.figure.start, figure.found.figure.end) for figure in figures]
    figures += [ReadFigure(_implied(article, sentence, p), known=p.known) for p in implied_persons(sentence, taken)]
    return sorted(figures, key=lambda figure: (figure.found.figure.start, figure.found.figure.end))


def candidates(article: Article, sentence: Sentence) -> Iterator[Candidate]:
    times = article.times_in(sentence.start, sentence.end)
    taken = [(t.start - sentence.start, t.end - sentence.start) for t in times if not _is_length(t)]
    for numeral in find_numerals(sentence.reading.text, taken):
        counted = counted_by(sentence.reading, numeral, taken)
        if counted is not None:
            yield Candidate(sentence, numeral, counted)


def _is_length(time: TimeMention) -> bool:
    return time.duration is not None


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


_OTHERS = frozenset({"others", "other", "more", "rest"})


def _measures(candidate: Candidate, previous: str | None) -> tuple[str, ...]:
    """What the figure measures; empty where it is no figure."""
    by_unit = unit_measure(candidate.sentence, candidate.numeral, candidate.words)
    if by_unit:
        return (by_unit,)
    noun, node = candidate.counted.noun, candidate.counted.node
    found = measures_at(candidate.sentence.reading, node, noun) or _by_words_before(candidate, previous)
    if candidate.numeral.kind == "none":
        return _of_none(candidate, found)
    if found:
        return found
    words = (candidate.words or "").casefold()
    if previous in PERSONS_SUFFER and (not words or words in _OTHERS or is_part(candidate)):
        return (previous,) if _may_inherit(candidate) else ()
    return _thing(candidate)


_TOLL_BEFORE = re.compile(
    r"\b(?:tolls?|number of (?:dead|deaths|fatalities|victims))\b[^.;]{0,60}\b(?:at|to|of|reached|reaches|is|was|hit|stands at|exceeded|passed):? $",
    re.I,
)


def _by_words_before(candidate: Candidate, previous: str | None) -> tuple[str, ...]:
    """ "Put the death toll at 16", where the parse does not join them."""
    text = candidate.sentence.reading.text
    before = text[max(0, candidate.numeral.start - 90) : candidate.numeral.start]
    among = _AMONG_BEFORE.search(before)
    if among:
        word = among[1].casefold()
        found = (
            measure("adjectives", word) or measure("nouns", word) or (previous if previous in PERSONS_SUFFER else None)
        )
        return (found,) if found else ()
    return ("killed",) if _TOLL_BEFORE.search(before) and candidate.numeral.kind == "count" else ()


_AMONG_BEFORE = re.compile(
    r"\bamong the (victims|dead|killed|injured|wounded|casualties|detained|missing|hostages)\b(?: [a-z]+)?,?(?: there)? (?:are|were|is|was) (?:also )?$",
    re.I,
)


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
    return tuple(name for name in found if name in PERSONS_SUFFER or name in {"damaged", SHOT})


# "Several times", "two things", "a number of ways": nothing that a record would count.
_NOT_THINGS = frozenset(
    "time thing way reason kind sort type step side part percent word option question issue example aspect point factor "
    "occasion term mind second moment".split()
)


def _thing(candidate: Candidate) -> tuple[str, ...]:
    """Without a telling verb: by the kind of thing counted, else `other` where a plural noun is counted."""
    if candidate.counted.noun is None:
        return ()
    token = candidate.sentence.tokens[candidate.counted.noun]
    if token.lemma in _NOT_THINGS:
        return ()
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


def _implied(article: Article, sentence: Sentence, person: ImpliedPerson) -> FoundFigure:
    start, end = sentence.span(person.first, person.last)
    named = person.known and sentence.tokens[person.first].pos == "PROPN"
    figure = Figure(
        measure=person.measure,
        counted=None if named else sentence.words(*sentence.span(min(person.first + 1, person.noun), person.last)),
        scope=scope_of(sentence, person.noun, person.measure, False),
        low=1,
        best=1,
        high=1,
        implied=True,
        text=sentence.words(start, end),
        start=start,
        end=end,
    )
    return _found(article, sentence, person.noun, figure)


_AS_OF = re.compile(r"\b(?:as of|as at|up to|until) $", re.I)


def _as_of(article: Article, sentence: Sentence) -> When | None:
    """ "As of Friday": the time up to which the sentence's figures count."""
    for time in article.times_in(sentence.start, sentence.end):
        if time.when and _AS_OF.search(sentence.words(sentence.start, time.start)):
            return time.when
    return None
