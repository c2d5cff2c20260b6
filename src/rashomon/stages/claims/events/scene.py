"""Where an event was that carries no place of its own: the place of what the sentence before told, of the lead, or of the
dateline.

Only what happens on one spot takes a place so (attacks, deaths, accidents, protests); what is decided, said, bought or won
does not, nor what is planned, denied or merely possible. A sentence that names any place, be it as a doer, a home or a
speaker's seat, takes none from another. Of several places none is taken.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.stages.claims.clause import nominal_tokens, place_ids
from rashomon.stages.claims.events.places import is_main
from rashomon.stages.claims.found import FoundEvent, FoundFigure
from rashomon.stages.claims.grammar import below
from rashomon.stages.claims.modality import modality_of
from rashomon.stages.claims.sentence import Article, EntityMention, Sentence

# Frames of what is willed, said or owed, wherever that may be; also what a body does for a whole country.
_NOWHERE = frozenset(
    "accuse demand request decide reject deny support threaten accept claim-responsibility apologise agree sign sanction "
    "sanction-end price-rise price-fall price-cap price-cap-end ban restrict order adopt extend buy sell cut raise "
    "default interfere announce launch-product win lose violate violate-truce dwell join take-side escalate cooperate participate break-ties appoint "
    "dismiss replace charge identify plead investigate deploy arrive withdraw leave transport expel invade".split()
)
# What comes of an event just told, and is told after it without a place.
_OUTCOMES = frozenset("kill die injure burn destroy damage rescue evacuate arrest treat respond collapse seize".split())
_HARMED = frozenset({"killed", "injured", "shot"})
_KINDS = frozenset({"place", "facility"})
_LEAD = 4  # sentences that may take the report's one place
_SCENE = 8  # sentences that must name no other


def placed(article: Article, found: Sequence[FoundEvent]) -> tuple[FoundEvent, ...]:
    """The same events in the same order, those without a place given one where the report leaves no doubt."""
    lead = article.sentences[:_LEAD]
    scene = _scene(article, article.sentences[:_SCENE])
    scene = scene if scene == _scene(article, lead) else ()
    near = _is_near(article, scene)
    done: list[FoundEvent] = []
    told_at: list[tuple[int, int]] = []  # where those that have a place begin, and which they are, in order of the text
    for number, each in enumerate(found):
        sentence = article.sentence_at(each.event.start)
        if not each.places and _may_take(article, sentence, each):
            named = {m.entity.id for m in _after_dateline(article, sentence) if m.entity.kind in _KINDS}
            near_by = [done[i] for _, i in told_at[bisect_left(told_at, (_start_before(article, sentence), -1)) :]]
            told = () if named else _from_before(each, near_by) or _from_dateline(article, sentence)
            of_lead = scene if sentence in lead and named <= set(scene) and _fits(sentence, each, near) else ()
            each = replace(each, places=told or of_lead)
        done.append(each)
        if each.places:
            insort(told_at, (each.event.start, number))
    return tuple(done)


def _is_near(article: Article, places: tuple[str, ...]) -> bool:
    """Whether one of the places is a town or a site, not merely a country or a region."""
    entities = [m.entity for m in article.mentions if m.entity.id in places]
    return any(each.kind == "facility" or each.precision not in {"country", "region"} for each in entities)


def _fits(sentence: Sentence, found: FoundEvent, near: bool) -> bool:
    """What no frame knows was at a town or a site if it was anything to see: "the driver *spun*", not "fans *reacted*"."""
    if found.event.frame is not None:
        return True
    return near and sentence.tokens[_head(sentence, found)].lemma not in _UNSEEN


_UNSEEN = frozenset(
    "react respond speak talk tell write tweet post comment describe call name thank welcome express praise issue publish "
    "release know think decide figure plan want hope expect try start begin continue become remain include feature mean "
    "show reveal explain report reverse revive energise clear cast blame claim warn raise reduce increase cause lead make "
    "take give get have use need help keep hold see hear feel face".split()
)


def with_events(figure: FoundFigure, events: Sequence[FoundEvent]) -> FoundFigure:
    """The dead and wounded were where the event was that counts them: "two guards were shot dead" after "… in Belmar"."""
    if figure.places or figure.figure.measure not in _HARMED or figure.figure.scope == "total":
        return figure
    inside = [
        e
        for e in events
        if e.start <= figure.figure.start < e.end
        and e.event.frame in _OUTCOMES | {"shoot", "attack", "bomb", "strike-military", "clash", "crash"}
    ]
    places = {e.places for e in inside}
    return replace(figure, places=places.pop()) if len(places) == 1 else figure


def _happened(found: FoundEvent) -> bool:
    return found.event.frame not in _NOWHERE and found.modality == "asserted"


def _may_take(article: Article, sentence: Sentence, found: FoundEvent) -> bool:
    token = sentence.token_at(found.event.start)
    if token is None or not _happened(found) or _is_past(sentence):
        return False
    return is_main(sentence, _head(sentence, found))


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


def _scene(article: Article, told: Sequence[Sentence]) -> tuple[str, ...]:
    """The one place where these sentences say that things were, behind "in", "at", "outside" and the like."""
    phrases = [phrase for sentence in told for phrase in _where_phrases(article, sentence)]
    widest = max(phrases, key=len, default=())
    return widest if all(set(phrase) <= set(widest) for phrase in phrases) else ()


# Prepositions that say where something is, not whither or whence.
_AT = frozenset("in at near outside inside across throughout around".split())
# "said in Belmar", "was born in Belmar", "lives in Belmar", "based in Belmar".
_NO_SCENE = frozenset(
    "say tell add speak write bear live dwell grow base own invent know believe study work play".split()
)


def _where_phrases(article: Article, sentence: Sentence) -> Iterator[tuple[str, ...]]:
    reading = sentence.reading
    for i, token in enumerate(reading.tokens):
        if token.dep == "prep" and token.lemma.casefold() in _AT:
            over = reading.tokens[token.head]
            places = _named_below(article, sentence, i)
            if places and over.lemma not in _NO_SCENE and modality_of(sentence, token.head) == "asserted":
                yield places


def _named_below(article: Article, sentence: Sentence, preposition: int) -> tuple[str, ...]:
    """Places that are what the preposition governs; "in the *Arvany* election" says of an election."""
    reading = sentence.reading
    heads = below(reading, preposition, "pobj")
    named = any(place_ids(article, sentence, [head]) for head in heads)
    return place_ids(article, sentence, nominal_tokens(reading, preposition)) if named else ()


def _from_before(found: FoundEvent, before: Sequence[FoundEvent]) -> tuple[str, ...]:
    """ "A blast tore through a market *in Belmar*. It killed twelve". `before`: what has a place from the sentence before on."""
    if found.event.frame not in _OUTCOMES:
        return ()
    near = [each for each in before if _is_same_time(each, found)]
    places = {each.places for each in near}
    return places.pop() if len(places) == 1 and all(_happened(each) for each in near) else ()


def _start_before(article: Article, sentence: Sentence) -> int:
    """Where the sentence before begins; the sentence itself where none is near."""
    before = article.sentence_before(sentence)
    near = before is not None and before.paragraph + 1 >= sentence.paragraph
    return before.start if before is not None and near else sentence.start


def _is_same_time(a: FoundEvent, b: FoundEvent) -> bool:
    return a.date is None or b.date is None or (a.date.start, a.date.end) == (b.date.start, b.date.end)


def _dateline(article: Article, sentence: Sentence) -> tuple[int, list[EntityMention]]:
    """The offset behind the dateline before or in the sentence and the places that stand in it; the sentence's start and none
    without one."""
    start = article.report.text.rfind("\n", 0, sentence.start) + 1
    text = article.report.text[start : min(sentence.end, start + _LONGEST)]
    dash = _DASH.search(text)
    if dash is None or sentence.start > start + dash.end() + 1 or not _HEAD.fullmatch(text[: dash.start()]):
        return sentence.start, []
    end = start + dash.end()
    return max(end, sentence.start), [m for m in article.mentions_in(start, end) if m.entity.kind in _KINDS]


_LONGEST = 160  # characters that a dateline and its dash may take
_DASH = re.compile(r"—|–|--| - ")
# "BELMAR", "BELMAR, Arvany", "BELMAR, May 3 (Agency)"; capitals tell it from a sentence with a dash.
_HEAD = re.compile(r"[A-Z][A-Z .'-]{2,40}(?:,[^()]{1,40})?(?:\([^()]{1,40}\) ?)?")


def _after_dateline(article: Article, sentence: Sentence) -> Iterator[EntityMention]:
    start, _ = _dateline(article, sentence)
    return (m for m in article.mentions_in(start, sentence.end) if m.start >= start)


def _from_dateline(article: Article, sentence: Sentence) -> tuple[str, ...]:
    """ "BELMAR (Agency) — A bus crashed": places of the dateline of this sentence."""
    return tuple(dict.fromkeys(m.entity.id for m in _dateline(article, sentence)[1]))
