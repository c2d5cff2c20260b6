"""From a cold start to a record on a handful of reports, beside a process that only imports spaCy and loads the model.

    python gates/cold_start.py [REPORTS] [--runs 5]

Prints the median of each, the ratio pair by pair, the peak memory, and how much work was done (reports, distinct sentences,
tokens). REPORTS is a folder; by default the five real reports beside the project, else the demo's.
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
    options = parser.parse_args()
    ours, loads = [], []
    seconds(PLAIN_LOAD)  # warms the file cache for both
    for _ in range(options.runs):
        with tempfile.TemporaryDirectory() as home:
            ours.append(seconds(f"import rashomon; rashomon.read({str(options.reports)!r}, casebook={home!r})"))
        loads.append(seconds(PLAIN_LOAD))
    ratios = [a / b for a, b in zip(ours, loads, strict=True)]
    print(f"reports to record, cold   {statistics.median(ours):6.2f} s")
    print(f"import spaCy, load model  {statistics.median(loads):6.2f} s")
    print(
        f"ratio                     {statistics.median(ratios):6.2f}   (min {min(ratios):.2f}, max {max(ratios):.2f})"
    )
    print(f"peak memory               {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:6.0f} MB")


def seconds(code: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, env=os.environ)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
