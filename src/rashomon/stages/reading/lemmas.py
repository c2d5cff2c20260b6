"""Part of speech and lemma of each token, asked of the model once for each word with its tag and label, and written once.

The model's attribute ruler (179 patterns, nearly all of one token) and its rule lemmatizer look at a token alone; over running
text they take as long as the parser, over the distinct (word, tag, label) next to nothing. Sentences in which a pattern of
several tokens matches ("ain't", "gotta", "there is") are given to them whole.
"""

from collections.abc import Collection, Iterable, MutableMapping, Sequence
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Key = tuple[str, str, str]  # word, tag, label
# What a token has before these two parts run: the key tells it all.
_OF_A_TOKEN = frozenset({"LOWER", "ORTH", "TEXT", "NORM", "TAG", "DEP", "IS_SPACE", "SHAPE", "LENGTH"})

_COMMA = (",", ",", "punct")


def can_look_up(model: "Language") -> bool:
    """Whether the model's ruler and lemmatizer look at tokens alone, but for patterns that can be told apart."""
    ruler, lemmatizer = model.get_pipe("attribute_ruler"), model.get_pipe("lemmatizer")
    patterns = [pattern for entry in ruler.patterns for pattern in entry["patterns"]]  # type: ignore[attr-defined]
    plain = all(set(pattern[0]) <= _OF_A_TOKEN for pattern in patterns if len(pattern) == 1)
    return plain and getattr(lemmatizer, "mode", None) == "rule"


class Lemmas:
    """What is known of each (word, tag, label): text, lemma, pos, tag and label as they stand in a written token."""

    def __init__(self, model: "Language") -> None:
        from spacy.matcher import Matcher

        self._ruler, self._lemmatizer = model.get_pipe("attribute_ruler"), model.get_pipe("lemmatizer")
        self._vocab = model.vocab
        _found_at_once(self._lemmatizer.lookups.get_table("lemma_index"))  # type: ignore[attr-defined]
        self._encode = msgspec.msgpack.Encoder().encode
        self._several, self._openers = Matcher(model.vocab), Matcher(model.vocab)
        for entry in self._ruler.patterns:  # type: ignore[attr-defined]
            if longer := [pattern for pattern in entry["patterns"] if len(pattern) > 1]:
                self._several.add(str(len(self._several)), longer)
                self._openers.add(str(len(self._openers)), [pattern[:1] for pattern in longer])

    def asked(self, keys: Sequence[Key]) -> tuple[list[bytes], list[bool]]:
        """Each key written, and whether a pattern of several tokens may begin with it.

        The model is asked for all as one document, that ends with a comma; where that makes a pattern of several, with one behind each.
        """
        document = self._document([*keys, _COMMA])
        opening = {start for _, start, _ in self._openers(document)}
        if opening and self.goes_together(document):
            apart = [each for key in keys for each in (key, _COMMA)]
            written = self.whole(self._document(apart))[::2]
        else:
            written = self.whole(document)[:-1]
        return written, [i in opening for i in range(len(keys))]

    def _document(self, keys: Sequence[Key]) -> "Doc":
        from spacy.tokens import Doc

        document = Doc(self._vocab, words=[word for word, _, _ in keys])
        self.mark(document, [tag for _, tag, _ in keys], [label for _, _, label in keys])
        return document

    def mark(
        self, document: "Doc", tags: Iterable[str], labels: Iterable[str], heads: Iterable[int] | None = None
    ) -> None:
        """Gives the document these tags and labels and, where told, heads (places relative to each token)."""
        import numpy
        from spacy.attrs import DEP, HEAD, TAG

        strings = self._vocab.strings
        columns = [
            numpy.array([strings.add(name) if name else 0 for name in names], "uint64") for names in (tags, labels)
        ]
        if heads is not None:
            columns.append(numpy.array(heads, "int64").astype("uint64"))
        document.from_array([TAG, DEP, HEAD][: len(columns)], numpy.stack(columns, axis=1))  # type: ignore[arg-type]

    def goes_together(self, document: "Doc") -> bool:
        """Whether a pattern of several tokens matches in the document, which is tagged and parsed."""
        return bool(self._several(document))

    def whole(self, document: "Doc") -> list[bytes]:
        """Each token written, by the model's own parts."""
        self._lemmatizer(self._ruler(document))
        return [self.written(t.text, t.lemma_, t.pos_, t.tag_, t.dep_) for t in document]

    def written(self, *parts: str) -> bytes:
        text, lemma, pos, tag, dep = parts
        return b"".join(map(self._encode, (text, lemma.lower(), pos, tag, dep)))


def _found_at_once(index: MutableMapping[int, Collection[str]]) -> None:
    """The known words of each part of speech, which the model has as lists (57,000 nouns) and looks through for each word anew."""
    for part, words in index.items():
        index[part] = frozenset(words)
