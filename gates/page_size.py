"""How large the page of a record is, and how soon it answers: one invented happening told by more and more reports.

    python gates/page_size.py [--sizes 5 50 500] [--save]

The times are those of headless Chromium, of the largest story of each record: until head and matrix stand and answer, and until all sections
are drawn and the check is made; the median of three. They are left out, with a word, where Chromium or Playwright is not found. `--save` pins the
figures in gates/speed.json. Ends with status 1 where a page is larger or slower than it may be.
"""

import argparse
import gzip
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from one_story import one_story
from pinned import pin, rounded

from rashomon.casebook import Casebook
from rashomon.publish import page

SIZES = (5, 50, 500)
MOST_KILOBYTES = {5: 650, 500: 6000}
MOST_MILLISECONDS = 2000
INTERACTIVE, DRAWN = "milliseconds until it answers", "milliseconds until all is drawn and checked"
RUNS = 3


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args(arguments)
    found = {size: measured(size) for size in options.sizes}
    tables = {f"{size} reports": figures for size, figures in found.items()}
    for title, figures in tables.items():
        print(f"\n{title}")
        for name, figure in figures.items():
            print(f"  {name:<50}{rounded(figure):>12,}")
    if options.save:
        pin("page", tables)
    if over := [words for size, figures in found.items() for words in too_much(size, figures)]:
        sys.exit("\n".join(over))


def too_much(size: int, figures: dict[str, float]) -> list[str]:
    limits = {"kilobytes of the page": MOST_KILOBYTES.get(size), INTERACTIVE: MOST_MILLISECONDS}
    return [
        f"{size} reports: {name}: {rounded(figures[name])}, but {most} at most"
        for name, most in limits.items()
        if most and figures.get(name, 0) > most
    ]


def measured(size: int) -> dict[str, float]:
    rows = [
        {"id": report.id, "title": report.title, "outlet": report.outlet, "published": report.published, "text": report.text}
        for report in one_story(size)
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        file.write_text("\n".join(json.dumps(row) for row in rows))
        record = Casebook(None).read(file)
    whole, body = page.render(record).encode(), msgspec.json.encode(record)
    largest = max(record.stories, key=lambda story: len(story.reports))
    return times(whole, f"#story/{largest.id}") | {
        "kilobytes of the page": len(whole) / 1000,
        "of which the packed record": len(page.embedded(record)) / 1000,
        "kilobytes of the record as JSON": len(body) / 1000,
        "the record packed by gzip, a share of it": len(gzip.compress(body, mtime=0)) / len(body),
        "claims": len(record.claims),
        "findings": len(record.findings),
    }


def times(page: bytes, address: str) -> dict[str, float]:
    """Milliseconds from the opening of the file, by the page's own marks."""
    chromium = os.environ.get("RASHOMON_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        chromium = None
    if not chromium:
        print("No times: Chromium or Playwright was not found (make test-browser lays Playwright in).", file=sys.stderr)
        return {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder) / "page.html"
        file.write_bytes(page)
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        runs = [marks(browser, file.as_uri() + address) for _ in range(RUNS)]
        browser.close()
    return {name: statistics.median(run[name] for run in runs) for name in (INTERACTIVE, DRAWN)}


def marks(browser: Any, address: str) -> dict[str, float]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address)
    page.wait_for_selector("html[data-drawn]", state="attached")
    at = "name => performance.getEntriesByName(name)[0].startTime"
    found = {INTERACTIVE: page.evaluate(at, "interactive"), DRAWN: page.evaluate(at, "drawn")}
    page.close()
    return found


if __name__ == "__main__":
    main()
