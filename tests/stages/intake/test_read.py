"""A page in, a report out: what is kept, what goes, and what is told of it. All pages are invented."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.report import RawPage, Report, Row
from rashomon.stages.intake import IntakeSettings, read

PROSE = "Nine ships left the harbour of Velmora on Tuesday after the mayor had closed it, officials said."
MORE = "The mayor said that the harbour would stay closed until the storm was over, and asked for help."


def report_of(text: str | bytes, media: str = "text", row: Row | None = None) -> Report:
    content = text if isinstance(text, bytes) else text.encode()
    got = read(RawPage(source="a.txt", media=media, content=content, row=row or Row()))
    assert got.report is not None, got
    return got.report


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in report.furniture]


def test_stamps_headline_and_picture_credit_leave_the_text() -> None:
    """
    The date is read from the stamp, the outlet from the only picture's credit.
    """
    report = report_of(
        "Posted 3 марта 2021,, 10:47\n\nModified 4 марта 2021,, 22:37\n\nShips leave Velmora in storm\n\n"
        f'Ships leave Velmora in storm\n\n3 марта 2021, 10:47\nФото: Meduza\n{PROSE}\n\n{MORE}\n\n"'
    )
    assert report.text == f"{PROSE}\n\n{MORE}"
    assert (report.published, report.modified, report.dated_by) == ("2021-03-03T10:47", "2021-03-04T22:37", "text")
    assert (report.title, report.outlet, report.language) == ("Ships leave Velmora in storm", "Meduza", "en")
    assert [kind for kind, _ in kinds(report)] == ["date", "date", "headline", "headline", "date", "credit", "other"]


def test_the_foot_of_a_page_goes_and_its_source_line_is_a_credit() -> None:
    report = report_of(
        f"Ships leave Velmora in storm\n\n{PROSE}\n\n{MORE}\n\nVelmora-Post, 10.03.2021\nSource: TASS\n\nRelated Posts\n\n"
        "Mayor closes the harbour\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *"
    )
    assert report.text == f"{PROSE}\n\n{MORE}"
    assert (report.outlet, report.published, report.dated_by) == ("Velmora-Post", "2021-03-10", "text")
    assert [credit.name for credit in report.credits] == ["TASS"]
    assert ("related", "Mayor closes the harbour") in kinds(report)


def test_a_blurb_behind_the_end_names_the_outlet() -> None:
    report = report_of(
        f"Ships leave Velmora in storm\n\n{PROSE}\n\n{MORE}\n\nSource link\n\n"
        "Velm24: the latest news of the hour, politics, society .Hot news of the whole world in one place\n\n"
        "Related Articles\n\nBack to top button"
    )
    assert report.outlet == "Velm24"
    assert [kind for kind, _ in kinds(report)] == ["headline", "source", "promotion", "related", "menu"]


def test_a_section_above_and_an_outlet_below_the_headline() -> None:
    report = report_of(
        f"Storm in Velmora\n\nNine Ships Leave the Harbour as the Mayor Shuts It\n\n{PROSE}\nSputnik\n{MORE}\nDiscuss"
    )
    assert report.title == "Nine Ships Leave the Harbour as the Mayor Shuts It"
    assert report.outlet == "Sputnik"
    assert report.text == f"{PROSE}\n\n{MORE}"


def test_a_dateline_stays_and_dates_the_report_by_the_year_of_its_own_text() -> None:
    text = (
        f"Velmora. March 3rd. INTERFAX - {PROSE}\nThe law was signed on March 3, 2021, and the harbour closed at once."
    )
    report = report_of(text)
    assert report.text.startswith("Velmora. March 3rd. INTERFAX - Nine ships")
    assert (report.outlet, report.published, report.dated_by) == ("Interfax", "2021-03-03", "dateline")
    assert report.title is None


def test_a_report_without_a_date_stays_undated() -> None:
    report = report_of(f"{PROSE}\n\nIn May 2019 and on January 5, 2020 ships had left too, the mayor said at the time.")
    assert (report.published, report.dated_by) == (None, None)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ada Holm",
        "Фото: Ада Хольм",
        "Read also: Mayor closes the harbour",
        "A ship burns in the harbour of Velmora. (Ada Holm/Reuters)",
        "FILE PHOTO: The mayor of Velmora",
        "Advertisement",
        "Share this article",
        "Читайте также: Порт закрыт",
    ],
)
def test_lines_that_go_from_the_middle(line: str) -> None:
    assert report_of(f"{PROSE}\n\n{line}\n\n{MORE}").text == f"{PROSE}\n\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "The mayor's demands",
        "Photo studios in the town were shut as well, and the owners said they would leave within a week.",
        "Updated figures were published on 4 March 2021 and showed that nine ships had left the harbour.",
        "Share prices of the shipping line fell by nine per cent within an hour of the announcement.",
        "“We will stay.”",
        "He said:",
        "Related to this, the harbour master was dismissed on Tuesday by the council of the town.",
    ],
)
def test_lines_that_stay_in_the_middle(line: str) -> None:
    assert report_of(f"{PROSE}\n\n{line}\n\n{MORE}").text == f"{PROSE}\n\n{line}\n\n{MORE}"


def test_hard_wrapped_lines_are_joined_and_lone_lines_are_paragraphs() -> None:
    wrapped = (
        "Nine ships left the harbour of Velmora on Tuesday after the\n"
        "mayor had closed it because of the storm that had reached\n"
        "the coast the day before, and that was about to grow into a\n"
        "hurricane."
    )
    assert report_of(f"{wrapped}\n\n{wrapped}").text == "\n\n".join([wrapped.replace("\n", " ")] * 2)
    assert report_of(f"{PROSE}\n{MORE}").text == f"{PROSE}\n\n{MORE}"


def test_a_row_says_what_it_is() -> None:
    row = Row(
        title="Ships leave",
        published="2021-03-03T10:00:00+02:00",
        outlet="reuters.com",
        language="en",
        bylines=("Ada Holm",),
    )
    report = report_of(f"Ships leave\n\n{PROSE}", row=row)
    assert (report.title, report.outlet, report.published, report.dated_by) == (
        "Ships leave", "Reuters", "2021-03-03T10:00:00+02:00", "metadata",
    )  # fmt: skip
    assert report.text == PROSE
    assert report.bylines == ("Ada Holm",)


def test_a_date_that_cannot_be_read_is_a_problem() -> None:
    got = read(RawPage(source="r.jsonl#1", media="text", text=PROSE, row=Row(published="next week")))
    assert got.report is not None
    assert got.report.published is None
    assert [problem.code for problem in got.problems] == ["date-unread"]


PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ships leave Velmora - Velmora Post</title>
<meta property="og:site_name" content="Velmora Post"><meta property="og:title" content="Ships leave Velmora">
<meta property="article:published_time" content="2021-03-03T10:47:00+02:00">
<script type="application/ld+json">{{"@type": "NewsArticle", "dateModified": "2021-03-04T08:00:00Z"}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ships leave Velmora</h1><p>{PROSE}</p><p>{MORE}</p>
<p>{PROSE.replace("Nine", "Ten")}</p></article><footer>Copyright Velmora Post</footer></body></html>"""


