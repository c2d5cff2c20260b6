"""Signs that two reports tell of one happening: a table of small functions, each with its weight and its reason.

The weights are those of a logistic regression over pairs of reports that share anything, fitted on some 1,700 reports of local crime and 240
of world news; gates/README.md says on which reports they were checked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

from rashomon.model.lineage import Sketch
from rashomon.model.report import Report
from rashomon.stages.stories.days import named
from rashomon.stages.stories.settings import Settings
from rashomon.text.similarity import rarity, unit

Vector = Mapping[str, float]


@dataclass(frozen=True)
class Matter:
    """What a report is about. Vectors have length 1, each word as heavy as it is rare; `day` counts days, None where undated."""

    names: Vector
    terms: Vector
    numbers: Vector
    lead: Vector
    lead_names: frozenset[str]
    days: frozenset[date]
    day: int | None
    outlet: str | None
    rarities: "Rarities"


@dataclass(frozen=True)
class Rarities:
    """How rare each name and word is over all reports, and on top of a background of texts about other matter."""

    names: Mapping[str, float]
    terms: Mapping[str, float]
    numbers: Mapping[str, float]
    lead: Mapping[str, float]


def matters(reports: Sequence[Report], sketches: Sequence[Sketch], settings: Settings) -> list[Matter]:
    """What each report is about, in their order."""
    kinds = [_Kinds(sketch, settings) for sketch in sketches]
    weights = Rarities(
        names=rarity([kind.names for kind in kinds], settings.background),
        terms=rarity([kind.terms for kind in kinds], settings.background),
        numbers=rarity([kind.numbers for kind in kinds], settings.background),
        lead=rarity([kind.lead for kind in kinds], settings.background),
    )
    return [
        _matter(report, sketch, kind, weights) for report, sketch, kind in zip(reports, sketches, kinds, strict=True)
    ]


class _Kinds:
    """A sketch's features, by kind."""

    def __init__(self, sketch: Sketch, settings: Settings) -> None:
        self.names = dict.fromkeys(sketch.names, 1.0)
        self.terms = dict.fromkeys(sketch.terms, 1.0)
        self.numbers = dict.fromkeys(sketch.numerals, 1.0)
        self.lead = {f"term {term}": 1.0 for term in sketch.lead_terms}
        self.lead |= {f"name {name}": settings.name for name in sketch.lead_names}


def _matter(report: Report, sketch: Sketch, kind: _Kinds, weights: Rarities) -> Matter:
    written = day_of(report)
    return Matter(
        names=unit(kind.names, weights.names),
        terms=unit(kind.terms, weights.terms),
        numbers=unit(kind.numbers, weights.numbers),
        lead=unit(kind.lead, weights.lead),
        lead_names=frozenset(sketch.lead_names),
        days=frozenset(named(sketch, date.fromordinal(written) if written is not None else None)),
        day=written,
        outlet=report.outlet,
        rarities=weights,
    )


def day_of(report: Report) -> int | None:
    """The publication day as a number of days; None where undated."""
    try:
        return date.fromisoformat((report.published or "")[:10]).toordinal()
    except ValueError:
        return None


# -- the signs


def names(a: Matter, b: Matter) -> float:
    """Cosine of the names: one happening has one cast."""
    return _cosine(a.names, b.names)


def terms(a: Matter, b: Matter) -> float:
    """Cosine of all words of content."""
    return _cosine(a.terms, b.terms)


def numbers(a: Matter, b: Matter) -> float:
    """Cosine of the numbers: ages, house numbers and tolls come back in every report of one happening."""
    return _cosine(a.numbers, b.numbers)


def lead(a: Matter, b: Matter) -> float:
    """Cosine of headlines and beginnings: what follows may be background on other happenings."""
    return _cosine(a.lead, b.lead)


def rarest_name(a: Matter, b: Matter) -> float:
    """How rare the rarest name of both is: a victim's name says more than a city's."""
    return max((a.rarities.names[name] for name in a.names.keys() & b.names.keys()), default=0.0) / _SCALE


def rarest_word(a: Matter, b: Matter) -> float:
    """How rare the rarest word of both is that is no name."""
    shared = (a.terms.keys() - a.names.keys()) & (b.terms.keys() - b.names.keys())
    return max((a.rarities.terms[word] for word in shared), default=0.0) / _SCALE


def taken_up(a: Matter, b: Matter) -> float:
    """How much of the names in the one's beginning stands anywhere in the other: a follow-up tells the happening further down."""
    return max(_share(a.lead_names, b), _share(b.lead_names, a))


def days_told(a: Matter, b: Matter) -> float:
    """How many of the days that the one names the other names too; a half where one names none: nothing is known."""
    least = min(len(a.days), len(b.days))
    return len(a.days & b.days) / least if least else 0.5


def weeks_between(a: Matter, b: Matter) -> float:
    """Weeks between the two; 0 where one is undated."""
    return abs(a.day - b.day) / 7 if a.day is not None and b.day is not None else 0.0


def one_outlet(a: Matter, b: Matter) -> float:
    """Whether one outlet published both: it words two happenings alike."""
    return float(bool(a.outlet) and a.outlet == b.outlet)


SIGNS: tuple[tuple[Callable[[Matter, Matter], float], float], ...] = (
    (names, 5.2),
    (terms, 6.2),
    (numbers, 1.8),
    (lead, 3.4),
    (rarest_name, 4.5),
    (rarest_word, 2.3),
    (taken_up, 2.9),
    (days_told, 1.9),
    (weeks_between, -0.3),
    (one_outlet, -1.2),
)
BEFOREHAND = -9.8  # what speaks against two reports that share no more than a common word
_SCALE = 8.0  # brings a rarity to about 1


def likelihood(a: Matter, b: Matter) -> float:
    """How likely (0-1) the two reports tell of one happening."""
    return 1 / (1 + exp(-(BEFOREHAND + sum(weight * sign(a, b) for sign, weight in SIGNS))))


def _cosine(a: Vector, b: Vector) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum(value * b[word] for word, value in a.items() if word in b)


def _share(wanted: frozenset[str], other: Matter) -> float:
    rarities = other.rarities.names
    whole = sum(rarities.get(name, 0.0) for name in sorted(wanted))
    return sum(rarities[name] for name in sorted(wanted & other.names.keys())) / whole if whole else 0.0
