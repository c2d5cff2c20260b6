"""Maxout: of the pieces of a product the best, number by number."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy


def best_of(product: "numpy.ndarray", width: int) -> "numpy.ndarray":
    """(n, width) of a product (n, pieces × width) whose pieces, two or more, stand one behind the other."""
    import numpy

    best: numpy.ndarray = numpy.maximum(product[:, :width], product[:, width : 2 * width])
    for start in range(2 * width, product.shape[1], width):
        numpy.maximum(best, product[:, start : start + width], out=best)
    return best
