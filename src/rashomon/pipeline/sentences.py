"""The sentences that the language model reads: each once, and kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from rashomon.engine import Way
from rashomon.errors import StoreError
from rashomon.model.problem import Problem
from rashomon.model.reading import Reading
from rashomon.model.report import Report
from rashomon.pipeline.desk import Desk, Workshop
from rashomon.stages import claims, reading
from rashomon.text.segment import sentences

_SENTENCES = 512  # read together and kept together: a second or two


def read_sentences(desk: Desk, workshop: Workshop) -> Mapping[str, Any]:
    """Reads each distinct sentence once and keeps it, batch by batch, so that a run that is killed goes on from there."""
    texts = dict.fromkeys(text for report in desk.reports for text in _sentences(report))
    ids = {reading.reading_id(text, workshop.reader): text for text in texts}
    words = frozenset(claims.telling_words())
    model = workshop.reader.model.package, workshop.reader.version

    def batch(some: list[str]) -> reading.Batch:
        return reading.Batch(*model, tuple(some), words)

    way = Way(kind="reading", form=None, work=_bodies, batch=_SENTENCES, pack=batch)
    for _ in workshop.keeper.results(way, ids.items(), len(ids)):
        pass
    return {"readings": frozenset(ids), "problems": desk.problems + tuple(_unread(desk.reports))}


def _bodies(batch: reading.Batch) -> list[bytes]:
    return [body for _, body in reading.read_batch(batch)]


def _sentences(report: Report) -> list[str]:
    """What of the report the language model reads: nothing where it does not know the language."""
    if not reading.reads(report.language):
        return []
    return [report.text[start:end] for start, end in sentences(report.text)]


def _unread(reports: Sequence[Report]) -> Iterator[Problem]:
    for report in reports:
        if not reading.reads(report.language):
            message = f"The report is in the language {report.language!r}, which is not read yet: its claims and names are left blank."
            yield Problem(stage="reading", report=report.id, code="language-unread", message=message)
        cut = [(len(text), len(reading.part_read(text))) for text in _sentences(report) if len(text) > reading.LONGEST]
        if cut:
            left, longest = sum(whole - part for whole, part in cut), max(whole for whole, _ in cut)
            message = (
                f"{len(cut)} stretches without a sentence's end, the longest of {longest:,} characters, are read only up to their "
                f"{reading.LONGEST:,}th character; {left:,} characters are left unread, and no claim is made of them."
            )
            yield Problem(stage="reading", report=report.id, code="sentence-cut", message=message)


def kept_readings(reports: Sequence[Report], workshop: Workshop) -> tuple[bytes, ...]:
    """The readings of the reports' sentences as they are kept, in order of the sentences."""
    texts = {text for report in reports for text in _sentences(report)}
    ids = [reading.reading_id(text, workshop.reader) for text in sorted(texts)]
    there = workshop.store.get_many("reading", ids)
    return tuple(there[key] for key in ids if key in there)


def readings_by_text(kept: Iterable[bytes]) -> dict[str, Reading]:
    decoder = msgspec.msgpack.Decoder(Reading)
    try:
        found = [decoder.decode(body) for body in kept]
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(f"The casebook is damaged: a sentence that was read cannot be used ({error}).") from error
    return {one.text: one for one in found}
