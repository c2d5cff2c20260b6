"""Names that the model cut short: where the words around a name make a longer one that the story has elsewhere, that is meant."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.stages.entities.pages import Named, Page

_LONGEST = 5  # words of a name that is looked for around another
_MOST = 50  # longer names with one word in common; more are no help

Words = tuple[str, ...]


def made_whole(pages: Sequence[Page], everything: Sequence[Named]) -> list[Named]:
    """The named things, those that are part of a longer known name widened to it; of two parts of one name, one is left."""
    by_page = {page.report.id: page for page in pages}
    longer = _by_word(everything, by_page)
    out: list[Named] = []
    for one in everything:
        whole = next(_around(one, by_page[one.report], longer), one)
        previous = out[-1] if out else None
        if previous and (previous.report, previous.line) == (whole.report, whole.line):
            if previous.end >= whole.end:
                continue
            if previous.end > whole.start:  # the part was passed before its whole
                out.pop()
        out.append(whole)
    return out


def _words(one: Named, page: Page) -> Words:
    return tuple(token.text for token in page.lines[one.line].reading.tokens[one.found.first : one.found.last])


def _by_word(everything: Sequence[Named], pages: Mapping[str, Page]) -> dict[str, list[tuple[Words, Named]]]:
    """Each word to the names of two words and more that hold it, longest first, each with a mention of it."""
    first: dict[Words, Named] = {}
    for one in everything:
        words = _words(one, pages[one.report])
        if 1 < len(words) <= _LONGEST and all(word[:1].isupper() for word in words) and one.found.by_model:
            first.setdefault(words, one)
    out: dict[str, list[tuple[Words, Named]]] = defaultdict(list)
    for words in sorted(first, key=lambda w: (-len(w), w)):
        for word in dict.fromkeys(words):
            out[word].append((words, first[words]))
    return {word: names for word, names in out.items() if len(names) <= _MOST}


def _around(one: Named, page: Page, longer: Mapping[str, Sequence[tuple[Words, Named]]]) -> Iterator[Named]:
    tokens = page.lines[one.line].reading.tokens
    size = one.found.last - one.found.first
    for words, example in longer.get(tokens[one.found.first].text, ()):
        for back in range(len(words) - size + 1) if len(words) > size else ():
            first, last = one.found.first - back, one.found.first - back + len(words)
            if first >= 0 and last <= len(tokens) and tuple(t.text for t in tokens[first:last]) == words:
                yield _widened(one, page, first, last, example.kind)


def _widened(one: Named, page: Page, first: int, last: int, kind: str) -> Named:
    line = page.lines[one.line]
    start, end = line.reading.tokens[first].start, line.reading.tokens[last - 1].end
    title = one.found.title if one.found.title is not None and one.found.title < first else None
    found = replace(
        one.found, first=first, last=last, text=line.reading.text[start:end], kind=kind, by_model=False, title=title
    )
    return replace(one, start=line.start + start, end=line.start + end, found=found, kind=kind)
