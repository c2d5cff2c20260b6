"""A stream of invented reports with known copies, fast enough that a million can be made while others are read.

`blocks(n, settings)` gives them a few thousand at a time, `Settings` says how much is copied and how. Nothing in it is anybody's: words are put
together from syllables, sentences from shapes written here; only function words and weekdays are English.

    words    the vocabulary: forms, classes, how often each is used
    shapes   what sentences look like
    ragged   rows of unequal length in flat arrays
    texts    reports as pieces: gather, join, select
    writing  own reports of one happening
    planning who copies whom
    making   copies: whole, edited, cut, lifted from, merged
    desks    outlets, their standing lines, titles, times
    setting  pieces to text, and where each sentence stands
    block    what is given: reports and their truth
    stream   block after block, with what is known of each
"""

from stream.block import WAYS, Block
from stream.settings import Settings
from stream.stream import blocks

__all__ = ["WAYS", "Block", "Settings", "blocks"]
