"""Looking into a casebook at the command line: stories by what is known of them, and news."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.casebook.seeking import STATUSES, UNREAD
from rashomon.cli import looking, main

FERRY = "Ferry aground off Brekkoy\n\nBREKKOY, Norway, May 6, 2031 - The ferry Halvorsund ran aground off Brekkoy on Tuesday, the coast guard of Norway said."
MILL = "Fire destroys paper mill\n\nTAVASTIA, Finland, May 9, 2031 - A fire destroyed the paper mill in Tavastia on Friday, the fire brigade of Finland said."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("looking")
    for name, text in (("ferry.txt", FERRY), ("mill.txt", MILL)):
        (folder / name).write_text(text)
    assert call(folder, "add", str(folder / "ferry.txt"), str(folder / "mill.txt")).exit_code == 0
    return folder


def call(home: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--casebook", str(home)])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (("--text", "halvors"), ["Ferry aground off Brekkoy"]),
        (("--place", "finland"), ["Fire destroys paper mill"]),
        (("--party", "halvorsund"), ["Ferry aground off Brekkoy"]),
        (("--until", "2031-05-07"), ["Ferry aground off Brekkoy"]),
        (("--since", "2031-05-07"), ["Fire destroys paper mill"]),
        (("--status", "unread", "--newest", "--limit", "1"), ["Fire destroys paper mill"]),
        (("--new-since", "2130-01-01"), []),
    ],
)
def test_stories_by_what_is_known_of_them(home: Path, asked: tuple[str, ...], found: list[str]) -> None:
    rows = [json.loads(line) for line in call(home, "stories", "--json", *asked).stdout.splitlines()]
    assert [row["title"] for row in rows] == found
    assert all(row["added"] for row in rows)


def test_where_no_story_is_like_this_it_is_said(home: Path) -> None:
    assert "No story is like this." in call(home, "stories", "--party", "nobody").output
    wrong = call(home, "stories", "--since", "May")
    assert wrong.exit_code == 2 and "2031-05-06" in wrong.output


def test_news_since_yesterday_and_since_a_time(home: Path) -> None:
    said = call(home, "news").output
    assert "2 reports added, 0 records made." in said
    assert "Stories: 2 new, 0 that have grown" in said
    assert "Ferry aground off Brekkoy (1 report)" in said
    assert "0 reports added" in call(home, "news", "--since", "2130-01-01").output
    row = json.loads(call(home, "news", "--json", "--since", "2020-01-01").stdout)
    assert len(row["reports"]) == 2 and row["since"].startswith("2020-01-01")


def test_the_statuses_that_can_be_asked_for_are_those_that_stories_are_found_by() -> None:
    assert (*STATUSES, UNREAD) == looking._STATUSES
