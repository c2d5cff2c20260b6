"""News agencies and outlets of the world: `outlets.csv`, with aliases, kind, country, language, owner and domains.

How a name is looked up:
- "the", and words such as "news agency" or "newspaper" beside the name, are passed over;
- long names go by any case; a single word needs its capital, and a short form in capitals (AP, SANA, MAP) stands as it is;
- a name that is an ordinary word too ("Sun", "People", marked "?" in the table, and all of "The" and one word) needs "the" or a word such as "newspaper".
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from string import ascii_lowercase
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec

_PARTS_MARK = "|"
_WORD_TOO = "?"
_SHORT = 5  # letters; the longest all-capital form that is likely to be an ordinary word or a name as well
_THE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_MEDIUM_WORDS = (
    "news agency|news service|newswire|wire service|press agency|information agency|news website|news site|news portal|"
    "news outlet|news channel|tv channel|television channel|tv station|radio station|state media|state television|"
    "state tv|news network|broadcaster|newspaper|magazine|website|daily|weekly|agency|channel|network|tabloid|portal"
)
_MEDIUM_BEFORE = re.compile(
    r"^(?:(?:[Ss]tate|[Pp]rivate|[Pp]ublic|[Ll]ocal|[Nn]ational|[Ss]emi-official|[Ss]tate-run|[Ss]tate-owned|business|[Ii]ndependent)\s+)?"
    rf"(?:{_MEDIUM_WORDS}|агентство|информагентство|газета|телеканал|издание|портал|агенція|видання|وكالة|صحيفة|جريدة|قناة|موقع|تلفزيون|خبرگزاری|روزنامه)\s+(?=\S)"
)  # small letters: "Daily Journal" is a name of its own
_MEDIUM_AFTER = re.compile(rf"\s+(?:{_MEDIUM_WORDS})$", re.IGNORECASE)


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """`kind` is `agency` or `outlet`. `country` is ISO 3166-1 alpha-2, `language` BCP 47. `aliases` include short forms and
    other scripts; `owner` names the family of outlets; `domains` are host names without `www.`."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    language: str | None = None
    owner: str | None = None
    domains: tuple[str, ...] = ()


class Named(NamedTuple):
    """A half-open span of a text that names an outlet."""

    start: int
    end: int
    outlet: Outlet


_FIRST_WORD = re.compile(r"\w+")
_AHEAD = 4  # characters: the space and the next word's first letters tell apart most names that begin with one word
_MARKED_BEFORE = re.compile(
    r"\b(?:[Tt]he|told|tells|telling|by|to|magazine|newspaper|daily|agency|website|tabloid|weekly|channel|(?:агентств|газет|издани|телеканал|портал|журнал|сайт|видання|канал)\w*|وكالة|صحيفة|جريدة|قناة|موقع|تلفزيون|خبرگزاری|روزنامه)\s[«\"]?$"
)
# Behind such a name: it is the beginning of another name or of a noun phrase ("the Independent Schools", "told Australian radio").
_NAMES_MORE = re.compile(
    r"['’]s\s(?:Bank|Republic|Party|Army|Congress|Liberation|Government|Choice|Court)\b|[ -](?:(?!Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[A-Z]\w|(?:government|radio|television|media|people|army|police|public|team|side|"
    r"authorities|president|minister|state|city|man|woman|official|officials|troops|forces|company|firm|market|economy|of|\d+)\b)"
)
_MARKED_AFTER = re.compile(r"\s(?:magazine|newspaper|daily|news agency|news site|website|tabloid|weekly|channel)\b")
# Words that many mastheads end in: such a name is an outlet's only where it is no part of a longer one ("Meridian Wire" is not The Wire).
_MASTHEADS = frozenset(
    "times post news tribune herald gazette journal star chronicle press observer courier telegraph globe register dispatch "
    "inquirer examiner enquirer ledger sentinel argus bulletin daily today radio tv television weekly magazine standard republic "
    "citizen advocate democrat sun mirror mail express echo record world independent monitor wire nation voice guardian local week "
    "point people time hill day age atlantic national".split()
)
_LONGER_BEFORE = re.compile(r"([^\W\d_][\w’'&.-]*)[ -]$")
_LONGER_AFTER = re.compile(r"[ -]([A-Z][\w-]*)")
_NO_PART = frozenset(
    "the a in on but and as by at also meanwhile told said to from monday tuesday wednesday thursday friday saturday sunday".split()
)


class _Entry(msgspec.Struct, frozen=True):
    outlet: Outlet
    word_too: bool


def outlets() -> tuple[Outlet, ...]:
    """The whole table, in its own order."""
    return tuple(_table())


