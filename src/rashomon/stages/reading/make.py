"""A model of the make that is known, its parts run over a batch of sentences as arrays.

Each distinct word is embedded once (`words`), the layers over neighbours run in blocks (`convolution`), tags are one product more,
parses (`arcs`) and names (`names`) go one move further in all sentences at a time, and parts of speech and lemmas are looked up
(`lemmas`). spaCy's documents are asked for their words, and given the parse only where one of its own rules is needed.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rashomon.stages.reading.arcs import Arcs, can_parse
from rashomon.stages.reading.convolution import Convolution, is_convolution
from rashomon.stages.reading.lemmas import Lemmas, can_look_up
from rashomon.stages.reading.look import Look
from rashomon.stages.reading.names import Names, can_decode
from rashomon.stages.reading.words import Words, is_embedding
from rashomon.stages.reading.writing import EMPTY, Span, Table, Writing

if TYPE_CHECKING:
    import numpy
    from spacy.language import Language
    from spacy.tokens import Doc

_PARTS = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]
_NONPROJECTIVE = "||"  # spaCy's mark of an arc that is to be hung elsewhere


def is_known(model: "Language") -> bool:
    if model.pipe_names != _PARTS:
        return False
    tok2vec, tagger, parser, ner = (_model(model, name) for name in ("tok2vec", "tagger", "parser", "ner"))
    own = [
        [layer for layer in each.walk() if fits(layer)]
        for each in (tok2vec, ner)
        for fits in (is_embedding, is_convolution)
    ]
    listening = [each.layers[0].name == "tok2vec-listener" for each in (tagger, parser.get_ref("tok2vec"))]
    softmax = [layer.name for layer in tagger.walk() if layer.param_names]
    made = all(len(layers) == 1 for layers in own) and all(listening) and softmax == ["softmax"]
    return made and can_parse(model.get_pipe("parser")) and can_decode(model.get_pipe("ner")) and can_look_up(model)


def _model(model: "Language", name: str) -> Any:
    return model.get_pipe(name).model  # type: ignore[attr-defined]


class Make:
    def __init__(self, model: "Language") -> None:
        import numpy

        shared, names = _model(model, "tok2vec"), _model(model, "ner")
        embeddings = [layer for each in (shared, names) for layer in each.walk() if is_embedding(layer)]
        self._encoders = [
            Convolution(layer) for each in (shared, names) for layer in each.walk() if is_convolution(layer)
        ]
        self._words = Words(model.vocab, embeddings)
        (softmax,) = (layer for layer in _model(model, "tagger").walk() if layer.name == "softmax")
        self._tagging = softmax.get_param("W").T, softmax.get_param("b")
        self._arcs, self._names = Arcs(model.get_pipe("parser")), Names(model.get_pipe("ner"))
        tags = list(model.get_pipe("tagger").labels)  # type: ignore[attr-defined]
        self._tags = numpy.array(tags)
        self._crooked = numpy.array([_NONPROJECTIVE in label for label in self._arcs.labels])
        self._mending = model.get_pipe("parser").postprocesses  # type: ignore[attr-defined]
        self._lemmas = Lemmas(model)
        self._writing = Writing(self._lemmas, self._words, tags, self._arcs.labels)

    def annotated(self, documents: Sequence["Doc"], look: Look | None) -> Iterator[tuple[bytes, list[Span]]]:
        """Of each sentence the tokens, written, and the names."""
        full = [document for document in documents if len(document)]
        found = self._annotated(full, look) if full else iter(())
        for document in documents:
            yield next(found) if len(document) else (EMPTY, [])

    def _annotated(self, documents: Sequence["Doc"], look: Look | None) -> Iterator[tuple[bytes, list[Span]]]:
        import numpy

        sizes = [len(document) for document in documents]
        words = self._words.numbered(documents)
        shared, own = (
            encoder(embedded.take(words, axis=0), sizes)
            for encoder, embedded in zip(self._encoders, self._words.embedded, strict=True)
        )
        tags = (numpy.dot(shared, self._tagging[0]) + self._tagging[1]).argmax(axis=1)
        parsed = numpy.ones(len(sizes), bool) if look is None else self._seen(look, words, tags, sizes)
        heads, labels = self._parses(shared, sizes, parsed)
        table = Table(sizes, words, tags, labels, heads, parsed)
        starts = self._mended(documents, table)
        names = self._names.found(own, sizes, starts, self._words.blank[words])
        return self._writing.written(documents, table, names)

    def _seen(self, look: Look, words: "numpy.ndarray", tags: "numpy.ndarray", sizes: Sequence[int]) -> "numpy.ndarray":
        """Whether each sentence is to be parsed."""
        import numpy

        spelled = self._words.spelled[words]
        telling = numpy.zeros(len(self._words.texts), bool)
        telling[[i for i in numpy.unique(spelled).tolist() if look.word_tells(self._words.texts[i])]] = True
        told = telling[spelled] | numpy.array([look.tag_tells(tag) for tag in self._tags.tolist()])[tags]
        seen: numpy.ndarray = numpy.logical_or.reduceat(told, _firsts(sizes))
        return seen

    def _parses(
        self, rows: "numpy.ndarray", sizes: Sequence[int], parsed: "numpy.ndarray"
    ) -> tuple["numpy.ndarray", "numpy.ndarray"]:
        """Head and label of each token; where a sentence is not parsed, itself and none."""
        import numpy

        heads, labels = numpy.arange(len(rows)), numpy.zeros(len(rows), "int64")
        some = numpy.flatnonzero(numpy.repeat(parsed, sizes))
        if len(some):
            lengths = [size for size, seen in zip(sizes, parsed.tolist(), strict=True) if seen]
            found, labels[some] = self._arcs.parsed(rows[some], lengths)
            heads[some] = some[found]
        return heads, labels

    def _mended(self, documents: Sequence["Doc"], table: Table) -> "numpy.ndarray":
        """Whether each token begins a sentence of the parse. Arcs that are to be hung elsewhere are, by spaCy's own rules."""
        import numpy

        firsts = _firsts(table.sizes)
        starts = numpy.zeros(len(table.words), bool)
        starts[firsts] = True
        several = numpy.add.reduceat(table.heads == numpy.arange(len(starts)), firsts) > 1
        crooked = numpy.logical_or.reduceat(self._crooked[table.labels], firsts)
        for i in numpy.flatnonzero(table.parsed & (several | crooked)).tolist():
            self._mend(documents[i], table, starts, int(firsts[i]))
        return starts

    def _mend(self, document: "Doc", table: Table, starts: "numpy.ndarray", first: int) -> None:
        import numpy
        from spacy.attrs import HEAD, SENT_START

        own = slice(first, first + len(document))
        self._writing.mark(document, table, own)
        for hook in self._mending:
            hook(document)
        found = document.to_array([HEAD, SENT_START]).astype("int64")
        table.heads[own] = found[:, 0] + numpy.arange(own.start, own.stop)
        table.labels[own] = [self._arcs.labels.index(token.dep_) for token in document]
        starts[own] = found[:, 1] == 1


def _firsts(sizes: Sequence[int]) -> "numpy.ndarray":
    import numpy

    return numpy.cumsum([0, *sizes[:-1]])
