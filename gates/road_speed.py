"""How fast the whole road is, from rows to what each report's sentences are: our program beside the same language model run plainly, on one stream of invented reports.

    python gates/road_speed.py [-n 2000] [--runs 3] [--save]

*Plainly* is spaCy's `nlp.pipe` over the whole text of every report, the model as shipped, as in reading_speed.py: sentences, words, trees and names, and nothing else. *Ours*
is `Casebook.read` on a file of the same reports, as `rashomon read` calls it: intake, lineage, stories and reading are the road; entities, claims, findings, wording and the record come after,
and are counted apart. Two thirds of the stream (gates/news.py) take their words from earlier reports, a report every five minutes. Each way runs in a process of its own, in turn, on one
core; processor time counts, the program's start and the model's loading do not. `--save` pins the figures in gates/speed.json.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from news import news
from pinned import pin, pinned, rounded
from reading_speed import ONE_CORE, plainly, timed

from rashomon import pipeline
from rashomon.casebook import Casebook
from rashomon.stages.lineage.settings import Settings as LineageSettings

Figures = dict[str, float]
BEGIN, APART = datetime(2031, 3, 3, tzinfo=UTC), timedelta(minutes=5)
OUTLETS = 60
# The stages of the road, and those after it, by the beginning of their names.
ROAD = {"intake": "intake", "lineage": "lineage", "stories": "stories", "reading": "reading"}
AFTER = {"entities": "entities", "claims": "claims", "reconcile": "findings and record", "wording": "wording"}
OPENING, KEEPING = "opening", "keeping the record"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=2_000, help="reports")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--one", choices=list(ONE), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(ONE[options.one](news(options.n, options.seed))))
        return
    title, figures = f"{options.n:,} reports", measured(options)
    print(f"\n{title}")
    for name, figure in figures.items():
        print(f"  {name:<64}{rounded(figure):>12,}")
    if options.save:
        pin("road", {**pinned("road"), title: figures})


def measured(options: argparse.Namespace) -> Figures:
    plain, ours, large = [], [], []
    for _ in range(options.runs):
        plain.append(child("plain", options))
        ours.append(child("ours", options))
        large.append(child("large", options))
        print(
            f"  plain {plain[-1]['seconds']:.1f} s, ours {road_of(ours[-1]):.1f} s, record and all {whole_of(ours[-1]):.1f} s, as in a large collection {road_of(large[-1]):.1f} s",
            file=sys.stderr,
        )
    road, whole = [road_of(run) for run in ours], [whole_of(run) for run in ours]
    seconds = [run["seconds"] for run in plain]
    ratios = [a / b for a, b in zip(seconds, road, strict=True)]
    return {
        "times as many reports a second as the plain model": statistics.median(ratios),
        "least of the runs": min(ratios),
        "most of the runs": max(ratios),
        "the same with entities, claims, findings and the record": statistics.median(
            a / b for a, b in zip(seconds, whole, strict=True)
        ),
        "the same as in a large collection, lineage by whole sentences": statistics.median(
            a / road_of(b) for a, b in zip(seconds, large, strict=True)
        ),
        "reports a second, plain": options.n / statistics.median(seconds),
        "reports a second, ours": options.n / statistics.median(road),
        "reports a second, ours, to the record": options.n / statistics.median(whole),
        **stage_by_stage(ours, options.n),
        **{
            f"milliseconds a report, {name}, as in a large collection": 1000
            * statistics.median(run[name] for run in large)
            / options.n
            for name in ROAD.values()
        },
        "peak memory, plain, MB": statistics.median(run["peak memory, MB"] for run in plain),
        "peak memory, ours, MB": statistics.median(run["peak memory, MB"] for run in ours),
        **{name: ours[0][name] for name in ("stories found", "sentences read", "claims found")},
    }


def stage_by_stage(runs: Sequence[Figures], n: int) -> Figures:
    """Milliseconds a report of each stage, and its share of the road's time."""
    spent = {
        name: statistics.median(run[name] for run in runs)
        for name in (OPENING, *ROAD.values(), *AFTER.values(), KEEPING)
    }
    road = statistics.median(road_of(run) for run in runs)
    each = {f"milliseconds a report, {name}": 1000 * seconds / n for name, seconds in spent.items()}
    return each | {f"share of the road, {name}": spent[name] / road for name in (OPENING, *ROAD.values())}


def road_of(run: Figures) -> float:
    """Seconds from rows to sentences that are read."""
    return sum(run[name] for name in (OPENING, *ROAD.values()))


def whole_of(run: Figures) -> float:
    """Seconds from rows to the record that is kept."""
    return road_of(run) + sum(run[name] for name in (*AFTER.values(), KEEPING))


def child(what: str, options: argparse.Namespace) -> Figures:
    command = [sys.executable, __file__, "-n", str(options.n), "--seed", str(options.seed), "--one", what]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=os.environ | ONE_CORE)
    figures: Figures = json.loads(done.stdout)
    return figures


def plain(texts: list[str]) -> Figures:
    return plainly(texts) | {"peak memory, MB": peak()}


def ours(texts: list[str]) -> Figures:
    return through(texts, pipeline.Settings())


def large(texts: list[str]) -> Figures:
    """As a collection of more than `lineage.aligned` reports goes it."""
    return through(texts, pipeline.Settings(lineage=LineageSettings(aligned=0)))


def through(texts: list[str], settings: pipeline.Settings) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        Casebook(Path(folder) / "warm", settings).read(written(texts[:5], file))
        written(texts, file)
        watch = Watch()
        book = Casebook(Path(folder) / "casebook", settings)
        spent = timed(lambda: watch.over(lambda: book.read(file)))
        made = book.read(file)
        counted = {"stories found": len(made.stories), "claims found": len(made.claims)}
        return {**spent, **counted, "sentences read": book.store.count().get("reading", 0), "peak memory, MB": peak()}


class Watch:
    """Processor time of each stage, by the road's names, while the program's stages run."""

    def over(self, work: Callable[[], Any]) -> Figures:
        self.spent = dict.fromkeys((OPENING, *ROAD.values(), *AFTER.values(), KEEPING), 0.0)
        self._since, self._name = time.process_time(), OPENING
        stages = pipeline.STAGES
        pipeline.STAGES = tuple(replace(stage, work=self._watched(stage)) for stage in stages)
        try:
            work()
        finally:
            pipeline.STAGES = stages
        self._goes_on(KEEPING)
        return self.spent

    def _watched(self, stage: pipeline.Stage) -> Callable[..., Mapping[str, Any]]:
        name = (ROAD | AFTER)[stage.name.split(":")[0]]

        def work(*given: Any) -> Mapping[str, Any]:
            self._goes_on(name)
            written = stage.work(*given)
            self._goes_on(KEEPING)
            return written

        return work

    def _goes_on(self, name: str) -> None:
        """What was spent since then belongs to what went on; now another begins."""
        now = time.process_time()
        self.spent[self._name] += now - self._since
        self._since, self._name = now, name


def written(texts: Sequence[str], file: Path) -> Path:
    """The texts as rows for `rashomon read`: each with a time and an outlet."""
    rows = (
        {
            "id": f"n{i:06d}",
            "text": text,
            "language": "en",
            "outlet": f"Outlet {i * i % OUTLETS}",
            "published": (BEGIN + i * APART).isoformat(timespec="minutes"),
        }
        for i, text in enumerate(texts)
    )
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return file


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


ONE: dict[str, Callable[[list[str]], Figures]] = {"plain": plain, "ours": ours, "large": large}

if __name__ == "__main__":
    main()
