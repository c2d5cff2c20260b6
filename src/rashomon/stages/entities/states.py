"""The states of the USA and the provinces of Canada as reports shorten them. The postal code is GeoNames' code of the state."""

# Abbreviations of the US states as agencies print them; the postal code is GeoNames' code of the state.
_STATES = {
    "Ala": "AL", "Ariz": "AZ", "Ark": "AR", "Calif": "CA", "Colo": "CO", "Conn": "CT", "Del": "DE", "Fla": "FL", "Ga": "GA",
    "Ill": "IL", "Ind": "IN", "Kan": "KS", "Kans": "KS", "Ky": "KY", "La": "LA", "Md": "MD", "Mass": "MA", "Mich": "MI", "Minn": "MN",
    "Miss": "MS", "Mo": "MO", "Mont": "MT", "Neb": "NE", "Nev": "NV", "NH": "NH", "NJ": "NJ", "NM": "NM", "NY": "NY",
    "NC": "NC", "ND": "ND", "Okla": "OK", "Ore": "OR", "Pa": "PA", "Penn": "PA", "RI": "RI", "SC": "SC", "SD": "SD", "Tenn": "TN",
    "Tex": "TX", "Vt": "VT", "Va": "VA", "Wash": "WA", "WVa": "WV", "Wis": "WI", "Wyo": "WY", "DC": "DC",
}  # fmt: skip
_POSTAL = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN "
    "TX UT VT VA WA WV WI WY DC".split()
)
_STATE_NAMES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado", "CT": "Connecticut",
    "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa",
    "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan",
    "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio",
    "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota",
    "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming", "DC": "District of Columbia",
}  # fmt: skip
PROVINCES = {
    "B.C.": "British Columbia", "BC": "British Columbia", "Ont.": "Ontario", "Ont": "Ontario", "Que.": "Quebec", "Alta.": "Alberta",
    "Alta": "Alberta", "Sask.": "Saskatchewan", "Sask": "Saskatchewan", "N.S.": "Nova Scotia", "N.B.": "New Brunswick",
    "P.E.I.": "Prince Edward Island", "Nfld.": "Newfoundland and Labrador",
}  # fmt: skip


def state_of(words: str) -> str | None:
    """The US state's postal code that the words stand for, if they are an abbreviation of one."""
    bare = words.replace(".", "").replace(" ", "")
    return _STATES.get(bare) or (bare if bare in _POSTAL else None)


def state_name(postal: str) -> str:
    return _STATE_NAMES.get(postal, postal)


def state_named(letters: str) -> str | None:
    """The state's name for the postal code in any case; None where the letters are none."""
    return _STATE_NAMES.get(letters.upper())
