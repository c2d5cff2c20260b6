"""How the cost of a story grows with its reports: one invented story of 62 to 500 reports, its work and the seconds of each stage that works by story.

    python gates/reconcile_speed.py [--sizes 62 125 250 500] [--runs 1] [--save]

The reports are read and their lineage is traced first; only the stages that work by story are timed, each by itself, in processor time on one
core, the median of the runs. `--save` pins the figures in gates/speed.json.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from one_story import one_story
from pinned import pin, rounded

from rashomon.casebook import to_json
from rashomon.model.claim import Extracted
from rashomon.model.entity import Entity
from rashomon.model.lineage import Traced
from rashomon.model.reading import Reading
from rashomon.model.record import Decided, Frame, Software
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages import claims, entities, reading, reconcile, wording
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.lineage.stock import set_aside
from rashomon.stages.lineage.trace import Origins, trace
from rashomon.text.segment import sentences

SIZES = (62, 125, 250, 500)
Seconds = dict[str, list[float]]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args(arguments)
    tables = measured(sorted(options.sizes), options.runs, options.seed)
    for title, figures in tables.items():
        print(f"\n{title}")
        for name, figure in figures.items():
            print(f"  {name:<60}{rounded(figure):>12,}")
    if options.save:
        pin("reconcile", tables)


def measured(sizes: Sequence[int], runs: int, seed: int) -> dict[str, dict[str, float]]:
    everything = one_story(sizes[-1], seed)
    reader = reading.Reader(*reading.installed_model())
    distinct = dict.fromkeys(report.text[start:end] for report in everything for start, end in sentences(report.text))
    readings = {one.text: one for one in reading.read(list(distinct), reader)}
    _work(everything[:10], readings, {})  # the tables are read once
    tables = {}
    for size in sizes:
        seconds: Seconds = {}
        for _ in range(runs):
            counted = _work(everything[:size], readings, seconds)
        tables[f"{size} reports"] = counted | {name: statistics.median(each) for name, each in seconds.items()}
    first, last = tables[f"{sizes[0]} reports"], tables[f"{sizes[-1]} reports"]
    names = [name for name in first if name.endswith("seconds")]
    tables["growth"] = {
        f"{name} a report, among {sizes[-1]} to among {sizes[0]}": last[name] / sizes[-1] / (first[name] / sizes[0])
        for name in names
    }
    return tables


def _work(reports: Sequence[Report], readings: Mapping[str, Reading], seconds: Seconds) -> dict[str, float]:
    """What every stage by story makes of the reports as one story; its processor seconds are added to `seconds`."""
    fresh = {text: msgspec.structs.replace(one) for text, one in readings.items()}  # nothing worked out beforehand
    story, traced = _story(reports), _traced(reports)

    def timed(name: str, work: Callable[[], Any]) -> Any:
        began = time.process_time()
        made = work()
        seconds.setdefault(f"{name}, seconds", []).append(time.process_time() - began)
        return made

    named: tuple[Entity, ...] = timed("entities", lambda: entities.link(story, reports, fresh))
    found: Extracted = timed("claims", lambda: _extracted(story, reports, fresh, named, traced))
    decided: Decided = timed(
        "reconcile: decide",
        lambda: reconcile.decide(
            story, reports, found.claims, found.links, traced.voice_of, named, times=found.times
        ),
    )  # fmt: skip
    frames: tuple[Frame, ...] = timed(
        "wording", lambda: wording.frames(story, reports, fresh, found.claims, named)
    )  # fmt: skip
    told = reconcile.Told(
        story, reports, named, found.claims, found.links, found.times, found.voices, decided, frames
    )  # fmt: skip
    software = Software(name="rashomon", version="", models={}, gazetteers={})
    run = reconcile.Run(created="", software=software, inputs=())
    record = timed("reconcile: assemble", lambda: reconcile.assemble([told], traced, run))
    return {
        "sentences": sum(len(sentences(report.text)) for report in reports),
        "claims": len(found.claims),
        "findings": len(decided.findings),
        "answers": sum(len(finding.answers) for finding in decided.findings),
        "pairs of answers compared": sum(len(finding.relations) for finding in decided.findings),
        "megabytes of the record": len(to_json(record)) / 1e6,
        "megabytes of its omissions": len(msgspec.json.encode(record.omissions)) / 1e6,
    }


def _story(reports: Sequence[Report]) -> Story:
    days = {report.id: (report.published or "")[:10] for report in reports}
    return Story(id="s", title="", reports=tuple(sorted(days, key=lambda report: (days[report], report))), days=days)


def _traced(reports: Sequence[Report]) -> Traced:
    settings = Settings()
    prints = [fingerprint(report, settings) for report in reports]
    sketches = [sketch(report, settings) for report in reports]
    stock = set_aside(reports, prints, sketches, settings)
    return trace(reports, sketches, compare(reports, prints, sketches, settings, stock), settings, stock)


def _extracted(
    story: Story,
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    named: Sequence[Entity],
    traced: Traced,
) -> Extracted:
    found = claims.extract(story, reports, readings, named)
    found = reconcile.with_text_voices(found, reports, traced.voices)
    return msgspec.structs.replace(found, claims=reconcile.with_origins(found.claims, Origins(traced).of))


if __name__ == "__main__":
    main()
