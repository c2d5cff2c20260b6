"""The words of a question about an event: what it happened to, and what was done."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from rashomon.model.claim import Event, Participant
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.events.occurrences import is_pronoun
from rashomon.stages.reconcile.events.things import thing_named
from rashomon.stages.reconcile.population import population_of, singular
from rashomon.stages.reconcile.tables import table
from rashomon.text.numerals import find_numerals

Row = Mapping[str, Any]
_EARLY = 25  # characters before a number that counts those named
_MOST_WORDS = 7  # of what an event happened to; more is a clause and no name
_OWN = re.compile(r"(?:its|his|her|their)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an|this|these|that|those|some|several|many|all|any|no|each|every)\s+", re.IGNORECASE)
_FORCEFUL = re.compile(r"[“”\"()\[\]:;!?]|\b(?:who|which|that|whose|was|were|is|are|has|have|had|said|will|would)\b")
_EMPTY = frozenset(
    "it them him her his hers one ones someone somebody anyone anybody everyone nobody thing things something event events death deaths people person persons lives"
    " life others other man woman rest part number numbers case cases this that these those way place places time times".split()
)
_DETERMINERS = frozenset("some several many all any no each every both another more most few".split())
_PLURALS = ("people", "police", "aircraft", "troops", "forces")


def thing_of(events: Iterable[Event], dossier: Dossier, row: Row | None = None, *, actors: bool = True) -> str:
    """What it happened to, in the words most reports use: the entity's name, a listed thing's label, else the reports'
    own words with an article. Empty where nothing is named that a question could name. Without a target the first
    actor, unless `actors` is false; `row` may give those of a class a label ("the forces")."""
    said = Counter(words for event in events if (words := _words_of(event, dossier, actors, row or {})))
    return min(said, key=lambda text: (-said[text], len(text), text)) if said else ""


def _words_of(event: Event, dossier: Dossier, actors: bool, row: Row) -> str:
    """The first who is named: the entity's name, else the words, "its" told by whose it is."""
    doers = [p for p in event.actors if not is_pronoun(p)]
    named = [p for p in event.targets if not is_pronoun(p)] or (doers if actors else [])
    if not named:
        return ""
    if "label" in row:
        return str(row["label"])
    if class_of(named[0].text) in row.get("not_of", ()):
        return ""
    if row.get("named"):
        return dossier.name_of(named[0].entity) or ""
    known = thing_named(named[0].text)
    if known:
        return known
    return named_words(named[0], dossier, doers[0] if doers and doers[0] is not named[0] else None)


_PART_OF = re.compile(
    r"^(?:the |a )?(?:[\w-]+ )?(?:part|portion|rest|bulk|group|number|units?|members?|majority|contingent) of ",
    re.IGNORECASE,
)


def class_of(words: str) -> str:
    """The class of those whom the words name; "the first part of the force" is a force."""
    return population_of(_PART_OF.sub("", words)).name


def named_words(thing: Participant, dossier: Dossier, owner: Participant | None = None) -> str:
    """The entity's name, else the words as a question can say them; empty where they name nothing."""
    name = dossier.name_of(thing.entity)
    if name:
        return f"the {name}" if takes_article(thing.entity, name, dossier) else name
    words = dossier.within_sentence(" ".join(thing.text.split()).strip(" ,.'’"))
    first = words.split(" ", 1)[0]
    if population_of(first).name in table("populations_en") and first[1:].islower():
        words = words[:1].lower() + words[1:]
    if _OWN.match(words):
        if owner is None or _OWN.match(" ".join(owner.text.split()) + " "):
            return ""
        words = _OWN.sub(f"{dossier.name_of(owner.entity) or ' '.join(owner.text.split())}’s ", words, count=1)
    return _nameable(_without_number(words))


def takes_article(entity: str | None, name: str, dossier: Dossier) -> bool:
    """Organisations of two words and more take "the"; short forms and one-word names do not."""
    found = dossier.entities.get(entity or "")
    kind = found is not None and found.kind != "person"
    return kind and " " in name and not name.casefold().startswith("the ") and names_institution(name)


def names_institution(words: str) -> bool:
    """Whether the words hold a noun of institutions ("ministry", "council"), which take "the"."""
    return " " in words and _INSTITUTION.search(words) is not None


_INSTITUTION = re.compile(
    r"\b(?:ministry|organi[sz]ation|council|committee|union|service|department|agency|bank|party|army|forces?|federation|government|parliament|court|police|"
    r"authority|association|league|front|observatory|embassy|office|group|movement|institute|university|company|corporation|secretariat|commission)\b",
    re.IGNORECASE,
)


def _without_number(words: str) -> str:
    """ "At least nine people" → "the people"; "more than 200 schoolgirls" → "the schoolgirls"."""
    words = re.sub(r"^the (?=[\w ]*\d|more than|at least)", "", words)
    numeral = next(iter(find_numerals(words)), None)
    if numeral is not None and numeral.number_start <= _EARLY and words[:1].islower() | words[:1].isdigit():
        rest = re.sub(r"^(?:of (?:the|them|those)|others?)\b\s*", "", words[numeral.end :].strip())
        if re.match(r"-?(?:year|day|month|hour|week)", rest):
            return ""
        return f"the {rest}" if rest and population_of(rest).name not in ("people", "critical") else ""
    return words


def _nameable(words: str) -> str:
    """The words with a small article; empty for clauses, pronouns and nouns that name nothing by themselves."""
    plain = _ARTICLE.sub("", words)
    if not plain or len(plain.split()) > _MOST_WORDS or _FORCEFUL.search(plain):
        return ""
    if plain.casefold().split(" of ")[0].rsplit(" ", 1)[-1] in _EMPTY and (" " not in plain or "’s " in plain):
        return ""
    if plain.split(" ", 1)[0].casefold() in ("of", "in", "to", "by", "and", "for", "from", "with", "how", "what"):
        return ""
    bare_singular = plain == words and words.islower() and not is_plural(words) and "’s " not in words
    if bare_singular or plain.casefold() in _DETERMINERS:
        return ""
    return _ARTICLE.sub(
        lambda article: "the " if article.group().casefold() not in ("a ", "an ") else article.group().casefold(), words
    )


def done_of(events: Sequence[Event], row: Row) -> str:
    """The events' variant where all share one that is a participle, else the family's word."""
    variants = {event.variant or "" for event in events}
    only = next(iter(variants)) if len(variants) == 1 else ""
    if only in row.get("course", ()):
        return only
    return only if "was" in row.get("which", {}).get(only, "") else str(row["done"])


def agreed(question: str, thing: str) -> str:
    """ "was the forces sent" → "were the forces sent", by the head of the thing's words."""
    if not is_plural(thing):
        return question
    return re.sub(r"\b([Ww])as\b", r"\1ere", question, count=1)


@cache
def is_plural(thing: str) -> bool:
    """Whether the head of the words is a plural; capitalised heads are names, but for "Forces"."""
    head = thing.split(" of ")[0].split(" in ")[0].split(" from ")[0].rsplit(" ", 1)[-1]
    listed = population_of(head).name in table("populations_en")
    ends = singular(head.casefold()) != head.casefold() and (head.islower() or listed)
    return ends or head.casefold() in _PLURALS or (" and " in thing and thing.islower())
