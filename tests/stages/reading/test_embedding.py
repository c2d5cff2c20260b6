"""Each distinct word is embedded once, and every token gets what it would have got."""

import importlib

import numpy
import pytest
import spacy

from rashomon.stages.reading import installed_model
from rashomon.stages.reading.embedding import embed_once

PACKAGE = importlib.import_module(installed_model()[0].package)
TEXTS = ["The town’s mayor'll go.", "", "The mayor will, THE MAYOR WON'T go", "  \n", "Orlav, orlav , Orlav."]


@pytest.fixture(scope="module")
def model() -> spacy.Language:
    return spacy.load(PACKAGE.model_path()) if hasattr(PACKAGE, "model_path") else PACKAGE.load()


def test_each_token_gets_the_vector_it_would_have_got(model: spacy.Language) -> None:
    documents = [model.make_doc(text) for text in TEXTS]
    part = model.get_pipe("tok2vec")
    before = part.predict(documents)
    assert embed_once(model) == 2  # the shared embedding, and that of the names
    asked = []
    inner = next(node for node in part.model.walk() if node.name == "once").layers[0]
    work = inner._func
    inner._func = lambda node, batch, is_train: asked.extend(batch) or work(node, batch, is_train)
    after = part.predict(documents)
    assert all(numpy.allclose(a, b, atol=1e-5) for a, b in zip(before, after, strict=True))
    (words,) = asked
    distinct = {(token.text, token.norm_, bool(token.whitespace_)) for document in documents for token in document}
    assert sorted((token.text, token.norm_, bool(token.whitespace_)) for token in words) == sorted(distinct)


def test_a_batch_without_a_word_is_embedded_too(model: spacy.Language) -> None:
    assert [len(found) for found in model.get_pipe("tok2vec").predict([model.make_doc(""), model.make_doc("")])] == [
        0,
        0,
    ]
