"""What a story is called, and on which days it was told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import fsum

from rashomon.model.identity import identify
from rashomon.model.story import Story
from rashomon.stages.stories.card import Card, Vocabulary
from rashomon.stages.stories.days import days_of
from rashomon.stages.stories.signs import Matter

# Names of days and months say when, not what.
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december".split()
)
Heard = tuple[Card, Matter]


def story_of(members: Sequence[Card], heard: Sequence[Heard], vocabulary: Vocabulary, keywords: int) -> Story:
    """The story of some reports, in order of their ids; `heard` are those that its title and keywords are taken from."""
    days, inferred = days_of(members)
    centre = Counter[int]()
    for _, matter in heard:
        centre.update(_unit(matter))
    return Story(
        id=identify("sto1", *(one.id for one in members)),
        title=_title(heard, centre),
        reports=tuple(sorted((one.id for one in members), key=lambda report: (days.get(report, "9"), report))),
        days=days,
        inferred=inferred,
        keywords=_keywords(centre, {name for _, matter in heard for name in matter.names}, vocabulary, keywords),
    )


def _unit(matter: Matter) -> dict[int, float]:
    """Names and words, scaled to length 1."""
    length = (matter.lengths[0] ** 2 + matter.lengths[1] ** 2) ** 0.5 or 1.0
    return {word: value / length for words in (matter.names, matter.terms) for word, value in words.items()}


def _title(heard: Sequence[Heard], centre: Mapping[int, float]) -> str:
    """The headline of the report nearest to the middle of the story; of none, the beginning of its text."""

    def central(member: Heard) -> tuple[bool, float, str]:
        one, matter = member
        product = fsum(value * centre[word] for word, value in _unit(matter).items())
        return bool(one.title), round(product, 9), one.id

    one = max(heard, key=central)[0] if len(heard) > 1 else heard[0][0]
    return one.title or one.beginning or one.id


def _keywords(centre: Mapping[int, float], names: set[int], vocabulary: Vocabulary, count: int) -> tuple[str, ...]:
    """The heaviest names of the story, no word twice."""
    kept: list[str] = []
    for _, name in sorted((-round(centre[number], 9), vocabulary[number]) for number in names):
        if name not in _CALENDAR and not any(set(name.split()) & set(old.split()) for old in kept):
            kept.append(name)
        if len(kept) == count:
            break
    return tuple(kept)
