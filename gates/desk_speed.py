"""How long the desk takes to answer: every page of it, on a casebook of 10,000 invented reports.

    python gates/desk_speed.py [-n 10000] [--large 60] [--read 40] [--rounds 7] [--work DIR] [--save]

The reports are those of stories_speed.py, and one happening told by `--large` reports (one_story.py); so many stories beside it are read (`--read`). The casebook is made once, which
takes minutes, and used again where `--work` names a folder that holds it. Each page is called once and then `--rounds` times, through Flask's test client: processor time of the
server, one core, without a network. Of a casebook that was there already the seconds of its making are those pinned before. `--save` pins the figures in gates/speed.json. Status 1 where a page takes more than 100 ms.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from one_story import one_story
from pinned import pin, pinned, rounded
from stories_speed import reports

from rashomon.casebook import Casebook
from rashomon.casebook.book import FILE
from rashomon.model.record import Record
from rashomon.model.report import Report

MOST = 100  # milliseconds
A_DAY = 30


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=10_000, help="reports")
    parser.add_argument("--large", type=int, default=60, help="of which tell of one happening")
    parser.add_argument("--read", type=int, default=40, help="stories that are read beside it")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        work = options.work or Path(folder)
        there = (work / FILE).exists()
        made = build(work, options.n, options.large, options.read)
        tables = {"making": pinned("desk").get("making", made) if there else made, **measured(work, options.rounds)}
    for title, figures in tables.items():
        print(f"\n{title}")
        for name, figure in figures.items():
            print(f"  {name:<70}{rounded(figure):>12,}")
    if options.save:
        pin("desk", tables)
    slow = {
        name: figure for title in ("median, ms", "worst, ms") for name, figure in tables[title].items() if figure > MOST
    }
    for name, figure in slow.items():
        print(f"{name} took {figure:.0f} ms; {MOST} is the most.", file=sys.stderr)
    return 1 if slow else 0


def build(work: Path, n: int, large: int, read: int) -> dict[str, float]:
    """The casebook with everything in it; what is there already is not made again."""
    work.mkdir(parents=True, exist_ok=True)
    file = work / "reports.jsonl"
    many = [*one_story(large), *islice(reports(A_DAY, 1), n - large)]
    file.write_text("".join(json.dumps(_row(report)) + "\n" for report in many))
    book = Casebook(work)
    seconds = {"adding, s": _timed(lambda: book.add(file)), "sorting, s": _timed(book.sort)}
    by_size = sorted(book.find().stories, key=lambda story: (-len(story.reports), story.id))
    seconds["reading the large story, s"] = _timed(lambda: book.record(by_size[0].id))
    seconds["reading the others, s"] = _timed(lambda: [book.record(story.id) for story in by_size[1 : read + 1]])
    found = book.find()
    book.close()
    return {
        **seconds,
        "reports": n,
        "stories": found.total,
        "reports of the largest": len(by_size[0].reports),
        "stories read": sum(story.read is not None for story in found.stories),
        "megabytes": sum(path.stat().st_size for path in work.glob("casebook.sqlite*")) / 1e6,
    }


def _row(report: Report) -> dict[str, Any]:
    wanted = ("id", "title", "outlet", "published", "text", "language")
    return {name: getattr(report, name) for name in wanted}


def _timed(work: Callable[[], Any]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def measured(work: Path, rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds of each page: the first call in a process that has opened the casebook, the median and the worst of the others; and what the casebook itself takes
    of them."""
    book = Casebook(work)
    opening = _timed(lambda: book.find(limit=50)) * 1000
    record = book.record(max(book.find().stories, key=lambda story: len(story.reports)).id)
    calls = {**_pages(book, record), **_asked(book, record)}
    first, median, worst = {}, {}, {}
    for name, call in calls.items():
        first[name] = _timed(call) * 1000
        again = [_timed(call) * 1000 for _ in range(rounds)]
        median[name], worst[name] = statistics.median(again), max(again)
    first["the casebook's first list of stories"] = opening
    for name, change in _CHANGES.items():
        after = _after(book, change, rounds)
        first[name], median[name], worst[name] = after[0], statistics.median(after[1:]), max(after[1:])
    book.close()
    return {"first call, ms": first, "median, ms": median, "worst, ms": worst}


