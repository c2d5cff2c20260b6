"""What rows say of themselves, and what of it cannot be meant."""

import pytest

from rashomon.model.report import RawPage, Row
from rashomon.stages.intake import read
from rashomon.stages.intake.given import address_of

PROSE = "Nine ships left the harbour of Velmora on Tuesday after the mayor had closed it, officials said."


def test_what_cannot_be_meant_is_left_out_with_a_problem() -> None:
    row = Row(url="http://[bad", language="klingonisch!!", retrieved="tomorrow", published="yesterday")
    got = read(RawPage(source="r.jsonl#1", media="text", text=PROSE, row=row))
    assert got.report is not None
    assert (got.report.url, got.report.language, got.report.retrieved, got.report.published) == (None, "en", None, None)
    assert sorted(problem.code for problem in got.problems) == [
        "address-unread", "date-unread", "date-unread", "language-unread",
    ]  # fmt: skip
    assert all(problem.message.endswith(".") for problem in got.problems)


def test_lengths_are_bounded() -> None:
    row = Row(title="Storm " * 170_000, outlet="Storm " * 170_000, bylines=("x" * 1_000_000,) * 1_000, language="EN_us")
    got = read(RawPage(source="r.jsonl#1", media="text", text=PROSE, row=row))
    assert got.report is not None
    assert len(got.report.title or "") <= 1_000
    assert len(got.report.outlet or "") <= 300
    assert sum(map(len, got.report.bylines)) <= 15_000
    assert got.report.language == "en-US"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://[bad", "/a/b", "", "ftp://example.org/a"])
def test_what_is_no_web_address(url: str) -> None:
    assert address_of(url) is None


def test_an_address_with_breaks_or_quotation_marks_is_none() -> None:
    for url in (
        "https://velm.example/a b",
        "https://velm.example/\r\nSet-Cookie: a=b",
        'https://velm.example/"x',
        "https://velm.example/<b>",
    ):
        assert address_of(url) is None
