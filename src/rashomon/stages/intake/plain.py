"""From a plain text to its paragraphs."""

import itertools
import re

from rashomon.stages.intake.marks import tidy

_BLANK = re.compile(r"\n[^\S\n]*\n")
_TERMINAL = re.compile(r"[.!?…:;»”\"')\]*]$")
_INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff\u00ad"
_NARROW, _WIDE = 40, 110  # a hard-wrapped line's usual length
_FEWEST_WRAPS = 3
_WRAPPED_SHARE = 0.6


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a plain text: its lines, or its blocks where the lines are clearly hard-wrapped."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    for letter in _INVISIBLE:
        text = text.replace(letter, "")
    blocks = [[tidy(line) for line in block.split("\n")] for block in _BLANK.split(text)]
    blocks = [[line for line in block if line] for block in blocks]
    if _wrapped(blocks):
        return [paragraph for block in blocks for paragraph in _joined(block)]
    return [line for block in blocks for line in block]


def _wrapped(blocks: list[list[str]]) -> bool:
    """Whether lines break in the middle of sentences at about one width."""
    breaks = [(line, after) for block in blocks for line, after in itertools.pairwise(block)]
    cut = [1 for line, _ in breaks if _NARROW <= len(line) <= _WIDE and not _TERMINAL.search(line)]
    longest = max((len(line) for block in blocks for line in block), default=0)
    return len(cut) >= _FEWEST_WRAPS and len(cut) >= _WRAPPED_SHARE * len(breaks) and longest <= _WIDE


def _joined(block: list[str]) -> list[str]:
    """The block as one paragraph; short lines of their own at its head or end stay lines."""
    paragraphs = [block[0]] if block else []
    for before, line in itertools.pairwise(block):
        if len(before) >= _NARROW:
            paragraphs[-1] += line if before.endswith("-") and before[-2:-1].isalpha() else " " + line
        else:
            paragraphs.append(line)
    return paragraphs
