"""The table of words that report (`cues_en.toml`), ready to be asked."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ACTS = ("speech", "belief", "intention", "order", "perception")


@dataclass(frozen=True)
class Cues:
    """For each pattern, lemma to act. `prepositions` and `owned` map (lemma, preposition or particle) to act."""

    clause: dict[str, str]
    object: dict[str, str]
    infinitive: dict[str, str]
    person: dict[str, str]
    small: dict[str, str]
    noun: dict[str, str]
    adjective: dict[str, str]
    prepositions: dict[tuple[str, str], str]
    owned: dict[tuple[str, str], str]
    core: frozenset[str]
    shows: frozenset[str]
    light: frozenset[str]
    denials: frozenset[str]
    vouching: frozenset[str]
    toll_verbs: frozenset[str]
    toll_nouns: frozenset[str]
    counting: frozenset[str]

    def act(self, lemma: str) -> str | None:
        """The act of a verb, by any of its patterns."""
        for table in (self.clause, self.object, self.infinitive, self.person, self.small):
            if lemma in table:
                return table[lemma]
        return None


@cache
def english() -> Cues:
    table = tomllib.loads(files(__package__).joinpath("cues_en.toml").read_text("utf-8"))

    def by_lemma(pattern: str) -> dict[str, str]:
        return {lemma: act for act in reversed(ACTS) for lemma in table[act].get(pattern, "").split()}

    return Cues(
        clause=by_lemma("clause"),
        object=by_lemma("object"),
        infinitive=by_lemma("infinitive"),
        person=by_lemma("person"),
        small=by_lemma("small"),
        noun=by_lemma("noun"),
        adjective=by_lemma("adjective"),
        prepositions={
            (lemma, word): act
            for act in reversed(ACTS)
            for lemma, words in _pairs(table[act].get("prepositions", ""))
            for word in words.split(",")
        },
        owned={
            (lemma, word): act
            for act, pairs in table["owned"].items()
            for lemma, words in _pairs(pairs)
            for word in words.split(",")
        },
        core=frozenset(table["speech"]["core"]["verbs"].split()),
        shows=frozenset(table["shows"]["verbs"].split()),
        light=frozenset(table["light"]["verbs"].split()),
        denials=frozenset((table["denial"]["verbs"] + " " + table["denial"]["nouns"]).split()),
        vouching=frozenset(table["vouches"]["object"].split()),
        toll_verbs=frozenset(table["tolls"]["verbs"].split()),
        toll_nouns=frozenset(table["tolls"]["nouns"].split()),
        counting=frozenset(table["tolls"]["counting"].split()),
    )


def _pairs(words: str) -> list[tuple[str, str]]:
    return [(lemma, rest) for lemma, _, rest in (word.partition(":") for word in words.split())]
