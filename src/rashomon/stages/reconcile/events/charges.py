"""Who is said to have done something, by whom, and who denies it: each as one report words it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rashomon.model.claim import Claim, Participant
from rashomon.stages.reconcile.asking import named_words
from rashomon.stages.reconcile.dossier import Dossier, bare, content_words
from rashomon.stages.reconcile.events.occurrences import Occurrence, Part, is_pronoun, meet, part
from rashomon.stages.reconcile.tables import table, whole_words
from rashomon.text.dates.english import MONTHS, WEEKDAYS

BLAMED, CLAIMED, DENIED = "blamed", "claimed", "denied"
_MOST_WORDS = 8  # of a deed in a question
_OWNED = re.compile(r"\b(?:behind|responsib\w+|carried out|claim\w*|took credit)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:the|a|an) (?:[a-z-]+ ){0,1}$")
_TAIL = re.compile(r"[\s,”\"]*(?:of|for|over|in)\s+")
_TAIL_OF_BLAME = re.compile(r"[\s,”\"]*(?:for|over)\s+")  # "blamed the high cost of flour": no deed


@dataclass(frozen=True)
class Charge:
    """One report's words that `accused` did `deed`, that somebody says so (`accuser`, None where nobody is named), or that the accused
    claims or denies it. `deed` is empty where the words do not say what ("denied the allegations")."""

    item: Occurrence
    stance: str
    accused: Part
    name: str
    accuser: Part | None = None
    by: str = ""
    deed: str = ""
    phrase: bool = False  # whether the deed stood behind "of" or "for", and so is a noun phrase or a gerund

    @property
    def words(self) -> frozenset[str]:
        """The deed's content words, days aside."""
        return frozenset(content_words(self.deed)) - _DAYS


_DAYS = frozenset(content_words(" ".join([*MONTHS, *WEEKDAYS])))


def is_criticism(item: Occurrence) -> bool:
    """Whether somebody is condemned or faulted, and not blamed for a deed."""
    return item.event.frame == "accuse" and item.event.action not in table("blame_en")["blaming"]


def charges_of(items: Iterable[Occurrence], dossier: Dossier) -> list[Charge]:
    """The charges, claims of responsibility and denials among a story's events, in order of publication."""
    told = sorted(
        items, key=lambda item: (dossier.published(item.claim), item.claim.report, item.event.start, item.claim.id)
    )
    found = [charge for item in told for charge in _charges(item, dossier)]
    said = [charge for charge in found if charge.item.event.frame in ("accuse", "claim-responsibility")]
    return [one for one in found if one in said or not any(_beside(one, other, dossier) for other in said)]


def _beside(one: Charge, other: Charge, dossier: Dossier) -> bool:
    """Whether the other says the same of the same in one sentence, in words of its own ("blamed … for the killing")."""
    same = one.stance == other.stance and meet({one.accused}, {other.accused})
    near = one.item.claim.report == other.item.claim.report
    return same and near and dossier.position(one.item.claim) == dossier.position(other.item.claim)


def _charges(item: Occurrence, dossier: Dossier) -> Iterator[Charge]:
    event, modality = item.event, item.claim.modality
    if event.frame == "accuse":
        if event.action in table("blame_en")["blaming"] and modality == "asserted":
            yield from _accusation(item, dossier)
    elif event.frame == "claim-responsibility":
        if modality == "asserted":
            yield from _by_doer(item, CLAIMED, event.actors, _tail(item, event.end, dossier), dossier)
    elif event.action in table("blame_en")["denying"]:
        yield from _denial(item, dossier)
    elif event.blamed and modality in ("asserted", "denied"):
        yield from _put_down(item, dossier)
    elif event.type == "ASSAULT" and event.actors and modality == "denied":
        yield from _by_doer(item, DENIED, event.actors, _deed_at(item, dossier), dossier)


def _accusation(item: Occurrence, dossier: Dossier) -> Iterator[Charge]:
    accused = [p for p in item.event.targets if not is_pronoun(p)][:1]
    accuser = next((p for p in item.event.actors if not is_pronoun(p)), None)
    after = max([item.event.end, *(p.end for p in accused)])
    tail = _tail(item, after, dossier)
    for charge in _by_doer(item, BLAMED, accused, tail or _put_down_beside(item, dossier), dossier):
        yield _accused_by(replace(charge, phrase=bool(tail)), accuser, dossier)


def _accused_by(charge: Charge, accuser: Participant | None, dossier: Dossier) -> Charge:
    """With who says so: the one named as accusing, else the last of the chain."""
    if accuser is not None:
        name = named_words(accuser, dossier)
        return replace(charge, accuser=part(accuser, dossier), by=name) if name else charge
    chain = charge.item.claim.attribution
    if not chain or bare(chain[-1].name) in _PRONOUNS:
        return charge
    last = chain[-1]
    words = Participant(text=last.name, entity=last.entity, start=last.start or 0, end=last.end or 0)
    name = dossier.name_of(last.entity) or dossier.within_sentence(" ".join(last.name.split()))
    return replace(charge, accuser=part(words, dossier), by=name)


_PRONOUNS = frozenset("i he she it we they who".split())


