"""Who a speaker's words mean: the name in the noun phrase, or the person or body that a pronoun or a role stands for.

Pronouns and roles are resolved within the report, from left to right, by rules: the last speaker or subject that fits in number,
gender and role words. Where the report's entities are known, theirs is taken for a name; for the rest the antecedent's.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from rashomon.stages.claims.reported import Reported, Span
from rashomon.stages.claims.sentence import Article
from rashomon.stages.claims.sources import folded, is_institution, source_type, takes_up
from rashomon.stages.claims.tree import Tree

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_IT = frozenset("it its which that".split())
_MALE = frozenset(
    "mr king prince sir father man son brother husband spokesman chairman policeman congressman businessman actor".split()
)
_FEMALE = frozenset(
    "mrs ms miss queen princess mother woman daughter sister wife spokeswoman chairwoman actress congresswoman".split()
)
_PERSONS, _BODIES = frozenset({"PERSON"}), frozenset({"ORG", "GPE", "NORP", "FAC"})
_FUNCTION = frozenset(
    "the a an of for and in on at by to from former ex retired s who which that his her their its".split()
)
_STEM = 5


@dataclass(frozen=True)
class Speaker:
    """`span` the words as they stand, `name_span` those by which a chain names the speaker. `known_as` is the fullest name
    that the report has for the one meant (for the voice); `antecedent` the span of the name that a pronoun or role takes up.
    """

    span: Span
    name_span: Span
    name: str
    known_as: str
    person: bool
    named: bool
    type: str | None = None
    entity: str | None = None
    antecedent: Span | None = None
    gender: str | None = None
    plural: bool = False
    words: frozenset[str] = field(default=frozenset())

    @property
    def has_voice(self) -> bool:
        return self.type != "unnamed" and (self.named or self.antecedent is not None or is_institution(self.name))


class Company:
    """Those who were spoken of so far in one report, latest last."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.met: list[Speaker] = []

    def meet(self, tree: Tree, head: int, run: Span) -> Speaker:
        """The speaker of a noun phrase; it joins the company where it is or means somebody named."""
        found = self._named(tree, head, run)
        if found is None:
            found = self._taken_up(tree, head, run)
        if found.named or found.antecedent is not None:
            self.met.append(found)
        return found

    def _named(self, tree: Tree, head: int, run: Span) -> Speaker | None:
        named = _name_in(tree, head, run)
        if named is None:
            return None
        first, last, label = named
        text = self.article.report.text
        span = tree.span(*run)
        inner = tree.span(first, last)
        person = label in _PERSONS
        name_span = inner if person else _short(tree, head, run)
        name = text[slice(*name_span)]
        words = frozenset(folded(text[slice(*span)])) - _FUNCTION
        entity = self.article.entity_of(*inner)
        fullest = self._fuller(text[slice(*inner)], words) if person else name
        earlier = next((one for one in reversed(self.met) if one.known_as == fullest), None)
        return Speaker(
            span=span, name_span=name_span, name=name, known_as=fullest, person=person, named=True,
            type=source_type(tree.tokens[head].text, text[slice(*span)], name) or (earlier.type if earlier else None),
            entity=entity.id if entity and (person or _is_whole(name, text[slice(*inner)])) else None,
            gender=_gender(words) or (earlier.gender if earlier else None),
            words=words | (earlier.words if earlier else frozenset()),
        )  # fmt: skip

    def _fuller(self, name: str, words: frozenset[str]) -> str:
        """The longest name met so far that ends as this one does: "Amber Vale" for "Vale"."""
        parts = [part for part in folded(name) if part not in _MALE | _FEMALE]
        longer = [
            one.known_as
            for one in self.met
            if one.person and one.named and parts and folded(one.known_as)[-len(parts) :] == parts
        ]
        return max([name, *longer], key=len)

    def _taken_up(self, tree: Tree, head: int, run: Span) -> Speaker:
        text = self.article.report.text
        span, short = tree.span(*run), _short(tree, head, run)
        words = frozenset(folded(text[slice(*span)])) - _FUNCTION
        noun = tree.tokens[head].text
        one = self._antecedent(tree, head, noun.lower(), words)
        plural = tree.tokens[head].tag in ("NNS", "NNPS")
        name = text[slice(*short)]
        found = Speaker(
            span=span, name_span=short, name=name, known_as=name, person=False, named=False,
            type=source_type(noun, text[slice(*span)], name), plural=plural, words=words, gender=_gender(words),
        )  # fmt: skip
        entity = self.article.entity_of(*short) if tree.tokens[head].pos == "PRON" or one is None else None
        if one is None:
            return replace(found, entity=entity.id if entity and _is_whole(name, text[slice(*short)]) else None)
        return replace(
            found, known_as=one.known_as, entity=(entity.id if entity else None) or one.entity, person=one.person,
            antecedent=one.antecedent or one.name_span, type=_carried_type(found, one, tree.tokens[head].pos),
            gender=_pronoun_gender(noun.lower()) or one.gender, words=one.words | words,
        )  # fmt: skip

    def _antecedent(self, tree: Tree, head: int, noun: str, words: frozenset[str]) -> Speaker | None:
        token = tree.tokens[head]
        if token.pos == "PRON" or token.tag in ("PRP", "PRP$", "WP", "WDT"):
            return self._of_pronoun(tree, head, noun)
        if token.tag in ("NNS", "NNPS") or not _definite(tree, head):
            return None
        if takes_up(noun, "organisation"):
            found = self._last(lambda one: not one.person and bool(_stems({noun}) & _stems(one.words)))
            return found or self._last(lambda one: not one.person and one.named)
        if takes_up(noun, "person"):
            fitting = [one for one in self.met if one.person and _fits(_gender(words), one.gender)]
            sharing = [one for one in fitting if noun in one.words]
            return next(reversed(sharing or (fitting if _general(noun) else [])), None)
        return None

    def _of_pronoun(self, tree: Tree, head: int, noun: str) -> Speaker | None:
        if noun in _HE | _SHE:
            gender = _pronoun_gender(noun)
            return self._last(lambda one: one.person and _fits(gender, one.gender))
        if noun in ("who", "which", "that"):
            governing = tree.tokens[tree.tokens[head].head].head
            return self._named(tree, governing, (tree.first[governing], head - 1)) if governing < head else None
        if noun in _IT:
            return self._last(lambda one: not one.person and not one.plural)
        if noun in ("they", "them"):
            return self._last(lambda one: not one.person)
        return None

    def _last(self, fits: Callable[[Speaker], bool]) -> Speaker | None:
        return next((one for one in reversed(self.met[-30:]) if fits(one)), None)


