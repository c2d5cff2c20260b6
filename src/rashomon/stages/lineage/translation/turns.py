"""Which of two texts is the translation. Each rule gives the translation, how sure that is and why; the first that speaks decides."""

import re
from collections.abc import Callable

from rashomon.model.report import Report
from rashomon.stages.lineage.evidence import credits
from rashomon.stages.lineage.house import bare_name, outlet_name, same_house
from rashomon.stages.lineage.kinds import later_of
from rashomon.stages.lineage.translation.spelling import alike, keys
from rashomon.stages.lineage.translation.tables import marks

Turn = tuple[Report, str, str] | None
_ENDS = 300  # characters at either end of a text where it says that it is translated
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 4  # letters of a name's word


def by_mark(a: Report, b: Report) -> Turn:
    """One says of itself that it is translated."""
    marked = [report for report in (a, b) if says_translated(report)]
    if len(marked) != 1:
        return None
    return marked[0], "known", f"{outlet_name(marked[0])} says that its text is a translation"


def by_credit(a: Report, b: Report) -> Turn:
    """One names the other's outlet, perhaps in its own letters, as where the matter comes from."""
    left, right = names_outlet(a, b), names_outlet(b, a)
    if left == right:
        return None
    derived, origin = (a, b) if left else (b, a)
    return derived, "known", f"{outlet_name(derived)} names {outlet_name(origin)} as its source"


def by_common_agency(a: Report, b: Report) -> Turn:
    """Two clients of one agency: each may have translated the agency's text."""
    common = sorted({c.name for c in a.credits} & {c.name for c in b.credits})
    if not common:
        return None
    return _later_or_greater(a, b), "undetermined", f"both credit {common[0]}, so either may have translated its text"


def by_clock(a: Report, b: Report) -> Turn:
    later = later_of(a, b)
    return (later, "likely", f"{outlet_name(later)} published later ({later.published})") if later else None


TURNS: tuple[Callable[[Report, Report], Turn], ...] = (by_mark, by_credit, by_common_agency, by_clock)


def turn(a: Report, b: Report) -> tuple[Report, Report, str, str]:
    """The translation, the original, how sure that is (`known`, `likely`, `undetermined`) and why."""
    nothing = _later_or_greater(a, b), "undetermined", "neither credit nor time tells which is the original"
    derived, sure, clue = next((found for rule in TURNS if (found := rule(a, b))), nothing)
    return derived, b if derived is a else a, sure, clue


def says_translated(report: Report) -> bool:
    """Whether a line of furniture, a byline or either end of the text says so, in the report's language."""
    lines = [*(each.text for each in report.furniture), *report.bylines, report.text[:_ENDS], report.text[-_ENDS:]]
    told = "\n".join(lines).casefold()
    return any(mark in told for mark in marks(report.language.partition("-")[0]))


def names_outlet(report: Report, other: Report) -> bool:
    if same_house(report, other) or not other.outlet:
        return False
    return credits(report, other) or _spelled(report, other)


def _spelled(report: Report, other: Report) -> bool:
    """Whether the other outlet's name of two words or more stands in the text, perhaps in other letters."""
    name = [word for word in _WORD.findall(bare_name(other.outlet or "")) if word[0].isupper() and len(word) >= _LEAST]
    own, foreign = (each.language.partition("-")[0] for each in (report, other))
    text = [word for word in _WORD.findall(report.text) if not word[0].islower()]
    places = [i for i, word in enumerate(text) if len(name) > 1 and _same(word, own, name[0], foreign)]
    return any(
        all(_same(x, own, y, foreign) for x, y in zip(text[i : i + len(name)], name, strict=True))
        for i in places
        if i + len(name) <= len(text)
    )


def _same(word: str, language: str, other: str, other_language: str) -> bool:
    return bool(keys(word, language) & keys(other, other_language)) and alike(word, language, other, other_language)


def _later_or_greater(a: Report, b: Report) -> Report:
    return later_of(a, b) or (a if a.id > b.id else b)
