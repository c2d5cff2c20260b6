"""Whose words they are, by how a text hands them over; all texts are invented."""

import pytest

from rashomon.stages.lineage.announced import announcer, blocks, lent, quoted
from rashomon.stages.lineage.evidence import passage_source

STATEMENT = "Our whole school mourns a pupil of the sixth form. She will be missed at Brekkoy.\n\nWe have no reason to fear for other pupils."
BEFORE = "A ferry sank off Brekkoy on Monday.\n\n"
AFTER = "\n\nPolice said the mate was held. The harbour stays shut."


@pytest.mark.parametrize(
    "head",
    [
        "Brekkoy Schools released this statement about the ferry:",
        "Officials with Brekkoy Schools released the following statement late on Monday:",
        "The statement of Brekkoy Schools continued:",
    ],
)
def test_a_statement_after_a_colon_is_its_speakers(head: str) -> None:
    text = f"{BEFORE}{head}\n\n{STATEMENT}{AFTER}"
    start = text.index(STATEMENT)
    ((_, block),) = blocks(text)
    assert text[slice(*block)] == STATEMENT
    assert quoted(text, [(start, start + len(STATEMENT))]) > 0.95
    assert passage_source(text, block, text, block) == "Brekkoy Schools" or "continued" in head
    assert announcer(text, (start, start + 40)) is not None


def test_a_block_ends_where_the_reporter_speaks_again() -> None:
    text = f"{BEFORE}The owner wrote in a post:\n\nMy heart is heavy.\n\nThe harbour stays shut."
    ((_, block),) = blocks(text)
    assert text[slice(*block)] == "My heart is heavy."


def test_a_list_after_a_colon_is_nobodys_words() -> None:
    assert blocks(f"{BEFORE}The ferry had called at these ports:\n\nTindra and Nedre Voll.{AFTER}") == ()


def test_a_reporters_sentence_with_a_source_is_lent_and_not_quoted() -> None:
    text = f"{BEFORE}Deputies said the mate had left the bridge."
    span = [(len(BEFORE), len(text))]
    assert lent(text, span) > 0.9
    assert quoted(text, span) == 0.0
