"""How the page folds: copies under their text, texts under the rest, rows in other orders, a single report as a list."""

from pathlib import Path
from typing import Any

import pytest

from rashomon.casebook import Casebook
from rashomon.model.record import Record
from rashomon.publish.page import render

HEADS = ".mx .names th:not(.k0)"


@pytest.fixture
def one_report(demo_book: Casebook, tmp_path: Path) -> str:
    """The address of a page of one report alone."""
    said = tmp_path / "said.txt"
    said.write_text(
        "A ferry burned off Port Velm on 3 March 2031. Twelve people were injured, the harbour master said."
    )
    file = tmp_path / "one.html"
    file.write_text(render(demo_book.read(said)), encoding="utf-8")
    return file.as_uri()


def test_a_text_opens_to_the_reports_that_carry_it_and_folds_again(opened: Any, demo_page: str) -> None:
    page = opened(demo_page)
    folded = page.locator(HEADS).all_inner_texts()
    count = page.locator(".names [data-unfold]").first
    many = int(count.inner_text().split()[0])
    assert many > 1
    count.click()
    assert page.locator(f"{HEADS} a.hd").count() == many
    assert page.locator(".unfolded").is_visible() and page.locator("#live").inner_text().startswith("Columns:")
    page.locator(".unfolded [data-unfold]").click()
    assert page.locator(HEADS).all_inner_texts() == folded


def test_texts_that_have_no_room_stand_in_one_column_and_can_be_stepped_to(opened: Any, demo_page: str) -> None:
    page = opened(demo_page, width=1000)
    first = page.locator(HEADS).all_inner_texts()
    assert "other voice" in first[-1] and page.locator(".mx .tallied, .mx td:last-child .ent").count()
    page.locator(".names [data-from]").click()
    second = page.locator(HEADS).all_inner_texts()
    assert set(first[:-1]).isdisjoint(second[:-1])
    page.locator(".names [data-from]").click()
    assert page.locator(HEADS).all_inner_texts() == first


def test_arrows_lead_into_the_heads_and_back(opened: Any, demo_page: str) -> None:
    page = opened(demo_page)
    page.locator(".mx .cell").first.focus()
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.matches('.names .hd')")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.mx .cell')")


def test_rows_stand_in_the_order_that_is_chosen(opened: Any, demo_page: str) -> None:
    page = opened(demo_page)
    assert page.locator("[name=order]:checked").input_value() == "dispute"
    statuses = page.locator(".mx .rh .s b").all_inner_texts()
    assert statuses == sorted(statuses, key=lambda status: status not in ("contested", "corrected"))
    page.locator("[name=order][value=heading]").check()
    assert page.locator(".mx .grp").first.inner_text() == "The toll"
    page.locator("[name=order][value=day]").check()
    days = page.locator(".mx .grp").all_inner_texts()
    assert len(days) > 1 and days[-1] == "Of no single day" and "March" in days[0]
    assert len(page.locator(".mx .rh").all()) == len(statuses)


def test_one_text_is_shown_once_and_its_copies_by_name(opened: Any, demo_page: str) -> None:
    page = opened(demo_page)
    page.locator(".mx tr.f", has_text="How many people were killed in Port Sorrel?").locator(".rh").click()
    assert page.locator(".copies a").count()
    words = page.locator(".ev1").all_inner_texts()
    assert len(words) == len(set(words))


def test_a_single_report_is_a_list_of_its_sentences(opened: Any, one_report: str) -> None:
    page = opened(one_report)
    assert "nothing to compare" in page.locator("#head").inner_text()
    assert page.locator(".legend, .orders").count() == 0
    line = page.locator(".mx .cell .line").first
    assert line.locator("b").inner_text() in line.locator(".w").inner_text() != line.locator("b").inner_text()
    page.locator(".mx .cell").first.click()
    assert page.locator(".mx tr.ev .se").first.is_visible()


def test_a_report_is_found_by_words_of_its_text(opened: Any, demo_page: str, demo_record: Record) -> None:
    page = opened(demo_page)
    (report, *_) = demo_record.reports
    page.locator("#find-report").fill(report.text[40:90].split("\n")[0])
    assert 0 < page.locator(".rep").count() < len(demo_record.reports)
    assert page.locator(f"#rep-{report.id}").is_visible()
    other = next(row.id for row in demo_record.reports if not page.locator(f"#rep-{row.id}").count())
    page.evaluate(f"location.hash = 'rep-{other}'")
    page.locator(f"#rep-{other}[open]").wait_for()
    assert page.locator(".rep").count() == len(demo_record.reports)
