"""What is known of two reports that share words, gathered once, for the rules of kind and direction to look at."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rashomon.model.lineage import CopyEdge
from rashomon.model.report import Report
from rashomon.stages.lineage import english_sources
from rashomon.stages.lineage.house import is_outlet, same_house
from rashomon.stages.lineage.sketch import QUOTATION
from rashomon.text.segment import sentences

Span = tuple[int, int]


class Evidence(NamedTuple):
    """`a` and `b` as in the edge. `shorter` is the covered share (0–1) of the shorter report's words, `longer` of the
    longer's; `lent` the share of the common words that one of them gives as somebody else's (the other may have left out whose);
    `source` who that is; `days`
    the days between the two, None where one is undated."""

    a: Report
    b: Report
    edge: CopyEdge
    shorter: float
    longer: float
    kin: bool
    lent: float
    source: str | None
    days: int | None
    a_credits_b: bool
    b_credits_a: bool
    mean_passage: float


def gather(a: Report, b: Report, edge: CopyEdge) -> Evidence:
    shares = (edge.share_a, edge.share_b) if len(a.text) <= len(b.text) else (edge.share_b, edge.share_a)
    left, right = [p[0] for p in edge.passages], [p[1] for p in edge.passages]
    lent_a, names_a = lent(a.text, left)
    lent_b, names_b = lent(b.text, right)
    return Evidence(
        a=a,
        b=b,
        edge=edge,
        shorter=shares[0],
        longer=shares[1],
        kin=same_house(a, b),
        lent=max(lent_a, lent_b),
        source=common_source(names_a, names_b),
        days=days_between(a, b),
        a_credits_b=credits(a, b),
        b_credits_a=credits(b, a),
        mean_passage=sum(len(a.text[s:e].split()) for s, e in left) / max(1, len(left)),
    )


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


def lent(text: str, spans: Sequence[Span]) -> tuple[float, list[str]]:
    """Share of the spans' characters that the text gives as a source's (in quotation marks or in a sentence that says
    whose they are), and the names of these sources, in order."""
    quoted = [match.span(1) for match in QUOTATION.finditer(text)]
    cut = sentences(text)
    names: list[str] = []
    theirs: list[Span] = list(quoted)
    for start, end in cut:
        if any(_meet((start, end), span) for span in spans):
            sentence = text[start:end]
            names += english_sources.sources(sentence)
            if english_sources.has_cue(sentence):
                theirs.append((start, end))
    total = sum(end - start for start, end in spans)
    return (_covered(spans, theirs) / total if total else 0.0), names


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


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


def common_source(a: Sequence[str], b: Sequence[str]) -> str | None:
    """The fullest name that both sides give for a source: names that share a capitalised word."""
    pairs = [(x, y) for x in a for y in b if _pieces(x) & _pieces(y)]
    if pairs:
        return max((name for pair in pairs for name in pair), key=lambda name: (len(name.split()), name))
    same = {x.casefold() for x in a} & {y.casefold() for y in b}
    return min(same) if same else None


def _pieces(name: str) -> set[str]:
    return {word.casefold() for word in _PIECE.findall(name) if word[:1].isupper()} - _EMPTY
