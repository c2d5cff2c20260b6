"""What the stream gives: reports, and what is known of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

WAYS = ("verbatim", "edited15", "edited30", "cut", "lifted", "lifted edited", "merged")


@dataclass(frozen=True)
class Block:
    """Reports `first`, `first + 1` … of the stream.

    Copies, in order: `derived` and `origin` (reports' numbers; the origin may be of an earlier block), `way` (place in `WAYS`); a merged report has two rows.
    Passages, a row for each sentence taken: `of` (its row among the copies), `there` (start, end in the derived report), `here` (start, end in the origin).
    Sentences of the bodies: `report`, `root` (the same in all reports that have the sentence, changed or not), `span`. Standing lines are in none of these.
    """

    first: int
    texts: list[str]
    titles: list[str]
    outlets: list[str]
    published: list[str | None]
    derived: np.ndarray
    origin: np.ndarray
    way: np.ndarray
    of: np.ndarray
    there: np.ndarray
    here: np.ndarray
    report: np.ndarray
    root: np.ndarray
    span: np.ndarray

    def rows(self) -> Iterator[dict[str, str | None]]:
        """As `rashomon read` takes them from a JSONL file."""
        for i, (text, title, outlet, published) in enumerate(
            zip(self.texts, self.titles, self.outlets, self.published, strict=True)
        ):
            yield {
                "id": name(self.first + i),
                "title": title,
                "text": text,
                "outlet": outlet,
                "published": published,
                "language": "en",
            }


def name(number: int) -> str:
    """The id of a report in rows and truth."""
    return f"s{number:07d}"


def shortened(block: Block, n: int) -> Block:
    """Without the reports from number `n` on, and without what is known of them."""
    if block.first + len(block.texts) <= n:
        return block
    many = n - block.first
    copies = np.flatnonzero((block.derived < n) & (block.origin < n))
    place = np.full(len(block.derived), -1)
    place[copies] = np.arange(len(copies))
    passages, sentences = place[block.of] >= 0, block.report < n
    return replace(
        block,
        **{each: getattr(block, each)[:many] for each in ("texts", "titles", "outlets", "published")},
        **{each: getattr(block, each)[copies] for each in ("derived", "origin", "way")},
        of=place[block.of][passages],
        **{each: getattr(block, each)[passages] for each in ("there", "here")},
        **{each: getattr(block, each)[sentences] for each in ("report", "root", "span")},
    )
