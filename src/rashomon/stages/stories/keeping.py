"""An index of stories as bytes, so that the next run goes on from there instead of looking at every report again."""

import sys
import zlib
from array import array

import msgspec

from rashomon.model.bonds import Bonds
from rashomon.model.story import Story
from rashomon.stages.stories.card import Head
from rashomon.stages.stories.index import StoryIndex
from rashomon.stages.stories.settings import Settings

_ORDER = sys.byteorder.encode()  # the numbers are kept as this machine writes them
_LIGHT = 1  # of zlib's levels: the time to pack must not eat up what is saved


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """What cannot be had again cheaply: the columns of the cards, and `ones`, `others` and `values`, the pairs that are like at all, the lower number first. Cards
    that were taken out are not among them. `words` are those of the vocabulary in order."""

    order: bytes
    settings: str
    words: tuple[str, ...]
    heads: tuple[Head, ...]
    columns: tuple[bytes, ...]
    standing: bytes
    ones: bytes
    others: bytes
    values: bytes
    clusters: tuple[tuple[bytes, tuple[Story, ...]], ...]
    bonds: Bonds


def kept(index: StoryIndex) -> bytes:
    """The index as bytes, for `taken_up`."""
    import numpy as np

    cards, pairs = index.pairs.cards, index.pairs
    live = np.array([number for number, head in enumerate(cards.heads) if head], np.int32)
    place = np.zeros(len(cards) + 1, np.int32)
    place[live] = np.arange(len(live))
    one, other, value = pairs.like.pairs()
    standing = np.array(sorted(pairs.standing), np.int32)
    whole = _Kept(
        order=_ORDER,
        settings=repr(index.settings),
        words=tuple(cards.vocabulary.words),
        heads=tuple(head for head in cards.heads if head),
        columns=tuple(column.tobytes() for column in cards.chosen(live)),
        standing=place[standing].tobytes(),
        ones=place[one].tobytes(),
        others=place[other].tobytes(),
        values=value.tobytes(),
        clusters=tuple(
            (place[list(members)].tobytes(), index._stories[number]) for number, members in index._clusters.items()
        ),
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
    import numpy as np

    index = StoryIndex(settings)
    index.bind(found.bonds)  # while it is empty, so that nothing is grouped anew
    pairs = index.pairs
    pairs.cards.fill(found.words, found.heads, found.columns)
    for number, head in enumerate(found.heads):
        index._number[head.id] = number
        index._texts[head.text].append(head.id)
    pairs.standing = set(_numbers(found.standing))
    pairs.postings.lay(pairs.cards, pairs.standing)
    ones, others = (np.frombuffer(body, np.int32) for body in (found.ones, found.others))
    pairs.like.lay(ones, others, np.frombuffer(found.values, np.float64), len(found.heads))
    for members, stories in found.clusters:
        index._take_up(_numbers(members), stories)
    return index


def _numbers(body: bytes) -> "array[int]":
    found = array("i")
    found.frombytes(body)
    return found
