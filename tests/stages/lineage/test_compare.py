"""Comparing reports that no desk would print: bounded work, and a problem on file where not all was compared."""

import pytest

from rashomon.model.report import Report
from rashomon.stages.lineage.bounds import too_long
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.sketch import sketch

STORY = (
    "The ferry Halvorsund ran aground on a sandbank off Brekkoy early on Tuesday with 84 people on board. "
    "Divers will examine the hull as soon as the wind drops, the owners of the line announced."
)
SMALL = Settings(longest=2_000, small=2)


def edges(texts: list[str]) -> list[tuple[str, str]]:
    reports = [
        Report(id=f"r{number:03d}", source=f"{number}.txt", text=text, language="en")
        for number, text in enumerate(texts)
    ]
    long = [problem.report for problem in too_long(reports, SMALL)]
    assert long == [report.id for report in reports if len(report.text) > SMALL.longest]
    prints, sketches = ([work(report, SMALL) for report in reports] for work in (fingerprint, sketch))
    return [(edge.a, edge.b) for edge in compare(reports, prints, sketches, SMALL)]


@pytest.mark.parametrize(
    "hostile",
    [
        "fish " * 3_000,
        "".join(f"w{number} " for number in range(3_000)),
        "ab cd " * 3_000,
        "Run now. " * 1_000,
        "a" * 20_000,
    ],
    ids=["one word", "no full stop", "two words", "short sentences", "one long word"],
)
def test_reports_of_no_sense_do_not_hide_what_others_share(hostile: str) -> None:
    assert ("r002", "r003") in edges([hostile, "", STORY, STORY, hostile])


def test_many_printings_of_one_text_make_one_edge_each() -> None:
    assert edges([STORY] * 60) == [("r000", f"r{number:03d}") for number in range(1, 60)]


def test_boilerplate_alone_is_no_copying() -> None:
    assert edges(["Sign up for our newsletter."] * 30) == []
