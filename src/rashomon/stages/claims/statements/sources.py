"""What kind of source a name or noun phrase is (`sources_en.toml`, and the table of agencies and outlets)."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from rashomon.model.entity import Entity
from rashomon.reference.outlets import Outlet, find_outlet

_WORD = re.compile(r"\w+")
_OUTLET_PHRASE = re.compile(
    r"\b(?:news agency|newswire|newspaper|television|TV|radio|channel|broadcaster)\b", re.IGNORECASE
)
# A newspaper or station by its name alone: "Harbour Times", "Radio Ostmark". The last word of two or more capitalised ones.
_MEDIUM = re.compile(
    r"^(?:[Tt]he )?(?:[A-Z][\w’'-]{1,20} ){1,3}(?:Times|Post|Herald|Tribune|Gazette|Chronicle|Journal|Telegraph|Courier|Daily|TV|Radio|News)$"
    r"|^(?:Radio|TV) [A-Z][\w’'-]{1,20}$"
)
_STATE_MEDIUM = re.compile(r"\bstate(?:-run| run|-owned)? (?:television|tv|radio|news agency)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@cache
def _table() -> dict[str, dict[str, frozenset[str]]]:
    table = tomllib.loads(files(__package__).joinpath("sources_en.toml").read_text("utf-8"))
    return {
        group: {name: frozenset(words.split()) for name, words in table[group].items()}
        for group in ("types", "offices", "institutions", "mouthpieces", "takes_up", "reports")
    }


@cache
def _phrases() -> dict[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("sources_en.toml").read_text("utf-8"))[
        "phrases"
    ]
    return found


@cache
def _order() -> tuple[str, ...]:
    return tuple(tomllib.loads(files(__package__).joinpath("sources_en.toml").read_text("utf-8"))["order"])


def folded(words: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(words)]


def source_type(head: str, phrase: str, name: str) -> str | None:
    """The type of a source by its head noun, then by its name in the table of outlets, then by the rest of its words."""
    outlet = known_outlet(name) or known_outlet(phrase)
    if outlet is not None:
        return outlet.kind
    if _MEDIUM.match(name.strip()):
        return "outlet"
    by_head = _type_of_reports(folded(phrase)) if head.casefold() == "reports" else _type_of_word(head.casefold())
    if by_head in ("unnamed", "document", "witness"):
        return by_head
    by_phrase = next((kind for kind, told in _phrases().items() if any(one in phrase.casefold() for one in told)), None)
    if by_phrase is None and head.casefold() in _table()["offices"]["words"]:
        return _type_of_office(folded(phrase))
    return by_phrase or by_head or _type_of_any(folded(phrase))


def _type_of_reports(words: list[str]) -> str:
    """ "Media reports" are of media, "reports" and "local reports" of nobody, "police reports" and "reports by A" papers."""
    table = _table()["reports"]
    if set(words) & table["media"]:
        return "outlet"
    return "unnamed" if set(words) <= table["plain"] else "document"


def _type_of_office(words: list[str]) -> str:
    held = set(words) - _table()["offices"]["words"]
    if held & _table()["offices"]["learned"] and not held & (
        _table()["offices"]["unlearned"] | _table()["types"]["force"]
    ):
        return "expert"
    if held & _table()["offices"]["state"]:
        return "official"
    kinds = ("force", "organisation", "party", "expert")
    return next((kind for kind in kinds if held & _table()["types"][kind]), "official")


def _type_of_word(word: str) -> str | None:
    return next((kind for kind in _order() if word in _table()["types"][kind]), None)


def _type_of_any(words: Iterable[str]) -> str | None:
    held = set(words) - {"local"}  # "a local" is a witness, "the local committees" none
    return next(
        (kind for kind in _order() if kind not in ("unnamed", "document") and held & _table()["types"][kind]), None
    )


def type_by_roles(entity: Entity) -> str | None:
    """The type of a person by the roles that the reports give him."""
    return next((kind for kind in (_type_of_role(folded(role.role)) for role in entity.roles) if kind), None)


def _type_of_role(words: list[str]) -> str | None:
    """ "Director of the Harbour Policy Center": an office, in a house of learning."""
    return _type_of_office(words) if set(words) & _table()["offices"]["words"] else _type_of_any(words)


def type_of_body(name: str) -> str | None:
    """The type of a body by its name alone, its last word first."""
    words = folded(name)
    return source_type(words[-1], name, name) if words else None


def known_outlet(name: str) -> Outlet | None:
    return find_outlet(_ARTICLE.sub("", name.strip())) if name.strip() else None


def is_outlet(name: str) -> bool:
    return known_outlet(name) is not None or bool(_OUTLET_PHRASE.search(name) or _MEDIUM.match(name.strip()))


def is_institution(words: str) -> bool:
    """Whether the words, though no proper name, mean one institution that speaks with one voice."""
    return bool(_table()["institutions"]["words"] & set(folded(words))) or bool(_STATE_MEDIUM.search(words))


def is_mouthpiece(word: str) -> bool:
    """Whether what this noun says, the body named before it says."""
    return word.casefold() in _table()["mouthpieces"]["words"]


def is_medium(word: str) -> bool:
    """Whether the noun is one for an outlet or agency ("television"), whosever it is."""
    return _type_of_word(word.casefold()) in ("outlet", "agency")


def takes_up(word: str, kind: str) -> bool:
    """Whether a definite noun can stand for a `person` or an `organisation` that was named before."""
    return word.casefold() in _table()["takes_up"][kind]
