"""Which reports meet: in a sentence that both have, word by word or nearly, found by sorting and never by all pairs.

After the near-duplicate join by min-wise sketches (Broder 1997), over sentences in place of documents: two reports that share
one sentence of thirty have next to nothing in common as documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rashomon.stages.lineage.alike import likeness
from rashomon.stages.lineage.columns import NO_RUN, SLOTS, Columns, ranges
from rashomon.stages.lineage.cutting import in_order, once
from rashomon.stages.lineage.settings import Settings

if TYPE_CHECKING:
    import numpy as np


AROUND = 3  # sentences before and behind one that tell whether it stands there as part of a text


class Distinct(NamedTuple):
    """Distinct sentences, in order of their hashes, and who has them: `rows[first[i]:first[i] + size[i]]` are rows of the
    columns, one for each report, the earliest report first."""

    rows: np.ndarray
    first: np.ndarray
    size: np.ndarray


def meetings(columns: Columns, settings: Settings, rank: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Numbers a < b of the reports that have a sentence in common, sorted, each pair once. Reports of one sentence in more
    than `settings.group` of them go to the earliest only (the least `rank`, or number): n reports make n - 1 pairs at most there."""

    distinct = distinct_sentences(columns, settings, rank)
    alike = near(columns, distinct, settings)
    links = leading(distinct, alike, settings)
    stock = of_stock(columns, distinct, alike, links, settings)
    return parted(pairs_of(columns, distinct, links[~stock[owners_of(distinct)[links]].any(axis=1)]))


def pairs_of(columns: Columns, distinct: Distinct, links: np.ndarray) -> np.ndarray:
    """The pairs of reports a < b that links bring together, as a << 32 | b, sorted, each once."""
    import numpy as np

    one, other = links.T
    a, b = columns.report[distinct.rows[one]].astype(np.int64), columns.report[distinct.rows[other]].astype(np.int64)
    found: np.ndarray = once((np.minimum(a, b) << 32 | np.maximum(a, b))[a != b])
    return found


