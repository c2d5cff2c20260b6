"""Rows of unequal length in flat arrays: row i is `flat[cuts[i]:cuts[i + 1]]`."""

import numpy as np


def cuts_of(lengths: np.ndarray) -> np.ndarray:
    """Where each row begins, and where the last one ends."""
    return np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])


def spread(starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """The indexes `starts[i] … starts[i] + lengths[i] - 1` of all i, one after another."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    found: np.ndarray = np.arange(total) + np.repeat(starts - ends + lengths, lengths)
    return found
