"""Captions that name no photographer leave the text; sentences that look like them stay. All happenings are invented."""

import pytest

from rashomon.model.report import RawPage
from rashomon.stages.intake import read
from rashomon.stages.intake.captions_en import describes_picture

PROSE = "Nine ships left the harbour of Velmora on Tuesday after the mayor had closed it, officials said."
CAPTIONS = [
    "Residents queueing for bread at the harbour gate, Port Sorrel",
    "A view shows a burned tram near the customs house in Port Sorrel, Velmora March 5, 2022.",
    "An aerial view of the flooded quarter of Saltmarket",
    "Soldiers guard a bridge in Port Sorrel, Velmora, March 12, 2024.",
    "Smoke is seen over the depot in Port Sorrel, March 12, 2024",
    "In this photo released by the harbour police, a tanker burns at Pier 9",
]
SENTENCES = [
    "Officials consider closing the harbour at Port Sorrel",
    "The new rules take effect on January 5, 2022.",
    "The move is seen weakening the currency of Velmora.",
    "She was born in Port Sorrel, Velmora, January 5, 1962.",
    "The president, visiting the harbour, is expected in Port Sorrel",
    "Statement by the President of Velmora, January 5, 2022",
    "Talks were held in Port Sorrel, Velmora, on January 5, 2022.",
    "Police kept firing in Port Sorrel",
    "“We are standing here in the rain, in Port Sorrel.”",
    "A view of history that nobody shares any longer was put forward by the mayor.",
]


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_caption_behind_the_first_paragraph_goes(line: str) -> None:
    got = read(RawPage(source="a", media="text", text=f"Harbour closed as storm nears\n\n{PROSE}\n\n{line}\n\n{PROSE}"))
    assert got.report is not None
    assert got.report.text == f"{PROSE}\n\n{PROSE}"
    assert ("caption", line) in [(one.kind, one.text) for one in got.report.furniture]


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_stays(line: str) -> None:
    assert not describes_picture(line)


def test_the_first_paragraph_is_never_a_caption() -> None:
    first = CAPTIONS[3]
    got = read(RawPage(source="a", media="text", text=f"Harbour closed as storm nears\n\n{first}\n\n{PROSE}"))
    assert got.report is not None
    assert got.report.text.startswith(first)
