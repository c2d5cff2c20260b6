"""The model's parts, run one after the other over a batch of sentences: what reading needs of them and no more.

Annotations are those of the whole model. Its two parts that look at one token at a time (attribute ruler, rule lemmatizer) are
asked once for each word, tag and label (`lemmas`); each distinct word is embedded once (`embedding`); names are found in one step
for all sentences (`names`). Where a model is made of other parts, it runs as it comes.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.model.reading import Name, Token
from rashomon.stages.reading.embedding import embed_once
from rashomon.stages.reading.lemmas import Lemmas, can_look_up
from rashomon.stages.reading.look import Look
from rashomon.stages.reading.names import Spans, can_decode, names_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Annotated = tuple[tuple[Token, ...], tuple[Name, ...]]
# The model's own dates and numbers are not kept: it cuts "January 6, 2022" in two. `text/` reads them.
_KEPT = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
_PARTS = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]


class Pipes:
    """A model, ready to read batches; `take` is for one thread at a time."""

    def __init__(self, model: "Language") -> None:
        self._model = model
        known = model.pipe_names == _PARTS
        if known:
            embed_once(model)
        self._lemmas = Lemmas(model) if known and can_look_up(model) else None
        self._decodes = known and can_decode(model.get_pipe("ner"))

    def tokenized(self, text: str) -> "Doc":
        return self._model.make_doc(text)

    def take(self, documents: Sequence["Doc"], look: Look | None) -> Iterator[Annotated]:
        """Tokens and names of each sentence, in order. Those in which the look sees nothing are not parsed."""
        if self._lemmas is None:
            for document in self._model.pipe(documents):
                yield _tokens(_plain_rows(document)), _plain_names(document)
            return
        for name in ("tok2vec", "tagger"):
            self._run(name, documents)
        self._run("parser", [document for document in documents if look is None or look.sees(document)])
        if self._decodes:
            found = names_of(self._model.get_pipe("ner"), documents)
        else:
            self._run("ner", documents)
            found = [[(e.start, e.end, e.label_) for e in document.ents] for document in documents]
        for rows, spans in zip(self._lemmas.rows(documents), found, strict=True):
            tokens = _tokens(rows)
            yield tokens, _names(tokens, spans)

    def _run(self, name: str, documents: Sequence["Doc"]) -> None:
        if documents:
            pipe = self._model.get_pipe(name)
            pipe.set_annotations(documents, pipe.predict(documents))  # type: ignore[attr-defined]


def _tokens(rows: Iterator[tuple[int, str, str, str, str, str, int]]) -> tuple[Token, ...]:
    return tuple(
        Token(start, start + len(text), text, lemma.lower(), pos, tag, dep, head)
        for start, text, lemma, pos, tag, dep, head in rows
    )


def _plain_rows(document: "Doc") -> Iterator[tuple[int, str, str, str, str, str, int]]:
    return ((t.idx, t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.i) for t in document)


def _names(tokens: Sequence[Token], spans: Spans) -> tuple[Name, ...]:
    return tuple(
        Name(first, last, tokens[first].start, tokens[last - 1].end, label)
        for first, last, label in spans
        if label in _KEPT
    )


def _plain_names(document: "Doc") -> tuple[Name, ...]:
    return tuple(Name(e.start, e.end, e.start_char, e.end_char, e.label_) for e in document.ents if e.label_ in _KEPT)
