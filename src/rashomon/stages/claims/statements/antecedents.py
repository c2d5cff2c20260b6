"""Whom a pronoun, a role or a paper can mean among those who were spoken of before it in the report.

The rules go from right to left: the last one that fits in number, gender and role words. One without a name ("a senior official",
"the protesters") is taken up too: what "he" or "they" then says is said by nobody whom the report names.
"""

from collections.abc import Callable

from rashomon.model.entity import Entity
from rashomon.stages.claims.sentence import Article
from rashomon.stages.claims.statements.naming import is_definite
from rashomon.stages.claims.statements.reported import Span
from rashomon.stages.claims.statements.sources import folded, is_mouthpiece, takes_up, type_by_roles, type_of_body
from rashomon.stages.claims.statements.speaker import (
    HE,
    SHE,
    Speaker,
    can_be,
    fits_gender,
    gender_of,
    holds,
    pronoun_gender,
    stems,
)
from rashomon.stages.claims.statements.tree import Tree

PAPERS = frozenset("statement communique communiqué release bulletin".split())
OWNING = frozenset("its their his her".split())
_IT = frozenset("it its".split())
# "A coalition statement" speaks for the one alliance of the report, however that is named.
_ALLIED = frozenset("alliance coalition bloc pact".split())
_ALLIANCES = frozenset("alliance coalition bloc pact treaty league entente axis".split())
# How many of those met before a pronoun may reach back to.
_REACH = 30


def _of_a_body(tree: Tree, head: int) -> bool:
    """Whether the phrase goes on with "of the group" or "of this agency": a body without a name that was spoken of."""
    of = tree.child(head, "prep")
    body = tree.child(of, "pobj") if of is not None and tree.tokens[of].text.lower() == "of" else None
    if body is None or tree.tokens[body].tag != "NN":
        return False
    return is_definite(tree, body) and takes_up(tree.tokens[body].text.lower(), "organisation")


