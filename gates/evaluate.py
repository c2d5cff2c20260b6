"""Runs Rashomon on every evaluation set beside the project and prints one table: set, metric, floor, ours.

    python gates/evaluate.py [SET…] [--shared ../shared/eval] [--work out/eval] [--save gates/quality.json]

Each set is read from its reports and judged by its own scorer, in a process of its own. Records stay in the work folder.
`--save` writes the figures down as the pinned ones; without it they are compared with those and a fall is marked. The environment
variable RASHOMON_MODEL chooses the language model; the small model's pins are gates/quality_small_model.json.
"""

import argparse
import json
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PINNED = HERE / "quality.json"
# A fall by more than this is marked; what is less is rounding.
TOLERANCE = 0.002


def main() -> int:
    options = parsed()
    table = tomllib.loads((HERE / "sets.toml").read_text())
    pinned = json.loads(options.pins.read_text()) if options.pins.exists() else {}
    options.work.mkdir(parents=True, exist_ok=True)
    figures: dict[str, dict[str, float]] = {}
    falls = 0
    print(f"{'set':<12}{'metric':<30}{'floor':>8}{'ours':>8}{'pinned':>8}")
    for name in options.sets or sorted(table):
        if not (options.shared / name).is_dir():
            print(f"{name:<12}not beside the project, left out")
            continue
        figures[name] = dict(evaluate(name, table[name], options))
        for metric, floor in table[name]["metrics"].items():
            falls += show(name, metric, floor, figures[name].get(metric), pinned.get(name, {}).get(metric))
    if options.save:
        options.pins.write_text(json.dumps(pinned | figures, indent=1, sort_keys=True) + "\n")
    return 1 if falls else 0


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared" / "eval")
    parser.add_argument("--work", type=Path, default=HERE.parent / "out" / "eval")
    parser.add_argument("--pins", type=Path, default=PINNED, help="file of the pinned figures")
    parser.add_argument("--save", action="store_true")
    return parser.parse_args()


def evaluate(name: str, entry: dict[str, Any], options: argparse.Namespace) -> Iterator[tuple[str, float]]:
    folder = options.shared / name
    inputs = [folder / one for one in entry["inputs"]]
    groups = [[one] for one in inputs] if entry.get("each") else [inputs]
    started = time.perf_counter()
    records = [read(group, options.work / f"{name}-{number}.json", options) for number, group in enumerate(groups)]
    seconds = time.perf_counter() - started
    scored = json.loads(output(sys.executable, folder / "score.py", *records).strip().splitlines()[-1])
    (options.work / f"{name}.score.json").write_text(json.dumps(scored, indent=1))
    for metric in entry["metrics"]:
        value = follow(scored, metric)
        if value is not None:
            yield metric, round(value, 4)
    yield "seconds", round(seconds, 1)


def read(inputs: list[Path], record: Path, options: argparse.Namespace) -> Path:
    casebook = options.work / "casebook"
    output(sys.executable, "-m", "rashomon", "read", *inputs, "--json", record, "--quiet", "--casebook", casebook)
    return record


def output(*command: object) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def follow(scored: Any, path: str) -> float | None:
    """The number at `a.b.c` of a JSON object; its keys may hold spaces. A precision-recall-F1 object gives its F1."""
    for key in path.split("."):
        if not isinstance(scored, dict) or key not in scored:
            return None
        scored = scored[key]
    return float(scored) if isinstance(scored, int | float) else None


def show(name: str, metric: str, floor: float, ours: float | None, pinned: float | None) -> bool:
    fell = ours is not None and pinned is not None and ours < pinned - TOLERANCE
    cells = (f"{ours:>8.3f}" if ours is not None else "       –") + (
        f"{pinned:>8.3f}" if pinned is not None else "       –"
    )
    print(f"{name:<12}{metric:<30}{floor:>8.3f}{cells}{'  fell' if fell else ''}", flush=True)
    return fell


if __name__ == "__main__":
    sys.exit(main())
