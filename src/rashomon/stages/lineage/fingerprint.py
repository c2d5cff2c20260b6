"""A report as hashes of its sentences and their word runs."""

from rashomon.model.lineage import Fingerprint
from rashomon.model.report import Report
from rashomon.stages.lineage.bounds import bounded
from rashomon.stages.lineage.settings import Settings
from rashomon.text.normalize import words
from rashomon.text.segment import sentences
from rashomon.text.shingles import runs, sequence_hash


def fingerprint(report: Report, settings: Settings | None = None) -> Fingerprint:
    """One hash for each sentence and the hashes of its runs of `settings.run` words, all over folded words;
    of a report longer than `settings.longest` only the beginning."""
    chosen = settings or Settings()
    report, length = bounded(report, chosen), chosen.run
    spans = tuple(sentences(report.text))
    folded = words(report.text)
    forms = [folded.forms[slice(*folded.between(*span))] for span in spans]
    return Fingerprint(
        report=report.id,
        spans=spans,
        hashes=tuple(sequence_hash(each) for each in forms),
        shingles=tuple(runs(each, length) for each in forms),
        words=tuple(len(each) for each in forms),
    )
