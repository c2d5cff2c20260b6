"""The manual is as new as the program."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def _pages() -> dict[Path, str]:
    path = ROOT / "tools" / "write_references.py"
    spec = importlib.util.spec_from_file_location("write_references", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[Path, str] = module.pages()
    return found


@pytest.mark.parametrize("name", ["cli.md", "record.md"])
def test_the_page_is_as_new_as_the_program(name: str) -> None:
    path = ROOT / "docs" / name
    assert path.read_text() == _pages()[path], "run `make docs`"


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda p: p.name
)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#][^)]*)\)", path.read_text()):
        if "://" not in target:
            assert (path.parent / target.split("#")[0]).exists(), f"{path.name} links to {target}"


def test_make_knows_every_target_that_the_docs_name() -> None:
    known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md"):
        assert set(re.findall(r"(?<=[`\n]make )[a-z]+", path.read_text())) <= known
