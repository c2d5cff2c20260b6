"""What sentences look like: parts that are put together to some thousand shapes, each a row of slots.

`{noun}` is any word of that class; other words stand as they are. Marks (comma, stop, quotation marks) go into the piece beside them.
"""

import re
from dataclasses import dataclass
from functools import cache

import numpy as np

from stream.words import COMMA, COMMA_CLOSE, OPEN, PLAIN, STOP, STOP_CLOSE, UPPER, Words, vocabulary

SUBJECTS = """{det} {adj} {noun} | {det} {noun} of {det} {noun} | {first} {last}, {det} {noun} of {place}, | {last} | {det} {nouns}
{number} {nouns} | {det} {place} {body} | {part} {number} {unit} of {noun} | {nouns} and {nouns} | {det} {adj} {adj} {noun}
{det} {noun} {prep} {place} | {first} {last} | {adj} {nouns} {prep} {det} {noun} | he | she | they | {det} {body} of {noun}
{last}, {link} {verb} {det} {adj} {noun}, | {det} {noun}, {link} {be} {adj}, | {det} {number} {nouns} {prep} {place}""".replace(
    "\n", " | "
)
VERBS = """{verb} | {verb} | {verb} {adv} | {aux} {base} | {aux} not {base} | {adv} {verb} | had {verb} | {be} {verb} by | {be} {adj} to {base}
{verb} and {verb} | has been {verb} {prep} | began to {base} | refused to {base} | {verb} {prep}""".replace("\n", " | ")
OBJECTS = """{det} {noun} | {det} {adj} {noun} | {nouns} | {number} {nouns} | {det} {noun} of {place} | {part} {number} {unit}
{det} {adj} {noun} {prep} {det} {noun} | {place} and {place} | {adj} {nouns} | {det} {noun}, {det} {noun} and {det} {nouns}
{first} {last} | {det} {noun} {link} {verb} {det} {nouns} | {det} {place} {body} | {number} {unit}""".replace(
    "\n", " | "
)
TAILS = """{prep} {det} {noun} | {prep} {place} | on {day} | in {month} {year} | {prep} {det} {adj} {noun} of {noun} | on {month} {mday}
after {det} {noun} {verb} {det} {nouns} | according to {det} {noun} | {conj} {det} {noun} {verb} {prep} {place} | {adv}
{prep} {number} {nouns} {prep} {det} {noun} | since {month} | as {nouns} {verb} {prep} {place} | {prep} {det} {noun} and {det} {noun}
, {last} {say} | , {conj} {nouns} {be} {adj} | , {say} {det} {noun} of {place} | {link} {det} {noun} {verb} {adv}""".replace(
    "\n", " | "
)
OPENERS = """{prep} {place}, | on {day}, | {adv}, | {conj} {det} {noun} {verb}, | in {year}, | {prep} {det} {adj} {noun},""".replace(
    "\n", " | "
)
SHAPES = 6000
LEAST, MOST = 8, 36  # words of a sentence
MARK = re.compile(r"\{(\w+)\}|([\w'-]+)")


@dataclass(frozen=True)
class Shapes:
    """Flat rows: shape i has slots `[cuts[i], cuts[i + 1])`; `kind` is a class to draw from, or -1 where `word` is set."""

    cuts: np.ndarray
    kind: np.ndarray
    word: np.ndarray
    variant: np.ndarray


@cache
def shapes() -> Shapes:
    """The same every time."""
    words, rng = vocabulary(), np.random.default_rng(40)
    rows: list[list[tuple[int, int, int]]] = []
    while len(rows) < SHAPES:
        row = slots(_sentence(rng), words)
        if LEAST <= len(row) <= MOST:
            rows.append(row)
    flat = np.array([slot for row in rows for slot in row], np.int32)
    cuts = np.cumsum([0, *map(len, rows)])
    return Shapes(cuts, flat[:, 0].copy(), flat[:, 1].copy(), flat[:, 2].copy())


def _sentence(rng: np.random.Generator) -> str:
    def pick(parts: str) -> str:
        listed = parts.split(" | ")
        return listed[int(rng.integers(len(listed)))].strip()

    def clause() -> str:
        tails = [pick(TAILS) for _ in range(int(rng.integers(1, 4)))]
        return " ".join([pick(SUBJECTS), pick(VERBS), pick(OBJECTS), *tails]).replace(" ,", ",")

    draw = rng.random()
    if draw < 0.14:
        return f'"{clause()}," {{say}} {{last}}.'
    if draw < 0.2:
        return f'"{clause()}," {{say}} {{first}} {{last}}. "{clause()}."'.replace('. "', ', "')
    if draw < 0.34:
        return f"{{det}} {{noun}} {{say}} that {clause()}."
    if draw < 0.5:
        return f"{pick(OPENERS)} {clause()}."
    if draw < 0.75:
        return f"{clause()}, {{conj}} {clause()}."
    return f"{clause()}."


def slots(sentence: str, words: Words) -> list[tuple[int, int, int]]:
    """(class or -1, word number, variant) for each word; a comma before a full stop goes."""
    found: list[tuple[int, int, int]] = []
    sentence = re.sub(r",+(?=[,.])", "", sentence)
    for match in MARK.finditer(sentence):
        before, after = sentence[: match.start()][-1:], sentence[match.end() :]
        variant = OPEN if before == '"' else _variant(after, first=not found)
        kind = words.classes[match[1]] if match[1] else -1
        found.append((kind, 0 if match[1] else words.number[match[2]], variant))
    return found


def _variant(after: str, first: bool) -> int:
    if first:
        return UPPER
    for mark, variant in ((',"', COMMA_CLOSE), ('."', STOP_CLOSE), (",", COMMA), (".", STOP)):
        if after.startswith(mark):
            return variant
    return PLAIN
