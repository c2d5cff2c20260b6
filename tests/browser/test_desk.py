"""The desk as an analyst works at it: a story is read, a claim rejected, two entities merged, a text added; all in a real browser."""

from typing import Any

import pytest

FIRE = "At least nine people were killed on 12 March 2024 in a fire at the fuel depot in the harbour of Port Sorrel."


@pytest.fixture
def story(opened: Any, desk: str) -> Any:
    """The page of the demo's story, which is read where it was not read yet or was judged since."""
    page = opened(desk + "/")
    page.locator("table a, .rows a").first.click()
    up_to_date(page)
    return page


def up_to_date(page: Any) -> None:
    """Waits for the record, and has it made where nobody has yet."""
    button = page.get_by_role("button", name="Read it").or_(page.get_by_role("button", name="Bring it up to date"))
    if button.count():
        button.click()
    page.locator(".mx .cell").first.wait_for(timeout=180_000)


def test_a_story_is_read_with_live_progress_and_its_cells_open(story: Any) -> None:
    cell = story.locator(".mx .cell:has(.agree)").first
    words = cell.locator(".w").first.inner_text()
    cell.click()
    assert story.locator(".mx tr.ev .fo").first.inner_text() == words


def test_merged_entities_stay_merged_when_reports_come_in(story: Any, opened: Any, desk: str) -> None:
    at = story.url.split("#")[0]
    story.locator("a.judge[href*='of=entity']").first.click()
    one, others = story.locator("h1").inner_text(), story.get_by_label("Together with")
    story.locator("input[name=act][value=join]").check()
    other = next(name for name in others.locator("option").all_inner_texts() if one not in name).split(" (")[0]
    others.select_option(label=next(name for name in others.locator("option").all_inner_texts() if other in name))
    story.get_by_label("Why", exact=False).fill("One and the same")
    story.get_by_label("Who", exact=False).fill("ada")
    story.get_by_role("button", name="Judge").click()
    up_to_date(story)
    assert other in names_of_the_first_entity(story)
    add(opened, desk, f"{FIRE} {one} spoke of it again on Thursday, and {other} was in Port Sorrel.")
    page = opened(at)
    up_to_date(page)
    assert other in names_of_the_first_entity(page)
    assert "One and the same" in opened(desk + "/judgements").locator("main").inner_text()


def names_of_the_first_entity(page: Any) -> str:
    page.locator("a.judge[href*='of=entity']").first.click()
    return " ".join(page.locator(text).first.inner_text() for text in ("h1", "dl.kv"))


def add(opened: Any, desk: str, text: str) -> Any:
    page = opened(desk + "/add")
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_role("button", name="Add the text").click()
    page.locator("progress").wait_for(state="detached", timeout=120_000)
    return page


def test_hostile_words_stay_words(opened: Any, desk: str) -> None:
    add(opened, desk, '<img src=x onerror="document.title=1"><script>document.title="taken"</script> A barge sank at Port Sorrel on Friday.')  # fmt: skip
    page = opened(desk + "/?text=barge")
    assert page.title().startswith("Stories")
    page.locator("main a[href*='/stories/']").first.click()
    page.locator("a[href*='/reports/']").first.click()
    assert '<img src=x onerror="document.title=1">' in page.locator("main").inner_text()
    assert page.title() != "1" and page.evaluate("!document.querySelector('main script, main img')")


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("at", ["/", "/news", "/add", "/judgements", "/agreement"])
def test_axe_finds_no_serious_fault_at_the_desk(opened: Any, desk: str, at: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing: `make test-browser` adds it.")  # fmt: skip
    page = opened(desk + at, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = axe.Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found if each["impact"] in ("serious", "critical")] == []  # fmt: skip


def test_a_story_is_found_and_opened_by_keyboard_alone(opened: Any, desk: str) -> None:
    page = opened(desk + "/")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name === 'text'"):
            break
    page.keyboard.type("harbour")
    page.keyboard.press("Enter")
    page.wait_for_url("**text=harbour**")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('main a[href*=\"/stories/\"]')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/**")
