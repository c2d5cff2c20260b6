"""What the model names and no one is called: offices, common words, headlines in capitals. Small rules, each with its reason."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from rashomon.reference.people import role_nouns, titles
from rashomon.reference.places import find, fold
from rashomon.reference.spellings import sound
from rashomon.stages.entities.pages import Named, Page
from rashomon.stages.entities.states import state_of
from rashomon.stages.entities.surfaces import Surface

# Capitalised at times, and no person's or body's name unless the story has a person of that surname.
_COMMON = frozenset(
    "moon moons sun earth mars internet web bible quran koran god allah christmas easter ramadan instagram facebook twitter snapchat "
    "youtube tiktok firearm firearms misdemeanor felony coroner in".split()
)
_MEDIA = frozenset("instagram facebook twitter snapchat youtube tiktok".split())


def is_office(surface: Surface, kind: str) -> str | None:
    """An office without its holder is nobody's name: "Special Counsel", "Deputy Coroner"."""
    words = tuple(fold(surface.text).split())
    if kind == "organisation":
        return "an office" if words in titles() and len(words) > 1 else None
    lone = len(words) == 1 and (surface.titled or words[0] in surface.story.surnames)
    return "an office" if kind == "person" and words and not lone and set(words) <= _office_words() else None


def is_common(surface: Surface, kind: str) -> str | None:
    """A common noun that begins a sentence or stands in a headline is no name."""
    word = fold(surface.text)
    if word in _MEDIA:
        return "no person" if kind == "person" else None
    named = surface.titled or word in surface.story.surnames
    return "a common word" if word in _COMMON and kind in ("person", "organisation") and not named else None


def ends_in_title(surface: Surface, kind: str) -> str | None:
    """ "Metro Capt" was cut off before the name that the title belongs to."""
    words = surface.text.replace(".", "").split()
    return "ends in a title" if kind == "person" and len(words) > 1 and words[-1] in _SHORT_TITLES else None


def is_affiliation(surface: Surface, kind: str) -> str | None:
    """A lawmaker's party and state: "R-Va."."""
    return (
        "a party and a state" if kind in ("person", "organisation") and _AFFILIATION.fullmatch(surface.text) else None
    )


def is_pair(surface: Surface, kind: str) -> str | None:
    """Two persons in one word: "the Lomax-Vale talks"."""
    parts = surface.text.split("-")
    two = len(parts) == 2 and all(fold(part) and sound(part) in surface.story.surnames for part in parts)
    return "two surnames" if two and kind == "person" and " " not in surface.text else None


_AFFILIATION = re.compile(r"[RDI]-[A-Z][A-Za-z.]{0,6}")
RULES: tuple[Callable[[Surface, str], str | None], ...] = (is_office, is_common, ends_in_title, is_affiliation, is_pair)
_SHORT_TITLES = frozenset(
    "Capt Lt Sgt Det Cpl Gen Col Maj Rep Sen Gov Cmdr Adm Dr Mr Mrs Ms Prof Rev Insp Supt".split()
)


@cache
def _office_words() -> frozenset[str]:
    told = {word for title in titles() for word in title} | {word for role in role_nouns() for word in role.split()}
    return frozenset(told | {"public", "defender", "district", "assistant", "acting", "chief", "ordained", "school"})


def why_no_name(surface: Surface, kind: str) -> str | None:
    """The reason of the first rule that says so."""
    return next((why for rule in RULES if (why := rule(surface, kind))), None)


def without_shouts(pages: Mapping[str, Page], everything: Sequence[Named]) -> list[Named]:
    """Without words of lines in capitals that the story has nowhere else in small letters: there each word looks like a name. A
    story that is all in capitals keeps them."""
    loud = {
        (page.report.id, index)
        for page in pages.values()
        for index, line in enumerate(page.lines)
        if _shouted(line.reading.text)
    }
    quiet = {fold(one.text) for one in everything if (one.report, one.line) not in loud}
    if not quiet:
        return list(everything)
    return [one for one in everything if (one.report, one.line) not in loud or _is_told(one, quiet)]


def _is_told(one: Named, quiet: set[str]) -> bool:
    """Places are left to the gazetteer: datelines are in capitals."""
    return (
        one.kind == "place"
        or not one.text.isupper()
        or fold(one.text) in quiet
        or bool(find(one.text) or state_of(one.text))
    )


def _shouted(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 2 and sum(c.isupper() for c in letters) > 0.6 * len(letters)