@lru_cache(maxsize=8192)
def find_outlet(name: str) -> Outlet | None:
    """The outlet that goes by this name or alias, case and a leading "the" aside; None where unknown.

    Words such as "news agency" beside the name are passed over: "the RIA news agency" finds RIA Novosti.
    """
    name = " ".join(name.split())
    if not name or len(name) > 80:
        return None
    whole = _spellings(name) if _POSSESSIVE.search(name) else ()  # "Maclean's"
    for spelling, marked in (*whole, *_spellings(_POSSESSIVE.sub("", name))):
        entry = _by_name().get(_key(spelling))
        if entry and (marked or not entry.word_too) and _cased(spelling):
            return entry.outlet
    return None


def outlet_of_host(host: str) -> Outlet | None:
    """The outlet that publishes at this host name (or a parent domain of it)."""
    labels = host.casefold().strip(". ").partition(":")[0].removeprefix("www.").split(".")
    for first in range(len(labels) - 1):
        found = _by_domain().get(".".join(labels[first:]))
        if found:
            return found
    return None


@lru_cache(maxsize=8192)
def family_of(name: str, url: str | None = None) -> str | None:
    """The group that owns the outlet of this name, or for want of a name the outlet at this address; None where not known. An outlet
    that nobody else shares an owner with is no family."""
    host = urlsplit(url).hostname if url and not name and "//" in url else None
    found = (
        find_outlet(name) or (outlet_of_host(name) if "." in name else None) or (outlet_of_host(host) if host else None)
    )
    return found.owner if found and found.owner in _families() else None


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    """Owners of two outlets or more."""
    counts = Counter(outlet.owner for outlet in _table() if outlet.owner)
    return frozenset(owner for owner, count in counts.items() if count > 1)


def names_in(text: str) -> Iterator[Named]:
    """The outlets named in a text, in order, the longest name at each place; spans without "the" and the medium's noun.

    A name that is an ordinary word too is taken where its neighbours mark it ("the Sun", "People magazine", "told People").
    """
    at, beginnings = 0, _beginnings()
    for match in _first_of_name().finditer(text):
        behind = beginnings.get(match[0].casefold())
        if behind is None or match.start() < at:
            continue
        ahead = text[match.end() : match.end() + _AHEAD].casefold()[:_AHEAD]
        lengths = behind.get(ahead) or behind.get("")
        if lengths and (named := _named_at(text, match.start(), lengths)):
            at = named.end
            yield named


def _named_at(text: str, start: int, lengths: tuple[int, ...]) -> Named | None:
    if start and _FIRST_WORD.match(text, start - 1):  # it stands within a word
        return None
    for length in lengths:
        spelling = text[start : start + length]
        if len(spelling) < length or _goes_on(text, start, start + length):
            continue
        entry = _by_name().get(_key(spelling))
        if entry and _cased(spelling) and _names_itself(spelling):
            before, after = text[max(0, start - 14) : start], text[start + length : start + length + 14]
            if _in_longer_name(spelling, text[max(0, start - 40) : start], text[start + length : start + length + 40]):
                continue
            marked = _MARKED_AFTER.match(after) or (_MARKED_BEFORE.search(before) and not _NAMES_MORE.match(after))
            if not entry.word_too or marked:
                return Named(start, start + length, entry.outlet)
    return None


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a word goes on behind the name. Texts that were glued ("China DailyZhang said") break where a capital begins, behind
    a name of several words."""
    if not text[end : end + 1].isalnum():
        return False
    return not (" " in text[start:end] and text[end - 1].islower() and text[end].isupper())


def _in_longer_name(spelling: str, before: str, after: str) -> bool:
    """Whether a name of masthead words alone is a part of a longer name that the table lacks."""
    if not {word.casefold() for word in _FIRST_WORD.findall(_THE.sub("", spelling))} <= _MASTHEADS:
        return False
    behind, ahead = _LONGER_BEFORE.search(before), _LONGER_AFTER.match(after)
    longer = behind is not None and behind[1][0].isupper() and not _POSSESSIVE.search(behind[1])
    if longer and behind and behind[1].casefold() not in _NO_PART:
        return True
    return ahead is not None and ahead[1].casefold() in _MASTHEADS


def _names_itself(spelling: str) -> bool:
    if spelling[0].isdigit():
        return spelling != spelling.lower() or spelling in _lower_names()
    return not spelling[0].islower() or spelling in _lower_names()


def _spellings(name: str) -> Iterator[tuple[str, bool]]:
    """The name as it stands, then with what may be left off; with whether something marks it as a medium's name."""
    yield name, bool(_THE.match(name))
    bare = _THE.sub("", name)
    yield bare, bare != name
    for form in (_MEDIUM_AFTER.sub("", bare), _MEDIUM_BEFORE.sub("", bare)):
        if form != bare:
            yield form, True
            yield _MEDIUM_BEFORE.sub("", form), True


