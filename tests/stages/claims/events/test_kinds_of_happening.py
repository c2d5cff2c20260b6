"""One sentence of our own for each kind of happening: passives, nouns, reduced relatives, several in one sentence."""

import pytest

from rashomon.stages.claims.events.find import find_events

Row = tuple[str, str | None, list[str], list[str]]

TABLE: list[tuple[str, Row]] = [
    ("Teachers in Arvany rallied outside the ministry.", ("protest", "PROTEST", ["Teachers in Arvany"], [])),
    (
        "The storming of the mayor's office by a crowd shocked the city.",
        ("storm", "ASSAULT", ["a crowd"], ["the mayor's office"]),
    ),
    (
        "Clashes between police and protesters left nine people injured.",
        ("clash", "ASSAULT", [], ["police", "protesters"]),
    ),
    (
        "Soldiers overthrew the president of Belmar and suspended the constitution.",
        ("dismiss", None, ["Soldiers"], ["the president of Belmar"]),
    ),
    (
        "Soldiers overthrew the president of Belmar and suspended the constitution.",
        ("ban", "COERCE", ["Soldiers"], ["the constitution"]),
    ),
    ("The Union slapped an arms embargo on Belmar.", ("sanction", "SANCTION", ["The Union"], ["Belmar"])),
    (
        "Sanctions imposed on Belmar by the Union were lifted on Friday.",
        ("sanction", "SANCTION", ["the Union"], ["Belmar"]),
    ),
    (
        "Arvany froze the assets of two Belmar banks.",
        ("sanction", "SANCTION", ["Arvany"], ["the assets of two Belmar banks"]),
    ),
    (
        "The foreign ministers of Arvany and Belmar met in Oro.",
        ("meet", "CONSULT", ["The foreign ministers of Arvany and Belmar"], []),
    ),
    ("The president held talks with the rebel leader.", ("meet", "CONSULT", ["The president"], ["the rebel leader"])),
    (
        "Volunteers delivered food and blankets to villages cut off by the floods.",
        ("assist", "AID", ["Volunteers"], ["villages"]),
    ),
    (
        "Volunteers delivered food and blankets to villages cut off by the floods.",
        ("cut-off", None, ["the floods"], ["villages"]),
    ),
    (
        "Floods swept through the valley, destroying two bridges and killing 14 people.",
        ("kill", None, ["Floods"], ["14 people"]),
    ),
    ("The army was sent to the flooded valley to help residents.", ("assist", "AID", ["The army"], ["residents"])),
    ("Dock workers walked off the job on Monday.", ("strike-labour", "PROTEST", ["Dock workers"], [])),
    ("Nurses went on strike over pay.", ("strike-labour", "PROTEST", ["Nurses"], [])),
    ("A strike by train drivers brought Arvany to a standstill.", ("strike-labour", "PROTEST", ["train drivers"], [])),
    ("Pilots ended a two-week strike.", ("strike-labour", "PROTEST", ["Pilots"], [])),
    ("Two journalists were arrested on charges of espionage.", ("arrest", "COERCE", [], ["Two journalists"])),
    (
        "Police took three suspects into custody after the robbery.",
        ("arrest", "COERCE", ["Police"], ["three suspects"]),
    ),
    ("The arrest of the opposition leader sparked protests.", ("arrest", "COERCE", [], ["the opposition leader"])),
    ("The former minister was sentenced to nine years in prison.", ("convict", "COERCE", [], ["The former minister"])),
    ("The trial of three officers opened in Belmar.", ("try", "ACCUSE", [], ["three officers"])),
    ("The banker was charged with fraud and released on bail.", ("charge", "ACCUSE", [], ["The banker"])),
    ("The banker was charged with fraud and released on bail.", ("release", "COOPERATE", [], ["The banker"])),
    ("A judge acquitted the mayor.", ("acquit", None, ["A judge"], ["the mayor"])),
    ("Gunmen killed four soldiers in an ambush near Lisk.", ("kill", "ASSAULT", ["Gunmen"], ["four soldiers"])),
    ("Twelve villagers were shot dead by militiamen.", ("shoot", "ASSAULT", ["militiamen"], ["Twelve villagers"])),
    ("An air strike by Belmar on the market killed six traders.", ("kill", "ASSAULT", ["Belmar"], ["six traders"])),
    ("An air strike on the hospital was condemned by the Union.", ("bomb", "ASSAULT", [], ["the hospital"])),
    (
        "The two armies agreed to a ceasefire that took effect at midnight.",
        ("agree", "AGREE", ["The two armies"], ["a ceasefire"]),
    ),
    (
        "The ceasefire was broken hours later by rebel fighters.",
        ("violate-truce", "ASSAULT", ["rebel fighters"], ["The ceasefire"]),
    ),
    ("Belmar rejected a ceasefire proposed by the Union.", ("reject", "REJECT", ["Belmar"], ["a ceasefire"])),
    ("The prime minister stepped down after weeks of protests.", ("resign", None, ["The prime minister"], [])),
    ("The cabinet was dissolved by the king.", ("dismiss", None, ["the king"], ["The cabinet"])),
    ("Lawmakers elected Ana Brill as president.", ("elect", None, ["Lawmakers"], ["Ana Brill"])),
    ("Belmar deployed 300 soldiers to the border.", ("deploy", "MOBILIZE", ["Belmar"], ["300 soldiers"])),
    ("Peacekeepers from Oro arrived in Lisk on Thursday.", ("arrive", "MOBILIZE", ["Peacekeepers from Oro"], [])),
    ("Troops were pulled out of the city.", ("withdraw", "RETREAT", [], ["Troops"])),
    ("More than 2,000 people were evacuated from the valley.", ("evacuate", "AID", [], ["More than 2,000 people"])),
    ("The evacuation of the hospital began at dawn.", ("evacuate", "AID", [], ["the hospital"])),
    ("Arvany closed its border with Belmar.", ("close", "COERCE", ["Arvany"], ["its border"])),
    (
        "The border crossing was shut on Friday by Belmar guards.",
        ("close", "COERCE", ["Belmar guards"], ["The border crossing"]),
    ),
    ("Flights to Oro were suspended because of the ash.", ("cancel", None, [], ["Flights"])),
    ("The opposition won the election.", ("win", None, ["The opposition"], ["the election"])),
    ("Police fired tear gas at demonstrators.", ("repress", "COERCE", ["Police"], ["demonstrators"])),
    (
        "The president declared martial law and ordered the army into the streets.",
        ("emergency", "COERCE", ["The president"], ["martial law"]),
    ),
    ("A man detained in Lisk escaped from prison.", ("arrest", "COERCE", [], ["A man"])),
    ("Rebels holding the town released 30 hostages.", ("release", "COOPERATE", ["Rebels"], ["30 hostages"])),
    ("Arvany expelled the ambassador of Belmar.", ("break-ties", "SANCTION", ["Arvany"], ["the ambassador of Belmar"])),
    ("The minister denied that troops had fired on the crowd.", ("shoot", "ASSAULT", ["troops"], ["the crowd"])),
    ("The rebels accused the army of burning the village.", ("accuse", "ACCUSE", ["The rebels"], ["the army"])),
    ("The army opened fire after being attacked by the crowd.", ("attack", "ASSAULT", ["the crowd"], ["The army"])),
    ("Prosecutors charged the trader with murder.", ("charge", "ACCUSE", ["Prosecutors"], ["the trader"])),
    ("The river guard violated the rules.", ("violate", None, ["The river guard"], ["the rules"])),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_kinds_of_happening(make_article, text: str, expected: Row) -> None:
    found = [
        (f.event.frame, f.event.type, [p.text for p in f.event.actors], [p.text for p in f.event.targets])
        for f in find_events(make_article(text))
    ]
    assert expected in found


@pytest.mark.parametrize(
    ("text", "frame", "blamed"),
    [
        ("The attack was blamed on a separatist group.", "attack", "a separatist group"),
        ("Police said the group was responsible for the killings.", "kill", "the group"),
        ("A separatist group is suspected of bombing the station.", "bomb", "A separatist group"),
    ],
)
def test_whom_it_is_laid_to_did_it_in_nobodys_words(make_article, text: str, frame: str, blamed: str) -> None:
    event = next(f.event for f in find_events(make_article(text)) if f.event.frame == frame)
    assert [each.text for each in event.blamed] == [blamed]
    assert not event.actors


def test_what_nearly_was_was_not(make_article) -> None:
    found = find_events(make_article("The bridge was nearly destroyed by the flood."))
    assert [(f.event.frame, f.event.type, f.modality) for f in found] == [("destroy", None, "denied")]


@pytest.mark.parametrize(
    "text", ["The evacuation of the hospital began at dawn.", "The trial of three officers opened."]
)
def test_a_noun_and_its_phase_are_one_event(make_article, text: str) -> None:
    assert len(find_events(make_article(text))) == 1
