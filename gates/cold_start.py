"""From a cold start to a record on a handful of reports, beside a process that only imports spaCy and loads the model.

    python gates/cold_start.py [REPORTS] [--runs 5]

Prints the median of each, the ratio pair by pair, the peak memory, and how much work was done (reports, sentences, characters, claims).
REPORTS is a folder; by default the five real reports beside the project, else the demo's. `--save` pins the figures in gates/speed.json.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pinned import pin

import rashomon
from rashomon.text.segment import sentences

ROOT = Path(__file__).parent.parent
REAL = ROOT.parent / "shared" / "reports" / "kazakhstan-2022"
DEMO = ROOT / "src" / "rashomon" / "demo" / "harbour"
PLAIN_LOAD = """
import importlib, spacy
from rashomon.stages.reading.models import installed_model
package = importlib.import_module(installed_model()[0].package)
spacy.load(package.model_path()) if hasattr(package, "model_path") else package.load()
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="?", default=REAL if REAL.is_dir() else DEMO)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args()
    ours, loads = [], []
    seconds(PLAIN_LOAD)  # warms the file cache for both
    for _ in range(options.runs):
        with tempfile.TemporaryDirectory() as home:
            ours.append(seconds(f"import rashomon; rashomon.read({str(options.reports)!r}, casebook={home!r})"))
        loads.append(seconds(PLAIN_LOAD))
    ratios = [a / b for a, b in zip(ours, loads, strict=True)]
    figures = {
        "reports to record, cold, s": statistics.median(ours),
        "import spaCy and load the model, s": statistics.median(loads),
        "ratio": statistics.median(ratios),
        "ratio, least": min(ratios),
        "ratio, most": max(ratios),
        "peak memory, MB": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        **work_done(str(options.reports)),
    }
    for name, figure in figures.items():
        print(f"{name:<36}{figure:10.2f}")
    if options.save:
        pin("cold start", figures)


def work_done(reports: str) -> dict[str, float]:
    """How much was read and found, so that a time can be set against it."""
    with tempfile.TemporaryDirectory() as home:
        record = rashomon.read(reports, casebook=home)
    texts = [report.text for report in record.reports]
    return {
        "reports": len(texts),
        "sentences read": len({text[start:end] for text in texts for start, end in sentences(text)}),
        "characters read": sum(map(len, texts)),
        "claims found": len(record.claims),
    }


def seconds(code: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, env=os.environ)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
