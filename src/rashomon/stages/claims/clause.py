"""The words that carry a claim, and where its clause says that it was."""

from collections.abc import Iterable

from rashomon.model.reading import Reading
from rashomon.stages.claims.grammar import SUBJECTS, below, is_finite, is_verb, noun_phrase
from rashomon.stages.claims.sentence import Article, EntityMention, Sentence
from rashomon.stages.claims.subjects import surface_subject

_OWN_CLAUSE = frozenset({"conj", "parataxis", "advcl", "ccomp"})
# Through these another clause may hang on the last words of this one ("…, wounding two *before police came*").
_PASSED = frozenset({"advcl", "xcomp", "prep", "pcomp", "conj"})
_EDGE = frozenset(",;:.–—-!?…\"“”'‘’()[]")


def clause_span(sentence: Sentence, token: int) -> tuple[int, int]:
    """Report offsets of the smallest finite clause that holds the token: subject to last complement, without the
    conjunction before and the marks after it; at most the sentence."""
    reading = sentence.reading
    head = finite_head(reading, token)
    first, last = _contiguous(_clause_tokens(reading, head, token), head, token)
    subject = surface_subject(reading, head)
    if subject is not None and subject < first and reading.tokens[head].dep == "conj":
        first = noun_phrase(reading, subject, frozenset({"of"}))[0]
    return sentence.span(*trimmed(reading, first, last, token))


def finite_head(reading: Reading, token: int) -> int:
    """The verb of the smallest finite clause that holds the token, else the root above it."""
    path = [token, *reading.ancestors(token)]
    return next((i for i in path if is_verb(reading, i) and is_finite(reading, i)), path[-1])


def _clause_tokens(reading: Reading, head: int, token: int) -> set[int]:
    """What hangs on the clause's verb, without other finite clauses beside it (those inside a complement stay)."""
    held = set(reading.subtree(head))
    queue = [head]
    while queue:
        over = queue.pop()
        for child in reading.children(over):
            below_child = set(reading.subtree(child))
            if token not in below_child and _is_other_clause(reading, over, child):
                held -= below_child
            elif reading.tokens[child].dep in _PASSED:
                queue.append(child)
    return held


def _is_other_clause(reading: Reading, over: int, child: int) -> bool:
    dep = reading.tokens[child].dep
    if dep not in _OWN_CLAUSE or not is_verb(reading, child):
        return False
    if dep == "ccomp":  # "the bridge fell, he said": what is said is no part of who says it
        return child < over
    if dep == "conj":
        return is_finite(reading, child) or is_finite(reading, over)
    if _is_as_said(reading, child):
        return True
    return bool(below(reading, child, *SUBJECTS)) and is_finite(reading, child)


def _is_as_said(reading: Reading, child: int) -> bool:
    """ "…, as stated by the minister": who says so, and no part of what is so."""
    marks = {reading.tokens[i].text.casefold() for i in below(reading, child, "mark", "advmod")}
    return "as" in marks and reading.tokens[child].lemma in {"state", "say", "report", "note", "announce", "claim"}


def _contiguous(held: set[int], head: int, token: int) -> tuple[int, int]:
    """`[first, last)` from the first to the last word of the clause; another clause in its midst stays ("announced days
    *before the vote was held* a new inquiry")."""
    return min(*held, head, token), max(*held, head, token) + 1


def trimmed(reading: Reading, first: int, last: int, token: int | None) -> tuple[int, int]:
    """Tokens `[first, last)` without marks and conjunctions at the ends; `token` stays in."""
    low, high = (token, token) if token is not None else (last - 1, first)
    while first < low and (reading.tokens[first].dep in {"cc", "mark"} or reading.tokens[first].text in _EDGE):
        first += 1
    while last - 1 > high and (reading.tokens[last - 1].dep == "cc" or reading.tokens[last - 1].text in _EDGE):
        if reading.tokens[last - 1].text == ")" and any(t.text == "(" for t in reading.tokens[first:last]):
            break
        last -= 1
    return first, max(last, first + 1)


# "to" and "from" say where to or whence; with people after them they say to whom, which the kind of the entity tells.
WHERE = frozenset(
    "in at near to from into on onto across outside inside around throughout towards toward over off through along "
    "within between beside opposite".split()
)
_PLACES = frozenset({"place", "facility"})


