"""Writes months.tsv and weekdays.tsv in src/rashomon/text/dates, the names of the months and of the days of the week by language, from Babel's copy of CLDR. Run it when Babel is renewed.

A row is a language, a number (of the month; of the day of the week, Monday 0) and its names (wide and abbreviated, in a date and alone), folded, without a final stop,
with `|` between them. Names of one or two letters and bare numbers are left out.
"""

from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.dates import get_day_names, get_month_names

FOLDER = Path(__file__).parent.parent / "src" / "rashomon" / "text" / "dates"
# Languages of the world's press whose months are written in letters. Earlier ones win where two share a name.
LANGUAGES = (
    "en ru uk de fr es pt it pl nl tr cs sk hu ro bg sr sr_Latn hr sl be kk az uz ky el sv no da fi et lv lt ar fa he "
    "id ms vi sq mk bs ca ka hy hi bn ur"
).split()  # fmt: skip
STYLES = (("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated"), ("stand-alone", "abbreviated"))
HEAD = "# Names of the months by language: CLDR (Unicode licence), by tools/write_months.py. Language, number, names.\n"


def rows() -> Iterator[str]:
    for language in LANGUAGES:
        taken: dict[str, int] = {}
        for context, width in STYLES:
            for number, name in get_month_names(width, context, Locale.parse(language)).items():
                word = name.casefold().rstrip(".")
                if not word.isdigit() and len(word) > 2:
                    taken.setdefault(word, number)
        for number in range(1, 13):
            yield f"{language}\t{number}\t{'|'.join(word for word, month in taken.items() if month == number)}\n"


def weekday_rows() -> Iterator[str]:
    """The long names alone: the short ones are words of other kinds ("mar", "do", "so")."""
    for language in LANGUAGES:
        for number in range(7):
            found = (
                get_day_names("wide", context, Locale.parse(language))[number] for context in ("format", "stand-alone")
            )
            yield f"{language}\t{number}\t{'|'.join(dict.fromkeys(name.casefold() for name in found))}\n"


if __name__ == "__main__":
    (FOLDER / "months.tsv").write_text(HEAD + "".join(rows()), encoding="utf-8")
    (FOLDER / "weekdays.tsv").write_text(
        HEAD.replace("months", "days of the week", 1) + "".join(weekday_rows()), encoding="utf-8"
    )
