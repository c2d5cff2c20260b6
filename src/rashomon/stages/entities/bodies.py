"""Bodies: one for all orders and spellings of a name's words, its acronym and its owner's name before or behind it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rashomon.reference.countries import country_of_demonym, country_of_name
from rashomon.reference.outlets import find_outlet
from rashomon.reference.places import fold
from rashomon.reference.seats import country_of_seat
from rashomon.stages.entities.clusters import Cluster
from rashomon.stages.entities.names import body_words, initials, is_acronym
from rashomon.stages.entities.pages import Named, Page

# Every state has these: one that is named without its country in one report is not that of another report.
_OF_ANY_STATE = frozenset(
    "ministry council government parliament police army court committee office president senate assembly department agency "
    "party union bank guard navy cabinet commission service security".split()
)
Key = tuple[frozenset[str], str]


def bodies(some: Sequence[Named], pages: Mapping[str, Page]) -> list[Cluster]:
    """By their words and their owner. A body named without its owner is that of its report, where only one there has its words."""
    keys = [_key(one, pages[one.report]) for one in some]
    acronyms = _acronyms(some, pages)
    owners: dict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
    for one, (words, owner) in zip(some, keys, strict=True):
        if owner:
            owners[one.report, words].add(owner)
    anywhere: dict[frozenset[str], set[str]] = defaultdict(set)
    for (_, words), found in owners.items():
        anywhere[words] |= found
    clusters: dict[object, Cluster] = {}
    for one, (words, owner) in zip(some, keys, strict=True):
        here = owners.get((one.report, words)) or (
            anywhere[words] if len(words) > 1 and not words & _OF_ANY_STATE else set()
        )
        if not owner and len(here) == 1:
            owner = next(iter(here))
        key: object = acronyms.get(one.text) or acronyms.get((words, owner)) or (words, owner)
        outlet = find_outlet(one.text)
        key = outlet.name if outlet else key
        country = owner if len(owner) == 2 else country_of_seat(one.text)
        cluster = clusters.setdefault(key, Cluster("organisation", country=country))
        cluster.named.append(one)
        cluster.known_as = cluster.known_as or (outlet.name if outlet else None)
    return list(clusters.values())


def _key(one: Named, page: Page) -> Key:
    if is_acronym(one.text):
        return frozenset({one.text.replace(".", "").casefold()}), _owner_beside(one, page) or ""
    words, owner = body_words(one.text)
    first = one.text.split(" ")[0]
    if not owner and is_acronym(first) and len(words) > 2:
        return words - {fold(first)}, ""
    return words, owner or _owner_beside(one, page) or ""


def _owner_beside(one: Named, page: Page) -> str | None:
    """The country in "Oman's Health Ministry" and "the Health Ministry of Oman"."""
    line = page.lines[one.line]
    for other in line.found:
        country = country_of_name(other.text) or country_of_demonym(other.text)
        between = line.reading.text[
            line.reading.tokens[other.last - 1].end : line.reading.tokens[one.found.first].start
        ] if other.last <= one.found.first else line.reading.text[
            line.reading.tokens[one.found.last - 1].end : line.reading.tokens[other.first].start
        ]  # fmt: skip
        before = other.last <= one.found.first
        if country and between.strip().casefold() in (("'s", "’s", "'", "’", "") if before else ("of", "of the", "in")):
            return country
    return None


def _acronyms(some: Sequence[Named], pages: Mapping[str, Page]) -> dict[object, str]:
    """For the spelling of each acronym, and for the key of each name that it stands for, the acronym.

    An acronym in brackets right after a name stands for it; without that, where the initials of one name alone fit."""
    spellings: dict[str, set[str]] = defaultdict(set)
    told = {acronym for one in some for acronym in initials(one.text) if len(acronym) > 3}
    for one in some:
        spoken = one.text.upper() if one.text.istitle() and one.text.upper() in told else ""  # "Nasa"
        if is_acronym(one.text) or spoken:
            spellings[spoken or one.text.replace(".", "")].add(one.text)
    fits: dict[str, Counter[Key]] = defaultdict(Counter)
    for one in some:
        for acronym in initials(one.text) & spellings.keys():
            if not is_acronym(one.text):
                fits[acronym][_key(one, pages[one.report])] += 5 if _defines(one, acronym, pages[one.report]) else 1
    out: dict[object, str] = {}
    for acronym, keys in sorted(fits.items()):
        (best, count), *others = keys.most_common(2)
        if not others or count >= 5:
            out[best] = acronym
            out |= dict.fromkeys(spellings[acronym], acronym)
    return out


def _defines(one: Named, acronym: str, page: Page) -> bool:
    line = page.lines[one.line]
    after = line.reading.text[line.reading.tokens[one.found.last - 1].end :][: len(acronym) + 6]
    return after.replace(".", "").strip().startswith(f"({acronym}")
