"""The table of event frames: which verbs and nouns say that which kind of thing was done.

`events_en.toml` holds the judgement; this room reads it, and `frames.py` finds the row for a word of a sentence.
"""

import shlex
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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
    of: str | None = None


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
    lemmas: dict[str, str]


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
        lemmas=dict(table["lemmas"]),
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
        entry, _, of = entry.partition("@")
        before, _, noun = entry.rstrip("*^").rpartition(" ")
        owned = entry.endswith("^")
        found.setdefault(noun, []).append(Named(frame, before or None, owned or entry.endswith("*"), owned, of or None))
    return {
        noun: tuple(sorted(rows, key=lambda row: row.before is None and row.of is None)) for noun, rows in found.items()
    }
