"""Those who take part in an event, as the report words them, and the entities they are."""

from collections.abc import Iterable

import msgspec

from rashomon.model.claim import Participant
from rashomon.model.entity import Entity
from rashomon.stages.claims.events.coreference import meant
from rashomon.stages.claims.events.frames import belongs
from rashomon.stages.claims.events.lexicon import lexicon
from rashomon.stages.claims.grammar import below, joined, noun_phrase
from rashomon.stages.claims.sentence import Article, Sentence

# Of what stands after a noun, only this belongs to it for sure; "in", "from" and the like may belong to the verb.
_OF = frozenset({"of"})
_BEFORE_VERB = frozenset({"of", "from", "in", "for", "at"})
# No one in particular: "it is raining", "there were".
_QUOTES = frozenset("'\"“”‘’«»-–—,")
_EMPTY = frozenset({"there", "that", "this", "which", "what", "one", "'s", "’s"})


def participants(
    article: Article, sentence: Sentence, heads: Iterable[int], verb: int | None = None
) -> list[Participant]:
    """One for each of the nouns and those joined to them, in order of the text, without doubles.

    `verb`: phrases after a noun that stands before this verb are its own.
    """
    found: dict[int, Participant] = {}
    for head in heads:
        for each in joined(sentence.reading, head):
            if _is_somebody(article, sentence, each):
                found.setdefault(each, _participant(article, sentence, each, verb))
    return [found[index] for index in sorted(found)]


def _is_somebody(article: Article, sentence: Sentence, head: int) -> bool:
    """Whether the noun may take part in anything: a time or an empty pronoun may not."""
    token = sentence.tokens[head]
    if token.text.casefold() in _EMPTY or token.lemma in lexicon().times:
        return False
    if any(time.when for time in article.times_in(*sentence.span(head, head + 1))):
        return False
    if "/" in token.text and "." in token.text:  # an address, "pic.example.com/a1"
        return False
    return token.pos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"} and any(c.isalnum() for c in token.text)


def _participant(article: Article, sentence: Sentence, head: int, verb: int | None) -> Participant:
    kept = _BEFORE_VERB if verb is not None and head < verb else _OF
    first, last = noun_phrase(sentence.reading, head, kept)
    if last - 1 > head and sentence.tokens[last - 1].tag == "POS":
        last -= 1
    last = _past_joined_names(sentence, last)
    while first < head and (sentence.tokens[first].text in _QUOTES or sentence.tokens[first].tag == "WP$"):
        first += 1
    while last - 1 > head and sentence.tokens[last - 1].text in _QUOTES:
        last -= 1
    while last - 1 > head and sentence.tokens[last - 1].dep == "prep":  # "by the opposition *of* ordering it"
        last -= 1
    start, end = sentence.span(first, last)
    entity = entity_at(article, sentence, head) or meant(article, sentence, head)
    return Participant(text=sentence.words(start, end), entity=entity.id if entity else None, start=start, end=end)


def _past_joined_names(sentence: Sentence, last: int) -> int:
    """Past the other names of "the ministers of Arvany *and Belmar*"."""
    tokens, name = sentence.tokens, last - 1
    if tokens[name].dep != "pobj" or tokens[name].pos != "PROPN" or tokens[tokens[name].head].lemma != "of":
        return last
    reached = {i for each in joined(sentence.reading, name) for i in sentence.reading.subtree(each)}
    end = max(reached, default=name) + 1
    return end if all(t.pos in {"PROPN", "CCONJ", "PUNCT", "DET"} for t in tokens[last:end]) else last


def entity_at(article: Article, sentence: Sentence, head: int) -> Entity | None:
    """The entity that a noun phrase means: of the mention that holds its head, else of its apposition ("the president of
    Arvany, Ilo Marek"). A name that merely stands inside the phrase ("the army of Arvany") does not count."""
    heads = [head, *below(sentence.reading, head, "appos")]
    for index in heads:
        start, end = sentence.span(index, index + 1)
        if any(mention.start <= start and end <= mention.end for mention in article.mentions_in(start, end)):
            return article.entity_of(start, end)
    return _named_behind(article, sentence, head)


def apart(targets: list[Participant], actors: list[Participant]) -> list[Participant]:
    """The targets; "him" is nobody who does it himself ("Oro sacked him": not Oro)."""
    own = {actor.entity for actor in actors}
    return [
        msgspec.structs.replace(target, entity=None)
        if target.entity in own and target.text.casefold() in _OTHERS
        else target
        for target in targets
    ]


_OTHERS = frozenset({"him", "her", "it", "them"})


def _named_behind(article: Article, sentence: Sentence, head: int) -> Entity | None:
    """The person whose name follows a role between commas, where the parser did not see the apposition."""
    if not any(belongs(sentence.reading, head, name) for name in ("office", "person")):
        return None
    last = noun_phrase(sentence.reading, head, _OF)[1]
    if last + 1 >= len(sentence.tokens) or sentence.tokens[last].text != ",":
        return None
    start, end = sentence.span(last + 1, last + 2)
    return next((m.entity for m in article.mentions_in(start, end) if m.entity.kind == "person"), None)
