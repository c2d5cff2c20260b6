"""What is known of two reports that share words, gathered once, for the rules of kind and direction to look at."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from rashomon.model.lineage import CopyEdge
from rashomon.model.report import Report
from rashomon.reference.outlets import find_outlet
from rashomon.stages.lineage import english_sources
from rashomon.stages.lineage.announced import announcer, cut, lent, quoted
from rashomon.stages.lineage.house import (
    bare_name,
    host,
    is_outlet,
    outlet_name,
    plain_name,
    publisher,
    same_house,
    same_name,
)
from rashomon.stages.lineage.scope import place, told_under
from rashomon.stages.lineage.spans import Span, covered, length

_EDGE = 8  # words; fewer before or after the common ones are a headline or a byline
_MOST = 0.5  # share of the common words that a report gives under a name, for them to be that outlet's
_SOME = 0.2  # the same, where both do, for them to have the words from there
_NEARLY = 0.8  # share of a report that one text makes, where it has next to nothing of another
_NEAR = 3  # characters between a colon and what it announces
_LABEL = 4  # letters; longer parts of a host name are a name ("brekkoy" of "news.brekkoy.ac.uk")
_INSTITUTION = re.compile(r"\.(?:edu|gov|mil|int)$|\.(?:ac|edu|gov|gob|gouv|mil)\.[a-z]{2}$")
_BACK = 3  # sentences; a quotation further on is hardly the same speaker's without a new cue


class Evidence(NamedTuple):
    """`a` and `b` as in the edge. `shorter` is the covered share (0–1) of the shorter report's words, `longer` of the
    longer's; `lent` the share of the common words that one of them gives as somebody else's (the other may have left out
    whose), `quoted` of those that one quotes or announces; `sources` who that is, passage by passage; `days` the days between the two, None where one is undated;
    `issuer` the institution whose own report the one is and whom the other gives the words to; `a_issues` whether a's
    page is that of an institution which b names; `a_supplies` how many other outlets of the set credit a's outlet;
    `whole` whether one credits the other's outlet, or both a third, for their whole texts;
    `mixed` whether one credits two outlets for its whole text, and the common words are not nearly all of it;
    `a_under` the outlet under whose name a gives most of the common words, itself outside them; `common` a credit that
    both give for the common words; `added` words of the longer that the other has not; `tail` those of them that follow
    the last common words, where the shorter begins as the longer does and ends with the common words."""

    a: Report
    b: Report
    edge: CopyEdge
    shorter: float
    longer: float
    kin: bool
    lent: float
    quoted: float
    sources: tuple[str | None, ...]
    days: int | None
    a_credits_b: bool
    b_credits_a: bool
    mean_passage: float
    issuer: str | None
    a_issues: bool
    b_issues: bool
    a_supplies: int
    b_supplies: int
    a_under: str | None
    b_under: str | None
    common: str | None
    whole: bool
    mixed: bool
    added: int
    tail: int


Suppliers = Mapping[str, int]


def suppliers(reports: Iterable[Report]) -> Suppliers:
    """How many other outlets credit an outlet, by its key; over all reports."""
    found: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        own = outlet_key(outlet_name(report))
        for name in {outlet_key(credit.name) for credit in report.credits} - {own}:
            found[name].add(own)
    return {name: len(outlets) for name, outlets in found.items()}


def outlet_key(name: str) -> str:
    """An outlet's name fit to compare, by the table where it is known."""
    found = find_outlet(name)
    return plain_name(found.name if found else name)


def gather(a: Report, b: Report, edge: CopyEdge, known: Suppliers | None = None) -> Evidence:
    short, long = (0, 1) if len(a.text) <= len(b.text) else (1, 0)
    shares = (edge.share_a, edge.share_b)
    left, right = [p[0] for p in edge.passages], [p[1] for p in edge.passages]
    mine, theirs = given(a, left), given(b, right)
    common = sorted(x for x in mine if any(same_name(x, y) for y in theirs))
    return Evidence(
        a=a,
        b=b,
        edge=edge,
        shorter=shares[short],
        longer=shares[long],
        kin=same_house(a, b),
        lent=max(lent(a.text, left), lent(b.text, right)),
        quoted=max(quoted(a.text, left), quoted(b.text, right)),
        sources=tuple(passage_source(a.text, x, b.text, y) for x, y in edge.passages),
        days=days_between(a, b),
        a_credits_b=credits(a, b),
        b_credits_a=credits(b, a),
        mean_passage=sum(len(a.text[s:e].split()) for s, e in left) / max(1, len(left)),
        issuer=issuer(a, b) or issuer(b, a),
        a_issues=issues(a, b),
        b_issues=issues(b, a),
        a_supplies=(known or {}).get(outlet_key(outlet_name(a)), 0),
        b_supplies=(known or {}).get(outlet_key(outlet_name(b)), 0),
        a_under=_under(a, mine),
        b_under=_under(b, theirs),
        common=common[0] if common else None,
        whole=_for_all(a, mine, b, theirs) or _for_all(b, theirs, a, mine),
        mixed=_mixed(mine, edge.share_a) or _mixed(theirs, edge.share_b),
        added=round((1 - shares[long]) * len((a, b)[long].text.split())),
        tail=_tail((a, b)[short].text, (left, right)[short], (a, b)[long].text, (left, right)[long]),
    )