def _after(book: Casebook, change: Callable[[Casebook], None], rounds: int) -> list[float]:
    """Milliseconds of lists of stories that each come after a change by another process."""
    taken = []
    for _ in range(rounds + 1):
        change(book)
        taken.append(_timed(lambda: book.find(limit=50)) * 1000)
    return taken


def _logged_elsewhere(book: Casebook) -> None:
    book.store.append("desk speed", {str(time.time()): b""})


def _sorted_elsewhere(book: Casebook) -> None:
    """As it is for a process that knows an older shelf."""
    held = book._catalogue()
    book._held = replace(held, tip=held.tip - 1, holdings=replace(held.holdings, key=""))


_CHANGES = {
    "stories, each time after another process has made or judged something": _logged_elsewhere,
    "stories, each time after another process has sorted the collection": _sorted_elsewhere,
}


def _asked(book: Casebook, record: Record) -> dict[str, Callable[[], Any]]:
    """What the desk asks of the casebook."""
    story, report, entity = _names(book, record)
    word = record.reports[0].title or ""
    return {
        "Casebook.find: newest": lambda: book.find(limit=50, newest=True),
        "Casebook.find: a word that all have": lambda: book.find("the", limit=50),
        "Casebook.find: words": lambda: book.find(word, limit=50),
        "Casebook.find: party, place, status and days": lambda: book.find(
            party="a", place="b", status="single", since="2024-01-01", until="2032-01-01", limit=50
        ),
        "Casebook.story": lambda: book.story(story),
        "Casebook.record": lambda: book.record(story, make=False),
        "Casebook.report": lambda: book.report(report),
        "Casebook.entity": lambda: book.entity(entity),
        "Casebook.where": lambda: book.where(record.claims[0].id),
        "Casebook.news: of all reports": lambda: book.news("2000-01-01"),
        "Casebook.judgements": book.judgements,
    }


def _pages(book: Casebook, record: Record) -> dict[str, Callable[[], Any]]:
    from rashomon.web.app import begin, create_app

    app = create_app(book)
    begin(app)
    client = app.test_client()
    story, report, entity = _names(book, record)
    unread = next(each for each in reversed(book.find().stories) if each.read is None)
    paths = {
        "stories": "/",
        "stories, page 40": "/?page=40",
        "stories with a word": f"/?text={quote((record.reports[0].title or 'the').split()[-1])}",
        "stories with a word that all have": "/?text=the",
        "stories of a party": f"/?party={quote(record.entities[0].name)}",
        "stories that are contested": "/?status=contested",
        "stories of some days": "/?since=2031-05-01&until=2031-06-01",
        "stories with new reports": "/?new=1",
        "a story that was read": f"/stories/{story}",
        "a story that was not": f"/stories/{unread.id}",
        "downloads of a story": f"/stories/{story}/downloads",
        "a report that was read": f"/reports/{report}",
        "a report that was not": f"/reports/{unread.reports[0]}",
        "an entity": f"/entities/{entity}",
        "news": "/news",
        "news of all reports": "/news?since=2000-01-01",
        "judgements": "/judgements",
        "agreement": "/agreement",
        "adding": "/add",
    }

    def called(path: str) -> Callable[[], None]:
        def call() -> None:
            answer = client.get(path)
            assert answer.status_code == 200, f"{path}: {answer.status_code}"

        return call

    return {name: called(path) for name, path in paths.items()}


def _names(book: Casebook, record: Record) -> tuple[str, str, str]:
    entity = max(record.entities, key=lambda each: len(each.mentions))
    return record.stories[0].id, record.reports[0].id, entity.id


if __name__ == "__main__":
    sys.exit(main())
