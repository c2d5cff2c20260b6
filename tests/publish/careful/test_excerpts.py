"""The demo's record in excerpts, and small texts of which nearly all or nothing is evidence."""

import hashlib
import json

import msgspec
import pytest

from rashomon import demo
from rashomon.casebook import check, to_json
from rashomon.model.record import Record
from rashomon.model.report import Furniture
from rashomon.publish.careful.evidence import DISPUTE, OTHER, SINGLE, Ground
from rashomon.publish.careful.excerpts import LEFT_OUT, ExcerptSettings, abridge, excerpt
from rashomon.publish.page import render
from rashomon.publish.tables import findings_csv
from rashomon.publish.terminal import summary


@pytest.fixture(scope="module")
def published(demo_record: Record) -> Record:
    return excerpt(demo_record)


def plain(record: Record) -> dict[str, object]:
    found: dict[str, object] = json.loads(to_json(record))
    return found


def test_it_holds_by_its_own_words_and_against_the_reports(published: Record) -> None:
    assert check(plain(published)) == []
    assert check(plain(published), (str(demo.REPORTS),)) == []


def test_kept_words_are_exact_and_in_order(published: Record, demo_record: Record) -> None:
    for short, whole in zip(published.reports, demo_record.reports, strict=True):
        at = 0
        for piece in filter(None, (piece.strip() for piece in short.text.split(LEFT_OUT))):
            at = whole.text.index(piece, at) + len(piece)


def test_a_digest_and_a_length_stand_beside(published: Record, demo_record: Record) -> None:
    for short, whole in zip(published.reports, demo_record.reports, strict=True):
        assert short.abridged
        assert short.abridged.sha256 == hashlib.sha256(whole.text.encode()).hexdigest()
        assert short.abridged.characters == len(whole.text)
        assert short.abridged.kept < len(whole.text)


def test_what_several_reports_answer_is_not_changed(published: Record, demo_record: Record) -> None:
    """No answer, number or count of it; of findings of one report some may be left out."""

    def essence(record: Record) -> dict[str, object]:
        return {
            f.id: (f.question, f.status, f.support, [(a.value, a.claims, a.support) for a in f.answers])
            for f in record.findings
        }

    kept, whole = essence(published), essence(demo_record)
    assert kept.items() <= whole.items()  # type: ignore[operator]
    several = {f.id for f in demo_record.findings if len({r for a in f.answers for r in a.reports}) > 1}
    assert several <= set(kept)


def test_it_says_what_was_left_out_in_every_form(published: Record, demo_record: Record) -> None:
    assert published.published and published.published.excerpts
    told = published.published.excerpts
    assert told.kept < told.characters
    assert len(published.claims) + told.left_out.get("claims", 0) == len(demo_record.claims)
    for form in (render(published), findings_csv(published), summary(published, 200)):
        assert "stand in excerpts" in form
    for form in (render(demo_record), findings_csv(demo_record), summary(demo_record, 200)):
        assert "stand in excerpts" not in form


def test_a_record_in_excerpts_is_not_cut_again(published: Record) -> None:
    assert excerpt(published) is published


def test_the_full_text_is_nowhere(published: Record, demo_record: Record) -> None:
    content = to_json(published).decode()
    for short, whole in zip(published.reports, demo_record.reports, strict=True):
        gone = [line for line in whole.text.split("\n\n") if line not in short.text]
        assert not any(json.dumps(line, ensure_ascii=False)[1:-1] in content for line in gone if len(line) > 90)


SENTENCES = [
    f"The keeper of gate {word} saw the water rise over the meadow."
    for word in "one two three four five six seven eight nine ten".split()
]
TEXT = " ".join(SENTENCES)


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_the_dearest_sentences_are_kept_whole_and_the_rest_goes() -> None:
    resting = [Ground(OTHER, *at(SENTENCES[0])), Ground(DISPUTE, *at("gate nine"), (at("gate nine"),))]
    kept = abridge(TEXT, resting, ExcerptSettings(whole=0.1, share=0.1, least=70)).text
    assert kept == f"{LEFT_OUT} {SENTENCES[8]} {LEFT_OUT}"


def test_a_text_that_is_all_evidence_is_not_republished() -> None:
    resting = [Ground(SINGLE, *at(each), (at(each.split(" saw")[0]),)) for each in SENTENCES]
    changed = abridge(TEXT, resting, ExcerptSettings(least=0))
    assert changed.kept <= 0.5 * len(TEXT)
    assert "The keeper of gate ten […]" not in changed.text


def test_what_cannot_be_missed_keeps_its_words_where_there_is_no_room() -> None:
    words = at("gate seven saw the water rise")
    changed = abridge(TEXT, [Ground(DISPUTE, *at(SENTENCES[6]), (words,))], ExcerptSettings(share=0, whole=0, least=0))
    assert changed.text == f"{LEFT_OUT} gate seven saw the water rise {LEFT_OUT}"


def test_a_text_without_evidence_is_left_out_whole() -> None:
    assert abridge(TEXT, [], ExcerptSettings()).text == LEFT_OUT


def test_omissions_end_paragraphs_where_paragraphs_ended() -> None:
    text = "A mill burned.\n\nNobody was there.\n\nTwo carts were lost."
    changed = abridge(text, [Ground(DISPUTE, 0, 6), Ground(DISPUTE, len(text) - 5, len(text))], ExcerptSettings())
    assert changed.text == "A mill burned.\n\n[…]\n\nTwo carts were lost."


def test_a_sentence_without_end_is_not_kept_whole() -> None:
    text = "word " * 5000
    changed = abridge(text, [Ground(DISPUTE, 500, 504, ((500, 504),))], ExcerptSettings())
    assert changed.kept < 20


def test_removed_furniture_is_cut_too(demo_record: Record) -> None:
    report = demo_record.reports[0]
    long = msgspec.structs.replace(
        report, furniture=(msgspec.structs.replace(furniture(), text="Read more about gates. " * 40),)
    )
    published = excerpt(msgspec.structs.replace(demo_record, reports=(long, *demo_record.reports[1:])))
    assert len(published.reports[0].furniture[0].text) < 100


def furniture() -> Furniture:
    return Furniture(text="", kind="related")
