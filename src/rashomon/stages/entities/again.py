"""Names that the model passed over in one sentence and knew in another: a person's surname, a body's full name.

Only what its report names elsewhere is looked for, and only where the word stands for itself and not within a longer name.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.model.reading import Token
from rashomon.reference.countries import country_of_demonym
from rashomon.reference.places import find
from rashomon.stages.entities.edges import NO_NAME, NOT_NAMES, found_at
from rashomon.stages.entities.honorifics import title_before
from rashomon.stages.entities.names import is_acronym
from rashomon.stages.entities.pages import Named, Page

_LONGEST = 6  # words of a name that is looked for
_SHORTEST = 3  # letters of a lone word
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III"})

Words = tuple[str, ...]


def named_again(pages: Sequence[Page], settled: Sequence[Named]) -> list[Named]:
    """Further mentions of persons and bodies that are settled already. One pass over the sentences of each page."""
    by_report: dict[str, list[Named]] = defaultdict(list)
    for one in settled:
        by_report[one.report].append(one)
    by_page = {page.report.id: page for page in pages}
    return [again for report, ones in by_report.items() for again in _of_page(by_page[report], ones)]


def _of_page(page: Page, ones: Sequence[Named]) -> Iterator[Named]:
    known = _known(page, ones)
    small = {token.text for line in page.lines for token in line.reading.tokens if token.text.islower()}
    held: dict[int, set[int]] = defaultdict(set)
    for one in ones:
        first = one.found.title if one.found.title is not None else one.found.first
        held[one.line] |= set(range(first, one.found.last))
    for index, line in enumerate(page.lines):
        tokens = line.reading.tokens
        position = 0
        while position < len(tokens):
            words = (
                None
                if _is_common(tokens[position], position, small)
                else next(_at(tokens, position, known, held[index]), None)
            )
            if words is None:
                position += 1
                continue
            found = found_at(line.reading, position, position + len(words), known[words], by_model=False)
            start, end = tokens[position].start, tokens[position + len(words) - 1].end
            yield Named(page.report.id, index, line.start + start, line.start + end, found, known[words])
            position += len(words)


def _known(page: Page, ones: Sequence[Named]) -> Mapping[Words, str]:
    """What may be looked for, with its kind: surnames of persons, and bodies' acronyms and names of several words."""
    out: dict[Words, str] = {}
    for one in ones:
        tokens = page.lines[one.line].reading.tokens[one.found.first : one.found.last]
        words = tuple(token.text for token in tokens)
        if one.kind == "person":
            name = [word for word in words if word not in _SUFFIXES]
            if name and _is_surname(name[-1]):
                out[(name[-1],)] = "person"
        elif one.kind == "organisation" and (1 < len(words) <= _LONGEST or is_acronym(one.text)):
            out.setdefault(words, "organisation")
    return out


def _is_common(token: Token, position: int, small: set[str]) -> bool:
    """Whether a word that opens its sentence may be no name: the report has it in small letters too."""
    return position == 0 and token.pos != "PROPN" and token.text.casefold() in small


def _is_surname(word: str) -> bool:
    """No word that names something else as well: a month, a place, a people, an acronym."""
    plain = len(word) >= _SHORTEST and word[:1].isupper() and word[1:] != word[1:].upper() and word.isalpha()
    other = word.casefold() in NOT_NAMES or word in NO_NAME or country_of_demonym(word) or find(word)
    return plain and not other


def _at(tokens: Sequence[Token], position: int, known: Mapping[Words, str], held: set[int]) -> Iterator[Words]:
    """The longest known name that begins here and is part of no longer run of capitals."""
    if not tokens[position].text[:1].isupper():
        return
    for length in range(min(_LONGEST, len(tokens) - position), 0, -1):
        last = position + length
        words = tuple(token.text for token in tokens[position:last])
        if words not in known or not held.isdisjoint(range(position, last)):
            continue
        if not _goes_on(tokens, position, last, held):
            yield words


def _goes_on(tokens: Sequence[Token], first: int, last: int, held: set[int]) -> bool:
    """Whether it is the part of a longer name ("Lomax Avenue", "North Lomax")."""
    behind = last < len(tokens) and tokens[last].pos == "PROPN" and tokens[last].text[:1].isupper()
    before = first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].text[:1].isupper()
    before = before and title_before(tuple(tokens), first) is None
    hyphen = any(0 <= i < len(tokens) and tokens[i].text == "-" for i in (first - 1, last))
    return behind or before or hyphen or first - 1 in held or last in held
