"""Runs tasks and keeps their results, batch by batch, so that a run that is stopped goes on from where it was."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, TypeVar

import msgspec

from rashomon.engine.protocol import Engine, Lost
from rashomon.errors import EngineError
from rashomon.store import Store

Progress = Callable[[str, int, int], None]
Given = TypeVar("Given")
Task = TypeVar("Task")
Result = TypeVar("Result")
Keyed = tuple[str, Task]
_STRETCH = 16  # batches for each worker between two looks into the store: it bounds what is held, and a stretch's end leaves workers idle


@dataclass(frozen=True)
class Way:
    """How a kind of result is made. `work`: from what `pack` makes of some tasks to a result for each, in order; where there are several processes both
    its argument and its results travel, and `pack` runs here, for tasks alone whose results are not kept. `form`: the results' type, None for bytes that are kept as they are. `batch`: tasks that are worked and kept
    together; so many are lost at most when a process dies. `lost`: the result of a task that no worker came back from, with the reason why; where there is none the run stops there."""

    kind: str
    form: Any
    work: Callable[[Any], Sequence[Any]]
    batch: int
    pack: Callable[[list[Any]], Any] = list
    lost: Callable[[Any, str], Any] | None = None


def for_each(work: Callable[[Given], Result]) -> Callable[[Sequence[Given]], list[Result]]:
    """The work on one, done for each of several."""
    return partial(_each, work)


@dataclass(frozen=True)
class Keeper:
    """Where results are kept, how they are worked, and who is told of it: `progress(kind, done, total)`; total 0 where it is not known."""

    store: Store
    engine: Engine
    progress: Progress

    def results(self, way: Way, tasks: Iterable[Keyed[Task]], total: int = 0) -> Iterator[Any]:
        """The result of each (key, task), in order: from the store where it is kept, else worked and kept."""
        decode, done = _decoding(way.form), 0
        for stretch in _in_runs(tasks, way.batch * _STRETCH * self.engine.workers):
            bodies = self.store.get_many(way.kind, [key for key, _ in stretch])
            parts = list(_in_runs(stretch, way.batch))
            kept = [
                dict(_readable(decode, ((key, bodies.pop(key)) for key, _ in some if key in bodies))) for some in parts
            ]
            open_parts = [[one for one in some if one[0] not in there] for some, there in zip(parts, kept, strict=True)]
            made = self._made(way, [some for some in open_parts if some], decode)
            for some, there, missing in zip(parts, kept, open_parts, strict=True):
                self.progress(way.kind, done, total)
                there |= next(made) if missing else {}
                done += len(some)
                yield from (there[key] for key, _ in some)
        self.progress(way.kind, done, total)

    def map(self, what: str, work: Callable[[Task], Result], tasks: Iterable[Task], total: int = 0) -> Iterator[Result]:
        """The engine's results, nothing kept. Raises EngineError where one is lost."""
        for done, result in enumerate(self.engine.map(work, tasks)):
            if isinstance(result, Lost):
                raise _stopped(what, result)
            self.progress(what, done + 1, total)
            yield result

    def _made(
        self, way: Way, parts: list[list[Keyed[Task]]], decode: Callable[[bytes], Any]
    ) -> Iterator[dict[str, Any]]:
        """The results of each part, by their keys, once they are kept."""
        answers = self.engine.map(partial(_encoded, way.work), (way.pack([task for _, task in part]) for part in parts))
        for part, answer in zip(parts, answers, strict=True):
            if isinstance(answer, Lost):
                yield self._one_by_one(way, part, decode, answer)
                continue
            bodies = dict(zip((key for key, _ in part), answer, strict=True))
            self.store.put_many(way.kind, bodies)
            yield {key: decode(body) for key, body in bodies.items()}

    def _one_by_one(
        self, way: Way, part: list[Keyed[Task]], decode: Callable[[bytes], Any], lost: Lost
    ) -> dict[str, Any]:
        """The results of a part in which there is a task that no worker comes back from. Its own is not kept: another machine may do it."""
        if len(part) > 1:
            found: dict[str, Any] = {}
            for one in self._made(way, [[task] for task in part], decode):
                found |= one
            return found
        ((key, task),) = part
        if way.lost is None:
            raise _stopped(way.kind, lost)
        return {key: way.lost(task, lost.reason)}


def _stopped(what: str, lost: Lost) -> EngineError:
    return EngineError(
        f"{what.capitalize()} stopped: {lost.reason}. What was done is kept, and the same command goes on from there; "
        "give it more memory, or fewer workers (--engine processes:1)."
    )


def _each(work: Callable[[Given], Result], given: Sequence[Given]) -> list[Result]:
    return [work(one) for one in given]


def _encoded(work: Callable[[Any], Sequence[Any]], packed: Any) -> list[bytes]:
    encoder = msgspec.msgpack.Encoder()
    return [result if isinstance(result, bytes) else encoder.encode(result) for result in work(packed)]


def _decoding(form: Any) -> Callable[[bytes], Any]:
    return bytes if form is None else msgspec.msgpack.Decoder(form).decode


def _in_runs(rows: Iterable[Task], most: int) -> Iterator[list[Task]]:
    rest = iter(rows)
    while some := list(islice(rest, most)):
        yield some


def _readable(decode: Callable[[bytes], Any], bodies: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, Any]]:
    """What can be read of what is kept; the rest is worked anew."""
    for key, body in bodies:
        with suppress(msgspec.DecodeError, UnicodeDecodeError):
            yield key, decode(body)
