"""The pairs of reports that meet, found piece by piece: the same as `meeting.meetings` in one go, with no more than a piece in memory.

Two shuffles: sentences by their hash, so that equal ones come together, then distinct sentences by each slot of their sketch, so
that wordings do. A task reads the files of one folder, takes what is in its bucket and writes what it finds beside them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rashomon.stages.lineage.alike import face_to_face
from rashomon.stages.lineage.columns import SLOTS, Columns
from rashomon.stages.lineage.cutting import once
from rashomon.stages.lineage.meeting import (
    Distinct,
    alike_by,
    crowded,
    distinct_among,
    in_places,
    leading,
    out_of_place,
    pairs_of,
    parted,
)
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.shards import Map, mapped, opened

if TYPE_CHECKING:
    import numpy as np

ROWS = 4_000_000  # sentences of a bucket
PAIRS = 250_000  # of reports, faced in one task
_HASHES, _SLOTS = 1 << 64, 1 << 32
_SCATTER = 0x9E3779B1  # least hashes are small numbers: an odd factor spreads them evenly


class Piece(NamedTuple):
    """Piece `number` of `of`, of what lies in `folder`; `slot`: of the sketch, where the work goes slot by slot."""

    folder: str
    settings: Settings
    number: int
    of: int
    slot: int = 0

    def share(self, count: int) -> tuple[int, int]:
        """Its even share of so many: the first and behind the last."""
        return count * self.number // self.of, count * (self.number + 1) // self.of

    def columns(self) -> Columns:
        return opened(self.folder)

    def read(self, name: str) -> np.ndarray:
        """What all pieces read."""
        return mapped(aside(self.folder) / f"{name}.npy")

    def kept(self, name: str, found: np.ndarray) -> str:
        """Writes what this piece found; where."""
        import numpy as np

        path = str(aside(self.folder) / f"{name}-{self.slot}-{self.number}.npy")
        np.save(path, found)
        return path


def aside(folder: str | Path) -> Path:
    """Where the pieces' work lies while it goes on."""
    return Path(folder) / "meeting"


def pieces(folder: Path, settings: Settings, count: int, most: int) -> list[Piece]:
    """So many that none has more than about `most` of the `count`."""
    of = 1 + count // most
    return [Piece(str(folder), settings, number, of) for number in range(of)]


