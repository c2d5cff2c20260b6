"""What rules see of a report without a model."""

import re
from collections.abc import Iterable

from rashomon.model.identity import digest
from rashomon.model.lineage import Sketch
from rashomon.model.report import Report
from rashomon.stages.lineage import english_days
from rashomon.stages.lineage.bounds import bounded
from rashomon.stages.lineage.settings import Settings
from rashomon.text.normalize import fold, is_content, stem, words
from rashomon.text.segment import sentences

_CAPITAL = r"[A-Z\u00C0-\u00DE\u0400-\u042F][\w'’]*(?:-[\w'’]+)*"
_NAMES = re.compile(rf"{_CAPITAL}(?:[ ]{_CAPITAL})*")
_NUMERAL = re.compile(r"\d")
# Bounded, so that a lone quotation mark cannot swallow the page.
_QUOTATION = re.compile(r"[“\"„«]([^“”\"„«»]{12,1200})[”\"»]")
_LEAST_QUOTED = 5  # words
_LEAD = 500  # characters of a text that tell what it is about; what follows may be background
_LONGEST_NAME = 6  # words; longer runs of capitals are headlines


def sketch(report: Report, settings: Settings | None = None) -> Sketch:
    """Names, numerals, days, quotations and content words of the title and the text (the beginning of a very long one)."""
    report = bounded(report, settings or Settings())
    text = f"{report.title}.\n\n{report.text}" if report.title else report.text
    forms = {*words(report.text).forms, *words(report.title or "").forms}
    lead = text[: len(text) - len(report.text) + _LEAD]
    return Sketch(
        report=report.id,
        names=_sorted(names(text)),
        numerals=_sorted(form for form in forms if _NUMERAL.match(form)),
        days=_sorted(english_days.named(report.text, report.published)),
        quotes=_sorted(digest(" ".join(quoted)) for quoted in quotations(report.text)),
        terms=_terms(forms),
        lead_names=_sorted(names(lead)),
        lead_terms=_terms(words(lead).forms),
    )


def _terms(forms: Iterable[str]) -> tuple[str, ...]:
    return _sorted(stem(form) for form in forms if is_content(form) and not form[0].isdigit())


def _sorted(values: "object") -> tuple[str, ...]:
    return tuple(sorted(set(values)))  # type: ignore[call-overload]


def quotations(text: str) -> list[tuple[str, ...]]:
    """The folded words of each quotation of five words or more, in order."""
    found = (words(text[start:end]).forms for start, end in quotation_spans(text))
    return [forms for forms in found if len(forms) >= _LEAST_QUOTED]


def quotation_spans(text: str) -> list[tuple[int, int]]:
    """`[start, end)` of what stands between quotation marks, the marks left out."""
    return [match.span(1) for match in _QUOTATION.finditer(text)]


def names(text: str) -> set[str]:
    """Capitalised words and runs of them, folded; a sentence's first word only where another capital follows it, or
    where it stands capitalised inside a sentence elsewhere."""
    inner: set[str] = set()
    first: set[str] = set()
    for start, end in sentences(text):
        for match in _NAMES.finditer(text, start, end):
            parts = tuple(fold(part) for part in match.group().split())
            if match.start() > start + 1:
                inner.update(_pieces(parts))
            else:
                first.update(parts[:1])
                inner.update(_pieces(parts[1:] if not is_content(parts[0]) else parts) if len(parts) > 1 else ())
    return {name for name in inner | (first & inner) if is_content(name)}


def _pieces(parts: tuple[str, ...]) -> set[str]:
    if len(parts) > _LONGEST_NAME:
        return set()
    return {*parts, " ".join(parts)}
