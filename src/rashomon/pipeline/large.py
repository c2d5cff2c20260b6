"""What a collection that is too large to be held is worked with: reports that lie in the store, and what rules see of them in shards, folders of files.

A shard holds some thousand reports in the order in which they came, so that reports which come later touch the last one alone. Its name is the digest of all that
it is made of: a run that is stopped, or goes on another day, makes those that are missing."""

import os
import shutil
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp
from typing import overload

import msgspec

from rashomon.model.identity import digest
from rashomon.model.lineage import Sketch
from rashomon.model.report import Intake, Report
from rashomon.pipeline.desk import Workshop
from rashomon.stages.lineage.shards import REPORTS, Making, heads, shard
from rashomon.stages.lineage.sketch import sketch
from rashomon.store import Store

_AT_ONCE = 256  # reports read together
_SKETCHES = "sketches.msgpack"


class KeptReports(Sequence[Report]):
    """Reports by the keys of what intake made of their pages. `ids` beside; `changed`: those that are not as they are kept, by place."""

    def __init__(
        self, keys: Sequence[str], ids: Sequence[str], store: Store, changed: Mapping[int, Report] | None = None
    ) -> None:
        self.keys, self.ids = keys, ids
        self._store, self._changed = store, changed or {}
        self._place = {report: place for place, report in enumerate(ids)}
        self._last: tuple[int, list[Report]] = (-1, [])

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> Report: ...
    @overload
    def __getitem__(self, place: slice) -> list[Report]: ...
    def __getitem__(self, place: int | slice) -> Report | list[Report]:
        if isinstance(place, slice):
            return self._read(range(*place.indices(len(self))))
        part, within = divmod(place, _AT_ONCE)
        if self._last[0] != part:
            self._last = (part, self[part * _AT_ONCE : (part + 1) * _AT_ONCE])
        return self._last[1][within]

    def __iter__(self) -> Iterator[Report]:
        for start in range(0, len(self), _AT_ONCE):
            yield from self[start : start + _AT_ONCE]

    def named(self, ids: Iterable[str]) -> list[Report]:
        """The reports of these ids, in their order."""
        return self._read([self._place[report] for report in ids])

    def place(self, report: str) -> int | None:
        return self._place.get(report)

    def with_changed(self, changed: Mapping[int, Report]) -> "KeptReports":
        return KeptReports(self.keys, self.ids, self._store, {**self._changed, **changed})

    def _read(self, places: Sequence[int]) -> list[Report]:
        decode = msgspec.msgpack.Decoder(Intake).decode
        bodies = self._store.get_many("intake", [self.keys[place] for place in places])
        found = []
        for place in places:
            report = self._changed.get(place) or decode(bodies[self.keys[place]]).report
            assert report is not None, "only pages that hold a report have a place"
            found.append(report)
        return found


class Headed(Sequence[Report]):
    """Reports of which all but a few are looked at for their heads alone: gone through they come without most of their text, and whole where one is asked for."""

    def __init__(self, reports: Sequence[Report], sketches: "ShardedSketches") -> None:
        self._reports, self._sketches = reports, sketches

    def __len__(self) -> int:
        return len(self._reports)

    @overload
    def __getitem__(self, place: int) -> Report: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Report]: ...
    def __getitem__(self, place: int | slice) -> Report | Sequence[Report]:
        return self._reports[place]

    def __iter__(self) -> Iterator[Report]:
        return self._sketches.heads()


