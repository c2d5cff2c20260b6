"""Persons who are told of one by one: which claims tell of one person, and what became of them.

"A boy was killed" and "a woman was found dead" are two of the dead, though no report need count to two; "a man was shot" in the
morning and "the man has died" at noon are one. Two claims are held to tell of one person unless something sets the persons apart
(names, age, sex, side, "another", one sentence that tells of both): the persons counted are a lower bound.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import SequenceMatcher
from functools import cache

from rashomon.model.claim import Claim
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.population import head_of
from rashomon.stages.reconcile.tables import cues, table

FATES = ("killed", "injured")
_GROWN_UP = 20  # years from which nobody is called a boy or a girl
_CHILD = 13  # years below which nobody is called a man or a woman
_AGE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old\b", re.IGNORECASE)
_MONTHS = re.compile(r"\b\d{1,2}[- ](?:months?|weeks?|days?)[- ]old\b", re.IGNORECASE)
_AGE_BEHIND = re.compile(
    r"(?:\W{1,2}[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})?, (?:aged? )?(\d{1,2})(?=[,.;)]| (?:of|and|was|were|from)\b)"
)
_AGE_BEFORE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old (?:[\w-]+ ){0,2}$", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:another|second|third|fourth|fifth|other)(?: [\w’'-]+){0,4}$", re.IGNORECASE)
_ALSO = re.compile(r"[^.;]{0,40}\b(?:was|were|is|has been) also\b", re.IGNORECASE)
_APPOSED = re.compile(r",? ")
_TOGETHER = re.compile(r"(?:[^.;]{0,90}[ ,])?(?:and|as well as|before|then|&)(?: [^.;]{0,40})?\s*")
_POSSESSED = re.compile(r"[’']s? \S")
_RECALLED = timedelta(days=21)
_ALIKE = 0.85  # of two spellings of one name


@dataclass(frozen=True)
class Single:
    """One claim about one person. `names`: the folded words of the name; `at`: report and sentence; `further`: told as one more."""

    claim: Claim
    fate: str
    at: tuple[str, int]
    names: frozenset[str] = frozenset()
    name: str = ""
    entity: str | None = None
    sex: str | None = None
    age: int | None = None
    grown: bool | None = None
    side: str | None = None
    further: bool = False
    dies: bool = False
    noun: str = ""
    start: int = 0
    end: int = 0
    gap: str = ""  # the words of the sentence after it

    @property
    def profile(self) -> tuple[object, ...]:
        """All that can set the person apart from one of another report."""
        return (self.fate, self.names, self.entity, self.sex, self.age, self.grown, self.side, self.noun)

    @property
    def described(self) -> bool:
        """Whether more is told than a name."""
        return bool(self.sex or self.side or self.age is not None or self.grown is not None)

    def between(self, other: "Single") -> bool:
        first, second = (self, other) if self.start < other.start else (other, self)
        words = first.gap[: max(0, second.start - first.end)]
        return len(words) < len(first.gap) and bool(_TOGETHER.fullmatch(words))


@dataclass
class Person:
    """Those claims that tell of one person. `kinds` holds one claim for each way in which he or she is described, `told` the claims of
    each report: what sets two persons apart is looked for in these."""

    singles: list[Single] = field(default_factory=list)
    kinds: dict[tuple[object, ...], Single] = field(default_factory=dict)
    told: dict[str, list[Single]] = field(default_factory=dict)

    def add(self, single: Single) -> None:
        self.singles.append(single)
        self.kinds.setdefault(single.profile, single)
        self.told.setdefault(single.at[0], []).append(single)

    @property
    def key(self) -> str:
        """The id of the first of the claims."""
        return min(single.claim.id for single in self.singles)

    @property
    def deaths(self) -> list[Single]:
        """The claims that say outright that he or she died."""
        return [single for single in self.singles if single.dies]

    @property
    def dead(self) -> bool:
        return bool(self.deaths)

    def beside(self, single: Single) -> list[Single]:
        """The claims to set the other against: one of each description, and all of its own report."""
        return [*self.kinds.values(), *self.told.get(single.at[0], ())]


def is_single(claim: Claim) -> bool:
    """Whether the claim tells of one person and what befell them."""
    figure = claim.figure
    return bool(figure and figure.implied and figure.measure in FATES and claim.modality in ("asserted", "possible"))


def _long_ago(claim: Claim, dossier: Dossier) -> bool:
    """Whether it happened weeks before the story's first report: another happening, which a report recalls."""
    first = min(dossier.story.days.values(), default="")[:10]
    last = (claim.date.end or claim.date.start or "")[:10] if claim.date else ""
    try:
        return bool(first and last) and date.fromisoformat(last) < date.fromisoformat(first) - _RECALLED
    except ValueError:
        return False


