"""Names of months and weekdays and words for the days around today, as a text of one language writes them, inflected ones too."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from rashomon.text.dates.monthnames import month_names

_FOLDER = Path(__file__).parent
# Languages that inflect the ends of names: "января", "в январе"; a stem of so many letters will do.
_INFLECTING = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "pl", "cs", "sk", "hr", "sl", "bs", "sr_Latn"})
_STEM = 4
# Forms of the press that CLDR lacks; and weekdays that are other words too.
_MORE_MONTHS = {("ru", "мае"): 5, ("uk", "травні"): 5}
_MORE_WEEKDAYS = {("uk", "п'ятницю"): 4, ("uk", "п’ятницю"): 4, ("pt", "segunda"): 0, ("pt", "terça"): 1, ("pt", "quarta"): 2, ("pt", "quinta"): 3, ("pt", "sexta"): 4}  # fmt: skip
_OTHER_WORDS = frozenset({"среда", "середа", "pazar", "segunda", "terça", "quarta", "quinta", "sexta"})


def month_in(word: str, language: str) -> int | None:
    """The number of the month that the word names in the language."""
    own = _MORE_MONTHS.get((language, word.casefold()))
    return own or _named(word, language, month_names(language))


def weekday_in(word: str, language: str) -> int | None:
    """The number of the weekday (Monday 0) that the word names in the language."""
    folded = word.casefold()
    if folded in _OTHER_WORDS:
        return None
    return _MORE_WEEKDAYS.get((language, folded), _named(word, language, _table("weekdays.tsv").get(language, {})))


def relative_in(word: str, language: str) -> int | None:
    """How many days from today the word says ("вчера": -1)."""
    return _table("relative_days.tsv").get(language, {}).get(word.casefold())


def _named(word: str, language: str, names: Mapping[str, int]) -> int | None:
    folded = word.casefold().rstrip(".")
    found = names.get(folded)
    if found is None and language in _INFLECTING and len(folded) > _STEM:
        return next((number for name, number in names.items() if _one_word(folded, name)), None)
    return found


def _one_word(word: str, name: str) -> bool:
    """Whether the two differ in their endings only: "январе", "января"."""
    return len(name) > _STEM and abs(len(word) - len(name)) <= 1 and word[: len(name) - 1] == name[:-1]


@cache
def _table(name: str) -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in (_FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]:
        language, number, names = row.split("\t")
        found.setdefault(language, {}).update(dict.fromkeys(names.split("|"), int(number)))
    return found
