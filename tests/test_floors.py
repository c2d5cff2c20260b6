"""The house: a room imports only from lower floors, stages do not know each other, verify/ knows model/ alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "rashomon"
FLOORS = {
    "errors": 1, "processor": 1, "model": 1, "text": 1, "reference": 1, "demo": 1,
    "stages": 2, "verify": 2, "publish": 2, "store": 2, "fetch": 2,
    "engine": 3, "pipeline": 4, "casebook": 5, "web": 6, "__init__": 6, "cli": 7, "__main__": 8,
}  # fmt: skip
PATHS = sorted(SOURCE.rglob("*.py"))


def room(parts: tuple[str, ...]) -> str:
    return parts[0] if parts else "__init__"


def imports(path: Path) -> Iterator[tuple[str, ...]]:
    """The parts behind `rashomon.` of every import in the file, inside functions and TYPE_CHECKING too."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (tuple(name.split(".")[1:]) for name in names if name.split(".")[0] == "rashomon")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_run_down(path: Path) -> None:
    own = path.relative_to(SOURCE).with_suffix("").parts
    for target in imports(path):
        there = room(target)
        same_room = room(own) == there and len(own) > 1
        if same_room and own[0] == "stages" and len(own) > 2:
            assert target[1] == own[1], f"{path}: a stage imports another: {target}"
        assert same_room or FLOORS[there] < FLOORS[room(own)], f"{path} (floor {FLOORS[room(own)]}) imports {target}"


def test_the_judge_does_not_live_with_the_builder() -> None:
    rooms = sorted((SOURCE / "verify").glob("*.py"))
    assert rooms
    for path in rooms:
        assert {room(target) for target in imports(path)} <= {"model", "errors", "verify"}, path
        assert len(path.read_text().splitlines()) <= 160, f"{path} is too long to be read by a lawyer"
