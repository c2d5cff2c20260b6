"""Pairs of reports that share sentences, and the index that grows; on invented reports."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.stages.lineage.index import Index, Met, columns, meeting, met, with_reports
from rashomon.stages.lineage.settings import Settings

WORDS = [a + b + c for a in "bdfglmnprst" for b in ("ar", "el", "in", "or", "un") for c in ("ton", "mar", "vik", "sed")]
FOOTERS = ["Write to our newsroom whenever you have seen something.", "Readers may use our pages for their own needs."]


def sentence(draw: random.Random, length: int = 14) -> str:
    return " ".join(draw.choice(WORDS) for _ in range(length)).capitalize() + "."


def report(draw: random.Random, length: int = 8) -> list[str]:
    return [sentence(draw) for _ in range(length)]


def edited(text: str, share: float, draw: random.Random) -> str:
    return (
        " ".join(draw.choice(WORDS) if draw.random() < share else word for word in text[:-1].split()).capitalize() + "."
    )


def pairs(found: Met) -> list[tuple[int, int]]:
    return list(zip(found.a.tolist(), found.b.tolist(), strict=True))


def passages(found: Met, pair: int, a: str, b: str) -> list[tuple[str, str]]:
    spans = slice(found.first[pair], found.first[pair + 1])
    return [(a[slice(*p)], b[slice(*q)]) for p, q in zip(found.left[spans], found.right[spans], strict=True)]


def test_one_lifted_sentence_brings_two_reports_together() -> None:
    draw = random.Random(1)
    first, second, stranger = (report(draw) for _ in range(3))
    second[5] = first[2]
    texts = [" ".join(each) for each in (first, stranger, second)]
    found = met(columns(texts))
    assert pairs(found) == [(0, 2)]
    assert passages(found, 0, texts[0], texts[2]) == [(first[2][:-1], first[2][:-1])]
    assert found.share_a.tolist() == found.share_b.tolist() == [pytest.approx(1 / 8)]


def test_a_text_with_some_words_changed_is_found_sentence_by_sentence() -> None:
    draw = random.Random(2)
    original = report(draw, 12)
    texts = [" ".join(original), " ".join(edited(each, 0.25, draw) for each in original)]
    found = met(columns(texts))
    assert pairs(found) == [(0, 1)]
    assert found.share_b[0] > 0.8
    assert all(len(set(a.split()) & set(b.split())) > 3 for a, b in passages(found, 0, *texts))


def test_short_sentences_bring_nobody_together() -> None:
    draw = random.Random(3)
    first, second = report(draw), report(draw)
    assert pairs(met(columns([" ".join([*first, "He then left."]), " ".join([*second, "He then left."])]))) == []


def test_a_sentence_of_many_unlike_reports_brings_none_together() -> None:
    draw = random.Random(4)
    texts = [" ".join([*report(draw), *FOOTERS]) for _ in range(30)]
    assert pairs(met(columns(texts))) == []


def test_a_statement_that_a_few_reports_carry_does() -> None:
    draw = random.Random(5)
    statement = sentence(draw, 20)
    texts = [" ".join([*report(draw, 4), statement, *report(draw, 4)]) for _ in range(4)]
    assert len(pairs(met(columns(texts)))) == 6


@pytest.mark.parametrize("length", [1, 6])
def test_many_printings_of_one_text_go_to_the_earliest_alone(length: int) -> None:
    text = " ".join(report(random.Random(6), length))
    assert pairs(met(columns([text] * 300))) == [(0, other) for other in range(1, 300)]


def test_a_report_is_no_pair_with_itself() -> None:
    line = sentence(random.Random(7))
    assert pairs(met(columns([" ".join([line] * 500), "Something else altogether."]))) == []


def test_boilerplate_alone_and_empty_reports_are_borne() -> None:
    found = met(columns(["", FOOTERS[0], "", FOOTERS[0], FOOTERS[1]]))
    assert pairs(found) == [(1, 3)]
    assert pairs(met(columns([]))) == pairs(met(columns(["", ""]))) == []


def test_sentences_against_sentences_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two reports of thousands of short sentences: the work is counted, not timed."""
    from rashomon.stages.lineage import alike

    looked_at = []
    counted = alike.likeness
    monkeypatch.setattr(
        alike, "likeness", lambda bits, left, right: looked_at.append(len(left)) or counted(bits, left, right)
    )
    draw = random.Random(8)
    common = sentence(draw)
    texts = [" ".join([common, *(sentence(draw, 3) for _ in range(3_000))]) for _ in range(2)]
    assert pairs(met(columns(texts))) == [(0, 1)]
    assert sum(looked_at) <= 1_000_000


# --- the index that grows -----------------------------------------------------------------------------------------------

LINES = [sentence(random.Random(seed), 8) for seed in range(6)] + [FOOTERS[0]]
LINES += [edited(line, 0.2, random.Random(seed)) for seed, line in enumerate(LINES)]
REPORTS = st.lists(st.lists(st.sampled_from(LINES), max_size=5).map(" ".join), min_size=1, max_size=14)
FEW = Settings(group=3, crowd=2, bucket=3)


def grown(texts: list[str], order: list[int], cuts: list[int]) -> Index:
    """The reports added in that order, in lots that end at the cuts."""
    index = Index()
    bounds = [0, *sorted({cut % (len(order) + 1) for cut in cuts}), len(order)]
    for start, end in pairwise(bounds):
        lot = order[start:end]
        index = with_reports(index, [f"{number:03d}" for number in lot], [texts[number] for number in lot])
    return index


@given(REPORTS, st.randoms(use_true_random=False), st.lists(st.integers(0, 20), max_size=5))
@settings(deadline=None, max_examples=60)
def test_in_whatever_order_reports_come_the_pairs_are_those_of_all_at_once(
    texts: list[str], draw: random.Random, cuts: list[int]
) -> None:
    order = draw.sample(range(len(texts)), len(texts))
    index = grown(texts, order, cuts)
    found = sorted((order[a], order[b]) for a, b in meeting(index, range(len(texts)), FEW))
    assert found == pairs(met(columns(texts), FEW))


@given(REPORTS, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_a_report_meets_in_its_buckets_all_that_it_meets_in_the_whole(texts: list[str], draw: random.Random) -> None:
    order = draw.sample(range(len(texts)), len(texts))
    index = grown(texts, order, [3, 4, 9])
    whole = pairs(met(columns(texts), FEW))
    for number, place in enumerate(order):
        found = sorted((order[a], order[b]) for a, b in meeting(index, [number], FEW))
        assert found == [pair for pair in whole if place in pair]


def test_a_stranger_behind_the_last_report_changes_nothing() -> None:
    """What stands beyond a report's end is not beside its sentences, be there a next report or none."""
    reports = [[8, 4, 10, 12], [8, 8, 6], [0, 13, 8, 1]]
    texts = [" ".join(LINES[number] for number in each) for each in reports]
    assert pairs(met(columns(texts), FEW)) == pairs(met(columns([*texts, sentence(random.Random(9))]), FEW))


def test_segments_grow_like_powers_and_not_like_reports() -> None:
    index = Index()
    for number in range(64):
        index = with_reports(index, [str(number)], [LINES[number % len(LINES)]])
    assert len(index.segments) <= 7
    assert sum(segment.rows.reports for segment in index.segments) == 64
