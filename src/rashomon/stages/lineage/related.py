"""Which pairs of reports are related by what they share, and by which passages: weighed, against what reports of unlike
matter have too."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple

from rashomon.model.identity import digest
from rashomon.model.lineage import CopyEdge, Fingerprint
from rashomon.stages.lineage.alignment import Aligned, Batch, look_at, shares, weighed
from rashomon.stages.lineage.bodies import Bodies, Laid
from rashomon.stages.lineage.candidates import Pair
from rashomon.stages.lineage.likeness import Likeness
from rashomon.stages.lineage.settings import Settings

_HOLDERS = 40  # reports of a run that are looked at, the first by id
_STRANGERS = 2  # reports of unlike matter that make a run common property


class Shelf(NamedTuple):
    """All that the pairs are weighed with."""

    laid: Mapping[str, Laid]
    prints: Sequence[Fingerprint]
    likeness: Likeness
    settings: Settings


class Look:
    """Aligns the pairs of a shelf: one by one in this process (`look(pair)`), or as batches for `alignment.align` in any other
    (`look.batch(pairs)`)."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @cached_property
    def _bodies(self) -> Bodies:
        return Bodies(self._shelf.laid)

    def __call__(self, pair: Pair) -> Aligned | None:
        return look_at(pair, self._bodies, self._shelf.likeness.of(*pair), self._shelf.settings)

    def batch(self, pairs: Iterable[Pair]) -> Batch:
        """The pairs with the reports that they need; each report once."""
        some, shelf = tuple(pairs), self._shelf
        return Batch(
            pairs=some,
            likeness=tuple(shelf.likeness.of(*pair) for pair in some),
            laid={report: shelf.laid[report] for pair in some for report in pair},
            settings=shelf.settings,
        )


Work = Callable[[Sequence[tuple[str, Pair]], Look], Iterable[Aligned | None]]


def anew(tasks: Sequence[tuple[str, Pair]], look: Look) -> Iterator[Aligned | None]:
    """What `look` makes of each pair, nothing kept."""
    return (look(pair) for _, pair in tasks)


def related(pairs: Iterable[Pair], shelf: Shelf, marks: Mapping[str, str], work: Work = anew) -> list[CopyEdge]:
    """An edge for each pair whose passages weigh enough, with those of them that tell; in the order of the pairs.

    `marks`: what a report and its stock are, in short. `work` aligns pairs, each with a key for all that its alignment hangs on
    beside the settings, so that one who keeps alignments aligns new pairs alone, and one who has processes ships batches to them."""
    tasks = [(digest(marks[a], marks[b], str(shelf.likeness.of(a, b))), (a, b)) for a, b in pairs]
    open_pairs = [found for found in work(tasks, Look(shelf)) if found]
    unsure = [each for each in open_pairs if not _enough(each, [1.0] * len(each.found))]
    holders = _holders({run for each in unsure for found in each.found for run in found.runs}, shelf.prints)
    return [edge for each in open_pairs if (edge := _edge(each, holders, shelf))]


def _weights(each: Aligned, known: Sequence[float]) -> list[float]:
    return [found.worth.known(share) for found, share in zip(each.found, known, strict=True)]


def _enough(each: Aligned, known: Sequence[float]) -> bool:
    """Whether the passages weigh enough to make the two related, so much of each being known elsewhere."""
    return weighed(_weights(each, known)) >= each.needed


def _holders(wanted: set[int], prints: Sequence[Fingerprint]) -> Mapping[int, list[str]]:
    """The reports that have each wanted run, the first by id, where they are more than a pair. One pass over all runs; memory for the
    wanted ones only."""
    holders: dict[int, list[str]] = defaultdict(list)
    for each in sorted(prints, key=lambda each: each.report) if wanted else ():
        for run in wanted.intersection(chain.from_iterable(each.shingles)):
            if len(holders[run]) < _HOLDERS:
                holders[run].append(each.report)
    return {run: reports for run, reports in holders.items() if len(reports) > _STRANGERS}


def _edge(each: Aligned, holders: Mapping[int, Sequence[str]], shelf: Shelf) -> CopyEdge | None:
    strange = _Strangers(each.pair, holders, shelf)
    known = [strange.share(found.runs) for found in each.found]
    if not _enough(each, known):
        return None
    kept = each.found
    if not each.one_text:
        weights = _weights(each, known)
        kept = tuple(f for f, weight in zip(each.found, weights, strict=True) if weight >= shelf.settings.telling_least)
    if not kept:
        return None
    share_a, share_b = shares((found.words for found in kept), each.own)
    spans = tuple(found.spans for found in kept)
    return CopyEdge(a=each.pair[0], b=each.pair[1], share_a=share_a, share_b=share_b, passages=spans)


class _Strangers:
    """Which runs of a pair's passages reports have too that are like neither of the two."""

    def __init__(self, pair: Pair, holders: Mapping[int, Sequence[str]], shelf: Shelf) -> None:
        self._pair, self._holders, self._shelf = pair, holders, shelf
        self._strange: dict[str, bool] = dict.fromkeys(pair, False)

    def share(self, runs: Sequence[int]) -> float:
        """The share (0–1) of the runs that several strangers have."""
        return sum(map(self._known, filter(self._holders.__contains__, runs))) / len(runs) if runs else 0.0

    def _known(self, run: int) -> bool:
        return len(list(islice(filter(self._is_strange, self._holders[run]), _STRANGERS))) == _STRANGERS

    def _is_strange(self, report: str) -> bool:
        if report not in self._strange:
            likeness, limit = self._shelf.likeness, self._shelf.settings.unlike_run
            self._strange[report] = all(likeness.of(report, mine) < limit for mine in self._pair)
        return self._strange[report]
