"""Figures that were taken back or mended: which report says so, by which words, and whose number no longer stands.

Only who said a number can take it back: another's "that figure is wrong" is a dispute. Troops that withdrew and a bus that was hit by
mistake take nothing back, so the verbs count only with what can be told ("figure", "report", "toll") beside them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.model.claim import Claim
from rashomon.stages.reconcile.dossier import UNNAMED, Dossier, bare
from rashomon.stages.reconcile.quantity import point
from rashomon.stages.reconcile.replies import Reply
from rashomon.stages.reconcile.tables import table, whole_words

_BETWEEN = r"(?:\W+[\w’'-]+){0,5}?\W+"  # a few words between a verb and what it takes back
_WITHIN = r"(?:\W+[\w’',-]+){0,18}?\W+"  # "the report of 40 dead at the stadium was wrong"
_OLD_NEAR = 45  # characters before a number in which "earlier figure of", "not" or "instead of" name it as the old one


@dataclass(frozen=True)
class Takeback:
    """`[start, end)` are the cue's words in the claim's report. `old`: the claim's own number is the one that no longer stands, else
    the one that stands instead. `own`: the words say that the same speaker had given both."""

    claim: Claim
    kind: str
    start: int
    end: int
    old: bool
    own: bool

    def words(self, dossier: Dossier) -> str:
        """The cue as the report has it."""
        return " ".join(dossier.reports[self.claim.report].text[self.start : self.end].split())


def _any(*names: str) -> str:
    words = sorted((w for name in names for w in table("takebacks_en")[name]), key=lambda w: (-len(w), w))
    return r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])"


_BE = r"(?:was|were|is|are|has been|have been|had been|being|be)"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of taking back, the surest words first."""
    told = _any("told")
    forms = (
        ("retraction", _any("retraction")),
        ("retraction", _any("retracting") + _BETWEEN + told),
        ("retraction", told + _WITHIN + _BE + r"\s+(?:\w+ly\s+)?" + _any("retracted")),
        ("correction", _any("correction")),
        ("correction", _any("correcting") + _BETWEEN + told),
        ("correction", told + _WITHIN + _BE + r"\s+(?:\w+ly\s+)?(?:too\s+)?" + _any("corrected", "wrong")),
        ("correction", _any("mistakenly") + r"\s+" + _any("telling")),
        ("correction", r"(?:^|\n\s*)\W*" + _any("heads") + r"(?=\s*[:.—–-])"),
        ("correction", r"\b(?:had|have|has)\s+" + _any("first") + r"\s+" + _any("first_told")),
        ("retraction", r"\b(?:no|not|nobody|none|never)\b[^.!?]{0,120}?" + _any("after_all")),
    )
    return tuple((kind, re.compile(form, re.IGNORECASE)) for kind, form in forms)


def with_takebacks(replies: Sequence[Reply], dossier: Dossier) -> list[Reply]:
    """The replies with what their claims take back or mend; "its report of 40 was wrong" is against "at least 40" as well."""
    own = [tuple(one for claim in reply.claims if (one := takeback(claim, dossier))) for reply in replies]
    olds = [one for found in own for one in found if one.old and one.claim.figure is not None]
    return [
        replace(reply, undoing=(*found, *(one for one in olds if one not in found and _is_number(one, reply))))
        for reply, found in zip(replies, own, strict=True)
    ]


def _is_number(one: Takeback, reply: Reply) -> bool:
    """Whether the number that is taken back is the reply's, whatever the hedge."""
    assert one.claim.figure is not None
    number = point(one.claim.figure)
    return reply.figure is not None and number is not None and number == point(reply.figure)


def takeback(claim: Claim, dossier: Dossier) -> Takeback | None:
    """What the claim's sentence says of an earlier number or account, else what a sentence beside it says of one of its own speaker's;
    None where nothing is taken back."""
    spans, place = dossier.sentences_of(claim.report), dossier.position(claim)
    found = _cue(claim, *dossier.span_of(claim), dossier)
    if found:
        return found
    beside = (_cue(claim, *spans[at], dossier) for at in (place + 1, place - 1) if 0 <= at < len(spans))
    return next((replace(one, old=False) for one in beside if one and one.own and one.kind == "correction"), None)


def _cue(claim: Claim, start: int, end: int, dossier: Dossier) -> Takeback | None:
    text = dossier.reports[claim.report].text
    for kind, pattern in _patterns():
        match = pattern.search(text, start, end)
        if match:
            at = match.start() + len(match.group()) - len(match.group().lstrip())
            own = whole_words(table("takebacks_en")["own"]).search(text, start, end) is not None
            own = own or _SELF.search(text, start, match.start() + 5) is not None
            return Takeback(claim, kind, at, match.end(), is_old(claim, dossier, match), own)
    return None


def is_old(claim: Claim, dossier: Dossier, cue: re.Match[str]) -> bool:
    """Whether the number is told as the one that no longer stands ("its earlier figure of 40", "not 18", "the report of 40 was wrong")."""
    own = claim.figure or claim.event or claim
    text = dossier.reports[claim.report].text
    if cue.start() <= own.start and own.end <= cue.end() and not _after_all(cue):
        return True
    before = text[max(dossier.span_of(claim)[0], own.start - _OLD_NEAR) : own.start]
    named = list(_old_words().finditer(before))
    if named and not re.search(r"[,;:]", before[named[-1].end() :]):
        return True
    return _AS_FIRST.match(text[own.end : own.end + _OLD_NEAR]) is not None


def _after_all(cue: re.Match[str]) -> bool:
    return cue.group()[:2].casefold() == "no" or cue.group()[:5].casefold() == "never"


@cache
def _old_words() -> re.Pattern[str]:
    return whole_words(table("takebacks_en")["old"])