def parted(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Two numbers of 32 bits each out of one."""
    return keys >> 32, keys & 0xFFFFFFFF


def leading(
    distinct: Distinct, alike: tuple[np.ndarray, np.ndarray], settings: Settings, part: slice = slice(None)
) -> np.ndarray:
    """Links, two places in `distinct.rows` each, of the reports that one sentence (one of that part of them) or two wordings of it
    bring together."""
    among = distinct._replace(first=distinct.first[part], size=distinct.size[part])
    return _joined(_within(among, settings.group), _across(distinct, alike, settings.group))


def distinct_sentences(columns: Columns, settings: Settings, rank: np.ndarray | None = None) -> Distinct:
    """Those of `settings.sentence` words and more. `rank`: of the reports in order of time, if not that of their numbers."""
    import numpy as np

    return distinct_among(columns, np.flatnonzero(columns.words >= settings.sentence), rank)


def distinct_among(columns: Columns, rows: np.ndarray, rank: np.ndarray | None) -> Distinct:
    """Those that the given rows (ascending) have, all rows of a sentence among them."""
    import numpy as np

    if rank is not None:
        rows = rows[in_order(rank[columns.report[rows]])]
    rows = rows[np.argsort(columns.hash[rows], kind="stable")]
    hashes, reports = columns.hash[rows], columns.report[rows]
    new = np.append(True, hashes[1:] != hashes[:-1])[: len(rows)]
    once = new | np.append(True, reports[1:] != reports[:-1])[: len(rows)]
    first = np.flatnonzero(new[once])
    return Distinct(rows[once], first, np.diff(first, append=int(once.sum())))


def near(columns: Columns, distinct: Distinct, settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """Numbers i < j of distinct sentences that are wordings of each other, each pair once."""
    import numpy as np

    heads = distinct.rows[distinct.first]
    found = [alike_by(columns, heads, columns.slots[heads, slot], settings) for slot in range(SLOTS)]
    return parted(once(np.concatenate(found)))


def alike_by(
    columns: Columns, heads: np.ndarray, slots: np.ndarray, settings: Settings, places: np.ndarray | None = None
) -> np.ndarray:
    """Of the distinct sentences with those first rows and values of one slot the pairs i < j that are wordings of each other, as
    i << 32 | j. `places`: the sentences' numbers, ascending, where they are not all."""
    import numpy as np

    order = in_order(slots)
    found = [np.zeros(0, np.int64)]
    for one, other in _neighbours(slots[order], settings.bucket):
        left, right = order[one], order[other]
        alike = likeness(columns.bits, heads[left], heads[right]) >= settings.wording
        left, right = left[alike], right[alike]
        found.append(left << 32 | right if places is None else places[left] << 32 | places[right])
    return np.concatenate(found)


def _neighbours(slots: np.ndarray, most: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Places i < j of equal values in a sorted array, by the distance between them; values that stand there more than `most`
    times are passed over."""
    import numpy as np

    new = np.append(True, slots[1:] != slots[:-1])[: len(slots)]
    first = np.flatnonzero(new)
    size = np.diff(first, append=len(slots))
    fit = (size > 1) & (size <= most) & (slots[first] != NO_RUN)
    return list(_by_distance(first[fit], size[fit]))


def _by_distance(first: np.ndarray, size: np.ndarray):  # type: ignore[no-untyped-def]
    """All pairs of places within each group."""
    for distance in range(1, int(size.max(initial=0))):
        wide = size > distance
        first, size = first[wide], size[wide]
        one = ranges(first, size - distance)
        yield one, one + distance


def _within(distinct: Distinct, group: int) -> np.ndarray:
    """Links, two places in `distinct.rows` each, of the reports that have one distinct sentence."""
    import numpy as np

    small, large = (distinct.size > 1) & (distinct.size <= group), distinct.size > group
    found = list(_by_distance(distinct.first[small], distinct.size[small]))
    first, size = distinct.first[large], distinct.size[large]
    found.append((np.repeat(first, size - 1), ranges(first + 1, size - 1)))
    return _joined(*(np.stack(each, axis=1) for each in found))


def _across(distinct: Distinct, alike: tuple[np.ndarray, np.ndarray], group: int) -> np.ndarray:
    """Links of the reports of which one has the one sentence and one the other."""
    import numpy as np

    one, other = alike
    small = distinct.size[one] + distinct.size[other] <= group
    left, right = (
        ranges(distinct.first[one[small]], distinct.size[one[small]]),
        np.repeat(other[small], distinct.size[one[small]]),
    )
    found = [_fan(distinct, left, right)]
    found += [
        _fan(distinct, distinct.first[a], b) for a, b in ((one[~small], other[~small]), (other[~small], one[~small]))
    ]
    return _joined(*found)


def _fan(distinct: Distinct, place: np.ndarray, sentence: np.ndarray) -> np.ndarray:
    """Links of each place with all reports of its sentence."""
    import numpy as np

    size = distinct.size[sentence]
    return np.stack([np.repeat(place, size), ranges(distinct.first[sentence], size)], axis=1)


def _joined(*links: np.ndarray) -> np.ndarray:
    import numpy as np

    found: np.ndarray = np.concatenate(links)
    return found


def of_stock(
    columns: Columns, distinct: Distinct, alike: tuple[np.ndarray, np.ndarray], links: np.ndarray, settings: Settings
) -> np.ndarray:
    """Whether each distinct sentence, with its wordings, stands in more than `settings.crowd` reports, most of which have nothing
    like each other around it: a footer, a newsletter line, a set phrase. The earliest so many reports of each are looked at."""
    import numpy as np

    owners, crowd = owners_of(distinct), crowded(distinct, alike, settings)
    sentence, held = in_places(columns, distinct, owners, crowd, links, settings)
    return out_of_place(crowd, np.bincount(sentence, minlength=len(crowd)), np.bincount(sentence, held, len(crowd)))


def crowded(distinct: Distinct, alike: tuple[np.ndarray, np.ndarray], settings: Settings) -> np.ndarray:
    """Whether each distinct sentence stands, with its wordings, in more than `settings.crowd` reports."""
    import numpy as np

    others = (np.bincount(a, distinct.size[b], len(distinct.first)) for a, b in (alike, alike[::-1]))
    found: np.ndarray = distinct.size + sum(others) > settings.crowd
    return found


def in_places(
    columns: Columns,
    distinct: Distinct,
    owners: np.ndarray,
    crowd: np.ndarray,
    links: np.ndarray,
    settings: Settings,
) -> tuple[np.ndarray, np.ndarray]:
    """Of the links between early reports of crowded sentences both ends' sentences, and whether it stands in one place in both."""
    import numpy as np

    early = (links - distinct.first[owners[links]] < settings.crowd).all(axis=1)
    judged = links[early & crowd[owners[links]].any(axis=1)]
    one, other = distinct.rows[judged].T
    return owners[judged].ravel(), np.repeat(_surrounded(columns, one, other, settings), 2)


def out_of_place(crowd: np.ndarray, met: np.ndarray, held: np.ndarray) -> np.ndarray:
    """The stock among the crowded: `held` of the `met` links of each sentence stand in one place."""
    found: np.ndarray = crowd & (2 * held < met)
    return found


def owners_of(distinct: Distinct) -> np.ndarray:
    """The distinct sentence of each place in `distinct.rows`."""
    import numpy as np

    return np.repeat(np.arange(len(distinct.first)), distinct.size)


def _surrounded(columns: Columns, one: np.ndarray, other: np.ndarray, settings: Settings) -> np.ndarray:
    """Whether most of the sentences around the rows `one[i]` and `other[i]`, `AROUND` on each side, are alike in their order;
    also where nothing stands around either."""
    import numpy as np

    there, alike = np.zeros(len(one)), np.zeros(len(one))
    for step in (*range(-AROUND, 0), *range(1, AROUND + 1)):
        left, beside_left = _beside(columns, one, step)
        right, beside_right = _beside(columns, other, step)
        inside = beside_left & beside_right
        there += inside
        alike += inside & (likeness(columns.bits, left, right) >= settings.wording)
    found: np.ndarray = (2 * alike > there) | (there == 0)
    return found


def _beside(columns: Columns, rows: np.ndarray, step: int) -> tuple[np.ndarray, np.ndarray]:
    """The rows so many further on, and whether each is one of the same report; where it is none, some row."""
    import numpy as np

    places = np.clip(rows + step, 0, len(columns.report) - 1)
    return places, (places == rows + step) & (columns.report[places] == columns.report[rows])
