"""Groups by common nouns: "protesters", "police officers", "Omani paratroopers". One for each head noun with its modifiers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.model.entity import Mention
from rashomon.model.reading import Reading
from rashomon.reference.countries import country_of_demonym
from rashomon.reference.people import collectives
from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.pages import Line, Page

# Modifiers that count or point and do not tell one group from another.
_NO_DIFFERENCE = frozenset(
    "several many some other more most few various first last own different new additional such certain dead".split()
)
# Heads that say nothing alone.
_NEED_MODIFIER = frozenset("forces deputies agents operatives families opposition guards".split())
_SPELLINGS = {
    "protestor": "protester",
    "policeman": "police officer",
    "policemen": "police officer",
    "policeofficer": "police officer",
}
_NO_ACTORS = frozenset("compound nmod amod poss npadvmod".split())

Key = tuple[str, str, str]


def groups(pages: Sequence[Page]) -> list[Cluster]:
    """A bare noun ("the paratroopers") joins the one modified group of its head in the same report, else stands for itself."""
    found: list[tuple[str, Key, int, int, str]] = []
    for page in pages:
        for line in page.lines:
            found += [
                (page.report.id, key, line.start + s, line.start + e, line.reading.text[s:e])
                for key, s, e in _of_line(line)
            ]
    modified: dict[tuple[str, str], set[Key]] = defaultdict(set)
    for report, key, *_ in found:
        if key[:2] != ("", ""):
            modified[report, key[2]].add(key)
    clusters: dict[Key, Cluster] = {}
    for report, key, start, end, text in found:
        known = modified[report, key[2]]
        if key[:2] == ("", "") and len(known) == 1:
            key = next(iter(known))
        cluster = clusters.setdefault(key, Cluster("group", country=key[0] or None))
        cluster.extra.append((Mention(report=report, start=start, end=end), text))
    return list(clusters.values())


def _of_line(line: Line) -> Iterator[tuple[Key, int, int]]:
    """Keys (country, modifiers, head) with the span in the sentence."""
    reading = line.reading
    held = {i for found in line.found for i in range(found.first, found.last)}
    for index, token in enumerate(reading.tokens):
        head = token.text.casefold()
        if (
            head in collectives()
            and index not in held
            and token.pos in ("NOUN", "PROPN")
            and token.dep not in _NO_ACTORS
        ):
            first = _first_modifier(reading, index, held)
            country, words = _modifiers(reading, first, index)
            if first < index or head not in _NEED_MODIFIER:
                lemma = _SPELLINGS.get(token.lemma, token.lemma)
                yield (country, words, lemma), reading.tokens[first].start, token.end


def _first_modifier(reading: Reading, head: int, held: set[int]) -> int:
    """Where the adjectives and nouns right before the head begin. A people's adjective may be among them, a name not."""
    first = head
    while first > 0:
        token = reading.tokens[first - 1]
        adjective = token.dep in ("amod", "compound") and token.pos in ("ADJ", "NOUN", "PROPN", "VERB")
        named = first - 1 in held and country_of_demonym(token.text) is None
        if not adjective or named or token.text.casefold() in _NO_DIFFERENCE or token.head < first - 1:
            break
        first -= 1
    return first


def _modifiers(reading: Reading, first: int, head: int) -> tuple[str, str]:
    country, words = "", []
    for token in reading.tokens[first:head]:
        found = country_of_demonym(token.text)
        if found:
            country = found
        elif token.text != "-":
            words.append(token.text.casefold())
    return country, " ".join(words)
