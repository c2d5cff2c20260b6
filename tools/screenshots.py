"""Takes the pictures of docs/images with the Chromium that is there: `make screenshots`. All of them show the demo, an invented happening."""

import io
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import sync_playwright

from rashomon import demo
from rashomon.casebook import Casebook
from rashomon.publish.page import render
from rashomon.web.serving import serve

IMAGES = Path(__file__).parent.parent / "docs" / "images"
COLOURS = 128


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
    Shot("page-evidence", None, height=620, click=".mx .cell:has(.conflict)"),
    Shot("page-figures", "#figures"),
)

# Pictures of the desk, each with the beginning of the address that it is taken at; STORY, CLAIM and REPORT stand for those of the demo.
DESK = (
    (Shot("desk-stories", None, height=420), "/"),
    (Shot("desk-report", None, height=1100), "/reports/REPORT"),
    (Shot("desk-judge", None, height=900), "/judge?story=STORY&of=claim&on=CLAIM&act=correct"),
    (Shot("desk-judge-phone", None, width=390, height=844, scheme="dark"), "/judge?story=STORY&of=claim&on=CLAIM"),
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
        page.locator(shot.click).first.evaluate("cell => scrollTo(0, scrollY + cell.getBoundingClientRect().top - 260)")
        page.mouse.move(0, 0)
    picture = page.locator(shot.part).screenshot() if shot.part else page.screenshot()
    page.close()
    save(picture, IMAGES / f"{shot.name}.png")


def save(picture: bytes, file: Path) -> None:
    """With few colours: a fifth of the bytes, and nothing that is seen."""
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE).save(
        file, optimize=True
    )
    print(f"{file.relative_to(IMAGES.parent.parent)}: {file.stat().st_size:,} bytes")


@contextmanager
def desk(book: Casebook) -> Iterator[str]:
    """The address of a desk on the casebook."""
    served = serve(book, host="127.0.0.1", port=0, password=None)
    thread = threading.Thread(target=served.run, daemon=True)
    thread.start()
    yield served.address.rstrip("/")
    served.close()
    thread.join(10)


def take_desk(browser: Any, folder: Path) -> None:
    book = Casebook(folder)
    with ExitStack() as files:  # by their names alone, as no folder of this machine is to be seen
        book.add(files=[(path.name, files.enter_context(path.open("rb"))) for path in sorted(demo.REPORTS.iterdir())])
    record = book.record()
    claim = next(each for each in record.claims if each.figure and each.attribution)
    stands_for = {"STORY": record.stories[0].id, "CLAIM": claim.id, "REPORT": "gazette.txt"}
    with desk(book) as address:
        for shot, path in DESK:
            for name, value in stands_for.items():
                path = path.replace(name, value)
            take(browser, address + path, shot)
    book.close()


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, chromium() as browser:
        book = Casebook(Path(folder))
        file = Path(folder) / "demo.html"
        file.write_text(render(book.read(demo.REPORTS)), encoding="utf-8")
        for shot in PAGE:
            take(browser, file.as_uri(), shot)
        book.close()
        take_desk(browser, Path(folder) / "desk")


if __name__ == "__main__":
    main()
