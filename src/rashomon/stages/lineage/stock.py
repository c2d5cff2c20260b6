"""Stock: sentences that many reports have and nobody took from anybody, found before reports are compared, and named.

Three ways to tell it: by a table of wordings (newsletter lines, credits, appeals, captions); by the company it keeps (a sentence
in several reports of unlike matter); and, for standing background, by both (it says what a body is, whatever happened, and
stands in other surroundings wherever it is met)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from statistics import median
from typing import NamedTuple

from rashomon.model.lineage import Fingerprint, Sketch, Stock, StockSpan
from rashomon.model.problem import Problem
from rashomon.model.report import Report
from rashomon.stages.lineage import english_stock
from rashomon.stages.lineage.bounds import bounded
from rashomon.stages.lineage.house import outlet_name
from rashomon.stages.lineage.likeness import Likeness
from rashomon.stages.lineage.settings import Settings

_HOLDERS = 4  # reports; a sentence in fewer is weighed pair by pair
_SAMPLE = 12  # reports of a sentence that are compared
_OUTLETS = 3  # with as many surroundings, a sentence that says what a body is, is background
_APART = 2  # days between two reports from which two do
_EDGE = 2  # sentences from the beginning or the end of a report that are its head or foot
_AGAIN = 3  # times that a sentence stands in one report, from which it is a caption or a refrain of the page
_AGAIN_WORDS = 8
_LEAST = 4  # words; shorter sentences are names and headings


class _Place(NamedTuple):
    """The sentence `number` of a report."""

    report: Report
    print: Fingerprint
    number: int

    @property
    def span(self) -> tuple[int, int]:
        return self.print.spans[self.number]

    @property
    def wording(self) -> str:
        return self.report.text[slice(*self.span)]


class _Verdict(NamedTuple):
    kind: str
    why: str


_REPEATED = _Verdict("caption", "The page prints it several times.")


def set_aside(
    reports: Sequence[Report],
    fingerprints: Sequence[Fingerprint],
    sketches: Sequence[Sketch],
    settings: Settings | None = None,
) -> tuple[Stock, ...]:
    """All stock of the reports, each sentence once, in order of kind and wording; the same in any order of the input.
    Every sentence is looked at once; those of several reports are compared by a sample of their reports."""
    chosen, known = settings or Settings(), {each.id: each for each in reports}
    likeness = Likeness(sketches)
    texts = {key: bounded(report, chosen) for key, report in known.items()}
    prints = sorted(fingerprints, key=lambda each: each.report)
    found = [_named(verdict, places) for verdict, places in _furniture(prints, texts)]
    for places in _shared(prints, texts):
        verdict = _refrain(places, likeness, chosen) or _background(places)
        if verdict and not english_stock.furniture(places[0].wording):
            found.append(_named(verdict, places))
    return tuple(sorted(found, key=lambda each: (each.kind, each.text, each.spans[0].report, each.spans[0].start)))


def spans_aside(stock: Iterable[Stock]) -> dict[str, list[tuple[int, int]]]:
    """What is set aside of each report."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for each in stock:
        for place in each.spans:
            spans[place.report].append((place.start, place.end))
    return spans


_MOSTLY_STOCK = 0.6  # share of a text from which little is left to compare


def little_else(reports: Iterable[Report], stock: Iterable[Stock]) -> tuple[Problem, ...]:
    """A problem for each report that is mostly stock, so that what is said of its lineage rests on little; in order of ids."""
    aside = spans_aside(stock)
    shares = ((r, sum(end - start for start, end in aside[r.id]) / len(r.text)) for r in reports if r.id in aside)
    return tuple(
        Problem(
            stage="lineage",
            report=report.id,
            code="mostly-stock",
            message=f"{share:.0%} of the text is furniture or a set phrase that others have too; only the rest was compared with other reports.",
        )
        for report, share in sorted(shares, key=lambda row: row[0].id)
        if share >= _MOSTLY_STOCK
    )


def _named(verdict: _Verdict, places: Sequence[_Place]) -> Stock:
    spans = (StockSpan(report=p.report.id, start=p.span[0], end=p.span[1]) for p in places)
    return Stock(kind=verdict.kind, text=places[0].wording, spans=tuple(spans), why=verdict.why)


