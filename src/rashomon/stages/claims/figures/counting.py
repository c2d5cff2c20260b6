"""What a number phrase counts, by the parse: "nine ferry workers", "dozens of miners", "30 of them"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.model.reading import Reading
from rashomon.text.numerals import Numeral

_BEFORE_NOUN = frozenset({"nummod", "compound", "quantmod", "det", "amod", "predet", "nmod", "advmod", "poss"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_TOLLS = frozenset({"toll", "number", "count", "total", "figure"})  # "put the toll at nine": no tolls are counted
_PRONOUNS = frozenset({"them", "whom", "us", "you", "these", "those", "which"})


@dataclass(frozen=True)
class Counted:
    """Token indices. `node` is where the number hangs in the sentence (the counted noun, else the number itself). `noun` is
    the counted noun, `[first, last)` its words; all None where the words do not name it. `part`: "400 of them"."""

    number: int
    node: int
    noun: int | None = None
    first: int | None = None
    last: int | None = None
    part: bool = False


def counted_by(reading: Reading, numeral: Numeral, dates: Sequence[tuple[int, int]] = ()) -> Counted | None:
    """None where no token stands under the number. `dates`: spans of the sentence whose words are never counted."""
    inside = [i for i, t in enumerate(reading.tokens) if t.start < numeral.number_end and numeral.number_start < t.end]
    if not inside:
        return None
    number = next((i for i in inside if reading.tokens[i].head not in inside), inside[-1])
    of = _of(reading, numeral)
    if of is not None:
        return _partitive(reading, number, of)
    noun = _noun_of(reading, number, inside)
    if noun is not None and any(start <= reading.tokens[noun].start < end for start, end in dates):
        return Counted(number, number)
    if noun is None or noun < inside[-1]:
        return _told_of(reading, number)
    if noun in inside:
        return Counted(number, noun)
    return Counted(number, noun, noun, _first_word(reading, inside[-1] + 1, noun), noun + 1)


def _of(reading: Reading, numeral: Numeral) -> int | None:
    """Index of an "of" that stands right behind the phrase (closing quotation marks aside)."""
    for index, token in enumerate(reading.tokens):
        if token.start >= numeral.end and token.text not in {'"', "”", "’", "'", "''"}:
            return index if token.text == "of" else None
    return None


def _told_of(reading: Reading, number: int) -> Counted:
    """ "Estimates the team at around 3,500": what is counted is the verb's object."""
    token = reading.tokens[number]
    if token.dep != "pobj" or reading.tokens[token.head].text != "at":
        return Counted(number, number)
    above = reading.tokens[token.head].head
    objects = [above] if reading.tokens[above].dep == "dobj" else list(reading.children(above))
    verb = reading.tokens[above].head if objects == [above] else above
    for child in objects:
        if (
            reading.tokens[verb].lemma in {"estimate", "put", "number"}
            and reading.tokens[child].dep == "dobj"
            and child < number
            and reading.tokens[child].lemma not in _TOLLS
        ):
            return Counted(number, number, child, None, None)
    return Counted(number, number)


def _partitive(reading: Reading, number: int, of: int) -> Counted:
    """ "Dozens of people": the people; "15 of the wounded", "400 of them": a part."""
    noun = next((i for i in reading.children(of) if reading.tokens[i].dep in {"pobj", "pcomp"}), None)
    if noun is None or noun < of:
        return Counted(number, number)
    words = reading.tokens[of + 1 : noun + 1]
    if reading.tokens[noun].text.casefold() in _PRONOUNS:
        return _said_of_part(reading, number, noun) or Counted(number, number, part=True)
    definite = words[0].text.casefold() in {"the", "those", "these", "its", "his", "her", "their", "our"}
    if definite and (said := _said_of_part(reading, number, max(reading.subtree(noun)))):
        return replace(said, noun=noun)
    first = _first_word(reading, of + 1, noun)
    return Counted(number, number, noun, first, noun + 1, definite)


def _said_of_part(reading: Reading, number: int, last: int) -> Counted | None:
    """ "Three of them nurses", "nine of the dead were rebel gunners": the words that say who the part are."""
    index = last + 1
    while index < len(reading.tokens) and (
        reading.tokens[index].lemma == "be" or reading.tokens[index].pos in {"ADJ", "DET"}
    ):
        index += 1
    end = index
    while (
        end < len(reading.tokens)
        and reading.tokens[end].pos in {"NOUN", "PROPN"}
        and reading.tokens[end].dep != "npadvmod"
    ):
        end += 1
    if end == index:
        return None
    first = index
    while first - 1 > last and reading.tokens[first - 1].pos == "ADJ":
        first -= 1
    return Counted(number, number, None, first, end, True)


def _noun_of(reading: Reading, number: int, inside: list[int]) -> int | None:
    """The noun that the number modifies; the number itself where it stands for one."""
    index = number
    for _ in range(4):
        token = reading.tokens[index]
        strong = token.dep == "npadvmod" and reading.tokens[token.head].text == "strong"  # "a 3,500-strong force"
        if token.head == index or (token.dep not in _BEFORE_NOUN and not strong):
            break
        index = token.head
        if index not in inside and reading.tokens[index].pos in _NOUNS and index > number and _is_noun(reading, index):
            return index
    following = inside[-1] + 1
    if (
        reading.tokens[number].dep in {"nummod", "amod"}
        and following < len(reading.tokens)
        and reading.tokens[following].pos == "NOUN"
    ):
        return following
    return None


def _is_noun(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return token.pos in {"NOUN", "PROPN"} or (token.pos == "ADJ" and token.dep not in _BEFORE_NOUN)


def _first_word(reading: Reading, start: int, noun: int) -> int:
    """The first word of the noun phrase behind articles, numbers and commas."""
    for index in range(start, noun):
        token = reading.tokens[index]
        if token.pos not in {"DET", "PUNCT", "NUM", "ADP", "PRON", "ADV", "SCONJ", "CCONJ"}:
            return index
    return noun
