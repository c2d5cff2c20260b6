"""Pairs found piece by piece are those found in one go, on invented reports."""

import random
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from rashomon.stages.lineage import buckets
from rashomon.stages.lineage.columns import Columns, columns
from rashomon.stages.lineage.index import met
from rashomon.stages.lineage.meeting import meetings
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.shards import Map, keep, together

WORDS = [a + b + c for a in "bdfglmnprst" for b in ("ar", "el", "in", "or", "un") for c in ("ton", "mar", "vik", "sed")]
FOOTER = "Write to our newsroom whenever you have seen something."


def texts(count: int, seed: int) -> list[str]:
    """Reports that copy each other's sentences with a word changed; one sentence in many of them, one footer in most."""
    draw = random.Random(seed)
    made: list[list[str]] = []
    for number in range(count):
        own = [" ".join(draw.choice(WORDS) for _ in range(12)).capitalize() + "." for _ in range(8)]
        if made:
            origin = draw.choice(made)
            for place in draw.sample(range(8), draw.randrange(8)):
                words = origin[place][:-1].split()
                words[draw.randrange(len(words))] = draw.choice(WORDS)
                own[place] = " ".join(words) + "."
        if number % 3 == 0 and made:
            own[4] = made[0][4]
        made.append([*own, *([FOOTER] if number % 2 else [])])
    return [" ".join(each) for each in made]


def laid_out(folder: Path, count: int, seed: int) -> Columns:
    for number, some in enumerate(np.array_split(np.array(texts(count, seed), object), 3)):
        (folder / str(number)).mkdir()
        keep(folder / str(number), columns(list(some)))
    return together(folder / "all", [folder / str(number) for number in range(3)])


@pytest.mark.parametrize("rows", [10_000_000, 300, 40])
def test_the_pairs_are_the_same_in_however_many_buckets(
    rows: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, chosen = laid_out(tmp_path, 120, rows), Settings(crowd=4)
    rank = np.random.default_rng(rows).permutation(120)
    monkeypatch.setattr(buckets, "ROWS", rows)
    monkeypatch.setattr(buckets, "PAIRS", rows)
    found = buckets.meetings(tmp_path / "all", held, rank, chosen, map)
    wanted = meetings(held, chosen, rank)
    assert len(wanted[0]) > 100
    assert np.array_equal(found, wanted)
    whole, shares = met(held, chosen), buckets.shares(tmp_path / "all", meetings(held, chosen), chosen, map)
    assert np.array_equal(shares, (whole.share_a, whole.share_b))


def test_other_processes_do_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held, chosen, rank = laid_out(tmp_path, 60, 3), Settings(), np.arange(60)
    monkeypatch.setattr(buckets, "ROWS", 200)
    with ProcessPoolExecutor(2) as pool:
        spread: Map = pool.map
        found = buckets.meetings(tmp_path / "all", held, rank, chosen, spread)
    assert np.array_equal(found, meetings(held, chosen))


def test_the_order_in_time_tells_whom_a_common_sentence_leads_to() -> None:
    held = columns(
        [" ".join(("Seven ferries left the harbour of Brekkoy before dawn.", each)) for each in texts(30, 9)]
    )
    a, b = meetings(held, Settings(crowd=40, group=5), np.arange(30)[::-1])
    assert {(number, 29) for number in range(29)} <= set(zip(a.tolist(), b.tolist(), strict=True))
