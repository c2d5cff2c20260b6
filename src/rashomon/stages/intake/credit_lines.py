"""Credits in what stood around a text: source lines, bylines, notes such as "First published by …", copyright lines."""

import re
from collections.abc import Callable, Iterator

from rashomon.model.report import Furniture
from rashomon.stages.intake.media_names import MediaName

_COPYRIGHT = re.compile(r".{0,20}(?:©|\([cC]\)\s|[Cc]opyright\b)")
_NOTE = re.compile(
    r"\bcontributed to|\b[Rr]eporting by|[Ff]irst (?:published|appeared)|[Oo]riginally (?:published|appeared)"
)
_HOST = re.compile(r"(?:[\w-]+\.)+\w{2,10}")
_A_SIGN = re.compile(r"\b[KW][A-Z]{3}\b")
_SIGN = re.compile(r"[KW][A-Z]{3}(?:-(?:TV|FM|AM))?")
_SOURCE_NAMES = re.compile(
    r"(?:Information from|With (?:news )?agencies|With inputs? from|Agencies|Sources?|Источник|Источники|Джерело|Quelle|Fuente|Fonte|Kaynak|المصدر|来源|"
    r"Via)\s?[:：]\s*(.{2,160}?)\s*\.?$"
    r"|[—–-]{1,2}\s?(.{2,50}?)\.?$"
)
_PARTED = re.compile(r",\s|;\s|\s[|•·]\s|\s(?:and|und|и|та|y|et|e)\s")
Candidates = Callable[[str], list[MediaName]]
Credited = Callable[[str, MediaName], bool]


def from_lines(
    furniture: tuple[Furniture, ...], bylines: tuple[str, ...], candidates: Candidates, credited: Credited
) -> Iterator[str]:
    """Names in source lines and bylines; what stands behind "Source:" counts as it is where the table lacks it (a
    name behind a dash does not: persons sign so too). Elsewhere only
    what a note hands over ("This story was first published by …")."""
    for one in furniture:
        if one.kind in ("source", "byline"):
            yield from _of_line(one, candidates)
        elif one.kind in ("other", "related", "promotion") and _NOTE.search(one.text) and len(one.text) < 300:
            yield from (named.name for named in candidates(one.text) if credited(one.text, named))
    for line in bylines:
        yield from (named.name for named in candidates(line[:300]) if not _HOST.fullmatch(named.name))


def copyright_signs(furniture: tuple[Furniture, ...]) -> Iterator[str]:
    """Stations' signs in copyright lines: whose page it is, as a rule."""
    for one in furniture:
        if one.kind == "source" and _COPYRIGHT.match(one.text):
            yield from (match[0] for match in _A_SIGN.finditer(one.text[:200]))


def _of_line(one: Furniture, candidates: Candidates) -> Iterator[str]:
    if _COPYRIGHT.match(one.text):
        yield from _of_copyright(one.text, candidates)
        return
    match = _SOURCE_NAMES.match(one.text) if one.kind == "source" else None
    if not match:
        yield from (named.name for named in candidates(one.text) if not _HOST.fullmatch(named.name))
        return
    for part in _PARTED.split(match[1] or match[2]):
        found = [named.name for named in candidates(part) if not _HOST.fullmatch(named.name)]
        yield from found or (name for name in (part.strip(" ."),) if match[1] and _is_name(name))


def _of_copyright(line: str, candidates: Candidates) -> Iterator[str]:
    """A copyright line names the outlet's owner as a rule, so it credits agencies alone, another station, and whom it says
    contributed."""
    for named in candidates(line):
        note = re.search(r"contributed\b", line[named.end : named.end + 30])
        if named.agency or note or _SIGN.fullmatch(named.name):
            yield named.name


def _is_name(name: str) -> bool:
    """Whether a word or few stand there, no address and no sentence."""
    return bool(name) and len(name.split()) <= 6 and not re.search(r"[/:@]|\bhttp|\.(?:com|org|net)\b", name)
