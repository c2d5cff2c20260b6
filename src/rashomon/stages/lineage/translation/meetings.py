"""Which reports of two languages are worth aligning: those that share several rare anchors and lie few days apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from math import log

from rashomon.model.report import Report
from rashomon.stages.lineage.translation.anchors import Anchor, Anchored

Pair = tuple[str, str]
_DAYS = 10  # between a report and its translation
_SHARED = 5  # keys that the two have in common at least
_NEAREST = 5  # partners of a report in each other language
_HOLDERS = 30  # reports of a key that are paired; of a commoner one the earliest
_BACKGROUND = 50  # texts about other matter that stand behind a small input
_SMALL = 10  # a number below it is in many texts


def meetings(reports: Sequence[Report], texts: Mapping[str, Anchored]) -> list[Pair]:
    """Pairs (a < b by id), in order; `reports` in order of time. Cost: keys times `_HOLDERS` squared at most."""
    holders: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        for key in sorted(keys_of(texts[report.id])):
            holders[key].append(report)
    scores: dict[Pair, float] = defaultdict(float)
    counts: dict[Pair, int] = defaultdict(int)
    for key in sorted(holders):
        weight = log((len(reports) + _BACKGROUND) / len(holders[key]))
        for pair in _across(holders[key], texts):
            scores[pair] += weight
            counts[pair] += 1
    known = {report.id: report for report in reports}
    fit = {p: round(s, 6) for p, s in scores.items() if counts[p] >= _SHARED and near_days(known[p[0]], known[p[1]])}
    return sorted(_nearest(fit, texts))


def keys_of(text: Anchored) -> set[str]:
    return {key for line in text.lines for anchor in line.anchors for key in _telling(anchor)}


def _telling(anchor: Anchor) -> Iterator[str]:
    if anchor.kind in {"word", "weekday"}:
        return
    for key in anchor.keys:
        if not (anchor.kind == "number" and float(key[2:]) < _SMALL) and key[0] != "=":
            yield key


def _across(reports: Sequence[Report], texts: Mapping[str, Anchored]) -> Iterator[Pair]:
    """Pairs of two languages; of many reports those of the earliest with all others."""
    firsts = reports[:_HOLDERS]
    for i, one in enumerate(firsts):
        for other in firsts[i + 1 :]:
            if texts[one.id].language != texts[other.id].language:
                yield (one.id, other.id) if one.id < other.id else (other.id, one.id)


def near_days(a: Report, b: Report) -> bool:
    """Whether a translation may lie between the two; the undated may lie anywhere."""
    return day_of(a) is None or day_of(b) is None or day_of(b) in days_around(str(day_of(a)))


def day_of(report: Report) -> str | None:
    """The ISO day of publication, None where it is not known or cannot be read."""
    day = (report.published or "")[:10]
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def days_around(day: str) -> frozenset[str]:
    """The ISO days at most `_DAYS` from one."""
    middle = date.fromisoformat(day).toordinal()
    numbers = range(max(1, middle - _DAYS), min(date.max.toordinal(), middle + _DAYS) + 1)
    return frozenset(date.fromordinal(number).isoformat() for number in numbers)


def _nearest(scores: Mapping[Pair, float], texts: Mapping[str, Anchored]) -> set[Pair]:
    """For each report the pairs with its nearest partners in each language."""
    found: dict[tuple[str, str], list[tuple[float, Pair]]] = defaultdict(list)
    for pair, score in scores.items():
        for one, other in (pair, pair[::-1]):
            found[one, texts[other].language].append((-score, pair))
    return {pair for scored in found.values() for _, pair in sorted(scored)[:_NEAREST]}
