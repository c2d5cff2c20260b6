"""How fast reused text is found, and how much of it: our index beside datasketch's MinHashLSH, on one stream of invented reports with known copies.

    python gates/lineage_speed.py [-n 10000 100000] [--runs 3] [--ways ours compiled datasketch 'datasketch .25' rensa] [--growing 1000 100000] [--stages 10000] [--coarse 100000] [--shared ../shared/eval] [--save]

Each way runs in a process of its own, in turn with the others, `--runs` times; the medians are printed. Only the way's own work is timed (processor time of its
process, all threads together, and the clock's beside it); making the stream is not. Peak memory is the process's, and beside it that of a process that only makes
the stream. `--growing` measures what a new report costs among so many (nothing: not at all). `--stages` measures the whole of lineage as the program runs it, on so many reports (0: not at all); `--coarse` what it
runs for large collections, by whole sentences. Where the pairs that were labelled by hand stand beside the project (`--shared`), each way is judged by these too.
`--save` pins the figures in gates/speed.json, beside those of other sizes that stand there.

datasketch is no part of the project: `pip install --require-hashes -r requirements-bench.lock`; `compiled`, ours by machine code, needs the extra `fast` (requirements-fast.lock).
"""

import argparse
import importlib.util
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pinned import pin, pinned, rounded
from reuse.coarse import coarse
from reuse.gold import labelled
from reuse.growing import growing
from reuse.ours import Compiled, Ours
from reuse.stages import stages
from reuse.truth import Truth, known, precision, recalls, span_figures
from reuse.ways import Datasketch, Lower, Nothing, Rensa, Way
from stream import Settings, blocks

