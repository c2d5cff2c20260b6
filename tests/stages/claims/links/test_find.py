"""What leads to what, as a sentence words it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.stages.claims.links.find import find_links


def told(article) -> list[tuple[str, str, str]]:
    text = article.report.text
    return [(each.kind, text[slice(*each.source)], text[slice(*each.target)]) for each in find_links(article)]


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Protests began due to a rise in bread prices.", "cause", "a rise in bread prices", "Protests began"),
        ("The drought led to hunger.", "cause", "The drought", "hunger"),
        ("The riots were sparked by rising rents.", "cause", "rising rents", "The riots"),
        ("The school closed because the roof fell.", "cause", "the roof fell", "The school closed"),
        ("The flood was not caused by rain but by the broken dam.", "cause", "the broken dam", "The flood"),
        (
            "Belmar sent troops at the request of the president of Arvany.",
            "request",
            "the president of Arvany",
            "Belmar sent troops",
        ),
        ("The mayor asked the army to help.", "request", "The mayor", "help"),
        ("The council decided to close the schools.", "decision", "The council", "close the schools"),
        (
            "Troops were sent by the decision of the council.",
            "decision",
            "the council",
            "Troops were sent",
        ),
        (
            "Under article 7 of the charter, the assembly elected a president.",
            "decision",
            "article 7 of the charter",
            "the assembly elected a president",
        ),
        ("Belmar sent troops in order to restore calm.", "purpose", "Belmar sent troops", "restore calm"),
        ("Belmar sent troops to guard the port.", "purpose", "Belmar sent troops", "guard the port"),
        ("The troops stay until order is restored.", "condition", "order is restored", "The troops stay"),
        ("If rebels attack, the army will leave.", "condition", "rebels attack", "the army will leave"),
        ("The main tasks include the protection of ports.", "part", "The main tasks", "the protection of ports"),
        (
            "The main tasks will be guarding ports and helping the police.",
            "part",
            "The main tasks",
            "guarding ports",
        ),
    ],
)
def test_links(make_article, text: str, kind: str, source: str, target: str) -> None:
    assert (kind, source, target) in told(make_article(text))


@pytest.mark.parametrize(
    "text",
    [
        "Protests began after the vote.",
        "The minister wants to leave.",
        "The flood was not caused by rain.",
        "She wept under the bridge.",
        "The book includes three maps.",
    ],
)
def test_what_is_no_link(make_article, text: str) -> None:
    assert told(make_article(text)) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from("troops were sent due to the request of in order until if tasks include , rain .".split()),
        max_size=16,
    )
)
def test_ends_lie_in_the_text_and_apart(make_article, words: list[str]) -> None:
    text = " ".join(words)
    for link in find_links(make_article(text)):
        (a, b), (c, d) = link.source, link.target
        assert min(a, c) >= 0 and max(b, d) <= len(text) and a < b and c < d
        assert b <= c or d <= a


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Troops landed in Arvany on Thursday, after the president called for help against the rebels.",
            ("request", "the president", "Troops landed in Arvany on Thursday"),
        ),
        (
            "The council approved the deployment of 300 troops.",
            ("decision", "The council", "the deployment of 300 troops"),
        ),
        (
            "After completing its tasks it will be withdrawn from the island.",
            ("condition", "completing its tasks", "it will be withdrawn from the island"),
        ),
        (
            "Once the port is secure, the force will be withdrawn.",
            ("condition", "the port is secure", "the force will be withdrawn"),
        ),
        (
            "The unrest was caused by the fact that gangs took advantage of the march.",
            ("cause", "the fact that gangs took advantage of the march", "The unrest"),
        ),
        (
            "Triggered by high prices, they escalated into riots.",
            ("cause", "high prices", "they escalated into riots"),
        ),
        ("Rebels attacked the town of Lisk, sparking panic.", ("cause", "Rebels attacked the town of Lisk", "panic")),
    ],
)
def test_steps_of_what_came_about(make_article, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(make_article(text))


@pytest.mark.parametrize(
    "text",
    [
        "The plant is due to open in May.",
        "Asked if the plan would cost jobs, the minister left.",
        "The shop opened after repairing its roof.",
        "It caused panic.",
    ],
)
def test_what_leads_to_nothing(make_article, text: str) -> None:
    assert told(make_article(text)) == []
