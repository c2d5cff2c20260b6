"""Which pairs of reports are related by what they share, and by which passages: weighed, against what reports of unlike
matter have too."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from rashomon.model.identity import digest
from rashomon.model.lineage import CopyEdge, Fingerprint
from rashomon.model.report import Report
from rashomon.stages.lineage.body import Body
from rashomon.stages.lineage.candidates import Pair
from rashomon.stages.lineage.english_sources import has_cue
from rashomon.stages.lineage.evidence import credits, passage_source
from rashomon.stages.lineage.house import same_house
from rashomon.stages.lineage.likeness import Likeness
from rashomon.stages.lineage.passages import Common, common_passages, share
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.telling import known_share, runs_of, worth
from rashomon.text.align import Stretch

_FURTHER = 0.5  # weight of all passages but the best
_ONE_TEXT = 0.4  # a share of the shorter report over which two reports are one text, whatever else they say
_HOLDERS = 40  # reports of a run that are looked at, the first by id
_STRANGERS = 2  # reports of unlike matter that make a run common property
_HANDED = 5  # equal words of a passage that both hand to one source
_SAID = 12  # equal words of a quotation that no formula has
_PECULIAR = 3  # names and numbers in common passages, where the reports have no others in common


class Aligned(NamedTuple):
    """A pair that has been aligned: its `found` passages with the run hashes of each, and how alike the two are."""

    pair: Pair
    found: tuple[Common, ...]
    runs: tuple[tuple[int, ...], ...]
    likeness: float
    credited: bool


class Shelf(NamedTuple):
    """All that the pairs are weighed with."""

    reports: Mapping[str, Report]
    bodies: Mapping[str, Body]
    prints: Sequence[Fingerprint]
    likeness: Likeness
    settings: Settings


Look = Callable[[Pair], Aligned | None]
Work = Callable[[Sequence[tuple[str, Pair]], Look], Iterable[Aligned | None]]


def anew(tasks: Sequence[tuple[str, Pair]], look: Look) -> Iterator[Aligned | None]:
    """What `look` makes of each pair, nothing kept."""
    return (look(pair) for _, pair in tasks)


def related(pairs: Iterable[Pair], shelf: Shelf, marks: Mapping[str, str], work: Work = anew) -> list[CopyEdge]:
    """An edge for each pair whose passages weigh enough, with those of them that tell; in the order of the pairs.

    `marks`: what a report and its stock are, in short. `work` aligns pairs, each with a key for all that its alignment hangs on
    beside the settings, so that one who keeps alignments aligns new pairs alone."""
    tasks = [(digest(marks[a], marks[b], str(shelf.likeness.of(a, b))), (a, b)) for a, b in pairs]
    open_pairs = [found for found in work(tasks, lambda pair: _looked_at(pair, shelf)) if found]
    unsure = [each for each in open_pairs if not _enough(each, [1.0] * len(each.found), shelf)]
    holders = _holders({run for each in unsure for runs in each.runs for run in runs}, shelf.prints)
    return [edge for each in open_pairs if (edge := _edge(each, holders, shelf))]


def _looked_at(pair: Pair, shelf: Shelf) -> Aligned | None:
    a, b = (shelf.bodies[each] for each in pair)
    likeness = shelf.likeness.of(*pair)
    found = tuple(common_passages(a, b, shelf.settings, edited=likeness >= shelf.settings.alike))
    if not found:
        return None
    runs = tuple(tuple(runs_of(each.stretch, a, shelf.settings.run)) for each in found)
    left, right = (shelf.reports[each] for each in pair)
    each = Aligned(pair, found, runs, likeness, credits(left, right) or credits(right, left))
    if not any(_anchors(each.stretch, shelf.settings) for each in found):
        return None
    return each if _enough(each, [0.0] * len(found), shelf) else None


def _anchors(stretch: Stretch, settings: Settings) -> bool:
    """Whether one passage is long enough to relate two reports: an edited sentence, or so many equal words."""
    return stretch.matched >= settings.anchor or not stretch.longest


def _weights(each: Aligned, known: Sequence[float], shelf: Shelf) -> list[float]:
    a, b = (shelf.bodies[report] for report in each.pair)
    kin = same_house(*(shelf.reports[report] for report in each.pair))
    return [worth(c.stretch, c.within, a, b, k, kin) for c, k in zip(each.found, known, strict=True)]


def _enough(each: Aligned, known: Sequence[float], shelf: Shelf) -> bool:
    """Whether the passages make the two related: enough weight, or so large a share that they are one text."""
    weights = _weights(each, known, shelf)
    best = max(weights)
    if best + _FURTHER * (sum(weights) - best) < _needed(each, shelf):
        return False
    alike = each.credited or each.likeness >= shelf.settings.unlike
    return alike or _one_text(each, shelf) or _peculiar(each, shelf)


def _needed(each: Aligned, shelf: Shelf) -> float:
    """What it takes: more between reports of unlike matter, unless one quotes the other's words; less where one says that it has
    matter from the other's outlet, or both give the words as one source's: the question is not then whether two writers hit on them."""
    settings = shelf.settings
    known = each.likeness >= settings.alike or _quotes(each, shelf)
    least = settings.telling if known else settings.telling_unlike
    least -= settings.telling_credited if each.credited else 0.0
    return least - settings.telling_given if _of_one_source(each, shelf) else least


def _of_one_source(each: Aligned, shelf: Shelf) -> bool:
    """Whether two houses both hand a common passage to a source of one name."""
    left, right = (shelf.reports[report] for report in each.pair)
    if same_house(left, right):
        return False
    a, b = (shelf.bodies[report] for report in each.pair)
    return any(
        has_cue(a.around(s.a0))
        and has_cue(b.around(s.b0))
        and passage_source(a.text, a.span(s.a0, s.a1), b.text, b.span(s.b0, s.b1)) is not None
        for s, _ in each.found
        if s.matched >= _HANDED
    )


def _quotes(each: Aligned, shelf: Shelf) -> bool:
    """Whether one of the two has so many words in quotation marks that the other has too: it says itself that they are another's."""
    a, b = (shelf.bodies[report] for report in each.pair)
    return any(s.matched >= _SAID and (_said(a, s.a0, s.a1) or _said(b, s.b0, s.b1)) for s, _ in each.found)


