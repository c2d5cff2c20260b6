"""Cuts a cluster of reports into the groups that are stories."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rashomon.model.bonds import Bonds
from rashomon.stages.stories.cards import Cards
from rashomon.stages.stories.grouping import grouped
from rashomon.stages.stories.pairs import Pairs


class Held(NamedTuple):
    """What outranks likeness: persons' decisions, reports that tie nothing (`loose`), and with whom each of these stays (`anchored`)."""

    bonds: Bonds
    loose: Collection[str]
    anchored: Mapping[str, Sequence[str]]


def groups_of(members: Sequence[int], pairs: Pairs, held: Held) -> list[list[int]]:
    """The places of the members, in order of their ids, by group."""
    cards, settings = pairs.cards, pairs.settings
    ids = [cards.id(number) for number in members]
    place = {number: i for i, number in enumerate(members)}
    by_id = {id: i for i, id in enumerate(ids)}
    like = {
        (i, place[other]): value
        for i, one in enumerate(members)
        if ids[i] not in held.loose
        for other, value in pairs.like.row(one).items()
        if i < place.get(other, -1) and ids[place[other]] not in held.loose
    }
    anchors = ((one, other) for one in ids for other in held.anchored.get(one, ()))
    together = [*_placed(held.bonds.together, by_id), *_one_text(members, cards), *_placed(anchors, by_id)]
    apart = _placed(held.bonds.apart, by_id)
    return grouped(len(members), like, together, settings.join, settings.nearest, apart)


def _one_text(members: Sequence[int], cards: Cards) -> Iterator[tuple[int, int]]:
    """Reports that are one text tell of one happening. Each is paired with the first and the next: where a person keeps the first
    apart, the others stay together."""
    texts: dict[str, list[int]] = defaultdict(list)
    for i, number in enumerate(members):
        texts[cards.head(number).text].append(i)
    for mates in texts.values():
        yield from ((mates[0], other) for other in mates[1:])
        yield from pairwise(mates[1:])


def _placed(pairs: Iterable[tuple[str, str]], place: Mapping[str, int]) -> list[tuple[int, int]]:
    """The pairs of reports that are there, by their places, in order."""
    known = ((place[a], place[b]) for a, b in pairs if a in place and b in place and a != b)
    return sorted((min(pair), max(pair)) for pair in known)
