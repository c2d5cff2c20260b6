"""Reports as columns of sentences: hash, sketch, word bitmap and place of each, one row a sentence, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from rashomon.stages.lineage.cutting import BACK, STEP, cut, hashes_of, powers
from rashomon.stages.lineage.letters import mixed
from rashomon.text import english_forms

if TYPE_CHECKING:
    import numpy as np

SLOTS = 4  # least hashes kept of a sentence's runs
LANES = 4  # words of 64 bits in a bitmap
NO_RUN = 0xFFFFFFFF  # the slot of a sentence that is shorter than a run
_BATCH = 100_000  # characters cut at once: what the processor's cache holds counts for more than the calls


class Columns(NamedTuple):
    """One row a sentence, by report and place. `report`: the number of the report (int32); `start`, `end`: from its first to
    behind its last word, in code points of the report's text (int32); `words`: their number (int32); `hash`: of the folded
    words in order (uint64); `slots`: least hashes of its runs (uint32, SLOTS columns); `bits`: which content words it has
    (uint64, LANES columns); `reports`: how many reports there are, those without a sentence too."""

    report: np.ndarray
    start: np.ndarray
    end: np.ndarray
    words: np.ndarray
    hash: np.ndarray
    slots: np.ndarray
    bits: np.ndarray
    reports: int


def columns(texts: Sequence[str], run: int = 4, fast: bool = False) -> Columns:
    """The sentences of all texts; report numbers count the texts from 0. Time and memory are linear in their characters.
    `fast`: by machine code where numba is at hand, which takes a moment to come and pays from some 30,000 reports; one result."""
    compiled = machine_code() if fast else None
    make: Callable[[Sequence[str], int, int], Columns] = compiled.columns if compiled else _columns
    parts = [make(batch, first, run) for first, batch in _batches(texts)]
    return joined(parts) if parts else _columns([], 0, run)


def machine_code() -> ModuleType | None:
    """The cutter that numba compiles, where numba is at hand and does its work."""
    if not find_spec("numba"):
        return None
    try:
        from rashomon.stages.lineage import compiled
    except (ImportError, RuntimeError):  # one that does not bear this numpy, or finds no place to keep its code
        return None
    return compiled


def joined(parts: Sequence[Columns]) -> Columns:
    """The rows of all parts, in their order."""
    import numpy as np

    rows: list[np.ndarray] = [np.concatenate(each) for each in list(zip(*parts, strict=True))[:-1]]
    report, start, end, words, hashes, slots, bits = rows
    return Columns(report, start, end, words, hashes, slots, bits, sum(part.reports for part in parts))


def taken(rows: Columns, places: np.ndarray) -> Columns:
    """Some rows, in the order of `places`; the number of reports stays."""
    report, start, end, words, hashes, slots, bits, reports = rows
    return Columns(
        report[places], start[places], end[places], words[places], hashes[places], slots[places], bits[places], reports
    )


def ranges(first: np.ndarray, size: np.ndarray) -> np.ndarray:
    """The numbers first[i], first[i] + 1, … of each group, `size[i]` of them."""
    import numpy as np

    found: np.ndarray = np.arange(int(size.sum())) + np.repeat(first - (np.cumsum(size) - size), size)
    return found


def _batches(texts: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """The number of the first text and the texts of each batch."""
    batch: list[str] = []
    first = size = 0
    for text in texts:
        if batch and size + len(text) > _BATCH:
            yield first, batch
            first, batch, size = first + len(batch), [], 0
        batch.append(text)
        size += len(text) + 1
    if batch:
        yield first, batch


def _columns(texts: Sequence[str], first: int, run: int) -> Columns:
    import numpy as np

    found = cut(texts)
    words, heads = found.words, found.sentences
    counts = np.diff(heads, append=len(words.hashes))
    starts = words.starts[heads]
    report = np.searchsorted(found.texts, starts, "right") - 1
    offset = found.texts[report] if len(report) else starts
    return Columns(
        report=(report + first).astype(np.int32),
        start=(starts - offset).astype(np.int32),
        end=(words.ends[heads + counts - 1] - offset).astype(np.int32),
        words=counts.astype(np.int32),
        hash=_sentence_hashes(words.hashes, heads, counts),
        slots=_slots(words.hashes, heads, run),
        bits=_bits(words.hashes, heads),
        reports=len(texts),
    )


def _sentence_hashes(words: np.ndarray, heads: np.ndarray, counts: np.ndarray) -> np.ndarray:
    import numpy as np

    if not len(heads):
        return np.zeros(0, np.uint64)
    sums = np.add.reduceat(words * powers(STEP, len(words))[: len(words)], heads)
    return mixed(sums * powers(BACK, len(words))[heads] + counts.astype(np.uint64))


def _slots(words: np.ndarray, heads: np.ndarray, run: int) -> np.ndarray:
    """For each sentence and slot the least hash of its runs of `run` words (min-wise sketch, Broder 1997)."""
    import numpy as np

    found = np.full((len(heads), SLOTS), NO_RUN, np.uint32)
    if not len(heads) or len(words) < run:
        return found
    runs = words.copy()
    for place in range(1, run):
        runs[:-place] += words[place:] * powers(STEP, run)[place]
    across = (np.append(heads[1:], len(words))[:, None] - np.arange(1, run)).ravel()  # runs into the next sentence
    across = across[across >= 0]
    for slot in range(SLOTS):
        scattered = (runs * np.uint64(STEP + 2 * slot) >> np.uint64(32)).astype(np.uint32)
        scattered[across] = NO_RUN
        found[:, slot] = np.minimum.reduceat(scattered, heads)
    return found


def _bits(words: np.ndarray, heads: np.ndarray) -> np.ndarray:
    """For each sentence a set of 64 * LANES bits, one of which each content word sets."""
    import numpy as np

    found = np.zeros((len(heads), LANES), np.uint64)
    if not len(heads):
        return found
    bit = np.uint64(1) << (words & np.uint64(63))
    bit[function_words()[words >> np.uint64(48)]] = 0
    lane = (words >> np.uint64(6)) & np.uint64(LANES - 1)
    for number in range(LANES):
        found[:, number] = np.bitwise_or.reduceat(bit * (lane == number), heads)
    return found


@cache
def function_words() -> np.ndarray:
    """bool[65536]: the first 16 bits of the hashes of English function words; one other word in 400 is taken for one."""
    import numpy as np

    table = np.zeros(1 << 16, bool)
    table[hashes_of(english_forms.STOP) >> np.uint64(48)] = True
    return table
