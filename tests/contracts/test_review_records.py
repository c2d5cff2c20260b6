"""What a judgement does to a record: a rejected claim answers nothing, a corrected one answers otherwise, and what belongs together counts as one."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from tests.contracts.ferry import FERRY, asked, dead, named, report, rows, told

from rashomon.casebook import Casebook, to_json
from rashomon.errors import SettingsError
from rashomon.model.record import Record
from rashomon.pipeline import collection
from rashomon.stages import claims, entities, reading, reconcile, wording
from rashomon.verify import verify

pytestmark = pytest.mark.usefixtures("fixed_time")
WHY: dict[str, Any] = {"why": "I called them", "by": "ada"}


def values(record: Record, words: str = "people were killed") -> list[str]:
    return [answer.value for answer in asked(record, words).answers]


def test_a_rejected_claim_stays_and_answers_nothing(book: Casebook) -> None:
    claim = told(book.record(), "bugle", "Eleven")
    book.reject(claim.id, **WHY)
    record = book.record()
    (now,) = (each for each in record.claims if each.id == claim.id)
    assert now.rejected
    assert now.figure == claim.figure
    assert "11" not in values(record)
    assert claim.id not in {key for line in record.timeline for key in line.claims}


def test_a_corrected_claim_answers_as_the_person_says_and_keeps_what_was_read(book: Casebook) -> None:
    claim = told(book.record(), "bugle", "Eleven")
    book.correct(claim.id, "figure", "at least 12", **WHY)
    record = book.record()
    (now,) = (each for each in record.claims if each.id == claim.id)
    assert now.figure is not None and now.machine is not None and claim.figure is not None
    assert (now.figure.low, now.figure.best, now.figure.high) == (12, 12, None)
    assert now.figure.text == claim.figure.text
    assert now.machine.figure == claim.figure
    assert "at least 12" in values(record)


def test_a_corrected_speaker_speaks_with_his_own_voice(book: Casebook) -> None:
    record = book.record()
    claim, sollan = told(record, "bugle", "Eleven"), told(record, "gazette", "Fourteen").attribution[-1]
    book.correct(claim.id, "attribution", "Petra Sollan", **WHY)
    (link,) = told(book.record(), "bugle", "Eleven").attribution
    assert (link.voice, link.entity) == (sollan.voice, sollan.entity)


def test_what_the_report_says_itself_has_no_speaker(book: Casebook) -> None:
    book.correct(told(book.record(), "bugle", "Eleven").id, "attribution", "the bugle", **WHY)
    assert told(book.record(), "bugle", "Eleven").attribution == ()


def test_two_speakers_that_are_one_person_count_one(book: Casebook) -> None:
    record = book.record()
    injured = asked(record, "people were injured")
    (claim,) = (
        each
        for each in record.claims
        if each.id in injured.answers[0].claims and each.report == report(record, "gazette").id
    )
    book.correct(claim.id, "attribution", "Petra Sollan", **WHY)
    assert asked(book.record(), "people were injured").support.speakers == 2
    book.join(
        named(record, "Anselm Brack").id,
        named(record, "Petra Sollan").id,
        of="entity",
        why="One woman, married",
        by="ada",
    )
    assert asked(book.record(), "people were injured").support.speakers == 1


def test_words_that_are_split_off_mean_another(book: Casebook) -> None:
    before = named(book.record(), "Anselm Brack")
    book.split("Brack", of="entity", **WHY)
    record = book.record()
    whole, rest = named(record, "Anselm Brack"), named(record, "Brack")
    assert whole.id == before.id != rest.id
    assert len(whole.mentions) + len(rest.mentions) == len(before.mentions)


def test_reports_that_speak_with_one_text_count_one_text(book: Casebook) -> None:
    record = book.record()
    assert asked(record, "people were injured").support.texts == 2
    book.join(report(record, "bugle").id, report(record, "gazette").id, of="voice", **WHY)
    assert asked(book.record(), "people were injured").support.texts == 1


def test_a_text_that_is_split_off_counts_by_itself(book: Casebook) -> None:
    assert dead(book.record()).answers[0].support.texts == 1  # type: ignore[union-attr]
    book.split(report(book.record(), "courier").id, of="voice", **WHY)
    now = {row.outlet: row.voice for row in book.record().reports}
    assert now["Sorrel Courier"] != now["Meridian Wire"]


def test_findings_that_are_one_question_are_one(book: Casebook) -> None:
    record = book.record()
    one, other = dead(record), asked(record, "people were injured")
    book.join(one.id, other.id, of="finding", **WHY)
    findings = {each.id: each for each in book.record().findings}
    assert len({one.id, other.id} & findings.keys()) == 1
    (both,) = (findings[each] for each in (one.id, other.id) if each in findings)
    assert {answer.value for answer in both.answers} >= {"31", "14"}


def test_claims_that_answer_another_question_leave_the_finding(book: Casebook) -> None:
    book.split(told(book.record(), "gazette", "Fourteen").id, of="finding", **WHY)
    some = [
        [answer.value for answer in each.answers]
        for each in book.record().findings
        if "people were killed" in each.question
    ]
    assert sorted(some, key=len)[0] == ["14"]
    assert "14" not in sorted(some, key=len)[1]


def test_an_estimate_stands_beside_those_of_the_rules(book: Casebook) -> None:
    book.correct(dead(book.record()).id, "estimate", "12 to 14", **WHY)
    estimates = dead(book.record()).estimates or {}
    assert (estimates["analyst"].low, estimates["analyst"].best, estimates["analyst"].high) == (12, None, 14)
    assert {"ucdp", "acled"} < estimates.keys()


def test_an_unreliable_outlet_gives_no_lowest_and_highest(book: Casebook) -> None:
    for name in ("Meridian Wire", "Sorrel Courier"):
        book.rate(name, "E", why="They copy all", by="ada")
    found = (dead(book.record()).estimates or {})["ucdp"]
    assert found.low == 11
    assert "rated E or F: at least 9" in found.why
    assert report(book.record(), "wire").reliability.value == "E"  # type: ignore[union-attr]


def test_of_outlets_that_are_all_unreliable_all_count(book: Casebook) -> None:
    before = (dead(book.record()).estimates or {})["ucdp"]
    for row in book.record().reports:
        book.rate(row.outlet or "", "F", why="I know none of them", by="ada")
    assert (dead(book.record()).estimates or {})["ucdp"] == before


def test_days_follow_from_the_corrected_day_of_publication(book: Casebook) -> None:
    before = told(book.record(), "bugle", "Eleven").date
    book.correct(report(book.record(), "bugle").id, "published", "2031-05-14", **WHY)
    after = told(book.record(report(book.record(), "bugle").id), "bugle", "Eleven").date
    assert before is not None and after is not None
    assert (before.start, after.start) == ("2031-05-06", "2031-05-13")


def test_a_judgement_on_one_story_makes_nothing_of_another_anew(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = book.record()
    stories = {each.id for each in record.stories if report(record, "mill").id in each.reports}
    made: list[str] = []

    def counted(step: Callable[..., Any]) -> Callable[..., Any]:
        return lambda story, *given, **more: (made.append(story.id), step(story, *given, **more))[1]

    for room, name in (
        (entities, "link"),
        (claims, "extract"),
        (reconcile, "decide"),
        (wording, "frames"),
    ):
        monkeypatch.setattr(room, name, counted(getattr(room, name)))
    monkeypatch.setattr(reading, "read", lambda *_: pytest.fail("the language model read again"))
    book.reject(told(record, "bugle", "Eleven").id, **WHY)
    book.join(named(record, "Anselm Brack").id, named(record, "Petra Sollan").id, of="entity", **WHY)
    book.record()
    assert made
    assert not stories.intersection(made)


@pytest.mark.parametrize("what", ["confirm", "note", "estimate"])
def test_what_only_marks_a_row_works_out_nothing_anew(
    book: Casebook, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    record = book.record()
    claim, finding = told(record, "bugle", "Eleven"), dead(record)
    for room, name in (
        (collection, "compare"),
        (collection, "trace"),
        (entities, "link"),
        (claims, "extract"),
        (reconcile, "decide"),
        (wording, "frames"),
    ):
        monkeypatch.setattr(room, name, lambda *_, **__: pytest.fail("a stage worked again"))
    if what == "estimate":
        book.correct(finding.id, "estimate", "12", **WHY)
    elif what == "note":
        book.note(finding.id, **WHY)
    else:
        book.confirm(claim.id, **WHY)
    assert len(book.record().judgements) == 1


def test_a_judgement_on_a_claim_sorts_nothing_anew(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = told(book.record(), "bugle", "Eleven")
    monkeypatch.setattr("rashomon.casebook.sorting._sorted", lambda *_: pytest.fail("the stories were sorted again"))
    made = book.reject(claim.id, **WHY)
    assert "11" not in values(book.record())
    book.undo(made.id, **WHY)
    assert "11" in values(book.record())


def test_a_claim_is_found_again_by_its_place(fresh: Callable[[], Casebook]) -> None:
    book, other = fresh(), fresh()
    claim = told(book.record(), "bugle", "Eleven")
    book.reject(claim.id, **WHY)
    row = json.loads(book.export_judgements())
    row |= {"on": ["cla9-00000000000000aa"], "id": None, "seen": []}
    assert other.import_judgements(BytesIO(json.dumps(row).encode())).refused == 0
    assert told(other.record(), "bugle", "Eleven").rejected


def test_a_claim_that_is_nowhere_waits(book: Casebook) -> None:
    before = to_json(book.record())
    row = {
        "who": "ada",
        "when": "2025-05-06T10:00:00+00:00",
        "what": "reject",
        "of": "claim",
        "on": ["cla1-00000000000000aa"],
        "why": "not so",
    }
    gone = row | {"at": ["figure:rep1-00000000000000aa@0-10"]}
    book.import_judgements(BytesIO(b"\n".join(json.dumps(each).encode() for each in (row, gone))))
    assert to_json(book.record()) == before
    assert [each.state for each in book.judgements()][-1] == "waits"


def test_of_two_who_contradict_each_other_the_later_holds_and_an_adjudication_above_both(book: Casebook) -> None:
    claim = told(book.record(), "bugle", "Eleven").id
    book.correct(claim, "figure", "12", why="I count 12", by="ada")
    book.correct(claim, "figure", "13", why="I count 13", by="ben", final=True)
    book.correct(claim, "figure", "15", why="I count 15", by="ada")
    assert told(book.record(), "bugle", "Eleven").figure.best == 13  # type: ignore[union-attr]
    assert [each.state for each in book.judgements()] == ["outranked", "holds", "outranked"]


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("figure", "dozens", "no number"),
        ("figure", "12 and 14", "not one number"),
        ("date", "Tuesday", "no date"),
        ("measure", "eaten", "none of"),
        ("colour", "red", "no field"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_in_words(book: Casebook, field: str, value: str, why: str) -> None:
    with pytest.raises(SettingsError, match=why):
        book.correct(told(book.record(), "bugle", "Eleven").id, field, value, **WHY)
    assert book.judgements() == ()


def test_a_name_that_leads_nowhere_is_said(book: Casebook) -> None:
    for names in (("cla1-00000000",), (), ("cla1-00000000", "mill")):
        with pytest.raises(SettingsError):
            book.reject(*names, **WHY)
    with pytest.raises(SettingsError, match="several kinds"):
        record = book.record()
        book.confirm(dead(record).id, told(record, "bugle", "Eleven").id, **WHY)


def test_a_row_is_named_by_the_first_letters_of_its_id(book: Casebook) -> None:
    claim = told(book.record(), "bugle", "Eleven").id
    assert book.reject(claim[:13], **WHY).on == (claim,)
    assert book.confirm(claim[5:], story=book.stories()[0].id, **WHY).on == (claim,)


def test_what_was_read_without_the_collection_can_be_judged(book: Casebook) -> None:
    other = Casebook(None)
    record = other.read("-", stdin=rows(*FERRY))
    other.reject(told(record, "bugle", "Eleven").id, **WHY)
    read = other.read("-", stdin=rows(*FERRY))
    assert "11" not in values(read)
    assert verify(json.loads(to_json(read))) == []
