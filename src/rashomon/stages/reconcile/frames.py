"""The different words that reports use for one actor or thing (`wording_en.toml`)."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from rashomon.model.claim import Claim
from rashomon.model.entity import Entity
from rashomon.model.record import Frame, Term
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.tables import table, whole_words

_ARTICLE = re.compile(r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|some)\s+", re.IGNORECASE)
_LONGEST = 60
_TERMS = 200  # terms of one row; a wording that stands a thousand times is shown once a report
_BEFORE = r"(?:(?!hundred|several|united|called|said|led|used|including)(?:[a-z]+-)?[a-z]+(?:ist|ed|ful|ent|ant|al|ic|ive|ous|ary|less)\s+){0,2}"  # judging adjectives


def frames(dossier: Dossier) -> tuple[Frame, ...]:
    """Rows with two wordings and more: of entities first, then of the table's concepts."""
    return (*_entity_frames(dossier), *_concept_frames(dossier))


def loaded(text: str) -> bool:
    """Whether the words judge whom or what they name."""
    return bool(_loaded().search(text))


@cache
def _loaded() -> re.Pattern[str]:
    return whole_words(table("wording_en")["loaded"])


def speaker_at(dossier: Dossier, report: str, start: int, end: int) -> str | None:
    """Who says the words: the last link of the narrowest claim with a chain that holds them; None for the report itself."""
    holding = [
        (_width(claim), claim.id, _said_by(claim, dossier))
        for claim in dossier.attributed_in(report)
        if _holds(claim, start, end)
    ]
    return min(holding)[2] if holding else None


def _said_by(claim: Claim, dossier: Dossier) -> str:
    return dossier.name_of(claim.attribution[-1].entity) or claim.attribution[-1].name


def _holds(claim: Claim, start: int, end: int) -> bool:
    own = _own(claim)
    return own[0] <= start and end <= own[1]


def _width(claim: Claim) -> int:
    own = _own(claim)
    return own[1] - own[0]


def _own(claim: Claim) -> tuple[int, int]:
    """What the chain vouches for: a statement's content, else the claim's clause."""
    if claim.statement is not None:
        return claim.statement.content_start, claim.statement.content_end
    return (claim.event or claim.figure or claim).start, (claim.event or claim.figure or claim).end


# -- entities


def _entity_frames(dossier: Dossier) -> Iterable[Frame]:
    for entity in sorted(dossier.entities.values(), key=lambda entity: entity.id):
        mentions = _mentions(entity, dossier)
        texts = {dossier.reports[report].text[start:end] for report, start, end in mentions}
        if all(map(_is_name, texts)):
            continue
        terms = _terms(mentions, dossier)
        described = {fold(term.text) for term in terms if not _is_name(term.text)}
        if described and len({fold(term.text) for term in terms}) > 1 and len({term.report for term in terms}) > 1:
            yield Frame(story=dossier.story.id, entity=entity.id, terms=terms)


def _mentions(entity: Entity, dossier: Dossier) -> list[tuple[str, int, int]]:
    return [
        (mention.report, mention.start, mention.end)
        for mention in entity.mentions
        if mention.report in dossier.reports and not mention.pronoun and mention.end - mention.start <= _LONGEST
    ]


def _is_name(text: str) -> bool:
    """Whether every longer word is capitalised: a name, and no description."""
    words = re.findall(r"[^\W\d_]{4,}", _ARTICLE.sub("", text))
    return all(word[:1].isupper() for word in words)


# -- concepts


@cache
def _concepts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each concept with the pattern that finds its nouns and the adjectives before them."""
    found = []
    for name, nouns in table("wording_en")["concepts"].items():
        forms = sorted({form for noun in nouns for form in (noun, _plural(noun))}, key=lambda form: (-len(form), form))
        found.append((name, re.compile(rf"\b{_BEFORE}(?:{'|'.join(map(re.escape, forms))})\b(?!-)")))
    return tuple(found)


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def _concept_frames(dossier: Dossier) -> Iterable[Frame]:
    for name, pattern in _concepts():
        spans = [
            (report.id, match.start(), match.end())
            for report in sorted(dossier.reports.values(), key=lambda report: report.id)
            for match in pattern.finditer(report.text)
            if match.end() - match.start() <= _LONGEST
        ]
        terms = _terms(spans, dossier)
        if len({fold(term.text) for term in terms}) > 1:
            yield Frame(story=dossier.story.id, concept=name, terms=terms)


# -- terms


def fold(text: str) -> str:
    """A wording without its article and case."""
    return _ARTICLE.sub("", " ".join(text.split())).casefold()


def _terms(spans: Sequence[tuple[str, int, int]], dossier: Dossier) -> tuple[Term, ...]:
    """Each wording once for each report and speaker: its first place."""
    seen: dict[tuple[str, str, str | None], Term] = {}
    for report, start, end in sorted(spans):
        text = dossier.reports[report].text[start:end]
        speaker = speaker_at(dossier, report, start, end)
        term = Term(report=report, text=text, start=start, end=end, speaker=speaker, loaded=loaded(text))
        seen.setdefault((report, fold(text), speaker), term)
    return tuple(sorted(seen.values(), key=lambda term: (term.report, term.start)))[:_TERMS]
