"""Nobody but the one at the desk can drive it, and nothing that reports bring in can run in it."""

import html
import io
from pathlib import Path

import pytest
from tests.web.conftest import Browser

from rashomon.casebook import Casebook
from rashomon.web import create_app
from rashomon.web.pages.login import local
from rashomon.web.security import HEADERS, Door, named

POSTS = [
    "/sort", "/add/files", "/add/text", "/stories/x/read", "/judge", "/judgements/x/undo", "/judgements/import", "/agreement/code",
    "/agreement/done", "/agreement/adjudicate", "/logout",
]  # fmt: skip
GETS = [
    "/",
    "/news",
    "/add",
    "/judgements",
    "/agreement",
    "/nowhere",
    "/reports/wire.txt",
    "/jobs/none",
    "/judgements.jsonl",
]


def test_every_route_that_changes_something_is_in_the_list(book: Casebook) -> None:
    app = create_app(book)
    posts = {rule.rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    assert posts == {each.replace("/x/", "/<name>/") for each in POSTS} | {"/login"}


@pytest.mark.parametrize("path", POSTS)
def test_a_post_without_the_token_of_a_form_changes_nothing(reader: Browser, path: str) -> None:
    answer = reader.client.post(path, data={"text": "x"})
    assert answer.status_code == 400 and "Nothing was changed" in answer.get_data(as_text=True)


@pytest.mark.parametrize("path", [each for each in POSTS if "undo" not in each and each != "/judge"])
def test_what_changes_something_cannot_be_got(reader: Browser, path: str) -> None:
    assert reader.get(path).status_code == 405


def test_a_post_from_another_site_is_refused(reader: Browser) -> None:
    answer = reader.post("/sort", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


@pytest.mark.parametrize("path", [*GETS, "/assets/x/desk.css", "/fonts/sans-latin.woff2"])
def test_every_answer_has_the_headers(reader: Browser, path: str) -> None:
    headers = reader.get(path).headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store" or path.startswith(("/assets", "/fonts"))


@pytest.mark.parametrize(
    "host",
    [
        "rebound.example",
        "127.0.0.1.rebound.example",
        "localhost.rebound.example:8765",
        "10.0.0.9",
        "[::2]:80",
        "",
        "evil@localhost",
    ],
)
def test_the_desk_answers_under_its_own_names_alone(reader: Browser, host: str) -> None:
    answer = reader.get("/", headers={"Host": host})
    assert answer.status_code in (400, 421) and "Ferry" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("host", ["localhost", "localhost:8765", "127.0.0.1:1", "[::1]:8765", "LOCALHOST"])
def test_its_own_names(reader: Browser, host: str) -> None:
    assert reader.get("/", headers={"Host": host}).status_code == 200


def test_where_it_listens_on_all_addresses_it_answers_to_addresses_and_no_other_names() -> None:
    hosts = {"0.0.0.0", "desk"}
    assert named("192.0.2.7:8765", hosts) and named("[2001:db8::1]", hosts) and named("desk", hosts)
    assert not named("rebound.example", hosts)


def test_the_cookie_is_kept_from_scripts_and_other_sites(reader: Browser) -> None:
    cookie = reader.client.application.test_client().get("/add").headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie


# --- password


@pytest.fixture
def locked(book: Casebook) -> Browser:
    return Browser(create_app(book, password="ship's bell").test_client())


@pytest.mark.parametrize("path", [*GETS, "/assets/x/page.js"])
def test_without_the_password_nothing_is_shown(locked: Browser, path: str) -> None:
    answer = locked.get(path)
    assert (answer.status_code, answer.location.split("?")[0]) == (302, "/login")


def test_the_password_lets_in_and_out(locked: Browser) -> None:
    wrong = locked.post("/login", {"password": "ship"}, on="/login")
    assert wrong.status_code == 401 and "not the password" in wrong.get_data(as_text=True)
    right = locked.post("/login", {"password": "ship's bell", "next": "/news"}, on="/login")
    assert right.location == "/news" and "Log out" in locked.page("/news")
    kept = locked.client.get_cookie("rashomon_desk")
    locked.post("/logout")
    assert locked.get("/news").status_code == 302
    assert kept is not None
    locked.client.set_cookie("rashomon_desk", kept.value)
    assert locked.get("/news").status_code == 302, "who has logged out does not come in again with what he held"


def test_guessing_is_slowed_down(locked: Browser) -> None:
    for _ in range(5):
        locked.post("/login", {"password": "?"}, on="/login")
    answer = locked.post("/login", {"password": "ship's bell"}, on="/login")
    assert answer.status_code == 429 and "Wait" in answer.get_data(as_text=True)


def test_the_door_forgets_no_address_too_early_and_keeps_few() -> None:
    door = Door("a")
    for number in range(3_000):
        door.opens("b", str(number))
    assert len(door._wrong) == 1_000
    assert door.opens("a", "2999") and not door.wait("2999")


@pytest.mark.parametrize(
    "address",
    ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "", None, "/\t/evil.example"],
)
def test_after_the_login_one_stays_on_the_desk(address: str | None) -> None:
    assert local(address) == "/"


# --- what comes in

HOSTILE = """<script>alert(1)</script> "ferry" <img src=x onerror=alert(1)> burns off Tarn

</textarea><script>alert(2)</script> Nine people were killed off Tarn on Tuesday, <b onmouseover=alert(3)>Mara Tolk</b> said. {{ 7 * 7 }} </title>
"""


def test_hostile_reports_stay_text(own_book: Casebook, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(HOSTILE)
    own_book.add(tmp_path / "x.txt")
    name = own_book.story("x.txt").id if own_book.sort() else ""
    desk = Browser(create_app(own_book).test_client())
    record = own_book.record(name)
    paths = [
        "/",
        "/news",
        "/reports/x.txt",
        f"/stories/{name}",
        f"/judge?story={name}&of=story&on={name}",
        f"/stories/{name}/downloads",
    ]
    paths += [f"/judge?story={name}&of=claim&on={claim.id}" for claim in record.claims[:2]]
    paths += [f"/entities/{entity.id}" for entity in record.entities[:2]]
    for path in paths:
        raw = desk.get(path).get_data(as_text=True)
        assert "<script>alert" not in raw and "<img src=x" not in raw and "<b onmouse" not in raw, path
        assert "49" not in html.unescape(raw).split("alert(3)")[-1][:60], path


def test_uploads_are_bounded_with_a_clear_sentence(desk: Browser) -> None:
    large = desk.post(
        "/add/files", {"files": (io.BytesIO(b"x" * 310_000), "x.txt")}, content_type="multipart/form-data"
    )
    assert large.status_code == 413 and "300 KB" in large.get_data(as_text=True)
    many = desk.post(
        "/add/files", {"files": [(io.BytesIO(b"x"), f"{n}.txt") for n in range(4)]}, content_type="multipart/form-data"
    )
    assert many.status_code == 400 and "4 files; 3 is the most" in many.get_data(as_text=True)
    pasted = desk.post("/add/text", {"text": "word " * 30_000})
    assert pasted.status_code == 413


def test_errors_tell_no_path_and_no_trace(desk: Browser, own_book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("/home/someone/secret.sqlite is gone")

    monkeypatch.setattr(own_book, "find", broken)
    answer = desk.get("/")
    text = answer.get_data(as_text=True)
    assert (
        answer.status_code == 500
        and "secret" not in text
        and "Traceback" not in text
        and "Something went wrong" in text
    )
    assert answer.headers["Content-Security-Policy"]
