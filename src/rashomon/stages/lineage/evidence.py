"""What is known of two reports that share words, gathered once, for the rules of kind and direction to look at."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from rashomon.model.lineage import CopyEdge
from rashomon.model.report import Report
from rashomon.stages.lineage import english_sources
from rashomon.stages.lineage.house import bare_name, is_outlet, outlet_name, publisher, same_house
from rashomon.stages.lineage.sketch import quotation_spans
from rashomon.text.segment import sentences

Span = tuple[int, int]
_BACK = 3  # sentences; a quotation further on is hardly the same speaker's without a new cue


class Evidence(NamedTuple):
    """`a` and `b` as in the edge. `shorter` is the covered share (0–1) of the shorter report's words, `longer` of the
    longer's; `lent` the share of the common words that one of them gives as somebody else's (the other may have left out whose);
    `sources` who that is, passage by passage; `days`
    the days between the two, None where one is undated;
    `issuer` the institution whose own report the one is and whom the other gives the words to."""

    a: Report
    b: Report
    edge: CopyEdge
    shorter: float
    longer: float
    kin: bool
    lent: float
    sources: tuple[str | None, ...]
    days: int | None
    a_credits_b: bool
    b_credits_a: bool
    mean_passage: float
    issuer: str | None


def gather(a: Report, b: Report, edge: CopyEdge) -> Evidence:
    shares = (edge.share_a, edge.share_b) if len(a.text) <= len(b.text) else (edge.share_b, edge.share_a)
    left, right = [p[0] for p in edge.passages], [p[1] for p in edge.passages]
    return Evidence(
        a=a,
        b=b,
        edge=edge,
        shorter=shares[0],
        longer=shares[1],
        kin=same_house(a, b),
        lent=max(lent(a.text, left), lent(b.text, right)),
        sources=tuple(passage_source(a.text, x, b.text, y) for x, y in edge.passages),
        days=days_between(a, b),
        a_credits_b=credits(a, b),
        b_credits_a=credits(b, a),
        mean_passage=sum(len(a.text[s:e].split()) for s, e in left) / max(1, len(left)),
        issuer=issuer(a, b) or issuer(b, a),
    )


def issuer(report: Report, other: Report) -> str | None:
    """The name of the report's publisher, where that is no outlet but an institution that speaks for itself, and the
    other names it as one that says something."""
    name = bare_name(outlet_name(report)) if report.outlet else ""
    if not name or publisher(report) or not acts(name, report.text):
        return None
    return (
        name
        if any(name in other.text[slice(*span)] for span in _cut(other.text) if _speaks(other.text, span))
        else None
    )


def _speaks(text: str, span: Span) -> bool:
    return english_sources.has_cue(text[slice(*span)])


def acts(name: str, text: str) -> bool:
    """Whether a text tells of `name` as of one that does something: two sentences or more begin with it; an outlet is
    only told, named in a dateline, or has learned something once."""
    return sum(text.startswith((name, f"The {name}"), start) for start, _ in _cut(text)) >= 2


def credits(report: Report, other: Report) -> bool:
    """Whether the report names the other's outlet as where its matter comes from."""
    return any(is_outlet(other, credit.name) and not is_outlet(report, credit.name) for credit in report.credits)


def days_between(a: Report, b: Report) -> int | None:
    if not (a.published and b.published):
        return None
    try:
        return abs((date.fromisoformat(a.published[:10]) - date.fromisoformat(b.published[:10])).days)
    except ValueError:
        return None


def lent(text: str, spans: Sequence[Span]) -> float:
    """Share of the spans' characters that the text gives as a source's: in quotation marks or in a sentence that says
    whose they are."""
    theirs = quotation_spans(text)
    theirs += [span for span in _cut(text) if english_sources.has_cue(text[slice(*span)])]
    total = sum(end - start for start, end in spans)
    return _covered(spans, theirs) / total if total else 0.0


def passage_source(a: str, span_a: Span, b: str, span_b: Span) -> str | None:
    """Who is named as the source of a passage, in one text and in the other."""
    return common_source((_named(a, span_a), a), (_named(b, span_b), b))


@lru_cache(maxsize=32)
def _cut(text: str) -> tuple[Span, ...]:
    """A report's sentences, cut once for all its passages."""
    return tuple(sentences(text))


def _named(text: str, span: Span) -> list[str]:
    """Sources named in the sentences of a span; else in the nearest sentence before: a quotation goes on without a cue."""
    cut = _cut(text)
    met = [i for i, each in enumerate(cut) if _meet(each, span)]
    before = [[i] for i in range(met[0] - 1, max(-1, met[0] - 1 - _BACK), -1)] if met else []
    for places in (met, *before):
        names = [name for i in places for name in english_sources.sources(text[slice(*cut[i])])]
        if names:
            return names
    return []


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def main_source(e: Evidence) -> str | None:
    """The source of the most characters of an edge's passages; names that share a word are one, the fullest stands."""
    weight: Counter[str] = Counter()
    for name, ((start, end), _) in zip(e.sources, e.edge.passages, strict=True):
        if name:
            weight[name] += end - start
    if not weight:
        return None
    return max(
        weight, key=lambda name: (sum(weight[n] for n in weight if one_source(n, name)), len(name.split()), name)
    )


def one_source(a: str, b: str) -> bool:
    """Whether two wordings name one source: the capitalised words of the one are among the other's."""
    left, right = _pieces(a), _pieces(b)
    return a.casefold() == b.casefold() or bool(left and right and (left <= right or right <= left))


def fullest(names: Iterable[str]) -> dict[str, str]:
    """Each name to the fullest wording with the same capitalised words: "Harbour Board" to "Harbour Board statement"."""
    known = sorted(set(names), key=lambda name: (-len(name), name))
    return {name: next(n for n in known if n == name or (_pieces(n) and _pieces(n) == _pieces(name))) for name in known}


def _covered(spans: Sequence[Span], by: Sequence[Span]) -> int:
    """Characters of `spans` that lie in one of `by`."""
    total = 0
    for start, end in spans:
        upto = start
        for low, high in sorted(by):
            low, high = max(low, upto), min(high, end)
            if low < high:
                total, upto = total + high - low, high
    return total


_PIECE = re.compile(r"\w+")
_EMPTY = frozenset("of and for the mr mrs ms president minister chief spokesman spokeswoman police statement".split())


def common_source(a: tuple[Sequence[str], str], b: tuple[Sequence[str], str]) -> str | None:
    """The fullest name that both sides give for a source: a name of one, of which the other's text has a capitalised
    word too (there it may be "the organisation" that speaks). Each side: names at the passages, and the text."""
    named = [x for (names, _), (_, text) in ((a, b), (b, a)) for x in names if _pieces(x) & _pieces(text)]
    both = [x for x in named if any(_pieces(x) & _pieces(y) for y in (b if x in a[0] else a)[0])]
    if named:
        return max(both or named, key=lambda name: (len(name.split()), name))
    same = {x.casefold() for x in a[0]} & {y.casefold() for y in b[0]}
    return min(same) if same else None


def _pieces(name: str) -> set[str]:
    return {word.casefold() for word in _PIECE.findall(name) if word[:1].isupper()} - _EMPTY
