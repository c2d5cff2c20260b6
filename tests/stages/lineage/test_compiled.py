"""Machine code cuts as numpy does, bit for bit: on every kind of character, long sentences and abbreviations. Skipped without numba."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.stages.lineage import columns as plain
from rashomon.stages.lineage.alike import face_to_face
from rashomon.stages.lineage.columns import Columns
from rashomon.stages.lineage.settings import Settings

pytest.importorskip("numba", reason="the extra `fast` is not installed")

PIECES = (
    "Mr. Dr. No. 5 Jan. 4 a.m. U.S. J. R. Olsen Prof. the The He Said said 1,200 3.5 . .” !? … ... 。 ！ 東京 日本語。北京 é e\u0301 \u0301x "
    "ß İ 😀 \U0001f1f3 \n \n\n “ ” « » ‘ ’ ( ) [ - – — $ 10 o'clock Vikås Sørmark Kólva Алматы АЛМАТЫ الخبر vik-tor \u2028 \x1c \u00a0 \uffff"
).split(" ")


WORDS = [a + b + c for a in "bdfglmnprst" for b in ("ar", "el", "in") for c in ("ton", "mar", "vik", "sed")]


def changed(sentence: str, draw: random.Random) -> str:
    return " ".join(draw.choice(WORDS) if draw.random() < 0.15 else word for word in sentence[:-2].split()) + ". "


def same(texts: list[str], run: int = 4) -> Columns:
    from rashomon.stages.lineage import compiled

    wanted, found = plain._columns(texts, 3, run), compiled.columns(texts, 3, run)
    for name, one, other in zip(Columns._fields, wanted, found, strict=True):
        assert np.array_equal(one, other), name
        assert np.asarray(one).dtype == np.asarray(other).dtype, name
    return found


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(st.sampled_from(PIECES)).map(" ".join), max_size=4), st.integers(3, 5))
def test_what_news_is_made_of(texts: list[str], run: int) -> None:
    same(texts, run)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.text(), max_size=4))
def test_any_characters(texts: list[str]) -> None:
    same(texts)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(st.sampled_from("aB.!? \n\"')“。東\u0301\u03319"), max_size=60), max_size=3))
def test_any_order_of_those_that_matter(texts: list[str]) -> None:
    same(texts)


def test_a_sentence_without_end_is_cut_in_the_same_pieces() -> None:
    draw = random.Random(3)
    endless = " ".join(draw.choice("abcdefghij") + draw.choice("aeiou") + draw.choice("klmn") for _ in range(3_000))
    assert len(same([endless, "", "Short.", endless.upper()]).hash) > 100


def test_who_asks_for_speed_has_the_same_result() -> None:
    texts = ["Seven ferries left the harbour before dawn. Nobody was hurt."] * 5_000
    assert plain.machine_code() is not None
    assert all(
        np.array_equal(one, other)
        for one, other in zip(plain.columns(texts, fast=True), plain.columns(texts), strict=True)
    )


def test_reports_are_laid_face_to_face_the_same() -> None:
    from rashomon.stages.lineage import facing

    draw = random.Random(4)
    known = [" ".join(draw.choice(WORDS) for _ in range(draw.randrange(5, 25))) + ". " for _ in range(120)]
    texts = ["".join(changed(draw.choice(known), draw) for _ in range(draw.randrange(1, 30))) for _ in range(80)]
    rows = plain.columns([*texts, "", texts[0] * 60])
    a, b = (np.array(each, np.int64) for each in zip(*[(i, j) for j in range(82) for i in range(j)], strict=True))
    wanted = face_to_face(rows, a, b, Settings())
    assert len(wanted.pair) > 2_000
    assert all(
        np.array_equal(one, other)
        for one, other in zip(wanted, facing.face_to_face(rows, a, b, Settings().wording), strict=True)
    )
    nobody = np.zeros(0, np.int64)
    assert len(facing.face_to_face(rows, nobody, nobody, 0.3).pair) == 0
