"""Reports laid out for aligning, each when it is asked for, and no more of them at a time than memory bears."""

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from rashomon.model.report import Report
from rashomon.stages.lineage.body import Body, body

_HELD = 2_000  # one of 350 words takes about 60 kB


class Laid(msgspec.Struct, frozen=True):
    """A report, the `spans` of its sentences, and the stretches of it that are stock (`aside`)."""

    report: Report
    spans: tuple[tuple[int, int], ...]
    aside: tuple[tuple[int, int], ...] = ()


class Bodies:
    """By report id."""

    def __init__(self, laid: Mapping[str, Laid]) -> None:
        self._laid = laid
        self._laid_out = lru_cache(maxsize=_HELD)(self._lay_out)

    def __getitem__(self, report: str) -> Body:
        return self._laid_out(report)

    def report(self, report: str) -> Report:
        return self._laid[report].report

    def _lay_out(self, report: str) -> Body:
        laid = self._laid[report]
        return body(laid.report.text, laid.spans, laid.aside)
