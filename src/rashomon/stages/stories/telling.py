"""What a story is called, and on which days it was told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

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
_FIRST = 40  # names in which a story's keywords are looked for first


def story_of(members: Sequence[Card], vocabulary: Vocabulary, settings: Settings) -> Story:
    """The story of some reports, in order of their ids. It is told from these alone, whatever others there are."""
    days, inferred = days_of(members)
    heard = members[:_HEARD]
    central, names = _middle(heard, vocabulary, settings)
    one = heard[
        max(range(len(heard)), key=lambda i: (bool(heard[i].head.title), round(central[i], 9), heard[i].id))
    ].head
    return Story(
        id=identify("sto1", *(one.id for one in members)),
        title=one.title or one.beginning or one.id,
        reports=in_order_of_days((one.id for one in members), days),
        days=days,
        inferred=inferred,
        keywords=_keywords(names, vocabulary, settings.keywords),
    )


def in_order(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Sorted by first day then id."""
    return tuple(sorted(stories, key=lambda story: (story.days.get(story.reports[0], "9"), story.id)))


def _middle(heard: Sequence[Card], vocabulary: Vocabulary, settings: Settings) -> tuple[list[float], dict[int, float]]:
    """How near each report stands to the middle of all, by names and words, each as heavy as it is rare; and how heavy each name is in the middle. Sums are taken in order of
    the reports and of each report's words, so that they do not hang on the words' numbers."""
    import numpy as np

    words = np.concatenate(
        [np.frombuffer(one.words, np.int32) if one.words else np.zeros(0, np.int32) for one in heard]
    )
    flags = np.frombuffer(b"".join([one.flags for one in heard]), np.uint8)
    report = np.repeat(np.arange(len(heard)), [len(one.words) for one in heard])
    chosen = np.flatnonzero(flags & (NAME | TERM))
    words, flags, report = words[chosen], flags[chosen], report[chosen]
    each, place, counts = np.unique(words, return_inverse=True, return_counts=True)
    common = np.array([vocabulary.common[word] for word in each.tolist()])
    rare = np.log((len(heard) + settings.background) / (counts + settings.background * common))
    is_name = (flags & NAME) > 0
    heavy = rare[place] * np.where(is_name, settings.name, 1.0)
    lengths = np.sqrt(np.bincount(report, heavy * heavy, len(heard)))
    unit = heavy / np.where(lengths > 0, lengths, 1.0)[report]
    centre = np.bincount(place, unit, len(each))
    names = np.unique(place[is_name])
    central = np.bincount(report, unit * centre[place], len(heard))
    return central.tolist(), dict(zip(each[names].tolist(), centre[names].tolist(), strict=True))


def _keywords(names: Mapping[int, float], vocabulary: Vocabulary, count: int) -> tuple[str, ...]:
    """The heaviest names of the story, no word twice."""
    kept: list[str] = []
    words: set[str] = set()
    for _, name in _heaviest(names, vocabulary):
        own = name.split()
        if name not in _CALENDAR and words.isdisjoint(own):
            kept.append(name)
            words.update(own)
        if len(kept) == count:
            break
    return tuple(kept)


def _heaviest(names: Mapping[int, float], vocabulary: Vocabulary) -> Iterator[tuple[float, str]]:
    """The names by weight, then by letters; the first of them without sorting all."""
    least = sorted(names.values(), reverse=True)[min(_FIRST, len(names)) - 1] - 1e-8 if names else 0.0
    for first in (True, False):
        some = [(-round(heavy, 9), vocabulary[name]) for name, heavy in names.items() if (heavy >= least) == first]
        yield from sorted(some)
