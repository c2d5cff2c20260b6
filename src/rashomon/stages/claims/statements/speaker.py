"""One who speaks, and by what a pronoun or a role may mean him: gender, role words, kind."""

from dataclasses import dataclass, field

from rashomon.stages.claims.statements.reported import Span
from rashomon.stages.claims.statements.sources import is_institution

HE = frozenset("he him his himself".split())
SHE = frozenset("she her hers herself".split())
MALE = frozenset(
    "mr king prince sir father man son brother husband spokesman chairman policeman congressman businessman actor".split()
)
FEMALE = frozenset(
    "mrs ms miss queen princess mother woman daughter sister wife spokeswoman chairwoman actress congresswoman".split()
)
_GENERAL = frozenset("leader president politician man woman official candidate nominee minister head chief".split())
_STEM = 5


@dataclass(frozen=True)
class Speaker:
    """`span` the words as they stand, `name_span` those by which a chain names the speaker. `known_as` is the fullest name
    that the report has for the one meant (for the voice); `antecedent` the span of the words that a pronoun or role takes up,
    `has_name` and `meant_has_voice` whether these name him, and whether he speaks with a voice of his own.
    """

    span: Span
    name_span: Span
    name: str
    known_as: str
    person: bool
    named: bool
    type: str | None = None
    entity: str | None = None
    antecedent: Span | None = None
    gender: str | None = None
    plural: bool = False
    definite: bool = False
    has_name: bool = False
    meant_has_voice: bool = False
    words: frozenset[str] = field(default=frozenset())

    @property
    def has_voice(self) -> bool:
        if self.type == "unnamed":
            return False
        if self.antecedent is not None:
            return self.meant_has_voice
        office = self.definite and not self.plural and self.type in ("official", "force", "organisation", "party")
        return self.named or office or is_institution(self.name)


def holds(noun: str, words: frozenset[str], one: Speaker) -> bool:
    """Whether a person can be meant by "the Ostland leader": the role is among the words that stood with his name, or is a
    general one; and further words of the phrase are shared."""
    further = words - {noun}
    if noun not in one.words and noun not in _GENERAL:
        return False
    return not further or bool(stems(further) & stems(one.words))


def carried_type(found: Speaker, one: Speaker, pos: str) -> str | None:
    return one.type if pos == "PRON" or one.type is not None else found.type


def stems(words: frozenset[str] | set[str]) -> set[str]:
    return {word[:_STEM].replace("z", "s") for word in words}


def gender_of(words: frozenset[str]) -> str | None:
    if words & MALE:
        return "m"
    return "f" if words & FEMALE else None


def pronoun_gender(noun: str) -> str | None:
    return "m" if noun in HE else "f" if noun in SHE else None


def fits_gender(wanted: str | None, has: str | None) -> bool:
    return wanted is None or has is None or wanted == has


def can_be(noun: str, kind: str | None) -> bool:
    medium = kind in ("outlet", "agency")
    return medium if noun in ("newspaper", "outlet", "daily", "channel") else not medium or noun in _ALSO_MEDIA


_ALSO_MEDIA = frozenset(("agency", "network", "company", "group", "organisation", "organization", "firm"))
