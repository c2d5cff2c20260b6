"""What a report leaves out, though others told it before."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.measure import When
from rashomon.model.record import Finding, Omission
from rashomon.stages.reconcile.dossier import Dossier, content_words
from rashomon.stages.reconcile.measuring import day_span

_LISTED = 40  # findings named for a report, the weightiest: a short report on a war of five hundred leaves out hundreds
_OTHERS = 2  # other texts that must carry a finding (contract: record.md, omissions)
_SHARE = 0.2  # of the texts that were out by then: in a story of forty texts, what two of them carry is no matter to leave out
_SAID = (3, 0.34)  # the same for what somebody said: of the many things that are quoted, each report chooses some
_MUCH = 0.5  # share of an answer's words in one sentence at which the report says it in words of its own
_SOME = 0.4  # the same for what somebody said, which is long
_ASKED = 0.5  # share of the question's words that must stand beside one of the answer's
_DAY, _MINUTE = 10, 16  # characters of an ISO stamp up to its day and its minute
_NEVER = "~"  # sorts behind every stamp
_ASKS_WHO = re.compile(r"(?:Who|At whose|By whose)\b")
_EMPTY = frozenset(
    content_words("what when where whose whom which many much long were there took part said about until condition purpose people")
)  # fmt: skip


@dataclass(frozen=True)
class Stamps:
    """When each of some voices first came out, sorted: by the minute as reports with an hour see it, by the day as those with a bare day do."""

    minutes: tuple[str, ...]
    days: tuple[str, ...]

    def out(self, now: str) -> int:
        """How many were out when a report of this stamp came: by the minute where both have one, else by the day."""
        known, then = (self.minutes, now[:_MINUTE]) if len(now) >= _MINUTE else (self.days, now[:_DAY])
        return bisect_right(known, then)


@dataclass(frozen=True)
class Carried:
    """A finding with who carries it: reports, and the voices of those that answer; and the words that would say it."""

    finding: Finding
    reports: frozenset[str]
    voices: frozenset[str]
    stamps: Stamps
    asked: frozenset[str]
    answers: tuple[frozenset[str], ...]


def omissions(
    findings: Sequence[Finding], carried: Mapping[str, frozenset[str]], dossier: Dossier
) -> tuple[Omission, ...]:
    """`findings` weightiest first; of what a report lacks the first forty are listed, the rest counted. `carried`: finding id → reports that
    tell of it without answering. For each dated report the findings that it lacks: two other texts
    and a fifth of all had carried each by the day it came out, and no sentence of the report says it in other words."""
    told = [_carried(finding, carried.get(finding.id, frozenset()), dossier) for finding in findings]
    everyone = _stamps(dossier.reports, dossier)
    rows = []
    for report in sorted(dossier.reports):
        now = _published(report, dossier)
        out = everyone.out(now) if now and _is_read(report, dossier) else 0
        lacking = [by for by in told if out and _left_out(report, now, out, by, dossier)]
        sentences = _sentences(report, dossier) if lacking else ()
        missing = tuple(by.finding.id for by in lacking if not _said_otherwise(report, by, sentences, dossier))
        if missing:
            listed, more = missing[:_LISTED], len(missing[_LISTED:])
            rows.append(Omission(story=dossier.story.id, report=report, findings=listed, more=more))
    return tuple(rows)


def _is_read(report: str, dossier: Dossier) -> bool:
    """Whether anything of it could be read: a report in a language that is not read leaves nothing out."""
    return bool(dossier.claims_in(report)) or dossier.reports[report].language.startswith("en")


def _published(report: str, dossier: Dossier) -> str:
    return dossier.reports[report].published or dossier.story.days.get(report, "")


def _carried(finding: Finding, telling: frozenset[str], dossier: Dossier) -> Carried:
    answering = {report for answer in finding.answers for report in answer.reports}
    asked = frozenset(content_words(finding.question)) - _EMPTY
    return Carried(
        finding=finding,
        reports=telling | answering,
        voices=frozenset(dossier.voice_of[report] for report in answering),
        stamps=_stamps(answering, dossier),
        asked=asked,
        answers=tuple(frozenset(content_words(answer.value)) - _EMPTY - asked for answer in finding.answers),
    )


def _stamps(reports: Iterable[str], dossier: Dossier) -> Stamps:
    """The first stamps of the reports' voices; the day alone where the hour is not known, which sorts before all of its hours."""
    minutes: dict[str, str] = {}
    days: dict[str, str] = {}
    for report in reports:
        voice, stamp = dossier.voice_of[report], _published(report, dossier)
        if stamp:
            first = stamp[:_MINUTE] if len(stamp) >= _MINUTE else stamp[:_DAY]
            minutes[voice] = min(first, minutes.get(voice, _NEVER))
            days[voice] = min(stamp[:_DAY], days.get(voice, _NEVER))
    return Stamps(tuple(sorted(minutes.values())), tuple(sorted(days.values())))


def _left_out(report: str, now: str, out: int, by: Carried, dossier: Dossier) -> bool:
    """Whether enough other voices were out with it when the report came."""
    if report in by.reports or dossier.voice_of[report] in by.voices:
        return False
    least, share = _SAID if by.finding.kind == "statement" else (_OTHERS, _SHARE)
    return by.stamps.out(now) >= max(least, share * out)


def _sentences(report: str, dossier: Dossier) -> tuple[frozenset[str], ...]:
    text = dossier.reports[report].text
    return tuple(frozenset(content_words(text[start:end])) for start, end in dossier.sentences_of(report))


def _said_otherwise(report: str, by: Carried, sentences: Sequence[frozenset[str]], dossier: Dossier) -> bool:
    """Whether a sentence of the report holds half of an answer's words, which for a name is not enough; or one of them beside half of the
    question's; or names the very day asked for. An omission is a charge, and needs more than that no claim answers."""
    question = by.finding.question
    share = 1.1 if _ASKS_WHO.match(question) else _SOME if by.finding.kind == "statement" else _MUCH
    if any(_holds(by.asked, answer, share, sentences) for answer in by.answers if answer):
        return True
    days = [answer.date for answer in by.finding.answers if answer.date] if question.startswith("When ") else []
    return any(_names_day(report, day, dossier) for day in days)


def _names_day(report: str, day: When, dossier: Dossier) -> bool:
    """Whether the report names the day, other than as that of its own publication."""
    asked = day_span(day)
    if asked is None or asked[0] != asked[1] or asked[0] == _published(report, dossier)[:_DAY]:
        return False
    return any(day_span(time.date) == asked for time in dossier.times_in(report))


def _holds(asked: frozenset[str], answered: frozenset[str], share: float, sentences: Sequence[frozenset[str]]) -> bool:
    beside = max(1, min(2, len(asked)), _ASKED * len(asked))
    for words in sentences:
        told = len(words & answered)
        if told and ((told >= 2 and told >= share * len(answered)) or len(words & asked) >= beside):
            return True
    return False
