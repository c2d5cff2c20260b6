"""The table of words that make what depends on them less than so (`modality_en.toml`), ready to be asked."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class ModalityWords:
    """Lemma to modality, by what kind of word governs."""

    auxiliaries: dict[str, str]
    clause: dict[str, str]
    noun: dict[str, str]
    object: dict[str, str]
    object_for: dict[str, str]
    adjective: dict[str, str]
    particle: dict[str, str]
    claims: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]


@cache
def modality_words() -> ModalityWords:
    raw = tomllib.loads((files(__package__) / "modality_en.toml").read_text("utf-8"))
    return ModalityWords(
        auxiliaries=_turned(raw["auxiliaries"]),
        clause=_turned(raw["clause"]),
        noun=_turned(raw["noun"]),
        object=_turned(raw["object"]),
        object_for=_turned(raw["object_for"]),
        adjective=_turned(raw["adjective"]),
        particle=_turned(raw["particle"]),
        claims={name: frozenset(words.split()) for name, words in raw["claims"].items()},
        words={name: frozenset(words.split()) for name, words in raw["words"].items()},
    )


def _turned(part: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for modality, words in part.items():
        for word in words.split():
            found.setdefault(word, modality)
    return found
