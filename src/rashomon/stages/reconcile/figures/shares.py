"""Of what a bare share or change is one, and which of them answer one question: those whose words say so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.stages.reconcile.dossier import Dossier, content_words
from rashomon.stages.reconcile.figures.counted import Counted
from rashomon.stages.reconcile.population import head_of
from rashomon.stages.reconcile.quantity import point

_MEASURES = ("share", "change")
_NEAR = 60  # characters before and behind the number that say what is done, and by whom
_PHRASE = r"((?:(?:the|all|its|their|our|those) )?[\w’'-]+(?: [\w’'-]+){0,3}?)"
_END = r"(?= (?:in|on|by|from|to|at|for|and|of|that|which|who|since|after|was|were|is|are|has|have|had|will|would|did|do|does|say|said|\w+ed)\b|[,.;:)]|$)"
_OF = re.compile(rf"[^,;]{{0,30}}?\bof {_PHRASE}{_END}")  # from the number on: "40 per cent of the homes"
_COMPARED = re.compile(r"\b(?:more|less|fewer|higher|lower|likely|times)\b")
_IN = re.compile(rf"\s*[a-z-]+ (?:in|of) {_PHRASE}{_END}")  # behind the number: "drop in exports"
_VOUCHED = re.compile(r".*\b(?:said|says|told|that|according to \S+|found|shows?|showed)\b,?", re.DOTALL)
_SAYING = frozenset(
    content_words("said says told that this with from have been were will would percent cent share about around nearly according than only more less over some most")
)  # fmt: skip


@dataclass(frozen=True)
class Shared:
    """The phrase of which it is a share, the content words near it, and the names before it (who won, who owns)."""

    phrase: str
    near: frozenset[str]
    names: frozenset[str]


def is_bare_share(figure: Counted) -> bool:
    """Whether the figure is a share or change that no row of the table of questions asks after."""
    return figure.measure in _MEASURES and figure.aspect.index < 0


def phrase_of(figure: Counted, dossier: Dossier) -> str:
    """ "The homes" of "40 per cent of the homes", "exports" of "a 12 % drop in exports"; empty where nothing is named, or where
    the number only compares ("27 % more likely to leave")."""
    text, found = dossier.reports[figure.claim.report].text, figure.figure
    start = found.start if found.measure == "share" else found.end
    after = " ".join(text[start : max(found.end, figure.claim.end)].split())
    after = f" {after}" if start == found.end else after
    match = (_OF if found.measure == "share" else _IN).match(after)
    return "" if match is None or _COMPARED.search(match.group()[: match.start(1)]) else match.group(1)


def of_one_share(figures: Iterable[Counted], dossier: Dossier) -> list[list[Counted]]:
    """Shares grouped by what is shared and by whom. One that does not say it stands only beside its own number, told of the
    same name ("Orlin was elected with 58 %"); else it is left out."""
    groups: list[list[tuple[Counted, Shared]]] = []
    told = [(figure, _shared(figure, dossier)) for figure in figures]
    for figure, shared in sorted(told, key=lambda one: not one[1].phrase):
        home = next((group for group in groups if all(_belong(figure, shared, *other) for other in group)), None)
        if home is not None:
            home.append((figure, shared))
        elif shared.phrase:
            groups.append([(figure, shared)])
    return [[figure for figure, _ in group] for group in groups]


def _belong(figure: Counted, shared: Shared, other: Counted, others: Shared) -> bool:
    if shared.phrase and others.phrase:
        return _alike(shared, others)
    return bool(shared.names & others.names) and point(figure.figure) == point(other.figure)


def _shared(figure: Counted, dossier: Dossier) -> Shared:
    text, start, end = dossier.reports[figure.claim.report].text, figure.figure.start, figure.figure.end
    phrase = phrase_of(figure, dossier)
    before = _VOUCHED.sub("", text[max(figure.claim.start, start - _NEAR) : start])
    near = frozenset(content_words(f"{before} {text[end : min(figure.claim.end, end + _NEAR)]}"))
    names = frozenset(re.findall(r"\b[A-Z][\w-]+", dossier.within_sentence(before.strip())))
    return Shared(phrase, near - _SAYING - set(content_words(phrase)), names)


def _alike(a: Shared, b: Shared) -> bool:
    """Whether both are of one thing, and the same is done with it, by nobody who is known to be another."""
    one, other = set(content_words(a.phrase)), set(content_words(b.phrase))
    if head_of(a.phrase) != head_of(b.phrase) or not (one <= other or other <= one):
        return False
    return bool(a.near & b.near) and (not a.names or not b.names or bool(a.names & b.names))
