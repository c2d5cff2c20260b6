"""The table of event frames: which verbs and nouns say that which kind of thing was done.

`events_en.toml` holds the judgement; this room reads it and finds the row for a word of a sentence.
"""

import shlex
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.model.reading import Reading
from rashomon.stages.claims.grammar import (
    agents,
    below,
    is_passive,
    objects,
    prepositional,
    surface_subject,
)


@dataclass(frozen=True)
class Frame:
    """One row of the table. `to`: prepositions whose object is the target."""

    name: str
    type: str | None = None
    family: str | None = None
    variant: str | None = None
    to: frozenset[str] = frozenset()
    noun_to: frozenset[str] = frozenset()
    undergo: bool = False
    happening: bool = False


@dataclass(frozen=True)
class Pattern:
    """How a verb says it: with these particles, an object of one of these classes, a subject of one of these."""

    lemma: str
    particles: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    intransitive: bool = False

    @property
    def conditions(self) -> int:
        return 2 * len(self.particles) + bool(self.objects) + bool(self.subjects) + self.intransitive


@dataclass(frozen=True)
class Named:
    """How a noun says it. `before` is the word that must stand before it ("air strike"), `patient`: what it is of undergoes
    it, and, but for `owned`, also whose it is ("the mayor's dismissal"; "Arvany's invasion of Belmar")."""

    frame: Frame
    before: str | None
    patient: bool
    owned: bool = False


@dataclass(frozen=True)
class Lexicon:
    """The table, by lemma; for each the entry with the most conditions first."""

    classes: dict[str, frozenset[str]]
    verbs: dict[str, tuple[tuple[Pattern, Frame], ...]]
    nouns: dict[str, tuple[Named, ...]]
    phases: dict[str, tuple[Pattern, ...]]
    phase_names: dict[Pattern, str]
    light: dict[str, tuple[Pattern, ...]]
    ignored: frozenset[str]
    never: frozenset[str]
    accusing: frozenset[str]
    times: frozenset[str]
    no_agents: frozenset[str]
    no_doers: frozenset[str]
    announcing: frozenset[str]
    holding: frozenset[str]
    phase_nouns: dict[str, str]


_TABLE = "events_en.toml"


@cache
def lexicon() -> Lexicon:
    table = tomllib.loads((files(__package__) / _TABLE).read_text("utf-8"))
    frames = [(_frame(name, row), row) for name, row in table["frames"].items()]
    phases = {pattern: name for name, verbs in table["phases"].items() for pattern in map(_pattern, verbs.split())}
    return Lexicon(
        classes={name: frozenset(shlex.split(words)) for name, words in table["classes"].items()},
        verbs=_by_lemma([(_pattern(v), f) for f, row in frames for v in row.get("verbs", "").split()]),
        nouns=_nouns((n, f) for f, row in frames for n in shlex.split(row.get("nouns", ""))),
        phases=_grouped(phases),
        phase_names=phases,
        light=_grouped(map(_pattern, table["words"]["light"].split())),
        ignored=frozenset(table["words"]["ignored"].split()),
        never=frozenset(table["words"]["never"].split()),
        accusing=frozenset(table["words"]["accusing"].split()),
        times=frozenset(table["words"]["times"].split()),
        no_doers=frozenset(table["words"]["no_doers"].split()),
        no_agents=frozenset(table["words"]["no_agents"].split()),
        announcing=frozenset(table["words"]["announcing"].split()),
        holding=frozenset(table["words"]["holding"].split()),
        phase_nouns={noun: name for name, nouns in table["phase_nouns"].items() for noun in nouns.split()},
    )


def _frame(name: str, row: dict[str, str | bool]) -> Frame:
    return Frame(
        name=name,
        type=str(row["type"]) if "type" in row else None,
        family=str(row["family"]) if "family" in row else None,
        variant=str(row["variant"]) if "variant" in row else None,
        to=frozenset(str(row.get("to", "")).split()),
        noun_to=frozenset(str(row.get("noun_to", row.get("to", ""))).split()),
        undergo=bool(row.get("undergo")),
        happening=bool(row.get("happening")),
    )


