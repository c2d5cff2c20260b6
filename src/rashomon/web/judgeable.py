"""What a person can judge, and what can be decided of it: a table of acts, each with the Casebook call that it makes."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from rashomon.casebook import Casebook
from rashomon.errors import SettingsError
from rashomon.model.claim import Claim
from rashomon.model.entity import Entity
from rashomon.model.record import Finding, Record, ReportRow
from rashomon.web.wording import counted, short

Choice = tuple[str, str]  # value, label
Values = Mapping[str, Any]  # act, field, value, others, parts, rating, why, who, final
_AROUND = 400  # characters shown before and after a claim
_MOST = 600  # things listed to choose from
_SAMPLES = 4  # words of an entity that are shown with those around
RATINGS: tuple[Choice, ...] = (
    ("A", "A: completely reliable"), ("B", "B: usually reliable"), ("C", "C: fairly reliable"), ("D", "D: not usually reliable"),
    ("E", "E: unreliable"), ("F", "F: its reliability cannot be judged"),
)  # fmt: skip
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


class Act(NamedTuple):
    """`needs`: the inputs that it takes (field, value, others, parts, rating); `decide` makes the one Casebook call."""

    key: str
    label: str
    needs: tuple[str, ...]
    decide: Callable[[Casebook, "Subject", Values, str | None], Any]


class Sample(NamedTuple):
    """Words of a report that are judged, with those around them."""

    outlet: str
    before: str
    words: str
    after: str
    report: str


class Subject(NamedTuple):
    """What is judged. `facts`: what the record has of it, a name and a value each. `fields` that can be corrected; `others` that it can be
    joined with, `parts` that can be split from it. `report`: one of its reports, where a decision may change which story it is in."""

    of: str
    on: str
    title: str
    acts: tuple[Act, ...]
    facts: tuple[tuple[str, str], ...] = ()
    samples: tuple[Sample, ...] = ()
    fields: tuple[Choice, ...] = ()
    others: tuple[Choice, ...] = ()
    parts: tuple[Choice, ...] = ()
    report: str | None = None
    judged: tuple[str, ...] = ()


# --- what can be decided ------------------------------------------------------------------------------------------------


def _said(values: Values) -> dict[str, Any]:
    return {"why": values["why"], "by": values["who"]}


def _whole(values: Values, story: str | None) -> dict[str, Any]:
    return {**_said(values), "story": story, "final": values["final"]}


def _confirm(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
    return book.confirm(one.on, **_whole(values, story))


def _reject(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
    return book.reject(one.on, **_whole(values, story))


def _correct(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
    return book.correct(one.on, values["field"], values["value"], **_whole(values, story))


def _note(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
    return book.note(one.on, of=one.of, story=story, **_said(values))


def _rate(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
    return book.rate(_outlet(one), values["rating"], **_said(values))


def _join(of: str) -> Callable[[Casebook, Subject, Values, str | None], Any]:
    def decide(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
        return book.join(one.on, *values["others"], of=of, **_whole(values, story))

    return decide


def _split_parts(of: str) -> Callable[[Casebook, Subject, Values, str | None], Any]:
    def decide(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
        return book.split(*values["parts"], of=of, **_whole(values, story))

    return decide


def _split_self(of: str) -> Callable[[Casebook, Subject, Values, str | None], Any]:
    def decide(book: Casebook, one: Subject, values: Values, story: str | None) -> Any:
        return book.split(one.on, of=of, **_whole(values, story))

    return decide


_CONFIRM = Act("confirm", "It is right, as the record has it", (), _confirm)
_CORRECT = Act("correct", "Correct it", ("field", "value"), _correct)
_NOTE = Act("note", "Only a note; it changes nothing", (), _note)
_RATE = Act("rate", "Rate its outlet", ("rating",), _rate)
ACTS: dict[str, tuple[Act, ...]] = {
    "claim": (
        _CONFIRM,
        Act("reject", "It is not so, or not said: it counts no longer", (), _reject),
        _CORRECT,
        Act("split", "It answers another question than the others beside it", (), _split_self("finding")),
        _NOTE,
    ),
    "finding": (
        _CONFIRM,
        _CORRECT,
        Act("join", "It is the same question as another", ("others",), _join("finding")),
        Act("split", "Some of its answers belong to another question", ("parts",), _split_parts("finding")),
        _NOTE,
    ),
    "entity": (
        _CONFIRM,
        _CORRECT,
        Act("join", "It is the same as another", ("others",), _join("entity")),
        Act("split", "Some of its words mean another", ("parts",), _split_parts("entity")),
        _NOTE,
    ),
    "report": (
        _CONFIRM,
        _CORRECT,
        _RATE,
        Act("split", "It tells of another happening than the rest of the story", (), _split_self("story")),
        Act("voice-join", "It speaks with one text with others", ("others",), _join("voice")),
        Act("voice-split", "Its text is its own, and no copy", (), _split_self("voice")),
        _NOTE,
    ),
    "story": (
        Act("join", "It is the same happening as another story", ("others",), _join("story")),
        Act("split", "Some of its reports tell of another happening", ("parts",), _split_parts("story")),
        _NOTE,
    ),
    "outlet": (_RATE, _NOTE),
}


def _outlet(one: Subject) -> str:
    if one.of == "outlet":
        return one.on
    named = dict(one.facts).get("Outlet")
    if not named:
        raise SettingsError("The report names no outlet. Correct its outlet first.")
    return named


# --- what is judged -----------------------------------------------------------------------------------------------------


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
