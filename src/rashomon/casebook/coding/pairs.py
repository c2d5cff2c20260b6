"""Joins and splits as pairs: what a coder put together, and what he held apart.

Two anchors of two rows stand for the rows (two entities, two findings); two anchors of one row, which somebody parted, for themselves. Reports stand for
themselves.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product

from rashomon.casebook.coding.ground import Ground
from rashomon.model.agreement import APART, TOGETHER
from rashomon.model.judgement import SPLIT, Judgement

MOST = 5_000  # pairs of one judgement that are looked at
Pair = tuple[str, str]


def pairs(each: Judgement, ground: Ground) -> Iterator[tuple[Pair, str]]:
    """What a join or split says of pairs, each with TOGETHER or APART; of a join nothing within one row, where nothing was asked."""
    on, against = _homes(each.of, each.on, ground), _homes(each.of, each.against, ground)
    found: dict[Pair, str] = {}
    if each.what == SPLIT:
        found |= dict.fromkeys(islice(_apart(on, against), MOST), APART)
    for pair in islice(combinations(sorted(on), 2), MOST):
        found.setdefault(pair, TOGETHER)
    yield from found.items()


def parted(each: Judgement, ground: Ground) -> Iterator[tuple[str, Pair]]:
    """The rows that a split parts within, each with two anchors that are apart."""
    on, against = _homes(each.of, each.on, ground), _homes(each.of, each.against, ground)
    for home in sorted(set(on).intersection(against)) if each.what == SPLIT else ():
        for a, b in islice(product(on[home], against[home]), MOST):
            if a != b:
                yield home, _pair(a, b)


def held_together(each: Judgement, asked: Sequence[Pair]) -> Iterator[Pair]:
    """Of pairs that another parted within one row, those of which this one names both as belonging together."""
    named = set(each.on)
    return (pair for pair in asked if named.issuperset(pair))


def _apart(on: dict[str, list[str]], against: dict[str, list[str]]) -> Iterator[Pair]:
    for a, b in product(on, against):
        if a != b:
            yield _pair(a, b)
        else:
            yield from (_pair(one, other) for one, other in product(on[a], against[b]) if one != other)


def _homes(of: str, anchors: Sequence[str], ground: Ground) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for anchor in anchors:
        if home := ground.home(of, (anchor,)):
            found[home].append(anchor)
    return found


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
