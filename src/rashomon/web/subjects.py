"""What is judged, as the record has it: its facts, the words that prove it, and the lists that a decision on it chooses from."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from rashomon.errors import SettingsError
from rashomon.model.claim import Claim
from rashomon.model.entity import Entity
from rashomon.model.record import Finding, Record, ReportRow
from rashomon.web.judgeable import ACTS, Choice, Sample, Subject
from rashomon.web.wording import counted, short

_AROUND = 400  # characters shown before and after a claim
_MOST = 600  # things listed to choose from
_SAMPLES = 4  # words of an entity that are shown with those around
_CLAIM_FIELDS: tuple[Choice, ...] = (
    ("figure", "The number (“at least 12”)"), ("counted", "Who or what is counted (“police officers”)"), ("measure", "The measure (killed, injured …)"),
    ("scope", "The scope (total, part …)"), ("date", "When it happened (2031-05-06)"), ("as_of", "Up to when it counts (2031-05-06)"),
    ("modality", "Standing (asserted, denied, planned, possible, demanded, hypothetical)"), ("attribution", "Who says so (a name, or none)"),
    ("place", "Where (a name)"),
)  # fmt: skip
_OF_FIGURES = {"figure", "counted", "measure", "scope", "as_of"}
_ENTITY_FIELDS: tuple[Choice, ...] = (
    ("name", "The name"), ("kind", "The kind (person, organisation, place, group, facility, other)"), ("country", "The country (two letters, or none)"),
)  # fmt: skip
_REPORT_FIELDS: tuple[Choice, ...] = (
    ("outlet", "The outlet"),
    ("published", "When it was published (2031-05-06)"),
    ("title", "The headline"),
)


def subject(of: str, on: str, record: Record | None, stories: tuple[Choice, ...] = ()) -> Subject:
    """What is judged, from the record that has it. Raises SettingsError where it has not."""
    if of == "outlet" or record is None:
        return Subject("outlet", on, on, ACTS["outlet"])
    table: dict[str, tuple[Any, Callable[[Any, Record], Subject]]] = {
        "claim": (record.claims, _claim),
        "finding": (record.findings, _finding),
        "entity": (record.entities, _entity),
        "report": (record.reports, _report),
        "story": (record.stories, lambda row, record: _story(row, record, stories)),
    }
    rows, drawn = table[of]
    row = next((each for each in rows if each.id == on), None)
    if row is None:
        raise SettingsError(
            f"The story's record has no {of} {short(on)} any more: reports or judgements have come since. Open the story, and judge from there."
        )
    return drawn(row, record)


def _claim(row: Claim, record: Record) -> Subject:
    figures = row.kind == "figure"
    fields = tuple(each for each in _CLAIM_FIELDS if figures or each[0] not in _OF_FIGURES)
    chain = " ← ".join(each.name for each in row.attribution) or "the report itself"
    facts = [("Kind", row.kind), ("Who says so", chain), ("Standing", row.modality)]
    if row.figure:
        facts += [
            ("Number", row.figure.text),
            ("Measure", row.figure.measure),
            ("Counted", row.figure.counted or "not said"),
        ]
        facts += [("Scope", row.figure.scope or "not said")]
    facts += [("When", row.date.text or row.date.start or "")] if row.date else []
    names = {each.id: each.name for each in record.entities}
    facts += [("Where", ", ".join(names.get(place, place) for place in row.places))] if row.places else []
    acts = ACTS["claim"]
    return Subject(
        "claim", row.id, f"“{row.quote}”", acts, tuple(facts), (_sample(row, record),), fields, judged=judged(row)
    )


def _sample(row: Claim, record: Record) -> Sample:
    report = next(each for each in record.reports if each.id == row.report)
    return _words(report, row.start, row.end, _AROUND)


def _words(report: ReportRow, start: int, end: int, around: int) -> Sample:
    """The words with those around them, of the same paragraph and cut at blanks."""
    before = report.text[:start].rpartition("\n\n")[2]
    after = report.text[end:].partition("\n\n")[0]
    return Sample(
        report.outlet or report.source,
        before if len(before) <= around else "… " + before[-around:].partition(" ")[2],
        report.text[start:end],
        after if len(after) <= around else after[:around].rpartition(" ")[0] + " …",
        report.id,
    )


def _finding(row: Finding, record: Record) -> Subject:
    claims = {each.id: each for each in record.claims}
    reports = {each.id: each for each in record.reports}
    figures = any(claims[claim].kind == "figure" for answer in row.answers for claim in answer.claims)
    acts = tuple(each for each in ACTS["finding"] if each.key != "correct" or figures)
    parts = [
        (
            claim,
            f"{answer.value}: “{claims[claim].quote[:160]}” ({reports[claims[claim].report].outlet or reports[claims[claim].report].source})",
        )
        for answer in row.answers
        for claim in answer.claims
    ]
    others = [
        (each.id, f"{each.question} {each.answers[0].value if each.answers else ''}")
        for each in record.findings
        if each.id != row.id and each.story == row.story
    ]
    facts = [("Status", row.status)] + [
        (
            f"Answer {number}",
            f"{answer.value} ({', '.join(dict.fromkeys(reports[each].outlet or reports[each].source for each in answer.reports))})",
        )
        for number, answer in enumerate(row.answers, 1)
    ]
    return Subject(
        "finding", row.id, row.question, acts, tuple(facts), (), (("estimate", "The estimate (12, 10 to 14, at least 12)"),),
        tuple(others[:_MOST]), tuple(parts[:_MOST]), judged=judged(row),
    )  # fmt: skip


def _entity(row: Entity, record: Record) -> Subject:
    texts = {each.id: each for each in record.reports}
    spelt = Counter(" ".join(texts[m.report].text[m.start : m.end].split()) for m in row.mentions if not m.pronoun)
    others = sorted(
        (each for each in record.entities if each.id != row.id),
        key=lambda each: (each.kind != row.kind, each.name.casefold()),
    )
    seen: dict[str, Sample] = {}
    for m in row.mentions:
        if not m.pronoun and m.report in texts:
            seen.setdefault(texts[m.report].text[m.start : m.end], _words(texts[m.report], m.start, m.end, 90))
    facts = [
        ("Kind", row.kind),
        ("Also called", ", ".join(row.aliases) or "nothing else"),
        ("Country", row.country or "not known"),
    ]
    facts += [("Roles", "; ".join(dict.fromkeys(role.role for role in row.roles)))] if row.roles else []
    facts += [
        ("Words that mean it", f"{len(row.mentions):,} in {len({m.report for m in row.mentions}):,} of the reports")
    ]
    return Subject(
        "entity", row.id, row.name, ACTS["entity"], tuple(facts), tuple(list(seen.values())[:_SAMPLES]), _ENTITY_FIELDS,
        tuple((each.id, f"{each.name} ({each.kind}, {counted(len(each.mentions), 'mention')})") for each in others[:_MOST]),
        tuple((words, f"{words} ({count})") for words, count in spelt.most_common(_MOST)), judged=judged(row),
    )  # fmt: skip


def _report(row: ReportRow, record: Record) -> Subject:
    others = [
        (each.id, each.outlet or each.source)
        for each in record.reports
        if each.id != row.id and each.voice != row.voice
    ]
    together = [each.outlet or each.source for each in record.reports if each.voice == row.voice and each.id != row.id]
    facts = [("Outlet", row.outlet or ""), ("Published", row.published or "undated"), ("Source", row.source)]
    facts += [("Speaks with one text with", ", ".join(together) or "no other report")]
    titles = {each.id: each.title or each.outlet or each.source for each in record.reports}
    labelled = tuple((own, f"{name}: {titles[own]}") for own, name in others[:_MOST])
    return Subject(
        "report", row.id, row.title or row.source, ACTS["report"], tuple(each for each in facts if each[1]), (), _REPORT_FIELDS,
        labelled, report=row.id, judged=judged(row),
    )  # fmt: skip


def _story(row: Any, record: Record, stories: tuple[Choice, ...]) -> Subject:
    own = [each for each in record.reports if each.id in row.reports]
    parts = tuple(
        (
            each.id,
            f"{each.outlet or each.source}: {each.title or 'without a headline'} ({(each.published or 'undated')[:10]})",
        )
        for each in own
    )
    facts = (("Reports", f"{len(own):,}"), ("Days", f"{row.start or 'undated'} to {row.end or 'undated'}"))
    others = tuple(each for each in stories if each[0] != row.id)
    return Subject(
        "story", row.id, row.title, ACTS["story"], facts, others=others, parts=parts, report=own[0].id if own else None
    )


def judged(row: Any) -> tuple[str, ...]:
    """The judgements that hold of it."""
    return tuple(getattr(row, "judged", None) or ())
