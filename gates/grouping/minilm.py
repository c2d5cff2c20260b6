"""all-MiniLM-L6-v2 (Reimers and Gurevych 2019), the model that BERTopic takes where none is named, run in numpy: six layers of BERT over the first 256 pieces of a
text, their mean, normed. The weights come in a package of their own (requirements-minilm.lock); neither torch nor a hub is needed.
"""

import importlib.util
import json
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from zipfile import ZipFile

import numpy as np

PACKAGE = "all_minilm_l6_v2"
LONGEST = 256  # pieces, the two marks at the ends among them
HEADS, WIDTH, LAYERS = 12, 384, 6
_EPSILON = 1e-12


class MiniLM:
    """A row for each text, normed."""

    def __init__(self) -> None:
        found = importlib.util.find_spec(PACKAGE)  # to import it would print
        assert found is not None and found.origin is not None
        with ZipFile(Path(found.origin).with_name("model.zip")) as held:
            self._weights = _tensors(held.read("model.safetensors"))
            pieces = json.loads(held.read("tokenizer.json"))["model"]["vocab"]
        self._pieces: dict[str, int] = pieces
        self._of_word = lru_cache(2**16)(self._cut)

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        return np.stack([self._vector(self.ids(text)) for text in texts])

    def ids(self, text: str) -> list[int]:
        """The text's pieces by number, cut to what the model reads."""
        found = [self._pieces["[CLS]"]]
        for word in words(text):
            found += self._of_word(word)
            if len(found) >= LONGEST:
                break
        return [*found[: LONGEST - 1], self._pieces["[SEP]"]]

    def _cut(self, word: str) -> list[int]:
        """The longest pieces from the left."""
        found, start = [], 0
        while start < len(word):
            ends = range(len(word), start, -1)
            mark = "##" if start else ""
            end = next((end for end in ends if mark + word[start:end] in self._pieces), 0)
            if not end:
                return [self._pieces["[UNK]"]]
            found.append(self._pieces[mark + word[start:end]])
            start = end
        return found

    def _vector(self, ids: list[int]) -> np.ndarray:
        w = self._weights
        state = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][: len(ids)]
        state = self._normed(state + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(LAYERS):
            state = self._layer(state, f"encoder.layer.{layer}.")
        mean = state.mean(axis=0)
        found: np.ndarray = mean / np.linalg.norm(mean)
        return found

    def _layer(self, state: np.ndarray, at: str) -> np.ndarray:
        from scipy.special import erf

        looked = self._turned(self._attention(state, at + "attention.self."), at + "attention.output.dense")
        state = self._normed(state + looked, at + "attention.output.LayerNorm")
        inner = self._turned(state, at + "intermediate.dense")
        inner *= 0.5 * (1 + erf(inner * np.float32(0.5**0.5)))
        return self._normed(state + self._turned(inner, at + "output.dense"), at + "output.LayerNorm")

    def _attention(self, state: np.ndarray, at: str) -> np.ndarray:
        query, key, value = (
            self._turned(state, at + name).reshape(len(state), HEADS, -1).swapaxes(0, 1)
            for name in ("query", "key", "value")
        )
        weight = query @ key.swapaxes(1, 2) / np.float32((WIDTH / HEADS) ** 0.5)
        weight = np.exp(weight - weight.max(axis=-1, keepdims=True))
        weight /= weight.sum(axis=-1, keepdims=True)
        found: np.ndarray = (weight @ value).swapaxes(0, 1).reshape(len(state), WIDTH)
        return found

    def _turned(self, state: np.ndarray, name: str) -> np.ndarray:
        found: np.ndarray = state @ self._weights[name + ".weight"].T + self._weights[name + ".bias"]
        return found

    def _normed(self, state: np.ndarray, name: str) -> np.ndarray:
        state = state - state.mean(axis=-1, keepdims=True)
        state /= np.sqrt((state * state).mean(axis=-1, keepdims=True) + np.float32(_EPSILON))
        found: np.ndarray = state * self._weights[name + ".weight"] + self._weights[name + ".bias"]
        return found


def installed() -> bool:
    return importlib.util.find_spec(PACKAGE) is not None


def words(text: str) -> Iterator[str]:
    """Lower case, without accents; each mark is a word of its own."""
    for part in text.lower().split():
        plain = "".join(c for c in unicodedata.normalize("NFD", part) if unicodedata.category(c) != "Mn")
        word = ""
        for c in plain:
            if c.isalnum():
                word += c
                continue
            if word:
                yield word
            word = ""
            if c.isprintable():
                yield c
        if word:
            yield word


def _tensors(body: bytes) -> dict[str, np.ndarray]:
    """A safetensors file: the length of its head, the head (JSON), the numbers."""
    begin = 8 + int.from_bytes(body[:8], "little")
    head = json.loads(body[8:begin])
    return {
        name: np.frombuffer(
            body, np.float32, offset=begin + row["data_offsets"][0], count=int(np.prod(row["shape"]))
        ).reshape(row["shape"])
        for name, row in head.items()
        if row.get("dtype") == "F32"
    }
