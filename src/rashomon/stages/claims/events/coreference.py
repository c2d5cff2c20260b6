"""Whom a pronoun or a definite noun among those who take part in an event means, where the report leaves no doubt.

Each rule gives the one entity that it is sure of, else None; the first that answers holds. What stays blank costs less than
a deed put on the wrong person. The preferences are those of centering theory (Grosz, Joshi and Weinstein 1995): a pronoun
goes on with the subject of its own clause, of the clause over it, then of the sentence before.
"""

from collections.abc import Callable, Iterator

from rashomon.model.entity import Entity
from rashomon.stages.claims.events.frames import belongs
from rashomon.stages.claims.grammar import below, is_verb, noun_phrase
from rashomon.stages.claims.sentence import Article, EntityMention, Sentence
from rashomon.stages.claims.subjects import surface_subject

_PERSON = frozenset({"he", "him", "his", "she", "her", "hers"})
_BODY = frozenset({"it", "its"})
_BODIES = frozenset({"organisation", "place", "group"})


def meant(article: Article, sentence: Sentence, head: int) -> Entity | None:
    """Whom "he", "its" or "the ministry" means; None where that is not sure, and of any other word."""
    word = sentence.tokens[head].text.casefold()
    if word in _PERSON | _BODY and _is_quoted(article, sentence.span(head, head + 1)[0]):
        return None
    if word in _PERSON:
        return _first(_PERSONAL, article, sentence, head)
    if word in _BODY:
        return _first(_BODILY, article, sentence, head)
    return _named_before(article, sentence, head) if _is_definite(sentence, head) else None


def _is_quoted(article: Article, offset: int) -> bool:
    """Whether it stands between quotation marks of its paragraph: another's words have their own "he"."""
    text = article.report.text
    before = text[max(text.rfind("\n\n", 0, offset), 0) : offset]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


Rule = Callable[[Article, Sentence, int, frozenset[str]], Entity | None]


def _first(
    rules: tuple[tuple[Rule, frozenset[str]], ...], article: Article, sentence: Sentence, head: int
) -> Entity | None:
    return next((found for rule, kinds in rules if (found := rule(article, sentence, head, kinds))), None)


def _of_owner(article: Article, sentence: Sentence, head: int, kinds: frozenset[str]) -> Entity | None:
    """ "Oro announced *his* decision": the subject of the verb that the possessive's noun hangs on."""
    token = sentence.tokens[head]
    if token.tag != "PRP$":
        return None
    verb = next((i for i in sentence.reading.ancestors(head) if is_verb(sentence.reading, i)), None)
    return None if verb is None else _subject(article, sentence, verb, head, kinds)


def _of_clause_over(article: Article, sentence: Sentence, head: int, kinds: frozenset[str]) -> Entity | None:
    """ "The coalition said *it* had struck": the subject of the verb over the clause whose subject the pronoun is."""
    reading = sentence.reading
    token = reading.tokens[head]
    if token.dep not in {"nsubj", "nsubjpass"}:
        return None
    clause = token.head
    while reading.tokens[clause].dep == "conj" and is_verb(reading, reading.tokens[clause].head):
        clause = reading.tokens[clause].head
    if reading.tokens[clause].dep != "ccomp" or reading.tokens[clause].head > head:
        return None
    return _subject(article, sentence, reading.tokens[clause].head, head, kinds)


def _subject(article: Article, sentence: Sentence, verb: int, head: int, kinds: frozenset[str]) -> Entity | None:
    """The entity that is the verb's subject, where it stands before the pronoun, alone and named."""
    reading = sentence.reading
    subject = surface_subject(reading, verb)
    if subject is None or subject >= head or below(reading, subject, "conj"):
        return None
    return _entity(article, sentence, subject, kinds)


def _entity(article: Article, sentence: Sentence, noun: int, kinds: frozenset[str]) -> Entity | None:
    """The entity of a mention that holds the noun itself."""
    spans = [
        sentence.span(i, i + 1) for i in (noun, *below(sentence.reading, noun, "appos"))
    ]  # "the rebel group Oro Guard"
    holding = [m for start, end in spans for m in article.mentions_in(start, end) if m.start <= start and end <= m.end]
    found = {m.entity.id: m.entity for m in holding}
    one = next(iter(found.values())) if len(found) == 1 else None
    if one is not None and one.kind == "group" and sentence.tokens[noun].tag in {"NNS", "NNPS"}:  # "protesters … it"
        return None
    return one if one is not None and one.kind in kinds else None


def _of_main_subject(article: Article, sentence: Sentence, head: int, kinds: frozenset[str]) -> Entity | None:
    """ "Until *his* arrest Oro led the party": of what stands in front, the subject of the sentence."""
    reading = sentence.reading
    root = next((i for i, token in enumerate(reading.tokens) if token.dep == "ROOT"), None)
    subject = None if root is None else surface_subject(reading, root)
    if subject is None or subject <= head or head in reading.subtree(subject):
        return None
    return _entity(article, sentence, subject, kinds)


