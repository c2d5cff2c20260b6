"""What a story's record does not know, and whom it rests on alone: each gap as one plain sentence of our own."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from rashomon.model.claim import Claim
from rashomon.model.record import Finding, Gap
from rashomon.stages.reconcile.asking import names_institution
from rashomon.stages.reconcile.blanks.tongues import language_name, spoken_in
from rashomon.stages.reconcile.dossier import UNNAMED, Dossier, publisher
from rashomon.stages.reconcile.tables import table

Made = Iterator[tuple[str, Sequence[str], str]]
_HALF = 0.5  # share of the located claims that must lie in one country for its languages to be missed
_LEAST_LOCATED = 3


def gaps(findings: Sequence[Finding], dossier: Dossier) -> tuple[Gap, ...]:
    """The story's gaps, by kind in the order of KINDS."""
    return tuple(
        Gap(story=dossier.story.id, kind=kind, on=tuple(on), text=text)
        for make in KINDS
        for kind, on, text in make(findings, dossier)
    )


def undated_reports(findings: Sequence[Finding], dossier: Dossier) -> Made:
    """Reports that carry no date of their own."""
    for report in sorted(dossier.reports):
        if dossier.reports[report].published is None:
            told = (
                "the other reports of the story date it" if report in dossier.story.days else "none could be inferred"
            )
            yield "undated-report", [report], f"{_name(report, dossier)} carries no date; {told}."


def undated_claims(findings: Sequence[Finding], dossier: Dossier) -> Made:
    """Events and figures that their report does not date, a row for each report."""
    for report, own in _by_report(dossier, lambda claim: claim.statement is None):
        undated = [claim.id for claim in own if claim.date is None and claim.as_of is None]
        if undated:
            yield (
                "undated",
                undated,
                f"{_name(report, dossier)} gives no day for {_of(undated, own, 'events and figures')}.",
            )


def nobody_named(findings: Sequence[Finding], dossier: Dossier) -> Made:
    """Figures that the report gives in its own voice or from sources without a name, a row for each report."""
    for report, own in _by_report(dossier, lambda claim: claim.figure is not None):
        bare = [c.id for c in own if not c.attribution or dossier.speaker_of(c) == UNNAMED]
        if bare:
            yield "nobody-named", bare, f"{_name(report, dossier)} names nobody for {_of(bare, own, 'figures')}."


def one_voice(findings: Sequence[Finding], dossier: Dossier) -> Made:
    """Findings that one voice alone answers."""
    for finding in findings:
        if finding.status == "single":
            yield "one-voice", [finding.id], f"One voice answers “{finding.question}”: {_whose(finding, dossier)}."


def _whose(finding: Finding, dossier: Dossier) -> str:
    """The one speaker behind its answers, else the one text, by its outlet."""
    claims = [dossier.claims[key] for answer in finding.answers for key in answer.claims]
    speakers = {dossier.speaker_of(claim) for claim in claims}
    outlets = sorted({dossier.outlet_name(claim) for claim in claims})
    if len(speakers) == 1 and claims[0].attribution and UNNAMED not in speakers:
        last = claims[0].attribution[-1]
        return f"{dossier.name_of(last.entity) or ' '.join(last.name.split())}, in {_listed(outlets)}"
    return _listed(outlets)


def unheard(findings: Sequence[Finding], dossier: Dossier) -> Made:
    """Blame to which no report carries an answer of the one who is blamed."""
    for finding in findings:
        denied = any(answer.value.startswith("denied by ") for answer in finding.answers)
        charged = [
            answer.value
            for answer in finding.answers
            if ", by " in answer.value and "its own claim" not in answer.value
        ]
        if finding.group == "blame" and finding.question.startswith("Who is blamed") and charged and not denied:
            who, by = charged[0].split(", by ", 1)
            if _can_answer(who):
                yield "unheard", [finding.id], f"No report carries an answer of {who}, blamed by {by}."


def _can_answer(who: str) -> bool:
    """Whether the words name a party that could be asked: a name, an institution, a state's own force; "gangs" cannot."""
    words = re.sub(r"^the ", "", who)
    return (
        any(letter.isupper() for letter in words)
        or names_institution(f"the {words}")
        or words in ("government", "army", "police", "opposition", "authorities")
    )


def unread_languages(findings: Sequence[Finding], dossier: Dossier) -> Made:
    """Reports in a language that is not read."""
    for report in sorted(dossier.reports):
        language = dossier.reports[report].language
        if not dossier.claims_in(report) and language.split("-")[0] != "en":
            name = language_name(language)
            yield (
                "language-unread",
                [report],
                f"{_name(report, dossier)} is in {name}, which is not read: nothing that it says stands here.",
            )