class Antecedents:
    """Those who were spoken of so far in one report, latest last."""

    def __init__(self, article: Article, in_full: Callable[[str], str]) -> None:
        """`in_full` gives a body's name in full for its short form."""
        self.article = article
        self.in_full = in_full
        self.met: list[Speaker] = []
        self.bodies: list[Speaker] = []  # definite bodies without a name ("the ministry"), whom "its" may mean
        self.spoke: set[str] = set()
        self.stated: Speaker | None = None  # who gave out the last statement, whom "the statement" means

    def join(self, one: Speaker, noun: str) -> None:
        """Notes one who was spoken of, under this noun (its lemma)."""
        several = one.plural and (one.type not in (None, "document") or takes_up(noun, "organisation"))
        if one.named or one.antecedent is not None or one.person or several:
            self.met.append(one)
        elif one.definite and takes_up(noun, "organisation"):
            self.bodies.append(one)

    def heard(self, one: Speaker, tree: Tree) -> None:
        """Notes that somebody spoke, and whether he gave out a statement."""
        self.spoke.add(one.known_as)
        if any(token.lemma in PAPERS for token in tree.tokens) and one.has_voice:
            self.stated = one

    def of(self, tree: Tree, head: int, words: frozenset[str]) -> Speaker | None:
        """Whom the noun phrase means; None where it means somebody new, or it cannot be told."""
        return self._behind_mouthpiece(tree, head) or self._of_paper(tree, head) or self._of_words(tree, head, words)

    def of_entity(self, entity: Entity | None, start: int, pronoun: str) -> Speaker | None:
        """The person whom a pronoun at this offset was found to mean when the report's entities were told apart: measured on
        news, right five times as often as the last one that fits, where the two differ."""
        if entity is None or entity.kind != "person":
            return None
        known = self._last(lambda one: one.entity == entity.id and one.has_name)
        named = [one for one in self.article.mentions_in(0, start) if one.entity.id == entity.id and not one.pronoun]
        if known is not None or not named:
            return known if known is None or fits_gender(pronoun_gender(pronoun), known.gender) else None
        span: Span = (named[-1].start, named[-1].end)
        name = self.article.report.text[slice(*span)]
        return Speaker(
            span=span, name_span=span, name=name, known_as=entity.name, person=True, named=True, has_name=True,
            entity=entity.id, type=type_by_roles(entity),
        )  # fmt: skip

    def _of_words(self, tree: Tree, head: int, words: frozenset[str]) -> Speaker | None:
        token, noun = tree.tokens[head], tree.tokens[head].text.lower()
        if token.pos == "PRON" or token.tag in ("PRP", "PRP$", "WP", "WDT"):
            return self._of_pronoun(noun)
        if token.tag in ("NNS", "NNPS") or not is_definite(tree, head):
            return None
        if takes_up(noun, "organisation"):
            return self._body(tree, noun, bare=tree.child(head, "compound", "amod", "nmod") is None)
        if not takes_up(noun, "person"):
            return None
        return self._in_role(noun, words) or (self._only(noun) if _of_a_body(tree, head) else None)

    def _only(self, noun: str) -> Speaker | None:
        """ "The head of the monitoring group" is the report's only head of anything."""
        heads = [one for one in self.met if one.person and one.has_name and noun in one.words]
        return heads[-1] if len({one.known_as for one in heads}) == 1 else None

    def _of_pronoun(self, noun: str) -> Speaker | None:
        if noun in HE | SHE:
            return self._person(noun)
        if noun in _IT:
            return self._last(lambda one: not one.person and not one.plural) or self.stated
        if noun in ("they", "them"):
            return self._last(lambda one: one.plural or not one.person)
        return None

    def _person(self, pronoun: str) -> Speaker | None:
        gender = pronoun_gender(pronoun)
        return self._last(lambda one: one.person and not one.plural and fits_gender(gender, one.gender))

    def _in_role(self, noun: str, words: frozenset[str]) -> Speaker | None:
        """ "The official" is the last one called so, before any who might be one."""
        alone = len(words) == 1
        called = self._last(lambda one: alone and one.person and not one.has_name and noun in one.words)
        if called is not None and called in self.met[-_NEAR:]:
            return called
        gender = gender_of(words)
        return self._last(
            lambda one: one.person and one.has_name and fits_gender(gender, one.gender) and holds(noun, words, one)
        )

    def _body(self, tree: Tree | None, noun: str, bare: bool) -> Speaker | None:
        """The last body whose name or description has the noun; else, for a bare noun ("the ministry", not "the interior
        ministry"), one of the same sentence or the last that spoke, of those that can be one: a newspaper is a medium, a
        ministry is none."""
        found = self._last(lambda one: not one.person and not one.plural and bool(stems({noun}) & stems(one.words)))
        if found or not bare:
            return found

        def can(one: Speaker) -> bool:
            return not one.person and one.named and can_be(noun, one.type)

        public = ("official", "organisation")
        here = self._last(lambda one: can(one) and one.type in public and tree is not None and inside(tree, one.span))
        return here or self._last(lambda one: can(one) and one.known_as in self.spoke)

    def _behind_mouthpiece(self, tree: Tree, head: int) -> Speaker | None:
        """The body in "a coalition statement", "the alliance's press service", "its statement"."""
        owner = tree.child(head, "compound", "poss") if is_mouthpiece(tree.tokens[head].text) else None
        if owner is None:
            return None
        noun = tree.tokens[owner].text.lower()
        if noun in OWNING:
            return self._owner(tree, noun)
        if noun in _ALLIED and (allied := self._alliance()):
            return allied
        return self._body(None, noun, bare=True) if takes_up(noun, "organisation") else None

    def _of_paper(self, tree: Tree, head: int) -> Speaker | None:
        """ "The statement said", "the communiqué added": of the one who was said to have given it out."""
        bare = tree.child(head, "compound", "poss", "prep", "amod", "acl") is None
        return self.stated if bare and is_definite(tree, head) and tree.tokens[head].lemma in PAPERS else None

    def _owner(self, tree: Tree, pronoun: str) -> Speaker | None:
        """Whom "its", "his" or "their" means: of bodies the last named one, or one without a name in the same sentence."""
        if pronoun in HE | SHE:
            return self._person(pronoun)
        here = [one for one in self.bodies if inside(tree, one.span)]
        named = [one for one in self.met[-_REACH:] if not one.person and (pronoun == "their" or not one.plural)]
        return max([*here, *named[-1:]], key=lambda one: one.span[0], default=None)

    def _alliance(self) -> Speaker | None:
        """The alliance that the report names, where it names but one."""
        named = {
            one.known_as: one
            for one in self.met
            if one.has_name and not one.person and set(folded(one.known_as)) & _ALLIANCES
        }
        if not named:
            named = {one.entity or "": one for one in self._alliances_of_entities()}
        return next(iter(named.values())) if len(named) == 1 else None

    def _alliances_of_entities(self) -> list[Speaker]:
        found = []
        for mention in self.article.mentions:
            called = {word for name in (mention.entity.name, *mention.entity.aliases) for word in folded(name)}
            if mention.entity.kind == "organisation" and called & _ALLIANCES and not mention.pronoun:
                span: Span = (mention.start, mention.end)
                words = self.article.report.text[slice(*span)]
                one = Speaker(
                    span=span, name_span=span, name=words, known_as=self.in_full(words), person=False, named=True, has_name=True,
                    entity=mention.entity.id, words=frozenset(called), type=type_of_body(mention.entity.name),
                )  # fmt: skip
                found.append(one)
        return found

    def _last(self, fits: Callable[[Speaker], bool]) -> Speaker | None:
        return next((one for one in reversed(self.met[-_REACH:]) if fits(one)), None)


# One without a name is taken up by his role ("the official") only while he is this near.
_NEAR = 6


def inside(tree: Tree, span: Span) -> bool:
    return tree.sentence.start <= span[0] and span[1] <= tree.sentence.end