def _tail(short: str, mine: Sequence[Span], long: str, theirs: Sequence[Span]) -> int:
    """Words of the longer text after the common ones; 0 where the shorter does not begin as it does and end with them."""
    edges = short[: min(s for s, _ in mine)], long[: min(s for s, _ in theirs)], short[max(e for _, e in mine) :]
    if any(len(edge.split()) >= _EDGE for edge in edges):
        return 0
    return len(long[max(e for _, e in theirs) :].split())


def _under(report: Report, names: Mapping[str, str]) -> str | None:
    return min((name for name in names if names[name] == "lead" and not is_outlet(report, name)), default=None)


def _mixed(names: Mapping[str, str], share: float) -> bool:
    return sum(how == "whole" for how in names.values()) > 1 and share < _NEARLY


def _for_all(a: Report, mine: Mapping[str, str], b: Report, theirs: Mapping[str, str]) -> bool:
    """Whether a's whole text is credited to b's outlet alone, or to one to which b's is; one put together from two wires is
    neither's."""
    if sum(how == "whole" for how in mine.values()) > 1:
        return False
    return any(
        how == "whole" and (is_outlet(b, name) or any(h == "whole" and same_name(name, x) for x, h in theirs.items()))
        for name, how in mine.items()
        if not is_outlet(a, name)
    )


def given(report: Report, spans: Sequence[Span]) -> dict[str, str]:
    """Outlets to which the report gives the words of `spans`: "whole" with its whole text; "lead" by a name that stands
    outside the common words (one inside them says nothing of this report); "inside" all others."""
    found: dict[str, str] = {}
    parts = cut(report.text)
    for credit in report.credits:
        if place(report, credit):
            found[credit.name] = "whole"
        elif credit.start is not None and credit.end is not None:
            under = told_under(report.text, parts, credit.start)
            part = covered(spans, under) / max(1, length(spans))
            # An interviewee's words are his, whoever he gave them to.
            foreign = _within(credit.start, spans) or english_sources.speaks_to(report.text[: credit.start])
            if not foreign and (part >= _MOST or _leads(report.text, under, spans)):
                found[credit.name] = "lead"
            elif part >= _SOME:
                found.setdefault(credit.name, "inside")
    return found


def _leads(text: str, under: Sequence[Span], spans: Sequence[Span]) -> bool:
    """Whether the sentences end in a colon and the first of the common words that make a sentence follow at once."""
    if not under or not any(text[slice(*span)].rstrip().endswith(":") for span in under):
        return False
    colon = max(end for start, end in under if text[start:end].rstrip().endswith(":"))
    large = max(spans, key=lambda span: span[1] - span[0])
    return 0 <= large[0] - colon <= _NEAR


def _within(place: int, spans: Sequence[Span]) -> bool:
    return any(start <= place < end for start, end in spans)


def issues(report: Report, other: Report) -> bool:
    """Whether the report stands on the page of an institution (a university, an authority) that the other names."""
    if not _institutional(report) or _institutional(other):
        return False
    parts = host(report).split(".")
    return any(re.search(rf"\b{re.escape(part)}\b", other.text, re.IGNORECASE) for part in parts if len(part) > _LABEL)


def _institutional(report: Report) -> bool:
    return bool(_INSTITUTION.search(host(report))) and not publisher(report)


def issuer(report: Report, other: Report) -> str | None:
    """The name of the report's publisher, where that is no outlet but an institution that speaks for itself, and the
    other names it as one that says something."""
    name = bare_name(outlet_name(report)) if report.outlet else ""
    if not name or publisher(report) or not acts(name, report.text):
        return None
    return (
        name if any(name in other.text[slice(*span)] for span in cut(other.text) if _speaks(other.text, span)) else None
    )


def _speaks(text: str, span: Span) -> bool:
    return english_sources.has_cue(text[slice(*span)])


def acts(name: str, text: str) -> bool:
    """Whether a text tells of `name` as of one that does something: two sentences or more begin with it; an outlet is
    only told, named in a dateline, or has learned something once."""
    return sum(text.startswith((name, f"The {name}"), start) for start, _ in cut(text)) >= 2


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


def passage_source(a: str, span_a: Span, b: str, span_b: Span) -> str | None:
    """Who is named as the source of a passage, in one text and in the other."""
    return common_source((_named(a, span_a), a), (_named(b, span_b), b))


def _named(text: str, span: Span) -> list[str]:
    """Sources named in the sentences of a span; else in the nearest sentence before: a quotation goes on without a cue."""
    parts, head = cut(text), announcer(text, span)
    met = [i for i, each in enumerate(parts) if each == head or (not head and _meet(each, span))]
    before = [[i] for i in range(met[0] - 1, max(-1, met[0] - 1 - _BACK), -1)] if met else []
    for places in (met, *before):
        names = [name for i in places for name in english_sources.sources(text[slice(*parts[i])])]
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


@lru_cache(maxsize=4_096)
def _pieces(text: str) -> frozenset[str]:
    """Capitalised words of a name, or of a whole report."""
    return frozenset(word.casefold() for word in _PIECE.findall(text) if word[:1].isupper()) - _EMPTY
