"""The model's layers that look at a token's neighbours, over blocks of sentences that fit the processor's cache.

spaCy's encoder: four times each token gets the best of three pieces of a product over itself and its two neighbours, normed, added to
what it was. Beyond a sentence's ends stand places without a word; they begin as zeros and take part, as in spaCy: so many as can still
be felt inside the sentence are worked out, those further off are all alike.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rashomon.stages.reading.pieces import best_of
from rashomon.stages.reading.runs import runs

if TYPE_CHECKING:
    import numpy

_ONE = r"residual\(expand_window>>maxout>>layernorm>>dropout\)"
_NAME = re.compile(rf"with_array\({_ONE}(?:>>{_ONE})*\)")
# Tokens to a block: window and product (289 and 288 numbers a token) stay in the second cache.
_BLOCK = 512
_EPSILON = 1e-8  # thinc's LayerNorm


def is_convolution(node: Any) -> bool:
    """Whether a model's node is an encoder of the make that this file knows."""
    windows = [each.attrs["window_size"] for each in node.walk() if each.name == "expand_window"]
    return bool(_NAME.fullmatch(node.name)) and set(windows) == {1}


@dataclass(frozen=True)
class _Layer:
    weights: "numpy.ndarray"  # (3 × width + 1, pieces × width): left, own, right, bias; the columns piece by piece
    gain: "numpy.ndarray"
    shift: "numpy.ndarray"

    def __call__(self, window: "numpy.ndarray") -> "numpy.ndarray":
        """What is added to each token, by its window (n, 3 × width + 1)."""
        import numpy

        width = len(self.gain)
        best = best_of(numpy.dot(window, self.weights), width)
        best -= numpy.add.reduce(best, axis=1, keepdims=True) * numpy.float32(1 / width)
        spread = numpy.einsum("ij,ij->i", best, best)[:, None] * numpy.float32(1 / width) + numpy.float32(_EPSILON)
        best *= 1 / numpy.sqrt(spread)
        best *= self.gain
        best += self.shift
        return best


class Convolution:
    def __init__(self, node: Any) -> None:
        residuals = [
            each for each in node.walk() if each.name.startswith("residual(") and ">>residual(" not in each.name
        ]
        self._layers = [_layer(each) for each in residuals]
        self._far = _far_away(self._layers)

    def __call__(self, rows: "numpy.ndarray", sizes: Sequence[int]) -> "numpy.ndarray":
        """Each token in its sentence (n, width), by the tokens alone; `sizes`: tokens of each sentence, none of them 0."""
        import numpy

        found = numpy.empty_like(rows)
        for start, lengths in runs(sizes, _BLOCK):
            ends = numpy.cumsum(lengths)
            stop = start + int(ends[-1])
            found[start:stop] = self._block(rows[start:stop], ends)
        return found

    def _block(self, rows: "numpy.ndarray", ends: "numpy.ndarray") -> "numpy.ndarray":
        """`ends`: where each sentence ends, half-open."""
        tokens, depth, margin = len(rows), len(self._layers), 0
        for number, layer in enumerate(self._layers):
            wider = min(number + 1, depth - number - 1)
            window = _window(rows, tokens, ends, margin, wider, self._far[number])
            width = rows.shape[1]
            rows = window[:, width : 2 * width] + layer(window)
            margin = wider
        return rows


def _window(
    rows: "numpy.ndarray", tokens: int, ends: "numpy.ndarray", margin: int, wider: int, far: "numpy.ndarray"
) -> "numpy.ndarray":
    """Left, own, right and 1 for each token, then for the places beyond the ends: first behind, first before, second behind, …

    `rows`: the tokens and the places up to `margin`; asked for up to `wider`; `far`: what stands in all others.
    """
    import numpy

    count, width = len(ends), rows.shape[1]
    left, own, right = (slice(i * width, (i + 1) * width) for i in range(3))
    starts, lasts = numpy.append(0, ends[:-1]), ends - 1

    def place(distance: int, before: bool) -> "numpy.ndarray":
        if distance == 0:
            ends_of: numpy.ndarray = rows[starts if before else lasts]
            return ends_of
        first = tokens + (2 * (distance - 1) + before) * count
        found: numpy.ndarray = rows[first : first + count] if distance <= margin else far
        return found

    window = numpy.empty((tokens + 2 * wider * count, 3 * width + 1), "float32")
    window[:, -1] = 1
    window[:tokens, own] = rows[:tokens]
    window[1:tokens, left] = rows[: tokens - 1]
    window[: tokens - 1, right] = rows[1:tokens]
    window[starts, left] = place(1, True)
    window[lasts, right] = place(1, False)
    for distance in range(1, wider + 1):
        for before in (False, True):
            first = tokens + (2 * (distance - 1) + before) * count
            some = window[first : first + count]
            inner, outer = (right, left) if before else (left, right)
            some[:, inner], some[:, own] = place(distance - 1, before), place(distance, before)
            some[:, outer] = place(distance + 1, before)
    return window


def _layer(residual: Any) -> _Layer:
    import numpy

    (maxout,) = (each for each in residual.walk() if each.name == "maxout")
    (norm,) = (each for each in residual.walk() if each.name == "layernorm")
    weights, bias = maxout.get_param("W"), maxout.get_param("b")  # (width, pieces, 3 × width), (width, pieces)
    whole = numpy.concatenate([weights, bias[:, :, None]], axis=2)
    columns = whole.transpose(1, 0, 2).reshape(-1, whole.shape[2])
    return _Layer(numpy.ascontiguousarray(columns.T), norm.get_param("G"), norm.get_param("b"))


def _far_away(layers: Sequence[_Layer]) -> list["numpy.ndarray"]:
    """What stands, before each layer, in a place so far from any token that none is felt there."""
    import numpy

    found = [numpy.zeros(len(layers[0].gain), "float32")]
    for layer in layers:
        window = numpy.concatenate([found[-1], found[-1], found[-1], numpy.ones(1, "float32")])[None]
        found.append(found[-1] + layer(window)[0])
    return found