def roster(claims: Iterable[Claim], dossier: Dossier) -> list[Person]:
    """The persons that the claims tell of singly, the best known first; the order of the claims does not matter."""
    told = [claim for claim in claims if is_single(claim) and not _long_ago(claim, dossier)]
    singles = sorted((single_of(claim, dossier) for claim in told), key=_best_known)
    persons: list[Person] = []
    named: dict[str, set[int]] = {}  # a word of a name → the persons whose names hold it
    for single in singles:
        fitting = [(likeness(single, p), -i) for i, p in _worth_a_look(single, persons, named) if may_be(single, p)]
        if not fitting:
            persons.append(Person())
        place = -max(fitting)[1] if fitting else len(persons) - 1
        persons[place].add(single)
        for word in single.names:
            named.setdefault(word, set()).add(place)
    return persons


def _worth_a_look(
    single: Single, persons: Sequence[Person], named: Mapping[str, set[int]]
) -> Iterable[tuple[int, Person]]:
    """The persons who are not set apart by their names alone, with their places. Those with a name come first, so that as long as
    one comes all persons have one, and names of one person share a word."""
    if not single.names:
        return enumerate(persons)
    return ((i, persons[i]) for i in sorted(set().union(*(named.get(word, ()) for word in single.names))))


def _best_known(single: Single) -> tuple[object, ...]:
    known = (bool(single.names), single.age is not None, single.sex is not None, single.side is not None)
    return (not single.names, -sum(known), single.further, single.claim.report, single.claim.start, single.claim.id)


def likeness(single: Single, person: Person) -> float:
    """How much speaks for one person: the name, the age, the same fate, the same report."""
    others = person.kinds.values()
    named = any(same_name(single.names, other.names) for other in others)
    aged = single.age is not None and any(single.age == other.age for other in others)
    fate = any(other.fate == single.fate for other in others)
    told = any(other.fate == single.fate for other in person.told.get(single.at[0], ()))
    sex = single.sex is not None and any(single.sex == other.sex for other in others)
    return 8 * named + 4 * aged + 2 * fate + 1 * told + 0.5 * sex


def _alike(single: Single, person: Person) -> bool:
    """Whether something speaks for one person over two fates: the name, the age, the sex or the noun; or nothing is known."""
    told = any(other.described for other in person.kinds.values())
    return not single.described or not told or any(_agree(single, other) for other in person.kinds.values())


def _agree(a: Single, b: Single) -> bool:
    young = a.grown is False and b.grown is False
    age = a.age is not None and b.age is not None and abs(a.age - b.age) <= 1
    return (
        young
        or age
        or same_name(a.names, b.names)
        or bool(a.sex and a.sex == b.sex)
        or bool(a.noun and a.noun == b.noun)
    )


def may_be(single: Single, person: Person) -> bool:
    """Whether nothing sets the person of the claim apart from the one whom the others tell of."""
    if any(apart(single, other) for other in person.beside(single)):
        return False
    return any(other.fate == single.fate for other in person.kinds.values()) or _alike(single, person)


def apart(a: Single, b: Single) -> bool:
    """Whether two claims cannot tell of one person."""
    if a.names and b.names:
        return not same_name(a.names, b.names)
    if a.entity and a.entity == b.entity:
        return False
    return _told_apart(a, b) or _unlike(a, b)


def _unlike(a: Single, b: Single) -> bool:
    """Other sex, age or side."""
    if a.sex and b.sex and a.sex != b.sex:
        return True
    if a.side and b.side and a.side != b.side:
        return True
    if a.age is not None and b.age is not None:
        return abs(a.age - b.age) > 1
    return a.grown is not None and b.grown is not None and a.grown != b.grown


def _told_apart(a: Single, b: Single) -> bool:
    """Two persons joined by "and", one told as a further one, or one who lived and one who died as one report tells it."""
    if a.at[0] != b.at[0]:
        return False
    second = max(a, b, key=lambda single: single.start)
    if second.further or together(a, b):
        return True
    return a.fate != b.fate and (a.age is None or a.age != b.age)


def together(a: Single, b: Single) -> bool:
    """Whether one sentence joins the two: "a man and his sister were killed", "killed a guard before shooting a nurse"."""
    return a.at == b.at and a.start != b.start and a.between(b)


