from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.segment import paragraphs, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Harrow met Gen. Vance at St. Orla.",
        "Gov. Anselm Brack spoke.",
        "The U.S. Navy sent three ships.",
        "It happened on Jan. 6 in Marrow Bay.",
        "John F. Tarn was there.",
        "The price rose by 3.5 per cent.",
        "The case, No. 14, was closed.",
        "It fell to approx. 40 in all.",
        "He said “stop!” and ran.",
        "Am 4. Mai brach der Damm.",
        "Am 3. April starb er.",
        "Der 5. Angriff kam nachts.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It burned. Nine died.", ["It burned.", "Nine died."]),
        ("He is 31. April came soon.", ["He is 31.", "April came soon."]),
        ("They won 3. Then they left.", ["They won 3.", "Then they left."]),
        ("“It burned.” He ran.", ["“It burned.”", "He ran."]),
        ("Was it safe? Nobody knew! They left…", ["Was it safe?", "Nobody knew!", "They left…"]),
        ("She came from the U.S. The others stayed.", ["She came from the U.S.", "The others stayed."]),
        ("It closed at 5 p.m. Police came.", ["It closed at 5 p.m.", "Police came."]),
        ("A headline\nA line below", ["A headline", "A line below"]),
        ("“We waited. . . It came.”", ["“We waited. . .", "It came.”"]),
        ("火事です。九人。", ["火事です。", "九人。"]),
    ],
)
def test_sentences_are_cut(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_paragraphs_are_runs_of_lines() -> None:
    text = "One\nstill one.\n\n  Two.\n \n\nThree."
    assert [text[a:b] for a, b in paragraphs(text)] == ["One\nstill one.", "Two.", "Three."]


@given(st.text(alphabet="aB. \n\"”“?!…1,;:é()'", max_size=120))
def test_every_word_stands_in_one_sentence(text: str) -> None:
    spans = sentences(text)
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    outside = "".join(
        text[a:b] for a, b in zip([0, *(e for _, e in spans)], [*(s for s, _ in spans), len(text)], strict=True)
    )
    assert not outside.strip()