def _general(noun: str) -> bool:
    return noun in ("leader", "president", "politician", "man", "woman", "official", "candidate", "nominee", "minister")


def _carried_type(found: Speaker, one: Speaker, pos: str) -> str | None:
    return one.type if pos == "PRON" or one.type is not None else found.type


def _definite(tree: Tree, head: int) -> bool:
    determiner = tree.child(head, "det", "poss")
    if determiner is None:
        return False
    return tree.tokens[determiner].text.lower() in ("the", "this", "that", "his", "her", "its", "their")


def _name_in(tree: Tree, head: int, run: Span) -> tuple[int, int, str] | None:
    """The name that the phrase bears itself: as its head, before it, or as its apposition; first and last token, and label.
    A person's comes first."""
    found: list[tuple[int, int, str]] = []
    for name in tree.sentence.reading.names:
        first, last = name.first, name.last - 1
        if run[0] <= first and last <= run[1] and _borne(tree, head, first, last):
            found.append((first, last, name.label))
    people = [name for name in found if name[2] in _PERSONS]
    bodies = [name for name in found if name[2] in _BODIES]
    if people:
        return min(people, key=lambda name: abs(name[1] - head))
    if bodies:
        return min(bodies, key=lambda name: abs(name[1] - head))
    if tree.tokens[head].pos == "PROPN":
        first = head
        while first > run[0] and tree.tokens[first - 1].dep == "compound" and tree.tokens[first - 1].pos == "PROPN":
            first -= 1
        return first, head, "PROPN"
    return None


def _borne(tree: Tree, head: int, first: int, last: int) -> bool:
    for k in range(first, last + 1):
        i = k
        while (
            i != head
            and tree.tokens[i].dep in ("compound", "appos", "nmod", "amod", "flat", "nn", "poss", "conj")
            and tree.tokens[i].head != i
        ):
            if tree.tokens[i].dep in ("poss", "conj"):
                break
            i = tree.tokens[i].head
        if i == head:
            return True
    return False


def _short(tree: Tree, head: int, run: Span) -> Span:
    """The phrase without article, apposition, relative clause and what follows a comma: "Health Ministry of Ostland"."""
    first, last = max(run[0], min([head, *(tree.first[k] for k in tree.below[head] if k < head)])), head
    for k in tree.below[head]:
        if (
            k == last + 1
            and tree.tokens[k].dep == "prep"
            and tree.tokens[k].text.lower() in ("of", "for", "in", "from", "at")
        ):
            last = min(tree.last[k], run[1])
    stop = next((k for k in range(head, last + 1) if tree.tokens[k].text in (",", "(", "who", "which")), last + 1)
    last = max(head, stop - 1)
    if tree.tokens[first].text.lower() in ("the", "a", "an") and first < head:
        first += 1
    return tree.span(first, last)


def _is_whole(name: str, inner: str) -> bool:
    """Whether a name makes up its phrase, so that the name's entity is the speaker ("the Ostland news agency" is not Ostland)."""
    return len(folded(name)) <= len(folded(inner)) + 1


def _stems(words: frozenset[str] | set[str]) -> set[str]:
    return {word[:_STEM].replace("z", "s") for word in words}


def _gender(words: frozenset[str]) -> str | None:
    if words & _MALE:
        return "m"
    return "f" if words & _FEMALE else None


def _pronoun_gender(noun: str) -> str | None:
    return "m" if noun in _HE else "f" if noun in _SHE else None


def _fits(wanted: str | None, has: str | None) -> bool:
    return wanted is None or has is None or wanted == has


def subjects(tree: Tree, cues: list[Reported]) -> list[tuple[int, Span]]:
    """Heads and runs of the sentence's other subjects, which pronouns after it may take up."""
    spoken = {cue.source_head for cue in cues}
    return [
        (i, (tree.first[i], tree.last[i]))
        for i, token in enumerate(tree.tokens)
        if token.dep in ("nsubj", "nsubjpass") and token.pos in ("PROPN", "NOUN") and i not in spoken
    ]
