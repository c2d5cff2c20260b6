"""gates/speed.json: the figures of speed, a table for each program that measures one."""

import json
from pathlib import Path

SPEED = Path(__file__).parent / "speed.json"


def pin(table: str, figures: dict[str, float]) -> None:
    """Put the figures in the place of those that stand under this table's name; the other tables stay."""
    tables = json.loads(SPEED.read_text()) if SPEED.exists() else {}
    tables[table] = {name: rounded(figure) for name, figure in figures.items()}
    SPEED.write_text(json.dumps(tables, indent=1) + "\n")


def rounded(figure: float) -> float:
    """Three decimals, and no more than four digits that count."""
    return figure if isinstance(figure, int) else round(figure, 3) if abs(figure) < 100 else round(figure)