def _pattern(entry: str) -> Pattern:
    entry, _, subject = entry.partition("<")
    entry, _, direct = entry.partition(">")
    lemma, *particles = entry.removesuffix("!").split("+")
    alone = entry.endswith("!")
    return Pattern(lemma, tuple(particles), _alternatives(direct), _alternatives(subject), alone)


def _alternatives(classes: str) -> frozenset[str]:
    return frozenset(classes.split("|")) - {""}


def _by_lemma(entries: list[tuple[Pattern, Frame]]) -> dict[str, tuple[tuple[Pattern, Frame], ...]]:
    """Most conditions first, else in the order of the table."""
    found: dict[str, list[tuple[Pattern, Frame]]] = {}
    for pattern, frame in sorted(entries, key=lambda entry: -entry[0].conditions):
        found.setdefault(pattern.lemma, []).append((pattern, frame))
    return {lemma: tuple(rows) for lemma, rows in found.items()}


def _grouped(patterns: Iterable[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, tuple[Pattern, ...]] = {}
    for pattern in sorted(patterns, key=lambda p: -p.conditions):
        found[pattern.lemma] = (*found.get(pattern.lemma, ()), pattern)
    return found


def _nouns(entries: Iterable[tuple[str, Frame]]) -> dict[str, tuple[Named, ...]]:
    found: dict[str, list[Named]] = {}
    for entry, frame in entries:
        before, _, noun = entry.rstrip("*^").rpartition(" ")
        owned = entry.endswith("^")
        found.setdefault(noun, []).append(Named(frame, before or None, owned or entry.endswith("*"), owned))
    return {noun: tuple(sorted(rows, key=lambda row: row.before is None)) for noun, rows in found.items()}


def frame_of_verb(reading: Reading, verb: int) -> tuple[Frame, Pattern] | None:
    """The row that the verb and what stands with it fits best; None where the table has none."""
    rows = lexicon().verbs.get(reading.tokens[verb].lemma, ())
    return next(((frame, pattern) for pattern, frame in rows if fits(reading, verb, pattern)), None)


def frame_of_noun(reading: Reading, noun: int) -> Named | None:
    for row in lexicon().nouns.get(reading.tokens[noun].lemma, ()):
        if row.before is None or row.before in _words_before(reading, noun):
            return row
    return None


def _words_before(reading: Reading, noun: int) -> set[str]:
    of = prepositional(reading, noun, frozenset({"of"}))
    return {reading.tokens[i].lemma for i in [*below(reading, noun, "compound", "amod", "nmod"), *of]}


def phase_of(reading: Reading, verb: int) -> str | None:
    """Whether the verb says that what is its subject begins, spreads, goes on or ends ("occur": merely that it was)."""
    known = lexicon()
    patterns = known.phases.get(reading.tokens[verb].lemma, ())
    return next((known.phase_names[pattern] for pattern in patterns if fits(reading, verb, pattern)), None)


def is_light(reading: Reading, verb: int) -> bool:
    """Whether the verb merely does what its object names ("carried out an attack")."""
    return any(fits(reading, verb, pattern) for pattern in lexicon().light.get(reading.tokens[verb].lemma, ()))


def fits(reading: Reading, verb: int, pattern: Pattern) -> bool:
    if pattern.intransitive and (objects(reading, verb) or is_passive(reading, verb) or below(reading, verb, "ccomp")):
        return False
    if not all(_has_particle(reading, verb, particle) for particle in pattern.particles):
        return False
    if pattern.objects and not _any_of(reading, undergoers(reading, verb, pattern), pattern.objects):
        return False
    return not pattern.subjects or _any_of(reading, doers(reading, verb), pattern.subjects)


def _has_particle(reading: Reading, verb: int, particle: str) -> bool:
    return any(
        reading.tokens[i].lemma == particle and _is_particle(reading, i)
        for i in [*reading.children(verb), *_deep_particles(reading, verb)]
    )


def _is_particle(reading: Reading, index: int) -> bool:
    """No subject, and no preposition of time ("fired *on* Monday")."""
    inner = below(reading, index, "pobj")
    timely = any(reading.tokens[i].lemma in lexicon().times or reading.tokens[i].pos == "NUM" for i in inner)
    return reading.tokens[index].dep not in {"nsubj", "nsubjpass", "punct"} and not timely


def _deep_particles(reading: Reading, verb: int) -> Iterator[int]:
    """ "taken off the air", "take to the streets": the noun of the preposition is part of the expression."""
    for preposition in below(reading, verb, "prep", "prt", "advmod"):
        yield from reading.children(preposition)


def doers(reading: Reading, verb: int) -> list[int]:
    """Who does what the verb says: its subject, of a passive its agent."""
    if is_passive(reading, verb):
        return [i for i in agents(reading, verb) if reading.tokens[i].lemma not in lexicon().no_agents]
    subject = surface_subject(reading, verb)
    if subject is None or reading.tokens[subject].lemma in lexicon().no_doers:
        return task_owners(reading, verb)
    return [subject]


def task_owners(reading: Reading, verb: int) -> list[int]:
    """Of "the tasks of the engineers include repairs" the engineers."""
    subject = surface_subject(reading, verb)
    if subject is None or reading.tokens[subject].lemma not in lexicon().no_doers:
        return []
    return below(reading, subject, "poss") or prepositional(reading, subject, frozenset({"of"}))


def undergoers(reading: Reading, verb: int, pattern: Pattern) -> list[int]:
    """Whom or what the verb is done to: its object, of a passive its subject, else the object of its preposition."""
    if is_passive(reading, verb):
        subject = surface_subject(reading, verb)
        return [] if subject is None else [subject]
    found = [i for i in objects(reading, verb) if reading.tokens[i].lemma not in pattern.particles]
    return found or prepositional(reading, verb, frozenset(pattern.particles))


def held(reading: Reading, heads: list[int]) -> list[int]:
    """Of "control of the airport" the airport."""
    inside = lexicon().holding
    return [
        each
        for head in heads
        for each in (
            (reading.tokens[head].lemma in inside and prepositional(reading, head, frozenset({"of", "over"}))) or [head]
        )
    ]


def _any_of(reading: Reading, heads: list[int], classes: frozenset[str]) -> bool:
    return any(belongs(reading, head, name) for head in heads for name in classes)


def belongs(reading: Reading, head: int, name: str) -> bool:
    """Whether a noun is of a class of the table; a class that the table does not list is the word itself."""
    labels = {n.label for n in reading.names if n.first <= head < n.last}
    if name == "name":
        return bool(labels & {"PERSON", "ORG", "GPE", "NORP"})
    if name == "place":
        return bool(labels & {"GPE", "LOC", "FAC"})
    if name == "person" and (labels & {"PERSON", "NORP"} or _personal(reading, head)):
        return True
    words = lexicon().classes.get(name, frozenset({name}))
    return not words.isdisjoint(_descriptions(reading, head))


def _personal(reading: Reading, head: int) -> bool:
    token = reading.tokens[head]
    return token.tag in {"PRP", "PRP$", "WP"} and token.text.casefold() not in {"it", "its", "itself", "what"}


_QUANTITY = frozenset(
    "dozen hundred thousand million score number group majority crowd handful pair couple series part portion wave "
    "kind type some many several most all unit contingent team".split()
)


def is_quantity(reading: Reading, head: int) -> bool:
    """A noun that says how many, not what: "dozens of", "a number of"."""
    return reading.tokens[head].lemma in _QUANTITY or reading.tokens[head].pos in {"NUM", "ADJ", "DET"}


def _descriptions(reading: Reading, head: int) -> set[str]:
    """What the noun may be called in a class: "state", "state of emergency"; "control", "price control"; of "dozens of
    soldiers" the soldiers too."""
    lemma = reading.tokens[head].lemma
    of = prepositional(reading, head, frozenset({"of"}))
    if reading.tokens[head].tag in {"NNP", "NNPS"}:  # "the Guards": names keep their plural as lemma
        lemma = lemma.removesuffix("s") if not lemma.endswith("ss") else lemma
    found = {lemma, reading.tokens[head].lemma, *(f"{word} {lemma}" for word in _words_before(reading, head))}
    found |= {f"{lemma} of {reading.tokens[i].lemma}" for i in of}
    if is_quantity(reading, head):
        found |= {reading.tokens[i].lemma for i in of}
    return found
