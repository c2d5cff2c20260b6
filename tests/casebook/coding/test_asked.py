"""Two coders judge one story in one casebook: blind until both are done, then compared, then settled."""

from io import BytesIO
from pathlib import Path

import pytest

from rashomon.casebook import Casebook, load, to_json
from rashomon.errors import SettingsError
from rashomon.model.record import Record
from rashomon.verify import verify

TEXTS = {
    "gazette.txt": "Nine sailors were killed when the ferry Halvorsund ran aground off Brekkoy on Tuesday, the coast guard said. "
    "Lifeboats took 84 passengers off the ship.",
    "courier.txt": "The ferry Halvorsund ran aground off Brekkoy. Nine sailors were killed, according to the harbour master, who spoke "
    "to reporters at the pier. The captain, Henrik Ruud, was taken to hospital.",
}


@pytest.fixture(autouse=True)
def fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def book(folder: Path, tmp_path: Path) -> Casebook:
    book = Casebook(tmp_path / "home")
    book.add(folder)
    return book


def story(book: Casebook) -> str:
    (found,) = book.stories()
    return found.id


def figures(record: Record) -> dict[str, str]:
    """The ids of the figure claims by the first words of their report and sentence."""
    sources = {row.id: Path(row.source).stem for row in record.reports}
    return {f"{sources[c.report]}: {c.quote.split()[0]}": c.id for c in record.claims if c.kind == "figure"}


def rejected(record: Record) -> list[str]:
    return [claim.id for claim in record.claims if claim.rejected]


def test_each_coder_sees_his_own_judgements_alone_until_both_are_done(book: Casebook) -> None:
    own = story(book)
    claims = figures(book.record(own))
    book.code(own, "ada", "ben", why="Two coders a story", by="cai")
    book.reject(claims["gazette: Nine"], why="Hearsay", by="ada", story=own)
    book.reject(claims["gazette: Lifeboats"], why="Another ship", by="ben", story=own)
    assert rejected(book.record(own, seen_by="ada")) == [claims["gazette: Nine"]]
    assert rejected(book.record(own, seen_by="ben")) == [claims["gazette: Lifeboats"]]
    assert len(rejected(book.record(own, seen_by="cai"))) == len(rejected(book.record(own))) == 2
    book.done(own, why="All read", by="ada")
    assert len(rejected(book.record(own, seen_by="ada"))) == 1
    book.done(own, why="All read", by="ben")
    assert len(rejected(book.record(own, seen_by="ada"))) == 2


def test_a_blind_coder_does_not_see_what_they_differ_on(book: Casebook) -> None:
    own = story(book)
    claims = figures(book.record(own))
    book.code(own, "ada", "ben", why="Two coders a story", by="cai")
    book.confirm(claims["gazette: Nine"], why="So it stands there", by="ada", story=own)
    book.reject(claims["gazette: Nine"], why="Hearsay", by="ben", story=own)
    assert book.agreement(own, seen_by="ada").differences == ()
    assert len(book.agreement(own, seen_by="cai").differences) == 1
    for who in ("ada", "ben"):
        book.done(own, why="All read", by=who)
    assert book.agreement(own, seen_by="ada") == book.agreement(own)


def test_nor_is_he_shown_the_judgements_that_the_others_made_of_it(book: Casebook) -> None:
    own = story(book)
    nine = figures(book.record(own))["gazette: Nine"]
    since = "2020-01-01"
    book.code(own, "ada", "ben", why="Two coders a story", by="cai")
    for who in ("ada", "ben"):
        book.confirm(nine, why="So it stands there", by=who, story=own)
    book.rate("The Elsewhere", "C", why="Slow", by="ben")
    mine = [(row.judgement.who, row.judgement.what) for row in book.judgements(seen_by="ada")]
    assert mine == [("cai", "code"), ("cai", "code"), ("ada", "confirm"), ("ben", "rate")]
    assert [(row.judgement.who, row.judgement.what) for row in book.news(since, seen_by="ada").judgements] == mine
    assert len(book.judgements(seen_by="cai")) == len(book.judgements()) == 5
    for who in ("ada", "ben"):
        book.done(own, why="All read", by=who)
    assert book.judgements(seen_by="ada") == book.judgements()


def test_a_record_can_be_shaped_by_anybodys_judgements_or_nobodys(book: Casebook) -> None:
    own = story(book)
    before = book.record(own)
    claims = figures(before)
    book.reject(claims["gazette: Nine"], why="Hearsay", by="ada", story=own)
    book.correct(claims["courier: Nine"], "figure", "at least 9", why="He said so", by="ben", story=own)
    assert to_json(book.record(own, judgements_by=())) == to_json(before)
    (one,) = book.record(own, judgements_by=("ben",)).judgements
    assert one.who == "ben"
    assert verify(load(to_json(book.record(own, judgements_by=("ben",))), "record")) == []


def test_what_another_undid_still_shapes_the_record_as_its_maker_judged_it(book: Casebook) -> None:
    own = story(book)
    made = book.reject(figures(book.record(own))["gazette: Nine"], why="Hearsay", by="ada", story=own)
    book.undo(made.id, why="I do not think so", by="ben")
    assert rejected(book.record(own)) == []
    assert len(rejected(book.record(own, judgements_by=("ada",)))) == 1


