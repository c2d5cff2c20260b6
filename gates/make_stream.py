"""A stream of invented reports with known copies, as rows for `rashomon read`, with its truth beside it.

    python gates/make_stream.py -n 10000 -o DIR [--seed 1] [--copied 0.667]

Writes DIR/reports.jsonl and DIR/truth.jsonl: a row for each copy with `derived`, `origin`, `way` and `passages` (`[[start, end], [start, end]]`, characters
of derived and origin, a sentence each). Rows are written block by block: a million reports need 2.4 GB of disk and little memory.
"""

import argparse
import time
from pathlib import Path

import msgspec
from stream import WAYS, Block, Settings, blocks
from stream.block import name


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=10_000, help="reports")
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--copied", type=float, default=Settings.copied, help="share of reports that take words from another"
    )
    options = parser.parse_args()
    started = time.perf_counter()
    options.out.mkdir(parents=True, exist_ok=True)
    copies = 0
    with (options.out / "reports.jsonl").open("wb") as reports, (options.out / "truth.jsonl").open("wb") as truth:
        for block in blocks(options.n, Settings(seed=options.seed, copied=options.copied)):
            reports.writelines(msgspec.json.encode(row) + b"\n" for row in block.rows())
            rows = truth_rows(block)
            truth.writelines(msgspec.json.encode(row) + b"\n" for row in rows)
            copies += len(rows)
    print(f"{options.n:,} reports, {copies:,} copies known, {time.perf_counter() - started:.1f} s")


def truth_rows(block: Block) -> list[dict[str, object]]:
    """A row for each copy: a merged report has two."""
    passages: list[list[object]] = [[] for _ in block.derived]
    for of, there, here in zip(block.of.tolist(), block.there.tolist(), block.here.tolist(), strict=True):
        passages[of].append([there, here])
    return [
        {"derived": name(derived), "origin": name(origin), "way": WAYS[way], "passages": found}
        for derived, origin, way, found in zip(
            block.derived.tolist(), block.origin.tolist(), block.way.tolist(), passages, strict=True
        )
    ]


if __name__ == "__main__":
    main()
