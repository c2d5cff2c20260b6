"""What `cutting` and `columns` do, character by character in machine code: the same rows bit for bit, several times as fast.

Needs numba (the extra `fast`); imported only where it is there and much is to be cut. What each step means stands where numpy does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar, cast

import numpy as np
from numba import njit

from rashomon.stages.lineage import cutting
from rashomon.stages.lineage.columns import LANES, NO_RUN, SLOTS, Columns, function_words
from rashomon.stages.lineage.letters import (
    CLOSER,
    FULL_STOP,
    IDEOGRAPH,
    LINE,
    LOWER,
    MARK,
    OPENER,
    OTHER,
    SIZE,
    SPACE,
    STOP,
    WORD,
    kinds,
    values,
)

_STEP = np.uint64(cutting.STEP)
_LONGEST, _NEAR = cutting.LONGEST, cutting.NEAR
_PIECE = np.uint64(cutting.PIECE)
_0, _1, _6, _27, _30, _31, _32, _48 = (np.uint64(number) for number in (0, 1, 6, 27, 30, 31, 32, 48))
_63, _LAST_LANE = np.uint64(63), np.uint64(LANES - 1)
_MIX, _MIX_AGAIN = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_NONE = np.uint32(NO_RUN)
_FACTORS = np.array([cutting.STEP + 2 * slot for slot in range(SLOTS)], np.uint64)
_DOT, _ZERO, _NINE = ord("."), ord("0"), ord("9")

Kernel = TypeVar("Kernel", bound=Callable[..., object])


def kernel(function: Kernel) -> Kernel:
    """Compiled at its first call, kept beside the source; lets other threads go on."""
    return cast("Kernel", njit(cache=True, nogil=True)(function))


def columns(texts: Sequence[str], first: int, run: int) -> Columns:
    """The rows of one batch; its reports are numbered from `first`."""
    codes = cutting.codes(texts)
    starts, ends, hashes = _words(codes, kinds(), values())
    heads = _heads(codes, kinds(), starts, ends, hashes, *cutting.tables())
    _in_pieces(heads, hashes)
    begin = cutting.beginnings(texts)
    rows = _rows(starts, ends, hashes, heads, begin, function_words(), first, run)
    return Columns(*rows, len(texts))


@kernel
def _mixed(number: np.uint64) -> np.uint64:
    number = (number ^ (number >> _30)) * _MIX
    number = (number ^ (number >> _27)) * _MIX_AGAIN
    return number ^ (number >> _31)


@kernel
def _kind(codes: np.ndarray, kind: np.ndarray, place: int) -> int:
    return kind[codes[place]] if codes[place] < SIZE else OTHER


@kernel
def _words(codes: np.ndarray, kind: np.ndarray, value: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Where words start and end, and their hashes. The codes end with none of a word."""
    starts, ends = np.empty(len(codes), np.int64), np.empty(len(codes), np.int64)
    hashes = np.empty(len(codes), np.uint64)
    found, inside, before, total, power = 0, False, OTHER, _0, _1
    for place in range(len(codes)):
        here = _kind(codes, kind, place)
        letter = WORD <= here <= MARK
        if inside and (not letter or here == IDEOGRAPH or before == IDEOGRAPH):
            ends[found], hashes[found] = place, _mixed(total)
            found += 1
            inside = False
        if letter:
            if not inside:
                starts[found], total, power, inside = place, _0, _1, True
            if here != MARK:
                total += value[codes[place]] * power
                power *= _STEP
        before = here
    return starts[:found], ends[:found], hashes[:found]


@kernel
def _heads(
    codes: np.ndarray,
    kind: np.ndarray,
    starts: np.ndarray,
    ends: np.ndarray,
    hashes: np.ndarray,
    titles: np.ndarray,
    numbered: np.ndarray,
    months: np.ndarray,
    may_end: np.ndarray,
    starters: np.ndarray,
) -> np.ndarray:
    """Whether a sentence begins with each word: with the first, and where something before it ends one."""
    heads = np.zeros(len(starts), np.bool_)
    for word in range(len(starts)):
        heads[word] = word == 0
        for place in range(ends[word - 1] if word else 0, starts[word]):
            here = _kind(codes, kind, place)
            if here in (LINE, FULL_STOP):
                heads[word] = True
            elif here == STOP:
                begins, plain = _begins(codes, kind, place)
                if plain and codes[place] == _DOT and word and ends[word - 1] == place:
                    plain = not _abbreviated(
                        codes, kind, place, begins, ends[word - 1] - starts[word - 1], hashes[word - 1], hashes[word],
                        titles, numbered, months, may_end, starters,
                    )  # fmt: skip
                heads[word] |= plain
    return heads


