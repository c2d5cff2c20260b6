"""The words of the collection's reports, kept to be searched: a report's headline and text, under what both are."""

from collections.abc import Iterable, Mapping
from zlib import crc32

from rashomon.model.report import Report
from rashomon.store import Store
from rashomon.text.searching import RECIPE, asked, words

__all__ = ["holding", "key_of", "line", "put_in", "words"]


def key_of(report: str, title: str | None) -> str:
    """The key of a report's words: its id stands for its text, not for its headline."""
    return f"{report} {crc32((title or '').encode('utf-8', 'surrogatepass')):08x}"


def put_in(reports: Iterable[Report], store: Store) -> None:
    """Puts in those that are not there yet: new ones, and those that an earlier edition of the program has added."""
    keyed = {key_of(report.id, report.title): report for report in reports}
    held = store.worded(RECIPE, keyed)
    new = {key: words(f"{one.title or ''}\n{one.text}") for key, one in keyed.items() if key not in held}
    store.put_words(RECIPE, new)


def holding(text: str, reports: Mapping[str, str], store: Store) -> set[str]:
    """The ids of the reports that have all words of the text, of those whose ids are given by `key_of`; none where it has no word."""
    return {reports[key] for key in store.holding(RECIPE, asked(text)) if key in reports}


def line(name: str) -> str:
    """A name as it stands among others to be sought in: its words between blanks, and a bar that no search has."""
    return f" {words(name)} /"
