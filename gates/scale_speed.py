"""What a collection costs as it grows to a million reports: adding, sorting, asking, and reading the stories that a question finds.

    python gates/scale_speed.py -n 10000 100000 1000000 --work DIR [--engine processes:2] [--save]

Each size runs through the casebook, as `rashomon add`, `rashomon stories` and `rashomon show` do, in one process with the workers of the engine; the stream is that of make_stream.py. Counted
are seconds on the clock of each step, processor seconds of all processes, the memory that all of them hold at their worst (proportional set size, looked at twice a second), and bytes
on disk. A run that was stopped goes on where it was; then its times are those of the rest, and `--save` refuses. A million reports need 25 GB of disk under DIR and about an hour.
"""

import argparse
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pinned import pin, pinned, rounded

from rashomon.casebook import Casebook

Value = TypeVar("Value")
Figures = dict[str, float]
STREAM = Path(__file__).parent / "make_stream.py"
LOOK_S = 0.5
FOUND = 5  # stories that are read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, nargs="+", default=[10_000, 100_000], help="reports")
    parser.add_argument("--work", type=Path, required=True, help="folder for streams and casebooks")
    parser.add_argument("--engine", default="processes:2")
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args()
    for n in options.n:
        figures, whole = measured(n, options.work, options.engine)
        for name, figure in figures.items():
            print(f"{name:<44}{rounded(figure):>16,}", flush=True)
        if options.save and whole:
            pin("scale", {**pinned("scale"), f"{n:,} reports": figures})
        elif options.save:
            print("Not saved: it went on from an earlier run. Empty the folder for a whole one.")


def measured(n: int, work: Path, engine: str) -> tuple[Figures, bool]:
    """The figures of one size, and whether nothing of it was there before."""
    stream, folder = work / f"stream-{n}", work / f"casebook-{n}"
    if not (stream / "reports.jsonl").exists():
        subprocess.run([sys.executable, str(STREAM), "-n", str(n), "-o", str(stream)], check=True)
    fresh = not folder.exists()
    memory, stages, began = Memory(), Stages(), processor()
    with memory:
        book = Casebook(folder, engine=engine)
        added, adding = timed(lambda: book.add(stream / "reports.jsonl", progress=stages))
        found, sorting = timed(lambda: book.sort(progress=stages))
        stages("", 0, 0)
        book.engine.close()  # what children took is known when they have ended
        spent = processor() - began
        asked = question(book)
        first, asking = timed(lambda: book.find(asked, limit=FOUND))
        record, reading = timed(lambda: book.record(*(story.id for story in first.stories)))
        book.close()
    again, opening = timed(lambda: opened(folder, asked))
    assert again == [story.id for story in first.stories]
    figures = {
        "reports": len(added.new),
        "reports rejected": len(added.rejected),
        "stories": found.total,
        "seconds of adding": adding,
        "seconds of sorting": sorting,
        **{f"seconds of sorting: {name}": seconds for name, seconds in stages.seconds.items() if name != "adding"},
        "milliseconds a report, on the clock": 1000 * (adding + sorting) / n,
        "milliseconds a report, of processors": 1000 * spent / n,
        "reports a second": n / (adding + sorting),
        "gigabytes of memory, all processes": memory.most / 1e9,
        "gigabytes of memory, this process": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9,
        "kilobytes on disk a report": size(folder) / 1e3 / n,
        "gigabytes on disk": size(folder) / 1e9,
        "seconds of a question": asking,
        "stories found and read": len(first.stories),
        "reports of these": len(record.reports),
        "seconds of reading these": reading,
        "seconds from a cold start to the answer": opening,
    }
    return figures, fresh


def question(book: Casebook) -> str:
    """Two rare names of a story in the middle of the collection."""
    story = book.find(limit=1, offset=book.find(limit=0).total // 2).stories[0]
    return " ".join(story.keywords[:2])


def opened(folder: Path, asked: str) -> list[str]:
    """What another process, that knows nothing yet, finds."""
    code = f"from rashomon.casebook import Casebook; print(*(s.id for s in Casebook({str(folder)!r}).find({asked!r}, limit={FOUND}).stories))"
    return subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True).stdout.split()


def timed(work: Callable[[], Value]) -> tuple[Value, float]:
    began = time.perf_counter()
    return work(), time.perf_counter() - began


def processor() -> float:
    """Processor seconds of this process and of those of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


class Stages:
    """Seconds on the clock of each kind of work, as it is told of."""

    def __init__(self) -> None:
        self.seconds: Figures = {}
        self._kind, self._began = "", time.perf_counter()

    def __call__(self, kind: str, done: int, total: int) -> None:
        if kind == self._kind:
            return
        now = time.perf_counter()
        if self._kind:
            self.seconds[self._kind] = self.seconds.get(self._kind, 0.0) + now - self._began
            print(f"  {self._kind}: {now - self._began:,.1f} s", file=sys.stderr, flush=True)
        self._kind, self._began = kind, now


class Memory:
    """The most that this process and its children hold together, shared pages counted once."""

    def __init__(self) -> None:
        self.most = 0
        self._done = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> None:
        self._looking.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._looking.join()

    def _look(self) -> None:
        while not self._done.wait(LOOK_S):
            self.most = max(self.most, sum(map(_held, family(os.getpid()))))


def family(process: int) -> list[int]:
    """The process and all that came from it."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(path.parent.name))
    found = [process]
    for one in found:
        found += parents.get(one, [])
    return found


def _held(process: int) -> int:
    try:
        rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(1024 * int(row.split()[1]) for row in rows if row.startswith("Pss:"))


if __name__ == "__main__":
    main()
