"""The judge is tested on a small record made by hand, which holds, and on the demo's; each test breaks one thing in it."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from rashomon.casebook import to_json
from rashomon.model.record import Record
from rashomon.verify import TABLES, is_single, numbers_in, verify

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
        "voices": ["v1", "v2"],
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
    assert "is no single person" in messages(record)[0]


def judge(record: dict[str, Any], **said: Any) -> None:
    """A judgement on the first claim, which the claim names."""
    row = {
        "id": f"j{len(record['judgements'])}",
        "who": "ada",
        "when": "2031",
        "why": "seen",
        "of": "claim",
        "on": ["c1"],
        **said,
    }
    record["judgements"].append(row)
    record["claims"][0].setdefault("judged", []).append(row["id"])


def corrected(record: dict[str, Any], value: str, **numbers: Any) -> dict[str, Any]:
    claim = record["claims"][0]
    claim["machine"] = {"fields": ["figure"], "figure": dict(claim["figure"])}
    claim["figure"] |= {"low": None, "best": None, "high": None, **numbers}
    judge(record, what="correct", field="figure", value=value)
    return claim


def test_a_number_that_a_person_corrected_stands_in_the_persons_words(record: dict[str, Any]) -> None:
    claim = corrected(record, "10 to 14", low=10, high=14)
    assert messages(record) == []
    claim["figure"]["high"] = 40
    assert messages(record) == ["claims[c1]: 40 does not stand in '10 to 14'"]


def test_a_corrected_number_without_the_judgement_is_refused(record: dict[str, Any]) -> None:
    claim = corrected(record, "14", best=14)
    assert messages(record) == []
    claim["judged"] = []
    assert any("no judgement says so" in message for message in messages(record))
    del claim["machine"]
    assert "claims[c1]: 14 does not stand in 'At least 12 guards'" in messages(record)


@pytest.mark.parametrize(
    "change", [{"on": ["c2"]}, {"what": "confirm"}, {"field": "date"}, {"of": "finding"}, {"value": "13"}]
)
def test_a_judgement_of_something_else_bears_no_number_out(record: dict[str, Any], change: dict[str, Any]) -> None:
    corrected(record, "14", best=14)
    record["judgements"][0] |= change
    assert messages(record) != []


def test_what_was_read_before_is_checked_too(record: dict[str, Any]) -> None:
    corrected(record, "14", best=14)["machine"]["figure"]["best"] = 99
    assert messages(record) == ["claims[c1]: as it was read: 99 does not stand in 'At least 12 guards'"]


def test_a_rejected_claim_answers_nothing_and_a_judgement_says_so(record: dict[str, Any]) -> None:
    record["claims"][0]["rejected"] = True
    assert any("it is rejected, and no judgement says so" in message for message in messages(record))
    judge(record, what="reject")
    assert messages(record) == ["findings[f1]: it rests on c1, which a person rejected"]
    del record["claims"][0]["rejected"]
    assert messages(record) == ["claims[c1]: it is not rejected, though a judgement says so"]


def test_other_corrected_fields_are_what_the_judgement_says(record: dict[str, Any]) -> None:
    claim = record["claims"][0]
    claim["machine"], claim["modality"] = {"fields": ["modality"], "modality": "asserted"}, "denied"
    judge(record, what="correct", field="modality", value="denied")
    assert messages(record) == []
    claim["modality"] = "planned"
    assert messages(record) == ["claims[c1]: its modality is 'planned', and the judgement says 'denied'"]


def test_a_rating_that_nobody_gave(record: dict[str, Any]) -> None:
    record["reports"][0]["reliability"] = {"value": "E", "who": "ada", "why": "seen", "judgement": "j0"}
    assert messages(record) == ["reports[r1]: its outlet is rated E, and no judgement says so"]
    rating = {
        "id": "j0",
        "who": "ada",
        "when": "2031",
        "why": "seen",
        "what": "rate",
        "of": "outlet",
        "on": ["The Gazette"],
        "value": "E",
    }
    record["judgements"].append(rating)
    assert messages(record) == []


def test_an_outlet_is_corrected_by_a_judgement_alone(record: dict[str, Any]) -> None:
    record["reports"][0] |= {"machine": {"fields": ["outlet"], "outlet": "Gazette"}, "judged": ["j0"]}
    record["judgements"].append(
        {
            "id": "j0",
            "who": "ada",
            "when": "2031",
            "why": "seen",
            "what": "correct",
            "of": "report",
            "on": ["r1"],
            "field": "outlet",
            "value": "The Gazette",
        }
    )
    assert messages(record) == []
    record["judgements"][0]["value"] = "The Bugle"
    assert any("'The Bugle'" in message for message in messages(record))


def test_an_estimate_of_a_person_is_the_persons(record: dict[str, Any]) -> None:
    rules = ("ucdp", "acled", "latest_official", "mode_by_voice", "median_by_voice", "min_max")
    record["findings"][0]["estimates"] = {rule: {"why": "x"} for rule in rules} | {
        "analyst": {"low": 10, "high": 14, "why": "ada: seen"}
    }
    assert messages(record) == ["findings[f1]: analyst: no judgement gives it"]
    judge(record, what="correct", of="finding", field="estimate", value="10 to 14")
    record["claims"][0]["judged"], record["findings"][0]["judged"] = [], ["j0"]
    assert messages(record) == []
    record["findings"][0]["estimates"]["analyst"]["high"] = 40
    assert messages(record) == ["findings[f1]: analyst: 40 does not stand in '10 to 14'"]


def test_families_are_counted_again_where_they_are_given(record: dict[str, Any]) -> None:
    record["findings"][0]["support"]["families"] = 1
    assert messages(record) == []
    record["findings"][0]["support"]["families"] = 2
    assert messages(record) == ["findings[f1]: support.families is 2, its claims give 1"]


def test_an_outlet_has_one_family(record: dict[str, Any]) -> None:
    other = {**record["reports"][0], "id": "r2", "source": "b.txt", "family": "Nordlys Group"}
    record["reports"].append(other)
    assert any("has None" in message and "Nordlys Group" in message for message in messages(record))


def test_support_is_counted_again(record: dict[str, Any]) -> None:
    record["findings"][0]["support"]["speakers"] = 2
    assert messages(record) == ["findings[f1]: support.speakers is 2, its claims give 1"]


def test_unnamed_sources_count_one_together(record: dict[str, Any]) -> None:
    other = copy.deepcopy(record["claims"][0]) | {"id": "c3"}
    record["claims"].append(other)
    record["manifest"]["tables"]["claims"] = 3
    for row in (record["claims"][0], other):
        row["attribution"] = [{"name": "the ministry", "type": "unnamed", "voice": None}]
    record["findings"][0]["answers"][0] |= {"claims": ["c1", "c3"], "voices": ["v1"]}
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


def test_characters_that_nobody_sees_tell_no_words_apart(record: dict[str, Any]) -> None:
    assert (
        messages(record, {"a.txt": TEXT.replace("guards", "gu\u200bar\u200dds").replace("12", "\u2060\u202e12\u202c")})
        == []
    )


def test_a_source_that_was_not_given(record: dict[str, Any]) -> None:
    assert "is not among the reports given" in messages(record, {})[0]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1,000 people", 1000), ("two dozen men", 24), ("half a dozen", 6), ("dozens", 24), ("no casualties", 0), ("3.5 million", 3_500_000),
        ("three hundred and forty-two", 342), ("a two-fold increase", 2), ("doubling", 2), ("1.2bn", 1_200_000_000), ("twenty-one", 21),
        ("two and a half", 2.5), ("70 to 90", 90), ("１２ people", 12), ("10 to 30 million jobs", 10_000_000), ("2,600 2007", 2600), ("trebled", 3), ("fivefold", 5), ("400 737 jets", 400), ("12 000 people", 12_000),
    ],
)  # fmt: skip
def test_numbers_are_read_from_words(words: str, number: float) -> None:
    assert number in numbers_in(words)


@pytest.mark.parametrize(("words", "number"), [("about 40", 41), ("dozens", 12), ("twenty-one", 22), ("hundreds", 200)])
def test_numbers_are_not_made_up(words: str, number: float) -> None:
    assert number not in numbers_in(words)


@pytest.mark.parametrize(
    "words", ["a man", "the 12-year-old boy", "A third, unidentified victim", "Ada Lund, 43,", "one guard"]
)
def test_a_single_person_may_have_an_age(words: str) -> None:
    assert is_single(words)


@pytest.mark.parametrize("words", ["two guards", "dozens", "several people", "hundreds of them", "a man and 3 boys"])
def test_several_are_no_single_person(words: str) -> None:
    assert not is_single(words)


Row = dict[str, Any]


def first(rows: list[Row], *having: str) -> Row:
    """The first row in which all these fields are set and not empty."""
    return next(row for row in rows if all(row.get(name) for name in having))


def with_relation(record: Row, kind: str | None = None) -> Row:
    return next(f for f in record["findings"] if any(kind in (None, r["kind"]) for r in f["relations"]))


def put(row: Row, name: str, value: Any) -> None:
    row[name] = value


def a_figure(record: Row) -> Row:
    return next(
        c for c in record["claims"] if c.get("figure") and c["figure"].get("best") and not c["figure"]["implied"]
    )


def an_event(record: Row) -> Row:
    return next(c for c in record["claims"] if (c.get("event") or {}).get("targets"))


def a_statement(record: Row) -> Row:
    return next(c for c in record["claims"] if (c.get("statement") or {}).get("speaker_start") is not None)


def of_two_voices(record: Row) -> tuple[Row, Row]:
    one = record["reports"][0]
    return one, next(report for report in record["reports"] if report["voice"] != one["voice"])


def joined(record: Row) -> Row:
    return next(row for row in record["lineage"] if row.get("origin") and row["kind"] == "copy" and row["share"] > 0.9)


def split(record: Row) -> None:
    """Two reports that are one text are said to be two: a copy made into a witness."""
    derived = next(report for report in record["reports"] if report["id"] == joined(record)["derived"])
    first(record["voices"], "id")["reports"].append(derived["id"])
    derived["voice"] = record["voices"][0]["id"]


def merge(record: Row) -> None:
    """Two texts that lineage does not tie are said to be one."""
    one, other = of_two_voices(record)
    record["lineage"] = []
    next(voice for voice in record["voices"] if voice["id"] == one["voice"])["reports"].append(other["id"])
    other["voice"] = one["voice"]


def chained(record: Row) -> Row:
    return first(record["claims"], "attribution")["attribution"][0]


def answer(record: Row) -> Row:
    found: Row = first(record["findings"], "answers")["answers"][0]
    return found


def second_answer(record: Row) -> Row:
    found: Row = next(f for f in record["findings"] if len(f["answers"]) > 1)["answers"][1]
    return found


def series(record: Row) -> list[Row]:
    """The points of a series over more than one day."""
    found: list[Row] = next(
        f["series"] for f in record["findings"] if len({p.get("published") for p in f.get("series", ())}) > 2
    )
    return found


def withdrawn(record: Row) -> Row:
    """A number that was taken back by a report that came out later."""
    out = {row["id"]: row.get("published") or "" for row in record["reports"]}
    told = {row["id"]: out[row["report"]] for row in record["claims"]}
    points = [p for f in record["findings"] for p in f.get("series", ()) if p.get("withdrawn")]
    found: Row = next(p for p in points if told[p["claim"]] < told[p["withdrawn"]["claim"]])
    return found


def said_to_leave_out(record: Row) -> tuple[Row, str, list[str]]:
    """The row of a report whose leading answers it gives itself (which row stands first hangs on where the demo lies)."""
    for row in record["omissions"]:
        told = [f["id"] for f in record["findings"] if row["report"] in f["answers"][0]["reports"]]
        if told:
            return row, "findings", told[:1]
    raise AssertionError("no report that leaves something out gives a leading answer")


FORGERIES: dict[str, Callable[[Row], object]] = {
    "a word of the text is changed": lambda r: put(r["reports"][0], "text", r["reports"][0]["text"].replace("e", "a", 40)),
    "the text is cut short": lambda r: put(r["reports"][0], "text", r["reports"][0]["text"][:60]),
    "a quotation is improved": lambda r: put(r["claims"][0], "quote", r["claims"][0]["quote"] + "!"),
    "a claim is moved by one": lambda r: put(r["claims"][0], "start", r["claims"][0]["start"] + 1),
    "a claim is given to another report": lambda r: put(r["claims"][0], "report", r["reports"][-1]["id"]),
    "a toll is raised": lambda r: put(a_figure(r)["figure"], "best", a_figure(r)["figure"]["best"] + 1),
    "a toll gets an upper end": lambda r: put(a_figure(r)["figure"], "high", 4_321),
    "a figure is called implied": lambda r: a_figure(r)["figure"].update(implied=True, low=1, best=1, high=1, text="x"),
    "a figure's words lie outside its claim": lambda r: a_figure(r)["figure"].update(start=0, end=1, text=r["reports"][0]["text"][0]),
    "an answer's number is raised": lambda r: put(first(r["findings"], "estimates")["answers"][0], "best", 4_321),
    "a source's name is changed": lambda r: put(chained(r), "name", "a senior official"),
    "a source's offsets are changed": lambda r: put(chained(r), "start", 0),
    "a source speaks with no voice of the record": lambda r: put(chained(r), "voice", "voi1-0000"),
    "a cue lies outside the text": lambda r: put(chained(r), "cue_end", 99_999),
    "a target's words are changed": lambda r: put(an_event(r)["event"]["targets"][0], "text", "children"),
    "a speaker's name is changed": lambda r: put(a_statement(r)["statement"], "speaker", "Nobody"),
    "a statement's content is beyond the text": lambda r: put(a_statement(r)["statement"], "content_end", 99_999),
    "a date's words are changed": lambda r: put(first(r["times"], "date")["date"], "text", "last year"),
    "a claim's date stands nowhere": lambda r: put(first(r["claims"], "date")["date"], "text", "32 March"),
    "support counts a report more": lambda r: put(r["findings"][0]["support"], "reports", 99),
    "support counts an outlet more": lambda r: put(r["findings"][0]["support"], "outlets", 99),
    "support counts a text more": lambda r: put(r["findings"][0]["support"], "texts", 99),
    "support counts a family more": lambda r: put(r["findings"][0]["support"], "families", 99),
    "support counts a speaker more": lambda r: put(r["findings"][0]["support"], "speakers", 99),
    "a single voice is called agreement": lambda r: put(
        next(f for f in r["findings"] if f["status"] == "single" and not f["relations"]), "status", "agreed"
    ),
    "a conflict is hushed up": lambda r: put(with_relation(r, "conflict"), "status", "updated"),
    "a relation is dropped": lambda r: with_relation(r)["relations"].pop(),
    "a relation names no answer": lambda r: put(with_relation(r)["relations"][0], "b", 99),
    "an answer loses its claims": lambda r: put(answer(r), "claims", []),
    "an answer gains a report": lambda r: put(answer(r), "reports", [report["id"] for report in r["reports"]]),
    "an answer gains a voice": lambda r: put(answer(r), "voices", [voice["id"] for voice in r["voices"]]),
    "an answer's words are another claim's": lambda r: put(answer(r)["words"][0], "claim", r["findings"][-1]["answers"][0]["claims"][0]),
    "a second answer's support is raised": lambda r: put(second_answer(r)["support"], "texts", 99),
    "a point of a series is raised": lambda r: put(series(r)[0], "best", 4_321),
    "a point of a series is dropped": lambda r: series(r).pop(),
    "a series is turned about": lambda r: series(r).reverse(),
    "a point of a series has another speaker": lambda r: put(series(r)[0], "speaker", "nobody"),
    "a withdrawal's words lie outside the text": lambda r: put(withdrawn(r)["withdrawn"], "end", 99_999),
    "a withdrawal is hidden from who repeats it": lambda r: put(series(r)[0], "repeats_withdrawn", True),
    "a number is repeated before it was withdrawn": lambda r: put(withdrawn(r), "repeats_withdrawn", True),
    "a gap is about no row": lambda r: put(first(r["gaps"], "on"), "on", ["cla1-0000"]),
    "a copy is made a voice of its own": split,
    "two texts are made one": merge,
    "a claim's origin is made up": lambda r: put(r["claims"][0], "origin", r["voices"][0]["id"]),
    "a share is above all": lambda r: put(joined(r), "share", 1.5),
    "a copied passage is beyond the text": lambda r: put(first(r["lineage"], "passages")["passages"][0], "derived", [0, 99_999]),
    "a mention is empty": lambda r: r["entities"][0]["mentions"][0].update(start=5, end=5),
    "a mention is in no report": lambda r: put(r["entities"][0]["mentions"][0], "report", "rep1-0000"),
    "a link leads to no claim": lambda r: put(r["links"][0]["to"], "claim", "cla1-0000"),
    "a line of the time line is made up": lambda r: put(r["timeline"][0], "text", "Nobody was hurt."),
    "a line of the time line stands elsewhere": lambda r: put(r["timeline"][0], "span", [0, 3]),
    "a line of the time line is in no report": lambda r: put(r["timeline"][0], "report", "rep1-0000"),
    "a report is said to leave out what it says": lambda r: put(*said_to_leave_out(r)),
    "a report is dropped": lambda r: r["reports"].pop(),
    "a finding is dropped": lambda r: r["findings"].pop(),
    "an entity stands twice": lambda r: r["entities"].append(copy.deepcopy(r["entities"][0])),
    "a rejected input is hidden": lambda r: put(r["manifest"], "rejected", 3),
    "the manifest is dropped": lambda r: r.pop("manifest"),
    "a row is no row": lambda r: r["claims"].append("a claim"),
    "an id is no text": lambda r: put(r["claims"][0], "id", ["c"]),
}  # fmt: skip


@pytest.fixture(scope="module")
def demo_bytes(demo_record: Record) -> bytes:
    return to_json(demo_record)


def test_the_demo_holds(demo_bytes: bytes) -> None:
    assert messages(json.loads(demo_bytes)) == []


def lends(origin: str, words: str) -> dict[str, Any]:
    """r1 has these words of another report."""
    span = [TEXT.index(words), TEXT.index(words) + len(words)]
    passage = {"derived": span, "origin": span}
    return {"derived": "r1", "origin": origin, "kind": "excerpt", "direction": "undetermined", "share": 0.8, "passages": [passage], "why": "x"}  # fmt: skip


@pytest.mark.parametrize("alone", [True, False])
def test_an_excerpt_joins_only_a_report_that_belongs_to_no_other_text(record: dict[str, Any], alone: bool) -> None:
    first = record["reports"][0]
    record["reports"].append({**first, "id": "r2", "voice": "v3"})
    record["voices"].append({"id": "v3", "name": "The Courier", "kind": "outlet", "reports": ["r2"]})
    record["lineage"] = [lends("r2", TEXT[:60])]
    if not alone:
        record["reports"].append({**first, "id": "r3"})
        record["voices"][0]["reports"] = ["r1", "r3"]
        record["lineage"].append({**lends("r3", TEXT), "kind": "copy"})
    assert any("the two have a voice each" in message for message in messages(record)) == alone


def test_of_two_texts_of_one_length_either_may_be_the_shorter(record: dict[str, Any]) -> None:
    record["reports"].append({**record["reports"][0], "id": "r2", "voice": "v3"})
    record["voices"].append({"id": "v3", "name": "The Courier", "kind": "outlet", "reports": ["r2"]})
    row = lends("r2", TEXT[:60])
    row["passages"][0]["origin"] = [0, 20]
    record["lineage"] = [row]
    assert not any("the two have a voice each" in message for message in messages(record))


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_record_is_found_out(forgery: str, demo_bytes: bytes) -> None:
    record = json.loads(demo_bytes)
    FORGERIES[forgery](record)
    assert messages(record)


# -- forged rows of the tables about a story


@pytest.fixture
def whole(record: dict[str, Any]) -> dict[str, Any]:
    """The record with estimates, a timeline, an omission, gaps and a judgement, all of which hold."""
    other = {**record["reports"][0], "id": "r2", "source": "b.txt", "outlet": "The Herald", "voice": "v3"}
    third = {**other, "id": "r3", "source": "c.txt", "outlet": "The Post", "voice": "v4"}
    record["reports"] += [other, third]
    record["stories"][0]["reports"] = ["r1", "r2", "r3"]
    for voice, name in (("v3", "r2"), ("v4", "r3")):
        record["voices"].append({"id": voice, "name": name, "kind": "outlet", "reports": [name]})
    record["stories"].append({"id": "s2", "title": "y", "reports": []})
    official = copy.deepcopy(record["claims"][0]) | {"id": "c3"}
    official["attribution"][0] |= {"type": "official"}
    vague = claim(
        "c4", "At least 12 guards were killed", figure=figure("At least 12 guards", low=12, best=12, high=None)
    )
    record["claims"] += [official, vague | {"report": "r2"}]
    record["manifest"] |= {"read": 3, "tables": {"claims": 4}}
    finding = record["findings"][0]
    finding["answers"][0] |= {"claims": ["c1", "c3"]}
    same = {"low": 12, "best": 12, "high": 12, "why": "The only figure."}
    finding["estimates"] = {rule: dict(same) for rule in ("ucdp", "acled", "mode_by_voice", "median_by_voice")}
    finding["estimates"] |= {
        "latest_official": {"low": 12, "best": 12, "high": None, "why": "The newest."},
        "min_max": {"low": 12, "best": None, "high": 12, "why": "Both."},
    }
    two = copy.deepcopy(finding) | {"id": "f2", "status": "agreed", "estimates": None}
    two["answers"][0] |= {"claims": ["c1", "c4"], "reports": ["r1", "r2"], "voices": ["v1", "v2", "v3"]}
    two["support"] = {"reports": 2, "outlets": 2, "texts": 2, "speakers": 2}
    record["findings"].append(two)
    day = {
        "story": "s1",
        "start": "2031-05-02",
        "end": "2031-05-02",
        "claims": ["c1"],
        "voices": ["v1"],
        "salience": 0.5,
    }
    told = {**day, "report": "r1", "span": [0, 64], "text": TEXT[:64], "modality": "asserted"}
    record["timeline"] = [told, told | {"start": "2031-05-03", "end": "2031-05-04"}]
    record["omissions"] = [{"story": "s1", "report": "r3", "findings": ["f2"]}]
    record["gaps"] = [{"story": "s1", "kind": "one-voice", "on": ["f1"], "text": "One voice."}]
    record["judgements"] = [
        {
            "id": "j1",
            "who": "Ann",
            "when": "2031-05-05T00:00:00Z",
            "what": "split",
            "on": ["r1"],
            "against": ["r2"],
            "why": "Two.",
        }
    ]
    return record


def test_the_whole_record_holds(whole: dict[str, Any]) -> None:
    assert messages(whole) == []


Forgery = Callable[[dict[str, Any]], Any]


@pytest.mark.parametrize(
    ("forge", "found"),
    [
        (lambda r: r["judgements"][0].update(on=["r9"]), "judgements[j1]: 'r9' is no row of reports"),
        (lambda r: r["judgements"][0].update(against=["f1"]), "judgements[j1]: 'f1' is no row of reports"),
        (lambda r: r["judgements"][0].update(what="rewrite"), "judgements[j1]: 'rewrite' is no kind of judgement"),
        (lambda r: r["judgements"][0].update(who=""), "judgements[j1]: it does not say who"),
        (lambda r: estimate(r, "acled").update(low=13, best=13, high=13), "acled: low is 13, which none of its claims"),
        (lambda r: estimate(r, "min_max").update(high=400), "min_max: high is 400, which none of its claims gives"),
        (lambda r: estimate(r, "mode_by_voice").update(high=None), "mode_by_voice: it gives more than one number"),
        (lambda r: estimate(r, "latest_official").update(high=12), "latest_official: no official body gives it"),
        (lambda r: estimate(r, "ucdp").update(low=12, best=0), "ucdp: its low, best and high are not in order"),
        (lambda r: estimate(r, "ucdp").update(why=""), "ucdp: it gives no reason"),
        (lambda r: r["findings"][0]["estimates"].pop("acled"), "its estimates are by latest_official"),
        (lambda r: r["findings"][0].update(group="gossip"), "findings[f1]: its group is 'gossip'"),
        (lambda r: r["findings"][0].update(story="s2"), "findings[f1]: r1 is no report of its story"),
        (lambda r: r["timeline"][0].update(span=[3, 64]), "is not what stands at [3, 64) of r1"),
        (lambda r: r["timeline"][0].update(end="2031-05-01"), "2031-05-02 to 2031-05-01 is no span of days"),
        (lambda r: r["timeline"][0].update(start="soon"), "soon to 2031-05-02 is no span of days"),
        (lambda r: r["timeline"][1].update(salience=1.5), "timeline[1]: its salience is 1.5"),
        (lambda r: r["timeline"][1].update(modality="certain"), "timeline[1]: its modality is 'certain'"),
        (lambda r: r["timeline"].reverse(), "timeline: it is not in order of time"),
        (lambda r: r["omissions"][0].update(findings=["f1"]), "omissions[0]: fewer than two other voices carry f1"),
        (lambda r: r["omissions"][0].update(story="s2"), "omissions[0]: r1 is no report of its story"),
        (lambda r: r["gaps"][0].update(on=["f2"]), "gaps[0]: it is about a finding that more than one voice answers"),
        (lambda r: r["gaps"][0].update(story="s2"), "gaps[0]: r1 is no report of its story"),
    ],
)
def test_each_forgery_is_found(whole: dict[str, Any], forge: Forgery, found: str) -> None:
    forge(whole)
    assert any(found in message for message in messages(whole)), messages(whole)


def estimate(record: dict[str, Any], rule: str) -> dict[str, Any]:
    row: dict[str, Any] = record["findings"][0]["estimates"][rule]
    return row


def test_words_are_coded_as_acled_codes_them(whole: dict[str, Any]) -> None:
    """ "Several hundred" is 100 for ACLED, and no number of the record's."""
    whole["claims"][0]["figure"] |= {"text": "Several hundred guards"}
    estimate(whole, "acled").update(low=100, best=100, high=100)
    assert not [message for message in messages(whole) if "acled" in message]
