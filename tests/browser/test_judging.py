"""What a reader of a page from disk judges is taken away as rows that the program takes in."""

import json
from pathlib import Path
from typing import Any

from rashomon.casebook import Casebook
from rashomon.model.record import Record
from rashomon.publish.page import render


def test_judgements_made_on_the_page_can_be_imported(opened: Any, demo_page: str, tmp_path: Path) -> None:
    page = opened(demo_page)
    page.locator(".mx .rh").first.click()
    page.locator(".ev1 [data-act=reject]").first.click()
    form = page.locator(".ev1 .act")
    form.locator("[name=why]").fill('The "tape" <b> says otherwise.')
    form.locator("[name=who]").fill("Cora Dell")
    form.locator("[name=who]").press("Enter")
    assert page.locator(".act").count() == 0
    assert "rejected" in page.locator(".kept").inner_text()
    page.locator(".eh [data-act=confirm]").click()
    assert page.locator(".eh [name=who]").input_value() == "Cora Dell"
    page.locator(".eh [name=why]").fill("As I read it.")
    page.locator(".eh [data-keep]").click()
    assert "2 judgements" in page.locator("#tray").inner_text()
    with page.expect_download() as download:
        page.locator("#take").click()
    file = tmp_path / "judgements.jsonl"
    download.value.save_as(file)
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [(row["what"], row["of"]) for row in rows] == [("reject", "claim"), ("confirm", "finding")]
    book = Casebook(tmp_path / "book")
    with file.open("rb") as lines:
        book.import_judgements(lines)
    assert {each.judgement.why for each in book.judgements()} == {'The "tape" <b> says otherwise.', "As I read it."}
    book.close()


def test_a_judgement_without_a_reason_is_not_kept(opened: Any, demo_page: str) -> None:
    page = opened(demo_page)
    page.locator(".mx .rh").first.click()
    page.locator(".ev1 [data-act=note]").first.click()
    page.locator(".ev1 [data-keep]").click()
    assert page.locator(".act [role=alert]").inner_text() and page.locator("#tray").is_hidden()
    page.locator(".act [name=why]").press("Escape")
    assert page.locator(".act").count() == 0 and page.locator(".mx tr.ev").is_visible()
    assert page.evaluate("document.activeElement.closest('.acts') !== null")


def test_where_a_desk_serves_the_page_links_lead_to_its_form(opened: Any, demo_record: Record, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(render(demo_record, desk="/desk"), encoding="utf-8")
    page = opened(file.as_uri())
    page.locator(".mx .rh").first.click()
    page.locator(".rep > summary").first.click()
    assert page.locator("[data-act]").count() == 0
    for of in ("finding", "claim", "entity", "report"):
        link = page.locator(f"a.judge[href*='of={of}&']").first.get_attribute("href")
        assert link.startswith(f"/desk/judge?story={demo_record.stories[0].id}&of={of}&on=")
