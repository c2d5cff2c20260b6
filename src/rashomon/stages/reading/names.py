"""The model's names, found for a whole batch in a few matrix products.

spaCy's recogniser reads token by token: outside a name it may begin one, be one of a single token, or go on; inside, it goes on or
ends. What it does outside hangs on the token alone, so that all tokens are scored at once, and only the few inside names one after
the other. The same weights, the same choices.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy
    from spacy.tokens import Doc

Spans = list[tuple[int, int, str]]  # tokens [first, last), label
_FEATURES = 3  # the token, the first of the open name, the last before it


def can_decode(ner: Any) -> bool:
    """Whether the recogniser is of the make that this file knows: greedy, three features, a layer on top, no labels of unknown kind."""
    lower = ner.model.get_ref("lower") if ner.model.has_ref("lower") else None
    return bool(
        lower is not None
        and ner.cfg.get("beam_width") == 1
        and not ner.cfg.get("incorrect_spans_key")
        and ner.model.attrs.get("has_upper")
        and lower.get_dim("nF") == _FEATURES
        and lower.get_dim("nP") > 1
        and not ner.model.attrs.get("unseen_classes")
        and {name.partition("-")[0] for name in ner.move_names} == set("BILUO")
    )


def names_of(ner: Any, documents: Sequence["Doc"]) -> list[Spans]:
    """The names of each sentence, in order of the text; the sentences have no names yet."""
    import numpy

    sizes = [len(document) for document in documents]
    if not sum(sizes):
        return [[] for _ in documents]
    scores = _Scores(ner, documents)
    cuts = numpy.cumsum([0, *sizes])
    owner = numpy.repeat(numpy.arange(len(sizes)), sizes)
    ends = _ends(documents)
    moves = scores.outside(ends, _spaces(documents))
    found = _read_off(scores, moves, ends)
    spans: list[Spans] = [[] for _ in documents]
    for first, last, label in sorted(found):
        of = int(owner[first])
        spans[of].append((first - int(cuts[of]), last - int(cuts[of]), label))
    return spans


def _ends(documents: Sequence["Doc"]) -> "numpy.ndarray":
    """For each token whether no name may go on behind it: the last of its sentence, as the parser cut it."""
    import numpy
    from spacy.attrs import SENT_START

    starts = [document.to_array(SENT_START).astype("int64") == 1 for document in documents]
    for each in starts:
        each[:1] = True
    return numpy.append(numpy.concatenate(starts)[1:], True)


def _spaces(documents: Sequence["Doc"]) -> "numpy.ndarray":
    import numpy
    from spacy.attrs import IS_SPACE

    return numpy.concatenate([document.to_array(IS_SPACE) for document in documents]).astype(bool)


def _read_off(scores: "_Scores", moves: list[str], ends: "numpy.ndarray") -> list[tuple[int, int, str]]:
    """All names as tokens of the batch. Every round goes one token on in all open names."""
    import numpy

    beginning = [i for i, move in enumerate(moves) if move[0] == "B"]
    found = {i: (i, i + 1, move[2:]) for i, move in enumerate(moves) if move[0] == "U"}
    first = numpy.array(beginning, "int64")
    at, labels = first + 1, [moves[i][2:] for i in beginning]
    closed: dict[int, tuple[int, int, str]] = {}
    while len(first):
        over = scores.closes(first, at, labels) | ends[at]
        for i in numpy.flatnonzero(over):
            closed[int(first[i])] = (int(first[i]), int(at[i]) + 1, labels[i])
        left = numpy.flatnonzero(~over)
        first, at, labels = first[left], at[left] + 1, [labels[i] for i in left]
    return _apart(found | closed)


def _apart(names: dict[int, tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Those that a reader from the left meets: what begins inside a name is none."""
    taken, kept = 0, []
    for first in sorted(names):
        if first >= taken:
            kept.append(names[first])
            taken = names[first][1]
    return kept


class _Scores:
    """The recogniser's weights over a batch: what each choice is worth at each token."""

    def __init__(self, ner: Any, documents: Sequence["Doc"]) -> None:
        lower, upper = ner.model.get_ref("lower"), ner.model.get_ref("upper")
        self._moves = [str(ner.moves.get_class_name(i)) for i in range(ner.moves.n_moves)]
        self._features = lower.predict(ner.model.get_ref("tok2vec").predict(documents))
        self._bias = lower.get_param("b")
        self._weights, self._base = upper.get_param("W"), upper.get_param("b")
        self._column = {name: i for i, name in enumerate(self._moves)}

    def outside(self, ends: "numpy.ndarray", spaces: "numpy.ndarray") -> list[str]:
        """The move at each token outside a name. A name neither begins on white space nor goes over a sentence's end."""
        import numpy

        none = self._features[0]  # row 0 stands for no token
        scores = self._scored(self._features[1:, 0] + none[1] + none[2])
        for i, name in enumerate(self._moves):
            if name[0] in "IL" or name in ("U-", "B-"):
                scores[:, i] = -numpy.inf
            elif name[0] == "B":
                scores[ends | spaces, i] = -numpy.inf
            elif name[0] == "U":
                scores[spaces, i] = -numpy.inf
        return [self._moves[i] for i in scores.argmax(axis=1)]

    def closes(self, first: "numpy.ndarray", at: "numpy.ndarray", labels: list[str]) -> "numpy.ndarray":
        """For open names that began at `first`: whether each ends with the token `at` rather than going on."""
        import numpy

        scores = self._scored(self._features[1 + at, 0] + self._features[1 + first, 1] + self._features[at, 2])
        rows = numpy.arange(len(at))
        on = scores[rows, [self._column[f"I-{label}"] for label in labels]]
        end: numpy.ndarray = scores[rows, [self._column[f"L-{label}"] for label in labels]]
        return end > on

    def _scored(self, summed: "numpy.ndarray") -> "numpy.ndarray":
        import numpy

        hidden = (summed + self._bias).max(axis=-1)
        scores: numpy.ndarray = numpy.dot(hidden, self._weights.T) + self._base
        return scores
