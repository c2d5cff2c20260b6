"""Reports laid out a shard at a time, in files: one process makes the columns of some thousands, another reads those of a million.

A shard is a folder with a file for each column and one for the heads; files are written once and then only mapped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

import msgspec

from rashomon.model.report import Report
from rashomon.stages.lineage.bounds import bounded
from rashomon.stages.lineage.columns import Columns, columns
from rashomon.stages.lineage.heads import Head, head
from rashomon.stages.lineage.settings import Settings

if TYPE_CHECKING:
    import numpy as np

REPORTS = 2_000  # of a shard: some ten MB of text and columns
_HEADS = "heads.msgpack"

Task = TypeVar("Task")
Result = TypeVar("Result")


class Map(Protocol):
    """Calls a picklable function for each task, wherever; the results in the order of the tasks, as the builtin `map` has them."""

    def __call__(self, function: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]: ...


class Making(NamedTuple):
    """A shard to be made: of these reports, in this folder (made if it is not there)."""

    reports: tuple[Report, ...]
    folder: str
    settings: Settings


def shard(task: Making) -> str:
    """Makes the columns and heads of some reports; the folder that they are in. Of a very long report the beginning."""
    looked_at = [bounded(report, task.settings) for report in task.reports]
    folder = Path(task.folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _HEADS).write_bytes(msgspec.msgpack.encode([head(report) for report in looked_at]))
    keep(folder, columns([report.text for report in looked_at], task.settings.sketched, fast=True))
    return task.folder


def makings(reports: Iterable[Report], folder: Path, settings: Settings) -> Iterator[Making]:
    """The shards of a collection, made when they are asked for."""
    held: list[Report] = []
    number = 0
    for report in reports:
        held.append(report)
        if len(held) == REPORTS:
            yield Making(tuple(held), str(folder / f"{number:06d}"), settings)
            held, number = [], number + 1
    if held:
        yield Making(tuple(held), str(folder / f"{number:06d}"), settings)


def keep(folder: Path, rows: Columns) -> None:
    import numpy as np

    for name, column in rows._asdict().items():
        np.save(folder / f"{name}.npy", column)


def opened(folder: str | Path) -> Columns:
    """The columns of a folder, mapped into memory and not read before they are needed."""
    held = {name: mapped(Path(folder) / f"{name}.npy") for name in Columns._fields}
    return Columns(**held)._replace(reports=int(held["reports"]))  # type: ignore[arg-type]


def mapped(path: Path) -> np.ndarray:
    """An array of a file, mapped into memory to be read."""
    import numpy as np

    try:
        found: np.ndarray = np.load(path, mmap_mode="r").view(np.ndarray)
    except ValueError:  # nothing is in it that could be mapped
        found = np.load(path)
    return found


def together(folder: Path, shards: Sequence[str | Path]) -> Columns:
    """The rows of all shards in files of one folder, in their order, mapped; reports numbered through."""
    import numpy as np

    folder.mkdir(parents=True, exist_ok=True)
    rows = [len(np.load(Path(each) / "hash.npy")) for each in shards]
    first = np.cumsum([0, *(int(np.load(Path(each) / "reports.npy")) for each in shards)])
    like = columns([])._asdict()
    for name in Columns._fields[:-1]:
        new = np.lib.format.open_memmap(
            folder / f"{name}.npy", "w+", like[name].dtype, (sum(rows), *like[name].shape[1:])
        )
        at = 0
        for before, count, each in zip(first, rows, shards, strict=False):  # one open file at a time
            new[at : at + count] = np.load(Path(each) / f"{name}.npy")
            if name == "report":
                new[at : at + count] += np.int32(before)
            at += count
    np.save(folder / "reports.npy", first[-1])
    return opened(folder)


def heads(shards: Iterable[str | Path]) -> Iterator[Head]:
    """The heads of all reports, in order."""
    for each in shards:
        yield from msgspec.msgpack.decode((Path(each) / _HEADS).read_bytes(), type=list[Head])
