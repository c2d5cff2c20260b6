"""What the encoder makes of each token is what the model's own makes of it."""

import importlib
from typing import Any

import numpy
import pytest
import spacy

from rashomon.stages.reading import convolution, installed_model
from rashomon.stages.reading.convolution import Convolution, is_convolution

PACKAGE = importlib.import_module(installed_model()[0].package)
MODEL = spacy.load(PACKAGE.model_path()) if hasattr(PACKAGE, "model_path") else PACKAGE.load()


def encoder(part: str) -> Any:
    found: Any = MODEL.get_pipe(part)
    (node,) = (each for each in found.model.walk() if is_convolution(each))
    return node


@pytest.mark.parametrize("part", ["tok2vec", "ner"])
@pytest.mark.parametrize("block", [1, 12, 512])
def test_each_token_is_encoded_as_by_the_model(part: str, block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convolution, "_BLOCK", block)
    node, random = encoder(part), numpy.random.default_rng(7)
    sizes = [1, 1, 2, 3, 4, 5, 9, 40]
    sentences = [random.standard_normal((size, node.get_dim("nO")), "float32") for size in sizes]
    found = Convolution(node)(numpy.concatenate(sentences), sizes)
    assert numpy.allclose(found, numpy.concatenate(node.predict(sentences)), atol=1e-4)


def test_what_else_a_model_has_is_no_encoder() -> None:
    tagger: Any = MODEL.get_pipe("tagger")
    assert not any(is_convolution(each) for each in tagger.model.walk())
