"""Reports laid out for aligning, each when it is asked for, and no more of them at a time than memory bears."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rashomon.model.lineage import Fingerprint
from rashomon.model.report import Report
from rashomon.stages.lineage.body import Body, body

_HELD = 4_000  # one of 350 words takes about 60 kB


class Bodies(Mapping[str, Body]):
    """By report id. `aside`: the stretches of each report that are stock."""

    def __init__(
        self,
        reports: Mapping[str, Report],
        prints: Mapping[str, Fingerprint],
        aside: Mapping[str, Sequence[tuple[int, int]]],
    ) -> None:
        self._reports, self._prints, self._aside = reports, prints, aside
        self._laid_out = lru_cache(maxsize=_HELD)(self._lay_out)

    def __getitem__(self, report: str) -> Body:
        return self._laid_out(report)

    def __iter__(self) -> Iterator[str]:
        return iter(self._reports)

    def __len__(self) -> int:
        return len(self._reports)

    def _lay_out(self, report: str) -> Body:
        return body(self._reports[report].text, self._prints[report].spans, self._aside.get(report, ()))