def _of_only_one(article: Article, sentence: Sentence, head: int, kinds: frozenset[str]) -> Entity | None:
    """The only one that the sentence so far names, else the sentence before, with nobody unnamed beside."""
    here = sentence.span(head, head + 1)[0]
    before = _sentence_before(article, sentence)
    for holder, end in ((sentence, here), (before, sentence.start)):
        if holder is None:
            continue
        mentions = [m for m in article.mentions_in(holder.start, end) if m.entity.kind in kinds and m.end <= end]
        found = {m.entity.id: m.entity for m in mentions}
        if found or next(_unnamed(holder, mentions, end), None) is not None:
            alone = len(found) == 1 and next(_unnamed(holder, mentions, end), None) is None
            return next(iter(found.values())) if alone else None
    return None


def _unnamed(sentence: Sentence, mentions: list[EntityMention], end: int) -> Iterator[int]:
    """Singular nouns of persons before `end` that name nobody of these: "a man who had come back"."""
    reading = sentence.reading
    for i, token in enumerate(reading.tokens):
        if (
            token.tag != "NN"
            or sentence.start + token.start >= end
            or token.dep in {"compound", "appos", "amod", "attr"}
        ):
            continue
        first, last = sentence.span(*noun_phrase(reading, i, frozenset({"of"})))
        named = any(m.start < last and first < m.end for m in mentions) or below(reading, i, "appos")
        if not named and token.lemma not in _MANY and belongs(reading, i, "person"):
            yield i


# Nouns of people that no "he" goes back to.
_MANY = frozenset({"crowd", "family", "couple", "opposition", "police", "hundred", "thousand", "dozen"})


def _of_subject_before(article: Article, sentence: Sentence, head: int, kinds: frozenset[str]) -> Entity | None:
    """ "The court fined Oro. *It* also ordered …": the subject of the sentence before, of a pronoun that heads this one."""
    before = _sentence_before(article, sentence)
    token = sentence.tokens[head]
    if before is None or token.dep not in {"nsubj", "nsubjpass"} or sentence.tokens[token.head].dep != "ROOT":
        return None
    if any(t.pos in {"NOUN", "PROPN"} for t in sentence.tokens[:head]) or before.paragraph + 1 < sentence.paragraph:
        return None
    reading = before.reading
    root = next((i for i, t in enumerate(reading.tokens) if t.dep == "ROOT"), None)
    if root is None or below(reading, root, "ccomp"):  # of what was said, it goes on with somebody in that
        return None
    subject = surface_subject(reading, root)
    if subject is None or below(reading, subject, "conj"):
        return None
    return _entity(article, before, subject, kinds)


def _sentence_before(article: Article, sentence: Sentence) -> Sentence | None:
    position = next((i for i, other in enumerate(article.sentences) if other.index == sentence.index), 0)
    return article.sentences[position - 1] if position else None


_ONE, _ANY = frozenset({"person"}), _BODIES
_PERSONAL: tuple[tuple[Rule, frozenset[str]], ...] = (
    (_of_owner, _ONE),
    (_of_clause_over, _ONE),
    (_of_main_subject, _ONE),
    (_of_only_one, _ONE),
    (_of_subject_before, _ONE),
)
_BODILY: tuple[tuple[Rule, frozenset[str]], ...] = (
    (_of_owner, _ANY),
    (_of_clause_over, _ANY),
    (_of_subject_before, _ANY),
)


def _is_definite(sentence: Sentence, head: int) -> bool:
    """ "the ministry", "the group": a noun in the singular with "the" and nothing else."""
    reading = sentence.reading
    children = [i for i in reading.children(head) if reading.tokens[i].dep not in {"punct", "case", "relcl"}]
    the = len(children) == 1 and reading.tokens[children[0]].text.casefold() == "the"
    return the and reading.tokens[head].tag == "NN"


# Nouns for any organisation: the one that this sentence or the one before names.
_GENERIC = frozenset("organization organisation bloc alliance group company firm airline newspaper party union".split())


def _named_before(article: Article, sentence: Sentence, head: int) -> Entity | None:
    """Of "the ministry" the one organisation named before with that word; of "the bloc" the only one named just before."""
    start = sentence.span(head, head + 1)[0]
    word = sentence.tokens[head].lemma.casefold()
    if any(m.start <= start < m.end for m in article.mentions_in(start, start + 1)):
        return None
    earlier = [m.entity for m in article.mentions if m.start < start and m.entity.kind == "organisation"]
    found = {each.id: each for each in earlier if _bears(each, word)}
    if not found and word in _GENERIC:
        before = _sentence_before(article, sentence)
        near = article.mentions_in(before.start if before else sentence.start, start)
        found = {m.entity.id: m.entity for m in near if m.entity.kind in {"organisation", "group"}}
        found = found if all(each.kind == "organisation" for each in found.values()) else {}
    return next(iter(found.values())) if len(found) == 1 else None


def _bears(entity: Entity, word: str) -> bool:
    """Whether the word heads a name of several words ("Ministry of Health", "the Security Council")."""
    words = entity.name.casefold().split()
    end = next((i for i, each in enumerate(words) if each in {"of", "for", "on", "in", "against", "at"}), len(words))
    return len(words) > 1 and end > 0 and words[end - 1] == word
