"""Figures: how many were what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.claim import Figure
from rashomon.stages.claims.clause import clause_span, places_of
from rashomon.stages.claims.figures.both import Pair, pairs
from rashomon.stages.claims.figures.candidates import Candidate, candidates, is_part
from rashomon.stages.claims.figures.implied import ImpliedPerson, faint_persons, implied_persons
from rashomon.stages.claims.figures.measuring import measures_of
from rashomon.stages.claims.figures.mood import mood
from rashomon.stages.claims.figures.persons import person_of
from rashomon.stages.claims.figures.scope import scope_of
from rashomon.stages.claims.figures.settling import ReadFigure, settled
from rashomon.stages.claims.figures.standing import date_besides, standing
from rashomon.stages.claims.figures.subsets import larger_of
from rashomon.stages.claims.figures.sums import parts_by_sum
from rashomon.stages.claims.found import FoundFigure
from rashomon.stages.claims.sentence import Article, Sentence

# A bare number may take over the measure of one of so many figures before it.
_BACK = 4


def find_figures(article: Article) -> tuple[FoundFigure, ...]:
    """All figures of one report, in order of the text."""
    read: list[ReadFigure] = []
    for sentence in _once(article.sentences):
        read += _in_sentence(article, sentence, read)
    read = settled(read, article.report.text, article.day)
    found = [figure.found for figure in read]
    text = article.report.text
    # A single person told of after a greater number may well be one of its summands ("one died there, four in hospital").
    told = {i for i, figure in enumerate(read) if figure.part and figure.found.figure.best != 1}
    sums = parts_by_sum(found, text, told)
    parts = {i: larger_of(i, found, text) for i, figure in enumerate(read) if figure.part}
    return tuple(replace(one, part_of=sums.get(i, parts.get(i))) for i, one in enumerate(found))


def _once(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences, one that is repeated word for word (a caption under each of ten pictures) only where it stands first."""
    seen: set[str] = set()
    for sentence in sentences:
        if sentence.reading.text not in seen:
            yield sentence
        seen.add(sentence.reading.text)


def _in_sentence(article: Article, sentence: Sentence, before: list[ReadFigure]) -> list[ReadFigure]:
    """The sentence's figures in order of the text."""
    figures: list[ReadFigure] = []
    for candidate in candidates(article, sentence):
        told = [figure.found.figure.measure for figure in (*before[-_BACK:], *figures)]
        for name in measures_of(candidate, told):
            figures.append(ReadFigure(_figure(article, candidate, name), is_part(candidate)))
    taken = [(figure.found.figure.start, figure.found.figure.end) for figure in figures]
    both = [ReadFigure(_pair(article, sentence, pair), known=True, pair=True) for pair in pairs(sentence, taken)]
    figures += both
    taken += [(figure.found.figure.start, figure.found.figure.end) for figure in both]
    figures += [
        ReadFigure(_implied(article, sentence, p), _is_included(sentence, p), p.known, person_of(sentence, p))
        for p in implied_persons(sentence, taken)
    ]
    taken = [(figure.found.figure.start, figure.found.figure.end) for figure in figures]
    figures += [
        ReadFigure(_implied(article, sentence, p), known=True, faint=True) for p in faint_persons(sentence, taken)
    ]
    return sorted(figures, key=lambda figure: (figure.found.figure.start, figure.found.figure.end))


def _is_included(sentence: Sentence, person: ImpliedPerson) -> bool:
    """ "Four people, including a girl"."""
    start, _ = sentence.span(person.first, person.last)
    return sentence.words(sentence.start, start).rstrip().casefold().endswith(("including", "among them"))


def _figure(article: Article, candidate: Candidate, name: str) -> FoundFigure:
    numeral, sentence = candidate.numeral, candidate.sentence
    start, end = candidate.span
    figure = Figure(
        measure=name,
        counted=candidate.words if numeral.unit is None and name != "duration" else None,
        scope=scope_of(
            sentence, candidate.counted.node, name, is_part(candidate), (start - sentence.start, end - sentence.start)
        ),
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
    as_of, said_by = standing(article, sentence, node, figure.scope)
    return FoundFigure(
        start=min(start, figure.start),
        end=max(end, figure.end),
        figure=figure,
        modality=mood(sentence, node),
        date=date_besides(article, sentence, node, said_by, _may_share(figure)),
        as_of=as_of,
        places=places_of(article, sentence, node),
    )


def _may_share(figure: Figure) -> bool:
    """Dead and wounded of one clash share the day that the next sentence gives for it; running totals do not."""
    return figure.measure in {"killed", "injured", "shot"} and figure.scope != "total"


# Words that number or order: "the second man", "a third-floor resident", "half a dozen".
_ORDERS = re.compile(
    r"\d|\b(?:second|third|half|quarter|double|triple|twin|both|couple|pair|dozens?|scores?|twice|no|zero|hundred|thousand|million)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b",
    re.IGNORECASE,
)


def _first_without_number(sentence: Sentence, person: ImpliedPerson) -> int:
    """The first token from which the person's words hold no number, so that nothing but the person stands for the one: "boy"
    of "a 15-year-old boy", "year-old" of "a 15-year-old"."""
    tokens = sentence.tokens
    numbers = [i for i in range(person.first, person.last) if _ORDERS.search(tokens[i].text)]
    if not numbers:
        return person.first
    if tokens[person.noun].text.casefold() != "old":
        return person.noun
    return next((i for i in range(numbers[-1] + 1, person.last) if tokens[i].text.isalpha()), person.noun)


def _pair(article: Article, sentence: Sentence, pair: Pair) -> FoundFigure:
    start, end = sentence.span(pair.first, pair.last)
    figure = Figure(
        measure=pair.measure,
        counted=sentence.words(*sentence.span(pair.first + 1, pair.last)) if pair.last > pair.first + 1 else None,
        scope=scope_of(sentence, pair.noun, pair.measure, False, (start - sentence.start, end - sentence.start)),
        low=2,
        best=2,
        high=2,
        text=sentence.words(start, end),
        start=start,
        end=end,
    )
    return _found(article, sentence, pair.noun, figure)


def _implied(article: Article, sentence: Sentence, person: ImpliedPerson) -> FoundFigure:
    start, end = sentence.span(_first_without_number(sentence, person), person.last)
    named = person.known and sentence.tokens[person.first].pos == "PROPN"
    figure = Figure(
        measure=person.measure,
        counted=None
        if named or person.faint
        else sentence.words(*sentence.span(min(person.first + 1, person.noun), person.last)),
        scope=scope_of(sentence, person.noun, person.measure, False, (start - sentence.start, end - sentence.start)),
        low=1,
        best=1,
        high=1,
        implied=True,
        text=sentence.words(start, end),
        start=start,
        end=end,
    )
    return _found(article, sentence, person.noun, figure)
