"""The rows of a record, looked up for flags: what a report is called, what a claim answers, and which claims came later than a judgement."""

from collections import defaultdict
from collections.abc import Iterable

from rashomon.model.claim import Claim
from rashomon.model.judgement import OUTLET, Judgement, report_in
from rashomon.model.record import Finding, Record, ReportRow

_NAMED = 3  # outlets that a sentence names


class Rows:
    """A record's rows by their ids."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.reports: dict[str, ReportRow] = {row.id: row for row in record.reports}
        self.claims: dict[str, Claim] = {row.id: row for row in record.claims}
        self.findings: dict[str, Finding] = {row.id: row for row in record.findings}
        self._answers: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for finding in record.findings:
            for number, answer in enumerate(finding.answers):
                for claim in answer.claims:
                    self._answers[claim].append((finding.id, number))

    def answers(self, claim: str) -> list[tuple[Finding, int]]:
        """The findings that the claim answers, each with the position of its answer."""
        return [(self.findings[finding], number) for finding, number in self._answers.get(claim, ())]

    def claims_of(self, finding: Finding, number: int) -> list[Claim]:
        return [self.claims[each] for each in finding.answers[number].claims if each in self.claims]

    def day(self, claim: Claim) -> str:
        """The day on which its report came out; empty where that is not known."""
        return (self.reports[claim.report].published or "")[:10] if claim.report in self.reports else ""

    def text_of(self, claim: Claim) -> str:
        """The voice of the text that it goes back to."""
        return claim.origin or self.reports[claim.report].voice

    def named(self, claims: Iterable[Claim]) -> str:
        """Whose the claims are: their outlets, else their reports' titles or files, in order of day."""
        in_order = sorted(claims, key=lambda claim: (self.day(claim), claim.report))
        names = list(dict.fromkeys(self.name(claim.report) for claim in in_order))
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        return f"{', '.join(names[:_NAMED])}{more}"

    def name(self, report: str) -> str:
        row = self.reports[report]
        return row.outlet or row.title or row.source.rsplit("/", 1)[-1]


class Later:
    """Which claims and reports came after a judgement: those of which nothing was among what its maker had before him.

    Where nobody says what he had, a report is later that came out on a later day."""

    def __init__(self, judgement: Judgement, rows: Rows) -> None:
        on = (*judgement.on, *judgement.against) if judgement.of != OUTLET else ()
        self._rows = rows
        self._seen = {*judgement.seen, *on}
        self._reports = {rows.claims[each].report if each in rows.claims else report_in(each) for each in self._seen}
        self._when = judgement.when[:10]
        self._tells = bool(judgement.seen)

    def report(self, report: str) -> bool:
        published = self._rows.reports[report].published or ""
        return report not in self._reports and (self._tells or published[:10] > self._when)

    def claim(self, claim: Claim) -> bool:
        return claim.id not in self._seen and self.report(claim.report)
