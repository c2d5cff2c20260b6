"""The named codebook rules: on one toll that five voices tell, and each on votes made by hand."""

from typing import TYPE_CHECKING, Any

import pytest

from rashomon.model.claim import Figure
from rashomon.stages.reconcile.figures.estimates import (
    Vote,
    acled,
    estimates,
    latest_official,
    median_by_voice,
    min_max,
    mode_by_voice,
    ucdp,
)  # fmt: skip

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


@pytest.fixture
def toll(making: Making) -> Any:
    told = (
        ("star", "12 people", {"best": 12}, "The mayor", "official", "2031-05-02"),
        ("sun", "14 people", {"best": 14}, "The monitor", "organisation", "2031-05-02"),
        ("moon", "14 people", {"best": 14}, "The hospital", "organisation", "2031-05-02"),
        ("post", "90 people", {"best": 90}, "The front", "party", "2031-05-02"),
        ("mail", "13 people", {"best": 13}, "The ministry", "official", "2031-05-04"),
    )
    claims = []
    for name, words, numbers, speaker, kind, day in told:
        making.report(name, f"{speaker} said {words} were killed by the blast at the depot.", day)
        claims.append(making.figure(name, words, "killed", by=speaker, type=kind, places=(), **numbers))
    return making.findings()


def estimate(findings: Any, rule: str) -> Any:
    (estimates,) = [f.estimates for f in findings if any(a.best == 14 for a in f.answers)]
    return estimates[rule]


def test_the_newest_official_figure(toll: Any) -> None:
    assert estimate(toll, "latest_official").best == 13


def test_the_most_conservative_figure(toll: Any) -> None:
    assert estimate(toll, "acled").best == 12


def test_the_figure_of_most_voices(toll: Any) -> None:
    assert estimate(toll, "mode_by_voice").best == 14


def test_the_best_supported_figure_is_best(toll: Any) -> None:
    assert (estimate(toll, "ucdp").best, estimate(toll, "ucdp").low) == (14, 12)


def test_each_rule_says_why(toll: Any) -> None:
    for rule in ("ucdp", "acled", "latest_official", "mode_by_voice", "median_by_voice", "min_max"):
        assert estimate(toll, rule).why.endswith(".")


def test_dozens_are_coded_low(making: Making) -> None:
    making.report("star", "Dozens of people were killed.")
    making.figure("star", "Dozens of people", "killed", low=24, approximate=True)
    (finding,) = making.findings()
    assert finding.estimates is not None
    assert finding.estimates["acled"].best == 12
    assert finding.estimates["latest_official"].best is None


# -- each rule, on votes made by hand


def vote(name: str, counted: str, *numbers: float, **own: Any) -> Vote:
    """One voice's figure. `numbers` are low, best and high, or the one that is all three."""
    low, best, high = numbers if len(numbers) == 3 else numbers * 3 if numbers else (own.pop("low", None), None, None)
    text = own.pop("text", f"{best} {counted}")
    figure = Figure(
        measure=own.pop("measure", "killed"), counted=counted, low=low, best=best, high=high, text=text, start=0, end=len(text),
        approximate=own.pop("approximate", False),
    )  # fmt: skip
    day = own.pop("day", "2031-05-02")
    return Vote(name, name, own.pop("type", None), (day, day), own.pop("rank", 0), figure)


def test_one_side_alone_on_its_enemys_dead_raises_high_only() -> None:
    """UCDP: the army's uncorroborated count of dead rebels is not the best figure, though it leads."""
    army = vote("the army", "rebels", 90, type="force", rank=0)
    monitor = vote("the monitor", "people", 14, type="organisation", rank=1)
    found = ucdp([army, monitor])
    assert (found.low, found.best, found.high) == (14, 14, 90)
    assert found.why == (
        "The only figure, 14 (the monitor). What one side alone says of its enemy's dead raises the high figure only: 90 (the army)."
    )


@pytest.mark.parametrize(
    ("speaker", "kind", "counted", "aside"),
    [
        ("the army", "force", "rebels", True),
        ("the army", "force", "enemy soldiers", True),
        ("the front", "party", "soldiers", True),
        ("the front", "party", "police officers", True),
        ("the Polish general staff", "force", "Danish soldiers", True),
        ("the Polish ministry", "official", "Danish troops", True),
        ("the Polish general staff", "force", "Polish soldiers", False),
        ("the army", "force", "of its soldiers", False),
        ("the army", "force", "soldiers", False),
        ("the front", "party", "of its fighters", False),
        ("the front", "party", "civilians", False),
        ("police", "force", "people", False),
        ("police", "force", "gunmen", False),
        ("the ministry", "official", "militants", False),
        ("the monitor", "organisation", "rebels", False),
    ],
)
def test_whose_dead_are_the_enemys(speaker: str, kind: str, counted: str, aside: bool) -> None:
    own = vote(speaker, counted, 90, type=kind)
    other = vote("the clinic", counted, 14, type="organisation", rank=1)
    assert (ucdp([own, other]).low, ucdp([own, other]).best) == ((14, 14) if aside else (14, 90))


def test_what_another_voice_bears_out_is_reliable() -> None:
    army = vote("the army", "rebels", 90, type="force", rank=0)
    clinic = vote("the clinic", "rebels", 88, None, None, type="organisation", rank=1)
    assert ucdp([army, clinic]).best == 90
    assert ucdp([army, vote("the navy", "rebels", 90, type="force", rank=1)]).best is None


