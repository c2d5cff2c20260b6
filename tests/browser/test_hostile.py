"""A page drawn from a record of which every string is an attack: nothing of it runs, loads or leads out."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from rashomon.model.record import Record
from rashomon.publish.page import render

_SPEC = importlib.util.spec_from_file_location("hostile_words", Path(__file__).parents[1] / "publish" / "hostile.py")
assert _SPEC and _SPEC.loader
words: Any = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(words)


@pytest.fixture(scope="module")
def address(demo_record: Record, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("hostile") / "page.html"
    file.write_text(render(words.hostile(demo_record)), encoding="utf-8")
    return file.as_uri()


def test_nothing_of_it_runs_wherever_one_clicks(opened: Any, address: str) -> None:
    page = opened(address)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    for selector in (
        ".mx .rh",
        ".mx .cell",
        "#figures a",
        "#days a, #days button",
        "#lineage button",
        ".rep summary",
        "#export summary",
    ):
        for number in range(min(page.locator(selector).count(), 4)):
            page.locator(selector).nth(number).dispatch_event("click")
    page.evaluate("document.querySelectorAll('*').forEach(each => each.dispatchEvent(new MouseEvent('mouseover')))")
    assert page.evaluate(f"window.{words.MARK}") is None
    foreign = "img, iframe, object, embed, form, math, video, script[src], link[rel=stylesheet], a[href^='javascript' i], a[href^='data:text' i], a[href^='//']"
    assert page.locator(foreign).count() == 0
    assert page.evaluate(
        "[...document.querySelectorAll('*')].every(each => [...each.attributes].every(one => !one.name.startsWith('on')))"
    )
    assert page.evaluate(f"window.{words.MARK}") is None


def test_long_words_do_not_push_the_page_wide(opened: Any, address: str) -> None:
    page = opened(address, width=400)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
