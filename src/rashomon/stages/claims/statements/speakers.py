"""Who a speaker's words mean: the name in the noun phrase, or the person or body that a pronoun or a role stands for.

Pronouns and roles are resolved within the report, from left to right, by rules: the last speaker or subject that fits in number,
gender and role words. Where the report's entities are known, theirs is taken for a name; for the rest the antecedent's.
"""

import re
from dataclasses import replace

from rashomon.model.entity import Entity
from rashomon.stages.claims.sentence import Article
from rashomon.stages.claims.statements.antecedents import OWNING, Antecedents, inside
from rashomon.stages.claims.statements.naming import PERSONS, is_definite, name_in, short_form
from rashomon.stages.claims.statements.reported import Reported, Span
from rashomon.stages.claims.statements.sources import (
    folded,
    is_medium,
    is_mouthpiece,
    source_type,
    takes_up,
    type_by_roles,
)
from rashomon.stages.claims.statements.speaker import (
    FEMALE,
    MALE,
    Speaker,
    carried_type,
    gender_of,
    pronoun_gender,
)
from rashomon.stages.claims.statements.spelling import bare, folded_last, genders, spelled_out, surnames
from rashomon.stages.claims.statements.tree import Tree

_FUNCTION = frozenset(
    "the a an of for and in on at by to from former ex retired s who which that his her their its".split()
)


class Company:
    """Those who were spoken of so far in one report, latest last."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.before = Antecedents(article, self._body_name)
        self.surnames = surnames(article)
        self.genders = genders(article)
        self.spelled_out, self.described = spelled_out(article.report.text)

    def meet(self, tree: Tree, head: int, run: Span) -> Speaker:
        """The speaker of a noun phrase; it joins the company where it is or means somebody named."""
        found = self._named(tree, head, run)
        if found is None:
            found = self._taken_up(tree, head, run)
        self.before.join(found, tree.tokens[head].lemma)
        return found

    def heard(self, speaker: Speaker, tree: Tree) -> None:
        """Notes that somebody spoke."""
        self.before.heard(speaker, tree)

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
        earlier = next((one for one in reversed(self.before.met) if one.known_as == fullest), None)
        return Speaker(
            span=span, name_span=name_span, name=name, known_as=fullest, person=person, named=True, has_name=True,
            type=(self._bodys_type(own, earlier) if mouth else None)
            or source_type(tree.tokens[head].text, text[slice(*span)], name)
            or (None if person else self._bodys_type(own, earlier))
            or (earlier.type if earlier else None)
            or (type_by_roles(entity) if entity and person else None),
            entity=entity.id if entity else None,
            gender=gender_of(words) or (earlier.gender if earlier else None) or (self.genders.get(folded_last(own)) if person else None),
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
        meant = self._meant(tree, head) if tree.tokens[head].pos == "PRON" else None
        one = (
            self._of_relative(tree, head)
            or self.before.of_entity(meant, span[0], noun.lower())
            or self.before.of(tree, head, words)
        )
        plural = tree.tokens[head].tag in ("NNS", "NNPS")
        name = text[slice(*short)]
        owned = one if one is not None and self._is_only_owned(tree, head, one) else None
        if owned is not None:
            short, name = owned.name_span, owned.name
        found = Speaker(
            span=span, name_span=short, name=name, known_as=name, person=_is_one(tree, head), named=False,
            type=owned.type if owned else self._type(tree, head, span, name), plural=plural, definite=is_definite(tree, head),
            words=words, gender=gender_of(words),
        )  # fmt: skip
        entity = self._meant(tree, head) if one is None else None
        if one is None:
            return replace(found, entity=entity.id if entity else None)
        return replace(
            found, known_as=one.known_as, entity=one.entity, person=one.person,
            antecedent=one.antecedent or one.name_span, meant_has_voice=one.has_voice, has_name=one.has_name,
            plural=one.plural, type=carried_type(found, one, tree.tokens[head].pos),
            gender=pronoun_gender(noun.lower()) or one.gender, words=one.words | words,
        )  # fmt: skip

    def _of_relative(self, tree: Tree, head: int) -> Speaker | None:
        """Who "who" or "which" is: the name that it hangs on, or whom the noun means."""
        if tree.tokens[head].text.lower() not in ("who", "which", "that") or tree.tokens[head].pos != "PRON":
            return None
        governing = tree.tokens[tree.tokens[head].head].head
        if governing >= head or tree.tokens[governing].pos not in ("NOUN", "PROPN"):
            return None
        run = tree.first[governing], head - 1
        words = frozenset(folded(tree.sentence.words(*tree.span(*run)))) - _FUNCTION
        return self._named(tree, governing, run) or self.before.of(tree, governing, words)

    def _type(self, tree: Tree, head: int, span: Span, name: str) -> str | None:
        """By the noun; for a mouth ("a government statement"), by the body whose mouth it is."""
        text = self.article.report.text
        owner = tree.child(head, "compound", "poss") if is_mouthpiece(tree.tokens[head].text) else None
        if is_medium(tree.tokens[head].text):
            owner = None
        by_owner = source_type(tree.tokens[owner].text, name, "") if owner is not None else None
        return by_owner or source_type(tree.tokens[head].text, text[slice(*span)], name)

    def _is_only_owned(self, tree: Tree, head: int, one: Speaker) -> bool:
        """ "The council met, and its statement said": no name but the owner's, which stands in the same sentence."""
        owner = tree.child(head, "poss") if is_mouthpiece(tree.tokens[head].text) else None
        return owner is not None and tree.tokens[owner].text.lower() in OWNING and inside(tree, one.name_span)


def _is_one(tree: Tree, head: int) -> bool:
    """Whether a phrase without a name is for one person ("a senior official", "a man")."""
    return tree.tokens[head].tag == "NN" and takes_up(tree.tokens[head].text, "person")


def subjects(tree: Tree, cues: list[Reported]) -> list[tuple[int, Span]]:
    """Heads and runs of the sentence's other subjects, which pronouns after it may take up."""
    spoken = {cue.source_head for cue in cues}
    return [
        (i, (tree.first[i], tree.last[i]))
        for i, token in enumerate(tree.tokens)
        if i not in spoken and _is_topic(tree, i)
    ]


def _is_topic(tree: Tree, i: int) -> bool:
    """A subject, or the name that owns one ("Vale's letters went astray, but he said")."""
    token = tree.tokens[i]
    if token.dep == "poss":
        return token.pos == "PROPN" and tree.tokens[token.head].dep in ("nsubj", "nsubjpass")
    return token.dep in ("nsubj", "nsubjpass") and token.pos in ("PROPN", "NOUN")
