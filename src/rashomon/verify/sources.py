"""11. With the reports: the words of each paragraph stand in the source, in order."""

import html
from collections.abc import Iterator, Mapping

from rashomon.verify.tables import Discrepancy, Row, Tables
from rashomon.verify.text import LABEL, LEFT_OUT, MARKUP, words_of

# A paragraph of a page may have had a button or a footnote inside it: this many foreign words may stand between its own.
_SLACK = 60


def stands_in(words: list[str], source: list[str], places: Mapping[str, list[int]]) -> bool:
    """Whether the words stand in the source in order, with at most _SLACK foreign words between two of them."""
    return not words or any(follows(words, source, at) for at in places.get(words[0], ()))


def follows(words: list[str], source: list[str], at: int) -> bool:
    for word in words:
        for step in range(at, min(at + _SLACK + 1, len(source))):
            if source[step] == word:
                at = step + 1
                break
        else:
            return False
    return True


def check_sources(tables: Tables, sources: Mapping[str, str]) -> Iterator[Discrepancy]:
    for where, row in tables.rows("reports"):
        source = sources.get(row["source"])
        if source is None:
            yield Discrepancy(where, f"its source {row['source']} is not among the reports given")
            continue
        plain, stripped = words_of(source), words_of(html.unescape(MARKUP.sub(" ", source)))
        forms = [(form, positions(form)) for form in (plain, stripped, words_of(html.unescape(MARKUP.sub("", source))))]
        for paragraph in pieces(row, tables.record.get("published") or {}):
            if not any(stands_in(words_of(paragraph), form, places) for form, places in forms):
                yield Discrepancy(where, f"this paragraph does not stand in the source: {paragraph[:80]!r}")


def pieces(report: Row, published: Row) -> list[str]:
    """The runs of words that stand together in the source: the paragraphs; of a published text, what stands between two omissions or labels."""
    found: list[str] = report["text"].split("\n\n")
    for asked, marks in (
        (published.get("excerpts"), LEFT_OUT),
        (published.get("redacted"), LEFT_OUT),
        (published.get("redacted"), LABEL),
    ):
        found = [piece for each in found for piece in marks.split(each)] if asked else found
    return found


def positions(words: list[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        found.setdefault(word, []).append(at)
    return found
