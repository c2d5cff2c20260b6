"""How fast reports are read: our reading beside the same language model run plainly, on one stream of invented reports.

    python gates/reading_speed.py [-n 2000] [--runs 3] [--save]

*Plainly* is spaCy's `nlp.pipe` over the whole text of each report, the model as shipped. *Ours* is what `rashomon read` does with the same texts: each distinct
sentence once, with the look, encoded and kept in a casebook's file. Each way runs in a process of its own, in turn, on one core; processor time counts. Then the
claims are counted twice, once from our readings and once from readings of every sentence by the plain model, and what differs is said by kind.
`--ways harder` copies reports by editing every sentence; `--save` pins the figures in gates/speed.json.
"""

import argparse
import importlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from news import WAYS, news
from pinned import pin, pinned, rounded

from rashomon.model.reading import Name, Reading, Token
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages import claims, entities, reading
from rashomon.store import SqliteStore
from rashomon.text.segment import sentences

STREAMS = {"usual": WAYS, "harder": {"verbatim": 0.14, "cut": 0.14, "edited": 0.34, "merged": 0.10, "lifted": 0.28}}
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
KEPT = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
TOGETHER = 512
Figures = dict[str, float]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=2_000, help="reports")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ways", choices=list(STREAMS), nargs="+", default=list(STREAMS))
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--one", choices=["plain", "ours", "claims"], help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        texts = news(options.n, options.seed, STREAMS[options.ways[0]])
        print(json.dumps(ONE[options.one](texts)))
        return
    tables = {f"{options.n:,} reports, {ways} copies": measured(ways, options) for ways in options.ways}
    for title, figures in tables.items():
        print(f"\n{title}")
        for name, figure in figures.items():
            print(f"  {name:<52}{rounded(figure):>12,}")
    if options.save:
        pin("reading", {**pinned("reading"), **tables})


def measured(ways: str, options: argparse.Namespace) -> Figures:
    plain, ours = [], []
    for _ in range(options.runs):
        plain.append(child("plain", ways, options))
        ours.append(child("ours", ways, options))
        print(f"  {ways}: plain {plain[-1]['seconds']:.1f} s, ours {ours[-1]['seconds']:.1f} s", file=sys.stderr)
    ratios = [a["seconds"] / b["seconds"] for a, b in zip(plain, ours, strict=True)]
    seconds = [statistics.median(run["seconds"] for run in runs) for runs in (plain, ours)]
    return {
        "times as many reports a second as the plain model": statistics.median(ratios),
        "least of the runs": min(ratios),
        "most of the runs": max(ratios),
        "reports a second, plain": options.n / seconds[0],
        "reports a second, ours": options.n / seconds[1],
        "processor seconds, plain": seconds[0],
        "processor seconds, ours": seconds[1],
        "tokens, plain": plain[0]["tokens"],
        "tokens, ours": ours[0]["tokens"],
        "sentences": ours[0]["sentences"],
        "distinct sentences": ours[0]["distinct"],
        "sentences parsed": ours[0]["parsed"],
        **child("claims", ways, options),
    }


def child(what: str, ways: str, options: argparse.Namespace) -> Figures:
    command = [
        sys.executable,
        __file__,
        "-n",
        str(options.n),
        "--seed",
        str(options.seed),
        "--ways",
        ways,
        "--one",
        what,
    ]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=os.environ | ONE_CORE)
    figures: Figures = json.loads(done.stdout)
    return figures


def timed(work: Callable[[], Figures]) -> Figures:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    began = time.process_time()
    figures = work()
    return {"seconds": time.process_time() - began, **figures}


def plainly(texts: list[str]) -> Figures:
    model = shipped()
    list(model.pipe(texts[:5]))
    return timed(lambda: {"tokens": sum(len(document) for document in model.pipe(texts))})


def shipped() -> Any:
    """The same model as it is shipped, in spaCy's own hands."""
    import spacy

    package = importlib.import_module(reading.installed_model()[0].package)
    return spacy.load(package.model_path()) if hasattr(package, "model_path") else package.load()


def ours(texts: list[str]) -> Figures:
    reader = reading.Reader(*reading.installed_model())
    list(reading.read(texts[:5], reader))

    kept: list[dict[str, bytes]] = []

    def work() -> Figures:
        count = 0
        distinct: dict[str, None] = {}
        for text in texts:
            found = [text[start:end] for start, end in sentences(text)]
            count += len(found)
            distinct.update(dict.fromkeys(found))
        with tempfile.TemporaryDirectory() as folder:
            store = SqliteStore(Path(folder) / "casebook.sqlite")
            for batch in reading.batches(distinct, reader, claims.telling_words()):
                kept.append(dict(reading.read_batch(batch)))
                store.put_many("reading", kept[-1])
            store.close()
        return {"sentences": count, "distinct": len(distinct)}

    figures = timed(work)
    read = [msgspec.msgpack.decode(body, type=Reading) for some in kept for body in some.values()]
    parsed = sum(any(token.dep for token in one.tokens) for one in read)
    return {**figures, "tokens": sum(len(one.tokens) for one in read), "parsed": parsed}


def batches(rows: list[str]) -> list[list[str]]:
    return [rows[start : start + TOGETHER] for start in range(0, len(rows), TOGETHER)]


def compared(texts: list[str]) -> Figures:
    """Claims from our readings, and from those of the plain model that parses every sentence."""
    texts = list(dict.fromkeys(texts))
    distinct = list(dict.fromkeys(text[start:end] for text in texts for start, end in sentences(text)))
    reader, model = reading.Reader(*reading.installed_model()), shipped()
    look = reading.Look(claims.telling_words())
    own = {one.text: one for some in batches(distinct) for one in reading.read(some, reader, look)}
    plain = {text: _plain(text, document) for text, document in zip(distinct, model.pipe(distinct), strict=True)}
    found, expected = claims_of(texts, own), claims_of(texts, plain)
    kinds = Counter(kind for kind, _ in expected)
    lost = Counter(kind for kind, _ in expected - found)
    added = Counter(kind for kind, _ in found - expected)
    return {
        "claims when every sentence is parsed": len(expected),
        "claims of ours": len(found),
        **{f"{kind}s, lost of {kinds[kind]:,}": lost[kind] for kind in sorted(kinds)},
        **{f"{kind}s, new or other": added[kind] for kind in sorted(kinds)},
    }


def _plain(text: str, document: Any) -> Reading:
    tokens = tuple(
        Token(t.idx, t.idx + len(t.text), t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.head.i) for t in document
    )
    names = tuple(Name(e.start, e.end, e.start_char, e.end_char, e.label_) for e in document.ents if e.label_ in KEPT)
    return Reading("", text, tokens, names)


def claims_of(texts: list[str], readings: dict[str, Reading]) -> frozenset[tuple[str, bytes]]:
    """Kind and whole content of each claim; each report is a story of its own."""
    found: set[tuple[str, bytes]] = set()
    for i, text in enumerate(texts):
        report = Report(id=f"r{i}", source=f"r{i}", text=text, language="en")
        story = Story(id=f"s{i}", title="", reports=(report.id,), days={report.id: "2031-03-05"})
        people = entities.link(story, [report], readings)
        extracted = claims.extract(story, [report], readings, people)
        found.update((claim.kind, msgspec.json.encode(claim)) for claim in extracted.claims)
    return frozenset(found)


ONE: dict[str, Callable[[list[str]], Figures]] = {"plain": plainly, "ours": ours, "claims": compared}

if __name__ == "__main__":
    main()
