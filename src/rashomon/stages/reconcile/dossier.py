"""All that is known of one story when its claims are set side by side."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rashomon.model.claim import Claim, Link
from rashomon.model.entity import Entity, Mention
from rashomon.model.measure import TimeRow
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.reference.outlets import family_of
from rashomon.text.dates.english import MONTHS, WEEKDAYS
from rashomon.text.normalize import fold
from rashomon.text.segment import sentences

UNNAMED = "unnamed"
_DETERMINERS = frozenset("the a an its his her their this that these those some".split())
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True)
class Dossier:
    """`reports`, `claims` and `entities` by id; `voice_of` maps a report id to the voice id of its text."""

    story: Story
    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    links: tuple[Link, ...]
    voice_of: Mapping[str, str]
    entities: Mapping[str, Entity]
    times: tuple[TimeRow, ...] = ()

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
        return re.sub(r"\s*\([^)]*\)", "", self.reports[claim.report].outlet or "").strip() or "a report"

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
        place = self.position(claim)
        found = (other for other in self.claims_in(claim.report) if other.figure is not None and other.id != claim.id)
        return [other for other in found if self.position(other) == place]

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
        return {report: sorted(rows, key=lambda row: (row[0].start, row[0].end, row[1])) for report, rows in found.items()}

    def persons_in(self, report: str) -> list[tuple[Mention, str]]:
        """The mentions of persons in a report, pronouns aside, with the entity's id, in order of the text."""
        return self._persons.get(report, [])

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
        return frozenset(content_words(self.sentence_of(claim)))

    @cached_property
    def rarity(self) -> dict[str, float]:
        """How rare each word is over the story's sentences: 1 for once, falling to 0 for every sentence."""
        counts: dict[str, int] = {}
        total = 0
        for report, spans in self._sentences.items():
            text = self.reports[report].text
            for start, end in spans:
                total += 1
                for word in set(content_words(text[start:end])):
                    counts[word] = counts.get(word, 0) + 1
        return {word: 1 - (count - 1) / max(total, 1) for word, count in counts.items()}

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
        named = {
            entity.id
            for entity in self.entities.values()
            if entity.name.casefold().endswith(ends) and any(mention.report == report for mention in entity.mentions)
        }
        return named.pop() if len(named) == 1 else None

    def covers(self, entity: str | None, report: str, start: int, end: int) -> bool:
        """Whether most of the words `[start, end)` of a report are a mention of the entity."""
        found = self.entities.get(entity) if entity else None
        spans = [(m.start, m.end) for m in found.mentions if m.report == report] if found else []
        return any(2 * (min(e, end) - max(s, start)) > end - start for s, e in spans)

    def weigh(self, words: Iterable[str]) -> float:
        """The sum of the words' rarities."""
        return sum(self.rarity.get(word, 1.0) for word in words)

    def name_of(self, entity: str | None) -> str | None:
        """The entity's name; None for none, and for one that goes by a common noun ("government"): the words say more."""
        found = self.entities.get(entity) if entity else None
        return found.name if found and not found.name[:1].islower() else None


def bare(words: str) -> str:
    """The words folded, without a leading article."""
    return re.sub(r"^(?:the|a|an)\s+", "", " ".join(words.casefold().split()))


def content_words(text: str) -> list[str]:
    """Words of four letters and more, folded to one spelling, with a plain plural or past ending cut."""
    return [_stem(fold(word)) for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def texts_of(dossier: Dossier, claims: Iterable[Claim]) -> set[str]:
    return {dossier.text_of(claim) for claim in claims}


def speakers_of(dossier: Dossier, claims: Iterable[Claim]) -> set[str]:
    return {dossier.speaker_of(claim) for claim in claims}
