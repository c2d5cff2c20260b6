"""Pieces to text: standing lines put in, paragraphs opened, and where each sentence stands."""

import itertools

import numpy as np

from stream.desks import Desks
from stream.ragged import cuts_of, spread
from stream.settings import Settings
from stream.texts import Texts
from stream.words import PARAGRAPH, vocabulary

BREAK = 2  # characters before a paragraph; before another sentence there is one


def typeset(
    texts: Texts, desks: Desks, settings: Settings, rng: np.random.Generator
) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The text of each report; start and end of each sentence in it, as characters, half-open."""
    many, total = len(texts.counts), len(texts.sizes)
    at = rng.integers(1, texts.counts)  # the newsletter line stands before this sentence
    letter = rng.random(many) < settings.newsletters
    foot = rng.random(many) < settings.footers
    opens = texts.opens.copy()
    opens[(texts.first + at)[letter]] = True
    # Body sentences come first in this table, then a newsletter line and a footer for each report.
    pieces = np.concatenate([_opened(texts, opens), desks.newsletter[texts.outlet], desks.footer[texts.outlet]])
    sizes = np.concatenate([texts.sizes, np.ones(2 * many, np.int64)])
    report = np.arange(many)
    starts = np.stack([texts.first, total + report, texts.first + at, total + many + report], axis=1)
    lengths = np.stack([at, letter, texts.counts - at, foot], axis=1)
    order = spread(starts.ravel(), lengths.ravel())
    flat = pieces[spread(cuts_of(sizes)[:-1][order], sizes[order])]
    edges = cuts_of(desks.lengths[flat])
    sentence_edges = edges[cuts_of(sizes[order])]
    report_edges = sentence_edges[cuts_of(lengths.sum(axis=1))]
    whole = "".join(desks.forms[flat].tolist())
    bounds = report_edges.tolist()
    strings = [whole[a + BREAK : b] for a, b in itertools.pairwise(bounds)]
    start, end = np.empty(len(sizes), np.int64), np.empty(len(sizes), np.int64)
    offset = np.repeat(report_edges[:-1] + BREAK, lengths.sum(axis=1))
    start[order], end[order] = sentence_edges[:-1] - offset, sentence_edges[1:] - offset
    return strings, start[:total] + np.where(opens, BREAK, 1), end[:total]


def _opened(texts: Texts, opens: np.ndarray) -> np.ndarray:
    pieces = texts.pieces.copy()
    pieces[cuts_of(texts.sizes)[:-1][opens]] += PARAGRAPH * vocabulary().size
    return pieces
