"""The model's names, found for a whole batch in a few matrix products.

spaCy's recogniser reads token by token: outside a name it may begin one, be one of a single token, or go on; inside, it goes on or
ends. What it does outside hangs on the token alone, so that all tokens are scored at once, and only the few inside names one after
the other. The same weights, the same choices.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rashomon.stages.reading.pieces import best_of

if TYPE_CHECKING:
    import numpy

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
        and [layer.name for layer in ner.model.get_ref("tok2vec").layers[1:]] == ["list2array", "linear"]
    )


class Names:
    """The recogniser's weights: what each choice is worth at each token."""

    def __init__(self, ner: Any) -> None:
        import numpy

        linear, lower, upper = (
            ner.model.get_ref("tok2vec").layers[-1],
            ner.model.get_ref("lower"),
            ner.model.get_ref("upper"),
        )
        self._moves = [str(ner.moves.get_class_name(i)) for i in range(ner.moves.n_moves)]
        self._column = {name: i for i, name in enumerate(self._moves)}
        self._inner, self._inner_bias = linear.get_param("W").T, linear.get_param("b")
        weights = lower.get_param("W").transpose(0, 3, 2, 1)  # feature, input, piece, hidden
        self._weights = numpy.ascontiguousarray(weights.reshape(_FEATURES, weights.shape[1], -1))
        self._none = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(_FEATURES, -1)
        self._bias = numpy.ascontiguousarray(lower.get_param("b").T).ravel()
        self._upper, self._upper_bias = numpy.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")

    def found(
        self, rows: "numpy.ndarray", sizes: Sequence[int], starts: "numpy.ndarray", spaces: "numpy.ndarray"
    ) -> list[Spans]:
        """The names of each sentence, in order of the text. `rows` (n, width): the recogniser's encoding of the tokens; `starts`,
        `spaces` (n): whether a token begins a sentence as the parser cut it, and whether it is white space."""
        import numpy

        inner = numpy.dot(rows, self._inner) + self._inner_bias
        ends = numpy.append(starts[1:], True)
        moves = self._outside(inner, ends, spaces)
        cuts = numpy.cumsum([0, *sizes])
        owner = numpy.repeat(numpy.arange(len(sizes)), sizes)
        spans: list[Spans] = [[] for _ in sizes]
        for first, last, label in _apart(self._read_off(inner, moves, ends)):
            of = int(owner[first])
            spans[of].append((first - int(cuts[of]), last - int(cuts[of]), label))
        return spans

    def _outside(self, inner: "numpy.ndarray", ends: "numpy.ndarray", spaces: "numpy.ndarray") -> list[tuple[int, str]]:
        """Each token outside a name that begins or is one, and its move. A name neither begins on white space nor goes over a sentence's
        end."""
        import numpy

        scores = self._scored(numpy.dot(inner, self._weights[0]) + self._none[1] + self._none[2])
        for i, name in enumerate(self._moves):
            if name[0] in "IL" or name in ("U-", "B-"):
                scores[:, i] = -numpy.inf
            elif name[0] == "B":
                scores[ends | spaces, i] = -numpy.inf
            elif name[0] == "U":
                scores[spaces, i] = -numpy.inf
        best = scores.argmax(axis=1)
        beginning = numpy.flatnonzero(numpy.array([name[0] in "BU" for name in self._moves])[best])
        return [(i, self._moves[move]) for i, move in zip(beginning.tolist(), best[beginning].tolist(), strict=True)]

    def _read_off(
        self, inner: "numpy.ndarray", moves: Sequence[tuple[int, str]], ends: "numpy.ndarray"
    ) -> dict[int, tuple[int, int, str]]:
        """All names, by their first token among all tokens. Every round goes one token on in all open names."""
        import numpy

        found = {i: (i, i + 1, move[2:]) for i, move in moves if move[0] == "U"}
        first = numpy.array([i for i, move in moves if move[0] == "B"], "int64")
        at, labels = first + 1, [move[2:] for _, move in moves if move[0] == "B"]
        begun = numpy.dot(inner[first], self._weights[1])
        while len(first):
            over = self._closes(inner, begun, at, labels) | ends[at]
            for i in numpy.flatnonzero(over).tolist():
                found[int(first[i])] = (int(first[i]), int(at[i]) + 1, labels[i])
            left = numpy.flatnonzero(~over)
            first, begun, at, labels = first[left], begun[left], at[left] + 1, [labels[i] for i in left.tolist()]
        return found

    def _closes(
        self, inner: "numpy.ndarray", begun: "numpy.ndarray", at: "numpy.ndarray", labels: Sequence[str]
    ) -> "numpy.ndarray":
        """For open names (`begun`: what their first tokens are worth): whether each ends with the token `at` rather than going on."""
        import numpy

        own, before = numpy.dot(inner[at], self._weights[0]), numpy.dot(inner[at - 1], self._weights[2])
        scores = self._scored(own + begun + before)
        rows = numpy.arange(len(at))
        on = scores[rows, [self._column[f"I-{label}"] for label in labels]]
        end: numpy.ndarray = scores[rows, [self._column[f"L-{label}"] for label in labels]]
        return end > on

    def _scored(self, summed: "numpy.ndarray") -> "numpy.ndarray":
        import numpy

        summed += self._bias
        hidden = best_of(summed, len(self._upper))
        scores: numpy.ndarray = numpy.dot(hidden, self._upper)
        scores += self._upper_bias
        return scores


def _apart(names: dict[int, tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Those that a reader from the left meets, in order: what begins inside a name is none."""
    taken, kept = 0, []
    for first in sorted(names):
        if first >= taken:
            kept.append(names[first])
            taken = names[first][1]
    return kept
