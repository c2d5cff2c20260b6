"""Where an event was, by the places that its clause names, else the only one that its sentence names."""

from rashomon.stages.claims.clause import WHERE, finite_head, nominal_tokens, place_ids, places_of
from rashomon.stages.claims.dating import is_apart
from rashomon.stages.claims.sentence import Article, Sentence


def where(article: Article, sentence: Sentence, token: int, is_main: bool) -> tuple[str, ...]:
    """Ids of places, in order of the text. `is_main`: the event is what the sentence tells, so that what its clause says of
    where is about it, in whatever phrase, if it names one place alone."""
    found = places_of(article, sentence, token)
    return found or (_of_sentence(article, sentence, token) if is_main else ())


def _of_sentence(article: Article, sentence: Sentence, token: int) -> tuple[str, ...]:
    reading = sentence.reading
    phrases = []
    for preposition in range(len(reading.tokens)):
        word = reading.tokens[preposition]
        if word.dep != "prep" or word.lemma not in WHERE or is_apart(reading, preposition, token):
            continue
        if finite_head(reading, preposition) != finite_head(reading, token):
            continue
        found = place_ids(article, sentence, nominal_tokens(reading, preposition))
        if found:
            phrases.append(found)
    return phrases[0] if phrases and all(set(other) <= set(phrases[0]) for other in phrases) else ()


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
