"""The vocabulary: tens of thousands of invented word forms in classes, used as Zipf's law has it, and English function words.

A word's form in a text is a *piece*: the word with what stands before and behind it (space, capital, comma, stop, quotation mark). Piece number =
variant * size + word number, so that a text is an array of integers and one look-up away from a string.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

import numpy as np

ONSETS = "b br ch d dr f fl g gr h k kl l m n p pl pr qu r s sk st t tr v w z".split()
NUCLEI = "a e i o u ai ea ie oa ou é ö".split()
CODAS = ["", "", "", "l", "m", "n", "r", "s", "nd", "rt", "lk", "sh"]

# class: number of words, endings. The endings make the looks of a part of speech; the words are nobody's.
CLASSES: dict[str, tuple[int, tuple[str, ...]]] = {
    "noun": (12000, ("", "er", "ment", "ion", "age", "ity", "or", "ance")),
    "nouns": (8000, ("s", "ers", "ments", "ions", "ances")),
    "adj": (6000, ("al", "ous", "ive", "ish", "ic", "en")),
    "verb": (6000, ("ed",)),
    "base": (3000, ("", "ise", "ate")),
    "adv": (2000, ("ly",)),
    "first": (2000, ("a", "in", "o", "el")),
    "last": (12000, ("", "son", "ov", "ani", "ez", "ström")),
    "place": (5000, ("ia", "burg", "ton", "stan", "ville", "grad", "mouth")),
}
CAPITAL = {"first", "last", "place"}
LISTED: dict[str, str] = {
    "det": "the the the the the the the the the a a a a a its its their their this that some another one each",
    "prep": "in in in of of to for for with on at by from after before near under over against between during",
    "conj": "and and but while as because although",
    "say": "said said said told added stated noted warned explained announced insisted acknowledged",
    "aux": "would will could may might must should",
    "be": "was were is are has been had been remains became",
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "month": "January February March April May June July August September October November December",
    "body": "Ministry Committee Institute Agency Council Union Bureau Assembly Board Office Court Bank",
    "unit": "percent tonnes metres kilometres hours days weeks years people families vehicles homes",
    "part": "more less about nearly around almost only roughly",
    "link": "who that which when where whether since until",
}
VARIANTS = (" {}", " {},", " {}.", " {}", ' "{}', ' {},"', ' {}."', "\n\n{}", '\n\n"{}')
PLAIN, COMMA, STOP, UPPER, OPEN, COMMA_CLOSE, STOP_CLOSE, TOP, TOP_OPEN = range(9)
LIFTED = {UPPER, OPEN, TOP, TOP_OPEN}  # variants that begin with a capital
PARAGRAPH = (
    TOP - UPPER
)  # from a sentence's first piece to the same at the head of a paragraph; OPEN to TOP_OPEN as well
DEEP = 18  # a class is drawn from by so many random bits


def invented(ending: tuple[str, ...], count: int, taken: set[str], rng: np.random.Generator) -> Iterator[str]:
    """`count` new words of two or three syllables, short ones first (as frequent words are short)."""
    syllables = ["".join(each) for each in product(ONSETS, NUCLEI, CODAS)]
    made = 0
    while made < count:
        length = 1 + int(rng.random() < 0.3 + 0.6 * made / count) + int(rng.random() < 0.15)
        stem = "".join(syllables[i] for i in rng.integers(len(syllables), size=length))
        word = stem + ending[int(rng.integers(len(ending)))]
        if len(word) > 3 and word not in taken:
            taken.add(word)
            made += 1
            yield word


class Words:
    """`forms[piece]` is its string and `lengths[piece]` its length; `number` gives a listed word's number; `kind[word]` its class."""

    def __init__(self) -> None:
        rng = np.random.default_rng(20)
        taken: set[str] = set()
        plain: list[str] = []
        kinds: list[int] = []
        self.classes: dict[str, int] = {}
        tables: list[np.ndarray] = []
        for name, words, weights in self._classes(taken, rng):
            self.classes[name] = len(self.classes)
            kinds += [self.classes[name]] * len(words)
            tables.append(table(len(plain), weights))
            plain += words
        self.table: np.ndarray = np.concatenate(tables)  # [class << DEEP | random bits] is a word's number
        self.kind = np.array(kinds, np.int32)
        self.number = {word: i for i, word in reversed(list(enumerate(plain)))}
        self.size = len(plain)
        self.forms = np.array([_form(word, v) for v in range(len(VARIANTS)) for word in plain], object)
        self.lengths = np.array([len(form) for form in self.forms], np.int32)

    @staticmethod
    def _classes(taken: set[str], rng: np.random.Generator) -> Iterator[tuple[str, list[str], np.ndarray]]:
        for name, (count, endings) in CLASSES.items():
            words = list(invented(endings, count, taken, rng))
            yield name, [w.capitalize() for w in words] if name in CAPITAL else words, zipf(count)
        for name, listed in LISTED.items():
            words = list(dict.fromkeys(listed.split()))
            yield name, words, np.array([listed.split().count(word) for word in words], float)
        numbers = [
            *map(str, range(2, 100)),
            *map(str, range(100, 1000, 10)),
            *(f"{n:,}" for n in range(1000, 99000, 130)),
        ]
        yield "number", numbers, zipf(len(numbers))
        yield "mday", [str(n) for n in range(1, 32)], np.ones(31)
        yield "year", [str(n) for n in range(2001, 2061)], np.ones(60)
        yield "word", FUNCTION_WORDS, np.ones(len(FUNCTION_WORDS))


FUNCTION_WORDS = (
    "the a of to in and for on at by with from as an not no it he she they we I has have had been be not than"
    " according told while after into out up down about against such all both most other new first last two three"
    " there who whose what how could do does did so then now also still already our your his her him them us if or nor yet began refused".split()
)


def zipf(count: int) -> np.ndarray:
    """How often the words of one class are used, by rank (Mandelbrot's form)."""
    return 1 / (np.arange(count) + 2.7)


def table(first: int, weights: np.ndarray) -> np.ndarray:
    """Word numbers from `first` on, each as often as it is used: a look-up of `1 << DEEP` entries in place of a search."""
    edges = np.cumsum(weights) / weights.sum()
    return (first + np.searchsorted(edges, (np.arange(1 << DEEP) + 0.5) / (1 << DEEP))).astype(np.int32)


def _form(word: str, variant: int) -> str:
    return VARIANTS[variant].format(word[0].upper() + word[1:] if variant in LIFTED else word)


@cache
def vocabulary() -> Words:
    """Made once, in about a second; the same every time."""
    return Words()