def _one_text(each: Aligned, shelf: Shelf) -> bool:
    return max(_shares(each.pair, each.found, shelf)) >= _ONE_TEXT


def _peculiar(each: Aligned, shelf: Shelf) -> bool:
    """Whether the common passages hold names and numbers, or are what somebody said: a standing text has neither."""
    a, b = (shelf.bodies[report] for report in each.pair)
    if any(s.matched >= _SAID and _said(a, s.a0, s.a1) and _said(b, s.b0, s.b1) for s, _ in each.found):
        return True
    facts = {
        a.words.forms[i]
        for common in each.found
        for run in common.within
        for i in range(run.a, run.a + run.size)
        if a.stems[i] and not a.lower[i] and not a.opens[i]
    }
    return len(facts) >= _PECULIAR


def _said(text: Body, first: int, last: int) -> bool:
    """Whether most of the words `[first, last)` stand in one quotation."""
    return any(2 * (min(last, end) - max(first, start)) > last - first for start, end in text.quotations)


def _shares(pair: Pair, found: Iterable[Common], shelf: Shelf) -> tuple[float, float]:
    a, b = (shelf.bodies[report] for report in pair)
    stretches = [each.stretch for each in found]
    return (
        share([(s.a0, s.a1) for s in stretches], a.own),
        share([(s.b0, s.b1) for s in stretches], b.own),
    )


def _holders(wanted: set[int], prints: Sequence[Fingerprint]) -> Mapping[int, list[str]]:
    """The reports that have each wanted run, the first by id. One pass over all runs; memory for the wanted ones only."""
    holders: dict[int, list[str]] = defaultdict(list)
    if not wanted:
        return holders
    for each in sorted(prints, key=lambda each: each.report):
        for run in {run for runs in each.shingles for run in runs if run in wanted}:
            if len(holders[run]) < _HOLDERS:
                holders[run].append(each.report)
    return holders


def _edge(each: Aligned, holders: Mapping[int, Sequence[str]], shelf: Shelf) -> CopyEdge | None:
    known_runs = {run: _is_known(run, each.pair, holders, shelf) for runs in each.runs for run in runs}
    known = [known_share(runs, known_runs) for runs in each.runs]
    if not _enough(each, known, shelf):
        return None
    kept = each.found
    if not _one_text(each, shelf):
        weights = _weights(each, known, shelf)
        kept = tuple(c for c, weight in zip(each.found, weights, strict=True) if weight >= shelf.settings.telling_least)
    if not kept:
        return None
    a, b = (shelf.bodies[report] for report in each.pair)
    shares = _shares(each.pair, kept, shelf)
    return CopyEdge(
        a=each.pair[0],
        b=each.pair[1],
        share_a=shares[0],
        share_b=shares[1],
        passages=tuple((a.span(s.a0, s.a1), b.span(s.b0, s.b1)) for s, _ in kept),
    )


def _is_known(run: int, pair: Pair, holders: Mapping[int, Sequence[str]], shelf: Shelf) -> bool:
    """Whether reports that are like neither of the two have the run too."""
    others = (report for report in holders.get(run, ()) if report not in pair)
    limit = shelf.settings.unlike_run
    strangers = (o for o in others if all(shelf.likeness.of(o, mine) < limit for mine in pair))
    return len(list(islice(strangers, _STRANGERS))) == _STRANGERS