def _furniture(prints: Iterable[Fingerprint], reports: Mapping[str, Report]) -> Iterator[tuple[_Verdict, list[_Place]]]:
    """Sentences of a furniture wording, equal ones together."""
    found: dict[int, tuple[_Verdict, list[_Place]]] = {}
    for each in prints:
        signs, again = english_stock.signs(reports[each.report].text), _again(each)
        for number, sentence in enumerate(each.hashes if signs or again else ()):
            place = _Place(reports[each.report], each, number)
            verdict = _worded(place.wording, signs) or (_REPEATED if number in again else None)
            if verdict:
                found.setdefault(sentence, (verdict, []))[1].append(place)
    yield from found.values()


def _worded(sentence: str, signs: Sequence[str]) -> _Verdict | None:
    lowered = sentence.casefold()
    row = english_stock.furniture(sentence) if any(sign in lowered for sign in signs) else None
    return _Verdict(row[0], f"It {row[1]}.") if row else None


def _again(each: Fingerprint) -> set[int]:
    """The sentences that the page prints again and again: under each of its pictures."""
    times = Counter(each.hashes)
    return {
        number
        for number, sentence in enumerate(each.hashes)
        if times[sentence] >= _AGAIN and each.words[number] >= _AGAIN_WORDS
    }


def _shared(prints: Sequence[Fingerprint], reports: Mapping[str, Report]) -> Iterator[list[_Place]]:
    """The places of each sentence that several reports have, once for each report; in order of the reports."""
    several = _several(prints)
    holders: dict[int, dict[str, _Place]] = defaultdict(dict)
    for each in prints:
        for number, sentence in enumerate(each.hashes):
            if sentence in several and each.words[number] >= _LEAST:
                holders[sentence].setdefault(each.report, _Place(reports[each.report], each, number))
    for places in holders.values():
        if len(places) > 1:
            yield list(places.values())


def _several(prints: Sequence[Fingerprint]) -> set[int]:
    """Hashes of the sentences that are met more than once."""
    import numpy as np

    total = sum(len(each.hashes) for each in prints)
    every = np.fromiter((sentence for each in prints for sentence in each.hashes), np.int64, total)
    values, counts = np.unique(every, return_counts=True)
    return set(values[counts > 1].tolist())


def _refrain(places: Sequence[_Place], likeness: Likeness, settings: Settings) -> _Verdict | None:
    """A sentence in several reports most of which are of unlike matter."""
    if len(places) < _HOLDERS:
        return None
    step = max(1, len(places) // _SAMPLE)
    sample = [place.report.id for place in places[::step]][:_SAMPLE]
    if median(likeness.of(a, b) for a, b in combinations(sample, 2)) >= settings.unlike_run:
        return None
    at_edge = sum(min(p.number, len(p.print.spans) - 1 - p.number) < _EDGE for p in places)
    asks = english_stock.is_appeal(places[0].wording)
    kind = "appeal" if asks else "footer" if 2 * at_edge > len(places) else "set phrase"
    return _Verdict(kind, f"It stands in {len(places)} reports, most of them about unlike matter.")


def _background(places: Sequence[_Place]) -> _Verdict | None:
    """A sentence that says what something is, in other surroundings in several outlets or days apart."""
    if not english_stock.is_timeless(places[0].wording):
        return None
    apart = _alone(places)
    outlets = {outlet_name(place.report).casefold() for place in apart}
    if len(outlets) >= _OUTLETS:
        return _Verdict(
            "background",
            f"It says what something is, and {len(outlets)} outlets have it, each between other sentences.",
        )
    days = sorted({place.report.published[:10] for place in apart if place.report.published})
    if len(apart) > 1 and days and _days(days[0], days[-1]) >= _APART:
        return _Verdict(
            "background",
            f"It says what something is, and stands between other sentences {_days(days[0], days[-1])} days apart.",
        )
    return None


def _alone(places: Sequence[_Place]) -> list[_Place]:
    """Of the places those whose neighbours no place before has: a copy brings its neighbours along."""
    seen: set[int] = set()
    found = []
    for place in places:
        near = _neighbours(place)
        if not near & seen:
            found.append(place)
        seen |= near
    return found


def _neighbours(place: _Place) -> set[int]:
    """Hashes of the nearest sentences before and after that are not timeless themselves."""
    text, each = place.report.text, place.print
    before = range(place.number - 1, -1, -1)
    after = range(place.number + 1, len(each.spans))
    near = (next((i for i in side if not _timeless(text, each, i)), None) for side in (before, after))
    return {each.hashes[i] for i in near if i is not None}


def _timeless(text: str, each: Fingerprint, number: int) -> bool:
    return english_stock.is_timeless(text[slice(*each.spans[number])])


def _days(first: str, last: str) -> int:
    from datetime import date

    try:
        return abs((date.fromisoformat(last) - date.fromisoformat(first)).days)
    except ValueError:
        return 0
