"""The parses are those of the model's own parser, odd sentences and all."""

import importlib
from typing import Any

import numpy
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.stages.reading import arcs, installed_model
from rashomon.stages.reading.arcs import Arcs, can_parse

PACKAGE = importlib.import_module(installed_model()[0].package)
MODEL = spacy.load(PACKAGE.model_path()) if hasattr(PACKAGE, "model_path") else PACKAGE.load()
PARSER: Any = MODEL.get_pipe("parser")
SHARED: Any = MODEL.get_pipe("tok2vec")
ARCS = Arcs(PARSER)
WORDS = (
    "the of , . : ; - “ ” ( ) that which who what she it they there Orlav Tarn guard boats storm burned said told were has been not "
    "and but if because on by to nine 14 deadly quickly whom asked did do more than , it and of which"
).split()


def compared(texts: list[str]) -> None:
    documents = [document for document in map(MODEL.make_doc, texts) if len(document)]
    rows = SHARED.predict(documents)
    SHARED.set_annotations(documents, rows)
    heads, labels = ARCS.parsed(numpy.concatenate(rows), [len(document) for document in documents])
    first = 0
    for document, state in zip(documents, PARSER.predict(documents), strict=True):
        PARSER.moves.set_annotations(state, document)
        own = slice(first, first + len(document))
        assert (heads[own] - first).tolist() == [token.head.i for token in document]
        assert [ARCS.labels[i] for i in labels[own]] == [token.dep_ for token in document]
        first += len(document)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join), min_size=1, max_size=12))
def test_sentences_of_any_words_are_parsed_as_by_the_model(texts: list[str]) -> None:
    compared(texts)


def test_many_sentences_are_parsed_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arcs, "_TOGETHER", 20)
    compared(["The guard told Tarn what she asked, and the boats burned.", "Storm. Boats! Nine", "Orlav"] * 4)


def test_the_parser_is_known() -> None:
    assert can_parse(PARSER)
    PARSER.cfg["beam_width"] = 4
    try:
        assert not can_parse(PARSER)
    finally:
        PARSER.cfg["beam_width"] = 1