def same_name(a: frozenset[str], b: frozenset[str]) -> bool:
    """One name, a part of it, or another spelling of it."""
    if not a or not b:
        return False
    if a <= b or b <= a:
        return True
    one, other = " ".join(sorted(a)), " ".join(sorted(b))
    return len(a & b) > 0 and SequenceMatcher(None, one, other).ratio() >= _ALIKE


@cache
def _kinds() -> dict[str, frozenset[str]]:
    rows = table("persons_en")
    return {name: frozenset(rows[name]) for name in ("male", "female", "young", "grown")}


def single_of(claim: Claim, dossier: Dossier) -> Single:
    """What the claim's words and those beside them tell of the person."""
    figure = claim.figure
    assert figure is not None
    text = dossier.reports[claim.report].text
    before, behind = text[max(0, figure.start - 40) : figure.start], text[figure.end : figure.end + 60]
    noun = head_of(figure.counted) if figure.counted else ""
    age = _age(figure.counted or "", before, behind)
    entity, name = _named(claim, dossier)
    own = (
        figure.text
        if figure.counted is None and figure.text[:1].isupper() and not _POSSESSED.search(figure.text)
        else ""
    )
    infant = bool(_MONTHS.search(figure.counted or ""))
    return Single(
        claim=claim,
        fate=figure.measure,
        start=figure.start,
        end=figure.end,
        gap=text[figure.end : figure.end + 160],
        at=(claim.report, dossier.position(claim)),
        names=_folded(name or own),
        name=name or own,
        entity=entity,
        sex="m" if noun in _kinds()["male"] else "f" if noun in _kinds()["female"] else None,
        age=0 if infant else age,
        grown=False if infant else _grown(noun, age),
        side=next((side for side, nouns in table("persons_en")["side"].items() if noun in nouns), None),
        dies=figure.measure == "killed" and claim.modality == "asserted" and bool(cues("death").search(claim.quote)),
        noun=noun,
        further=bool(_FURTHER.search(before + figure.text) or _ALSO.match(behind)),
    )


def _age(counted: str, before: str, behind: str) -> int | None:
    found = _AGE.search(counted) or _AGE_BEFORE.search(before) or _AGE_BEHIND.match(behind)
    return int(found.group(1)) if found else None


def _grown(noun: str, age: int | None) -> bool | None:
    if age is not None:
        return True if age >= _GROWN_UP else False if age < _CHILD else None
    return False if noun in _kinds()["young"] else True if noun in _kinds()["grown"] else None


def _folded(name: str) -> frozenset[str]:
    words = (word.strip(".,’'\"“”()").casefold() for word in re.sub(r"[’']s\b", "", name).split())
    return frozenset(word for word in words if len(word) > 1 and word not in _TITLES)


_TITLES = frozenset("mr mrs ms miss dr jr sr ii iii iv sgt cpl lt capt officer deputy the".split())


def _named(claim: Claim, dossier: Dossier) -> tuple[str | None, str]:
    """The person whom the figure's words, or a name set beside them, mean; and the name."""
    figure = claim.figure
    assert figure is not None
    text = dossier.reports[claim.report].text
    for mention, entity in dossier.persons_in(claim.report):
        beside = figure.end <= mention.start <= figure.end + 2 and _APPOSED.fullmatch(text[figure.end : mention.start])
        if (mention.start < figure.end <= mention.end) or beside:
            found = dossier.entities[entity]
            return entity, found.name if found.name[:1].isupper() else ""
    return None, ""


def company(persons: Sequence[Person], leading: Person) -> list[Person]:
    """The persons who are told of together with the leading one, by one report or another, step by step."""
    found = [leading]
    for person in found:
        found += [other for other in persons if not any(other is one for one in found) and _joined(person, other)]
    return found


def _joined(a: Person, b: Person) -> bool:
    return any(
        one.fate == other.fate and together(one, other)
        for report in a.told.keys() & b.told.keys()
        for one in a.told[report]
        for other in b.told[report]
    )


def label(person: Person) -> str:
    """The person's name as the reports' entity or words have it, else the words that describe him or her."""
    named = [single for single in person.singles if single.name]
    if named:
        return max((single.name for single in named), key=lambda name: (len(name.split()), name))
    said = [single.claim.figure for single in sorted(person.singles, key=lambda s: (s.claim.report, s.claim.start))]
    words = max((" ".join((f.counted or f.text).split()) for f in said if f), key=lambda text: (len(text), text))
    return words if words[:1].isupper() else f"{'an' if words[:1].casefold() in 'aeiou' else 'a'} {words}"


def person_of(persons: Sequence[Person]) -> dict[str, Person]:
    """Claim id → the person it tells of."""
    return {single.claim.id: person for person in persons for single in person.singles}
