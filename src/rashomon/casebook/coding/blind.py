"""Coding without sight of each other: who codes a story, who is through, and whose judgements a coder is shown until all are.

Both are notes of the log, by their `field`: `coder` names one who codes the story (`value`), `done` says that its maker is through. Like all
judgements they can be undone, exported and imported.
"""

from collections.abc import Collection, Iterator, Sequence

from rashomon.model.judgement import NOTE, STORY, Judgement, order, standing

CODER, DONE = "coder", "done"


def coders(log: Sequence[Judgement], reports: Collection[str]) -> tuple[str, ...]:
    """Who codes the story of these reports, each without sight of the others, in order of name."""
    return tuple(sorted({each.value or "" for each in _notes(log, reports, CODER)}))


def done(log: Sequence[Judgement], reports: Collection[str]) -> dict[str, str]:
    """When each of those who are through said so last."""
    return {each.who: each.when for each in sorted(_notes(log, reports, DONE), key=order)}


def waiting(log: Sequence[Judgement], reports: Collection[str]) -> tuple[str, ...]:
    """The coders who are not through; nobody waits for one who codes alone."""
    named = coders(log, reports)
    through = done(log, reports)
    return tuple(who for who in named if who not in through) if len(named) > 1 else ()


def is_blind(log: Sequence[Judgement], reports: Collection[str], who: str) -> bool:
    """Whether this one codes the story and is not to see what the others judged of it: until all are through, himself too."""
    return bool(waiting(log, reports)) and who in coders(log, reports)


def _notes(log: Sequence[Judgement], reports: Collection[str], field: str) -> Iterator[Judgement]:
    for each in standing(log):
        if (each.what, each.of, each.field) == (NOTE, STORY, field) and not set(each.on).isdisjoint(reports):
            yield each
