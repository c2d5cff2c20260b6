"""Who is public: the table by which a person keeps the name in a redacted record. Whoever it does not reach is private.

A role counts by its head noun: "former governor of the coast" is a governor, "the governor's daughter" a daughter.
"""

import re

# By reason, in words; singular, lower case. A rank below those who command, a calling and a trade make nobody public.
PUBLIC: dict[str, frozenset[str]] = {
    reason: frozenset(" ".join(nouns.split()).split(" "))
    for reason, nouns in {
        "holds or held a public office": """president premier chancellor king queen prince princess monarch emperor empress sultan emir sheikh
            senator sen congressman congresswoman lawmaker legislator governor gov mayor councillor councilman councilwoman alderman minister
            undersecretary ambassador envoy diplomat commissioner speaker prosecutor judge justice coroner ombudsman sheriff mp mep
            assemblyman assemblywoman selectman dictator ruler strongman politician statesman stateswoman candidate nominee""",
        "leads a body": "chairman chairwoman chair chairperson director leader founder co-founder ceo superintendent rector dean chief",
        "speaks for a body": "spokesman spokeswoman spokesperson adviser advisor representative",
        "commands": "general gen admiral adm marshal colonel col commander commandant",
        "leads a church": "pope cardinal archbishop bishop patriarch ayatollah mufti",
        "is heard as an expert": "analyst expert economist historian professor prof scientist researcher",
        "works before the public": "journalist reporter correspondent editor author writer columnist actor actress singer billionaire",
    }.items()
}
# Roles of several words, of which the head noun alone would say too little.
PHRASES: dict[str, re.Pattern[str]] = {
    "holds or held a public office": re.compile(
        r"\b(?:prime minister|secretary of \w+|(?:foreign|home|press|interior|general) secretary|secretary[- ]general|first (?:lady|secretary)"
        r"|member of (?:the )?(?:\w+ )?(?:parliament|congress|senate|assembly|council|cabinet|duma|knesset|bundestag)|attorney general|district attorney)\b"
    ),
    "leads a body": re.compile(
        r"\b(?:head|secretary|executive secretary) of (?:the|its|a)\b|\bchief executive\b|\bmanaging director\b"
    ),
}
_CUT = re.compile(r"\s(?:of|for|in|at|to|with|from|and|on|under|over|who|by)\b|[,;(]")
_KIN = re.compile(r"['’]s?\s")
# Roles that tell what befell a person, or what a person is held to have done.
BEFELL = frozenset(
    "victim witness suspect gunman shooter attacker defendant detainee hostage survivor patient passenger bystander driver".split()
)
# Types of sources that speak for a body (contract: record.md), which weigh less than an office.
SPEAKS = {"official": "speaks as an official", "force": "speaks for a force", "expert": "is heard as an expert"}


def why_public(role: str) -> str | None:
    """The reason for which this role makes a person public; None where it makes none."""
    plain = " ".join(role.casefold().replace("’", "'").split())
    for reason, phrase in PHRASES.items():
        if phrase.search(plain) and not _KIN.search(plain):
            return reason
    head = re.findall(r"[^\W_]+", _CUT.split(plain)[0])
    return next((reason for reason, nouns in PUBLIC.items() if head and head[-1] in nouns), None)


def is_title(word: str) -> bool:
    """Whether a word before a surname says that its bearer is public: "Governor", "Gen."."""
    return any(word in nouns for nouns in PUBLIC.values())


def befell(role: str) -> bool:
    words = re.findall(r"[^\W_]+", _CUT.split(role.casefold())[0])
    return bool(words) and words[-1] in BEFELL
