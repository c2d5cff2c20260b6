"""What a report leaves out, though others told it before."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from rashomon.model.measure import When
from rashomon.model.record import Finding, Omission
from rashomon.stages.reconcile.dossier import Dossier, content_words
from rashomon.stages.reconcile.measuring import day_span

_OTHERS = 2  # other texts that must carry a finding (contract: record.md, omissions)
_SHARE = 0.2  # of the texts that were out by then: in a story of forty texts, what two of them carry is no matter to leave out
_SAID = (3, 0.34)  # the same for what somebody said: of the many things that are quoted, each report chooses some
_MUCH = 0.5  # share of an answer's words in one sentence at which the report says it in words of its own
_SOME = 0.4  # the same for what somebody said, which is long
_ASKED = 0.5  # share of the question's words that must stand beside one of the answer's
_EMPTY = frozenset(content_words("what when where whose whom which many much long were there took part said about until condition purpose people"))
_ASKS_WHO = re.compile(r"(?:Who|At whose|By whose)\b")
Sentences = Sequence[frozenset[str]]


def omissions(
    findings: Sequence[Finding], carried: Mapping[str, frozenset[str]], dossier: Dossier
) -> tuple[Omission, ...]:
    """`carried`: finding id → reports that tell of it without answering. For each dated report the findings that it lacks: two other texts
    had carried each by the day it came out, and no sentence of the report says it in other words."""

    @cache
    def sentences(report: str) -> Sentences:
        text = dossier.reports[report].text
        return [frozenset(content_words(text[start:end])) for start, end in dossier.sentences_of(report)]

    rows = []
    for report in sorted(dossier.reports):
        if not _published(report, dossier) or not dossier.claims_in(report):
            continue
        missing = tuple(
            finding.id
            for finding in findings
            if report not in carried.get(finding.id, ())
            and _left_out(report, finding, dossier)
            and not _said_otherwise(report, finding, sentences, dossier)
        )
        if missing:
            rows.append(Omission(story=dossier.story.id, report=report, findings=missing))
    return tuple(rows)


def _published(report: str, dossier: Dossier) -> str:
    return dossier.reports[report].published or dossier.story.days.get(report, "")


def _left_out(report: str, finding: Finding, dossier: Dossier) -> bool:
    carrying = {other for answer in finding.answers for other in answer.reports}
    if report in carrying or not carrying:
        return False
    own, now = dossier.voice_of[report], _published(report, dossier)
    known = {dossier.voice_of[other] for other in carrying if _before(_published(other, dossier), now)}
    if own in {dossier.voice_of[other] for other in carrying} or len(known) < _OTHERS:
        return False
    out = {dossier.voice_of[other] for other in dossier.reports if _before(_published(other, dossier), now)}
    least, share = _SAID if finding.kind == "statement" else (_OTHERS, _SHARE)
    return len(known) >= max(least, share * len(out))


def _before(earlier: str, later: str) -> bool:
    """Whether the first was out when the second came: by the time where both have one, else by the day."""
    if not earlier or not later:
        return False
    size = min(len(earlier), len(later), 16) if min(len(earlier), len(later)) >= 16 else 10
    return earlier[:size] <= later[:size]


def _said_otherwise(report: str, finding: Finding, sentences: Callable[[str], Sentences], dossier: Dossier) -> bool:
    """Whether a sentence of the report holds half of an answer's words, which for a name is not enough; or one of them beside half of the
    question's; or names the very day asked for. An omission is a charge, and needs more than that no claim answers."""
    asked = frozenset(content_words(finding.question)) - _EMPTY
    share = 1.1 if _ASKS_WHO.match(finding.question) else _SOME if finding.kind == "statement" else _MUCH
    for answer in finding.answers:
        if _holds(asked, frozenset(content_words(answer.value)) - _EMPTY - asked, share, sentences(report)):
            return True
        if finding.question.startswith("When ") and answer.date and _names_day(report, answer.date, dossier):
            return True
    return False


def _names_day(report: str, day: When, dossier: Dossier) -> bool:
    """Whether the report names the day, other than as that of its own publication."""
    asked = day_span(day)
    if asked is None or asked[0] != asked[1] or asked[0] == _published(report, dossier)[:10]:
        return False
    return any(day_span(time.date) == asked for time in dossier.times_in(report))


def _holds(asked: frozenset[str], answered: frozenset[str], share: float, sentences: Sentences) -> bool:
    for words in sentences:
        told = len(words & answered)
        if told >= 2 and told >= share * len(answered):
            return True
        if told and asked and len(words & asked) >= max(min(2, len(asked)), _ASKED * len(asked)):
            return True
    return False