@kernel
def _begins(codes: np.ndarray, kind: np.ndarray, stop: int) -> tuple[int, bool]:
    """Where something new begins behind a stop, and whether it looks like a sentence."""
    after = stop + 1
    for _ in range(_NEAR):
        here = _kind(codes, kind, after)
        if here in (STOP, FULL_STOP, CLOSER):
            after += 1
    begins = after
    for _ in range(_NEAR):
        here = _kind(codes, kind, begins)
        if here in (SPACE, OPENER, CLOSER):
            begins += 1
    return begins, _kind(codes, kind, after) == SPACE and _kind(codes, kind, begins) != LOWER


@kernel
def _abbreviated(
    codes: np.ndarray,
    kind: np.ndarray,
    stop: int,
    begins: int,
    length: int,
    word: np.uint64,
    following: np.uint64,
    titles: np.ndarray,
    numbered: np.ndarray,
    months: np.ndarray,
    may_end: np.ndarray,
    starters: np.ndarray,
) -> bool:
    """Whether a full stop belongs to the word that it touches and the sentence goes on."""
    letter = length == 1 and codes[stop - 1] > _NINE
    dotted = codes[max(stop - 2, 0)] == _DOT
    if letter and not dotted:
        return True
    digit = _ZERO <= codes[begins] <= _NINE
    if _among(word, titles) and (digit or not _among(word, numbered)):
        return True
    month = _among(word, months)
    if month and digit:
        return True
    if not (letter and dotted) and (month or not _among(word, may_end)):
        return False
    return not (_kind(codes, kind, begins) == WORD and _among(following, starters))


@kernel
def _among(number: np.uint64, table: np.ndarray) -> bool:
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        if table[middle] < number:
            low = middle + 1
        else:
            high = middle
    return low < len(table) and table[low] == number


@kernel
def _in_pieces(heads: np.ndarray, hashes: np.ndarray) -> None:
    """Marks the beginnings of pieces of very long sentences among the heads."""
    head = 0
    for end in range(1, len(heads) + 1):
        if end == len(heads) or heads[end]:
            if end - head > _LONGEST:
                for word in range(head, end - 1):
                    if hashes[word] % _PIECE == _0:
                        heads[word + 1] = True
            head = end


@kernel
def _rows(
    starts: np.ndarray,
    ends: np.ndarray,
    hashes: np.ndarray,
    heads: np.ndarray,
    begin: np.ndarray,
    common: np.ndarray,
    first: int,
    run: int,
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The columns of all sentences, in their order. `begin`: where each text begins; `common`: function words."""
    count = heads.sum()
    report, start, end, words = (
        np.empty(count, np.int32),
        np.empty(count, np.int32),
        np.empty(count, np.int32),
        np.empty(count, np.int32),
    )
    whole = np.empty(count, np.uint64)
    slots, bits = np.full((count, SLOTS), _NONE, np.uint32), np.zeros((count, LANES), np.uint64)
    head = row = text = 0
    for behind in range(1, len(heads) + 1):
        if behind < len(heads) and not heads[behind]:
            continue
        while text + 1 < len(begin) and begin[text + 1] <= starts[head]:
            text += 1
        report[row], words[row] = first + text, behind - head
        start[row], end[row] = starts[head] - begin[text], ends[behind - 1] - begin[text]
        whole[row] = _sentence(hashes[head:behind])
        _set_slots(slots[row], hashes[head:behind], run)
        _set_bits(bits[row], hashes[head:behind], common)
        head, row = behind, row + 1
    return report, start, end, words, whole, slots, bits


@kernel
def _sentence(words: np.ndarray) -> np.uint64:
    total, power = _0, _1
    for word in words:
        total += word * power
        power *= _STEP
    found: np.uint64 = _mixed(total + np.uint64(len(words)))
    return found


@kernel
def _set_slots(slots: np.ndarray, words: np.ndarray, run: int) -> None:
    for place in range(len(words) - run + 1):
        total, power = _0, _1
        for word in words[place : place + run]:
            total += word * power
            power *= _STEP
        for slot in range(SLOTS):
            slots[slot] = min(slots[slot], np.uint32(total * _FACTORS[slot] >> _32))


@kernel
def _set_bits(bits: np.ndarray, words: np.ndarray, common: np.ndarray) -> None:
    for word in words:
        if not common[word >> _48]:
            bits[(word >> _6) & _LAST_LANE] |= _1 << (word & _63)
