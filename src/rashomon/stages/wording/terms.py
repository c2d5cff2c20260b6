"""A wording where it stands, with who says it and whether it judges."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from rashomon.model.claim import Claim
from rashomon.model.entity import Entity
from rashomon.model.record import Term
from rashomon.model.report import Report
from rashomon.reference.loaded import judges

Place = tuple[str, int, int]  # a report's id and `[start, end)` of its text
_ARTICLE = re.compile(r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|some)\s+", re.IGNORECASE)
LONGEST = 60  # characters of a wording
_TERMS = 200  # of one row; a wording that stands a thousand times is shown once a report and speaker


def fold(text: str) -> str:
    """A wording without its article and case."""
    return bare(" ".join(text.split())).casefold()


def bare(text: str) -> str:
    return _ARTICLE.sub("", text)


class Terms:
    """Makes terms of places in a story's reports."""

    def __init__(self, reports: Sequence[Report], claims: Sequence[Claim], entities: Sequence[Entity]) -> None:
        self.reports = {report.id: report for report in reports}
        self._names = {entity.id: entity.name for entity in entities}
        self._attributed: dict[str, list[tuple[int, int, Claim]]] = defaultdict(list)
        for claim in sorted((claim for claim in claims if claim.attribution), key=lambda one: _vouched(one)[0]):
            self._attributed[claim.report].append((*_vouched(claim), claim))

    def text(self, place: Place) -> str:
        report, start, end = place
        return self.reports[report].text[start:end]

    def name(self, entity: str) -> str:
        """ "" for what is none of the story's."""
        return self._names.get(entity, "")

    def of(self, places: Sequence[Place]) -> tuple[Term, ...]:
        """Each wording once for each report and speaker: its first place."""
        seen: dict[tuple[str, str, str | None], Term] = {}
        for place in sorted(places):
            report, start, end = place
            text, speaker = self.text(place), self._speaker(place)
            kind = judges(text)
            term = Term(
                report=report, text=text, start=start, end=end, speaker=speaker, loaded=kind is not None, judges=kind
            )
            seen.setdefault((report, fold(text), speaker), term)
        return tuple(sorted(seen.values(), key=lambda term: (term.report, term.start)))[:_TERMS]

    def _speaker(self, place: Place) -> str | None:
        """Who says the words: the last link of the narrowest claim with a chain that holds them; None for the report itself."""
        report, start, end = place
        attributed = self._attributed[report]
        until = bisect_right(attributed, start, key=lambda row: row[0])
        holding = [(last - first, claim.id, claim) for first, last, claim in attributed[:until] if end <= last]
        return self._name(min(holding, key=lambda row: row[:2])[2]) if holding else None

    def _name(self, claim: Claim) -> str:
        """A body without a name ("government") is called by the report's own words: they say more."""
        source = claim.attribution[-1]
        name = self._names.get(source.entity or "", "")
        return name if name and not name[0].islower() else source.name


def _vouched(claim: Claim) -> tuple[int, int]:
    """What the chain vouches for: a statement's content, else the claim's clause."""
    if claim.statement is not None:
        return claim.statement.content_start, claim.statement.content_end
    own = claim.event or claim.figure or claim
    return own.start, own.end
