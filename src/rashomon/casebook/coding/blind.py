"""Coding without sight of each other: who codes a story, who is done, and whose judgements a coder is shown until all are.

Both are rows of the log like all judgements (`code` names a coder, `done` says that its maker is), can be undone, exported and imported, and shape no record.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from rashomon.model.collection import LoggedJudgement
from rashomon.model.judgement import CODE, DONE, Judgement, order, reports_of, standing


def person(name: str) -> str:
    """A name as persons are told apart by it: "Ada" and " ada" are one."""
    return " ".join(name.split()).casefold()


def coders(log: Sequence[Judgement], reports: Collection[str]) -> tuple[str, ...]:
    """Who codes the story of these reports, each without sight of the others, in order of name."""
    named = {person(each.value or ""): each.value or "" for each in sorted(_said(log, reports, CODE), key=order)}
    return tuple(sorted(named.values()))


def done(log: Sequence[Judgement], reports: Collection[str]) -> dict[str, str]:
    """When each of those who are done said so last, by the name as of `person`."""
    return {person(each.who): each.when for each in sorted(_said(log, reports, DONE), key=order)}


def waiting(log: Sequence[Judgement], reports: Collection[str]) -> tuple[str, ...]:
    """The coders who are not done; nobody waits for one who codes alone."""
    named = coders(log, reports)
    finished = done(log, reports)
    return tuple(who for who in named if person(who) not in finished) if len(named) > 1 else ()


def is_blind(log: Sequence[Judgement], reports: Collection[str], who: str) -> bool:
    """Whether this one codes the story and is not to see what the others judged of it: until all are done, himself too. Who does not say who he is (an
    empty name) may be one of them."""
    return bool(waiting(log, reports)) and (not person(who) or person(who) in map(person, coders(log, reports)))


def shown_to(who: str, listed: Iterable[LoggedJudgement], log: Sequence[Judgement]) -> tuple[LoggedJudgement, ...]:
    """Those judgements that this one may see: not what others judged of a story that he codes and that not all coders are done with."""
    hidden = frozenset(
        report for each in log if each.what == CODE and is_blind(log, each.on, who) for report in each.on
    )

    def may(each: Judgement) -> bool:
        return person(each.who) == person(who) or each.what in (CODE, DONE) or hidden.isdisjoint(reports_of(each) or ())

    return tuple(each for each in listed if may(each.judgement))


def _said(log: Sequence[Judgement], reports: Collection[str], what: str) -> Iterator[Judgement]:
    return (each for each in standing(log) if each.what == what and not set(each.on).isdisjoint(reports))
