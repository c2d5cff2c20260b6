"""The table of measures (measures.toml): which words say what happened to what is counted."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

PERSONS_SUFFER = frozenset({"killed", "injured", "hospitalised", "missing", "detained", "displaced", "evacuated"})
# "Shot" alone leaves open whether the person lived; the rest of the report settles it.
SHOT = "shot"
# Words for one person.
PERSON_NOUNS = frozenset(
    "man woman boy girl child teenager teen person civilian soldier officer policeman policewoman journalist protester driver baby "
    "infant toddler student resident passenger pedestrian worker bystander guard firefighter medic nurse doctor farmer villager "
    "demonstrator activist militant gunman rebel fighter sergeant deputy trooper reporter cameraman photographer victim suspect "
    "mother father son daughter brother sister wife husband grandmother grandfather teacher motorist cyclist shopkeeper clerk pilot "
    "male female youth adult juvenile individual citizen national migrant prisoner inmate paramedic migrant employee customer "
    "hunter uncle aunt nephew niece cousin homeowner roommate boyfriend girlfriend fiance grandson granddaughter stepson stepfather "
    "shooter attacker robber burglar intruder neighbor neighbour friend cop serviceman paratrooper peacekeeper".split()
)


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """For each column (`verbs`, `suffer`, `nouns`, `adjectives`, `things`): the measure of a lemma. The first row that has a
    word keeps it."""
    rows = tomllib.loads(files(__package__).joinpath("measures.toml").read_text("utf-8"))
    columns: dict[str, dict[str, str]] = {name: {} for name in ("verbs", "suffer", "nouns", "adjectives", "things")}
    for measure, row in rows.items():
        for column, words in row.items():
            for word in words:
                columns[column].setdefault(word, measure)
    return columns


def measure(column: str, *words: str) -> str | None:
    """The measure of the first of the words that the column has."""
    return next((found for word in words if (found := table()[column].get(word.casefold()))), None)
