"""Draws docs/images/scale.svg from gates/speed.json: what a report costs, and what is held, as a collection grows.

python tools/scale_plot.py          # needs matplotlib: pip install --require-hashes -r requirements-bench.lock
"""

import json
from pathlib import Path

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot

HOUSE = Path(__file__).parent.parent
PANELS = (
    (
        "milliseconds a report",
        {
            "on the clock": "milliseconds a report, on the clock",
            "of processors": "milliseconds a report, of processors",
        },
    ),
    ("gigabytes", {"memory, all processes": "gigabytes of memory, all processes", "on disk": "gigabytes on disk"}),
)


def main() -> None:
    sizes = json.loads((HOUSE / "gates" / "speed.json").read_text())["scale"]
    matplotlib.rcParams.update({"svg.hashsalt": "rashomon", "font.size": 9, "svg.fonttype": "none"})
    figure, axes = pyplot.subplots(1, 2, figsize=(8, 3))
    for axis, (unit, lines) in zip(axes, PANELS, strict=True):
        for label, name in lines.items():
            known = [(each["reports"], each[name]) for each in sizes.values() if name in each]
            axis.plot(*zip(*known, strict=True), marker="o", label=label)
        axis.set(xscale="log", xlabel="reports", ylabel=unit)
        axis.set_yscale("log" if unit == "gigabytes" else "linear")
        if unit != "gigabytes":
            axis.set_ylim(bottom=0)
        axis.spines[["top", "right"]].set_visible(False)
        axis.legend(frameon=False)
    figure.tight_layout()
    figure.savefig(HOUSE / "docs" / "images" / "scale.svg", metadata={"Date": None})


if __name__ == "__main__":
    main()
