"""The engine that one option names."""

from collections.abc import Callable

from rashomon.engine.dask import Dask
from rashomon.engine.local import Local
from rashomon.engine.processes import Processes
from rashomon.engine.protocol import Engine
from rashomon.errors import SettingsError

FORMS = "local, processes, processes:N, dask:N, dask:ADDRESS"


def chosen(words: str) -> Engine:
    """`local`: this process. `processes`, `processes:N`: N processes of this machine, one for each core where N is not said. `dask:ADDRESS`: the Dask cluster whose scheduler
    answers there (`tcp://host:8786`); `dask:N`: one of N processes on this machine, to try it. Raises SettingsError for other words, and where Dask is not installed."""
    name, _, rest = words.strip().partition(":")
    number = int(rest) if rest.isascii() and rest.isdigit() and len(rest) < 5 else 0
    ways: dict[str, Callable[[], Engine] | None] = {
        "local": Local if not rest else None,
        "processes": (lambda: Processes(number or None)) if number or not rest else None,
        "dask": (lambda: Dask(number or rest)) if rest and rest != "0" else None,
    }
    make = ways.get(name)
    if make is None:
        raise SettingsError(f"{words!r} is no engine. Name one of: {FORMS}.")
    return make()