def _cased(spelling: str) -> bool:
    """Whether a single word looks like a name. Scripts without case always do."""
    spelling = _THE.sub("", spelling)
    if " " in spelling or "." in spelling or "-" in spelling:
        return True
    return spelling != spelling.lower() or spelling in _lower_names() or spelling == spelling.upper()


def _key(spelling: str) -> str:
    """Short forms in capitals keep their case, all else is folded."""
    return spelling if _short_capitals(spelling) else spelling.casefold()


def _short_capitals(spelling: str) -> bool:
    return len(spelling) <= _SHORT and spelling.isalpha() and spelling.isupper()


@lru_cache(maxsize=1)
def _table() -> list[Outlet]:
    text = files("rashomon.reference").joinpath("outlets.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return [_outlet(row) for row in rows]


def _outlet(row: dict[str, str]) -> Outlet:
    return Outlet(
        name=row["name"],
        kind=row["kind"],
        country=row["country"] or None,
        language=row["language"] or None,
        owner=row["owner"] or None,
        aliases=_parts(row["aliases"]),
        domains=_parts(row["domains"]),
    )


def _parts(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split(_PARTS_MARK) if part)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, _Entry]:
    """Names before aliases, earlier rows before later ones: the first to claim a spelling keeps it."""
    found: dict[str, _Entry] = {}
    for outlet in _table():
        bare = _THE.sub("", outlet.name)
        word_too = _WORD_TOO + bare in outlet.aliases or (bare != outlet.name and bare.isalpha())
        for form in _forms(outlet.name):
            found.setdefault(form, _Entry(outlet, word_too))
    for outlet in _table():
        for alias in outlet.aliases:
            for form in _forms(alias.removeprefix(_WORD_TOO)):
                found.setdefault(form, _Entry(outlet, alias.startswith(_WORD_TOO)))
    return found


def _forms(name: str) -> Iterable[str]:
    bare = _THE.sub("", name)
    forms = {_key(name), _key(bare)}
    if "-" in bare:
        forms.add(_key(bare.replace("-", " - ")))  # as texts have it whose tokens were put apart
    if bare.isupper() and len(bare) > _SHORT:
        forms.add(bare.casefold())
    if bare[:1].isupper() and not bare.isupper() and len(bare) <= _SHORT and bare.isalpha():
        forms.add(bare.upper())  # "Tass" is written "TASS" too; never the other way round
    return forms


@lru_cache(maxsize=1)
def _lower_names() -> frozenset[str]:
    """The names that are written small (dpa, taz)."""
    return frozenset(
        form for outlet in _table() for form in (outlet.name, *outlet.aliases) if form == form.lower() and len(form) > 2
    )


@lru_cache(maxsize=1)
def _by_domain() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet in _table():
        for domain in outlet.domains:
            found.setdefault(domain, outlet)
    return found


@lru_cache(maxsize=1)
def _first_of_name() -> re.Pattern[str]:
    """A word that may begin a name: one that does not begin small, or the first of a name that is written small. Three words in four of a
    text are neither, and are never looked up. A match may begin within a word ("LinkedIn"): whoever uses it looks at the letter before."""
    words = (_FIRST_WORD.match(form) for form in _lower_names())
    small = sorted({word[0] for word in words if word and word[0][0] in ascii_lowercase})
    by_letter = {word[0]: "|".join(other[1:] for other in small if other[0] == word[0]) for word in small}
    forms = "".join(rf"|{letter}(?:{rest})\b" for letter, rest in by_letter.items())
    return re.compile(rf"(?<![a-z])(?:[^\Wa-z]\w*{forms})")


@lru_cache(maxsize=1)
def _beginnings() -> dict[str, dict[str, tuple[int, ...]]]:
    """First word (folded) of each spelling, and the `_AHEAD` characters right behind it (folded), to the lengths of the spellings that may
    stand there, longest first. Behind "" those that end sooner: they may stand whatever follows."""
    found: dict[str, dict[str, set[int]]] = {}
    for form in _by_name():
        first = _FIRST_WORD.match(form)
        if first:
            ahead = form[first.end() : first.end() + _AHEAD]
            behind = found.setdefault(first[0].casefold(), {})
            behind.setdefault(ahead if len(ahead) == _AHEAD else "", set()).add(len(form))
    return {
        word: {ahead: tuple(sorted(lengths | behind.get("", set()), reverse=True)) for ahead, lengths in behind.items()}
        for word, behind in found.items()
    }
