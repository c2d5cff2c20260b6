"""Agencies and outlets that a report says it took its matter from: in its dateline, its sentences, its byline and source lines.

Two ways lead to a candidate: the table of outlets, and the forms that names of media have (a call sign, a "… Herald", a host
name, "the … news agency"). A candidate is a credit where its neighbours say so: the cues of each language (credit_cues_*.py).
"""

import re
from collections.abc import Iterator

from rashomon.model.report import Credit, Furniture
from rashomon.reference.outlets import names_in
from rashomon.stages.intake import credit_cues_en as english
from rashomon.stages.intake import credit_cues_others as others
from rashomon.stages.intake.credit_lines import copyright_signs, from_lines
from rashomon.stages.intake.credit_owner import owner_of
from rashomon.stages.intake.media_names import MediaName, by_form
from rashomon.text.dates.datelines import read_dateline

_READ = 200_000  # characters of a text that are looked through: the longest live blogs, and no hostile one
# They sell pictures: their name beside a text is its picture's credit. "EPA" and "Rex" mean other things besides.
_OF_PICTURES = frozenset({"Getty Images", "European Pressphoto Agency", "Splash News"})
_FIRST_PARAGRAPHS = 3
# Behind a name: it is spoken of as a house or its public, or speaks for itself.
_SPOKEN_OF = re.compile(
    r"(?:['’]s)?\s(?:[A-Z]\w+\s)?(?:audience|viewers|readers|listeners|building|headquarters|offices?|employees|executives|shareholders|subscribers|"
    r"editorial board|affiliate|stock|shares|said (?:that )?its? (?:was|is|would|had|has|will|editors?|reporters?|staff|own)|said in a statement)\b"
)
_AND = re.compile(r"(?:,|,? and|,? or|,? und|,? et|,? y|,? и|,? та)(?: [Tt]he)? |/")
_EXPANDED = re.compile(r"[A-Z][\w’'-]*(?:\s(?:of|the|and|for|[A-Z][\w’'-]*))*\s\($")


def credits_of(
    text: str,
    outlet: str | None,
    furniture: tuple[Furniture, ...],
    bylines: tuple[str, ...] = (),
    url: str | None = None,
) -> tuple[Credit, ...]:
    """The credits of the body in order, with their spans, then those that stood in furniture or bylines only. The own outlet is
    none. `bylines` are those of the page's metadata."""
    candidates = list(_in_full(text, _candidates(text[:_READ])))
    owner = owner_of(outlet, url, (*_dateline_names(text, candidates), *copyright_signs(furniture)))
    named = [one for one in _with_coordinated(text, candidates) if not owner.owns(one.name)]
    body = [Credit(name=one.name, start=one.start, end=one.end) for one in named]
    known = {credit.name for credit in body}
    lines = (name for name in from_lines(furniture, bylines, _candidates, _credited) if name not in _OF_PICTURES)
    left = (name for name in dict.fromkeys(lines) if not owner.owns(name) and name not in known)
    return (*body, *(Credit(name=name) for name in left))


def _with_coordinated(text: str, candidates: list[MediaName]) -> Iterator[MediaName]:
    """The credited ones, and those that an "and" or a comma puts beside one ("told the Herald and Radio Nord")."""
    before: MediaName | None = None
    for one in candidates:
        beside = before is not None and _AND.fullmatch(text, before.end, one.start)
        if beside or _credited(text, one):
            yield one
            before = one


def _candidates(text: str) -> list[MediaName]:
    """Names of the table, names by form, and what stands for an agency in a dateline; of two at one place the longer."""
    listed = [
        MediaName(one.outlet.name, one.start, one.end, agency=one.outlet.kind == "agency") for one in names_in(text)
    ]
    found: list[MediaName] = []
    for one in sorted([*listed, *by_form(text), *_signed(text)], key=lambda one: (one.start, -one.end, one.weak)):
        if one.name not in _OF_PICTURES and (not found or one.start >= found[-1].end):
            found.append(one)
    return found


