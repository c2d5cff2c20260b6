"""Where an event was that carries no place of its own: the place of what the sentence before told, of the lead, or of the
dateline.

Only what happens on one spot takes a place so (attacks, deaths, accidents, protests); what is decided, said, bought or won
does not, nor what is planned, denied or merely possible. A sentence that names any place, be it as a doer, a home or a
speaker's seat, takes none from another. Of several places none is taken.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from rashomon.stages.claims.events.places import is_main
from rashomon.stages.claims.found import FoundEvent, FoundFigure
from rashomon.stages.claims.grammar import below
from rashomon.stages.claims.sentence import Article, EntityMention, Sentence

# Frames of what happens on a spot.
_ON_THE_SPOT = frozenset(
    "protest riot clash block attack repress shoot bomb strike-military storm seize kill die injure kidnap rob burn destroy "
    "damage crackdown rescue evacuate arrest fire explode crash collapse quake flood treat respond gather".split()
)
# What comes of an event just told, and is told after it without a place.
_OUTCOMES = frozenset("kill die injure burn destroy damage rescue evacuate arrest treat respond collapse seize".split())
_HARMED = frozenset({"killed", "injured", "shot"})
_KINDS = frozenset({"place", "facility"})
_LEAD = 4  # sentences


def placed(article: Article, found: Sequence[FoundEvent]) -> tuple[FoundEvent, ...]:
    """The same events in the same order, those without a place given one where the report leaves no doubt."""
    lead = {sentence.index for sentence in islice(article.sentences, _LEAD)}
    scene = _scene([each for each in found if _sentence(article, each).index in lead])
    done: list[FoundEvent] = []
    for each in found:
        sentence = _sentence(article, each)
        if not each.places and _may_take(article, sentence, each):
            told = _from_before(article, sentence, each, done)
            told = told or _from_dateline(article, sentence)
            each = replace(each, places=told or (scene if sentence.index in lead else ()))
        done.append(each)
    return tuple(done)


def with_events(figure: FoundFigure, events: Sequence[FoundEvent]) -> FoundFigure:
    """The dead and wounded were where the event was that counts them: "two guards were shot dead" after "… in Belmar"."""
    if figure.places or figure.figure.measure not in _HARMED or figure.figure.scope == "total":
        return figure
    inside = [e for e in events if e.start <= figure.figure.start < e.end and e.event.frame in _ON_THE_SPOT]
    places = {e.places for e in inside}
    return replace(figure, places=places.pop()) if len(places) == 1 else figure


def _sentence(article: Article, found: FoundEvent) -> Sentence:
    return next(s for s in article.sentences if s.start <= found.event.start < s.end)


def _happened(found: FoundEvent) -> bool:
    return found.event.frame in _ON_THE_SPOT and found.modality == "asserted"


def _may_take(article: Article, sentence: Sentence, found: FoundEvent) -> bool:
    token = sentence.token_at(found.event.start)
    if token is None or not _happened(found) or _is_past(sentence) or not is_main(sentence, _head(sentence, found)):
        return False
    return not any(m.entity.kind in _KINDS for m in _after_dateline(article, sentence))


def _head(sentence: Sentence, found: FoundEvent) -> int:
    """The word of the event that the others hang on."""
    first = sentence.token_at(found.event.start) or 0
    own = [i for i in range(first, len(sentence.tokens)) if sentence.start + sentence.tokens[i].start < found.event.end]
    return next((i for i in own if sentence.tokens[i].head not in own), first)


# Words that lead back to another time or over to another place.
_ELSEWHERE = frozenset(
    "previously earlier formerly elsewhere nationwide worldwide ago abroad overseas other another year decade "
    "month century since separate separately similar".split()
)


def _is_past(sentence: Sentence) -> bool:
    """ "He *had* been arrested", "ten died *last year*", "*elsewhere* a bridge fell"."""
    reading = sentence.reading
    if any(token.lemma.casefold() in _ELSEWHERE for token in reading.tokens):
        return True
    root = next((i for i, token in enumerate(reading.tokens) if token.dep == "ROOT"), None)
    return root is not None and any(reading.tokens[i].text.casefold() == "had" for i in below(reading, root, "aux"))


def _scene(lead: Sequence[FoundEvent]) -> tuple[str, ...]:
    """The one place, or the one list of places, of all that the lead tells."""
    told = {each.places for each in lead if each.places}
    happened = {each.places for each in lead if each.places and _happened(each)}
    return happened.pop() if len(told) == 1 and len(happened) == 1 else ()


def _from_before(
    article: Article, sentence: Sentence, found: FoundEvent, done: Sequence[FoundEvent]
) -> tuple[str, ...]:
    """ "A blast tore through a market *in Belmar*. It killed twelve"."""
    if found.event.frame not in _OUTCOMES:
        return ()
    start = _start_before(article, sentence)
    near = [each for each in done if each.event.start >= start and each.places and _is_same_time(each, found)]
    places = {each.places for each in near}
    return places.pop() if len(places) == 1 and all(_happened(each) for each in near) else ()


def _start_before(article: Article, sentence: Sentence) -> int:
    """Where the sentence before begins; the sentence itself where none is near."""
    before = next((s for s in reversed(article.sentences) if s.start < sentence.start), None)
    near = before is not None and before.paragraph + 1 >= sentence.paragraph
    return before.start if before is not None and near else sentence.start


def _is_same_time(a: FoundEvent, b: FoundEvent) -> bool:
    return a.date is None or b.date is None or (a.date.start, a.date.end) == (b.date.start, b.date.end)


def _dateline(article: Article, sentence: Sentence) -> tuple[int, list[EntityMention]]:
    """The offset behind the sentence's dateline and the places that stand in it; the sentence's start and none without one."""
    text = article.report.text[sentence.start : min(sentence.end, sentence.start + 160)]
    dash = _DASH.search(text)
    if dash is None or not _HEAD.fullmatch(text[: dash.start()]):
        return sentence.start, []
    end = sentence.start + dash.end()
    return end, [m for m in article.mentions_in(sentence.start, end) if m.entity.kind in _KINDS]


_DASH = re.compile(r"—|–|--| - ")
# "BELMAR", "BELMAR, Arvany", "BELMAR, May 3 (Agency)"; capitals tell it from a sentence with a dash.
_HEAD = re.compile(r"[A-Z][A-Z .'-]{2,40}(?:,[^()]{1,40})?(?:\([^()]{1,40}\) ?)?")


def _after_dateline(article: Article, sentence: Sentence) -> Iterator[EntityMention]:
    start, _ = _dateline(article, sentence)
    return (m for m in article.mentions_in(start, sentence.end) if m.start >= start)


def _from_dateline(article: Article, sentence: Sentence) -> tuple[str, ...]:
    """ "BELMAR (Agency) — A bus crashed": places of the dateline of this sentence."""
    return tuple(dict.fromkeys(m.entity.id for m in _dateline(article, sentence)[1]))
