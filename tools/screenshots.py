"""Takes the pictures of docs/images with the Chromium that is there: `make screenshots`. All of them show the demo, an invented happening."""

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import sync_playwright

from rashomon import demo
from rashomon.casebook import Casebook
from rashomon.publish.page import render

IMAGES = Path(__file__).parent.parent / "docs" / "images"
COLOURS = 64


class Shot(NamedTuple):
    """A picture: of which part of the page, how wide the window, in which scheme, and what is clicked before."""

    name: str
    part: str | None
    width: int = 1440
    height: int = 900
    scheme: str = "light"
    click: str | None = None


PAGE = (
    Shot("page", None, height=1900),
    Shot("page-dark", None, scheme="dark"),
    Shot("page-phone", None, width=390, height=844),
    Shot("evidence", "#matrix", click=".mx .cell:has(.conflict)"),
    Shot("figures", "#figures"),
    Shot("lineage", "#lineage"),
    Shot("places", "#places"),
)


@contextmanager
def chromium() -> Iterator[Any]:
    path = os.environ.get("RASHOMON_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        raise SystemExit("No Chromium was found: install it, or name it in RASHOMON_CHROMIUM.")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def take(browser: Any, address: str, shot: Shot) -> None:
    page = browser.new_page(viewport={"width": shot.width, "height": shot.height}, color_scheme=shot.scheme)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    if address.startswith("file:"):
        page.wait_for_selector("html[data-drawn]", state="attached")
    if shot.click:
        page.locator(shot.click).first.click()
    picture = page.locator(shot.part).screenshot() if shot.part else page.screenshot()
    page.close()
    save(picture, IMAGES / f"{shot.name}.png")


def save(picture: bytes, file: Path) -> None:
    """With few colours: a fifth of the bytes, and nothing that is seen."""
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS).save(file, optimize=True)
    print(f"{file.relative_to(IMAGES.parent.parent)}: {file.stat().st_size:,} bytes")


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, chromium() as browser:
        book = Casebook(Path(folder))
        file = Path(folder) / "demo.html"
        file.write_text(render(book.read(demo.REPORTS)), encoding="utf-8")
        for shot in PAGE:
            take(browser, file.as_uri(), shot)
        book.close()


if __name__ == "__main__":
    main()
