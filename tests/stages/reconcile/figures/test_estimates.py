"""The named codebook rules, on one toll that five voices tell."""

from typing import TYPE_CHECKING, Any

import pytest

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
