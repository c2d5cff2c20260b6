"""Groups by common nouns: "protesters", "police officers", "Omani paratroopers", and the bodies that every state has: "the
government". One for each head noun with its modifiers and its country."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.model.entity import Mention
from rashomon.model.reading import Reading
from rashomon.reference.countries import country_of_demonym, country_of_name
from rashomon.reference.people import collectives, state_bodies
from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.pages import Line, Page

# Modifiers that count, point, hedge or say what everybody in the news is, and do not tell one group from another.
_NO_DIFFERENCE = frozenset(
    "several many some other more most few various first last own different new additional such certain dead enough extra further least "
    "numerous countless multiple total whole entire full current present previous initial subsequent remaining next same fellow ordinary "
    "likely possible potential alleged apparent purported so-called unidentified unnamed anonymous unknown limited larger large small "
    "smaller big huge massive great major main key overall estimated nearby real proud raucous jubilant cheering respective individual particular anxious angry worried "
    "frightened terrified panicked shocked stunned excited happy furious exhausted stranded lucky unlucky".split()
)
# Heads that say nothing alone.
_NEED_MODIFIER = frozenset(
    "forces deputies agents operatives families opposition guards units contingent contingents delegation".split()
)
_SPELLINGS = {"protestor": "protester", "peacemaker": "peacekeeper"}
# "Peacekeepers", "the peacekeeping forces" and "the peacekeeping contingent" are one; their units are parts of them.
_FORCES = frozenset({"force", "troop", "soldier", "contingent"})
_NO_ACTORS = frozenset("compound nmod amod poss npadvmod".split())

_DEFINITE = frozenset("the these those this that".split())
_WITHOUT_ARTICLE = frozenset({"police", "policemen"})  # "police said" are those of the story, "officials said" are not

Key = tuple[str, str, str]


class _Words(NamedTuple):
    """A group where it stands; `definite` where the text points back ("the paratroopers")."""

    report: str
    key: Key
    start: int
    end: int
    text: str
    definite: bool


def groups(pages: Sequence[Page]) -> list[Cluster]:
    """A bare noun that points back ("the paratroopers") joins the one modified group of its head in the same report, else stands for
    itself."""
    found = [
        _Words(page.report.id, key, line.start + s, line.start + e, line.reading.text[s:e], definite)
        for page in pages
        for line in page.lines
        for key, s, e, definite in _of_line(line)
    ]
    meant = _Bare(found)
    clusters: dict[Key, Cluster] = {}
    for one in found:
        key = meant.of(one)
        kind = "organisation" if key[2] in state_bodies() else "group"
        cluster = clusters.setdefault(key, Cluster(kind, country=key[0] or None))
        cluster.extra.append((Mention(report=one.report, start=one.start, end=one.end), one.text))
    return list(clusters.values())


class _Bare:
    """What a bare noun means: the one modified group of its head in the report; for a body that every state has, the one that
    the report, else the story, gives to a country."""

    def __init__(self, found: Sequence[_Words]) -> None:
        self.known: dict[tuple[str, str], set[Key]] = defaultdict(set)
        for one in found:
            country, words, head = one.key
            if country or (words and head not in state_bodies()):
                self.known[one.report, head].add(one.key)
                self.known["", head].add(one.key)

    def of(self, one: _Words) -> Key:
        country, words, head = one.key
        if country or words or not one.definite:
            return one.key
        known = self.known.get((one.report, head)) or (self.known.get(("", head)) if head in state_bodies() else None)
        return next(iter(known)) if known and len(known) == 1 else one.key


def _of_line(line: Line) -> Iterator[tuple[Key, int, int, bool]]:
    """Keys (country, modifiers, head) with the span in the sentence, and whether the text points back."""
    reading = line.reading
    held = {i for found in line.found for i in range(found.first, found.last)}
    for index, token in enumerate(reading.tokens):
        head = token.text.casefold()
        if token.pos not in ("NOUN", "PROPN") or index in held or head not in _heads():
            continue
        if token.dep not in _NO_ACTORS or (head in state_bodies() and token.dep == "poss"):
            first = _first_modifier(reading, index, held)
            country, words = _modifiers(reading, first, index)
            country = country or _owner(line, first, index) or ""
            if first < index or country or head not in _NEED_MODIFIER:
                yield (
                    (country, *_known_as(words, head)),
                    reading.tokens[first].start,
                    token.end,
                    _definite(reading, first, head),
                )


@cache
def _heads() -> frozenset[str]:
    return collectives() | state_bodies()


def _definite(reading: Reading, first: int, head: str) -> bool:
    pointed = first > 0 and reading.tokens[first - 1].text.casefold() in _DEFINITE
    return pointed or head in _WITHOUT_ARTICLE or head in state_bodies()


def _known_as(words: str, head: str) -> tuple[str, str]:
    """Modifiers and head, the same for all spellings. The list of heads has their plurals: no lemma of a model is needed."""
    head = head if head in state_bodies() else head.removesuffix("s")
    if head == "policemen":
        words, head = f"{words} police".strip(), "officer"
    head = _SPELLINGS.get(head, head)
    if head == "peacekeeper" or (
        head in _FORCES and "peacekeeping" in words.split()
    ):  # whose they are is said or not known
        others = [word for word in words.split() if word not in ("peacekeeping", "collective")]
        return " ".join([*others, "peacekeeping"]), "force"
    return words, head


def _owner(line: Line, first: int, head: int) -> str:
    """The country in "Oman's government" and "the government of Oman"; "" where none is named."""
    tokens = line.reading.tokens
    while first > 0 and tokens[first - 1].text.casefold() in _NO_DIFFERENCE:
        first -= 1
    for found in line.found:
        before = found.last == first - 1 and tokens[first - 1].text in ("'s", "’s", "'", "’")
        behind = head + 1 < len(tokens) and tokens[head + 1].text == "of" and found.first - head in (2, 3)
        country = country_of_name(found.text) if before or behind else None
        if country:
            return country
    return ""


def _first_modifier(reading: Reading, head: int, held: set[int]) -> int:
    """Where the adjectives and nouns right before the head begin, a hyphenated word ("yellow-vested") as a whole. A people's
    adjective may be among them; a name, a number and what tells nothing not."""
    first = head
    while first > 0:
        start = _word_start(reading, first - 1)
        token, words = (
            reading.tokens[first - 1],
            reading.text[reading.tokens[start].start : reading.tokens[first - 1].end],
        )
        adjective = (
            token.dep in ("amod", "compound") and token.pos in ("ADJ", "NOUN", "PROPN", "VERB") and token.tag != "VBG"
        ) or token.text.casefold() == "peacekeeping"
        people = _people_at(reading, first - 1)
        if people and country_of_demonym(token.text) is None:
            start -= 1
        named = first - 1 in held and people is None
        nothing = words.casefold() in _NO_DIFFERENCE or any(character.isdigit() for character in words)
        if not adjective or named or nothing or token.head < first - 1:
            break
        first = start
    return first


def _word_start(reading: Reading, index: int) -> int:
    """The first token of the hyphenated word that closes with this token."""
    tokens = reading.tokens
    while index > 1 and tokens[index - 1].text == "-" and tokens[index - 2].end == tokens[index - 1].start:
        if tokens[index - 1].end != tokens[index].start:
            break
        index -= 2
    return index


def _people_at(reading: Reading, index: int) -> str | None:
    """The country of the adjective that closes here: "Danish", "South Korean"."""
    pair = f"{reading.tokens[index - 1].text} {reading.tokens[index].text}" if index else ""
    return country_of_demonym(reading.tokens[index].text) or country_of_demonym(pair)


def _modifiers(reading: Reading, first: int, head: int) -> tuple[str, str]:
    country = ""
    words: list[str] = []
    for index in range(first, head):
        token = reading.tokens[index]
        hyphened = "-" in (reading.tokens[index - 1].text if index > first else "", reading.tokens[index + 1].text)
        found = None if hyphened else _people_at(reading, index)  # "African-American" is no foreigner
        if found:
            country = found
            words = words[: index - first - 1] if country_of_demonym(token.text) is None else words
        elif token.text != "-":
            words.append(token.text.casefold())
    return country, " ".join(words)