def test_a_page_gives_body_title_dates_and_site() -> None:
    report = report_of(PAGE, "html")
    assert report.text.startswith(PROSE)
    assert MORE in report.text.split("\n\n")
    assert (report.title, report.outlet) == ("Ships leave Velmora", "Velmora Post")
    assert (report.published, report.modified) == ("2021-03-03T10:47:00+02:00", "2021-03-04T08:00:00+00:00")


def test_a_page_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    assert MORE in report_of(PAGE[: PAGE.index("Ten ships")], "html").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_encodings_are_told(encoding: str) -> None:
    text = "Девять судов покинули порт Вельмора во вторник, после того как мэр закрыл его из-за шторма. " * 4
    assert report_of(text.encode(encoding)).text == text.strip()


def test_a_declared_charset_counts_for_pages() -> None:
    page = PAGE.replace("utf-8", "windows-1252").replace("storm", "störm")
    assert "störm" in report_of(page.encode("cp1252"), "html").text


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02PNG\x00\x00" * 50, b"Share\n\nPhoto: x\n"])
def test_what_is_no_report_is_rejected_by_name(content: bytes) -> None:
    got = read(RawPage(source="odd.txt", media="text", content=content))
    assert got.report is None
    assert got.rejected is not None
    assert got.rejected.error.startswith("odd.txt could not be read.")


def test_length_is_bounded_with_a_problem() -> None:
    got = read(RawPage(source="a", media="text", text=f"{PROSE}\n\n" * 50), IntakeSettings(max_characters=500))
    assert got.report is not None
    assert [problem.code for problem in got.problems] == ["cut-short"]


def test_the_same_page_gives_the_same_report() -> None:
    assert report_of(PROSE) == report_of(PROSE)


@given(st.text(alphabet=st.sampled_from('AaБб.,:\n"“ —(1)/Photo'), max_size=300))
def test_words_of_the_report_stand_in_the_source_in_order(text: str) -> None:
    got = read(RawPage(source="a", media="text", text=text, row=Row(language="en")))
    if got.report:
        at = 0
        bare = re.sub(r"\s", "", text)
        for paragraph in got.report.text.split("\n\n"):
            words = re.sub(r"\s", "", paragraph)
            at = bare.index(words, at) + len(words)


def test_a_script_in_a_heading_is_no_headline() -> None:
    page = PAGE.replace("<h1>", "<h1><script>alert(1)</script>").replace(
        "<title>Ships leave Velmora - Velmora Post</title>", ""
    )
    page = page.replace('<meta property="og:title" content="Ships leave Velmora">', "")
    assert report_of(page, "html").title == "Ships leave Velmora"


def test_what_is_too_long_for_a_word_is_taken_out_and_said() -> None:
    """Rules that look ahead over words would take hours on it."""
    page = RawPage(
        source="a.txt", media="text", text="Two were hurt in Velm. " + "w" * 300_000 + " The mill is closed."
    )
    found = read(page)
    assert found.report
    assert found.report.text == "Two were hurt in Velm. The mill is closed."
    assert [len(piece.text) for piece in found.report.furniture] == [300_000]
    assert [problem.code for problem in found.problems] == ["no-words"]