def missing_languages(findings: Sequence[Finding], dossier: Dossier) -> Made:
    """The languages of the country where it happened, of which no report is."""
    places = [
        dossier.entities[key] for claim in dossier.claims.values() for key in claim.places if key in dossier.entities
    ]
    countries = Counter(place.country for place in places if place.country)
    if sum(countries.values()) < _LEAST_LOCATED:
        return
    country, count = min(countries.items(), key=lambda row: (-row[1], row[0]))
    spoken = spoken_in(country)
    read = {report.language.split("-")[0] for report in dossier.reports.values()}
    if count >= _HALF * sum(countries.values()) and spoken and not read & set(spoken.tongues):
        names = " or ".join(language_name(tongue) for tongue in spoken.tongues)
        yield "language-missing", [], f"No report is in {names}, spoken in {spoken.country}, where most of it happened."


def unanswered(findings: Sequence[Finding], dossier: Dossier) -> Made:
    """Questions that the story's events raise and no report answers."""
    events = [claim for claim in dossier.claims.values() if claim.event and claim.modality == "asserted"]
    for row in table("gaps_en")["question"]:
        raising = [claim for claim in events if _raises(claim, row)]
        reports = {claim.report for claim in raising}
        if len(reports) >= min(2, len(dossier.reports)) and raising and not _is_answered(row, raising, events, dossier):
            families = Counter(claim.event.family for claim in raising if claim.event)
            family = min(families, key=lambda name: (-families[name], name or ""))
            noun = row.get("nouns", {}).get(family, "")
            yield "unanswered", [claim.id for claim in raising], row["says"].format(noun=noun)


def _raises(claim: Claim, row: Mapping[str, Any]) -> bool:
    event = claim.event
    assert event is not None
    fits = event.family in row["families"] and event.type in row.get("types", [event.type])
    return fits and ("variants" not in row or event.variant in row["variants"])


def _is_answered(row: Mapping[str, Any], raising: Sequence[Claim], events: Sequence[Claim], dossier: Dossier) -> bool:
    tests: dict[str, Callable[[], bool]] = {
        "actor": lambda: any(claim.event.actors for claim in raising if claim.event),
        "blamed": lambda: any(
            claim.event and (claim.event.blamed or claim.event.frame == "claim-responsibility") for claim in events
        ),
        "cause": lambda: any(link.kind == "cause" for link in dossier.links),
        "condition": lambda: any(link.kind == "condition" for link in dossier.links),
        "duration": lambda: any(c.figure and c.figure.measure == "duration" for c in dossier.claims.values()),
        "ended": lambda: any(c.event and c.event.variant in row.get("ended", ()) for c in dossier.claims.values()),
    }
    return any(tests[name]() for name in row["answered"])


def _by_report(dossier: Dossier, wanted: Callable[[Claim], bool]) -> Iterator[tuple[str, list[Claim]]]:
    for report in sorted(dossier.reports):
        own = sorted(filter(wanted, dossier.claims_in(report)), key=lambda claim: (claim.start, claim.end, claim.id))
        if own:
            yield report, own


def _name(report: str, dossier: Dossier) -> str:
    """The outlet, with the headline where it has several reports in the story; else "A report"."""
    found = dossier.reports[report]
    if not found.outlet:
        return f"The report “{found.title}”" if found.title else "A report without an outlet"
    several = sum(other.outlet == found.outlet for other in dossier.reports.values()) > 1
    name = publisher(found.outlet)
    return f"{name} (“{found.title}”)" if several and found.title else name


def _of(some: Sequence[str], own: Sequence[Claim], nouns: str) -> str:
    """ "3 of its 12 figures", "any of its 4 figures", "its only figure"."""
    if len(own) == 1:
        return f"its only {'figure' if own[0].figure else 'event'}"
    return f"{'any' if len(some) == len(own) else len(some)} of its {len(own)} {nouns}"


def _listed(names: Iterable[str]) -> str:
    told = list(names)
    return " and ".join(told) if len(told) < 3 else f"{', '.join(told[:2])} and {len(told) - 2} more"


KINDS: tuple[Callable[[Sequence[Finding], Dossier], Made], ...] = (
    unanswered, unheard, one_voice, nobody_named, undated_claims, undated_reports, unread_languages, missing_languages,
)  # fmt: skip
