"""What two reports share, word by word: passages with offsets on both sides."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rashomon.stages.lineage.body import Body
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.wording import reworded
from rashomon.text.align import Run, Stretch, merged, shared_runs

_PLAIN = 2  # distinct common lower-case content words of a stretch that is more than a list of names


class Common(NamedTuple):
    """One passage: `stretch` in words of both texts, and its equal runs `within`, in order (none in an edited sentence)."""

    stretch: Stretch
    within: tuple[Run, ...]


def common_passages(a: Body, b: Body, settings: Settings, edited: bool = True) -> list[Common]:
    """What the two texts have in common, exact and lightly edited, in order of the first; set phrases and all.
    `edited`: whether sentences without a long equal run are looked for too, which takes as long again."""
    equal = shared_runs(a.forms, b.forms, settings.seed)
    joined = bridged(merged(equal, settings.gap), a, b)
    found = [_common(each, equal) for each in joined if _tells(each, a, b, settings)]
    if not edited:
        return found
    anew = [Common(each, ()) for each in reworded(a, b, [c.stretch for c in found], settings)]
    return sorted([*anew, *(c for c in found if not any(_within(c.stretch, each.stretch) for each in anew))])


def bridged(stretches: Sequence[Stretch], a: Body, b: Body) -> list[Stretch]:
    """Stretches of one sentence on both sides, in the same order, as one: a clause has been put in, left out or changed."""
    found: list[Stretch] = []
    for new in stretches:
        old = found[-1] if found else None
        if (
            old
            and new.b0 >= old.b1
            and a.number[old.a1 - 1] == a.number[new.a0]
            and b.number[old.b1 - 1] == b.number[new.b0]
        ):
            found[-1] = Stretch(
                old.a0, new.a1, old.b0, new.b1, old.matched + new.matched, max(old.longest, new.longest)
            )
        else:
            found.append(new)
    return found


def _common(stretch: Stretch, runs: Sequence[Run]) -> Common:
    return Common(stretch, tuple(r for r in runs if _holds(stretch, r)))


def _holds(stretch: Stretch, run: Run) -> bool:
    return stretch.a0 <= run.a < stretch.a1 and stretch.b0 <= run.b < stretch.b1


def _tells(stretch: Stretch, a: Body, b: Body, settings: Settings) -> bool:
    """Whether a stretch is more than a list of names: enough equal words, packed, some of them plain."""
    length = max(stretch.a1 - stretch.a0, stretch.b1 - stretch.b0)
    if stretch.longest < settings.run and stretch.matched < settings.anchor:
        return False
    return stretch.matched >= settings.packed * length and _has_plain(a, stretch.a0, stretch.a1)


def _has_plain(text: Body, first: int, last: int) -> bool:
    """Whether enough distinct plain words stand in `[first, last)`."""
    met: set[str] = set()
    for i in range(first, last):
        if text.lower[i]:
            met.add(text.stems[i])
            if len(met) >= _PLAIN:
                return True
    return False


def _within(small: Stretch, large: Stretch) -> bool:
    return large.a0 <= small.a0 and small.a1 <= large.a1 and large.b0 <= small.b0 and small.b1 <= large.b1


def share(spans: Iterable[tuple[int, int]], total: int) -> float:
    """Share of `total` words that the half-open word spans cover together."""
    covered, upto = 0, 0
    for start, end in sorted(spans):
        covered += max(0, end - max(start, upto))
        upto = max(upto, end)
    return round(covered / total, 4) if total else 0.0
