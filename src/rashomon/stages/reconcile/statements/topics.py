"""What a statement is about, as a short noun phrase that a question can say."""

import re
from collections.abc import Iterable, Sequence

from rashomon.model.claim import Claim
from rashomon.stages.reconcile.asking import named_words, takes_article
from rashomon.stages.reconcile.dossier import Dossier, bare
from rashomon.stages.reconcile.events.occurrences import is_pronoun
from rashomon.stages.reconcile.events.things import thing_named
from rashomon.stages.reconcile.population import head_of, plural

Told = Sequence[tuple[str, str, Sequence[Claim]]]
# "the shelters are", "the truck was on": a noun phrase right before a verb of being or having, or a preposition.
_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur) ((?:[a-z][a-z-]+ ){0,2}?[a-z][a-z-]+)(?= (?:is|are|was|were|will|would|has|have|had|should|ought|could|can|may|must|in|on|at|of|to|for|from|that|which|who|began|started)\b|[.,;”\"]|$)"
)
_DULL = frozenset(
    "and or but who as than so one two product circumstances head cheek loose scene back side top bottom hands face eyes ground air light dead time way day days end beginning start part number case fact hour moment same first last other people country situation order purpose course result basis need today "
    "year years week month morning night evening decision statement report reports".split()
)


def topic_of(told: Told, dossier: Dossier) -> str:
    """The noun phrase that most reports' contents share and the story has least of; empty where none is found.

    `told` gives each saying's report, words and claims. What happened to something comes first, then names, then nouns."""
    counts: dict[str, tuple[set[str], int]] = {}
    for report, text, claims in told:
        for rank, phrase in _phrases(report, text, claims, dossier):
            reports, known = counts.get(phrase, (set(), rank))
            counts[phrase] = (reports | {report}, min(known, rank))
    order = {phrase: place for place, phrase in enumerate(counts)}
    speaker = {bare(name) for _, _, claims in told for claim in claims for name in _speakers(claim, dossier)}
    fit = {p: found for p, found in counts.items() if bare(p) not in speaker and bare(p) not in _DULL}
    return min(fit, key=lambda p: (-min(len(fit[p][0]), 2), fit[p][1], -len(fit[p][0]), order[p]), default="")


def _speakers(claim: Claim, dossier: Dossier) -> Iterable[str]:
    for link in claim.attribution:
        yield link.name
        if link.entity and link.entity in dossier.entities:
            yield dossier.entities[link.entity].name
            yield from dossier.entities[link.entity].aliases


def _phrases(report: str, text: str, claims: Sequence[Claim], dossier: Dossier) -> Iterable[tuple[int, str]]:
    """Rank (0 first) and words of what the content could be about."""
    spans = [(c.statement.content_start, c.statement.content_end) for c in claims if c.statement]
    for claim in sorted(dossier.claims_in(report), key=lambda one: (one.start, one.id)):
        own = claim.event or claim.figure
        if own is None or not any(start <= own.start and own.end <= end for start, end in spans):
            continue
        if claim.event is not None:
            named = [p for p in (*claim.event.targets, *claim.event.actors) if not is_pronoun(p)]
            yield from ((0, words) for p in named[:1] if (words := thing_named(p.text) or named_words(p, dossier)))
        elif claim.figure is not None and claim.figure.counted:
            head = head_of(claim.figure.counted)
            if head:
                yield 1, f"the {plural(head)}"
    for found in _BEFORE.finditer(text):
        words = found.group(1)
        if not set(words.split()) & _DULL:
            yield 2, f"the {words}"
    yield from ((3, name) for name in _names(report, spans, dossier))


def _names(report: str, spans: Sequence[tuple[int, int]], dossier: Dossier) -> Iterable[str]:
    for entity, mentions in dossier.mentions_in(report):
        inside = any(s <= m.start and m.end <= e for m in mentions for s, e in spans)
        if inside and not entity.name[:1].islower():
            yield f"the {entity.name}" if takes_article(entity.id, entity.name, dossier) else entity.name
