"""Each page shows what its Casebook call gave, to whoever asks."""

import json

import pytest
from tests.web.conftest import Browser

from rashomon.casebook import Casebook


def test_the_stories_are_listed_with_what_is_known_of_them(reader: Browser) -> None:
    page = reader.page("/")
    assert "2 stories in the casebook" in page
    assert "Ferry" in page and "Beekeepers of Tarn Valley" in page
    assert "2 → 2" in page and "not yet" in page


@pytest.mark.parametrize(
    ("asked", "there", "gone"),
    [
        ("text=honey", "Beekeepers", "Ferry burns"),
        ("status=unread", "Beekeepers", "Ferry burns"),
        ("place=Lorrin", "Ferry", "Beekeepers"),
        ("party=Tolk", "Ferry", "Beekeepers"),
        ("new=1", "Beekeepers", "No story has all that"),
    ],
)
def test_stories_are_found(reader: Browser, asked: str, there: str, gone: str) -> None:
    page = reader.page(f"/?{asked}")
    assert there in page and gone not in page


def test_what_cannot_be_asked_is_said(reader: Browser) -> None:
    answer = reader.get("/?since=yesterday")
    assert answer.status_code == 400 and 'role="alert"' in answer.get_data(as_text=True)


def test_a_page_beyond_the_last_is_empty_and_no_error(reader: Browser) -> None:
    assert reader.get("/?page=99999999999999999999").status_code == 200
    assert reader.get("/?page=-4").status_code == 200


def test_a_story_that_was_read_is_its_page_with_links_to_judge(reader: Browser, story: str) -> None:
    page = reader.page(f"/stories/{story}")
    assert 'data-desk=""' in page and 'id="record"' in page
    assert f"/judge?story={story}&of=story&on={story}" in page and f"/stories/{story}/downloads" in page


def test_a_story_that_was_not_read_offers_to_read_it(reader: Browser, book: Casebook) -> None:
    page = reader.page(f"/stories/{book.story('bees.txt').id}")
    assert "not read yet" in page and '<form class="notice" method="post"' in page and "bees.txt" in page


def test_a_story_is_read_in_the_background(desk: Browser, own_book: Casebook) -> None:
    name = own_book.story("bees.txt").id
    answer = desk.post(f"/stories/{name}/read")
    assert answer.status_code == 302
    page = desk.finish(answer.location)
    assert 'id="record"' in page and own_book.record(name, make=False) is not None


def test_a_report_shows_its_text_with_evidence(reader: Browser, book: Casebook, story: str) -> None:
    report = book.record(story).reports[0]
    page = reader.page(f"/reports/{report.id}")
    assert "<mark" in page and "of=claim&on=cla" in page and "Whose words" in page
    assert f"of=report&on={report.id}" in page


def test_a_report_of_a_story_that_was_not_read_is_plain(reader: Browser) -> None:
    page = reader.page("/reports/bees.txt")
    assert "honey prices" in page and "<mark" not in page


def test_an_entity_shows_its_words_over_stories(reader: Browser, book: Casebook, story: str) -> None:
    entity = next(each for each in book.record(story).entities if each.name == "Mara Tolk")
    page = reader.page(f"/entities/{entity.id}")
    assert "Mara Tolk" in page and "<b>Mara Tolk</b>" in page and f"of=entity&on={entity.id}" in page


def test_what_is_new_lists_reports_and_stories(reader: Browser) -> None:
    page = reader.page("/news")
    assert "3 reports" in page and "Beekeepers" in page
    assert "0 reports" in reader.page("/news?since=2999-01-01")
    assert reader.get("/news?since=tomorrow").status_code == 400


FORMS = [("json", "application/json"), ("csv", "text/csv"), ("html", "text/html"), ("markdown", "text/markdown"), ("ucdp", "text/csv"), ("annotations", "application/ld+json"), ("geojson", "application/geo+json")]  # fmt: skip


@pytest.mark.parametrize(("form", "media"), FORMS)
def test_a_story_is_downloaded_under_a_plain_name(reader: Browser, story: str, form: str, media: str) -> None:
    answer = reader.get(f"/stories/{story}/download?form={form}")
    assert answer.mimetype == media
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=ferry-")


def test_excerpts_leave_out_the_texts(reader: Browser, story: str) -> None:
    whole = json.loads(reader.get(f"/stories/{story}/download?form=json").data)
    cut = json.loads(reader.get(f"/stories/{story}/download?form=json&excerpts=1").data)
    assert "published" in cut and "published" not in whole


def test_names_of_private_persons_are_replaced(reader: Browser, story: str) -> None:
    answer = reader.get(f"/stories/{story}/download?form=json&redact=1&private=Ivo+Brandt")
    assert b"Ivo Brandt" not in answer.data and b"Mara Tolk" in answer.data


@pytest.mark.parametrize(
    "path",
    [
        "/stories/sto1-00000000",
        "/reports/nobody.txt",
        "/entities/ent1-00000000",
        "/jobs/none",
        "/nowhere",
        "/judge?of=moon&on=x",
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(reader: Browser, path: str) -> None:
    answer = reader.get(path)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 404 and "Traceback" not in text and "<h1>" in text


@pytest.mark.parametrize("path", ["/", "/news", "/add", "/judgements", "/agreement", "/reports/wire.txt"])
def test_pages_have_landmarks_one_heading_and_labels(reader: Browser, path: str) -> None:
    page = reader.page(path)
    assert '<main id="main"' in page and '<nav aria-label="Desk"' in page and page.count("<h1") == 1
    assert 'lang="en"' in page and "style=" not in page and "onclick" not in page


def test_style_script_and_fonts_are_the_desks_own(reader: Browser, story: str) -> None:
    import re

    for path in ("/", f"/stories/{story}"):
        page = reader.page(path)
        found = re.findall(r'(?:href|src)="(/assets/[^"]+)"', page)
        assert found and all(reader.get(each).status_code == 200 for each in found)
        assert not re.findall(r'(?:href|src)="https?:', page)
    assert reader.get("/fonts/sans-latin.woff2").mimetype == "font/woff2"
    assert reader.get("/fonts/..%2fpage.woff2").status_code == 404