def places_of(article: Article, sentence: Sentence, token: int) -> tuple[str, ...]:
    """Ids of the places (kinds `place` and `facility`) that the clause names for the token's predicate: with "in", "at",
    "near", "to", "from" and the like on the predicate, its subject and its objects. In order of the text, distinct."""
    return place_ids(article, sentence, _where_tokens(sentence.reading, token))


def place_ids(article: Article, sentence: Sentence, tokens: Iterable[int]) -> tuple[str, ...]:
    """Ids of the places that these words name, in order of the text, distinct."""
    found: dict[str, None] = {}
    for index in sorted(tokens):
        start, end = sentence.span(index, index + 1)
        for mention in article.mentions_in(start, end):
            held = mention.start <= start and end <= mention.end
            if mention.entity.kind in _PLACES and held and not _is_whose(sentence, index, mention):
                found[mention.entity.id] = None
    return tuple(found)


def _is_whose(sentence: Sentence, index: int, mention: EntityMention) -> bool:
    """A country before a noun of force says whose it is: "in *Arvany* air strikes"; not "in the *Arvany* election"."""
    if mention.entity.precision != "country":
        return False
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    outside = not mention.start <= sentence.start + head.start < mention.end
    return token.dep in {"compound", "nmod", "amod"} and outside and head.lemma in _THEIRS


# Of these a country's name says whose they are.
_THEIRS = frozenset(
    "strike airstrike raid attack bombing bombardment shelling missile drone rocket bomb jet warplane plane aircraft "
    "operation offensive force troop soldier base fire gunfire custody hand".split()
)


def _where_tokens(reading: Reading, token: int) -> set[int]:
    """Nouns that prepositions of place put on the predicate: everything below such a preposition but clauses."""
    holders = {token, *_arguments(reading, token)}
    if reading.tokens[token].dep in {"dobj", "nsubj", "nsubjpass", "attr", "acl", "xcomp", "relcl"}:
        holders.add(reading.tokens[token].head)
    found: set[int] = set()
    for holder in holders:
        for preposition in below(reading, holder, "prep", "advmod", "dative"):
            if reading.tokens[preposition].lemma in WHERE and not is_speakers(reading, preposition):
                found |= nominal_tokens(reading, preposition)
    return found


def is_speakers(reading: Reading, preposition: int) -> bool:
    """ "A doctor *in Oro* said", "according to a source *in Oro*": where the speaker is."""
    for index in [preposition, *reading.ancestors(preposition)]:
        token = reading.tokens[index]
        if is_verb(reading, index) and token.lemma != "accord":
            return False
        if token.lemma == "accord" or (
            token.text.casefold() == "to" and reading.tokens[token.head].text.casefold() == "according"
        ):
            return True
        if token.dep == "nsubj" and reading.tokens[token.head].lemma in _SAYING:
            return True
    return False


_SAYING = frozenset("say tell report announce add confirm claim state note write quote declare".split())


_ARGUMENTS = ("dobj", "nsubj", "nsubjpass", "attr", "dative", "agent", "prep", "pobj", "conj", "advmod")


def _arguments(reading: Reading, token: int) -> set[int]:
    """Nouns and prepositions that hang on the predicate, at any depth, without clauses and without what a subject is of."""
    found: set[int] = set()
    queue = [token]
    while queue:
        index = queue.pop()
        for child in below(reading, index, *_ARGUMENTS):
            of_subject = reading.tokens[index].dep in {"nsubj", "nsubjpass"} and reading.tokens[child].lemma == "of"
            if child not in found and not is_verb(reading, child) and not of_subject:
                found.add(child)
                queue.append(child)
    return found


def nominal_tokens(reading: Reading, preposition: int) -> set[int]:
    """What hangs below a preposition of place: names and their modifiers, without clauses and other phrases."""
    found: set[int] = set()
    queue = [preposition]
    while queue:
        index = queue.pop()
        for child in reading.children(index):
            other = reading.tokens[child].dep == "prep" and reading.tokens[child].lemma not in {"of", "in", "near"}
            if not other and not is_verb(reading, child) and reading.tokens[child].dep not in {"relcl", "acl", "poss"}:
                found.add(child)
                queue.append(child)
    return found
