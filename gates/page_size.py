"""How large the page of a record is: one invented happening told by more and more reports.

    python gates/page_size.py [--sizes 5 50 500] [--save]

`--save` pins the figures in gates/speed.json.
"""

import argparse
import gzip
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec
from one_story import one_story
from pinned import pin, rounded

from rashomon.casebook import Casebook
from rashomon.publish import page

SIZES = (5, 50, 500)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--save", action="store_true")
    options = parser.parse_args(arguments)
    tables = {f"{size} reports": measured(size) for size in options.sizes}
    for title, figures in tables.items():
        print(f"\n{title}")
        for name, figure in figures.items():
            print(f"  {name:<50}{rounded(figure):>12,}")
    if options.save:
        pin("page", tables)


def measured(size: int) -> dict[str, float]:
    rows = [
        {"id": report.id, "title": report.title, "outlet": report.outlet, "published": report.published, "text": report.text}
        for report in one_story(size)
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        file.write_text("\n".join(json.dumps(row) for row in rows))
        record = Casebook(None).read(file)
    whole, body = page.render(record).encode(), msgspec.json.encode(record)
    return {
        "kilobytes of the page": len(whole) / 1000,
        "of which the packed record": len(page.embedded(record)) / 1000,
        "kilobytes of the record as JSON": len(body) / 1000,
        "the record packed by gzip, a share of it": len(gzip.compress(body, mtime=0)) / len(body),
        "claims": len(record.claims),
        "findings": len(record.findings),
    }


if __name__ == "__main__":
    main()
