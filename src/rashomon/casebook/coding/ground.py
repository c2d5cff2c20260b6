"""What coders judge: the rows of a record as the program read it, looked up by the anchors of judgements."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rashomon.casebook.coding.values import Value, of_claim, of_finding, of_places, of_row
from rashomon.model.agreement import Passage
from rashomon.model.claim import Claim
from rashomon.model.entity import Entity
from rashomon.model.judgement import CLAIM, ENTITY, FINDING, OUTLET
from rashomon.model.record import Finding, Record, ReportRow

_LONGEST = 120  # characters of a title
_PASSAGES = 3  # shown of one row


class Ground:
    """The rows of one or more records, none of them shaped by judgements of claims, findings and entities."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.reports: dict[str, ReportRow] = {}
        self.claims: dict[str, Claim] = {}
        self.findings: dict[str, Finding] = {}
        self.entities: dict[str, Entity] = {}
        self._finding_of: dict[str, list[str]] = defaultdict(list)
        self._entity_at: dict[str, str] = {}
        for record in records:
            self._take(record)

    def _take(self, record: Record) -> None:
        self.reports |= {row.id: row for row in record.reports}
        self.claims |= {row.id: row for row in record.claims}
        self.findings |= {row.id: row for row in record.findings}
        self.entities |= {row.id: row for row in record.entities}
        for finding in record.findings:
            for claim in claims_of(finding):
                self._finding_of[claim].append(finding.id)
        for entity in record.entities:
            self._entity_at |= {f"{each.report}@{each.start}-{each.end}": entity.id for each in entity.mentions}

    @property
    def outlets(self) -> set[str]:
        return {row.outlet for row in self.reports.values() if row.outlet}

    def findings_of(self, claim: str) -> Sequence[str]:
        """The findings that it answers."""
        return self._finding_of.get(claim, ())

    def home(self, of: str, anchors: Sequence[str]) -> str | None:
        """The row that these anchors mean, all told the one that holds most of them; None where the record has none."""
        if of == FINDING:
            held = Counter(finding for each in anchors for finding in self._finding_of.get(each, ()))
        elif of == ENTITY:
            held = Counter(self._entity_at[each] for each in anchors if each in self._entity_at)
        else:
            held = Counter(each for each in anchors if self._there(of, each))
        return min(held, key=lambda row: (-held[row], row)) if held else None

    def _there(self, of: str, anchor: str) -> bool:
        if of == OUTLET:
            return anchor in self.outlets
        return anchor in self.claims if of == CLAIM else anchor in self.reports

    def value(self, of: str, row: str, field: str) -> Value | None:
        """What the program read there."""
        if of == CLAIM:
            claim = self.claims[row]
            if field == "place" and claim.kind != "statement":
                return of_places(self.entities[each].name for each in claim.places if each in self.entities)
            return of_claim(claim, field)
        if of == FINDING:
            return of_finding(self.findings[row], field)
        return of_row(self.entities[row] if of == ENTITY else self.reports[row], field)

    def title(self, row: str) -> str:
        """A few words that name a row, an outlet, or words that mean an entity."""
        if row in self.claims:
            return _short(self.claims[row].quote)
        if row in self.findings:
            return self.findings[row].question
        if row in self.entities:
            return self.entities[row].name
        if row in self.reports:
            return _short(self.reports[row].title or self.reports[row].source)
        return next((each.text for each in self.words(row)), row)

    def words(self, row: str) -> tuple[Passage, ...]:
        """Where it stands in the reports, some of the places at most."""
        if row in self.claims:
            claim = self.claims[row]
            return self._passages([(claim.report, claim.start, claim.end)])
        if row in self.findings:
            claims = [self.claims[each] for each in claims_of(self.findings[row]) if each in self.claims]
            return self._passages([(each.report, each.start, each.end) for each in claims])
        if row in self.entities:
            return self._passages([(each.report, each.start, each.end) for each in self.entities[row].mentions])
        report, _, span = row.partition("@")
        start, dash, end = span.partition("-")
        return (
            self._passages([(report, int(start), int(end))]) if dash and start.isdecimal() and end.isdecimal() else ()
        )

    def _passages(self, spans: Sequence[tuple[str, int, int]]) -> tuple[Passage, ...]:
        there = [(report, start, end) for report, start, end in spans if report in self.reports][:_PASSAGES]
        return tuple(
            Passage(report=report, start=start, end=end, text=self.reports[report].text[start:end])
            for report, start, end in there
        )


def claims_of(finding: Finding) -> tuple[str, ...]:
    return tuple(claim for answer in finding.answers for claim in answer.claims)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