class ShardedSketches(Sequence[Sketch]):
    """Sketches in the folders of their shards, in the order of the reports. `room`: the folder that these are in; it goes with this where it is a `passing` one."""

    def __init__(self, folders: Sequence[str], count: int, room: Path, passing: bool) -> None:
        self.folders, self.room = tuple(folders), room
        if passing:
            weakref.finalize(self, shutil.rmtree, room, ignore_errors=True)
        self._count = count
        self._last: tuple[int, list[Sketch]] = (-1, [])

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Sketch]:
        for number in range(len(self.folders)):
            yield from self._shard(number)

    @overload
    def __getitem__(self, place: int) -> Sketch: ...
    @overload
    def __getitem__(self, place: slice) -> list[Sketch]: ...
    def __getitem__(self, place: int | slice) -> Sketch | list[Sketch]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        number, within = divmod(place, REPORTS)
        if self._last[0] != number:
            self._last = (number, self._shard(number))
        return self._last[1][within]

    def heads(self) -> Iterator[Report]:
        """The reports without most of their text, in their order."""
        return (head.report for head in heads(self.folders))

    def passing(self, name: str) -> Path:
        """An empty folder beside the shards, for what is needed in this run alone; the next run takes it away."""
        folder = self.room / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def _shard(self, number: int) -> list[Sketch]:
        body = (Path(self.folders[number]) / _SKETCHES).read_bytes()
        return msgspec.msgpack.decode(body, type=list[Sketch])


def sharded(reports: Sequence[Report], workshop: Workshop) -> ShardedSketches:
    """Columns, heads and sketches of the reports, in shards; those that are there already are not made again, and those that nothing needs any more go."""
    room = workshop.room or Path(mkdtemp(prefix="rashomon-"))
    room.mkdir(parents=True, exist_ok=True)
    own = workshop.edition, repr(workshop.settings.lineage)
    folders: list[str] = []

    def missing() -> Iterator[Making]:
        for some in _in_shards(reports):
            key = digest(*own, *(msgspec.json.encode(report).decode() for report in some))
            folders.append(str(room / key))
            if not (room / key).exists():
                yield Making(some, folders[-1], workshop.settings.lineage)

    for _ in workshop.keeper.map("sketching shards", laid_out, missing(), -(-len(reports) // REPORTS)):
        pass
    for left in {path for path in room.iterdir() if path.is_dir()} - {Path(folder) for folder in folders}:
        shutil.rmtree(left, ignore_errors=True)
    return ShardedSketches(folders, len(reports), room, passing=workshop.room is None)


def laid_out(task: Making) -> str:
    """Makes a shard; under its name there is a whole one or none."""
    part = Path(f"{task.folder}.{os.getpid()}.part")
    shutil.rmtree(part, ignore_errors=True)
    shard(task._replace(folder=str(part)))
    seen = [sketch(report, task.settings) for report in task.reports]
    (part / _SKETCHES).write_bytes(msgspec.msgpack.encode(seen))
    try:
        part.rename(task.folder)
    except OSError:
        if not Path(task.folder).exists():
            raise
        shutil.rmtree(part)  # another worker was sent the same
    return task.folder


def _in_shards(reports: Iterable[Report]) -> Iterator[tuple[Report, ...]]:
    rest = iter(reports)
    while some := tuple(islice(rest, REPORTS)):
        yield some


def kept_reports(
    pages: Iterable[str], results: Iterable[Intake], key_of: Callable[[str], str], store: Store
) -> tuple[KeptReports, dict[str, str], dict[str, str]]:
    """The reports of the pages, each once, in the order of the pages; the page of each by the report's id; and the id of the report of each page. `results`: what intake makes of
    each, which is kept under `key_of` the page. Of pages that give one report it is the one retrieved last (as `pages_of`)."""
    best: dict[str, tuple[str, str]] = {}
    ids: dict[str, str] = {}
    for page, result in zip(pages, results, strict=True):
        if result.report:
            one = (result.report.retrieved or "", page)
            best[result.report.id] = max(best.get(result.report.id, one), one)
            ids[page] = result.report.id
    found = {report: page for report, (_, page) in best.items()}
    return KeptReports([key_of(page) for page in found.values()], list(found), store), found, ids


def ids_of(reports: Sequence[Report]) -> Sequence[str]:
    return reports.ids if isinstance(reports, KeptReports) else [report.id for report in reports]


def headed(reports: Sequence[Report], sketches: Sequence[Sketch]) -> Sequence[Report]:
    return Headed(reports, sketches) if isinstance(sketches, ShardedSketches) else reports
