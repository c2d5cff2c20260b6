"""What of each text a record rests on, and how much it rests on it: the list by which excerpts are kept.

A ground is a stretch that the record points to. `words` are those of it that are kept where its sentence has no room. What a dispute, a line of the
timeline or a finding of several reports rests on cannot be missed, and keeps its words in any case; other grounds keep them where there is room,
and else go.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rashomon.model.claim import Claim
from rashomon.model.record import Finding, Record
from rashomon.publish.careful.changes import Span

# How the grounds stand in line for the room that a text has: the smaller the earlier.
DISPUTE, TIMELINE, SHARED, LINK, SINGLE, TERM, OTHER = range(7)
NEVER_MISSED = {DISPUTE, TIMELINE, SHARED}
_IN_DISPUTE = {"contested", "corrected", "updated"}
LONGEST = 80  # code points kept of words that are given alone


class Ground(NamedTuple):
    """`[start, end)` of a report, its place in the line, and the words that are kept of it at least; none: the whole or nothing."""

    rank: int
    start: int
    end: int
    words: tuple[Span, ...] = ()


def grounds(record: Record) -> dict[str, list[Ground]]:
    """The grounds of each report by its id."""
    found: dict[str, list[Ground]] = defaultdict(list)
    for report, ground in (*of_claims(record), *of_tables(record)):
        found[report].append(ground)
    return found


def of_claims(record: Record) -> Iterator[tuple[str, Ground]]:
    """A claim is as dear as the dearest finding that it answers, and may be missed where it answers none."""
    ranks = ranks_of(record.findings)
    words, dates, taken = words_of_answers(record), dates_of(record), origins_of(record)
    for claim in record.claims:
        rank = ranks.get(claim.id, OTHER)
        least: tuple[Span, ...] = ()
        if rank < OTHER:
            borrowed = [span for span in taken.get(claim.report, ()) if claim.origin and overlap(span, claim)]
            inside = [
                (max(start, claim.start), min(end, claim.end, max(start, claim.start) + 40))
                for start, end in borrowed[:1]
            ]
            date = [span for when in (claim.date, claim.as_of) if when and (span := nearest(when.text, claim, dates))]
            number = [(claim.figure.start, claim.figure.end)] if claim.figure else []
            least = (*map(short, (*pointed(claim), *words.get(claim.id, ()))), *number, *inside, *date)
        yield claim.report, Ground(rank, claim.start, claim.end, least)


def ranks_of(findings: tuple[Finding, ...]) -> dict[str, int]:
    ranks: dict[str, int] = {}
    for finding in findings:
        reports = {report for answer in finding.answers for report in answer.reports}
        rank = DISPUTE if finding.status in _IN_DISPUTE else SHARED if len(reports) > 1 else SINGLE
        for key in (key for answer in finding.answers for key in answer.claims):
            ranks[key] = min(rank, ranks.get(key, rank))
        for gone in filter(None, (point.withdrawn for point in finding.series)):
            ranks[gone.claim] = DISPUTE
        for estimate in (finding.estimates or {}).values():
            ranks |= {key: min(rank, ranks.get(key, rank)) for key in (*estimate.persons, *estimate.died)}
    return ranks


def words_of_answers(record: Record) -> dict[str, list[Span]]:
    """The words by which each claim answers, or takes a number back."""
    found: dict[str, list[Span]] = defaultdict(list)
    for finding in record.findings:
        for words in (words for answer in finding.answers for words in answer.words):
            found[words.claim].append((words.start, words.end))
        for gone in filter(None, (point.withdrawn for point in finding.series)):
            found[gone.claim].append((gone.start, gone.end))
    return found


def pointed(claim: Claim) -> Iterator[Span]:
    """The words without which a claim says nothing, and who says it."""
    for link in claim.attribution[-1:]:
        yield from pairs((link.start, link.end), (link.cue_start, link.cue_end))
    if claim.event:
        yield claim.event.start, claim.event.end
    if claim.statement:
        yield claim.statement.content_start, claim.statement.content_end


def pairs(*spans: tuple[int | None, int | None]) -> Iterator[Span]:
    yield from ((start, end) for start, end in spans if start is not None and end is not None)


def short(span: Span) -> Span:
    return span[0], min(span[1], span[0] + LONGEST)


def dates_of(record: Record) -> dict[tuple[str, str], list[Span]]:
    """Where the words of each date stand, by report and words."""
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for time in record.times:
        if time.date and time.date.text:
            found[time.report, time.date.text].append((time.start, time.end))
    return found


def nearest(words: str | None, claim: Claim, dates: Mapping[tuple[str, str], list[Span]]) -> Span | None:
    """Where the words of a claim's date stand, nearest to it."""
    places = dates.get((claim.report, words or ""), ())
    return min(places, key=lambda span: abs(span[0] - claim.start), default=None)


def origins_of(record: Record) -> dict[str, list[Span]]:
    """The passages of each report that lineage takes to another text."""
    found: dict[str, list[Span]] = defaultdict(list)
    for row in record.lineage:
        found[row.derived] += [passage.derived for passage in row.passages]
    return found


def overlap(span: Span, claim: Claim) -> bool:
    return span[0] < claim.end and claim.start < span[1]


def of_tables(record: Record) -> Iterator[tuple[str, Ground]]:
    """What the timeline, the links, the wording, roles, credits and the parts of round-ups rest on."""
    for day in record.timeline:
        if day.report and day.span:
            yield day.report, Ground(TIMELINE, *day.span, (short(day.span),))
    for link in record.links:
        ends = (
            (link.source.start, link.source.end),
            (link.target.start, link.target.end),
            (link.cue_start, link.cue_end),
        )
        whole = min(start for start, _ in ends), max(end for _, end in ends)
        yield link.report, Ground(LINK, *whole, tuple(map(short, ends)))
    for term in (term for frame in record.frames for term in frame.terms):
        yield term.report, Ground(TERM, term.start, term.end, ((term.start, term.end),))
    for role in (role for entity in record.entities for role in entity.roles):
        yield role.report, Ground(OTHER, role.start, role.end)
    for part in (part for story in record.stories for part in story.passages):
        yield part.report, Ground(SINGLE, part.start, part.start + 1, (short((part.start, part.end)),))
    for row in record.reports:
        for credit in row.credits:
            if credit.start is not None and credit.end is not None:
                yield row.id, Ground(OTHER, credit.start, credit.end)
