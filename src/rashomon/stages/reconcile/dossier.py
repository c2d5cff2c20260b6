"""All that is known of one story when its claims are set side by side."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, TypeVar, cast

from rashomon.model.claim import Claim, Link
from rashomon.model.entity import Entity, Mention
from rashomon.model.measure import TimeRow
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.reference.outlets import family_of
from rashomon.text.dates.english import MONTHS, WEEKDAYS
from rashomon.text.normalize import fold
from rashomon.text.segment import sentences

T = TypeVar("T")
UNNAMED = "unnamed"
_DETERMINERS = frozenset("the a an its his her their this that these those some".split())
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True)
class Dossier:
    """`reports`, `claims` and `entities` by id; `voice_of` maps a report id to the voice id of its text; `doubted` are the reports whose
    outlets persons rate unreliable."""

    story: Story
    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    links: tuple[Link, ...]
    voice_of: Mapping[str, str]
    entities: Mapping[str, Entity]
    times: tuple[TimeRow, ...] = ()
    doubted: frozenset[str] = frozenset()

    @cached_property
    def _once(self) -> dict[tuple[object, ...], tuple[object, Any]]:
        return {}

    def once(self, of: "Callable[..., T]", what: object, *more: str) -> T:
        """What `of(dossier, what, *more)` gives, worked out once: a claim, or the claims of an answer, are set against many
        others. `what` is known by its identity, and is kept so that it stays its own."""
        key = (of, id(what), *more)
        known = self._once.get(key)
        if known is None:
            known = self._once[key] = (what, of(self, what, *more))
        return cast("T", known[1])

    def text_of(self, claim: Claim) -> str:
        """The voice of the text that the claim's words come from."""
        return claim.origin or self.voice_of[claim.report]

    def speaker_of(self, claim: Claim) -> str:
        """Who vouches in the end: the voice of the last link, its text where the report speaks itself."""
        if not claim.attribution:
            return self.text_of(claim)
        return claim.attribution[-1].voice or UNNAMED

    def speaker_name(self, claim: Claim) -> str:
        """The last speaker as worded, else the outlet's name, else "a report"."""
        if claim.attribution:
            return claim.attribution[-1].name
        return self.outlet_name(claim)

    def outlet_of(self, claim: Claim) -> str | None:
        """The publisher as the report names it; None for all unknown publishers, which count one together."""
        return self.reports[claim.report].outlet

    def family_of(self, claim: Claim) -> str | None:
        """The group that owns the publisher and others, else the publisher."""
        report = self.reports[claim.report]
        return family_of(report.outlet or "", report.url) or report.outlet

    def outlet_name(self, claim: Claim) -> str:
        """The outlet of the claim's report without what stands in brackets; "a report" where unknown."""
        return publisher(self.reports[claim.report].outlet or "") or "a report"

    def published(self, claim: Claim) -> str:
        """When the claim's report came out, as ISO text; empty where unknown. Times sort behind the bare day."""
        return self.reports[claim.report].published or self.story.days.get(claim.report, "")

    def day_of(self, claim: Claim) -> str:
        """The day that the claim's report came out; empty where unknown."""
        return self.published(claim)[:10]

    @cached_property
    def _sentences(self) -> dict[str, list[tuple[int, int]]]:
        return {report.id: list(sentences(report.text)) for report in self.reports.values()}

    @cached_property
    def _by_report(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            found.setdefault(claim.report, []).append(claim)
        return found

    def claims_in(self, report: str) -> list[Claim]:
        """The claims of a report."""
        return self._by_report.get(report, [])

    def figures_beside(self, claim: Claim) -> list[Claim]:
        """The other figure claims of the claim's sentence."""
        beside = self._figures.get((claim.report, self.position(claim)), ())
        return [other for other in beside if other.id != claim.id]

    @cached_property
    def _figures(self) -> dict[tuple[str, int], list[Claim]]:
        found: dict[tuple[str, int], list[Claim]] = {}
        for claim in self.claims.values():
            if claim.figure is not None:
                found.setdefault((claim.report, self.position(claim)), []).append(claim)
        return found

    @cached_property
    def _times(self) -> dict[str, list[TimeRow]]:
        found: dict[str, list[TimeRow]] = {}
        for time in self.times:
            found.setdefault(time.report, []).append(time)
        return found

    def times_in(self, report: str) -> list[TimeRow]:
        """The date expressions of a report."""
        return self._times.get(report, [])

    @cached_property
    def _events(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            if claim.event is not None:
                found.setdefault(claim.report, []).append(claim)
        return found

    def events_of(self, report: str) -> list[Claim]:
        """The event claims of a report."""
        return self._events.get(report, [])

    @cached_property
    def _persons(self) -> dict[str, list[tuple[Mention, str]]]:
        found: dict[str, list[tuple[Mention, str]]] = {}
        for entity in self.entities.values():
            for mention in entity.mentions if entity.kind == "person" else ():
                if not mention.pronoun:
                    found.setdefault(mention.report, []).append((mention, entity.id))
        return {
            report: sorted(rows, key=lambda row: (row[0].start, row[0].end, row[1])) for report, rows in found.items()
        }

    def persons_in(self, report: str) -> list[tuple[Mention, str]]:
        """The mentions of persons in a report, pronouns aside, with the entity's id, in order of the text."""
        return self._persons.get(report, [])

    @cached_property
    def main_language(self) -> str:
        """The language of most of the story's reports."""
        counts: dict[str, int] = {}
        for report in self.reports.values():
            counts[report.language] = counts.get(report.language, 0) + 1
        return max(sorted(counts), key=counts.__getitem__, default="und")

    def sentences_of(self, report: str) -> list[tuple[int, int]]:
        """`[start, end)` of each sentence of a report, in order."""
        return self._sentences[report]

    def position_at(self, report: str, offset: int) -> int:
        """The index of the sentence in which the offset stands, else of the one before it."""
        return max(0, bisect_right(self._sentences[report], (offset, 1 << 60)) - 1)

    def position(self, claim: Claim) -> int:
        """The index of the sentence in which the claim's own words stand."""
        own = claim.figure or claim.event
        return self.position_at(claim.report, own.start if own else claim.start)

    def span_of(self, claim: Claim) -> tuple[int, int]:
        """`[start, end)` of the sentence in which the claim's own words stand; the claim's own where the text has none."""
        spans = self._sentences[claim.report]
        return spans[self.position(claim)] if spans else (claim.start, claim.end)

    def sentence_of(self, claim: Claim) -> str:
        """The words of the sentence in which the claim starts; its quote where the text has no sentence there."""
        spans = self._sentences[claim.report]
        if not spans:
            return claim.quote
        start, end = spans[self.position(claim)]
        return self.reports[claim.report].text[start : max(end, claim.end)]

    def words_of(self, claim: Claim) -> frozenset[str]:
        """The content words of the claim's sentence: four letters and more, folded."""
        return self.words_in(self.sentence_of(claim))

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        return {}

    def words_in(self, text: str) -> frozenset[str]:
        """The distinct content words of a text, which is looked at once however many reports print it."""
        known = self._words.get(text)
        if known is None:
            known = self._words[text] = frozenset(content_words(text))
        return known

    @cached_property
    def _more(self) -> tuple[dict[str, int], int]:
        """In how many sentences of the story, beyond one, each word stands; and the number of all sentences, at least 1."""
        counts: Counter[str] = Counter()
        for report, spans in self._sentences.items():
            text = self.reports[report].text
            for start, end in spans:
                counts.update(self.words_in(text[start:end]))
        sentences_in_all = sum(len(spans) for spans in self._sentences.values())
        return {word: count - 1 for word, count in counts.items() if count > 1}, max(sentences_in_all, 1)

    @cached_property
    def _weights(self) -> dict[frozenset[str], float]:
        return {}

    @cached_property
    def _named(self) -> dict[str, str | None]:
        """Folded role, name or alias → the one entity that goes by it; None where several do."""
        found: dict[str, str | None] = {}
        for entity in self.entities.values():
            for words in {bare(w) for w in (entity.name, *entity.aliases, *(role.role for role in entity.roles))}:
                found[words] = entity.id if found.get(words, entity.id) == entity.id else None
        return found

    @cached_property
    def _name_words(self) -> frozenset[str]:
        return frozenset(
            word
            for entity in self.entities.values()
            for name in (entity.name, *entity.aliases)
            for word in name.split()
        )

    def within_sentence(self, words: str) -> str:
        """The words as they stand within a sentence: a capital that only began one is small, a title's, a name's or a month's stays."""
        first, _, rest = words.partition(" ")
        if rest[:1].isupper() and first.casefold() not in _DETERMINERS:
            return words
        named = first in self._name_words or first in MONTHS or first in WEEKDAYS
        capital = first[:1].isupper() and first[1:].islower() and not named
        return words[:1].lower() + words[1:] if capital else words

    def meant_by(self, words: str) -> str | None:
        """The entity that goes by the words ("the President of Verdania"), where only one does."""
        return self._named.get(bare(words))

    def taken_up(self, report: str, words: str) -> str | None:
        """The named body that a definite noun takes up ("the federation"): the only one in the report whose name ends in it."""
        if not re.match(r"the \w+$", " ".join(words.casefold().split())):
            return None
        ends = f" {bare(words)}"
        named = {entity.id for entity, _ in self.mentions_in(report) if entity.name.casefold().endswith(ends)}
        return named.pop() if len(named) == 1 else None

    @cached_property
    def _mentions(self) -> dict[str, dict[str, list[Mention]]]:
        """Report id → entity id → its mentions there; entities in their order."""
        found: dict[str, dict[str, list[Mention]]] = {}
        for key, entity in self.entities.items():
            for mention in entity.mentions:
                found.setdefault(mention.report, {}).setdefault(key, []).append(mention)
        return found

    def mentions_in(self, report: str) -> Iterable[tuple[Entity, list[Mention]]]:
        """The entities that a report mentions, each with its mentions there, in the order of `entities`."""
        return ((self.entities[key], mentions) for key, mentions in self._mentions.get(report, {}).items())

    def mentions_of(self, entity: str | None, report: str) -> Sequence[Mention]:
        """The mentions of one entity in one report."""
        return self._mentions.get(report, {}).get(entity or "", ())

    def covers(self, entity: str | None, report: str, start: int, end: int) -> bool:
        """Whether most of the words `[start, end)` of a report are a mention of the entity."""
        spans = self.mentions_of(entity, report)
        return any(2 * (min(m.end, end) - max(m.start, start)) > end - start for m in spans)

    def weigh(self, words: frozenset[str]) -> float:
        """The sum of the words' rarities: each 1 for a word of one sentence, falling to 0 for a word of every sentence.

        Counts are whole numbers, so that the sum is the same in whatever order the words come."""
        more, total = self._more
        return len(words) - sum([more.get(word, 0) for word in words]) / total

    def weight_of(self, words: frozenset[str]) -> float:
        """As `weigh`, of words that are asked for again and again: those of a sentence."""
        known = self._weights.get(words)
        if known is None:
            known = self._weights[words] = self.weigh(words)
        return known

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The weight of the words that both hold by the weight of those that either holds, 0-1."""
        both = self.weigh(a & b)
        either = self.weight_of(a) + self.weight_of(b) - both
        return both / either if either > 0 else 0.0

    def share(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The share of the first's weight that the second holds, 0-1."""
        total = self.weight_of(a)
        return self.weigh(a & b) / total if total else 0.0

    @cached_property
    def _mentioned(self) -> dict[str, list[tuple[int, int, str]]]:
        found: dict[str, list[tuple[int, int, str]]] = {}
        for entity in self.entities.values():
            for mention in entity.mentions:
                if not mention.pronoun:
                    found.setdefault(mention.report, []).append((mention.start, mention.end, entity.id))
        return found

    def named_within(self, report: str, start: int, end: int) -> str:
        """The place, organisation or group whose name, or whose people's, stands first in `[start, end)`; empty for none."""
        inside = [
            (first, entity)
            for first, last, entity in self._mentioned.get(report, ())
            if start <= first and last <= end and self.entities[entity].kind in ("place", "organisation")
        ]
        return min(inside)[1] if inside else ""

    def name_of(self, entity: str | None) -> str | None:
        """The entity's name; None for none, and for one that goes by a common noun ("government"): the words say more."""
        found = self.entities.get(entity) if entity else None
        return found.name if found and not found.name[:1].islower() else None


def publisher(outlet: str) -> str:
    """The outlet's name without what stands in brackets."""
    return re.sub(r"\s*\([^)]*\)", "", outlet).strip()


def bare(words: str) -> str:
    """The words folded, without a leading article."""
    return re.sub(r"^(?:the|a|an)\s+", "", " ".join(words.casefold().split()))


def content_words(text: str) -> list[str]:
    """Words of four letters and more, folded to one spelling, with a plain plural or past ending cut."""
    return [_stem(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    word = fold(word)
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def texts_of(dossier: Dossier, claims: tuple[Claim, ...]) -> frozenset[str]:
    return dossier.once(_texts, claims)


def speakers_of(dossier: Dossier, claims: tuple[Claim, ...]) -> frozenset[str]:
    return dossier.once(_speakers, claims)


def _texts(dossier: Dossier, claims: tuple[Claim, ...]) -> frozenset[str]:
    return frozenset(dossier.text_of(claim) for claim in claims)


def _speakers(dossier: Dossier, claims: tuple[Claim, ...]) -> frozenset[str]:
    return frozenset(dossier.speaker_of(claim) for claim in claims)
