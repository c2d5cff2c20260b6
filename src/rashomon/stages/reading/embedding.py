"""Each distinct word of a batch embedded once.

A model's embedding looks at one token alone: its norm, affixes, shape and vector. Over running text that is a good third of the
matrix products, over the batch's distinct words a quarter of it. What comes out for each token is the same.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy
    from spacy.language import Language
    from spacy.tokens import Doc

_FIRST, _LAST = "extract_features>>", ">>ragged2list"  # spaCy's MultiHashEmbed, with vectors or without
_ODD, _ODDER = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F  # three numbers to one, with no two alike among a batch's


def embed_once(model: "Language") -> int:
    """Has the model's parts embed each distinct word of a batch once, from now on, for prediction only. How many parts were changed."""
    changed = 0
    for _, pipe in model.pipeline:
        whole: Any = getattr(pipe, "model", None)
        for node in list(whole.walk()) if whole is not None else ():
            if node.name.startswith(_FIRST) and node.name.endswith(_LAST):
                whole.replace_node(node, _once(node))
                changed += 1
    return changed


def _once(layer: Any) -> Any:
    import numpy
    from thinc.api import Model

    def forward(model: Any, documents: Sequence["Doc"], is_train: bool) -> tuple[list[Any], Callable[..., Any]]:
        inner = model.layers[0]
        if is_train or not any(map(len, documents)):
            found: tuple[list[Any], Callable[..., Any]] = inner(documents, is_train)
            return found
        words, of = _distinct(documents)
        (embedded,), backward = inner([words], is_train)
        ends = numpy.cumsum([len(document) for document in documents])
        return numpy.split(embedded[of], ends[:-1]), backward

    return Model("once", forward, layers=[layer], dims={"nO": layer.get_dim("nO")})


def _distinct(documents: Sequence["Doc"]) -> tuple["Doc", "numpy.ndarray"]:
    """The distinct words as one made-up sentence, and which of them each token of the documents is."""
    import numpy
    from spacy.attrs import NORM, ORTH, SPACY
    from spacy.tokens import Doc

    table = numpy.concatenate([document.to_array([ORTH, NORM, SPACY]) for document in documents if len(document)])
    keys = table[:, 0] * numpy.uint64(_ODD) + table[:, 1] * numpy.uint64(_ODDER) + table[:, 2]
    _, firsts, of = numpy.unique(keys, return_index=True, return_inverse=True)
    orths, norms, spaces = (table[firsts, i].tolist() for i in range(3))
    vocab = next(iter(documents)).vocab
    made = Doc(vocab, words=[vocab.strings[orth] for orth in orths], spaces=[bool(space) for space in spaces])
    for i, norm in enumerate(norms):
        if vocab[orths[i]].norm != norm:  # the tokenizer gives "'ll" the norm "will" in one place, none in another
            made[i].norm_ = vocab.strings[norm]
    return made, of
