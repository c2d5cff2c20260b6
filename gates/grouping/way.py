"""What a way to group reports is."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Protocol

from rashomon.model.report import Report

FEW = 100  # reports on which a way runs before it is timed
Choice = Mapping[str, float]  # a threshold, and what goes with it, by name


class Way(Protocol):
    """`prepare` and `groups` are timed; `groups` may be asked again with another choice. `choices`: what may be chosen for a set by its own best;
    `most`: reports beyond which the way needs more memory or time than is there; `work`: figures of its own."""

    choices: tuple[Choice, ...]
    most: int
    work: dict[str, float]

    def warm(self, reports: Sequence[Report]) -> None:
        """Runs on some of the reports or on none, so that all that is loaded or compiled once is there."""
        ...

    def prepare(self, reports: Sequence[Report]) -> None: ...

    def groups(self, choice: Choice) -> Mapping[str, Hashable]:
        """The group of each report, by the report's id."""
        ...
