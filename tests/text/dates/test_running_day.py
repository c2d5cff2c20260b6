"""Narratives whose day moves on, twenty short ones of our own (narratives.json; those with `held` were kept aside while the rules
were written)."""

import json
from datetime import date
from pathlib import Path

from rashomon.text.dates.find import find_dates

NARRATIVES = json.loads(Path(__file__).with_name("narratives.json").read_text())


def read_rightly(narrative: dict[str, object]) -> list[bool]:
    text, gold = str(narrative["text"]), narrative["gold"]
    pool = list(find_dates(text, date.fromisoformat(str(narrative["published"])[:10])))
    hits = []
    for words, first, last in gold:  # type: ignore[attr-defined]
        near = (one for one in pool if _meet(text[one.start : one.end], words))
        found = next(near, None)
        if found:
            pool.remove(found)
        hits.append(found is not None and (found.first, found.last) == (first, last))
    return hits


def _meet(found: str, words: str) -> bool:
    a, b = found.casefold(), words.casefold()
    return a in b or b in a


def test_the_days_of_narratives() -> None:
    hits = [hit for narrative in NARRATIVES for hit in read_rightly(narrative)]
    assert sum(hits) >= 0.96 * len(hits)


def test_a_told_day_carries_over_a_line_of_news() -> None:
    found = find_dates("On Monday the mill burned. Two days later the last wall fell.", date(2031, 3, 9))
    assert [one.first for one in found] == ["2031-03-03", "2031-03-05"]


def test_without_a_day_told_before_the_next_day_names_none() -> None:
    (found,) = find_dates("The next day it rained.", date(2031, 3, 9))
    assert found.first is None


def test_news_counts_weekdays_from_publication_though_it_recalls_old_days() -> None:
    text = "The mayor said on Tuesday that the dam of 12 May 2009 was unsafe. It was repaired by Thursday."
    assert [one.first for one in find_dates(text, date(2031, 3, 7))] == ["2031-03-04", "2009-05-12", "2031-03-06"]
