"""Names of media by their form, for those that no table has. All names are invented."""

import pytest

from rashomon.stages.intake.media_names import by_form


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The mayor told the Velmora Herald on Tuesday.", ["Velmora Herald"]),
        ("Viewers of WVLM and KVLM-TV saw it.", ["WVLM", "KVLM-TV"]),
        ("As velmora-now.com and port-sorrel.co.uk had it.", ["velmora-now.com", "port-sorrel.co.uk"]),
        ("See velmora-now.com/today for more.", []),
        ("He wrote to ada@velmora-now.com yesterday.", []),
        ("Radio Sorrel had it first.", ["Radio Sorrel"]),
        ("It was on local Radio Sorrel, on TV Nine and the state TV.", []),
        ("The Sorrel Lookout newspaper printed it.", ["Sorrel Lookout"]),
        ("The newspaper Sorrel Lookout printed it.", ["Sorrel Lookout"]),
        ("WITH ALL HANDS LOST, WVLM SAID", []),
        ("Nobody of any paper was there.", []),
    ],
)
def test_a_form_tells_a_medium(text: str, names: list[str]) -> None:
    assert {one.name for one in by_form(text)} == set(names)  # two ways may lead to one name
    assert all(text[one.start : one.end] == one.name for one in by_form(text))