def undone(a: Reply, b: Reply, dossier: Dossier) -> tuple[Reply, Takeback] | None:
    """The one of the two that no longer stands, and the words that say so; None where both stand."""
    for reply, other in ((a, b), (b, a)):
        for one in reply.undoing:
            if one.old and not _grew(one, reply, other, dossier) and _gave_it(one, reply, dossier):
                return reply, one
        for one in other.undoing:
            if not one.old and _mends(one, reply, (*a.undoing, *b.undoing), dossier):
                return reply, one
    return None


def _grew(one: Takeback, reply: Reply, other: Reply, dossier: Dossier) -> bool:
    """Whether the words only tell of an earlier number ("had first said"), and the other is more."""
    if reply.figure is None or other.figure is None or not _FIRST.match(one.words(dossier)):
        return False
    old, new = point(reply.figure), point(other.figure)
    return old is not None and new is not None and new > old


def _gave_it(one: Takeback, reply: Reply, dossier: Dossier) -> bool:
    """Whether who takes the number back is who had given it, and nobody else gives it still in a name of their own."""
    given = [claim for claim in reply.claims if claim.report != one.claim.report]
    named = [names for claim in given if (names := names_of(claim, dossier))]
    mender = menders(one, dossier)
    if _OF_THIS.search(one.words(dossier)):
        return {dossier.outlet_of(claim) for claim in given} <= {dossier.outlet_of(one.claim)}
    if not named:
        return one.own or bool(mender)
    return all(_one(names, mender) for names in named) or (one.own and not mender)


def gives_it(one: Takeback, claim: Claim, dossier: Dossier) -> bool:
    """Whether the claim gives the number on the word of who takes it back, or in nobody's name."""
    named = names_of(claim, dossier)
    if not named:
        return not _OF_THIS.search(one.words(dossier)) or dossier.outlet_of(claim) == dossier.outlet_of(one.claim)
    return _one(named, menders(one, dossier))


def _mends(one: Takeback, reply: Reply, found: Sequence[Takeback], dossier: Dossier) -> bool:
    """Whether the new number stands in the place of the reply's: of the same speaker, given before, and no other old one is named."""
    if any(other.old and other.claim.report == one.claim.report for other in found) or _goes_on(one, reply, dossier):
        return False
    before = [claim for claim in reply.claims if _is_before(claim, one.claim, dossier)]
    named = [names for claim in before if (names := names_of(claim, dossier))]
    mender = menders(one, dossier)
    outlet = {dossier.outlet_of(claim) for claim in before} & {dossier.outlet_of(one.claim)} - {None}
    if any(_one(names, mender) for names in named):
        return True
    return bool(before) and ((bool(outlet) and (not named or not mender)) or (one.own and not named))


def _is_before(claim: Claim, later: Claim, dossier: Dossier) -> bool:
    if claim.report == later.report:
        return claim.start < later.start
    return dossier.published(claim) <= dossier.published(later)


def _goes_on(one: Takeback, reply: Reply, dossier: Dossier) -> bool:
    """Whether the number is the reply's own, or more than it though the words tell of less ("revised down to 12")."""
    if one.claim.figure is None or reply.figure is None:
        return False
    new, old = point(one.claim.figure), point(reply.figure)
    return (
        new is not None
        and old is not None
        and (new == old or (new > old and _LESS.search(one.words(dossier)) is not None))
    )


def menders(one: Takeback, dossier: Dossier) -> set[str]:
    """The names of who takes it back: the claim's last speaker, else the words that open its sentence, up to a verb or a comma."""
    named = names_of(one.claim, dossier)
    if named:
        return named
    place = dossier.position_at(one.claim.report, one.start)
    start = dossier.sentences_of(one.claim.report)[place][0]
    opening = _SUBJECT_ENDS.split(dossier.reports[one.claim.report].text[start : one.start], maxsplit=1)[0]
    return ({bare(opening)} if opening.strip() else set()) - _PRONOUNS


def names_of(claim: Claim, dossier: Dossier) -> set[str]:
    """What the last speaker goes by: as worded, as known, and the voice; none for the report's own voice and for nobody in particular."""
    if not claim.attribution or dossier.speaker_of(claim) == UNNAMED:
        return set()
    last = claim.attribution[-1]
    known = dossier.name_of(last.entity)
    return ({bare(last.name), *([bare(known)] if known else [])} - _PRONOUNS) | ({last.voice} if last.voice else set())


def _one(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether a name of each is one: all words of either stand in the other ("ministry", "interior ministry")."""
    return any(
        set(one) <= set(other) or set(other) <= set(one)
        for one in map(_WORDS.findall, a)
        for other in map(_WORDS.findall, b)
        if one and other
    )


_PRONOUNS = frozenset("i he she it we they who".split())
_WORDS = re.compile(r"[\w’'-]+")
_SUBJECT_ENDS = re.compile(r"\b(?:on|has|had|have|said|says|later|also|then|was|were)\b|[,;:]")
_LESS = re.compile(
    r"\b(?:down\w*|lower\w*|reduc\w*|cut|high|overstated|inflated|exaggerated|double-counted)\b", re.IGNORECASE
)
_OF_THIS = re.compile(r"\bof this (?:report|story|article)\b|^(?:correction|clarification)", re.IGNORECASE)
_SELF = re.compile(
    r"\b(?:it|they|he|she|we)\s+(?:had\b|have\b|has\b|mist|erro|wron|inco|init|earl|firs|prev|orig)", re.IGNORECASE
)
_FIRST = re.compile(r"(?:had|have|has) (?:initially|earlier|first|previously|originally)\b", re.IGNORECASE)
_AS_FIRST = re.compile(r"[^.;:]{0,25}\b(?:as|than)\b[^.;:]{0,20}\b(?:first|earlier|initially|previously)\b")
