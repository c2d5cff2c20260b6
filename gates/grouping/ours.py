"""Our way: what lineage and stories make of the reports, by the stage functions that the program runs."""

import time
from collections.abc import Sequence

from grouping.way import FEW, Choice
from rashomon.model.lineage import Sketch, Voice
from rashomon.model.report import Report
from rashomon.stages.lineage.by_sentence import by_sentence
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.lineage.stock import set_aside
from rashomon.stages.lineage.trace import trace
from rashomon.stages.stories.cluster import cluster


class Ours:
    """Lineage first: reports of one voice are one text to the stories. No threshold is chosen for a set: the program's own hold."""

    choices: tuple[Choice, ...] = ({},)
    most = 1_000_000

    def __init__(self) -> None:
        self.work: dict[str, float] = {}

    def warm(self, reports: Sequence[Report]) -> None:
        self.prepare(reports[:FEW])
        self.groups({})

    def prepare(self, reports: Sequence[Report]) -> None:
        self._reports = reports
        self._sketches = [sketch(report) for report in reports]
        began = time.process_time()
        self._voices = _voices(reports, self._sketches)
        self.work["seconds of it for lineage"] = time.process_time() - began

    def groups(self, choice: Choice) -> dict[str, str]:
        stories = cluster(self._reports, self._sketches, self._voices, look=sketch)
        return {report: story.id for story in stories for report in story.reports if report not in story.guests}


def _voices(reports: Sequence[Report], sketches: Sequence[Sketch]) -> tuple[Voice, ...]:
    """As the program makes them: word by word, and in a large collection by whole sentences."""
    if len(reports) > Settings().aligned:
        return by_sentence(reports).voices
    prints = [fingerprint(report) for report in reports]
    stock = set_aside(reports, prints, sketches)
    return trace(reports, sketches, compare(reports, prints, sketches, stock=stock), stock=stock).voices
