"""Runs tasks and keeps their results, batch by batch, so that a run that is stopped goes on from where it was."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from rashomon.engine.local import Engine
from rashomon.store import Store

Progress = Callable[[str, int, int], None]
Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Keeper:
    """Where results are kept, how they are worked, and who is told of it: `progress(kind, done, total)`."""

    store: Store
    engine: Engine
    progress: Progress

    def results(
        self, kind: str, tasks: Sequence[tuple[str, Task]], work: Callable[[Task], Result], form: Any, batch: int
    ) -> Iterator[Result]:
        """The result of each (key, task), in order: from the store where it is kept, else worked and kept.

        `form` is the results' type; so many as `batch` are lost at most when the process dies.
        """
        bodies = self.store.get_many(kind, [key for key, _ in tasks])
        decoder = msgspec.msgpack.Decoder(form)
        for start in range(0, len(tasks), batch):
            some = tasks[start : start + batch]
            self.progress(kind, start, len(tasks))
            kept = dict(_readable(decoder, ((key, bodies[key]) for key, _ in some if key in bodies)))
            missing = [(key, task) for key, task in some if key not in kept]
            worked = self.engine.map(work, [task for _, task in missing])
            made = {key: result for (key, _), result in zip(missing, worked, strict=True)}
            self.store.put_many(kind, {key: msgspec.msgpack.encode(result) for key, result in made.items()})
            yield from (made[key] if key in made else kept[key] for key, _ in some)


def _readable(
    decoder: "msgspec.msgpack.Decoder[Any]", bodies: Iterable[tuple[str, bytes]]
) -> Iterator[tuple[str, Any]]:
    """What can be read of what is kept; the rest is worked anew."""
    for key, body in bodies:
        with suppress(msgspec.DecodeError):
            yield key, decoder.decode(body)