Columns = dict[str, dict[str, float]]  # the figures of each way
ALONE = "stream alone"
WAYS: dict[str, type[Way]] = {
    ALONE: Nothing,
    "ours": Ours,
    "compiled": Compiled,
    "datasketch": Datasketch,
    "datasketch .25": Lower,
    "rensa": Rensa,
}
NEEDED = {"ours": "", "compiled": "numba"}  # the library that a way is, or needs
MISSING = """{0} is not installed, and no part of what the project needs. To measure {2}, run
    {1} -m pip install --require-hashes -r requirements-bench.lock -r requirements-fast.lock
or leave it out with --ways ours."""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, nargs="*", default=[10_000, 100_000], help="reports")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ways", nargs="+", choices=list(WAYS)[1:], default=list(WAYS)[1:])
    parser.add_argument("--growing", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--stages", type=int, default=10_000)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parent.parent.parent / "shared" / "eval")
    parser.add_argument("--coarse", type=int, nargs="*", default=[100_000])
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--one", nargs=2, metavar=("WAY", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(one(options.one[0], options.n[0], options.seed, Path(options.one[1]))))
        return
    absent(options.ways)
    tables = {f"{n:,} reports": side_by_side(n, options) for n in options.n}
    if len(tables) > 1:
        tables["growth"] = growth(tables)
    if "ours" in options.ways:
        tables |= new_reports(options.growing, options.seed)
    if options.stages:
        tables[f"the whole of lineage, {options.stages:,} reports"] = stages(options.stages, options.seed)
    if (options.shared / "lineage" / "gold.jsonl").exists():
        tables["pairs labelled by hand"] = labelled(
            options.shared / "lineage", {way: WAYS[way] for way in options.ways}
        )
    for n in options.coarse:
        tables[f"lineage by whole sentences, {n:,} reports"] = coarse(n, options.seed)
    for title, columns in tables.items():
        show(title, columns)
    if options.save:
        pin("lineage", {**pinned("lineage"), **tables})


def absent(ways: Sequence[str]) -> None:
    """Ends with a word of advice where a library is wanted that is not there."""
    for way in ways:
        library = NEEDED.get(way, way.split()[0])
        if library and not importlib.util.find_spec(library):
            sys.exit(MISSING.format(library, sys.executable, way))


def side_by_side(n: int, options: argparse.Namespace) -> Columns:
    """All figures of the ways at one size."""
    truth, size = known(blocks(n, Settings(seed=options.seed)))
    print(f"{n:,} reports, {size / 1e6:,.0f} MB of text, {len(truth.derived):,} copies", file=sys.stderr)
    runs: dict[str, list[dict[str, float]]] = {way: [] for way in options.ways}
    with tempfile.TemporaryDirectory() as folder:
        files = {way: Path(folder) / f"{way}.npz" for way in [ALONE, *runs]}
        alone = child(ALONE, n, options.seed, files[ALONE])
        for _ in range(options.runs):
            for way, measured in runs.items():
                measured.append(child(way, n, options.seed, files[way]))
        found = {way: judged(truth, files[way]) for way in runs}
    columns = {}
    for way, measured in runs.items():
        columns[way] = {name: statistics.median(run[name] for run in measured) for name in measured[0]} | found[way]
        columns[way]["peak memory of the stream alone, MB"] = alone["peak memory, MB"]
        columns[way]["bytes of text"] = size
        if "ours" in runs and way != "ours":
            ratios = [theirs["seconds"] / ours["seconds"] for theirs, ours in zip(measured, runs["ours"], strict=True)]
            columns["ours"][f"times as fast as {way}"] = statistics.median(ratios)
    return columns


def child(way: str, n: int, seed: int, file: Path) -> dict[str, float]:
    """The measures of one run, in its own process; its pairs and spans go to the file."""
    command = [sys.executable, __file__, "-n", str(n), "--seed", str(seed), "--one", way, str(file)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout)
    print(f"  {way}: {measured['seconds']:.2f} s, {measured['peak memory, MB']:.0f} MB", file=sys.stderr)
    return measured


def one(way: str, n: int, seed: int, file: Path) -> dict[str, float]:
    """A run in this process: the stream goes by in blocks, the way alone is timed."""
    finder, seconds, elapsed = WAYS[way](), 0.0, 0.0
    for block in blocks(n, Settings(seed=seed)):
        began, clock = time.process_time(), time.perf_counter()
        finder.add(block.texts)
        seconds, elapsed = seconds + time.process_time() - began, elapsed + time.perf_counter() - clock
    began, clock = time.process_time(), time.perf_counter()
    finder.finish()
    seconds, elapsed = seconds + time.process_time() - began, elapsed + time.perf_counter() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = finder.found()
    measured = {
        "reports a second": n / seconds,
        "milliseconds a report": 1000 * seconds / n,
        "seconds": seconds,
        "seconds on the clock": elapsed,
        "peak memory, MB": peak,
    }
    np.savez(file, pairs=found.pairs, **({} if found.spans is None else {"spans": found.spans}))
    return measured | found.work


def judged(truth: Truth, file: Path) -> dict[str, float]:
    found = np.load(file)
    figures: dict[str, float] = {f"recall of {way}": each for way, each in recalls(truth, found["pairs"]).items()}
    figures |= {"pairs": len(found["pairs"]), "precision of pairs": precision(truth, found["pairs"])}
    return figures | (span_figures(truth, found["spans"]) if "spans" in found else {})


def growth(tables: dict[str, Columns]) -> Columns:
    """What a report costs in the largest stream, to what it costs in the smallest: 1 where the cost is linear."""
    few, many = next(iter(tables)), next(reversed(tables))
    cost = "milliseconds a report"
    return {
        way: {f"cost of a report among {many} to among {few}": each[cost] / tables[few][way][cost]}
        for way, each in tables[many].items()
    }


def new_reports(sizes: Sequence[int], seed: int) -> dict[str, Columns]:
    """What new reports cost among so many, and what they cost in the largest index to what they cost in the smallest."""
    tables = {f"new reports among {n:,}": growing(n, seed) for n in sizes}
    if len(sizes) > 1:
        few, many = (tables[f"new reports among {n:,}"] for n in (sizes[0], sizes[-1]))
        cost, ratio = "milliseconds, median", f"cost among {sizes[-1]:,} reports to among {sizes[0]:,}"
        tables["growth of what a new report costs"] = {
            batch: {ratio: many[batch][cost] / few[batch][cost]} for batch in many
        }
    return tables


def show(title: str, columns: Columns) -> None:
    print(f"\n{title:<48}" + "".join(f"{way:>18}" for way in columns))
    for name in dict.fromkeys(name for column in columns.values() for name in column):
        cells = (f"{rounded(column[name]):,}" if name in column else "–" for column in columns.values())
        print(f"{name:<48}" + "".join(f"{cell:>18}" for cell in cells))


if __name__ == "__main__":
    main()
