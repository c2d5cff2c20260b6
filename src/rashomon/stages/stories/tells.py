"""What makes a passage of a report tell of the happening that another report is about: a table of signs, each of which must hold."""

from collections.abc import Callable

from rashomon.stages.stories.signs import Matter, likelihood, share

_TOLD = 0.8  # likelihood of passage and report from which the one tells of the other's happening

_RARE = 8  # levels (logarithms of two) by which a rare name is rarer than a word of every report


def beginning_taken_up(item: Matter, other: Matter) -> bool:
    """A sixth of the names in the other's beginning: that is what it is about; further down may stand background."""
    return share(other.lead_names, item.names) >= 0.15


def names_found(item: Matter, other: Matter) -> bool:
    """Three fifths of the item's names, as heavy as they are rare, stand in the other: one happening has one cast."""
    return share(item.names, other.names) >= 0.6


def rare_name(item: Matter, other: Matter) -> bool:
    """One of these is rare: a street, a ship, a person; a city or country alone says too little."""
    shared = item.names.keys() & other.lead_names.keys()
    return max([min(item.names[name], other.lead_names[name]) for name in shared], default=0) >= _RARE


def words_found(item: Matter, other: Matter) -> bool:
    """Two fifths of the item's words, as heavy as they are rare: an item is short and tells the same in few words."""
    return share(item.terms, other.terms) >= 0.4


def numbers_met(item: Matter, other: Matter) -> bool:
    """Where both have numbers, one is the same: ages, tolls and house numbers tell look-alikes apart."""
    return not (item.numbers and other.numbers) or bool(item.numbers.keys() & other.numbers.keys())


def days_met(item: Matter, other: Matter) -> bool:
    """Where both name days, beside those on which they came out, one is the same."""
    a, b = ({day for day in each.days if day != each.day} for each in (item, other))
    return not (a and b) or bool(a & b)


def likely(item: Matter, other: Matter) -> bool:
    """By the signs of two reports."""
    return likelihood(item, other) >= _TOLD


TELLS: tuple[Callable[[Matter, Matter], bool], ...] = (
    beginning_taken_up, names_found, rare_name, words_found, numbers_met, days_met, likely,
)  # fmt: skip

TELLS_NAMES = (beginning_taken_up, rare_name)  # those that an item passes only if its whole report does


def tells(item: Matter, other: Matter) -> bool:
    return all(sign(item, other) for sign in TELLS)
