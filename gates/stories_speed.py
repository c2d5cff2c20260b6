"""What a new report costs among so many: stories over a stream of invented news, as many reports every day.

    python gates/stories_speed.py [-n 1000 10000 100000] [--a-day 30] [--new 50] [--copies] [--save]

For each size a process of its own puts so many reports into the index of stories at once, then the next ones (`--new`) one by one. Cards and stories are made, and
pairs looked at, in processor time; sketching the reports is timed apart. `--copies`: the stream of `make_stream.py` instead, in which 3,600 reports come out a day and two of
three copy others. `--save` pins the figures in gates/speed.json.
"""

import argparse
import itertools
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pinned import pin, rounded
from stream import Settings as Stream
from stream import blocks

from rashomon.model.report import Report
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.stories.index import Given, StoryIndex

BEGIN = date(2031, 3, 1)
SOON, LATE = (0, 0, 0, 1, 1, 2, 3, 5), (12, 20, 33, 50, 80)  # days after a happening on which reports of it are printed
OUTLETS = 400
UNDATED = 0.01  # share of the reports


@dataclass(frozen=True)
class Happening:
    """What the reports of one happening have in common."""

    names: list[str]
    words: list[str]
    number: str


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="reports")
    parser.add_argument("--a-day", type=int, default=30)
    parser.add_argument("--new", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--copies", action="store_true")
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(one(options.n[0], options.a_day, options.new, options.seed, options.copies)))
        return
    what = "reports that copy" if options.copies else "reports"
    tables = {f"among {n:,} {what}": _apart(n, options) for n in options.n}
    first, last = tables[f"among {min(options.n):,} {what}"], tables[f"among {max(options.n):,} {what}"]
    tables["growth" + " among reports that copy" * options.copies] = {
        f"{name}, the most reports to the fewest": last[name] / first[name]
        for name in (
            "milliseconds a new report, mean",
            "milliseconds a new report, median",
            "pairs looked at for a new report",
        )
    }
    for title, figures in tables.items():
        print(f"\n{title}")
        for name, figure in figures.items():
            print(f"  {name:<70}{rounded(figure):>14,}")
    if options.save:
        pin("stories", tables)


def _apart(n: int, options: argparse.Namespace) -> dict[str, float]:
    """Measured in a process of its own, so that its peak of memory is its own."""
    own = ["--one", "-n", n, "--a-day", options.a_day, "--new", options.new, "--seed", options.seed]
    own += ["--copies"] * options.copies
    made = subprocess.run([sys.executable, __file__, *map(str, own)], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(made.stdout)
    return found


def one(n: int, a_day: int, new: int, seed: int, copies: bool = False) -> dict[str, float]:
    stream = copying(n + new, seed) if copies else reports(a_day, seed)
    index, sketching = StoryIndex(), [0.0]
    began = time.process_time()
    index.put(_given(stream, n, sketching))
    at_once = time.process_time() - began - sketching[0]
    looked = index.looked
    seconds = [_timed(index, given) for given in list(_given(stream, new, [0.0]))]
    stories = index.stories()
    return {
        "seconds for all at once": at_once,
        "milliseconds a report, all at once": at_once / n * 1000,
        "seconds of making and sketching reports": sketching[0],
        "pairs looked at, all at once": looked,
        "stories": len(stories),
        "reports of the longest story": max(len(story.reports) for story in stories),
        "milliseconds a new report, mean": statistics.mean(seconds) * 1000,
        "milliseconds a new report, median": statistics.median(seconds) * 1000,
        "milliseconds a new report, most": max(seconds) * 1000,
        "pairs looked at for a new report": (index.looked - looked) / new,
        "peak memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _timed(index: StoryIndex, given: Given) -> float:
    began = time.process_time()
    index.put([given])
    return time.process_time() - began


def _given(stream: Iterator[Report], n: int, spent: list[float]) -> Iterator[Given]:
    for _ in range(n):
        began = time.process_time()
        report = next(stream)
        given = Given(report, sketch(report))
        spent[0] += time.process_time() - began
        yield given


def copying(n: int, seed: int) -> Iterator[Report]:
    """So many reports of the stream of copies."""
    for block in blocks(n, Stream(seed=seed)):
        for row in block.rows():
            yield Report(
                id=f"r{row['id']}",
                source=row["id"] or "",
                title=row["title"],
                text=row["text"] or "",
                language="en",
                published=row["published"],
                outlet=row["outlet"],
            )


def reports(a_day: int, seed: int) -> Iterator[Report]:
    """Day after day as many reports, without end: of new happenings, and of those that are followed up."""
    rng = random.Random(seed)
    due: defaultdict[int, list[Happening]] = defaultdict(list)
    for day in itertools.count():
        today = due.pop(day, [])[:a_day]
        while len(today) < a_day:
            happening = of_its_own(rng)
            told = [0, *rng.sample(SOON, rng.randint(0, 4)), *rng.sample(LATE, rng.choice((0, 0, 0, 1)))]
            for after in sorted(told):
                (due[day + after] if after or len(today) == a_day else today).append(happening)
        for number, happening in enumerate(today, day * a_day):
            yield printed(number, day, happening, rng)


def of_its_own(rng: random.Random) -> Happening:
    """A happening's matter: names that its reports share, and words that they choose from."""
    return Happening(
        names=[_word(rng, 3).capitalize() for _ in range(8)],
        words=[_word(rng, 3) for _ in range(20)] + rng.choices(COMMON, SHARES, k=30),
        number=str(rng.randint(2, 999)),
    )


def _word(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(syllables))


def printed(number: int, day: int, happening: Happening, rng: random.Random) -> Report:
    """A report of some fifteen sentences, its words half its happening's, half any."""
    told = [_sentence(happening, rng) for _ in range(rng.randint(8, 22))]
    return Report(
        id=f"r{rng.randrange(16**8):08x}{number}",
        source=f"r{number}",
        title=told[0].rstrip("."),
        text="\n\n".join(told[1:]),
        language="en",
        published=(BEGIN + timedelta(days=day)).isoformat() if rng.random() >= UNDATED else None,
        outlet=f"Outlet {int(OUTLETS * rng.random() ** 2.5)}",
    )


def _sentence(happening: Happening, rng: random.Random) -> str:
    words = rng.choices(happening.words, k=4) + rng.choices(COMMON, SHARES, k=7) + rng.choices(happening.names, k=2)
    words += [happening.number] if rng.random() < 0.2 else []
    rng.shuffle(words)
    return f"The {' '.join(words)}."


SYLLABLES = [onset + vowel for onset in "b d f g h k l m n p r s t v z br st".split() for vowel in "a e i o u".split()]
COMMON = [_word(random.Random(i), 2 + i % 2) for i in range(4000)]
SHARES = [1 / (20 + i) for i in range(len(COMMON))]  # Zipf's law, its commonest words left out


if __name__ == "__main__":
    main()
