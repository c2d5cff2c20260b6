"""The words of the collection's reports, kept to be searched: a report's headline and text, under what both are."""

from collections.abc import Iterable

from rashomon.model.identity import digest
from rashomon.model.report import Report
from rashomon.store import Store
from rashomon.text.searching import RECIPE, asked, words

__all__ = ["holding", "key_of", "put_in", "words"]


def key_of(report: str, title: str | None) -> str:
    """The key of a report's words: its id stands for its text, not for its headline."""
    return digest(report, title or "")


def put_in(reports: Iterable[Report], store: Store) -> None:
    """Puts in those that are not there yet: new ones, and those that an earlier edition of the program has added."""
    keyed = {key_of(report.id, report.title): report for report in reports}
    held = store.worded(RECIPE, keyed)
    new = {key: words(f"{one.title or ''}\n{one.text}") for key, one in keyed.items() if key not in held}
    store.put_words(RECIPE, new)


def holding(text: str, store: Store) -> set[str]:
    """The keys of the reports that have all words of the text; none where it has no word."""
    return store.holding(RECIPE, asked(text))
