"""A report as hashes of its sentences and their word runs."""

from rashomon.model.lineage import Fingerprint
from rashomon.model.report import Report
from rashomon.stages.lineage.bounds import bounded
from rashomon.stages.lineage.settings import Settings
from rashomon.text.segment import sentences
from rashomon.text.shingles import hashed


def fingerprint(report: Report, settings: Settings | None = None) -> Fingerprint:
    """One hash for each sentence and the hashes of its runs of `settings.run` words, all over folded words;
    of a report longer than `settings.longest` only the beginning."""
    chosen = settings or Settings()
    text = bounded(report, chosen).text
    spans = tuple(sentences(text))
    found = hashed([text[start:end] for start, end in spans], chosen.run)
    return Fingerprint(report=report.id, spans=spans, hashes=found.hashes, shingles=found.runs, words=found.words)
