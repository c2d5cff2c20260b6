"""What a story is called, and on which days it was told."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum, log, sqrt

from rashomon.model.identity import identify
from rashomon.model.story import Story
from rashomon.stages.stories.card import NAME, TERM, Card, Vocabulary
from rashomon.stages.stories.days import days_of, in_order_of_days
from rashomon.stages.stories.settings import Settings

# Names of days and months say when, not what.
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december".split()
)
_HEARD = 200  # reports that title and keywords are taken from; a story of thousands is no other for the rest
Vector = Mapping[int, float]


def story_of(members: Sequence[Card], vocabulary: Vocabulary, settings: Settings) -> Story:
    """The story of some reports, in order of their ids. It is told from these alone, whatever others there are."""
    days, inferred = days_of(members)
    heard = members[:_HEARD]
    vectors = _vectors(heard, vocabulary, settings)
    centre = Counter[int]()
    for vector in vectors:
        centre.update(vector)
    return Story(
        id=identify("sto1", *(one.id for one in members)),
        title=_title(heard, vectors, centre),
        reports=in_order_of_days((one.id for one in members), days),
        days=days,
        inferred=inferred,
        keywords=_keywords(centre, {name for one in heard for name in one.some(NAME)}, vocabulary, settings.keywords),
    )


def in_order(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Sorted by first day then id."""
    return tuple(sorted(stories, key=lambda story: (story.days.get(story.reports[0], "9"), story.id)))


def _vectors(heard: Sequence[Card], vocabulary: Vocabulary, settings: Settings) -> list[Vector]:
    """Names and words of each, as heavy as they are rare, scaled to length 1."""
    behind = settings.background
    counts = Counter(word for one in heard for word in one.some(NAME, TERM))
    rare = {word: log((len(heard) + behind) / (n + behind * vocabulary.common[word])) for word, n in counts.items()}
    weighed = (
        {name: settings.name * rare[name] for name in one.some(NAME)} | {word: rare[word] for word in one.some(TERM)}
        for one in heard
    )
    return [_unit(vector) for vector in weighed]


def _unit(vector: Vector) -> Vector:
    length = sqrt(fsum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items()}


def _title(heard: Sequence[Card], vectors: Sequence[Vector], centre: Vector) -> str:
    """The headline of the report nearest to the middle of the story; of none, the beginning of its text."""

    def central(i: int) -> tuple[bool, float, str]:
        product = fsum(value * centre[word] for word, value in vectors[i].items())
        return bool(heard[i].head.title), round(product, 9), heard[i].id

    one = heard[max(range(len(heard)), key=central)].head
    return one.title or one.beginning or one.id


def _keywords(centre: Vector, names: set[int], vocabulary: Vocabulary, count: int) -> tuple[str, ...]:
    """The heaviest names of the story, no word twice."""
    kept: list[str] = []
    for _, name in sorted((-round(centre[number], 9), vocabulary[number]) for number in names):
        if name not in _CALENDAR and not any(set(name.split()) & set(old.split()) for old in kept):
            kept.append(name)
        if len(kept) == count:
            break
    return tuple(kept)
