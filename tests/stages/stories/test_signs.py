"""What speaks for two reports' telling of one happening, sign by sign."""

from collections.abc import Iterable

import pytest

from rashomon.model.report import Report
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.stories import signs
from rashomon.stages.stories.card import gist
from rashomon.stages.stories.cards import Cards
from rashomon.stages.stories.settings import Settings
from rashomon.stages.stories.signs import CIRCUMSTANCES, LIKENESS, Matter, borne_out, likelihood

FIRST = "Jory Vance, 31, was shot dead on Quay Street in Carrow on Monday. Police seek a grey car."
AGAIN = "The family of Jory Vance, 31, who died on Quay Street on Monday, spoke of a grey car."
OTHER = "A ferry with 84 passengers ran aground off Brekkoy on Tuesday after its rudder failed."


def about(*texts: str, days: tuple[str | None, ...] = (), outlets: tuple[str, ...] = ()) -> list[Matter]:
    reports = [
        Report(
            id=f"r{i}", source=f"r{i}", text=text, language="en",
            published=days[i] if days else "2031-05-06", outlet=outlets[i] if outlets else None,
        )
        for i, text in enumerate(texts)
    ]  # fmt: skip
    cards = Cards()
    numbers = [cards.append(gist(report, sketch(report))) for report in reports]

    def weigh(words: Iterable[int]) -> dict[int, int]:
        return {word: 3 if cards.vocabulary.common[word] else 10 for word in words}

    return [Matter(cards[number], weigh, Settings()) for number in numbers]


@pytest.mark.parametrize(
    "sign", [sign for sign, weight in (*LIKENESS, *CIRCUMSTANCES) if weight > 0], ids=lambda sign: sign.__name__
)
def test_each_sign_for_is_higher_for_one_happening(sign: "signs.Callable[[Matter, Matter], float]") -> None:
    first, again, other = about(FIRST, AGAIN, OTHER, days=("2031-05-06", "2031-05-07", "2031-05-20"))
    assert sign(first, again) > sign(first, other) >= 0


@pytest.mark.parametrize("sign", [sign for sign, _ in (*LIKENESS, *CIRCUMSTANCES)], ids=lambda sign: sign.__name__)
def test_no_sign_hangs_on_which_report_comes_first(sign: "signs.Callable[[Matter, Matter], float]") -> None:
    first, again = about(FIRST, AGAIN, days=("2031-05-06", "2031-05-20"), outlets=("The Star", "The Sun"))
    assert sign(first, again) == pytest.approx(sign(again, first))


def test_time_between_and_one_outlet_speak_against() -> None:
    near, far = about(FIRST, AGAIN), about(FIRST, AGAIN, days=("2031-05-06", "2031-05-27"))
    assert signs.weeks_between(*near) == 0 and signs.weeks_between(*far) == 2
    assert likelihood(*far) < likelihood(*near)
    assert likelihood(*about(FIRST, AGAIN, outlets=("Star", "Star"))) < likelihood(*near)


def test_an_undated_report_is_no_time_away() -> None:
    assert signs.weeks_between(*about(FIRST, AGAIN, days=("2031-05-06", None))) == 0


def test_reports_without_a_word_are_unlikely_and_no_fault() -> None:
    empty, first = about("…", FIRST)
    assert 0 < likelihood(empty, first) < 0.01


def test_what_stands_on_every_page_of_an_outlet_counts_half() -> None:
    page = "\n\nTavastia Extra: weather, tides and the Sunday recipe of Mother Brekke. Write to the Halvorsund desk."
    street, sea = (f"\n\n{some}" * 40 for some in ("Neighbours heard shots.", "Waves broke over the deck."))
    texts = (FIRST + street + page, OTHER + sea + page, AGAIN + street + page)
    a, b, c = about(*texts, outlets=("Extra", "Extra", "Extra"))
    one, other = about(*texts[:2], outlets=("Extra", "Post"))
    assert borne_out(a, b) < borne_out(a, c) <= 1.0
    assert borne_out(one, other) == 1.0
    assert likelihood(a, b) < likelihood(a, c)
