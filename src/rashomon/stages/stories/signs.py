"""Signs that two reports tell of one happening: a table of small functions, each with its weight and its reason.

The weights are those of a logistic regression over pairs of reports that share anything, fitted on some 1,700 reports of local crime and 240
of world news; gates/README.md says on which reports they were checked.
"""

from collections.abc import Callable, Iterable, Mapping
from math import exp, log2, sqrt

from rashomon.stages.stories.card import LEAD, NAME, NUMBER, PLAIN, TERM, Card
from rashomon.stages.stories.postings import LEVEL, UNDATED
from rashomon.stages.stories.settings import Settings

Vector = Mapping[int, int]
Weigh = Callable[[Iterable[int]], dict[int, int]]


class Matter:
    """What a report is about: its words, by their numbers in the vocabulary, each as heavy as it is rare (`Weigh`; in levels, so that all sums
    are exact). `lengths` are those of names, terms, numbers and lead; `day` counts days."""

    __slots__ = ("day", "days", "lead_names", "lead_terms", "lengths", "names", "numbers", "of_name", "outlet", "plain", "terms")  # fmt: skip

    def __init__(self, card: Card, weigh: Weigh, settings: Settings) -> None:
        weights = weigh(card.words)
        self.names, self.terms, self.numbers, self.plain, self.lead_names, self.lead_terms = (
            {word: weights[word] for word in some}
            for some in map(card.some, (NAME, TERM, NUMBER, PLAIN, NAME | LEAD, TERM | LEAD))
        )
        self.of_name = settings.name * settings.name
        lead = _square(self.lead_terms) + self.of_name * _square(self.lead_names)
        squares = (_square(self.names), _square(self.terms), _square(self.numbers), lead)
        self.lengths = tuple(map(sqrt, squares))
        self.day = card.day
        self.days = frozenset(card.told)
        self.outlet = card.head.outlet


# -- the signs


def names(a: Matter, b: Matter) -> float:
    """Cosine of the names: one happening has one cast."""
    return _cosine(a.names, a.lengths[0], b.names, b.lengths[0])


def terms(a: Matter, b: Matter) -> float:
    """Cosine of all words of content."""
    return _cosine(a.terms, a.lengths[1], b.terms, b.lengths[1])


def numbers(a: Matter, b: Matter) -> float:
    """Cosine of the numbers: ages, house numbers and tolls come back in every report of one happening."""
    return _cosine(a.numbers, a.lengths[2], b.numbers, b.lengths[2])


def lead(a: Matter, b: Matter) -> float:
    """Cosine of headlines and beginnings: what follows may be background on other happenings. A name counts more than a word."""
    product = _dot(a.lead_terms, b.lead_terms) + a.of_name * _dot(a.lead_names, b.lead_names)
    return product / (a.lengths[3] * b.lengths[3]) if product else 0.0


def rarest_name(a: Matter, b: Matter) -> float:
    """How rare the rarest name of both is: a victim's name says more than a city's."""
    return _rarest(a.names, b.names)


def rarest_word(a: Matter, b: Matter) -> float:
    """How rare the rarest word of both is that is no name."""
    return _rarest(a.plain, b.plain)


def taken_up(a: Matter, b: Matter) -> float:
    """How much of the names in the one's beginning stands anywhere in the other: a follow-up tells the happening further down."""
    return max(share(a.lead_names, b.names), share(b.lead_names, a.names))


def days_told(a: Matter, b: Matter) -> float:
    """How many of the days that the one names the other names too; a half where one names none: nothing is known."""
    least = min(len(a.days), len(b.days))
    return len(a.days & b.days) / least if least else 0.5


def weeks_between(a: Matter, b: Matter) -> float:
    """Weeks between the two, on the scale of logarithms, as a happening is followed up less and less; 0 where one is undated."""
    return weeks(abs(a.day - b.day)) if UNDATED not in (a.day, b.day) else 0.0


def weeks(days: int) -> float:
    return log2(1 + days / 7)


def one_outlet(a: Matter, b: Matter) -> float:
    """Whether one outlet published both: it words two happenings alike."""
    return float(bool(a.outlet) and a.outlet == b.outlet)


Sign = Callable[[Matter, Matter], float]
LIKENESS: tuple[tuple[Sign, float], ...] = (
    (names, 4.3),
    (terms, 14.3),
    (numbers, 2.0),
    (lead, 2.1),
    (rarest_name, 8.3),
    (rarest_word, 3.7),
    (taken_up, 1.5),
)
CIRCUMSTANCES: tuple[tuple[Sign, float], ...] = (
    (days_told, 2.0),
    (weeks_between, -1.1),
    (one_outlet, -1.9),
)
BEFOREHAND = -14.4  # what speaks against two reports that share no more than a common word
LEAST = 0.02  # likelihood under which a pair says nothing
SCALE = 8.0  # brings a rarity to about 1
HALF, BORNE_OUT = 0.5, 3.0


def likelihood(a: Matter, b: Matter) -> float:
    """How likely (0-1) the two reports tell of one happening."""
    alike = beside = 0.0
    for sign, points in LIKENESS:
        alike += points * sign(a, b)
    for sign, points in CIRCUMSTANCES:
        beside += points * sign(a, b)
    return as_likelihood(BEFOREHAND + borne_out(a, b) * alike + beside)


def as_likelihood(points: float) -> float:
    return round(1 / (1 + exp(-points)), 9)


def borne_out(a: Matter, b: Matter) -> float:
    """How much (0.5-1) of the likeness counts: pages of one outlet are alike by what stands on every page of it, and there the beginnings must
    bear out what the rest says."""
    return min(1.0, HALF + BORNE_OUT * lead(a, b)) if one_outlet(a, b) else 1.0


def _cosine(a: Vector, of_a: float, b: Vector, of_b: float) -> float:
    product = _dot(a, b)
    return product / (of_a * of_b) if product else 0.0


def _dot(a: Vector, b: Vector) -> int:
    return sum([a[word] * b[word] for word in a.keys() & b.keys()])


def _square(vector: Vector) -> int:
    return sum([value * value for value in vector.values()])


def _rarest(a: Vector, b: Vector) -> float:
    return max([min(a[word], b[word]) for word in a.keys() & b.keys()], default=0) * LEVEL / SCALE


def share(wanted: Vector, other: Vector) -> float:
    """How much of the wanted, by weight, stands in the other."""
    whole = sum(wanted.values())
    return sum([wanted[name] for name in wanted.keys() & other.keys()]) / whole if whole else 0.0
