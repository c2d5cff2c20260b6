"""Events: who did what to whom.

One event for each predicate that the table of frames knows (`events_en.toml`), be it a verb, a noun with its light verb
("carried out an attack"), a happening that begins, spreads or ends, or a noun with those who take part ("an attack on the
barracks by rebels"). Of other verbs those stay that head a clause with somebody in it and are no verbs of saying, thinking,
being or the like: they have no frame and no type.
"""

from itertools import islice

from rashomon.model.claim import Event, Participant
from rashomon.model.reading import Reading
from rashomon.stages.claims.clause import clause_span
from rashomon.stages.claims.events.acts import predicates
from rashomon.stages.claims.events.dates import when
from rashomon.stages.claims.events.frames import frame_of_noun, is_light
from rashomon.stages.claims.events.lexicon import Frame, lexicon
from rashomon.stages.claims.events.participants import apart, participants
from rashomon.stages.claims.events.places import is_main, where
from rashomon.stages.claims.events.pointing import is_concrete
from rashomon.stages.claims.events.predicate import Predicate
from rashomon.stages.claims.events.putting_down import heads_of_blame, is_put_down
from rashomon.stages.claims.events.scene import placed
from rashomon.stages.claims.events.weighing import in_truth, is_nearly, type_of
from rashomon.stages.claims.found import FoundEvent
from rashomon.stages.claims.grammar import below, is_finite, is_infinitive, is_verb
from rashomon.stages.claims.modality import modality_of
from rashomon.stages.claims.sentence import Article, Sentence


def find_events(article: Article) -> tuple[FoundEvent, ...]:
    """All events of one report, in order of the text."""
    found: list[FoundEvent] = []
    last: Frame | None = None
    leads = _first(article)
    for sentence in article.sentences:
        for predicate in predicates(sentence.reading, last, sentence.index in leads):
            event = _event(article, sentence, predicate)
            if event is not None:
                found.append(event)
        last = _happening(sentence.reading) or last
    return placed(article, sorted(found, key=lambda each: (each.event.start, each.event.end)))


_LEAD = 3  # sentences that tell the news; what follows explains it (the inverted pyramid)


def _first(article: Article) -> frozenset[int]:
    """Indices of the first sentences that say something: those with a finite verb and more than a few words."""
    full = (s.index for s in article.sentences if len(s.tokens) > _FEW and _has_finite_verb(s.reading))
    return frozenset(islice(full, _LEAD))


_FEW = 5


def _has_finite_verb(reading: Reading) -> bool:
    return any(is_verb(reading, i) and is_finite(reading, i) for i in range(len(reading.tokens)))


def _happening(reading: Reading) -> Frame | None:
    """The happening that the sentence is about: what "they began in the north" may go on with."""
    for i, token in enumerate(reading.tokens):
        if token.dep in {"nsubj", "nsubjpass"} and token.pos == "NOUN":
            named = frame_of_noun(reading, i)
            if named and named.frame.happening:
                return named.frame
    return None


def _event(article: Article, sentence: Sentence, predicate: Predicate) -> FoundEvent | None:
    reading, frame = sentence.reading, predicate.frame
    if _is_anyone(reading, predicate) or _is_mere_power(reading, predicate.token):
        return None
    charged = _charged_with(reading, predicate)
    actors = participants(article, sentence, charged or predicate.doers, predicate.governor)
    targets = participants(
        article, sentence, (i for i in _whom(reading, predicate) if i not in (charged or predicate.doers))
    )
    targets = apart(targets, actors)
    accused = _is_accused(reading, predicate)
    blamed = tuple(actors) if accused else _blamed(article, sentence, predicate)
    told = is_finite(reading, predicate.governor) or predicate.governor == predicate.token
    if not (
        actors or targets or blamed or (told and frame and (frame.happening or predicate.token != predicate.governor))
    ):
        return None
    start, end = sentence.span(*predicate.words)
    event = Event(
        type=type_of(reading, predicate),
        action=predicate.action,
        frame=frame.name if frame else None,
        family=frame.family if frame else None,
        variant=predicate.variant,
        actors=() if accused else tuple(actors),
        targets=tuple(targets),
        blamed=blamed,
        start=start,
        end=end,
    )
    modality = "denied" if is_nearly(reading, predicate.token) else modality_of(sentence, predicate.token)
    modality = in_truth(reading, predicate.governor, modality)
    if frame is None and modality in {"possible", "hypothetical"}:
        return None
    clause = clause_span(sentence, predicate.token)
    return FoundEvent(
        start=min(clause[0], start),
        end=max(clause[1], end),
        event=event,
        modality=modality,
        date=when(article, sentence, predicate.token),
        places=where(article, sentence, predicate, is_main(sentence, predicate.token)),
    )


def _whom(reading: Reading, predicate: Predicate) -> tuple[int, ...]:
    """Whom it is done to; one meets somebody, and of "negotiated *an end*" that is nobody."""
    if predicate.frame is None or predicate.frame.type != "CONSULT":
        return predicate.undergoers
    return tuple(i for i in predicate.undergoers if is_concrete(reading, i))


# Nouns after which an infinitive says what could be, not what was, is planned or was asked for.
_POWERS = frozenset(
    "right ability chance opportunity capacity capability power way time potential freedom means".split()
)


def _is_mere_power(reading: Reading, verb: int) -> bool:
    """ "The right *to vote*", "the virus's ability *to spread*"."""
    token = reading.tokens[verb]
    return token.dep == "acl" and is_infinitive(reading, verb) and reading.tokens[token.head].lemma in _POWERS


def _is_anyone(reading: Reading, predicate: Predicate) -> bool:
    """ "You agree to …", "one marches": said of whoever, and of nobody."""
    return bool(predicate.doers) and all(
        reading.tokens[i].text.casefold() in {"you", "one", "everyone", "anyone", "nobody"} for i in predicate.doers
    )


def _is_accused(reading: Reading, predicate: Predicate) -> bool:
    """Whether the report merely says that they are accused of it: "accused of shooting", "allegedly shot"."""
    verb = predicate.governor if is_light(reading, predicate.governor) else predicate.token
    if any(reading.tokens[i].lemma in {"allegedly", "reputedly"} for i in below(reading, verb, "advmod")):
        return True
    token = reading.tokens[verb]
    over = next((i for i in reading.ancestors(verb) if is_verb(reading, i)), token.head)
    return token.dep in {"pcomp", "xcomp"} and reading.tokens[over].lemma in lexicon().accusing


def _charged_with(reading: Reading, predicate: Predicate) -> tuple[int, ...]:
    """Whom an active verb accuses of it: "residents accused *the army* of shelling the school"."""
    verb = predicate.governor if is_light(reading, predicate.governor) else predicate.token
    over = next((i for i in reading.ancestors(verb) if is_verb(reading, i)), None)
    if reading.tokens[verb].dep != "pcomp" or over is None or reading.tokens[over].lemma not in lexicon().accusing:
        return ()
    return tuple(below(reading, over, "dobj"))


def _blamed(article: Article, sentence: Sentence, predicate: Predicate) -> tuple[Participant, ...]:
    """Whom another verb puts the event noun down to."""
    reading = sentence.reading
    over = is_put_down(reading, predicate.token)
    if over is None:
        return ()
    return tuple(participants(article, sentence, heads_of_blame(reading, over), over))
