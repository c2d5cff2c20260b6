"""Each distinct word is embedded once, and every token gets what it would have got."""

import importlib
from typing import Any

import numpy
import pytest
import spacy
from spacy.language import Language

from rashomon.stages.reading import installed_model, words
from rashomon.stages.reading.words import Words, is_embedding

PACKAGE = importlib.import_module(installed_model()[0].package)
TEXTS = ["The town’s mayor'll go.", "The mayor will, THE MAYOR WON'T go", "  \n", "Orlav, orlav , Orlav."]


@pytest.fixture(scope="module")
def model() -> Language:
    return spacy.load(PACKAGE.model_path()) if hasattr(PACKAGE, "model_path") else PACKAGE.load()


def _part(model: Language, name: str) -> Any:
    return model.get_pipe(name)


def test_each_token_gets_the_vector_it_would_have_got(model: Language) -> None:
    documents = [model.make_doc(text) for text in TEXTS]
    layers = [layer for name in ("tok2vec", "ner") for layer in _part(model, name).model.walk() if is_embedding(layer)]
    assert len(layers) == 2  # the shared embedding, and that of the names
    own = Words(model.vocab, layers)
    for some in (documents[:2], documents):
        numbers = own.numbered(some)
        for layer, embedded in zip(layers, own.embedded, strict=True):
            assert numpy.allclose(embedded[numbers], numpy.concatenate(layer.predict(some)), atol=1e-5)


def test_of_each_word_its_spelling_and_sizes_are_told(model: Language) -> None:
    document = model.make_doc(TEXTS[3])
    own = Words(model.vocab, [])
    numbers = own.numbered([document])
    assert [own.texts[i] for i in own.spelled[numbers]] == [token.text for token in document]
    assert own.sizes[numbers].tolist() == [len(token) for token in document]
    assert own.spaced[numbers].tolist() == [len(token.whitespace_) for token in document]
    assert not own.blank[numbers].any()
    blank = own.numbered([model.make_doc(TEXTS[2])])
    assert own.blank[blank].all()


def test_the_same_word_is_asked_for_once(model: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Words(model.vocab, [])
    first, again = own.numbered([model.make_doc("Orlav burned.")]), own.numbered([model.make_doc("Orlav burned.")])
    assert first.tolist() == again.tolist()
    assert len(own.sizes) == 3
    monkeypatch.setattr(words, "_MOST", 2)
    own.numbered([model.make_doc("Orlav.")])
    assert (own.age, len(own.sizes)) == (1, 2)
