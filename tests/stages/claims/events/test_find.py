"""Who did what to whom, in sentences about places and persons that do not exist."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.stages.claims.events.find import find_events
from rashomon.stages.claims.found import FoundEvent


def told(article) -> list[tuple[str | None, list[str], list[str]]]:
    return [
        (found.event.frame, [p.text for p in found.event.actors], [p.text for p in found.event.targets])
        for found in find_events(article)
    ]


def only(article, frame: str) -> FoundEvent:
    found = [each for each in find_events(article) if each.event.frame == frame]
    assert len(found) == 1, told(article)
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked a police station.", ("attack", ["Rebels"], ["a police station"])),
        ("The president dismissed the government.", ("dismiss", ["The president"], ["the government"])),
        ("The government resigned.", ("resign", ["The government"], [])),
        ("Belmar sent 70 soldiers to Arvany.", ("deploy", ["Belmar"], ["70 soldiers"])),
        ("The airport was seized by protesters.", ("seize", ["protesters"], ["The airport"])),
        ("At least nine ferry workers were killed.", ("kill", [], ["At least nine ferry workers"])),
        ("The council imposed a curfew.", ("curfew", ["The council"], ["a curfew"])),
        ("Arvany closed its borders.", ("close", ["Arvany"], ["its borders"])),
        ("Internet services were switched off.", ("cut-off", [], ["Internet services"])),
        ("Gunmen opened fire on a crowd.", ("shoot", ["Gunmen"], ["a crowd"])),
        ("The bridge collapsed.", ("collapse", [], ["The bridge"])),
        ("Arvany imposed sanctions on Belmar.", ("sanction", ["Arvany"], ["Belmar"])),
        ("Protesters clashed with riot police.", ("clash", ["Protesters"], ["riot police"])),
        ("Police arrested two men.", ("arrest", ["Police"], ["two men"])),
    ],
)
def test_a_plain_clause(make_article, text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert expected in told(make_article(text))


def test_a_crowd_storms_two_buildings_and_attacks(make_article) -> None:
    found = told(make_article("Rioters stormed the town hall and the old palace and later attacked the guards."))
    assert ("storm", ["Rioters"], ["the town hall", "the old palace"]) in found
    assert ("attack", ["Rioters"], ["the guards"]) in found


def test_who_is_meant_by_a_participle(make_article) -> None:
    found = told(make_article("Declaring a state of emergency, President Oro closed the schools."))
    assert ("emergency", ["President Oro"], ["a state of emergency"]) in found


def test_who_is_to_do_what_is_ordered(make_article) -> None:
    article = make_article("The council ordered shops to close and extended the school holidays.")
    assert ("close", [], ["shops"]) in told(article)
    assert only(article, "close").modality == "demanded"
    assert only(article, "extend").event.actors[0].text == "The council"


def test_a_decision_is_no_doer(make_article) -> None:
    assert ("deploy", [], ["Troops"]) in told(make_article("Troops were sent by decision of the council."))


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Mass protests broke out in the capital.", "begin"),
        ("The protests spread to the south.", "spread"),
        ("The protests ended.", "end"),
        ("Riots erupted. They spread to the south.", "spread"),
    ],
)
def test_a_happening_has_phases(make_article, text: str, phase: str) -> None:
    found = find_events(make_article(text))[-1].event
    assert found.family in {"protest", "unrest"}
    assert found.variant == phase


def test_both_ways_of_losing_office_are_one_family(make_article) -> None:
    first = find_events(make_article("The king dismissed the cabinet."))[0].event
    second = find_events(make_article("The cabinet resigned."))[0].event
    assert first.family == second.family == "office-end"
    assert (first.variant, second.variant) == ("dismissed", "resigned")


def test_a_noun_with_its_light_verb(make_article) -> None:
    article = make_article("Militants carried out an attack on the barracks.")
    assert told(article) == [("attack", ["Militants"], ["the barracks"])]


def test_a_noun_names_who_undergoes_or_does_it(make_article) -> None:
    found = told(make_article("He accepted the resignation of the government after the dismissal of two ministers."))
    assert ("resign", ["the government"], []) in found
    assert ("dismiss", [], ["two ministers"]) in found


@pytest.mark.parametrize(
    ("text", "frame", "blamed"),
    [
        ("He is accused of shooting two students.", "shoot", "He"),
        ("He allegedly stabbed a neighbour.", "attack", "He"),
        ("The group claimed responsibility for the attack on the barracks.", "attack", "The group"),
        ("Armed gangs were behind the riots.", "riot", "Armed gangs"),
    ],
)
def test_whom_others_hold_to_have_done_it_is_no_actor(make_article, text: str, frame: str, blamed: str) -> None:
    event = only(make_article(text), frame).event
    assert [each.text for each in event.blamed] == [blamed]
    assert event.actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the talks were useful.",
        "He thinks that it matters.",
        "The plan includes three steps.",
        "Scientists demonstrated that the method works.",
        "We found many things.",
    ],
)
def test_saying_thinking_and_being_are_no_events(make_article, text: str) -> None:
    assert told(make_article(text)) == []


def test_the_entity_is_that_of_the_head(make_article) -> None:
    article = make_article("The army of Arvany attacked Belmar.", {"Arvany": "place", "Belmar": "place"})
    event = find_events(article)[0].event
    assert event.actors[0].entity is None
    assert event.targets[0].entity == "Belmar"


def test_a_name_behind_a_role_is_who_is_meant(make_article) -> None:
    article = make_article("The president of Arvany, Ilo Marek, dismissed the cabinet.", {"Ilo Marek": "person"})
    assert only(article, "dismiss").event.actors[0].entity == "Ilo Marek"


def test_each_event_has_its_own_day(make_article) -> None:
    article = make_article(
        "The president declared a state of emergency, and on Friday he dismissed the government.",
        days={"Friday": "2031-05-02"},
    )
    assert only(article, "dismiss").date.start == "2031-05-02"
    assert only(article, "emergency").date is None


def test_a_day_in_front_counts_for_joined_verbs(make_article) -> None:
    article = make_article("On Friday, rebels entered the town and burned a church.", days={"Friday": "2031-05-02"})
    assert only(article, "burn").date.start == "2031-05-02"


def test_where(make_article) -> None:
    article = make_article("Rioters in Melbrook attacked police.", {"Melbrook": "place"})
    assert find_events(article)[0].places == ("Melbrook",)


WORDS = "the rebels police attacked seized and , town was by in on who after not will president dismissed protests began . “ ”".split()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=18))
def test_all_spans_lie_in_the_text_and_say_its_words(make_article, words: list[str]) -> None:
    text = " ".join(words)
    for found in find_events(make_article(text)):
        assert 0 <= found.start <= found.event.start < found.event.end <= found.end <= len(text)
        for each in (*found.event.actors, *found.event.targets, *found.event.blamed):
            assert text[each.start : each.end] == each.text


@pytest.mark.parametrize(
    ("text", "action", "actor"),
    [
        (
            "The makers of Arvenol have widened the gaps between the bars in their shops.",
            "widen",
            "The makers of Arvenol",
        ),
        ("A five-year-old boy fell down a dry well near the village on Sunday.", "fall", "A five-year-old boy"),
        ("Dozens of rescuers are trying to reach the boy at the bottom of it.", "try", "Dozens of rescuers"),
    ],
)
def test_what_a_report_begins_with_is_news_whatever_the_verb(make_article, text: str, action: str, actor: str) -> None:
    found = [each.event for each in find_events(make_article(text))]
    assert (action, [actor]) in [(event.action, [p.text for p in event.actors]) for event in found]


def test_far_down_soft_verbs_are_no_events(make_article) -> None:
    lead = "Rebels attacked a police station in the morning. " * 3
    found = find_events(make_article(lead + "The minister took a long walk in the garden of his house."))
    assert {each.event.action for each in found} == {"attack"}


def test_a_date_in_a_clause_of_its_own_is_not_lent(make_article) -> None:
    article = make_article(
        "Police searched the club because Oro founded it in 1998.", entities={}, days={"1998": "1998-01-01"}
    )
    assert only(article, "search").date is None


def test_a_date_that_is_an_attribute_yields_to_an_adverb(make_article) -> None:
    article = make_article(
        "Ilo Oro blamed the guard for Tuesday's attack in a speech on Saturday.",
        entities={"Ilo Oro": "person"},
        days={"Tuesday": "2021-03-02", "Saturday": "2021-03-06"},
    )
    date = only(article, "accuse").date
    assert date is not None and date.start == "2021-03-06"


def test_the_place_of_its_subject_is_the_main_events(make_article) -> None:
    article = make_article("Firefighters from three towns in Belmar rescued a boy.", entities={"Belmar": "place"})
    assert only(article, "rescue").places == ("Belmar",)


def test_whose_invasion_it_is(make_article) -> None:
    found = told(make_article("Crowds condemned Arvany's invasion of Belmar."))
    assert ("invade", ["Arvany"], ["Belmar"]) in found


def test_he_is_the_one_person_of_the_sentence_before(make_article) -> None:
    article = make_article(
        "A crowd knocked down a statue of Ilo Oro. Protesters demanded his resignation.", entities={"Ilo Oro": "person"}
    )
    actors = only(article, "resign").event.actors
    assert [(p.text, p.entity) for p in actors] == [("his", "Ilo Oro")]


def test_him_is_not_who_does_it(make_article) -> None:
    article = make_article("Ilo Oro sacked him.", entities={"Ilo Oro": "person"})
    assert [p.entity for p in only(article, "dismiss").event.targets] == [None]


def test_who_is_impeached_is_still_in_office(make_article) -> None:
    article = make_article("The senate impeached Ilo Oro on Friday.", entities={"Ilo Oro": "person"})
    assert only(article, "impeach").event.family == "impeach"
