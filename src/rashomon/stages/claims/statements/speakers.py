"""Who a speaker's words mean: the name in the noun phrase, or the person or body that a pronoun or a role stands for.

Pronouns and roles are resolved within the report, from left to right, by rules: the last speaker or subject that fits in number,
gender and role words. Where the report's entities are known, theirs is taken for a name; for the rest the antecedent's.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from rashomon.model.entity import Entity
from rashomon.stages.claims.sentence import Article
from rashomon.stages.claims.statements.naming import PERSONS, is_definite, name_in, short_form
from rashomon.stages.claims.statements.reported import Reported, Span
from rashomon.stages.claims.statements.sources import (
    folded,
    is_medium,
    is_mouthpiece,
    source_type,
    takes_up,
    type_by_roles,
    type_of_body,
)
from rashomon.stages.claims.statements.speaker import (
    FEMALE,
    HE,
    MALE,
    SHE,
    Speaker,
    can_be,
    carried_type,
    fits_gender,
    gender_of,
    holds,
    pronoun_gender,
    stems,
)
from rashomon.stages.claims.statements.spelling import bare, folded_last, spelled_out, surnames
from rashomon.stages.claims.statements.tree import Tree

_IT = frozenset("it its which that".split())
_FUNCTION = frozenset(
    "the a an of for and in on at by to from former ex retired s who which that his her their its".split()
)
PAPERS = frozenset("statement communique communiqué release bulletin".split())
_OWNING = frozenset("its their his her".split())
# "A coalition statement" speaks for the one alliance of the report, however that is named.
_ALLIED = frozenset("alliance coalition bloc pact".split())
_ALLIANCES = frozenset("alliance coalition bloc pact treaty league entente axis".split())


class Company:
    """Those who were spoken of so far in one report, latest last."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.met: list[Speaker] = []
        self.bodies: list[Speaker] = []  # definite bodies without a name ("the ministry"), whom "its" may mean
        self.spoke: set[str] = set()
        self.stated: Speaker | None = None  # who gave out the last statement, whom "the statement" means
        self.surnames = surnames(article)
        self.spelled_out, self.described = spelled_out(article.report.text)

    def meet(self, tree: Tree, head: int, run: Span) -> Speaker:
        """The speaker of a noun phrase; it joins the company where it is or means somebody named."""
        found = self._named(tree, head, run)
        if found is None:
            found = self._taken_up(tree, head, run)
        if found.named or found.antecedent is not None:
            self.met.append(found)
        elif found.definite and takes_up(tree.tokens[head].text, "organisation"):
            self.bodies.append(found)
        return found

    def _named(self, tree: Tree, head: int, run: Span) -> Speaker | None:
        named = name_in(self.article, tree, head, run)
        if named is None:
            return None
        first, last, label = named
        text = self.article.report.text
        span = tree.span(*run)
        inner = tree.span(first, last)
        own = text[slice(*inner)]
        person = label in PERSONS or (first <= head <= last and self._is_person(own, text[slice(*span)], label))
        mouth = not person and not first <= head <= last and is_mouthpiece(tree.tokens[head].text)
        called = not person and (first == head + 1 or label == "APPOS")  # "the newspaper Morning Star"
        name_span = inner if person or called else short_form(tree, head, run)
        name = text[slice(*name_span)]
        words = frozenset(folded(text[slice(*span)])) - _FUNCTION
        entity = self.article.entity_of(*inner) if person or mouth or called else self._meant(tree, head)
        fullest = self._fuller(own) if person else self._body_name(own if mouth else name)
        earlier = next((one for one in reversed(self.met) if one.known_as == fullest), None)
        return Speaker(
            span=span, name_span=name_span, name=name, known_as=fullest, person=person, named=True,
            type=(self._bodys_type(own, earlier) if mouth else None)
            or source_type(tree.tokens[head].text, text[slice(*span)], name)
            or (None if person else self._bodys_type(own, earlier))
            or (earlier.type if earlier else None)
            or (type_by_roles(entity) if entity and person else None),
            entity=entity.id if entity else None,
            gender=gender_of(words) or (earlier.gender if earlier else None),
            words=words | (earlier.words if earlier else frozenset()),
        )  # fmt: skip

    def _bodys_type(self, name: str, earlier: Speaker | None) -> str | None:
        """A body's type by its words in full, with those before them ("the charity Seaward Medical Society (SMS)")."""
        if earlier is not None and earlier.type not in (None, "document"):
            return earlier.type
        full = self.spelled_out.get(bare(name), bare(name))
        return source_type(full.split()[-1], self.described.get(full, full), full) if full else None

    def _meant(self, tree: Tree, head: int) -> Entity | None:
        """The entity that the noun itself means, not one that its phrase only mentions ("the Ostland parliament's clerk")."""
        start, end = tree.sentence.span(head, head + 1)
        around = [one for one in self.article.mentions_in(start, end) if one.start <= start and end <= one.end]
        return max(around, key=lambda one: one.end - one.start).entity if around else None

    def _is_person(self, name: str, phrase: str, label: str) -> bool:
        """A name that the model took for no person's: one that ends as a person's does, or that a person's role stands with."""
        roles = [word for word in folded(phrase.replace(name, " ")) if takes_up(word, "person")]
        return folded_last(name) in self.surnames or (bool(roles) and label != "GPE" and len(folded(name)) in (2, 3))

    def _fuller(self, name: str) -> str:
        """The longest name of the report that ends as this one does: "Amber Vale" for "Vale"."""
        parts = [part for part in folded(name) if part not in MALE | FEMALE]
        longer = self.surnames.get(parts[-1] if parts else "", name)
        return longer if len(parts) == 1 or folded(longer)[-len(parts) :] == parts else name

    def _body_name(self, name: str) -> str:
        """A body's name, in full where the report gives it with its short form ("Port Union of Ostland (PUO)")."""
        plain = bare(name)
        short = re.search(r"\((\w{2,10})\)", plain)
        return self.spelled_out.get(short[1] if short else plain, plain)

    def _taken_up(self, tree: Tree, head: int, run: Span) -> Speaker:
        text = self.article.report.text
        span, short = tree.span(*run), short_form(tree, head, run)
        words = frozenset(folded(text[slice(*span)])) - _FUNCTION
        noun = tree.tokens[head].text
        one = (
            self._behind_mouthpiece(tree, head)
            or self._of_paper(tree, head)
            or self._antecedent(tree, head, noun.lower(), words)
        )
        plural = tree.tokens[head].tag in ("NNS", "NNPS")
        name = text[slice(*short)]
        owned = one if one is not None and self._is_only_owned(tree, head, one) else None
        if owned is not None:
            short, name = owned.name_span, owned.name
        found = Speaker(
            span=span, name_span=short, name=name, known_as=name, person=False, named=False,
            type=owned.type if owned else self._type(tree, head, span, name), plural=plural, definite=is_definite(tree, head),
            words=words, gender=gender_of(words),
        )  # fmt: skip
        entity = self._meant(tree, head) if tree.tokens[head].pos == "PRON" or one is None else None
        if one is None:
            return replace(found, entity=entity.id if entity else None)
        return replace(
            found, known_as=one.known_as, entity=(entity.id if entity else None) or one.entity, person=one.person,
            antecedent=one.antecedent or one.name_span, type=carried_type(found, one, tree.tokens[head].pos),
            gender=pronoun_gender(noun.lower()) or one.gender, words=one.words | words,
        )  # fmt: skip

    def _antecedent(self, tree: Tree, head: int, noun: str, words: frozenset[str]) -> Speaker | None:
        token = tree.tokens[head]
        if token.pos == "PRON" or token.tag in ("PRP", "PRP$", "WP", "WDT"):
            return self._of_pronoun(tree, head, noun)
        if token.tag in ("NNS", "NNPS") or not is_definite(tree, head):
            return None
        if takes_up(noun, "organisation"):
            bare = tree.child(head, "compound", "amod", "nmod") is None
            return self._body(noun, bare)
        if takes_up(noun, "person"):
            return self._last(
                lambda one: one.person and fits_gender(gender_of(words), one.gender) and holds(noun, words, one)
            )
        return None

    def _body(self, noun: str, bare: bool) -> Speaker | None:
        """The last body whose name or description has the noun; else, for a bare noun ("the ministry", not "the interior
        ministry"), the last body that spoke and can be one: a newspaper is a medium, a ministry is none."""
        found = self._last(lambda one: not one.person and bool(stems({noun}) & stems(one.words)))
        if found or not bare:
            return found
        return self._last(
            lambda one: not one.person and one.named and one.known_as in self.spoke and can_be(noun, one.type)
        )

    def _type(self, tree: Tree, head: int, span: Span, name: str) -> str | None:
        """By the noun; for a mouth ("a government statement"), by the body whose mouth it is."""
        text = self.article.report.text
        owner = tree.child(head, "compound", "poss") if is_mouthpiece(tree.tokens[head].text) else None
        if is_medium(tree.tokens[head].text):
            owner = None
        by_owner = source_type(tree.tokens[owner].text, name, "") if owner is not None else None
        return by_owner or source_type(tree.tokens[head].text, text[slice(*span)], name)

    def _behind_mouthpiece(self, tree: Tree, head: int) -> Speaker | None:
        """The body in "a coalition statement", "the alliance's press service", "its statement"."""
        owner = tree.child(head, "compound", "poss") if is_mouthpiece(tree.tokens[head].text) else None
        if owner is None:
            return None
        noun = tree.tokens[owner].text.lower()
        if noun in _OWNING:
            return self._owner(tree, noun)
        if noun in _ALLIED and (allied := self._alliance()):
            return allied
        return self._body(noun, bare=True) if takes_up(noun, "organisation") else None

    def _of_paper(self, tree: Tree, head: int) -> Speaker | None:
        """ "The statement said", "the communiqué added": of the one who was said to have given it out."""
        bare = tree.child(head, "compound", "poss", "prep", "amod", "acl") is None
        return self.stated if bare and is_definite(tree, head) and tree.tokens[head].lemma in PAPERS else None

    def heard(self, speaker: Speaker, tree: Tree) -> None:
        """Notes that somebody spoke, and whether he gave out a statement."""
        self.spoke.add(speaker.known_as)
        if any(token.lemma in PAPERS for token in tree.tokens) and speaker.has_voice:
            self.stated = speaker

    def _owner(self, tree: Tree, pronoun: str) -> Speaker | None:
        """Whom "its", "his" or "their" means: of bodies the last named one, or one without a name in the same sentence."""
        if pronoun in HE | SHE:
            gender = pronoun_gender(pronoun)
            return self._last(lambda one: one.person and fits_gender(gender, one.gender))
        here = [one for one in self.bodies if _inside(tree, one.span)]
        named = [one for one in self.met[-30:] if not one.person and (pronoun == "their" or not one.plural)]
        return max([*here, *named[-1:]], key=lambda one: one.span[0], default=None)

    def _is_only_owned(self, tree: Tree, head: int, one: Speaker) -> bool:
        """ "The council met, and its statement said": no name but the owner's, which stands in the same sentence."""
        owner = tree.child(head, "poss") if is_mouthpiece(tree.tokens[head].text) else None
        return owner is not None and tree.tokens[owner].text.lower() in _OWNING and _inside(tree, one.name_span)

    def _alliance(self) -> Speaker | None:
        """The alliance that the report names, where it names but one."""
        named = {one.known_as: one for one in self.met if not one.person and set(folded(one.known_as)) & _ALLIANCES}
        if not named:
            for mention in self.article.mentions:
                called = {word for name in (mention.entity.name, *mention.entity.aliases) for word in folded(name)}
                if mention.entity.kind == "organisation" and called & _ALLIANCES and not mention.pronoun:
                    span = (mention.start, mention.end)
                    words = self.article.report.text[slice(*span)]
                    named[mention.entity.id] = Speaker(
                        span=span, name_span=span, name=words, known_as=self._body_name(words), person=False, named=True,
                        entity=mention.entity.id, words=frozenset(called), type=type_of_body(mention.entity.name),
                    )  # fmt: skip
        return next(iter(named.values())) if len(named) == 1 else None

    def _of_pronoun(self, tree: Tree, head: int, noun: str) -> Speaker | None:
        if noun in HE | SHE:
            gender = pronoun_gender(noun)
            return self._last(lambda one: one.person and fits_gender(gender, one.gender))
        if noun in ("who", "which", "that"):
            governing = tree.tokens[tree.tokens[head].head].head
            return self._named(tree, governing, (tree.first[governing], head - 1)) if governing < head else None
        if noun in _IT:
            return self._last(lambda one: not one.person and not one.plural) or self.stated
        if noun in ("they", "them"):
            return self._last(lambda one: not one.person)
        return None

    def _last(self, fits: Callable[[Speaker], bool]) -> Speaker | None:
        return next((one for one in reversed(self.met[-30:]) if fits(one)), None)


def _inside(tree: Tree, span: Span) -> bool:
    return tree.sentence.start <= span[0] and span[1] <= tree.sentence.end


def subjects(tree: Tree, cues: list[Reported]) -> list[tuple[int, Span]]:
    """Heads and runs of the sentence's other subjects, which pronouns after it may take up."""
    spoken = {cue.source_head for cue in cues}
    return [
        (i, (tree.first[i], tree.last[i]))
        for i, token in enumerate(tree.tokens)
        if token.dep in ("nsubj", "nsubjpass") and token.pos in ("PROPN", "NOUN") and i not in spoken
    ]
