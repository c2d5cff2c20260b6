"""What a report leaves out, though others told it before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.record import Finding, Omission
from rashomon.stages.reconcile.dossier import Dossier

_OTHERS = 2  # other texts that must carry a finding (contract: record.md, omissions)
_DAY, _MINUTE = 10, 16  # characters of an ISO stamp up to its day and its minute
_NEVER = "~"  # sorts behind every stamp


@dataclass(frozen=True)
class Carried:
    """Who carries a finding: reports, the voices of those that answer, and the stamps by which two of these voices had it out:
    `known` as reports with an hour see it, `known_day` as reports with a bare day do. Both are None where no two are dated."""

    reports: frozenset[str]
    voices: frozenset[str]
    known: str | None
    known_day: str | None


def omissions(
    findings: Sequence[Finding], carried: Mapping[str, frozenset[str]], dossier: Dossier
) -> tuple[Omission, ...]:
    """`carried`: finding id → reports that tell of it without answering. For each dated report the findings that it lacks: two other texts had carried each by the day it came out."""
    told = [(finding.id, _carried(finding, carried.get(finding.id, frozenset()), dossier)) for finding in findings]
    rows = []
    for report in sorted(dossier.reports):
        own, now = dossier.voice_of[report], _published(report, dossier)
        missing = tuple(key for key, by in told if now and _left_out(report, own, now, by))
        if missing:
            rows.append(Omission(story=dossier.story.id, report=report, findings=missing))
    return tuple(rows)


def _published(report: str, dossier: Dossier) -> str:
    return dossier.reports[report].published or dossier.story.days.get(report, "")


def _carried(finding: Finding, telling: frozenset[str], dossier: Dossier) -> Carried:
    answering = {report for answer in finding.answers for report in answer.reports}
    first: dict[str, str] = {}
    first_day: dict[str, str] = {}
    for report in answering:
        voice, stamp = dossier.voice_of[report], _published(report, dossier)
        if stamp:
            first[voice] = min(_stamp(stamp), first.get(voice, _NEVER))
            first_day[voice] = min(stamp[:_DAY], first_day.get(voice, _NEVER))
    voices = frozenset(dossier.voice_of[report] for report in answering)
    return Carried(telling | answering, voices, _second(first.values()), _second(first_day.values()))


def _second(stamps: Iterable[str]) -> str | None:
    """The stamp by which as many voices as it takes had come out."""
    return sorted(found)[_OTHERS - 1] if len(found := list(stamps)) >= _OTHERS else None


def _stamp(published: str) -> str:
    """Day, hour and minute; the day alone where the hour is not known, which sorts before all of its hours."""
    return published[:_MINUTE] if len(published) >= _MINUTE else published[:_DAY]


def _left_out(report: str, own: str, now: str, by: Carried) -> bool:
    """Whether two other voices were out with it when the report came: by the minute where both have one, else by the day."""
    if report in by.reports or own in by.voices:
        return False
    known, then = (by.known, now[:_MINUTE]) if len(now) >= _MINUTE else (by.known_day, now[:_DAY])
    return known is not None and known <= then
