"""A redacted record tells in no byte who the private persons are, and still holds."""

import base64
import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from rashomon.casebook import check, to_json
from rashomon.model.judgement import judgement
from rashomon.model.record import Record
from rashomon.publish.careful.excerpts import excerpt
from rashomon.publish.careful.letters import plain
from rashomon.publish.careful.redact import RedactSettings, redact
from rashomon.publish.page import render
from rashomon.publish.tables import findings_csv
from rashomon.publish.terminal import summary

NAMES = ("brandvold", "ilka", "osric", "felde")


@pytest.fixture(scope="module")
def redacted(quay_record: Record) -> Record:
    return redact(quay_record)


def unpacked(page: str) -> str:
    """The page, and all that is packed in it."""
    packed = re.findall(r'<script type="application/gzip"[^>]*>([^<]*)<', page)
    assert packed
    return page + "".join(gzip.decompress(base64.b64decode(each)).decode() for each in packed if each.strip())


FORMS: dict[str, Callable[[Record], str]] = {
    "json": lambda record: to_json(record).decode(),
    "html": lambda record: unpacked(render(record)),
    "csv": findings_csv,
    "terminal": lambda record: summary(record, 200),
}


@pytest.mark.parametrize("form", FORMS)
def test_no_byte_tells_a_name(form: str, redacted: Record, quay_record: Record) -> None:
    told = plain(FORMS[form](redacted))
    assert not [name for name in NAMES if name in told]
    assert "hask" in told or form in ("csv", "terminal")
    assert any(name in plain(FORMS[form](quay_record)) for name in NAMES) or form in ("csv", "terminal")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_that_names_are_replaced(form: str, redacted: Record) -> None:
    assert "are replaced" in FORMS[form](redacted) or '"redacted"' in FORMS[form](redacted)


def test_it_holds_by_its_own_words(redacted: Record) -> None:
    assert check(json.loads(to_json(redacted))) == []


def test_its_words_stand_in_the_reports(redacted: Record, quay: Path) -> None:
    """But for a report whose own name tells of somebody: nothing can be looked up under it."""
    found = [str(each) for each in check(json.loads(to_json(redacted)), (str(quay),))]
    assert all("is not among the reports given" in each for each in found)
    assert len(found) == 1


def test_excerpts_of_it_hold_too(redacted: Record) -> None:
    both = excerpt(redacted)
    assert check(json.loads(to_json(both))) == []
    assert both.published and both.published.excerpts and both.published.redacted
    assert not [name for name in NAMES if name in plain(to_json(both).decode())]


def test_a_record_in_excerpts_loses_the_digests_of_its_texts(quay_record: Record) -> None:
    """Who has the rest of a text and guesses the name could tell by them."""
    both = redact(excerpt(quay_record))
    assert all(row.abridged and row.abridged.sha256 is None for row in both.reports)
    assert not [name for name in NAMES if name in plain(to_json(both).decode())]


def test_one_person_has_one_label_everywhere(redacted: Record) -> None:
    victim = next(row for row in redacted.reports if "baker" in row.text and "friend" in row.text)
    labels = set(re.findall(r"\[person \d+\]", victim.text))
    assert len(labels) == 1
    assert sum(row.text.count(min(labels)) for row in redacted.reports) > 6


def test_ids_are_numbers_that_no_name_can_be_guessed_by(redacted: Record, quay_record: Record) -> None:
    old = {
        row.id
        for name in ("reports", "stories", "voices", "entities", "claims", "findings")
        for row in getattr(quay_record, name)
    }
    content = to_json(redacted).decode()
    assert not [key for key in old if key in content]
    assert not re.search(r"\b[a-z]{3}\d-[0-9a-f]{16}\b", content)


def test_the_same_record_gives_the_same_redacted_one(quay_record: Record, redacted: Record) -> None:
    assert to_json(redact(quay_record)) == to_json(redacted)


def test_a_redacted_record_is_not_redacted_again(redacted: Record) -> None:
    assert redact(redacted) is redacted


def test_decisions_outrank_the_table(quay_record: Record) -> None:
    decided = redact(quay_record, RedactSettings(public=("Osric Felde",), private=("Petra Hask",)))
    told = plain(to_json(decided).decode())
    assert "felde" in told
    assert "hask" not in told
    assert "brandvold" not in told


def test_a_text_in_which_no_names_are_read_is_withheld(quay_record: Record) -> None:
    first, *rest = quay_record.reports
    foreign = msgspec.structs.replace(first, language="xx", title="Ett namn")
    published = redact(msgspec.structs.replace(quay_record, reports=(foreign, *rest)))
    assert published.published and published.published.redacted
    withheld = [row for row in published.reports if row.id in published.published.redacted.withheld]
    assert [row.text for row in withheld] == ["[text withheld]"]
    assert "Ett namn" not in to_json(published).decode()
    assert check(json.loads(to_json(published))) == []


def test_those_who_judged_are_numbered_and_their_reasons_redacted(quay_record: Record) -> None:
    made = judgement(
        who="n.analyst",
        when="2031-05-06T00:00:00Z",
        what="join",
        on=[row.id for row in quay_record.reports],
        why="Both tell of Brandvold's death.",
    )
    published = redact(msgspec.structs.replace(quay_record, judgements=(made,)))
    assert published.judgements[0].who == "reviewer 1"
    assert (
        published.judgements[0].why == "Both tell of [person 2]'s death."
        or "Brandvold" not in published.judgements[0].why
    )
    assert set(published.judgements[0].on) == {row.id for row in published.reports}


def test_what_several_reports_answer_is_not_changed(redacted: Record, quay_record: Record) -> None:
    def counts(record: Record) -> list[tuple[object, ...]]:
        return sorted(
            (f.kind, f.group, f.status, len(f.answers), f.support.reports, f.support.speakers) for f in record.findings
        )

    assert counts(redacted) == counts(quay_record)
