"""Sentences to readings."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.model.identity import identify
from rashomon.model.reading import Name, Reading, Token
from rashomon.stages.reading.models import Reader

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The model's own dates and numbers are not kept: it cuts "January 6, 2022" in two. `text/` reads them.
_KEPT = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
_BATCH = 128
# A longer "sentence" is a table or a page without marks; the model's cost and memory grow with it.
_LONGEST = 2_000


def reading_id(sentence: str, reader: Reader) -> str:
    return identify("rea1", reader.key, sentence)


def read(sentences: Iterable[str], reader: Reader) -> Iterator[Reading]:
    """A reading for each sentence, in order. Of a sentence over 2,000 characters only the beginning is read."""
    texts = list(sentences)
    documents = reader.pipeline.pipe((text[:_LONGEST] for text in texts), batch_size=_BATCH)
    for text, document in zip(texts, documents, strict=True):
        yield _reading(text, document, reader)


def _reading(text: str, document: "Doc", reader: Reader) -> Reading:
    tokens = tuple(
        Token(t.idx, t.idx + len(t.text), t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.head.i) for t in document
    )
    names = tuple(Name(e.start, e.end, e.start_char, e.end_char, e.label_) for e in document.ents if e.label_ in _KEPT)
    return Reading(reading_id(text, reader), text, tokens, names)