def _denial(item: Occurrence, dossier: Dossier) -> Iterator[Charge]:
    """ "Denied responsibility for the raid", "rejected the accusation", "denied shelling the school"."""
    text = dossier.reports[item.claim.report].text
    after = text[item.event.start : min(item.claim.end, item.event.end + 60)]
    found = whole_words(table("blame_en")["denied"]).search(after)
    if found:
        start = item.event.start + found.end()
        yield from _by_doer(item, DENIED, item.event.actors, _tail(item, start, dossier), dossier)


def _put_down(item: Occurrence, dossier: Dossier) -> Iterator[Charge]:
    """A deed that somebody is said to have done: "the raid was blamed on rebels", "the League was behind it"."""
    stance = BLAMED if item.claim.modality == "asserted" else DENIED
    for charge in _by_doer(item, stance, item.event.blamed, _deed_at(item, dossier), dossier):
        told = _accused_by(charge, None, dossier) if stance == BLAMED else charge
        if told.accuser is None or not meet({told.accuser}, {told.accused}):
            yield told
        elif _OWNED.search(item.claim.quote):
            yield replace(charge, stance=CLAIMED)


def _by_doer(
    item: Occurrence, stance: str, doers: Iterable[Participant], deed: str, dossier: Dossier
) -> Iterator[Charge]:
    for doer in doers:
        known = _who(doer, item, stance, dossier)
        name = named_words(known, dossier) if known else ""
        if known and name and name.split()[0].casefold() not in table("blame_en")["nobody"]:
            yield Charge(item, stance, part(known, dossier), name, deed=deed)


def _who(doer: Participant, item: Occurrence, stance: str, dossier: Dossier) -> Participant | None:
    """The doer; for "it was not behind the raid" who says so, and "its planes" are those of who denies."""
    own = re.match(r"(?:its|their|his|her)\b", doer.text, re.IGNORECASE)
    if not is_pronoun(doer) and not own:
        return doer
    chain = item.claim.attribution
    if stance != DENIED or not chain or bare(chain[-1].name) in _PRONOUNS:
        return None
    last = chain[-1]
    return Participant(text=last.name, entity=last.entity, start=last.start or 0, end=last.end or 0)


def _put_down_beside(item: Occurrence, dossier: Dossier) -> str:
    """The deed of the same sentence that is put down to somebody: "blamed *the massacre* on the League"."""
    place = dossier.position(item.claim)
    for other in dossier.events_of(item.claim.report):
        if other.event and other.event.blamed and dossier.position(other) == place:
            return _clipped(dossier.reports[other.report].text[other.event.start : other.end])
    return ""


def _tail(item: Occurrence, start: int, dossier: Dossier) -> str:
    """What follows "of" or "for" behind the offset."""
    text = dossier.reports[item.claim.report].text[start : dossier.span_of(item.claim)[1]]
    found = (_TAIL_OF_BLAME if item.event.action == "blame" else _TAIL).match(text)
    return _clipped(text[found.end() :]) if found else ""


def _deed_at(item: Occurrence, dossier: Dossier) -> str:
    """The event's own words, with the article of a noun, and whom it was done to."""
    text, event = dossier.reports[item.claim.report].text, item.event
    named = [p for p in event.targets if p.start >= event.end]
    end = max([event.end, *(p.end for p in named[:1])])
    words = " ".join(text[_opening(item, text) : end].split())
    return words if len(words.split()) <= _MOST_WORDS else " ".join(text[event.start : event.end].split())


def _opening(item: Occurrence, text: str) -> int:
    """Where the article of "the drone attack" stands; the event's own start where none of its own does."""
    event = item.event
    found = _ARTICLE.search(text[: event.start], item.claim.start)
    parts = [p for p in (*event.actors, *event.blamed, *event.targets) if not is_pronoun(p)]
    if found is None or any(p.start < event.start and found.start() < p.end for p in parts):
        return event.start
    return found.start()


def _clipped(words: str) -> str:
    """The words up to a mark or a word that opens another matter, at most eight."""
    words = re.split(r"[,;:.!?“”\"()\[\]—–]", " ".join(words.split()), maxsplit=1)[0]
    ends = table("blame_en")["ends"]
    kept: list[str] = []
    for word in words.split():
        if (kept and word.casefold() in ends) or word in WEEKDAYS or len(kept) == _MOST_WORDS:
            break
        kept.append(word)
    return " ".join(kept)


def vouching(charge: Charge, dossier: Dossier) -> Claim:
    """The claim that carries the charge with who says so: the statement of the same words where the event's own chain lacks the accuser."""
    own = charge.item.claim
    speaker = {BLAMED: charge.accuser}.get(charge.stance, charge.accused)
    said = [
        other for other in dossier.claims_in(own.report)
        if other.statement is not None and other.attribution and other.start <= charge.item.event.start < other.end
        and speaker is not None and _is(other, speaker, dossier)
    ]  # fmt: skip
    return min(said, key=lambda other: (other.end - other.start, other.id)) if said else own


def _is(claim: Claim, speaker: Part, dossier: Dossier) -> bool:
    last = claim.attribution[-1]
    words = Participant(text=last.name, entity=last.entity, start=last.start or 0, end=last.end or 0)
    return meet({part(words, dossier)}, {speaker})