def meetings(
    folder: Path,
    columns: Columns,
    rank: np.ndarray,
    settings: Settings,
    map: Map,
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs a < b of reports that have a sentence in common, as `meeting.meetings(columns, settings, rank)`. `columns` lie in the
    folder; what is made on the way goes when it is done."""
    import numpy as np

    tasks, room = pieces(folder, settings, len(columns.hash), ROWS), aside(folder)
    room.mkdir(parents=True, exist_ok=True)
    np.save(room / "rank.npy", rank)
    distinct = _distinct(room, columns, list(map(distinct_in, tasks)))
    keys = once(_read(map(alike_in, [task._replace(slot=slot) for task in tasks for slot in range(SLOTS)])))
    crowd = crowded(distinct, parted(keys), settings)
    np.save(room / "alike.npy", keys)
    np.save(room / "crowd.npy", crowd)
    met, held = np.zeros(len(crowd), np.int64), np.zeros(len(crowd), np.int64)
    for path in map(in_place_in, tasks):
        sentence, count, good = _taken(path)
        met[sentence] += count
        held[sentence] += good
    np.save(room / "stock.npy", out_of_place(crowd, met, held))
    found = once(_read(map(pairs_in, tasks)))
    del distinct
    shutil.rmtree(room)
    return parted(found)


def shares(
    folder: Path,
    pairs: tuple[np.ndarray, np.ndarray],
    settings: Settings,
    map: Map,
) -> tuple[np.ndarray, np.ndarray]:
    """For each pair the share (0-1, float32) of the words of either that stand in sentences which the other has."""
    import numpy as np

    a, b = pairs
    aside(folder).mkdir(parents=True, exist_ok=True)
    np.save(aside(folder) / "pairs.npy", np.stack([a, b]))
    found = [_taken(path) for path in map(shares_in, pieces(folder, settings, len(a), PAIRS))]
    shutil.rmtree(aside(folder))
    share_a, share_b = np.concatenate(found, axis=1)
    return share_a, share_b


def distinct_in(task: Piece) -> str:
    """Makes the distinct sentences of a range of hashes: their rows, and how many each has."""
    import numpy as np

    columns = task.columns()
    low, high = task.share(_HASHES)
    inside = (columns.hash >= np.uint64(low)) & (columns.hash <= np.uint64(high - 1))
    rows = np.flatnonzero(inside & (columns.words >= task.settings.sentence))
    found = distinct_among(columns, rows, task.read("rank"))
    task.kept("size", found.size)
    return task.kept("rows", found.rows)


def _distinct(room: Path, columns: Columns, made: list[str]) -> Distinct:
    """Those of all ranges, mapped; beside them whose each row is, and the sketches slot by slot."""
    import numpy as np

    np.save(room / "rows.npy", _read(made))
    size = _read(str(Path(path).with_name(Path(path).name.replace("rows", "size"))) for path in made)
    first = np.cumsum(size) - size
    np.save(room / "size.npy", size)
    np.save(room / "first.npy", first)
    np.save(room / "owners.npy", np.repeat(np.arange(len(size), dtype=np.int32), size))
    rows = mapped(room / "rows.npy")
    heads = rows[first]
    slots = np.lib.format.open_memmap(room / "by_slot.npy", "w+", np.uint32, (SLOTS, len(heads)))
    for slot in range(SLOTS):
        slots[slot] = columns.slots[heads, slot]
    return Distinct(rows, first, size)


def alike_in(task: Piece) -> str:
    """Finds the wordings among the distinct sentences of a bucket of one slot."""
    import numpy as np

    slots = task.read("by_slot")[task.slot]
    low, high = task.share(_SLOTS)
    spread = slots * np.uint32(_SCATTER)
    places = np.flatnonzero((spread >= np.uint32(low)) & (spread <= np.uint32(high - 1)))
    heads = task.read("rows")[task.read("first")[places]]
    return task.kept("alike", alike_by(task.columns(), heads, slots[places], task.settings, places))


def in_place_in(task: Piece) -> str:
    """Counts, for a range of distinct sentences, the links that tell of crowded ones whether they are stock: sentence, links, those
    in one place."""
    import numpy as np

    distinct, links = _links(task)
    sentence, good = in_places(task.columns(), distinct, task.read("owners"), task.read("crowd"), links, task.settings)
    number, place = np.unique(sentence, return_inverse=True)
    return task.kept("places", np.stack([number, np.bincount(place), np.bincount(place, good).astype(np.int64)]))


def pairs_in(task: Piece) -> str:
    """Makes the pairs of reports that a range of distinct sentences brings together."""
    distinct, links = _links(task)
    stock = task.read("stock")[task.read("owners")[links]].any(axis=1)
    return task.kept("met", pairs_of(task.columns(), distinct, links[~stock]))


def _links(task: Piece) -> tuple[Distinct, np.ndarray]:
    import numpy as np

    distinct = Distinct(task.read("rows"), task.read("first"), task.read("size"))
    low, high = task.share(len(distinct.first))
    keys = task.read("alike")
    alike = parted(keys[slice(*np.searchsorted(keys, [low << 32, high << 32]))])
    return distinct, leading(distinct, alike, task.settings, slice(low, high))


def shares_in(task: Piece) -> str:
    """Lays the reports of a stretch of pairs face to face: what each has in common, as shares of its words."""
    import numpy as np

    columns, pairs = task.columns(), task.read("pairs")
    low, high = task.share(pairs.shape[1])
    a, b = pairs[:, low:high]
    faced = face_to_face(columns, a, b, task.settings, fast=True)
    total = np.maximum(words_of(columns), 1)
    common = (np.bincount(faced.pair, columns.words[rows], len(a)) for rows in (faced.a, faced.b))
    return task.kept(
        "shares", np.stack([words / total[own] for words, own in zip(common, (a, b), strict=True)]).astype(np.float32)
    )


def words_of(columns: Columns) -> np.ndarray:
    """How many words each report has."""
    import numpy as np

    found: np.ndarray = np.bincount(columns.report, columns.words, columns.reports).astype(np.int64)
    return found


def _read(paths: Iterable[str]) -> np.ndarray:
    """The arrays of all files, one after the other; the files go."""
    import numpy as np

    return np.concatenate([_taken(path) for path in paths])


def _taken(path: str) -> np.ndarray:
    import numpy as np

    found: np.ndarray = np.load(path)
    Path(path).unlink()
    return found
