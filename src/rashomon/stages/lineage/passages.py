"""What two reports share, word by word: passages with offsets on both sides."""

from collections.abc import Iterable, Mapping

from rashomon.model.lineage import CopyEdge
from rashomon.stages.lineage.body import Body
from rashomon.stages.lineage.english_sources import has_cue
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.wording import reworded
from rashomon.text.align import Stretch, merged, shared_runs

_PLAIN = 3  # distinct common lower-case content words of a stretch that is more than a list of names


def shared_matter(
    pair: tuple[str, str], a: Body, b: Body, weights: Mapping[str, float], settings: Settings
) -> CopyEdge | None:
    """The edge of two reports (ids `pair`, in order), with the words that they share; None where they share nothing that tells.
    `weights`: how rare each stem is."""
    stretches = _stretches(a, b, settings)
    rewordings = reworded(a, b, weights, stretches, settings)
    given = any(each.matched >= settings.overlap_words and _given(each, a, b) for each in rewordings)
    if not given and not any(_anchors(each, a, settings) for each in stretches):
        return None
    kept = sorted([*rewordings, *(s for s in stretches if not any(_within(s, each) for each in rewordings))])
    return CopyEdge(
        a=pair[0],
        b=pair[1],
        share_a=_share([(s.a0, s.a1) for s in kept], len(a.words.forms)),
        share_b=_share([(s.b0, s.b1) for s in kept], len(b.words.forms)),
        passages=tuple((a.span(s.a0, s.a1), b.span(s.b0, s.b1)) for s in kept),
    )


def _stretches(a: Body, b: Body, settings: Settings) -> list[Stretch]:
    found = merged(shared_runs(a.words.forms, b.words.forms, settings.seed), settings.gap)
    return [s for s in found if _tells(s, a, b, settings)]


def _tells(stretch: Stretch, a: Body, b: Body, settings: Settings) -> bool:
    """Whether a stretch is more than a set phrase or a list of names: enough equal words, packed, some of them plain."""
    length = max(stretch.a1 - stretch.a0, stretch.b1 - stretch.b0)
    if stretch.longest < settings.run and stretch.matched < settings.anchor:
        return False
    return stretch.matched >= settings.packed * length and len(a.plain(stretch.a0, stretch.a1)) >= 2


def _anchors(stretch: Stretch, a: Body, settings: Settings) -> bool:
    """Whether the stretch alone makes two reports related."""
    return stretch.longest >= settings.anchor and len(a.plain(stretch.a0, stretch.a1)) >= _PLAIN


def _given(stretch: Stretch, a: Body, b: Body) -> bool:
    """Whether both give the reworded sentence as a source's: only then is likeness of one sentence more than that both
    tell the same fact."""
    return all(_as_lent(text.around(first)) for text, first in ((a, stretch.a0), (b, stretch.b0)))


def _as_lent(sentence: str) -> bool:
    return has_cue(sentence) or any(mark in sentence for mark in '“”"')


def _within(small: Stretch, large: Stretch) -> bool:
    return large.a0 <= small.a0 and small.a1 <= large.a1 and large.b0 <= small.b0 and small.b1 <= large.b1


def _share(spans: Iterable[tuple[int, int]], total: int) -> float:
    """Share of `total` words that the half-open word spans cover together."""
    covered, upto = 0, 0
    for start, end in sorted(spans):
        covered += max(0, end - max(start, upto))
        upto = max(upto, end)
    return round(covered / total, 4) if total else 0.0
