"""The model's parses, all sentences of a batch one move further at a time.

spaCy's parser (arc-eager, greedy; Nivre 2003, Honnibal and Johnson 2014) reads a sentence from the left, by moves: *shift* lays the
next token on a stack, *reduce* takes the top off, *left* hangs the top below the next token, *right* the next token below the top,
*break* begins a sentence. A move hangs on eight tokens. The same weights, rules and choices as spaCy's, one matrix product a move
for all sentences instead of one call each.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rashomon.stages.reading.pieces import best_of
from rashomon.stages.reading.runs import runs

if TYPE_CHECKING:
    import numpy

_FEATURES = 8  # next and next but one; top of the stack and two below; last left child of the next; last left and right of the top
_MOVES = "SDLRB"
# Tokens parsed together: the table of what each is worth as each feature takes 4 kB a token.
_TOGETHER = 4_000


def can_parse(parser: Any) -> bool:
    """Whether the parser is of the make that this file knows."""
    model, names = parser.model, parser.move_names
    kinds = "".join(name[0] for name in names)
    return bool(
        parser.cfg.get("beam_width") == 1
        and not parser.cfg.get("learn_tokens")
        and model.attrs.get("has_upper")
        and not model.attrs.get("unseen_classes")
        and model.get_ref("lower").get_dim("nF") == _FEATURES
        and model.get_ref("lower").get_dim("nP") > 1
        and all(kinds.count(kind) == 1 for kind in "SDB")
        and kinds == "".join(kind * kinds.count(kind) for kind in _MOVES)
        and [layer.name for layer in model.get_ref("tok2vec").layers[1:]] == ["list2array", "linear"]
    )


class Arcs:
    """`labels`: those of the arcs, first "" for a token that was not parsed."""

    def __init__(self, parser: Any) -> None:
        import numpy

        model, names = parser.model, parser.move_names
        linear, lower, upper = model.get_ref("tok2vec").layers[-1], model.get_ref("lower"), model.get_ref("upper")
        self._inner, self._inner_bias = linear.get_param("W").T, linear.get_param("b")
        weights = lower.get_param("W").transpose(0, 2, 1, 3)  # feature, piece, hidden, input
        self._weights = numpy.ascontiguousarray(weights.reshape(-1, weights.shape[-1]).T)
        self._pieces, self._hidden = weights.shape[1:3]
        self._bias = numpy.ascontiguousarray(lower.get_param("b").T).ravel()
        self._none = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(_FEATURES, -1)
        self._upper, self._upper_bias = numpy.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
        firsts = [min(i for i, name in enumerate(names) if name[0] == kind) for kind in _MOVES]
        self._left, self._right, self._break = firsts[2:]
        arcs = [name[2:] for name in names[self._left : self._break]]
        self.labels = ["", "ROOT", *arcs, *(part for label in arcs for part in label.split("||")[:-1])]

    def parsed(self, rows: "numpy.ndarray", sizes: Sequence[int]) -> tuple["numpy.ndarray", "numpy.ndarray"]:
        """Head of each token as a place among all tokens (a root's is its own), and its label's place in `labels`."""
        import numpy

        heads, labels = numpy.empty(len(rows), "int64"), numpy.empty(len(rows), "int64")
        for start, lengths in runs(sizes, _TOGETHER):
            stop = start + sum(lengths)
            found, labels[start:stop] = self._some(rows[start:stop], lengths)
            heads[start:stop] = found + start
        return heads, labels

    def _some(self, rows: "numpy.ndarray", sizes: Sequence[int]) -> tuple["numpy.ndarray", "numpy.ndarray"]:
        import numpy

        worth = self._worth(rows)
        table = _Table(sizes)
        while table.moving():
            hidden = self._best(worth.take(table.features(), axis=0))
            table.move(*self._chosen(numpy.dot(hidden, self._upper) + self._upper_bias, table.allowed()))
        heads, labels = table.head[1:] - 1, table.label[1:] + 1
        roots = numpy.flatnonzero(heads < 0)
        heads[roots], labels[roots] = roots, 1
        return heads, labels

    def _worth(self, rows: "numpy.ndarray") -> "numpy.ndarray":
        """What each token is worth as each feature ((n + 1) × features, pieces × hidden); the first stands for no token."""
        import numpy

        worth = numpy.empty((len(rows) + 1, self._weights.shape[1]), "float32")
        worth[0] = self._none.ravel()
        numpy.dot(numpy.dot(rows, self._inner) + self._inner_bias, self._weights, out=worth[1:])
        return worth.reshape(-1, self._pieces * self._hidden)

    def _best(self, features: "numpy.ndarray") -> "numpy.ndarray":
        """The hidden layer (n, hidden) of the features' worths (n, features, pieces × hidden)."""
        import numpy

        summed = numpy.add.reduce(features, axis=1)
        summed += self._bias
        return best_of(summed, self._hidden)

    def _chosen(self, scores: "numpy.ndarray", allowed: "numpy.ndarray") -> tuple["numpy.ndarray", "numpy.ndarray"]:
        """The best move that is allowed (place in "SDLRB"), and the label's place among the arcs' labels, where it makes an arc."""
        import numpy

        left, right = scores[:, self._left : self._right], scores[:, self._right : self._break]
        labels = numpy.stack([left.argmax(axis=1), right.argmax(axis=1) + left.shape[1]], axis=1)
        rows = numpy.arange(len(scores))
        arcs = [scores[rows, self._left + labels[:, 0]], scores[rows, self._left + labels[:, 1]]]
        kinds = numpy.stack([scores[:, 0], scores[:, 1], *arcs, scores[:, self._break]], axis=1)
        kinds[~allowed] = -numpy.inf
        moves = kinds.argmax(axis=1)
        return moves, labels[rows, (moves == 3).astype("int64")]


class _Table:
    """Where all sentences stand. Tokens are numbered from 1; 0 is none. Stack and rest of a sentence are chains of tokens."""

    def __init__(self, sizes: Sequence[int]) -> None:
        import numpy

        ends = numpy.cumsum(sizes)
        self._next = numpy.arange(1, ends[-1] + 2)  # of a token in the rest: the one behind it
        self._next[ends] = 0
        self._next[0] = 0
        self._below, self._left, self._right, self._before, self.head, self.label = (
            numpy.zeros(ends[-1] + 1, "int64") for _ in range(6)
        )
        self._back, self._starts = (numpy.zeros(ends[-1] + 1, bool) for _ in range(2))
        self._front = ends - sizes + 1
        self._top = numpy.zeros_like(self._front)
        self._starts[self._front] = True

    def moving(self) -> bool:
        """Puts the sentences aside that are read to their end. Whether any is left."""
        going = (self._front > 0) | (self._top > 0)
        if not going.all():
            self._front, self._top = self._front[going], self._top[going]
        return len(self._front) > 0

    def features(self) -> "numpy.ndarray":
        """The eight tokens of each sentence (n, 8), as rows of the table of worths."""
        import numpy

        front, top = self._front, self._top
        under = self._below[top]
        tokens = [front, self._next[front], top, under, self._below[under]]
        tokens += [self._left[front], self._left[top], self._right[top]]
        return numpy.stack(tokens, axis=1) * _FEATURES + numpy.arange(_FEATURES)

    def allowed(self) -> "numpy.ndarray":
        """Which moves each sentence may make (n, 5)."""
        import numpy

        front, top = self._front, self._top
        second, stacked = self._next[front], top > 0
        linking = stacked & (front > 0) & ~self._starts[front]
        shift = ~stacked | (linking & (second > 0) & ~self._back[front])
        breaking = (second > 0) & (second == front + 1) & ~self._starts[second]
        return numpy.stack([shift, stacked, linking, linking, breaking], axis=1)

    def move(self, moves: "numpy.ndarray", labels: "numpy.ndarray") -> None:
        import numpy

        shift, reduce, left, right, breaks = (numpy.flatnonzero(moves == kind) for kind in range(5))
        self._starts[self._next[self._front[breaks]]] = True
        self._reduce(reduce)
        self._hang_left(left, labels[left])
        self._hang_right(right, labels[right])
        pushed = numpy.concatenate([shift, right])
        front = self._front[pushed]
        self._below[front] = self._top[pushed]
        self._top[pushed], self._front[pushed] = front, self._next[front]

    def _reduce(self, some: "numpy.ndarray") -> None:
        """Takes the top off; one without a head goes back to the rest, unless nothing lies below it."""
        top = self._top[some]
        under = self._below[top]
        self._top[some] = under
        returned = (self.head[top] == 0) & (under > 0)
        tokens, back = top[returned], some[returned]
        self._back[tokens] = True
        self._next[tokens] = self._front[back]
        self._front[back] = tokens

    def _hang_left(self, some: "numpy.ndarray", labels: "numpy.ndarray") -> None:
        """The top goes below the next token; the head that it had loses its last child."""
        top, front = self._top[some], self._front[some]
        had = self.head[top] > 0
        self._right[self.head[top[had]]] = self._before[top[had]]
        self.head[top], self.label[top], self._left[front] = front, labels + 1, top
        self._back[front] = False
        self._top[some] = self._below[top]

    def _hang_right(self, some: "numpy.ndarray", labels: "numpy.ndarray") -> None:
        top, front = self._top[some], self._front[some]
        self._before[front], self._right[top] = self._right[top], front
        self.head[front], self.label[front] = top, labels + 1
