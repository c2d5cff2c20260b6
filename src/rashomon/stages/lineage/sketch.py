"""What rules see of a report without a model."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from rashomon.model.identity import digest
from rashomon.model.lineage import Sketch
from rashomon.model.report import Report
from rashomon.stages.lineage import english_days
from rashomon.stages.lineage.bounds import bounded
from rashomon.stages.lineage.settings import Settings
from rashomon.text.kept import Kept
from rashomon.text.normalize import fold, forms, forms_of, is_content, stem
from rashomon.text.segment import sentences

_CAPITAL = r"[A-Z\u00C0-\u00DE\u0400-\u042F][\w'’]*(?:-[\w'’]+)*"
_NAMES = re.compile(rf"{_CAPITAL}(?:[ ]{_CAPITAL})*")
# Bounded, so that a lone quotation mark cannot swallow the page.
_QUOTATION = re.compile(r"[“\"„«]([^“”\"„«»]{12,1200})[”\"»]")
_LEAST_QUOTED = 5  # words
_LEAD = 500  # characters of a text that tell what it is about; what follows may be background
_LONGEST_NAME = 6  # words; longer runs of capitals are headlines


def sketch(report: Report, settings: Settings | None = None) -> Sketch:
    """Names, numerals, days, quotations and content words of the title and the text (the beginning of a very long one)."""
    report = bounded(report, settings or Settings())
    text = f"{report.title}.\n\n{report.text}" if report.title else report.text
    lead = text[: len(text) - len(report.text) + _LEAD]
    content = _content({*report.text.split(), *(report.title or "").split()})
    return Sketch(
        report=report.id,
        names=_sorted(names(text)),
        numerals=tuple([word for word in content if word[0].isdecimal()]),
        days=_sorted(english_days.named(report.text, report.published)),
        quotes=_sorted({digest(" ".join(quoted)) for quoted in quotations(report.text)}),
        terms=tuple([word for word in content if not word[0].isdecimal()]),
        lead_names=_sorted(names(lead)),
        lead_terms=tuple([word for word in _content(lead.split()) if not word[0].isdecimal()]),
    )


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(values))


def _met(kept: Kept[tuple[str, ...]], pieces: Iterable[str]) -> set[str]:
    return set(chain.from_iterable(map(kept.__getitem__, pieces)))


def _content(pieces: Iterable[str]) -> list[str]:
    """The distinct stems and numbers in pieces of text, in order."""
    return sorted(_met(_CONTENT, pieces))


def _content_of(piece: str) -> tuple[str, ...]:
    found = forms_of(piece)
    numbers = [form for form in found if form[:1].isdecimal()]
    return (*numbers, *[stem(form) for form in found if is_content(form) and not form[0].isdigit()])


_CONTENT = Kept(_content_of)  # of the pieces between white space, which no word goes across


def quotations(text: str) -> list[list[str]]:
    """The folded words of each quotation of five words or more, in order."""
    found = (forms(text[start:end]) for start, end in quotation_spans(text))
    return [words for words in found if len(words) >= _LEAST_QUOTED]


def quotation_spans(text: str) -> list[tuple[int, int]]:
    """`[start, end)` of what stands between quotation marks, the marks left out."""
    return [match.span(1) for match in _QUOTATION.finditer(text)]


def names(text: str) -> set[str]:
    """Capitalised words and runs of them, folded; a sentence's first word only where another capital follows it, or
    where it stands capitalised inside a sentence elsewhere."""
    inside: set[str] = set()
    first: set[str] = set()
    for start, end in sentences(text):
        found = _NAMES.findall(text, start, end)
        if found and text.find(found[0], start, start + 1 + len(found[0])) >= 0:
            first.add(found.pop(0))
        inside.update(found)
    return _met(_INSIDE, inside) | _met(_FIRST, first)


def _inside(name: str) -> tuple[str, ...]:
    """What is taken for names of capitalised words inside a sentence."""
    return _pieces([fold(part) for part in name.split()])


def _first(name: str) -> tuple[str, ...]:
    """What is taken for names of capitalised words at the beginning of a sentence."""
    parts = [fold(part) for part in name.split()]
    return _pieces(parts if is_content(parts[0]) else parts[1:]) if len(parts) > 1 else ()


def _pieces(parts: Sequence[str]) -> tuple[str, ...]:
    if len(parts) > _LONGEST_NAME:
        return ()
    return tuple(name for name in dict.fromkeys([*parts, " ".join(parts)]) if is_content(name))


_INSIDE = Kept(_inside)
_FIRST = Kept(_first)