def test_where_nobody_else_counts_there_is_no_best() -> None:
    found = ucdp([vote("the front", "soldiers", 30, type="party")])
    assert (found.low, found.best, found.high) == (None, None, 30)
    assert found.why.endswith("raises the high figure only: 30 (the front). Nobody else counts.")


@pytest.mark.parametrize(
    ("word", "low", "coded"),
    [("dozens", 24, 12), ("several", None, 3), ("hundreds", None, 100), ("thousands", None, 1000), ("several hundred", None, 100)],
)  # fmt: skip
def test_acled_codes_words_low(word: str, low: int | None, coded: int) -> None:
    found = acled([vote("the mayor", "people", low=low, text=f"{word} of people", approximate=True)])
    assert (found.low, found.best, found.high) == (coded, coded, coded)
    assert found.why == f"The only figure, {word} (the mayor), coded as {coded:,}."


def test_acled_notes_the_dispute() -> None:
    votes = [vote("the mayor", "people", 12), vote("the clinic", "people", 14), vote("the front", "people", 90)]
    found = acled(votes)
    assert found.best == 12
    assert found.why == "The most conservative figure, 12 (the mayor). Others give 14 (the clinic) and 90 (the front)."


@pytest.mark.parametrize(
    ("kind", "official"),
    [("official", True), ("force", True), ("party", False), ("organisation", False), (None, False)],
)
def test_who_is_an_official_body(kind: str | None, official: bool) -> None:
    assert (latest_official([vote("they", "people", 12, type=kind)]).best == 12) is official


def test_the_newest_official_figure_wins_and_of_two_as_new_the_lower() -> None:
    old = vote("the ministry", "people", 9, type="official", day="2031-05-01")
    high = vote("the governor", "people", 13, type="official", day="2031-05-04")
    low = vote("the mayor", "people", 12, type="official", day="2031-05-04", rank=1)
    for order in ([old, high, low], [low, high, old]):
        assert latest_official(order).best == 12
    assert latest_official([old, high]).why == "The newest official figure, 13 (the governor)."


@pytest.mark.parametrize(
    ("numbers", "mode", "median", "why"),
    [
        ((12,), 12, 12, "The only voice gives it."),
        ((12, 14), 12, 12, "One voice of 2 gives each of 12 and 14: the lowest."),
        ((14, 12, 14), 14, 14, "2 voices of 3 give it."),
        ((12, 12, 14, 14, 90), 12, 14, "2 voices of 5 give each of 12 and 14: the lowest."),
        ((1, 2, 3, 4, 5), 1, 3, "No figure is given by more than one voice: the lowest."),
    ],
)
def test_mode_and_median(numbers: tuple[int, ...], mode: int, median: int, why: str) -> None:
    votes = [vote(f"voice {i}", "people", number) for i, number in enumerate(numbers)]
    assert (mode_by_voice(votes).best, median_by_voice(votes).best) == (mode, median)
    assert mode_by_voice(votes).why == why


def test_a_word_is_no_vote_for_a_number() -> None:
    votes = [
        vote("the mayor", "people", low=24, text="dozens of people", approximate=True),
        vote("the clinic", "people", 31),
    ]
    assert (mode_by_voice(votes).best, median_by_voice(votes).best) == (31, 31)
    assert mode_by_voice(votes[:1]).why == "No voice gives a number."


def test_the_median_of_an_even_number_says_that_it_is_the_lower() -> None:
    votes = [vote("the mayor", "people", 12), vote("the clinic", "people", 14)]
    assert median_by_voice(votes).why == "The median of 2 voices, the lower of the two in the middle."


def test_the_least_and_the_greatest_keep_open_ends() -> None:
    votes = [vote("a", "people", 12, 12, None), vote("b", "people", None, None, 40), vote("c", "people", 20)]
    assert (min_max(votes).low, min_max(votes).best, min_max(votes).high) == (12, None, 40)


def test_one_vote_a_voice_its_newest(making: Making) -> None:
    for name, number, day in (("star", 5, "2031-05-02"), ("sun", 8, "2031-05-03"), ("moon", 11, "2031-05-04")):
        making.report(name, f"The mayor said {number} people were killed by the blast.", day)
        making.figure(name, f"{number} people", "killed", best=number, by="The mayor", type="official")
    for name in ("post", "mail"):
        making.report(name, f"{name.title()} counted 9 people killed by the blast.", "2031-05-02")
        making.figure(name, "9 people", "killed", best=9)
    (finding,) = making.findings()
    assert finding.estimates is not None
    assert finding.estimates["latest_official"].best == 11
    assert finding.estimates["mode_by_voice"].why == "2 voices of 3 give it."


def test_a_number_that_is_only_denied_gives_no_estimate(making: Making) -> None:
    making.report("star", "The ministry denied that 12 people were killed by the blast.")
    making.figure("star", "12 people", "killed", best=12, by="The ministry", type="official", modality="denied")
    making.report("sun", "12 people were killed by the blast.")
    making.figure("sun", "12 people", "killed", best=12)
    for finding in making.findings():
        assert finding.estimates is None or finding.estimates["ucdp"].best in (None, 12)
    assert estimates([], making.dossier())["ucdp"].why == "No voice gives a number."


def test_none_of_the_others_is_no_count_of_nobody(making: Making) -> None:
    making.report("star", "A guard was hurt in the blast at the depot. No one else was hurt in the blast at the depot.")
    a = making.person("star", "A guard", "injured", "guard")
    making.figure("star", "No one", "injured", low=0, best=0, high=0)
    assert making.finding(a).estimates["ucdp"].best == 1
