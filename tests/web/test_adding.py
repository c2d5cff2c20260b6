"""Reports come in by upload and by paste, and the page says what became of them."""

import io

from tests.web.conftest import FERRY, Browser

from rashomon.casebook import Casebook

THIRD = "Third boat burns off Lorrin\n\nA third boat burned off Lorrin on Tuesday and nine people were killed, the coast guard said.\n"


def test_files_are_added_and_their_stories_named(desk: Browser, own_book: Casebook) -> None:
    answer = desk.post(
        "/add/files", {"files": (io.BytesIO(THIRD.encode()), "third.txt")}, content_type="multipart/form-data"
    )
    page = desk.finish(answer.location)
    assert "1 report added" in page and "/stories/sto" in page and "1 new report of" in page
    assert own_book.report("third.txt").report.text.startswith("A third boat")


def test_what_is_there_already_and_what_cannot_be_read_is_said(desk: Browser) -> None:
    files = [
        (io.BytesIO(FERRY[0].encode()), "wire.txt"),
        (io.BytesIO(b"%PDF-1.4"), "scan.pdf"),
        (io.BytesIO(THIRD.encode()), "third.txt"),
    ]
    page = desk.finish(desk.post("/add/files", {"files": files}, content_type="multipart/form-data").location)
    assert "1 input could not be read" in page and "scan.pdf could not be read. This kind of file" in page


def test_nothing_but_refused_files_says_why(desk: Browser) -> None:
    page = desk.finish(
        desk.post("/add/files", {"files": (io.BytesIO(b" "), "empty.txt")}, content_type="multipart/form-data").location
    )
    assert "This did not work" in page and "The file is empty" in page


def test_a_name_with_folders_is_no_path(desk: Browser, own_book: Casebook) -> None:
    answer = desk.post(
        "/add/files", {"files": (io.BytesIO(THIRD.encode()), "../../etc/third.txt")}, content_type="multipart/form-data"
    )
    desk.finish(answer.location)
    assert own_book.report("third.txt").entry.source == "third.txt"


def test_a_text_is_pasted_with_what_is_known_of_it(desk: Browser, own_book: Casebook) -> None:
    fields = {
        "text": THIRD,
        "title": "Third boat burns",
        "outlet": "Lorrin Post",
        "published": "2031-05-07",
        "url": "https://post.example/3",
    }
    page = desk.finish(desk.post("/add/text", fields).location)
    assert "1 report added" in page
    report = own_book.report("pasted.jsonl#Third boat burns").report
    assert (report.outlet, report.published, report.url) == ("Lorrin Post", "2031-05-07", "https://post.example/3")


def test_an_empty_form_says_what_it_lacks_beside_the_field(desk: Browser) -> None:
    answer = desk.post("/add/text", {"title": "No text"})
    page = answer.get_data(as_text=True)
    assert (
        answer.status_code == 400
        and 'id="text-wrong"' in page
        and 'value="No text"' in page
        and 'aria-invalid="true"' in page
    )
    assert desk.post("/add/files").status_code == 400


def test_how_far_it_is_can_be_asked_without_script(desk: Browser) -> None:
    answer = desk.post("/add/text", {"text": THIRD})
    told = desk.get(f"{answer.location}.json").get_json()
    assert set(told) == {"state", "stage", "done", "total"}
    desk.finish(answer.location)
