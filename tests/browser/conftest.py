"""A real browser on real pages. `make test-browser` lays in what it needs; without Chromium or Playwright these tests are skipped.

Every page that a test opens is watched: an error on the console, an exception or a request to outside fails the test.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any, NoReturn

import pytest

from rashomon import demo
from rashomon.casebook import Casebook
from rashomon.model.record import Record
from rashomon.publish.page import render
from rashomon.web.serving import serve

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# Without the flags on networking Chromium asks its maker for updates at every start.
_FLAGS = ("--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip
Opened = Callable[..., Any]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser, headless."""
    path = os.environ.get("RASHOMON_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if not path:
        _missing("No Chromium was found: install it (Debian's package chromium), or name it in RASHOMON_CHROMIUM.")
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        _missing("Playwright is missing: `make test-browser` adds it.")
    root = hasattr(os, "geteuid") and os.geteuid() == 0  # whom Chromium runs only without its sandbox
    with sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(executable_path=path, args=[*_FLAGS, *(["--no-sandbox"] if root else [])])
        except Error as error:
            _missing(f"{path} cannot be started here: {str(error).splitlines()[0]}")
        yield browser
        browser.close()


def _missing(what: str) -> NoReturn:
    """`make test` goes on without a browser; `make test-browser` is asked for it, and fails."""
    if os.environ.get("RASHOMON_BROWSER_TESTS") == "required":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture
def opened(chromium: Any) -> Iterator[Opened]:
    """Opens an address and waits until it is drawn; `width`, `height` and what else Playwright's `new_context` takes."""
    faults: list[str] = []
    contexts: list[Any] = []

    def open_page(address: str, *, width: int = 1440, height: int = 900, **settings: Any) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": height}, **settings)
        contexts.append(context)
        page = context.new_page()
        own = address.split("/", 3)[:3]
        page.on("console", lambda message: message.type == "error" and faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"exception: {error}"))
        page.on("request", lambda request: _inside(request.url, own) or faults.append(f"asked for {request.url}"))
        page.goto(address)
        if address.startswith("file:"):
            page.wait_for_selector("html[data-drawn]", state="attached")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults


def _inside(address: str, own: list[str]) -> bool:
    return address.startswith(("data:", "blob:")) or address.split("/", 3)[:3] == own


@pytest.fixture(scope="session")
def demo_page(demo_record: Record, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the demo's page on disk."""
    file: Path = tmp_path_factory.mktemp("page") / "demo.html"
    file.write_text(render(demo_record), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk on a casebook of its own, which holds the demo's reports."""
    book = Casebook(tmp_path_factory.mktemp("desk"))
    book.add(demo.REPORTS)
    served = serve(book, host="127.0.0.1", port=0, password=None)
    Thread(target=served.run, daemon=True).start()
    yield served.address.rstrip("/")