def test_naming_coders_makes_no_record_anew(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    own = story(book)
    before = book.record(own)
    book.code(own, "ada", "ben", why="Two coders a story", by="cai")
    book.done(own, why="All read", by="ada")
    book.stories()
    monkeypatch.setattr("rashomon.casebook.recording.run", lambda *_, **__: pytest.fail("the stages ran again"))
    assert book.record(own) == before


def test_what_was_judged_in_sight_of_another_is_known(book: Casebook) -> None:
    own = story(book)
    claims = figures(book.record(own))
    for who in ("ada", "ben"):
        book.confirm(claims["gazette: Nine"], why="So it stands there", by=who, story=own)
    (verdicts,) = book.agreement(own).reliabilities
    assert (verdicts.paired, verdicts.in_sight) == (1, 1)
    assert any("not independent" in note for note in book.agreement(own).notes)


def test_judged_blind_they_are_independent(book: Casebook) -> None:
    own = story(book)
    claims = figures(book.record(own))
    book.code(own, "ada", "ben", why="Two coders a story", by="cai")
    for who in ("ada", "ben"):
        book.confirm(claims["gazette: Nine"], why="So it stands there", by=who, story=own)
    assert book.agreement(own).reliabilities[0].in_sight == 0


def test_an_adjudication_outranks_what_both_say_later(book: Casebook) -> None:
    own = story(book)
    claim = figures(book.record(own))["courier: Nine"]
    book.code(own, "ada", "ben", why="Two coders a story", by="cai")
    book.correct(claim, "figure", "8", why="Misread", by="ada", story=own)
    book.confirm(claim, why="So it stands there", by="ben", story=own)
    differ = book.agreement(own).differences
    assert {unit.variable for unit in differ} == {"verdict", "figure"}
    (figure,) = (unit for unit in differ if unit.variable == "figure")
    made = book.adjudicate(figure.codings[0].judgement, why="The navy's list has eight", by="cai")
    assert (made.final, made.what, made.value) == (True, "correct", "8")
    book.correct(claim, "figure", "7", why="I still think so", by="ben", story=own)
    (row,) = (row for row in book.record(own).claims if row.id == claim)
    assert row.figure and row.figure.best == 8
    settled = {unit.variable: unit.settled for unit in book.agreement(own).differences}
    assert settled["figure"] and (settled["figure"].who, settled["figure"].value) == ("cai", "8")


def test_who_confirms_what_another_corrected_agrees_with_him(book: Casebook) -> None:
    own = story(book)
    claim = figures(book.record(own))["courier: Nine"]
    book.correct(claim, "figure", "8", why="Misread", by="ada", story=own)
    book.confirm(claim, why="Eight it is", by="ben", story=own)
    found = book.agreement(own)
    assert found.differences == ()
    assert [(row.variable, row.agreement, row.in_sight) for row in found.reliabilities] == [
        ("verdict", 1, 1),
        ("figure", 1, 1),
    ]


def test_an_adjudication_can_decide_as_neither_did(book: Casebook) -> None:
    own = story(book)
    claim = figures(book.record(own))["courier: Nine"]
    book.correct(claim, "figure", "8", why="Misread", by="ada", story=own)
    book.correct(claim, "figure", "7", why="Misread", by="ben", story=own)
    book.correct(claim, "figure", "6", why="Both misread", by="cai", story=own, final=True)
    settled = [
        unit.settled.value for unit in book.agreement(own).differences if unit.settled and unit.variable == "figure"
    ]
    assert settled == ["6"]


def test_what_decides_nothing_cannot_be_adjudicated(book: Casebook) -> None:
    own = story(book)
    (note,) = book.code(own, "ada", why="Coding", by="cai")
    with pytest.raises(SettingsError, match="decides nothing"):
        book.adjudicate(note.id, why="No", by="cai")
    made = book.reject(figures(book.record(own))["courier: Nine"], why="Hearsay", by="ada", story=own, final=True)
    with pytest.raises(SettingsError, match="adjudication already"):
        book.adjudicate(made.id, why="No", by="cai")


def test_coders_are_named(book: Casebook) -> None:
    with pytest.raises(SettingsError, match="who codes"):
        book.code(story(book), why="Coding", by="cai")
    with pytest.raises(SettingsError):
        book.code(story(book), " ", why="Coding", by="cai")


def test_agreement_over_everything_that_was_judged(book: Casebook, folder: Path) -> None:
    (folder / "mill.txt").write_text(
        "A fire destroyed the paper mill in Tavastia on Friday. Two workers were treated for smoke."
    )
    book.add(folder)
    for each in book.stories():
        claim = next(c.id for c in book.record(each.id).claims if c.kind == "figure")
        book.confirm(claim, why="So it stands there", by="ada", story=each.id)
        book.reject(claim, why="Hearsay", by="ben", story=each.id)
    found = book.agreement()
    assert (found.story, [unit.variable for unit in found.differences]) == (None, ["verdict", "verdict"])
    assert found.reliabilities[0].units == 2


def test_two_casebooks_put_their_judgements_together(book: Casebook, folder: Path, tmp_path: Path) -> None:
    """Each codes in a casebook of his own; neither could see the other's."""
    other = Casebook(tmp_path / "other")
    other.add(folder)
    claim = figures(book.record())["gazette: Nine"]
    book.confirm(claim, why="So it stands there", by="ada", story=story(book))
    other.record()
    other.reject(claim, why="Hearsay", by="ben", story=story(other))
    book.code(story(book), "ada", "ben", why="Two coders a story", by="cai")
    other.import_judgements(BytesIO(book.export_judgements()))
    book.import_judgements(BytesIO(other.export_judgements()))
    assert book.agreement() == other.agreement()
    (unit,) = book.agreement(story(book)).differences
    assert [(each.who, each.in_sight) for each in unit.codings] == [("ada", False), ("ben", False)]
    assert book.agreement().waiting == ("ada", "ben")
