"""Who published a report, where only the page's own lines tell. All outlets are invented."""

import pytest

from rashomon.model.report import RawPage, Report
from rashomon.stages.intake import read

PROSE = "Nine ships left the harbour of Velmora on Tuesday after the mayor had closed it, officials said."
MORE = "The mayor said that the harbour would stay closed until the storm was over, and asked for help."


def report_of(text: str) -> Report:
    got = read(RawPage(source="a.txt", media="text", text=text))
    assert got.report is not None
    return got.report


@pytest.mark.parametrize(
    "name",
    [
        "Velmora Gazette (evening)",
        "Velmora Gazette",
        "The Port Sorrel Evening Gazette (Velmora)",
        "El Faro de Velmora",
        "Die Zeit der Häfen",
    ],
)
def test_a_name_beside_the_day_may_have_brackets(name: str) -> None:
    report = report_of(f"Harbour closed as storm nears\n\n{PROSE}\n\n{MORE}\n\n{name}, 14.03.2024\n")
    assert (report.outlet, report.published, report.text) == (name, "2024-03-14", f"{PROSE}\n\n{MORE}")


def test_a_signed_line_gives_byline_and_outlet_and_the_outlet_is_no_credit() -> None:
    report = report_of(
        f"Posted 13 March 2024, 20:45\n\nHarbour closed as storm nears\n\nOda Fenn, Radio Kestrel (Velmora)\n\n{PROSE}\n\n"
        "“We shall wait,” the mayor told Radio Kestrel. Another captain told Radio Nordwind."
    )
    assert (report.outlet, report.bylines) == ("Radio Kestrel (Velmora)", ("Oda Fenn",))
    assert [credit.name for credit in report.credits] == ["Radio Nordwind"]
    assert "Oda Fenn" not in report.text


def test_a_blurb_with_brackets_names_the_outlet() -> None:
    blurb = "Lookout24 (Velmora): the freshest news of the day, politics, society, sport. Be always in the know!"
    report = report_of(
        f"Harbour closed as storm nears\n\n{PROSE}\n\n{MORE}\n\nSource link\n\n{blurb}\n\nRelated Articles"
    )
    assert report.outlet == "Lookout24 (Velmora)"
    assert report.text == f"{PROSE}\n\n{MORE}"


def test_a_person_and_a_place_are_no_byline() -> None:
    line = "Oda Fenn, mayor of Velmora"
    assert line in report_of(f"Harbour closed as storm nears\n\n{PROSE}\n\n{line}\n\n{MORE}").text
