"""Each distinct word embedded once.

A model's embedding looks at one token alone: its norm, affixes, shape and vector. Over running text that is a good third of the
matrix products; over the distinct words, kept from batch to batch, next to none of it. What comes out for each token is the same.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_FIRST, _LAST = "extract_features>>", ">>ragged2list"  # spaCy's MultiHashEmbed, with vectors or without
_ODD, _ODDER = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F  # three numbers to one, with no two alike among a batch's
_MOST = 40_000  # kept words: some 800 bytes each


def is_embedding(node: Any) -> bool:
    return bool(node.name.startswith(_FIRST) and node.name.endswith(_LAST))


class Words:
    """The distinct words (spelling, norm, whether white space follows), each with a number.

    `embedded`: by each of the model's parts (words, width). `spelled` (words): the number of each one's spelling, `texts`: the spellings.
    `sizes`, `spaced`, `blank` (words): characters, 1 where a space follows, and whether it is white space itself. `age` counts how often all was forgotten.
    """

    def __init__(self, vocab: "Vocab", layers: Sequence[Any]) -> None:
        self._vocab, self._layers, self.age = vocab, layers, -1
        self._forget()

    def _forget(self) -> None:
        import numpy

        self.age += 1
        self._numbers: dict[int, int] = {}
        self._spellings: dict[int, int] = {}
        self.texts: list[str] = []
        self.spelled, self.sizes, self.spaced = (numpy.empty(0, "int64") for _ in range(3))
        self.blank = numpy.empty(0, bool)
        self.embedded = [numpy.empty((0, layer.get_dim("nO")), "float32") for layer in self._layers]

    def numbered(self, documents: Sequence["Doc"]) -> "numpy.ndarray":
        """The number of each token's word (n); numbers hold until the next call."""
        import numpy
        from spacy.attrs import NORM, ORTH, SPACY

        if len(self._numbers) > _MOST:
            self._forget()
        table = numpy.concatenate([document.to_array([ORTH, NORM, SPACY]) for document in documents])
        keys = table[:, 0] * numpy.uint64(_ODD) + table[:, 1] * numpy.uint64(_ODDER) + table[:, 2]
        distinct, firsts, of = numpy.unique(keys, return_index=True, return_inverse=True)
        ordered = distinct.tolist()
        new = [i for i, key in enumerate(ordered) if key not in self._numbers]
        if new:
            self._learn([ordered[i] for i in new], table[firsts[new]])
        found: numpy.ndarray = numpy.array([self._numbers[key] for key in ordered])[of]
        return found

    def _learn(self, keys: Sequence[int], table: "numpy.ndarray") -> None:
        """`table` (n, 3): spelling, norm, whether white space follows."""
        import numpy

        orths = table[:, 0].tolist()
        self._numbers.update(zip(keys, range(len(self._numbers), len(self._numbers) + len(keys)), strict=True))
        for orth in orths:
            if orth not in self._spellings:
                self._spellings[orth] = len(self._spellings)
                self.texts.append(self._vocab.strings[orth])
        spelled = numpy.array([self._spellings[orth] for orth in orths])
        self.spelled = numpy.concatenate([self.spelled, spelled])
        self.sizes = numpy.concatenate([self.sizes, [len(self.texts[i]) for i in spelled.tolist()]])
        self.spaced = numpy.concatenate([self.spaced, table[:, 2].astype("int64")])
        self.blank = numpy.concatenate([self.blank, [self.texts[i].isspace() for i in spelled.tolist()]])
        words = _made(self._vocab, table)
        for i, layer in enumerate(self._layers):
            self.embedded[i] = numpy.concatenate([self.embedded[i], layer.predict([words])[0]])


def _made(vocab: "Vocab", table: "numpy.ndarray") -> "Doc":
    """The words as one made-up sentence; `table` (n, 3) as above."""
    from spacy.tokens import Doc

    orths, norms, spaces = (table[:, i].tolist() for i in range(3))
    made = Doc(vocab, words=[vocab.strings[orth] for orth in orths], spaces=[bool(space) for space in spaces])
    for i, norm in enumerate(norms):
        if vocab[orths[i]].norm != norm:  # the tokenizer gives "'ll" the norm "will" in one place, none in another
            made[i].norm_ = vocab.strings[norm]
    return made
