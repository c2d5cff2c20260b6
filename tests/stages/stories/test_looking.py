"""What is looked at all at once is, to the last bit, what is looked at pair by pair."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.report import Report
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.stories import looking, pairs
from rashomon.stages.stories.index import Given, StoryIndex
from rashomon.stages.stories.settings import Settings

TOWNS = ("Brekkoy", "Tavastia", "Carrow", "Ostrava Bay")
WHO = ("Jory Vance", "Petra Sollan", "Ina Marrow", "Bram Quill", "Cleo Pask")
WHAT = (
    "was shot dead on Quay Street", "was stabbed in a bar on Mill Lane", "drowned when the ferry Halvorsund ran aground",
    "was treated for smoke after the paper mill burned", "told a court how the dam had broken",
)  # fmt: skip
TEXT = st.builds(
    lambda who, what, town, more: f"{who}, {20 + len(more)}, {what} in {town} on Monday. Police in {town} {more}.",
    st.sampled_from(WHO),
    st.sampled_from(WHAT),
    st.sampled_from(TOWNS),
    st.sampled_from(("seek a grey car", "asked for witnesses of the fire", "named the victim", "arrested a sailor")),
)
DAY = st.sampled_from((None, *(f"2031-{month:02}-{day:02}" for month in (3, 4, 6) for day in (1, 3, 9, 27))))
VOICE = st.sampled_from((None, None, None, "v1", "v2"))
COLLECTION = st.lists(st.tuples(TEXT, DAY, VOICE), max_size=14)
QUICK = Settings(background=40, memory=28, standing=3, heft=6.0, heft_late=9.0)


def made(rows: list[tuple[str, str | None, str | None]]) -> list[Given]:
    reports = [
        Report(id=f"r{i:02}", source=f"r{i}", text=text, language="en", published=day)
        for i, (text, day, _) in enumerate(rows)
    ]
    return [Given(report, sketch(report), row[2]) for report, row in zip(reports, rows, strict=True)]


Likeness = dict[tuple[int, int], float]


def put(reports: list[Given], many: int, chosen: Settings = QUICK) -> tuple[StoryIndex, Likeness]:
    """The index, and its likely pairs, where so many reports are looked at at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "_MANY", many)
        index = StoryIndex(chosen)
        index.put(reports)
        one, other, value = index.pairs.like.pairs()
        found = zip(one.tolist(), other.tolist(), value.tolist(), strict=True)
        return index, {(min(a, b), max(a, b)): likelihood for a, b, likelihood in found}


@settings(deadline=None, max_examples=60)
@given(COLLECTION)
def test_a_batch_finds_what_single_pairs_find(rows) -> None:  # type: ignore[no-untyped-def]
    reports = made(rows)
    for chosen in (QUICK, Settings(window=7, late=2, heft=8.0, heft_late=16.0)):
        (one, alone), (other, batch) = (put(reports, many, chosen) for many in (10**6, 1))
        assert batch == alone
        assert (other.looked, other.stories()) == (one.looked, one.stories())


@settings(deadline=None, max_examples=40)
@given(COLLECTION, COLLECTION)
def test_an_index_goes_on_one_by_one_from_what_came_at_once(rows, more) -> None:  # type: ignore[no-untyped-def]
    reports = made(rows + more)
    index, _ = put(reports[: len(rows)], 1)
    for each in reports[len(rows) :]:
        index.put([each])
    index.drop([each.report.id for each in reports[: len(rows) // 2]])
    whole, _ = put(reports[len(rows) // 2 :], 10**6)
    assert index.stories() == whole.stories()


@settings(deadline=None, max_examples=30)
@given(COLLECTION)
def test_stretches_of_any_length_find_the_same(rows) -> None:  # type: ignore[no-untyped-def]
    reports = made(rows)
    _, whole = put(reports, 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(looking, "_STRETCH", 3)
        patch.setattr(looking, "_MET", 5)
        patch.setattr(looking, "_PAIRS", 2)
        assert put(reports, 1)[1] == whole


def test_a_stretch_is_a_task_for_any_process(tmp_path: Path) -> None:
    rows = [(f"Jory Vance, {20 + i % 9}, was shot dead on Quay Street in Carrow.", f"2031-03-{1 + i % 28:02}", None) for i in range(60)]  # fmt: skip
    index, alone = put(made(rows), 10**6, Settings())
    with ProcessPoolExecutor(1) as pool, pytest.MonkeyPatch.context() as patch:
        patch.setattr(looking, "_STRETCH", 16)
        one, other, value, looked = looking.looked_over(
            index.pairs.cards, index.pairs.standing, Settings(), pool.map, tmp_path
        )
    assert looked == index.looked
    assert {(min(a, b), max(a, b)): v for a, b, v in _rows(one, other, value)} == alone


def _rows(*columns: "np.ndarray") -> Iterator[tuple[int, int, float]]:
    yield from zip(*(column.tolist() for column in columns), strict=True)
