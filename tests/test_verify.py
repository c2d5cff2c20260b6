"""The judge is tested on a small record made by hand, which holds; each test breaks one thing in it."""

import copy
from typing import Any

import pytest

from rashomon.verify import TABLES, numbers_in, verify

TEXT = "At least 12 guards were killed in Marrow Bay, the ministry said.\n\nOne man was detained."


def claim(key: str, words: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {
        "id": key, "report": "r1", "start": start, "end": start + len(words), "quote": words, "kind": "figure",
        "attribution": [], "modality": "asserted", **more,
    }  # fmt: skip


def figure(words: str, **numbers: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"measure": "killed", "text": words, "start": start, "end": start + len(words), **numbers}


@pytest.fixture
def record() -> dict[str, Any]:
    ministry = {"name": "the ministry", "voice": "v2", "start": TEXT.index("the ministry"), "end": TEXT.index(" said")}
    killed = claim(
        "c1",
        "At least 12 guards were killed",
        figure=figure("At least 12 guards", low=12, best=12, high=None),
        attribution=[ministry],
    )
    held = claim("c2", "One man was detained", figure=figure("One man", low=1, best=1, high=1))
    report = {
        "id": "r1",
        "source": "a.txt",
        "text": TEXT,
        "outlet": "The Gazette",
        "language": "en",
        "credits": [],
        "furniture": [],
        "voice": "v1",
        "story": "s1",
    }
    answer = {
        "value": "at least 12",
        "words": [{"claim": "c1", "start": 0, "end": 18}],
        "claims": ["c1"],
        "reports": ["r1"],
        "voices": ["v2"],
    }
    finding = {
        "id": "f1", "story": "s1", "kind": "figure", "question": "How many guards were killed?", "group": "toll", "answers": [answer],
        "relations": [], "status": "single", "support": {"reports": 1, "outlets": 1, "texts": 1, "speakers": 1}, "why": "One report.",
    }  # fmt: skip
    tables: dict[str, Any] = {name: [] for name in TABLES}
    tables |= {
        "reports": [report], "stories": [{"id": "s1", "title": "x", "reports": ["r1"]}], "claims": [killed, held], "findings": [finding],
        "voices": [{"id": "v1", "name": "The Gazette", "kind": "outlet", "reports": ["r1"]}, {"id": "v2", "name": "the ministry", "kind": "institution", "reports": ["r1"]}],
    }  # fmt: skip
    return {"schema": "rashomon-record/1", "manifest": {"read": 1, "rejected": 0, "tables": {"claims": 2}}, **tables}


def messages(record: dict[str, Any], sources: dict[str, str] | None = None) -> list[str]:
    return [str(discrepancy) for discrepancy in verify(record, sources)]


def test_a_sound_record_holds(record: dict[str, Any]) -> None:
    assert messages(record) == []
    assert messages(record, {"a.txt": f"Share this!\n{TEXT}\n"}) == []


def test_a_quotation_that_is_not_in_the_text(record: dict[str, Any]) -> None:
    record["claims"][0]["quote"] = "At least 13 guards were killed"
    assert "is not what stands at" in messages(record)[0]


def test_an_offset_beyond_the_text(record: dict[str, Any]) -> None:
    record["claims"][1]["end"] = 10_000
    assert any("does not lie in the text" in message for message in messages(record))


def test_a_number_that_no_word_says(record: dict[str, Any]) -> None:
    record["claims"][0]["figure"]["high"] = 40
    assert messages(record) == ["claims[c1]: 40 does not stand in 'At least 12 guards'"]


def test_an_implied_one_must_have_no_other_number(record: dict[str, Any]) -> None:
    record["claims"][0]["figure"] |= {"implied": True, "low": 1, "best": 1, "high": 1}
    assert "an implied one" in messages(record)[0]


def test_support_is_counted_again(record: dict[str, Any]) -> None:
    record["findings"][0]["support"]["speakers"] = 2
    assert messages(record) == ["findings[f1]: support.speakers is 2, its claims give 1"]


def test_unnamed_sources_count_one_together(record: dict[str, Any]) -> None:
    other = copy.deepcopy(record["claims"][0]) | {"id": "c3"}
    record["claims"].append(other)
    record["manifest"]["tables"]["claims"] = 3
    for row in (record["claims"][0], other):
        row["attribution"] = [{"name": "the ministry", "type": "unnamed", "voice": None}]
    record["findings"][0]["answers"][0]["claims"] = ["c1", "c3"]
    assert messages(record) == []


def test_a_reference_to_no_row(record: dict[str, Any]) -> None:
    record["reports"][0]["voice"] = "v9"
    assert any("'v9' is no row of voices" in message for message in messages(record))


def test_an_id_that_stands_twice(record: dict[str, Any]) -> None:
    record["voices"][1]["id"] = "v1"
    assert any("stands twice" in message for message in messages(record))


def test_a_manifest_that_counts_wrong(record: dict[str, Any]) -> None:
    record["manifest"]["tables"]["claims"] = 5
    assert messages(record) == ["manifest: claims has 2 rows, the manifest says 5"]


def test_a_missing_table_is_named(record: dict[str, Any]) -> None:
    del record["frames"]
    assert messages(record) == ["record: the table frames is missing or is no list"]


def test_a_row_of_another_shape_is_a_discrepancy_and_no_crash(record: dict[str, Any]) -> None:
    record["claims"][0]["attribution"] = 7
    assert "shape of the contract" in messages(record)[0]


def test_a_paragraph_that_the_source_does_not_hold(record: dict[str, Any]) -> None:
    found = messages(record, {"a.txt": TEXT.replace("One man was detained.", "Two men were detained.")})
    assert found == ["reports[r1]: this paragraph does not stand in the source: 'One man was detained.'"]


def test_markup_in_the_source_is_passed_over(record: dict[str, Any]) -> None:
    page = "<style>p{}</style><p>At least <b>12</b> guards were <a href='x'>killed</a> in Marrow Bay, the ministry said.</p><p>One man was detained.</p>"
    assert messages(record, {"a.txt": page}) == []


def test_a_source_that_was_not_given(record: dict[str, Any]) -> None:
    assert "is not among the reports given" in messages(record, {})[0]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1,000 people", 1000), ("two dozen men", 24), ("half a dozen", 6), ("dozens", 24), ("no casualties", 0), ("3.5 million", 3_500_000),
        ("three hundred and forty-two", 342), ("a two-fold increase", 2), ("doubling", 2), ("1.2bn", 1_200_000_000), ("twenty-one", 21),
        ("two and a half", 2.5), ("70 to 90", 90), ("１２ people", 12), ("12 000 people", 12_000),
    ],
)  # fmt: skip
def test_numbers_are_read_from_words(words: str, number: float) -> None:
    assert number in numbers_in(words)


@pytest.mark.parametrize(("words", "number"), [("about 40", 41), ("dozens", 12), ("twenty-one", 22), ("hundreds", 200)])
def test_numbers_are_not_made_up(words: str, number: float) -> None:
    assert number not in numbers_in(words)
