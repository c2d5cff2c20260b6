"""Small happenings in our own words, and what an analyst wants of their findings.

A case is a text file: a comment, the reports (`report OUTLET DATE`, then the text), a line `--`, and one wish a line:
`together STATUS[/STATUS]: OUTLET "words" | …` (one finding holds all of them and has one of the statuses) or
`apart: …` (no finding holds the first two as one answer or as rivals). The words are matched with figures whose number phrase they overlap;
after `event` with events.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rashomon.model.claim import Claim
from rashomon.model.lineage import Voice
from rashomon.model.record import Finding
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages import claims, entities, reading, reconcile
from rashomon.text.segment import sentences

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Wish:
    """`statuses` is empty for what must stay apart. `refs`: kind, outlet and words of each claim. `open`: not met yet."""

    line: str
    statuses: frozenset[str]
    refs: tuple[tuple[str, str, str], ...]
    open: bool = False


@dataclass(frozen=True)
class Case:
    name: str
    reports: tuple[Report, ...]
    wishes: tuple[Wish, ...]


@dataclass(frozen=True)
class Made:
    """What the program made of a case."""

    claims: Mapping[str, Claim]
    findings: tuple[Finding, ...]


def cases(folder: str) -> Iterator[Case]:
    for path in sorted((HERE / folder).glob("*.txt")):
        head, _, tail = path.read_text(encoding="utf-8").partition("\n--\n")
        yield Case(path.stem, tuple(_reports(head)), tuple(_wish(line) for line in tail.splitlines() if line))


def _reports(head: str) -> Iterator[Report]:
    for part in re.split(r"^report ", head, flags=re.MULTILINE)[1:]:
        first, _, text = part.partition("\n")
        outlet, published = first.split()
        yield Report(
            id=outlet, source=outlet, text=text.strip(), language="en", outlet=outlet.title(), published=published
        )


def _wish(line: str) -> Wish:
    head, _, body = line.removeprefix("open ").partition(": ")
    refs = tuple(
        (kind or "figure", outlet, words)
        for kind, outlet, words in re.findall(r"(?:(event|figure) )?(\w+) \"([^\"]+)\"", body)
    )
    return Wish(
        line,
        frozenset(head.removeprefix("together").strip().split("/")) - {"apart", ""},
        refs,
        line.startswith("open "),
    )


@cache
def _reader() -> reading.Reader:
    return reading.Reader(*reading.installed_model())


def made(case: Case) -> Made:
    """The findings of the case as one story; each report has a voice of its own."""
    days = {report.id: (report.published or "")[:10] for report in case.reports}
    story = Story(
        id=f"sto-{case.name}", title=case.name, reports=tuple(sorted(days, key=lambda r: (days[r], r))), days=days
    )
    texts = sorted({report.text[a:b] for report in case.reports for a, b in sentences(report.text)})
    known = {one.text: one for one in reading.read(texts, _reader())}
    own = entities.link(story, case.reports, known)
    voices = [
        Voice(id=f"text-{report.id}", name=report.outlet or "", kind="outlet", reports=(report.id,))
        for report in case.reports
    ]
    found = reconcile.with_text_voices(claims.extract(story, case.reports, known, own), case.reports, voices)
    voice_of = {report.id: f"text-{report.id}" for report in case.reports}
    decided = reconcile.decide(story, case.reports, found.claims, found.links, voice_of, own, None, found.times)
    return Made({claim.id: claim for claim in found.claims}, decided.findings)


def misses(case: Case, made: Made) -> Iterator[tuple[Wish, str]]:
    """The wishes that are not met, each with what stands instead."""
    for wish in case.wishes:
        held = [_claims(ref, case, made) for ref in wish.refs]
        if not all(held):
            missing = [ref[1:] for ref, ids in zip(wish.refs, held, strict=True) if not ids]
            yield wish, f"no claim: {missing}"
        elif wrong := (_not_together(wish, held, made) if wish.statuses else _not_apart(held, made)):
            yield wish, wrong


def _claims(ref: tuple[str, str, str], case: Case, made: Made) -> set[str]:
    kind, outlet, words = ref
    text = next(report.text for report in case.reports if report.id == outlet)
    start = text.index(words)
    end = start + len(words)
    found = set()
    for claim in made.claims.values():
        own = claim.figure or claim.event
        if claim.kind == kind and claim.report == outlet and own and own.start < end and start < own.end:
            found.add(claim.id)
    return found


def _not_together(wish: Wish, held: list[set[str]], made: Made) -> str:
    common = [one for one in made.findings if all(_answers(one, ids) for ids in held)]
    if not common:
        return f"in no one finding: {[[f.question for f in made.findings if _answers(f, ids)] for ids in held]}"
    statuses = [one.status for one in common]
    return (
        ""
        if wish.statuses & set(statuses)
        else f"status {statuses}: {[r.why for r in common[0].relations]} {common[0].support}"
    )


def _not_apart(held: list[set[str]], made: Made) -> str:
    for one in made.findings:
        first, second = (_answers(one, ids) for ids in held[:2])
        if not first or not second:
            continue
        kinds = {row.kind for row in one.relations if {row.a, row.b} & first and {row.a, row.b} & second}
        if first & second or not kinds & {"scope", "subset"}:
            return f"both in “{one.question}” {kinds}"
    return ""


def _answers(finding: Finding, ids: set[str]) -> set[int]:
    return {i for i, answer in enumerate(finding.answers) if ids & set(answer.claims)}
