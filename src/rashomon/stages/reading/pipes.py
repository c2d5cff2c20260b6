"""A model's parts run together over a batch of sentences: what reading needs of them and no more.

Annotations are those of the whole model. Where it is of the make that this room knows (spaCy's English models but the transformer),
its layers run over all sentences at once (`make`); where it is made of other parts, it runs as it comes.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from rashomon.model.reading import Name, Token
from rashomon.stages.reading.look import Look
from rashomon.stages.reading.make import Make, is_known

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

Annotated = tuple[bytes, tuple[Name, ...]]  # the tokens as MessagePack, and the names
# The model's own dates and numbers are not kept: it cuts "January 6, 2022" in two. `text/` reads them.
_KEPT = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})


class Pipes:
    """A model, ready to read batches; `take` is for one thread at a time."""

    def __init__(self, model: "Language") -> None:
        self._model = model
        self._make = Make(model) if is_known(model) else None

    def tokenized(self, text: str) -> "Doc":
        return self._model.make_doc(text)

    def take(self, documents: Sequence["Doc"], look: Look | None) -> Iterator[Annotated]:
        """Tokens and names of each sentence, in order. Those in which the look sees nothing are not parsed."""
        if self._make is None:
            for document in self._model.pipe(documents):
                yield msgspec.msgpack.encode([_token(token) for token in document]), _plain_names(document)
            return
        for tokens, spans in self._make.annotated(documents, look):
            yield tokens, tuple(Name(*span) for span in spans if span[-1] in _KEPT)


def _token(token: "SpacyToken") -> Token:
    return Token(
        token.idx,
        token.idx + len(token.text),
        token.text,
        token.lemma_.lower(),
        token.pos_,
        token.tag_,
        token.dep_,
        token.head.i,
    )


def _plain_names(document: "Doc") -> tuple[Name, ...]:
    return tuple(Name(e.start, e.end, e.start_char, e.end_char, e.label_) for e in document.ents if e.label_ in _KEPT)
