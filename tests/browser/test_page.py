"""The page of a record as a reader meets it: opened from disk, clicked, read by keyboard, printed."""

from typing import Any

import pytest

from rashomon.model.record import Record


def test_a_cell_opens_on_the_words_that_prove_it(opened: Any, demo_page: str, demo_record: Record) -> None:
    page = opened(demo_page)
    cell = page.locator(".mx .cell:has(.agree)").first
    words = cell.locator(".w").first.inner_text()
    cell.click()
    evidence = page.locator(".mx tr.ev")
    assert evidence.locator(".fo").first.inner_text() == words
    sentence = " ".join(evidence.locator(".se").first.inner_text().split())
    assert any(sentence in " ".join(report.text.split()) for report in demo_record.reports)


def test_its_address_is_a_citation_that_opens_the_same_cell(opened: Any, demo_page: str) -> None:
    page = opened(demo_page)
    page.locator(".mx .cell:has(.agree .src)").last.click()
    cited, sentence = page.url, page.locator(".mx tr.ev .se").first.inner_text()
    assert "#fin1-" in cited
    assert opened(cited).locator(".mx tr.ev .se").first.inner_text() == sentence


def test_the_rule_switch_lays_another_estimate_over_the_figures(opened: Any, demo_page: str) -> None:
    page = opened(demo_page)
    figures = page.locator("#figures")
    rules = figures.locator("[name=rule]")
    seen = set()
    for number in range(rules.count()):
        rules.nth(number).check()
        seen.add(figures.locator(".body").inner_html())
        assert rules.nth(number).is_checked()
    assert len(seen) == rules.count() > 5


def test_the_matrix_is_read_by_keyboard_alone(opened: Any, demo_page: str) -> None:
    page = opened(demo_page)
    page.locator(".mx [tabindex='0']").focus()
    start = page.evaluate("document.activeElement.outerHTML")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.outerHTML") != start
    assert page.locator(".mx [tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    assert page.locator(".mx tr.ev").is_visible()
    assert page.locator("#live").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".mx tr.ev").count() == 0
    assert page.evaluate("document.activeElement.matches('.mx .cell')")


def test_tab_reaches_every_section_in_order(opened: Any, demo_page: str) -> None:
    page = opened(demo_page)
    sections = []
    for _ in range(400):
        page.keyboard.press("Tab")
        at = page.evaluate("document.activeElement.closest('section')?.id ?? ''")
        if page.evaluate("document.activeElement === document.body"):
            break
        if at and at not in sections:
            sections.append(at)
    drawn = page.evaluate("[...document.querySelectorAll('section[data-view]')].map(section => section.id)")
    assert sections == [each for each in drawn if each in sections]
    assert {"matrix", "figures", "reports"} <= set(sections)


def test_the_page_verifies_itself_and_says_so(opened: Any, demo_page: str) -> None:
    page = opened(demo_page)
    page.wait_for_function("document.getElementById('badge').textContent !== 'verifying'")
    page.locator("#verify summary").click()
    assert "fail" not in page.locator("#verify-pop").inner_text().lower()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_no_serious_fault(opened: Any, demo_page: str, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing: `make test-browser` adds it.")  # fmt: skip
    page = opened(demo_page, width=width, color_scheme=scheme)
    page.locator(".mx .cell").first.click()
    found = axe.Axe().run(page).response["violations"]
    grave = [(each["id"], [node["html"][:200] for node in each["nodes"][:3]]) for each in found if each["impact"] in ("serious", "critical")]  # fmt: skip
    assert grave == []


@pytest.mark.parametrize("width", [390, 768, 1440, 1920])
def test_nothing_is_wider_than_the_screen(opened: Any, demo_page: str, width: int) -> None:
    page = opened(demo_page, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_the_findings_still_stand(opened: Any, demo_page: str, chromium: Any) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo_page)
    assert page.locator("noscript li, main ol li").first.is_visible()
    context.close()


def test_printing_opens_every_report(opened: Any, demo_page: str, demo_record: Record) -> None:
    page = opened(demo_page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".rep[open]").count() == len(demo_record.reports)
    assert len(page.pdf(landscape=True, format="A4")) > 50_000
