"""Where an event was, by the places that its clause names, that stand before its noun or are assailed in it, else the only
one that its sentence names."""

from rashomon.model.reading import Reading
from rashomon.stages.claims.clause import WHERE, finite_head, is_speakers, nominal_tokens, place_ids, places_of
from rashomon.stages.claims.dating import is_apart
from rashomon.stages.claims.events.predicate import Predicate
from rashomon.stages.claims.grammar import below, is_verb
from rashomon.stages.claims.sentence import Article, Sentence


def where(article: Article, sentence: Sentence, predicate: Predicate, is_main: bool) -> tuple[str, ...]:
    """Ids of places, in order of the text. `is_main`: the event is what the sentence tells, so that what its clause says of
    where is about it, in whatever phrase, if it names one place alone."""
    found = places_of(article, sentence, predicate.token) or _before_the_noun(article, sentence, predicate)
    found = found or _assailed(article, sentence, predicate)
    return found or (_of_sentence(article, sentence, predicate.token) if is_main else ())


def _before_the_noun(article: Article, sentence: Sentence, predicate: Predicate) -> tuple[str, ...]:
    """ "The *Belmar* bombing", "the *Oro Square* protest". A country there is whose deed it was ("the Arvany strikes")."""
    reading = sentence.reading
    if (
        is_verb(reading, predicate.token)
        or predicate.frame is None
        or not predicate.frame.happening | _is_deed(predicate)
    ):
        return ()
    before = [i for i in below(reading, predicate.token, "compound", "nmod") if i not in predicate.doers]
    inside = [i for i in before if not _is_of(article, sentence, i, "country")]
    return place_ids(article, sentence, inside)


def _assailed(article: Article, sentence: Sentence, predicate: Predicate) -> tuple[str, ...]:
    """ "Shelled *Belmar*", "stormed *Oro Tower*": what is assailed is where it was."""
    if not _is_deed(predicate):
        return ()
    return place_ids(article, sentence, predicate.undergoers)


def _is_deed(predicate: Predicate) -> bool:
    return predicate.frame is not None and predicate.frame.name in _DEEDS


_DEEDS = frozenset(
    "attack shoot bomb strike-military invade storm besiege seize retake occupy burn destroy block".split()
)


def _is_of(article: Article, sentence: Sentence, token: int, precision: str) -> bool:
    entity = article.entity_of(*sentence.span(token, token + 1))
    return entity is not None and entity.precision == precision


def _of_sentence(article: Article, sentence: Sentence, token: int) -> tuple[str, ...]:
    reading = sentence.reading
    phrases = []
    for preposition in range(len(reading.tokens)):
        word = reading.tokens[preposition]
        if word.dep != "prep" or word.lemma not in WHERE or is_apart(reading, preposition, token):
            continue
        if not _told_together(reading, finite_head(reading, preposition), finite_head(reading, token)):
            continue
        if is_speakers(reading, preposition):
            continue
        found = place_ids(article, sentence, nominal_tokens(reading, preposition))
        if found:
            phrases.append(found)
    return phrases[0] if phrases and all(set(other) <= set(phrases[0]) for other in phrases) else ()


def _told_together(reading: Reading, a: int, b: int) -> bool:
    """Whether one of two clauses hangs in the other, and they do not merely stand side by side ("asked Arvany for help *and*
    closed the schools in Belmar")."""
    low = max((a, b), key=lambda i: len(list(reading.ancestors(i))))
    high = b if low == a else a
    for index in [low, *reading.ancestors(low)]:
        if index == high:
            return True
        if reading.tokens[index].dep == "conj":
            return False
    return False


def is_main(sentence: Sentence, token: int) -> bool:
    """Whether the word heads the sentence, or what is said in it, or hangs on that as its object, subject or complement."""
    reading = sentence.reading
    index = token
    for _ in range(len(reading.tokens)):
        word = reading.tokens[index]
        if word.dep == "ROOT" or word.head == index:
            return True
        if word.dep not in _MAIN:
            return False
        index = word.head
    return False


_MAIN = frozenset({"conj", "ccomp", "xcomp", "dobj", "nsubj", "nsubjpass", "attr"})
