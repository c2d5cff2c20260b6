"""Words that stand for a name: "the president", "the former commander", "the organisation", he and she. Rules of salience:
right most of the time, silent where unsure. What stands in a quotation is another's voice: there only words that name the country are read."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.model.entity import Mention
from rashomon.model.reading import Token
from rashomon.reference.people import role_nouns
from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.descriptions import (
    BODY_HEADS,
    COUNTRY_WORDS,
    TOWN_WORDS,
    countries_in,
    country_of_word,
    description_at,
)
from rashomon.stages.entities.names import body_words
from rashomon.stages.entities.offices import Description, Person, can_mean, description_of, person_of, tells_which
from rashomon.stages.entities.pages import Line, Named, Page
from rashomon.stages.entities.pronouns import SEX, SUBJECTS, Seen, meant_by_pronoun, nameless, speaks

_REMEMBERED = 400


def resolve(pages: Sequence[Page], clusters: Sequence[Cluster]) -> None:
    """Adds to the clusters the words that stand for them, report by report."""
    people = {id(cluster): person_of(cluster) for cluster in clusters if cluster.kind == "person"}
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
                        self._pass(cluster, index, start, line, one.found.last - 1)
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
        if word in SEX:
            if not self._in_quotation(line.start + token.start):
                chosen = meant_by_pronoun(self._lately(), line.reading.tokens, position, index)
                self._add(chosen, index, line, (position, position + 1), True, position)
        elif token.pos in ("NOUN", "PROPN"):
            span = description_at(line.reading.tokens, position)
            if span and (countries_in(line.reading.tokens, span) or not self._in_quotation(line.start + token.start)):
                chosen, as_pronoun = self._for_description(index, line, position, span)
                self._add(chosen, index, line, span, as_pronoun, position)
                if chosen is not None:
                    return
            sex = nameless(line.reading.tokens, position)
            if sex and not self._is_role_of_next(index, line, position + 1):
                tokens = line.reading.tokens
                speaking = speaks(tokens, position)
                start = line.start + token.start
                self.seen.append(Seen(None, index, start, token.dep in SUBJECTS, speaking, sex))

    def _add(
        self, cluster: Cluster | None, index: int, line: Line, span: tuple[int, int], as_pronoun: bool, head: int
    ) -> None:
        if cluster is None:
            return
        tokens = line.reading.tokens
        start, end = line.start + tokens[span[0]].start, line.start + tokens[span[1] - 1].end
        mention = Mention(report=self.page.report.id, start=start, end=end, pronoun=as_pronoun)
        cluster.extra.append((mention, line.reading.text[start - line.start : end - line.start]))
        self._pass(cluster, index, start, line, head)

    def _pass(self, cluster: Cluster, index: int, start: int, line: Line, head: int) -> None:
        tokens = line.reading.tokens
        sex = self.people[id(cluster)].sex if cluster.kind == "person" else "-"
        self.seen.append(Seen(cluster, index, start, tokens[head].dep in SUBJECTS, speaks(tokens, head), sex))

    def _for_description(
        self, index: int, line: Line, position: int, span: tuple[int, int]
    ) -> tuple[Cluster | None, bool]:
        tokens = line.reading.tokens
        word = tokens[position].text.casefold()
        if word in COUNTRY_WORDS | TOWN_WORDS:
            return (self._place_called(index, word) if span[1] - span[0] == 1 else None), True
        if word in BODY_HEADS:
            return (self._body_called(word) if span[1] - span[0] == 1 else None), False
        if word in role_nouns() and not self._is_role_of_next(index, line, span[1]):
            return self._person_called(
                description_of(tokens, span, position, self._owner(index, tokens, span[0]))
            ), False
        return None, False

    def _person_called(self, said: Description) -> Cluster | None:
        """The person last passed whose office this is. Else, where it is told whose office, the one person of the story with it."""
        passed = [s.cluster for s in reversed(self._lately()) if s.cluster and s.cluster.kind == "person"]
        fits = [cluster for cluster in dict.fromkeys(map(id, passed)) if can_mean(self.people[cluster], said)]
        now = [key for key in fits if said.head in self.people[key].heads] or fits
        if now:
            return next(cluster for cluster in passed if id(cluster) == now[0])
        everyone = [c for c in self.persons if tells_which(said) and can_mean(self.people[id(c)], said)]
        return everyone[0] if len(everyone) == 1 else None

    def _owner(self, index: int, tokens: tuple[Token, ...], first: int) -> set[str]:
        """The country in "the country's president"."""
        if first > 1 and tokens[first - 1].text in ("'s", "’s"):
            if tokens[first - 2].text.casefold() in COUNTRY_WORDS:
                place = self._place_called(index, tokens[first - 2].text.casefold())
                return {place.country} if place and place.country else set()
            named = country_of_word(tokens[first - 2].text)
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

    def _body_called(self, word: str) -> Cluster | None:
        heads = BODY_HEADS[word]
        for seen in reversed(self._lately()):
            if (
                seen.cluster
                and seen.cluster.kind == "organisation"
                and any(heads & body_words(one.text)[0] for one in seen.cluster.named)
            ):
                return seen.cluster
        return None

    def _place_called(self, index: int, word: str) -> Cluster | None:
        kind = "country" if word in COUNTRY_WORDS else "city"
        passed = [s for s in self._lately() if s.cluster and s.cluster.place and s.cluster.place.kind == kind]
        if kind == "city":
            return passed[-1].cluster if passed and passed[-1].line >= index - 2 else None
        counts = Counter(id(s.cluster) for s in passed)
        near = [s for s in passed if s.line >= index - 5] or passed
        return max(near, key=lambda s: (counts[id(s.cluster)], s.start)).cluster if near else None


_QUOTED = re.compile(r"“[^”]{1,2000}”|\"[^\"\n]{1,2000}\"|«[^»]{1,2000}»")


def _quoted(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _QUOTED.finditer(text)]
