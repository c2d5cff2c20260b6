"""A judgement is made with a form, shapes the record, stands in the log, and can be taken back."""

import re

import pytest
from tests.web.conftest import Browser

from rashomon.casebook import Casebook

WHO = {"why": "The hospital's own list says so", "who": "Ada"}


def ask(story: str, of: str, on: str) -> str:
    return f"/judge?story={story}&of={of}&on={on}"


def judge(desk: Browser, story: str, of: str, on: str, **values: object) -> str:
    """Posts the form; the page of the story after it was brought up to date."""
    answer = desk.post("/judge", {"story": story, "of": of, "on": on, **WHO, **values}, on=ask(story, of, on))
    assert answer.status_code == 302, re.findall(r'class="error".*?</div>', answer.get_data(as_text=True), re.DOTALL)
    return desk.finish(answer.location)


@pytest.fixture
def claim(own_book: Casebook, story: str) -> str:
    found = [each.id for each in own_book.record(story).claims if each.figure and "welve" in each.figure.text]
    return found[0]


@pytest.mark.parametrize("of", ["claim", "finding", "entity", "report", "story"])
def test_there_is_a_form_for_each_thing(reader: Browser, book: Casebook, story: str, of: str) -> None:
    table = {"claim": "claims", "finding": "findings", "entity": "entities", "report": "reports", "story": "stories"}[
        of
    ]
    page = reader.page(ask(story, of, getattr(book.record(story), table)[0].id))
    assert "Your decision" in page and 'name="why"' in page and 'name="who"' in page and "What the record has" in page


def test_a_claim_is_rejected_shown_so_and_taken_back(desk: Browser, own_book: Casebook, story: str, claim: str) -> None:
    judge(desk, story, "claim", claim, act="reject")
    (made,) = own_book.judgements()
    assert (made.judgement.what, made.judgement.who, made.state) == ("reject", "Ada", "holds")
    rejected = next(each for each in own_book.record(story).claims if each.id == claim)
    assert rejected.rejected
    log = desk.page("/judgements")
    assert made.judgement.id in log and "hospital's own list" in log and "Judging as" in log
    undone = desk.post(f"/judgements/{made.judgement.id}/undo", WHO, on=f"/judgements/{made.judgement.id}/undo")
    assert undone.location == "/judgements"
    assert "undone" in desk.page("/judgements")
    assert not next(each for each in own_book.record(story).claims if each.id == claim).rejected


def test_a_field_is_corrected(desk: Browser, own_book: Casebook, story: str, claim: str) -> None:
    judge(desk, story, "claim", claim, act="correct", field="figure", value="at least 14")
    found = next(each for each in own_book.record(story).claims if each.id == claim)
    assert found.figure is not None and found.figure.low == 14


def test_two_entities_are_joined_and_stay_so(desk: Browser, own_book: Casebook, story: str) -> None:
    before = own_book.record(story).entities
    tolk, brandt = (next(each for each in before if name in each.name) for name in ("Tolk", "Brandt"))
    judge(desk, story, "entity", tolk.id, act="join", others=[brandt.id])
    assert len(own_book.record(story).entities) == len(before) - 1


def test_an_outlet_is_rated_and_a_report_moved(desk: Browser, own_book: Casebook, story: str) -> None:
    report = own_book.report("wire.txt").entry.id
    judge(desk, story, "report", report, act="rate", rating="E") if own_book.report("wire.txt").entry.outlet else None
    judge(desk, story, "report", report, act="split")
    assert len(own_book.stories()) == 3


def test_what_a_form_lacks_stands_beside_its_field(reader: Browser, book: Casebook, story: str) -> None:
    claim = book.record(story).claims[0].id
    path = ask(story, "claim", claim)
    answer = reader.post("/judge", {"story": story, "of": "claim", "on": claim, "act": "confirm"}, on=path)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 400 and 'id="why-wrong"' in page and 'href="#why"' in page and 'id="who-wrong"' in page


def test_a_value_that_cannot_be_is_said_and_what_was_written_stays(
    desk: Browser, own_book: Casebook, story: str, claim: str
) -> None:
    values = {"story": story, "of": "claim", "on": claim, "act": "correct", "field": "date", "value": "some day", **WHO}
    answer = desk.post("/judge", values, on=ask(story, "claim", claim))
    page = answer.get_data(as_text=True)
    assert answer.status_code == 400 and 'role="alert"' in page and 'value="some day"' in page
    assert not own_book.judgements()


@pytest.mark.parametrize(
    "values",
    [
        {"act": "burn"},
        {"act": "join", "others": ["cla1-00000000"]},
        {"act": "correct", "field": "id", "value": "x"},
        {"act": "rate", "rating": "Z"},
    ],
)
def test_what_the_form_does_not_offer_is_refused(
    desk: Browser, own_book: Casebook, story: str, claim: str, values: dict[str, object]
) -> None:
    answer = desk.post(
        "/judge", {"story": story, "of": "claim", "on": claim, **WHO, **values}, on=ask(story, "claim", claim)
    )
    assert answer.status_code == 400 and not own_book.judgements()


