"""Links that say nothing are left out; those that tell how a thing came about stay."""

import pytest

from rashomon.stages.claims.links.find import find_links


def told(article) -> list[tuple[str, str, str]]:
    text = article.report.text
    return [(each.kind, text[slice(*each.source)], text[slice(*each.target)]) for each in find_links(article)]


@pytest.mark.parametrize(
    "text",
    [
        "Belmar decided to join symbolically.",
        "The jury cannot forget it, even if they try.",
        "The danger has, if anything, grown after the attack.",
        "If you march, you should wear good shoes.",
        "If that is true, the boat would be faster than any other.",
        "That is why they did well, because they listened.",
        "The move would do little to stop the riots.",
        "His wife called 911 to report that he was missing.",
        "Protests led to dozens of people.",
        "The office issued an alert outlining the symptoms to look for.",
    ],
)
def test_nothing_is_led_to(make_article, text: str) -> None:
    assert told(make_article(text)) == []


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (
            "Troops were sent to Belmar for a limited time to guard the port.",
            ("purpose", "Troops were sent to Belmar for a limited time", "guard the port"),
        ),
        ("The council decided to resign.", ("decision", "The council", "resign")),
        ("The council ordered shops to close.", ("decision", "The council", "shops to close")),
        ("The army's intervention to end the siege began.", ("purpose", "The army's intervention", "end the siege")),
        ("The troops will focus on guarding the port.", ("part", "The troops", "guarding the port")),
        ("The troops will be there to guard the port.", ("purpose", "The troops will be there", "guard the port")),
        ("The council closed the schools until Monday.", ("condition", "Monday", "The council closed the schools")),
        ('The plane crashed due to "engine failure".', ("cause", "engine failure", "The plane crashed")),
        ("The crash was due to fog.", ("cause", "fog", "The crash")),
        (
            "The driver turned round but was hurt because rebels attacked the bridge.",
            ("cause", "rebels attacked the bridge", "was hurt"),
        ),
    ],
)
def test_how_it_came_about(make_article, text: str, link: tuple[str, str, str]) -> None:
    assert link in told(make_article(text))
