"""gates/speed.json: the figures of speed, under the name of what was measured."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

SPEED = Path(__file__).parent / "speed.json"


def pin(name: str, figures: Mapping[str, Any], folder: Path = SPEED.parent) -> None:
    """Put the figures in the place of those that stand under this name; the others stay."""
    path = folder / SPEED.name
    tables = json.loads(path.read_text()) if path.exists() else {}
    tables[name] = _rounded(figures)
    path.write_text(json.dumps(tables, indent=1) + "\n")


def pinned(name: str, folder: Path = SPEED.parent) -> dict[str, Any]:
    """What stands under this name; empty where nothing does."""
    path = folder / SPEED.name
    found: dict[str, Any] = json.loads(path.read_text()).get(name, {}) if path.exists() else {}
    return found


def _rounded(figures: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _rounded(each) if isinstance(each, Mapping) else rounded(each) for name, each in figures.items()}


def rounded(figure: float) -> float:
    """Three decimals below one, and about four digits that count above."""
    if isinstance(figure, int):
        return figure
    return round(figure, 3 if abs(figure) < 10 else 2) if abs(figure) < 1000 else round(figure)
