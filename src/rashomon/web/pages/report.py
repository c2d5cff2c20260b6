"""One report: its text with the words that carry claims, its voice, where its words come from, and what it leaves out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from flask import Blueprint, render_template

from rashomon.model.claim import Claim
from rashomon.model.entity import Entity
from rashomon.model.record import Finding, Record
from rashomon.web.desk import the_desk

pages = Blueprint("report", __name__)
_NAMED = 60  # entities that are listed


class Piece(NamedTuple):
    """Words of a paragraph and the claims that they carry; `first` is the claim that begins here."""

    text: str
    claims: tuple[str, ...]
    first: str | None


class Paragraph(NamedTuple):
    pieces: tuple[Piece, ...]
    claims: tuple[Claim, ...]


@pages.get("/reports/<name>")
def shown(name: str) -> Any:
    desk = the_desk()
    view = desk.book.report(name)
    record = desk.record(view.stories[0].id) if view.stories else None
    claims = [each for each in record.claims if each.report == view.entry.id] if record else list(view.claims)
    return render_template(
        "report.html",
        view=view,
        paragraphs=list(paragraphs(view.report.text, claims)),
        claims=claims,
        answers=_answers(record),
        left_out=_left_out(record, view.entry.id),
        names={each.id: each for each in (view.entry, *view.kin, *view.together)},
        named=_named(record, view.entry.id),
        told=told,
        row=next((each for each in record.reports if each.id == view.entry.id), None) if record else None,
        story=view.stories[0] if view.stories else None,
    )


def paragraphs(text: str, claims: Sequence[Claim]) -> Iterator[Paragraph]:
    """The text by its blank lines, each paragraph cut wherever a claim begins or ends."""
    at = 0
    for block in text.split("\n\n"):
        start, end = at, at + len(block)
        inside = [each for each in claims if each.start < end and each.end > start]
        yield Paragraph(tuple(_pieces(text, start, end, inside)), tuple(each for each in inside if each.start >= start))
        at = end + 2


def _pieces(text: str, start: int, end: int, claims: Sequence[Claim]) -> Iterator[Piece]:
    bounds = {start, end, *(each.start for each in claims), *(each.end for each in claims)}
    cuts = sorted(cut for cut in bounds if start <= cut <= end)
    for a, b in pairwise(cuts):
        carried = [each for each in claims if each.start <= a and each.end >= b]
        first = next((each.id for each in carried if each.start == a), None)
        yield Piece(text[a:b], tuple(each.id for each in carried), first)


def _answers(record: Record | None) -> dict[str, Finding]:
    """The finding that each claim answers."""
    if record is None:
        return {}
    return {claim: finding for finding in record.findings for answer in finding.answers for claim in answer.claims}


def _left_out(record: Record | None, report: str) -> tuple[list[Finding], int]:
    """The findings that others carry and this report does not, and how many more."""
    rows = [row for row in record.omissions if row.report == report] if record else []
    wanted = {finding for row in rows for finding in row.findings}
    return [each for each in record.findings if each.id in wanted] if record else [], sum(row.more for row in rows)


def told(claim: Claim, text: str) -> str:
    """The words of a claim that no finding asks for."""
    if claim.figure:
        return claim.figure.text
    if claim.event:
        return text[claim.event.start : claim.event.end]
    if claim.statement:
        return text[claim.statement.content_start : claim.statement.content_end]
    return claim.kind


def _named(record: Record | None, report: str) -> list[tuple[Entity, int]]:
    """The entities that the report names, the most named first."""
    if record is None:
        return []
    counts = [(each, sum(m.report == report for m in each.mentions)) for each in record.entities]
    return sorted(((each, n) for each, n in counts if n), key=lambda pair: (-pair[1], pair[0].name))[:_NAMED]
