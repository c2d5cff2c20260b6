"""3. Each number of a figure stands in the figure's own words, in digits or in words; one that a person corrected, in the person's."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from rashomon.verify.decided import as_read, correction
from rashomon.verify.tables import Discrepancy, Row, Tables
from rashomon.verify.text import LABEL, words_of

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 10**9, "b": 10**9, "tn": 10**12}
WORDS = {
    "a": 1, "an": 1, "single": 1, "once": 1, "sole": 1, "lone": 1, "no": 0, "none": 0, "nobody": 0, "without": 0, "nil": 0,
    "dozen": 12, "dozens": 24, "half": 0.5, "halved": 0.5, "halving": 0.5, "quarter": 0.25, "third": 1 / 3,
    "couple": 2, "pair": 2, "both": 2, "twice": 2, "twin": 2, "double": 2, "doubled": 2, "doubling": 2, "doubles": 2,
    "twofold": 2, "triple": 3, "triples": 3, "trio": 3, "tripled": 3, "tripling": 3, "treble": 3, "trebled": 3, "trebling": 3, "threefold": 3,
    "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "fourfold": 4, "quintuple": 5,
    "tenfold": 10, "score": 20, "scores": 20,
}  # fmt: skip
TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f' ]\d{3}(?!\d))*(?:[.,]\d+)?|[^\W\d_]+")
# Numbers that count nobody: ages and ordinals.
NO_COUNT = re.compile(
    r"[\w-]+[- ](?:year|yr|month|week|day)s?[- ]olds?\b|\baged? \w+|, \d{1,3}\b|\b(?:third|quarter)\b", re.IGNORECASE
)
# Words that make no number with a small one beside them: "a single person" is one, not two.
ALONE = {"a", "an", "no", "dozens", "scores"}
# Words that no single person is told by.
PLURAL = set(
    "people persons men women children dozens hundreds thousands scores several many some few they them those these".split()
)


def readings_of_digits(token: str) -> set[float]:
    """What a run of digits may stand for: "1,000" is 1000, "3.5" is 3.5, "1.000" may be either; "400 737" of "400 737 jets"
    may be two numbers."""
    parts = token.split(" ")
    apart = {value for part in parts for value in readings_of_digits(part)} if len(parts) > 1 else set()
    bare = re.sub(r"[\u00a0\u202f' ]", "", token)
    forms = {
        re.sub(r"[.,]", "", bare),
        bare.replace(",", "."),
        bare.replace(",", ""),
        bare.replace(".", "").replace(",", "."),
    }
    return apart | {float(form) for form in forms if re.fullmatch(r"\d+(\.\d+)?", form)}


def numbers_in(words: str) -> set[float]:
    """Every number that the words may state, in digits, in words, or in both ("3.5 million", "two dozen")."""
    tokens = TOKEN.findall(unicodedata.normalize("NFKC", words).casefold())
    found: set[float] = set()
    for first in range(len(tokens)):
        found |= numbers_from(tokens[first:])
        found |= shared_scale(tokens[first : first + 4])
    return found


def shared_scale(tokens: list[str]) -> set[float]:
    """The first number of a range that shares the second one's scale: 10 million of "10 to 30 million" and "10-30 million"."""
    second = next((i for i in (1, 2) if len(tokens) > i + 1 and single(tokens[i]) and tokens[i + 1] in SCALES), None)
    if second is None or (second == 2 and tokens[1] not in {"to", "and", "or"}):
        return set()
    return {value * SCALES[tokens[second + 1]] for value in single(tokens[0])}


def numbers_from(tokens: list[str]) -> set[float]:
    """Every number that a run of tokens beginning with the first may state."""
    values = single(tokens[0])
    found = set(values)
    total, last = 0.0, 0.0
    for value in values:
        total, last = 0.0, value
        for token in tokens[1:8]:
            scale = SCALES.get(token) or SHORT_SCALES.get(token) or (12 if token == "dozen" else None)
            if scale:
                last *= scale
                if last >= 1_000:
                    total, last = total + last, 0.0
            elif token not in {"and", "a", "of"}:
                following = single(token)
                if not following or token[0].isdigit() or token in ALONE or tokens[0] in ALONE:
                    break
                last += min(following)
            found.add(total + last)
    if len(tokens) > 2 and tokens[1] == "and" and tokens[2:4] == ["a", "half"]:
        found |= {value + 0.5 for value in values}
    return found


def single(token: str) -> set[float]:
    if token[0].isdigit():
        return readings_of_digits(token)
    token = token.removesuffix("fold") if token.removesuffix("fold") in UNITS else token
    table: tuple[Mapping[str, float], ...] = (UNITS, TENS, SCALES, WORDS)
    return {float(words[token]) for words in table if token in words}


def is_single(words: str) -> bool:
    """Whether the words can stand for one person: no number but one (an age and an ordinal are no counts), and no plural."""
    return not (numbers_in(NO_COUNT.sub(" ", words)) - {1.0} or PLURAL & set(words_of(words)))


def check_numbers(tables: Tables) -> Iterator[Discrepancy]:
    """A figure's numbers stand in its words; those that a person corrected, in the person's, and those that were read before in the report's."""
    for where, row in tables.rows("claims"):
        if figure := row.get("figure"):
            corrected = "figure" in as_read(row).get("fields", ())
            words = figure["text"] if not corrected else correction(row["id"], "claim", "figure", tables)
            yield from (Discrepancy(where, why) for why in misnumbered(figure, words or ""))
        if before := as_read(row).get("figure"):
            yield from (Discrepancy(where, f"as it was read: {why}") for why in misnumbered(before, before["text"]))


def misnumbered(figure: Row, words: str) -> Iterator[str]:
    """What of the figure's numbers the words do not state."""
    words = LABEL.sub(" somebody ", words)  # a label's number counts nothing
    stated = numbers_in(words)
    numbers = {float(number) for end in ("low", "best", "high") if (number := figure.get(end)) is not None}
    if figure.get("implied"):
        if numbers != {1} or not is_single(words):
            yield f"{words!r} is no single person, yet it is an implied one"
        return
    for number in sorted(numbers):
        if not any(abs(number - value) <= 1e-9 * max(1.0, abs(value)) for value in stated):
            yield f"{number:g} does not stand in {words!r}"
