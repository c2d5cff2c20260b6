"""The one door for people: each thing that one can ask is one method of a Casebook.

A casebook keeps reports, stage results and records, so that what was read once is not read again and a run that was
stopped goes on from where it was. A record holds the inputs given and nothing else, and is the same with an empty casebook.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from rashomon.casebook.deciding import Deciding
from rashomon.casebook.files import check
from rashomon.casebook.making import edition, installed, now, software
from rashomon.casebook.opened import LastOpened
from rashomon.casebook.recording import silent
from rashomon.engine import Progress, chosen
from rashomon.errors import SettingsError, StoreError
from rashomon.model.record import Software
from rashomon.pipeline import Settings, Workshop
from rashomon.stages.reading import Reader, installed_model
from rashomon.store import MemoryStore, SqliteStore, Store
from rashomon.verify import Discrepancy

FILE = "casebook.sqlite"
SHARDS = "shards"  # the folder beside it, for collections that are too large to be held


def default_folder() -> Path:
    """`$RASHOMON_HOME`, else the user's data folder."""
    if home := os.environ.get("RASHOMON_HOME"):
        return Path(home)
    from platformdirs import user_data_path

    return user_data_path("rashomon")


class Casebook(Deciding):
    """`folder` holds the casebook's file; None keeps nothing beyond the process. The language model is the best one that is
    installed, or that of the package which the environment variable RASHOMON_MODEL names.

    `engine` says where the work is done, in the words of `engine.chosen`: in this process, on all cores of the machine, on a cluster. What comes of it is the same.

    Raises StoreError where the folder cannot be used, ModelMissingError where no language model is installed, SettingsError where there is no such engine or
    its machines have another edition of the program, EngineError where they do not answer.

    Its methods stand in rooms: what it answers at once in `asking`, what it reads and adds in `recording`, what persons decide in `deciding`.
    """

    def __init__(
        self, folder: Path | str | None = None, settings: Settings | None = None, engine: str = "local"
    ) -> None:
        self.store: Store = SqliteStore(Path(folder) / FILE) if folder is not None else MemoryStore()
        self.settings = settings or Settings()
        self.reader = Reader(*installed_model(os.environ.get("RASHOMON_MODEL")))
        self._folder = Path(folder) if folder is not None else None
        self.engine = chosen(engine)
        self._opened = LastOpened()
        self._same_program()

    @classmethod
    def at_home(cls, settings: Settings | None = None, engine: str = "local") -> "Casebook":
        """The user's own casebook; where the home cannot be written, one that lasts as long as the process."""
        try:
            return cls(default_folder(), settings, engine)
        except StoreError as error:
            print(f"{error} This run keeps nothing.", file=sys.stderr)
            return cls(None, settings, engine)

    def _same_program(self) -> None:
        """What another edition makes would be kept under the name of this one."""
        if self.engine.elsewhere and {edition()} != set(self.engine.everywhere(edition)):
            self.engine.close()
            raise SettingsError(
                f"The workers of {self.engine.name} have another edition of Rashomon than this process. Install the same one on all machines."
            )

    @cached_property
    def _software(self) -> Software:
        return software(self.reader)

    # --- what is asked of a record, and of the program

    def verify(self, record: Mapping[str, Any], reports: Sequence[str] = ()) -> list[Discrepancy]:
        """What of a record its own words, and the reports where given, do not bear out."""
        return check(record, reports, self.settings)

    def doctor(self) -> dict[str, str]:
        """Which model, gazetteers, store and extras are in use."""
        made_with = self._software
        kept = ", ".join(f"{count} of {kind}" for kind, count in self.store.count().items())
        return {
            "rashomon": made_with.version,
            "python": sys.version.split()[0],
            **{f"model, {name}": found for name, found in made_with.models.items()},
            **{f"gazetteer, {name}": found for name, found in made_with.gazetteers.items()},
            "engine": self.engine.name,
            "store": self.store.name,
            "kept": kept or "nothing yet",
            **{f"extra, {name}": installed(name) or "not installed" for name in ("numba", "distributed")},
        }

    def close(self) -> None:
        self.engine.close()
        self.store.close()

    def _workshop(self, progress: Progress | None = None) -> Workshop:
        return Workshop(
            settings=self.settings,
            store=self.store,
            reader=self.reader,
            software=self._software,
            edition=edition(),
            created=now(),
            engine=self.engine,
            progress=progress or silent,
            room=self._folder / SHARDS if self._folder else None,
        )
