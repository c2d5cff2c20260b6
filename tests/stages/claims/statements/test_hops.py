"""Chains of one to four hops, outermost first. A link is `name/type`; `~` before it: nobody that a voice could be given to."""

import pytest
from tests.stages.claims.statements.test_attribute import attributed


def chain(text: str, words: str, outlet: str | None = None) -> str:
    start = text.index(words)
    links = attributed(text, outlet).chain_of(start, start + len(words))
    return " > ".join(f"{'' if link.voice else '~'}{link.name}/{link.type}" for link in links)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The bridge fell on Monday, police in Ostmark said.", "bridge fell", "police in Ostmark/force"),
        (
            "Nine people drowned, according to the health ministry of Ostmark.",
            "Nine people",
            "health ministry of Ostmark/official",
        ),
        ("Per the harbour union, nine sailors were missing.", "nine sailors", "harbour union/organisation"),
        ("Media reports said that nine sailors were missing.", "nine sailors", "~Media reports/outlet"),
        ("Local media reported that nine sailors were missing.", "nine sailors", "~Local media/outlet"),
        ("It was reported that nine sailors were missing.", "nine sailors", ""),
        ("Nine sailors are believed to be missing.", "Nine sailors", ""),
        ("Nine sailors were missing, according to local reports.", "Nine sailors", "~local reports/unnamed"),
        ("Nine sailors were missing, reports say.", "Nine sailors", "~reports/unnamed"),
        ("Witnesses said that two boats were burning.", "two boats", "~Witnesses/witness"),
        (
            "A source in the port administration said that two boats were burning.",
            "two boats",
            "~source in the port administration/unnamed",
        ),
        ("State television said that two boats were burning.", "two boats", "State television/outlet"),
        (
            "Mayor Amber Vale told Reuters that two boats were burning.",
            "two boats",
            "Reuters/agency > Amber Vale/official",
        ),
        (
            "Two boats were burning, Reuters reported, citing the harbour police.",
            "Two boats",
            "Reuters/agency > harbour police/force",
        ),
        (
            "Reuters reported, citing two unnamed officials, that two boats were burning.",
            "two boats",
            "Reuters/agency > ~two unnamed officials/official",
        ),
        (
            "Citing witnesses, Reuters said that two boats were burning.",
            "two boats",
            "Reuters/agency > ~witnesses/witness",
        ),
        (
            "Reuters quoted the mayor as saying that two boats were burning.",
            "two boats",
            "Reuters/agency > mayor/official",
        ),
        (
            "Amber Vale was quoted by Reuters as saying that two boats were burning.",
            "two boats",
            "Reuters/agency > Amber Vale/None",
        ),
        (
            "Amber Vale, the mayor of Sudhafen, was quoted as saying by TASS that two boats were burning.",
            "two boats",
            "TASS/agency > Amber Vale/official",
        ),
        (
            "Two boats were burning, Interfax cited the mayor as saying.",
            "Two boats",
            "Interfax/agency > mayor/official",
        ),
        (
            "According to the newspaper Morning Star, citing the mayor, two boats were burning.",
            "two boats",
            "Morning Star/outlet > mayor/official",
        ),
        (
            "Two boats were burning, according to Reuters, which cited the harbour police.",
            "Two boats",
            "Reuters/agency > harbour police/force",
        ),
        (
            "Two boats were burning, local media reported, citing officials.",
            "Two boats",
            "~local media/outlet > ~officials/official",
        ),
        (
            "Local media quoted witnesses as saying that two boats were burning.",
            "two boats",
            "~Local media/outlet > ~witnesses/witness",
        ),
        (
            "The mayor said that the harbour police had reported two burning boats.",
            "two burning",
            "mayor/official > harbour police/force",
        ),
        (
            "In a report published by the Harbour Times, fishermen said that two boats were burning.",
            "two boats",
            "Harbour Times/outlet > ~fishermen/None",
        ),
        (
            "Two boats were burning, the mayor said in an interview with the BBC.",
            "Two boats",
            "BBC/outlet > mayor/official",
        ),
        ("Two boats were burning, the mayor said, quoted by TASS.", "Two boats", "TASS/agency > mayor/official"),
        (
            "Quoting a rescuer, the Harbour Times wrote that two boats were burning.",
            "two boats",
            "Harbour Times/outlet > ~rescuer/organisation",
        ),
        (
            "Two boats were burning, the Harbour Times quoted the mayor as telling reporters.",
            "Two boats",
            "Harbour Times/outlet > mayor/official",
        ),
        (
            "The mayor's statement, carried by TASS, said that two boats were burning.",
            "two boats",
            "TASS/agency > mayor's statement/official",
        ),
        (
            "Amber Vale told Reuters, cited by the BBC, that two boats were burning.",
            "two boats",
            "BBC/outlet > Reuters/agency > Amber Vale/None",
        ),
        (
            "According to a report in the Harbour Times that cites the mayor, two boats were burning.",
            "two boats",
            "Harbour Times/outlet > mayor/official",
        ),
        (
            "Reuters reported that the mayor had told the council that two boats were burning.",
            "two boats",
            "Reuters/agency > mayor/official",
        ),
        (
            "TASS reported, citing the Harbour Times, that the mayor had said two boats were burning.",
            "two boats",
            "TASS/agency > Harbour Times/outlet > mayor/official",
        ),
        (
            "The BBC reported, citing Reuters, which quoted the mayor, that two boats were burning.",
            "two boats",
            "BBC/outlet > Reuters/agency > mayor/official",
        ),
        (
            "The mayor was quoted by TASS as saying, citing the harbour police, that two boats were burning.",
            "two boats",
            "TASS/agency > mayor/official > harbour police/force",
        ),
        (
            "Reuters said that according to the mayor the harbour police had counted two burning boats.",
            "two burning",
            "Reuters/agency > mayor/official > harbour police/force",
        ),
        (
            "Local media, citing TASS, reported that the mayor said witnesses had seen two boats burning.",
            "two boats",
            "~Local media/outlet > TASS/agency > mayor/official > ~witnesses/witness",
        ),
        (
            "The BBC said TASS had quoted the mayor as saying that, according to rescuers, two boats were burning.",
            "two boats",
            "BBC/outlet > TASS/agency > mayor/official > ~rescuers/organisation",
        ),
    ],
)
def test_each_hop_with_its_type_outermost_first(text: str, words: str, expected: str) -> None:
    assert chain(text, words) == expected
