"""The sentences that the language model reads: each once, and kept."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

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
    texts = list(dict.fromkeys(text for report in desk.reports for text in _sentences(report)))
    ids = {reading.reading_id(text, workshop.reader): text for text in texts}
    known = workshop.store.get_many("reading", ids)
    missing = [text for key, text in ids.items() if key not in known]
    look = reading.Look(claims.telling_words()) if missing else None
    for start in range(0, len(missing), _SENTENCES):
        workshop.progress("reading", len(known) + start, len(ids))
        some = reading.read(missing[start : start + _SENTENCES], workshop.reader, look)
        workshop.store.put_many("reading", {one.id: msgspec.msgpack.encode(one) for one in some})
    return {"readings": frozenset(ids), "problems": desk.problems + tuple(_unread(desk.reports))}


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


def readings_of(reports: Sequence[Report], workshop: Workshop) -> dict[str, Reading]:
    texts = {text for report in reports for text in _sentences(report)}
    ids = [reading.reading_id(text, workshop.reader) for text in sorted(texts)]
    decoder = msgspec.msgpack.Decoder(Reading)
    try:
        found = [decoder.decode(body) for body in workshop.store.get_many("reading", ids).values()]
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreError(f"The casebook is damaged: a sentence that was read cannot be used ({error}).") from error
    return {one.text: one for one in found}
