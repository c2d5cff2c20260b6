"""How the cost of linking grows: one story of more and more invented reports, its mentions and seconds.

    python gates/entities_speed.py [--runs 3] [--save]

The reports are read first; only `entities.link` is timed, in processor time. `--save` pins the figures in gates/speed.json.
"""

import argparse
import statistics
import time
from collections.abc import Sequence

from news import news
from pinned import pin, rounded

from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages import entities, reading
from rashomon.text.segment import sentences

SIZES = (75, 150, 300, 600)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args(arguments)
    tables = measured(options.runs, options.seed)
    for title, figures in tables.items():
        print(f"\n{title}")
        for name, figure in figures.items():
            print(f"  {name:<40}{rounded(figure):>12,}")
    if options.save:
        pin("entities", tables)


def measured(runs: int, seed: int) -> dict[str, dict[str, float]]:
    texts = news(max(SIZES), seed)
    reader = reading.Reader(*reading.installed_model())
    distinct = list(dict.fromkeys(text[start:end] for text in texts for start, end in sentences(text)))
    readings = {one.text: one for one in reading.read(distinct, reader)}
    reports = [Report(id=f"r{i:04}", source=f"r{i}", text=text, language="en") for i, text in enumerate(texts)]
    entities.link(Story(id="s", title="", reports=("r0000",)), reports[:1], readings)  # the tables are read once
    tables: dict[str, dict[str, float]] = {}
    for size in SIZES:
        story = Story(id="s", title="", reports=tuple(report.id for report in reports[:size]))
        seconds, found = [], ()
        for _ in range(runs):
            began = time.process_time()
            found = entities.link(story, reports[:size], readings)
            seconds.append(time.process_time() - began)
        mentions = sum(len(entity.mentions) for entity in found)
        tables[f"a story of {size} reports"] = {
            "mentions": mentions,
            "entities": len(found),
            "seconds": statistics.median(seconds),
            "microseconds a mention": statistics.median(seconds) / mentions * 1e6,
        }
    first, last = (list(tables.values())[i]["microseconds a mention"] for i in (0, -1))
    tables["growth"] = {f"cost of a mention among {SIZES[-1]} reports to among {SIZES[0]}": last / first}
    return tables


if __name__ == "__main__":
    main()