def test_a_story_that_was_not_read_is_read_before_it_is_judged(reader: Browser, book: Casebook) -> None:
    name = book.story("bees.txt").id
    assert "has to be read first" in reader.page(ask(name, "story", name))


def test_the_log_goes_out_and_comes_in(desk: Browser, own_book: Casebook, story: str, claim: str) -> None:
    import io

    judge(desk, story, "claim", claim, act="confirm")
    content = desk.get("/judgements.jsonl").data
    assert content.count(b"\n") == 1
    data = {"file": (io.BytesIO(content), "log.jsonl")}
    answer = desk.post("/judgements/import", data, content_type="multipart/form-data", follow_redirects=True)
    assert "0 judgements added, 1 there before" in answer.get_data(as_text=True)
    assert desk.post("/judgements/import").status_code == 400


def test_two_coders_differ_and_one_settles_it(desk: Browser, own_book: Casebook, story: str, claim: str) -> None:
    own_book.confirm(claim, why="It stands there", by="Ada", story=story)
    own_book.reject(claim, why="It is another fire", by="Ben", story=story)
    path = f"/agreement?story={story}"
    page = desk.page(path)
    assert "Ada" in page and "Ben" in page and "alpha" in page and 'name="judgement"' in page
    taken = next(each.judgement.id for each in own_book.judgements() if each.judgement.who == "Ada")
    settled = desk.post(
        "/agreement/adjudicate", {"story": story, "judgement": taken, **WHO}, on=path, follow_redirects=True
    )
    assert "Settled by" in settled.get_data(as_text=True)
    assert own_book.judgements()[-1].judgement.final


def test_coders_are_named_and_say_that_they_are_done(desk: Browser, story: str) -> None:
    path = f"/agreement?story={story}"
    named = desk.post("/agreement/code", {"story": story, "coders": "Ada, Ben", **WHO}, on=path, follow_redirects=True)
    assert "Not done yet: <bdi>Ada, Ben" in named.get_data(as_text=True)
    done = desk.post("/agreement/done", {"story": story, **WHO}, on=path, follow_redirects=True)
    assert "Not done yet: <bdi>Ben" in done.get_data(as_text=True)
    assert desk.post("/agreement/code", {"story": story}, on=path).status_code == 400


def test_a_coder_who_is_blind_sees_the_record_that_he_judged(
    desk: Browser, own_book: Casebook, story: str, claim: str
) -> None:
    own_book.code(story, "Ada", "Ben", why="Two of us", by="Lead")
    own_book.reject(claim, why="Another fire", by="Ben", story=story)
    page = desk.finish(desk.post(f"/stories/{story}/read").location)
    assert 'id="record"' in page
    page = judge(desk, story, "claim", claim, act="confirm")
    assert 'id="record"' in page
    seen = own_book.record(story, make=False, seen_by="Ada")
    assert seen is not None and not next(each for each in seen.claims if each.id == claim).rejected


def test_an_id_leads_to_what_it_means(reader: Browser, book: Casebook, story: str) -> None:
    record = book.record(story)
    for name, there in (
        (record.claims[0].id, f"/stories/{story}"),
        (record.findings[0].id, f"/stories/{story}#{record.findings[0].id}"),
        (f"{record.reports[0].id}@3-9", f"/reports/{record.reports[0].id}"),
        (story, f"/stories/{story}"),
    ):
        assert reader.get(f"/where/{name}").location == there
    assert reader.get("/where/xyz1-00000000").status_code == 404


def test_who_codes_blind_is_shown_his_own_judgements_alone(
    desk: Browser, own_book: Casebook, story: str, claim: str
) -> None:
    own_book.code(story, "Ada", "Ben", why="Two coders a story", by="Cai")
    own_book.reject(claim, why="Ben holds it for another fire", by="Ben", story=story)
    desk.finish(desk.post(f"/stories/{story}/read").location)
    shown = f"/stories/{story}/download?form=json"
    assert "another fire" not in desk.page(shown)  # nobody knows yet who looks
    judge(desk, story, "claim", claim, act="confirm")
    assert WHO["why"] in desk.page(shown)
    for path in (shown, "/judgements", "/news?since=2020-01-01", f"/agreement?story={story}"):
        assert "another fire" not in desk.page(path), path
    for who in ("Ada", "Ben"):
        own_book.done(story, why="All judged", by=who)
    assert "another fire" in desk.page("/judgements")
    assert "another fire" in desk.page(f"/agreement?story={story}")
