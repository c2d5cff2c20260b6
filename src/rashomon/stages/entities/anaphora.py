"""Words that stand for a name: "the president", "the former commander", "the organisation", he and she. Rules of salience:
right most of the time, silent where unsure. What stands in a quotation is another's voice: there only words that name the country are read."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.model.entity import Mention
from rashomon.model.reading import Token
from rashomon.reference.countries import country_of_demonym, country_of_name
from rashomon.reference.people import role_nouns
from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.names import body_words
from rashomon.stages.entities.pages import Line, Named, Page
from rashomon.stages.entities.roles import role_heads

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NEAR = 4  # sentences back that a pronoun may reach
_REMEMBERED = 400
_LEADS_A_STATE = frozenset("president premier chancellor king queen sultan emir monarch".split()) | {"prime minister"}
_LEADER = frozenset("leader ruler strongman".split())
# The heads under which a body may be called, by a word of its name.
_BODY_HEADS: Mapping[str, frozenset[str]] = {
    "organization": frozenset({"organization"}),
    "organisation": frozenset({"organization"}),
    "bloc": frozenset("organization union alliance league community association pact treaty".split()),
    "alliance": frozenset("organization alliance treaty pact".split()),
} | {
    word: frozenset({word})
    for word in "ministry council committee commission party agency company union court department".split()
}
_COUNTRY_WORDS = frozenset("country republic nation kingdom".split())
_TOWN_WORDS = frozenset("city town village".split())
_MALE, _FEMALE = (
    frozenset("mr sir lord king prince father".split()),
    frozenset("mrs ms miss lady queen princess sister".split()),
)


@dataclass
class Person:
    """What is known of a person in a story: the heads of the roles that reports give, and the countries named in them."""

    heads: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Seen:
    """A mention as the reader has passed it: in which sentence, whether as its subject."""

    cluster: Cluster
    line: int
    start: int
    subject: bool


def resolve(pages: Sequence[Page], clusters: Sequence[Cluster]) -> None:
    """Adds to the clusters the words that stand for them, report by report."""
    people = {id(cluster): _person(cluster) for cluster in clusters if cluster.kind == "person"}
    persons = [cluster for cluster in clusters if cluster.kind == "person"]
    bodies = {
        id(c): frozenset().union(*(body_words(one.text)[0] for one in c.named))
        for c in clusters
        if c.kind == "organisation"
    }
    named: dict[str, dict[int, list[tuple[Named, Cluster]]]] = {page.report.id: {} for page in pages}
    for cluster in clusters:
        for one in cluster.named:
            named[one.report].setdefault(one.line, []).append((one, cluster))
    for page in pages:
        _Reader(page, named[page.report.id], people, persons, bodies).read()


def _person(cluster: Cluster) -> Person:
    person = Person()
    for role in cluster.roles:
        person.heads |= role_heads(role.role)
        words = role.role.replace("’", "'").replace("'s", "").split()
        person.countries |= {c for word in words if (c := country_of_demonym(word) or _country(word))}
    return person


def _country(word: str) -> str | None:
    return country_of_name(word) if word[:1].isupper() else None


class _Reader:
    """Reads one page from top to bottom and keeps what it has seen."""

    def __init__(
        self,
        page: Page,
        named: Mapping[int, list[tuple[Named, Cluster]]],
        people: Mapping[int, Person],
        persons: Sequence[Cluster],
        bodies: Mapping[int, frozenset[str]],
    ) -> None:
        self.page, self.named, self.people, self.persons, self.bodies = page, named, people, persons, bodies
        self.seen: list[Seen] = []
        self.quoted = _quoted(page.report.text)

    def read(self) -> None:
        for index, line in enumerate(self.page.lines):
            events = [(one.start, one, cluster) for one, cluster in self.named.get(index, ())]
            held = {i for one, _ in self.named.get(index, ()) for i in range(one.found.first, one.found.last)}
            held |= {
                i
                for one, _ in self.named.get(index, ())
                if one.found.title is not None
                for i in range(one.found.title, one.found.last)
            }
            for position, token in enumerate(line.reading.tokens):
                at = line.start + token.start
                for start, one, cluster in events:
                    if start == at:
                        head = line.reading.tokens[one.found.last - 1]
                        self.seen.append(Seen(cluster, index, start, head.dep in _SUBJECTS))
                if position not in held:
                    self._token(index, line, position)

    def _lately(self) -> list[Seen]:
        """What was passed last; of a very long report not all, so that the cost stays linear."""
        return self.seen[-_REMEMBERED:]

    def _in_quotation(self, at: int) -> bool:
        before = bisect_left(self.quoted, (at, at)) - 1
        return before >= 0 and self.quoted[before][0] < at < self.quoted[before][1]

    def _token(self, index: int, line: Line, position: int) -> None:
        token = line.reading.tokens[position]
        word = token.text.casefold()
        if word in _HE | _SHE:
            if not self._in_quotation(line.start + token.start):
                self._add(self._for_pronoun(index, word in _SHE), index, line, (position, position + 1), True, token)
        elif token.pos in ("NOUN", "PROPN"):
            span = _description(line.reading.tokens, position)
            if span and (_countries(line.reading.tokens, span) or not self._in_quotation(line.start + token.start)):
                chosen, as_pronoun = self._for_description(index, line, position, span)
                self._add(chosen, index, line, span, as_pronoun, token)

    def _add(
        self, cluster: Cluster | None, index: int, line: Line, span: tuple[int, int], as_pronoun: bool, head: Token
    ) -> None:
        if cluster is None:
            return
        tokens = line.reading.tokens
        start, end = line.start + tokens[span[0]].start, line.start + tokens[span[1] - 1].end
        mention = Mention(report=self.page.report.id, start=start, end=end, pronoun=as_pronoun)
        cluster.extra.append((mention, line.reading.text[start - line.start : end - line.start]))
        self.seen.append(Seen(cluster, index, start, head.dep in _SUBJECTS))

    def _for_pronoun(self, index: int, she: bool) -> Cluster | None:
        """The subject last passed, within reach; else the only person within reach."""
        near = [
            s
            for s in self._lately()
            if s.cluster.kind == "person" and s.line >= index - _NEAR and _may_be(s.cluster, she)
        ]
        subjects = [s for s in near if s.subject]
        if subjects:
            return subjects[-1].cluster
        return near[-1].cluster if len({id(s.cluster) for s in near}) == 1 else None

    def _for_description(
        self, index: int, line: Line, position: int, span: tuple[int, int]
    ) -> tuple[Cluster | None, bool]:
        tokens = line.reading.tokens
        word = tokens[position].text.casefold()
        if word in _COUNTRY_WORDS | _TOWN_WORDS:
            return (self._place_called(index, word) if span[1] - span[0] == 1 else None), True
        if word in _BODY_HEADS:
            return (self._body_called(word) if span[1] - span[0] == 1 else None), False
        if word in role_nouns() and not self._is_role_of_next(index, line, span[1]):
            countries = _countries(tokens, span) or self._owner(index, tokens, span[0])
            return self._person_called(_role_word(tokens, position), countries), False
        return None, False

    def _person_called(self, word: str, countries: set[str]) -> Cluster | None:
        """The person last passed whose role this is; a country that is named must be the role's. Else, with a country named,
        the one person of the story with that role."""
        passed = [s.cluster for s in reversed(self._lately()) if s.cluster.kind == "person"]
        for cluster in passed:
            if self._has_role(cluster, word, countries):
                return cluster
        everyone = [c for c in self.persons if countries and self._has_role(c, word, countries)]
        return everyone[0] if len(everyone) == 1 else None

    def _owner(self, index: int, tokens: tuple[Token, ...], first: int) -> set[str]:
        """The country in "the country's president"."""
        if first > 1 and tokens[first - 1].text in ("'s", "’s"):
            if tokens[first - 2].text.casefold() in _COUNTRY_WORDS:
                place = self._place_called(index, tokens[first - 2].text.casefold())
                return {place.country} if place and place.country else set()
            named = _country(tokens[first - 2].text)
            return {named} if named else set()
        return set()

    def _is_role_of_next(self, index: int, line: Line, last: int) -> bool:
        """Whether a person's name comes right behind: "the commander, General NAME" is that name's role and no word for another."""
        tokens = line.reading.tokens
        after = last + (last < len(tokens) and tokens[last].text == ",")
        starts = {
            one.found.title if one.found.title is not None else one.found.first
            for one, c in self.named.get(index, ())
            if c.kind == "person"
        }
        return after in starts or (after == last < len(tokens) and tokens[last].pos == "PROPN")

    def _has_role(self, cluster: Cluster, word: str, countries: set[str]) -> bool:
        person = self.people[id(cluster)]
        leads = word in _LEADER and bool(person.heads & _LEADS_A_STATE) and bool(countries)
        return (word in person.heads or leads) and (not countries or bool(countries & person.countries))

    def _body_called(self, word: str) -> Cluster | None:
        heads = _BODY_HEADS[word]
        for seen in reversed(self._lately()):
            if seen.cluster.kind == "organisation" and any(
                heads & body_words(one.text)[0] for one in seen.cluster.named
            ):
                return seen.cluster
        return None

    def _place_called(self, index: int, word: str) -> Cluster | None:
        kind = "country" if word in _COUNTRY_WORDS else "city"
        passed = [s for s in self._lately() if s.cluster.place and s.cluster.place.kind == kind]
        if kind == "city":
            return passed[-1].cluster if passed and passed[-1].line >= index - 2 else None
        counts = Counter(id(s.cluster) for s in passed)
        near = [s for s in passed if s.line >= index - 5] or passed
        return max(near, key=lambda s: (counts[id(s.cluster)], s.start)).cluster if near else None


def _description(tokens: tuple[Token, ...], position: int) -> tuple[int, int] | None:
    """The words of "the former commander", "the president of Oman" without their article; None where no "the" opens them."""
    if tokens[position].tag not in ("NN", "NNP"):
        return None
    first = position
    while (
        first > 0
        and tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN")
        and tokens[first - 1].dep in ("amod", "compound", "nmod")
    ):
        first -= 1
    opened = first > 0 and tokens[first - 1].text.casefold() in ("the", "'s", "’s")
    whole = (
        position + 1 == len(tokens)
        or tokens[position + 1].pos not in ("NOUN", "PROPN")
        or tokens[position + 1].text[:1].isupper()
    )
    if not opened or not whole:
        return None
    last = position + 1
    if last + 1 < len(tokens) and tokens[last].text == "of" and _country(tokens[last + 1].text):
        last += 2
    elif last < len(tokens) and tokens[last].text in ("of", "for", "-"):
        return None
    return first, last


def _role_word(tokens: tuple[Token, ...], position: int) -> str:
    pair = f"{tokens[position - 1].text} {tokens[position].text}".casefold() if position else ""
    return pair if pair in role_nouns() else tokens[position].text.casefold()


def _countries(tokens: tuple[Token, ...], span: tuple[int, int]) -> set[str]:
    return {c for t in tokens[span[0] : span[1]] if (c := country_of_demonym(t.text) or _country(t.text))}


def _may_be(cluster: Cluster, she: bool) -> bool:
    titles = {word for role in cluster.titles for word in role.casefold().replace(".", "").split()}
    return not titles & (_MALE if she else _FEMALE)


_QUOTED = re.compile(r"“[^”]{1,2000}”|\"[^\"\n]{1,2000}\"|«[^»]{1,2000}»")


def _quoted(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _QUOTED.finditer(text)]
