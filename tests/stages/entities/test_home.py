"""What an outlet's address and name tell of where it is at home."""

from typing import Any

import pytest

from rashomon.model.report import Report
from rashomon.stages.entities.home import home_of
from rashomon.stages.entities.locate import PlaceName, locate


def report(**given: Any) -> Report:
    return Report(id="r", source="r", text="", language="en", **given)


@pytest.mark.parametrize(
    ("host", "towns"),
    [
        ("www.salinadailyherald.com", ("salina",)),
        ("thebostonobserver.net", ("boston",)),
        ("www.las-cruces-news.com", ("las cruces",)),
        ("www.newhavengazette.com", ("newhaven", "new haven")),
        ("wvsentinel.com", ("west virginia",)),
        ("www.thestar.com", ()),
        ("www.example.com", ()),
        ("localhost", ()),
    ],
)
def test_a_town_in_an_address(host: str, towns: tuple[str, ...]) -> None:
    assert home_of(report(url=f"http://{host}/a/b")).towns == towns


def test_the_country_of_an_ending_and_of_a_known_outlet() -> None:
    assert home_of(report(url="https://www.harbour-gazette.co.nz/1")).country == "NZ"
    assert home_of(report(url="https://harbour.tv/1")).country == ""
    assert home_of(report(outlet="TASS")).country == "RU"


def test_the_name_of_an_outlet_without_an_address() -> None:
    assert home_of(report(outlet="The Salina Morning Star")).towns == ("salina",)
    assert home_of(report()).towns == ()


def test_a_local_paper_means_the_town_next_door() -> None:
    names = [PlaceName("Athens"), PlaceName("Decatur County"), PlaceName("Macon"), PlaceName("Georgia")]
    abroad = locate([PlaceName("Athens"), PlaceName("Rome")])[0]
    at_home = locate(names, home_of(report(url="http://athensdailynews.com/1")))[0]
    assert abroad is not None and at_home is not None
    assert (abroad.country, at_home.country, at_home.admin1) == ("GR", "US", "GA")
