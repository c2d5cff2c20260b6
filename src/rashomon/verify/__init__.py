"""Checks a record against its own words, and against the reports where they are given. No model, no network.

These rooms share no code with what they check and read the record as plain JSON, so that they can be read by themselves, each in a few
minutes. They re-derive, by the rules at the end of the contract of the record:

1. each id is unique and each reference points to a row of the right table (`ids`);
2. each offset lies in its text, and each quotation is the words at its offsets (`spans`);
3. each number of a figure stands in the figure's own words, in digits or in words (`numbers`);
4. what a person is said to have decided, a judgement decided, and what is rejected answers nothing (`judged`);
5. the counts of each answer's support, its numbers, reports and voices, and the finding's status follow from claims and relations (`support`);
6. each estimate's numbers follow from the claims (`estimates`);
7. each point of a series says what its claim says (`series`);
8. who is a member of what agrees on both sides, and what a story's tables hold is about its reports (`members`);
9. each text's voice and each claim's origin follow from the lineage (`lineage`);
10. kinds and groups are the contract's, days are in order, and the manifest's counts are the tables' sizes (`terms`);
11. with the reports: the words of each paragraph stand in the source, in order (`sources`).

`verify` returns the discrepancies in the order of these checks; none means that the record holds. What it cannot tell: whether
a sentence was understood rightly, and whether a word inside a paragraph was left out (page furniture may have stood there).
"""

from collections.abc import Callable, Iterator, Mapping

from rashomon.verify.estimates import check_estimates, check_rules
from rashomon.verify.ids import check_ids, check_references
from rashomon.verify.judged import check_judged
from rashomon.verify.lineage import check_origins, check_voices
from rashomon.verify.members import check_members, check_passages, check_stories
from rashomon.verify.numbers import check_numbers, is_single, numbers_in
from rashomon.verify.series import check_series
from rashomon.verify.sources import check_sources
from rashomon.verify.spans import check_spans
from rashomon.verify.support import check_support
from rashomon.verify.tables import TABLES, Discrepancy, Row, Tables
from rashomon.verify.terms import check_manifest, check_words

__all__ = ["TABLES", "Discrepancy", "is_single", "numbers_in", "verify"]

CHECKS: tuple[Callable[[Tables], Iterator[Discrepancy]], ...] = (
    check_ids, check_references, check_spans, check_numbers, check_judged, check_support, check_estimates, check_rules, check_series,
    check_members, check_passages, check_voices, check_origins, check_words, check_stories, check_manifest,
)  # fmt: skip


def verify(record: Row, sources: Mapping[str, str] | None = None) -> list[Discrepancy]:
    """All discrepancies of a record, parsed from JSON. `sources` maps `reports[].source` to the source's text or markup."""
    missing = [name for name in TABLES if not isinstance(record.get(name), list)]
    if missing:
        return [Discrepancy("record", f"the table {name} is missing or is no list") for name in missing]
    try:
        tables = Tables(record)
        found = [discrepancy for check in CHECKS for discrepancy in check(tables)]
        return found + list(check_sources(tables, sources) if sources is not None else ())
    except (LookupError, TypeError, AttributeError, ValueError) as error:
        return [Discrepancy("record", f"it does not have the shape of the contract: {type(error).__name__}: {error}")]
