"""Part of speech and lemma of each token, asked of the model once for each word with its tag and label.

The model's attribute ruler (179 patterns, nearly all of one token) and its rule lemmatizer look at a token alone; over running
text they take as long as the parser, over the distinct (word, tag, label) next to nothing. Sentences in which a pattern of
several tokens matches ("ain't", "gotta", "there is") are given to them whole.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Key = tuple[int, int, int]  # word, tag, label, as numbers in the model's table of strings
Row = tuple[int, str, str, str, str, str, int]  # start, text, lemma, pos, tag, label, head
# What a token has before these two parts run: the key tells it all.
_OF_A_TOKEN = frozenset({"LOWER", "ORTH", "TEXT", "NORM", "TAG", "DEP", "IS_SPACE", "SHAPE", "LENGTH"})
_MOST = 400_000  # kept keys: some 100 MB, a long stream's worth


def can_look_up(model: "Language") -> bool:
    """Whether the model's ruler and lemmatizer look at tokens alone, but for patterns that can be told apart."""
    ruler, lemmatizer = model.get_pipe("attribute_ruler"), model.get_pipe("lemmatizer")
    patterns = [pattern for entry in ruler.patterns for pattern in entry["patterns"]]  # type: ignore[attr-defined]
    plain = all(set(pattern[0]) <= _OF_A_TOKEN for pattern in patterns if len(pattern) == 1)
    return plain and getattr(lemmatizer, "mode", None) == "rule"


class Lemmas:
    def __init__(self, model: "Language") -> None:
        from spacy.matcher import Matcher

        self._ruler, self._lemmatizer = model.get_pipe("attribute_ruler"), model.get_pipe("lemmatizer")
        self._strings = model.vocab.strings
        self._known: dict[Key, tuple[str, str, str, str, str]] = {}
        self._several, self._openers = Matcher(model.vocab), Matcher(model.vocab)
        self._opening: set[Key] = set()
        for entry in self._ruler.patterns:  # type: ignore[attr-defined]
            if longer := [pattern for pattern in entry["patterns"] if len(pattern) > 1]:
                self._several.add(str(len(self._several)), longer)
                self._openers.add(str(len(self._openers)), [pattern[:1] for pattern in longer])

    def rows(self, documents: Sequence["Doc"]) -> Iterator[Iterator[Row]]:
        """The tokens of each sentence, which is tagged and, but for those passed over, parsed."""
        from spacy.attrs import DEP, HEAD, ORTH, SPACY, TAG

        if len(self._known) > _MOST:
            self._known.clear()
            self._opening.clear()
        tables = [document.to_array([ORTH, TAG, DEP, HEAD, SPACY]).astype("int64") for document in documents]
        keys = [list(map(tuple, table[:, :3].astype("uint64").tolist())) for table in tables]
        self._learn({key for each in keys for key in each} - self._known.keys(), documents)
        for document, table, own in zip(documents, tables, keys, strict=True):
            several = not self._opening.isdisjoint(own) and document.has_annotation("DEP") and self._several(document)
            known = self._whole(document) if several else [self._known[key] for key in own]
            yield _laid_out(known, table[:, 3].tolist(), table[:, 4].tolist())

    def _learn(self, keys: set[Key], documents: Sequence["Doc"]) -> None:
        """Asks for each key with a comma behind it, so that no two make a pattern."""
        if not keys:
            return
        import numpy
        from spacy.attrs import DEP, TAG
        from spacy.tokens import Doc

        vocab, ordered = documents[0].vocab, sorted(keys)
        words = [word for key in ordered for word in (self._strings[key[0]], ",")]
        comma, mark = self._strings.add(","), self._strings.add("punct")
        values = [value for _, tag, dep in ordered for value in ((tag, dep), (comma, mark))]
        document = Doc(vocab, words=words)
        document.from_array([TAG, DEP], numpy.array(values, "uint64"))  # type: ignore[arg-type]
        self._opening |= {ordered[start // 2] for _, start, _ in self._openers(document) if start % 2 == 0}
        for key, row in zip(ordered, self._whole(document)[::2], strict=True):
            self._known[key] = row

    def _whole(self, document: "Doc") -> list[tuple[str, str, str, str, str]]:
        """Text, lemma, pos, tag, label of each token, by the model's own parts."""
        self._lemmatizer(self._ruler(document))
        return [(t.text, t.lemma_, t.pos_, t.tag_, t.dep_) for t in document]


def _laid_out(
    known: Sequence[tuple[str, str, str, str, str]], heads: Sequence[int], spaces: Sequence[int]
) -> Iterator[Row]:
    start = 0
    for index, (text, lemma, pos, tag, dep) in enumerate(known):
        yield start, text, lemma, pos, tag, dep, index + heads[index]
        start += len(text) + spaces[index]
