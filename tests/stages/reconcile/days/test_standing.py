"""How much a day matters in a story."""

from typing import TYPE_CHECKING, Any

from rashomon.stages.reconcile.days.dated import dated
from rashomon.stages.reconcile.days.standing import days

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


def standing(making: Making) -> dict[str, float]:
    dossier = making.dossier()
    return {day.day: day.weight for day in days(dossier, dated(dossier, {}))}


def naming(making: Making, words: str, published: str, **voices: str) -> Making:
    making = type(making)()
    for name, voice in (voices or {"herald": "herald"}).items():
        making.report(name, f"The dam above Velm gave way on {words}, and the valley was flooded.", published, voice)
        making.time(name, words, "2031-05-05")
    return making


def test_a_day_that_reports_look_back_on_weighs_more_than_yesterday(making: Making) -> None:
    late = standing(naming(making, "May 5", "2031-07-01"))
    fresh = standing(naming(making, "Monday", "2031-05-05"))
    assert late["2031-05-05"] > fresh["2031-05-05"]


def test_a_day_to_come_weighs_little(making: Making) -> None:
    assert standing(naming(making, "Monday", "2031-05-05"))["2031-05-05"] >= 1
    making.report("herald", "The dam above Velm will be blown up on Monday, the army said.", "2031-05-01")
    making.time("herald", "Monday", "2031-05-05")
    assert standing(making)["2031-05-05"] < 0.5


def test_a_copy_counts_once(making: Making) -> None:
    two = standing(naming(making, "May 5", "2031-07-01", herald="one", courier="one"))
    one = standing(naming(making, "May 5", "2031-07-01", herald="one"))
    assert two["2031-05-05"] == one["2031-05-05"]


def test_days_of_much_news_weigh_more(making: Making) -> None:
    """What is published on a day, and on the next, was news of that day."""
    making.report("herald", "Velm is under water.", "2031-05-06")
    assert standing(making) == {"2031-05-05": 0.2, "2031-05-06": 0.2}
