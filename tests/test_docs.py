"""The manual is as new as the program."""

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

from rashomon.model.record import Record

ROOT = Path(__file__).parent.parent


def _pages() -> dict[Path, str]:
    path = ROOT / "tools" / "write_references.py"
    spec = importlib.util.spec_from_file_location("write_references", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[Path, str] = module.pages()
    return found


@pytest.mark.parametrize(
    "name", ["docs/cli.md", "docs/record.md", "docs/codebooks.md", "docs/scale.md", "gates/README.md"]
)
def test_the_page_is_as_new_as_the_program(name: str) -> None:
    path = ROOT / name
    assert path.read_text() == _pages()[path], "run `make docs`"


@pytest.mark.parametrize(
    "path",
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "gates" / "README.md", *sorted((ROOT / "docs").glob("*.md"))],
    ids=lambda p: p.name,
)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#][^)]*)\)", path.read_text()):
        if "://" not in target:
            assert (path.parent / target.split("#")[0]).exists(), f"{path.name} links to {target}"


def test_make_knows_every_target_that_the_docs_name() -> None:
    known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md"):
        assert set(re.findall(r"(?<=[`\n]make )[a-z]+", path.read_text())) <= known


def test_the_tutorial_shows_what_the_demo_gives(demo_record: Record) -> None:
    shown = re.search(r"(?<=```\n)How many.*?(?=```)", (ROOT / "docs" / "tutorial.md").read_text(), re.DOTALL)
    assert shown
    given = [f"{finding.question} {finding.answers[0].value} ({finding.status})" for finding in demo_record.findings]
    assert set(shown.group().splitlines()) <= set(given), (
        "docs/tutorial.md, part 1, shows other findings than the demo's"
    )


def test_every_stage_has_a_section_and_every_table_that_it_names_exists() -> None:
    page = (ROOT / "docs" / "stages.md").read_text()
    for stage in ("intake", "lineage", "stories", "reading", "entities", "claims", "reconcile", "wording"):
        assert f"`stages/{stage}/" in page
    for path in re.findall(r"`((?:stages|text|reference|publish|model|tests|src)/[^`*]+)`", page):
        found = ROOT / path if path.startswith(("src", "tests")) else ROOT / "src" / "rashomon" / path
        assert found.exists(), f"stages.md names {path}"


def test_every_evaluation_set_is_explained() -> None:
    page = (ROOT / "gates" / "README.md").read_text()
    for name in tomllib.loads((ROOT / "gates" / "sets.toml").read_text()):
        assert f"| {name} |" in page
