"""An index of stories as bytes, so that the next run goes on from there instead of looking at every report again."""

import sys
import zlib
from array import array
from collections import defaultdict

import msgspec

from rashomon.model.bonds import Bonds
from rashomon.model.story import Story
from rashomon.stages.stories.card import Card
from rashomon.stages.stories.index import StoryIndex
from rashomon.stages.stories.settings import Settings

_ORDER = sys.byteorder.encode()  # the numbers are kept as this machine writes them
_LIGHT = 1  # of zlib's levels: the time to pack must not eat up what is saved
_TEXTS = 8  # the first fields of a card; the others are numbers of words
Row = tuple[str | None, str, str | None, str | None, int, str, tuple[str, ...], tuple[bytes, ...]]


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """What cannot be had again cheaply. A card that was taken out is None; `words` are those of the vocabulary in order; `days` and `who` are
    the postings of each word; `ones`, `others` and `values` the pairs that are like at all, the lower number first."""

    order: bytes
    settings: str
    words: tuple[str, ...]
    cards: tuple[tuple[str, Row] | None, ...]
    days: dict[int, bytes]
    who: dict[int, bytes]
    every: bytes
    standing: bytes
    ones: bytes
    others: bytes
    values: bytes
    clusters: tuple[tuple[tuple[int, ...], tuple[Story, ...]], ...]
    bonds: Bonds


def kept(index: StoryIndex) -> bytes:
    """The index as bytes, for `taken_up`."""
    pairs = [(a, b, value) for a, found in index._like.items() for b, value in found.items() if a < b]
    whole = _Kept(
        order=_ORDER,
        settings=repr(index.settings),
        words=tuple(index._vocabulary.words),
        cards=tuple(_row(card) if card else None for card in index._cards),
        days={word: days.tobytes() for word, days in index._postings.days.items()},
        who={word: who.tobytes() for word, who in index._postings.who.items()},
        every=index._postings.all.tobytes(),
        standing=array("i", sorted(index._standing)).tobytes(),
        ones=array("i", [a for a, _, _ in pairs]).tobytes(),
        others=array("i", [b for _, b, _ in pairs]).tobytes(),
        values=array("d", [value for _, _, value in pairs]).tobytes(),
        clusters=tuple((members, index._stories[number]) for number, members in index._clusters.items()),
        bonds=index._bonds,
    )
    return zlib.compress(msgspec.msgpack.encode(whole), _LIGHT)


def taken_up(body: bytes, settings: Settings) -> StoryIndex | None:
    """The index that was kept; None where it is not of these settings or cannot be read: it is made anew then."""
    try:
        found = msgspec.msgpack.decode(zlib.decompress(body), type=_Kept)
    except (zlib.error, msgspec.DecodeError, UnicodeDecodeError):
        return None
    return _index(found, settings) if (found.order, found.settings) == (_ORDER, repr(settings)) else None


def _index(found: _Kept, settings: Settings) -> StoryIndex:
    index = StoryIndex(settings)
    index.bind(found.bonds)  # while it is empty, so that nothing is grouped anew
    for word in found.words:
        index._vocabulary.numbered(word[0], (word[1:],))
    index._cards = [_card(row) if row else None for row in found.cards]
    index._number = {card.id: number for number, card in enumerate(index._cards) if card}
    for card in index._cards:
        if card:
            index._texts[card.text].append(card.id)
    index._postings.days = {word: _numbers(body) for word, body in found.days.items()}
    index._postings.who = {word: _numbers(body) for word, body in found.who.items()}
    index._postings.all = _numbers(found.every)
    index._standing = set(_numbers(found.standing))
    index._like = _pairs(found)
    for members, stories in found.clusters:
        index._take_up(members, stories)
    return index


def _pairs(found: _Kept) -> "defaultdict[int, dict[int, float]]":
    like: defaultdict[int, dict[int, float]] = defaultdict(dict)
    values = array("d")
    values.frombytes(found.values)
    for one, other, value in zip(_numbers(found.ones), _numbers(found.others), values, strict=True):
        like[one][other] = like[other][one] = value
    return like


def _row(card: Card) -> tuple[str, Row]:
    texts, numbers = card[1:_TEXTS], card[_TEXTS:]
    return card.id, (*texts, tuple(words.tobytes() for words in numbers))  # type: ignore


def _card(row: tuple[str, Row]) -> Card:
    id, (*texts, numbers) = row
    return Card(id, *texts, *(_numbers(body) for body in numbers))  # type: ignore


def _numbers(body: bytes) -> "array[int]":
    found = array("i")
    found.frombytes(body)
    return found