def _signed(text: str) -> Iterator[MediaName]:
    """An unknown name in brackets at the very head of a text ("(Nordlys Wire) – "), or behind its first place."""
    found = read_dateline(text)
    if not found or not found.agency or text[found.agency[0] - 1] != "(":
        return
    name = text[slice(*found.agency)]
    if (
        name[:1].isupper()
        and len(name.split()) <= 4
        and (found.place or not name.isupper())
        and not next(iter(names_in(name)), None)
    ):
        yield MediaName(name, *found.agency)


def _credited(text: str, one: MediaName) -> bool:
    """Whether the name's neighbours, in its own paragraph, hand the matter over."""
    before = text[max(0, one.start - english.WINDOW) : one.start].rpartition("\n")[2]
    after = text[one.end : one.end + english.WINDOW].partition("\n")[0]
    if _SPOKEN_OF.match(after) and not one.agency:
        return False
    if before.endswith(("(", "[")):
        return _brackets(text, one, before, after)
    if _ends_paragraph(before, after) or _in_dateline(text, one, before):
        return True
    if english.is_firm(before, after) or others.is_credited(before, after):
        return True
    return not one.weak and english.is_loose(before, after)


def _brackets(text: str, one: MediaName, before: str, after: str) -> bool:
    """A name in brackets is a credit in a dateline and at the end of a text; elsewhere it is a picture's or a short form."""
    match = re.match(r"(?:/[\w .]{2,20})?\s?[)\]]", after)
    if not match or _is_short_form(before, text[one.start : one.end]):
        return _in_dateline(text, one, before)
    rest = after[match.end() :]
    at_end = not text[one.end + len(after) :].strip() and not rest.strip(" .")
    return not before.strip("([ ") or bool(re.match(r"\s?[-–—:|]", rest)) or at_end or _in_dateline(text, one, before)


def _is_short_form(before: str, name: str) -> bool:
    """Whether the words before the bracket begin with its letters: "Worldwide Developers Conference (WWDC)"."""
    words = _EXPANDED.search(before)
    initials = "".join(word[0] for word in re.findall(r"\w+", words[0]) if word[0].isupper()) if words else ""
    return any(name.startswith(initials[at:]) for at in range(len(initials) - 1))


def _ends_paragraph(before: str, after: str) -> bool:
    """Whether the name stands as an agency's signature at the end of a paragraph (". – AFP")."""
    return not after.strip(" .)/") and bool(re.search(r"[.!?”\"’]\s?[-–—/]{1,2}\s?$", before))


def _in_dateline(text: str, one: MediaName, before: str) -> bool:
    """Whether it is the agency of a dateline at the head of its paragraph."""
    found = read_dateline(text, one.start - len(before)) if len(before) < english.WINDOW else None
    return bool(found and found.agency and found.agency[0] <= one.start < found.agency[1])


def _dateline_names(text: str, candidates: list[MediaName]) -> Iterator[str]:
    """Names that stand in a dateline of the first paragraphs."""
    at = 0
    for _ in range(_FIRST_PARAGRAPHS):
        found = read_dateline(text, at)
        if found and found.agency:
            yield from (one.name for one in candidates if found.agency[0] <= one.start < found.agency[1])
        at = text.find("\n\n", at) + 2
        if at < 2:
            return


def _in_full(text: str, candidates: list[MediaName]) -> Iterator[MediaName]:
    """A masthead's last word alone means the longer name that stood before it ("the Velmora Times … the Times")."""
    longer: dict[str, MediaName] = {}
    for one in candidates:
        words = re.findall(r"\w+", text[one.start : one.end])
        if len(words) > 1:
            longer[words[-1]] = one
        yield one._replace(name=longer[words[0]].name) if len(words) == 1 and words[0] in longer else one
