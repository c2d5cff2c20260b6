"""Where a text names somebody who is to have no name: in full or by one word of the name, inflected, in capitals, broken at a line's end, in
another transliteration, and inside handles, addresses and links.

What may be somebody else's name as well (a governor of the same surname, two victims of one family) is taken out too, under a label that
names nobody. The full names of public persons, of outlets, and of places on the map stay.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rashomon.publish.careful.changes import Change, Span
from rashomon.publish.careful.endings import ALL
from rashomon.publish.careful.letters import Letters, Word
from rashomon.publish.careful.offices import is_title
from rashomon.publish.careful.persons import words_of
from rashomon.reference.common import reports_with
from rashomon.reference.people import collectives, role_nouns, titles
from rashomon.reference.spellings import sound
from rashomon.text.normalize import is_content, stem
from rashomon.text.numerals_en import ONES, SCALES, TEENS, TENS

WITHHELD = "[name withheld]"
# Words that the model takes for names, and numbers.
_NO_NAMES = frozenset("http https www com org net caption photo video related read share".split()) | {
    *ONES, *TEENS, *TENS, *SCALES, "double", "triple", "dozen", "dozens",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
}  # fmt: skip
_PARTICLES = frozenset(
    "von van der den de la las los del della da di do dos das du le af av zu bin ibn al el ul bint ter ten".split()
)
# What may stand between two words of one name; a stop only behind an initial.
_JOINT = re.compile(r"[ \t\r\n'\"“”-]{1,4}|'s?\s")
_INITIAL_JOINT = re.compile(r"\.?[ \t\r\n-]{0,3}")
_ADDRESS = re.compile(r"[@/#_%\d]|\.\w")
_HYPHEN = re.compile("[-‐‑]")
_CHUNK = re.compile(r"\S+")
_ENDS = re.compile(r"[.!?…:\n]['\")\]]*\s*$|^\s*['\"(\[]*$")
# Letters from which a word is looked for inside an address; by its sound or with an ending; and a whole name inside of any word.
_SHORT, _SINGLE, _GLUED = 4, 5, 7


class Zone(NamedTuple):
    """A stretch of a report that the record knows to mean somebody or something: the number of a private person, or None. `stays`: it keeps
    its name whatever it is; else, of what is no private person, only words of the language do that a name is made of ("Gull Park")."""

    start: int
    end: int
    person: int | None
    stays: bool = False


class Names:
    """What is looked for. `label(n)` stands for the n-th private person, counted from 0."""

    def __init__(self, private: Sequence[Sequence[str]], kept: Iterable[str], others: Iterable[str] = ()) -> None:
        """`private`: the forms of each person's name; `kept`: names that stay where they stand in full; `others`: names of what is no person."""
        self.owners: dict[str, set[int]] = defaultdict(set)
        self.full: dict[str, int] = {}
        self.last: set[str] = set()
        self.particles: dict[int, set[str]] = defaultdict(set)
        for number, forms in enumerate(private):
            for form in forms:
                self._learn(number, name_words(form))
        self.kept: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in map(words_of, kept):
            if len(words) > 1:
                self.kept[words[0]].append(words)
        self.shared = {word for several in self.kept.values() for words in several for word in words}
        self.foreign = {word for name in others for word in words_of(name)} | self.shared
        self.sounds: dict[str, set[str]] = defaultdict(set)
        self.stems: dict[str, set[str]] = defaultdict(set)
        for word in self.owners:
            if len(word) >= _SINGLE:
                self.sounds[sound(word)].add(word)
                self.stems[word].add(word)
                self.stems[word[:-1] if word[-1] in "aeiouy" else word].add(word)
        self.glued = by_opening(word for word in self.full if len(word) >= _GLUED)
        self.inside = by_opening([*self.full, *(word for word in self.owners if len(word) >= _SHORT)])

    def _learn(self, number: int, words: tuple[str, ...]) -> None:
        for word in words:
            if word in _PARTICLES:
                self.particles[number].add(word)
            elif tells(word) or (len(words) == 1 and word not in _NO_NAMES):
                self.owners[word].add(number)
        if len(words) > 1:
            self.last.add(words[-1])
            first, last = words[0], words[-1]
            pairs = [(first, last), (last, first)] + ([(first[0], last), (last, first[0])] if len(last) > 3 else [])
            for pair in (*pairs, words):
                self.full.setdefault("".join(pair), number)

    def find(
        self, text: str, zones: Sequence[Zone] = (), strict: bool = False, here: Collection[int] | None = None
    ) -> list[Change]:
        """The stretches of the text to replace, in order, without overlap. `strict`: a lone word in small letters counts, too. `here`: the
        persons of whom the story tells, None for anybody; a word of the language is nobody else's name."""
        if not self.owners or not text:
            return []
        letters = Letters(text)
        found = list(self._runs(letters, sorted(zones), strict, here))
        found += self._glued(letters, found)
        return sorted(found)

    # --- words and runs of words ---------------------------------------------------------------------------------------

    def _runs(
        self, letters: Letters, zones: list[Zone], strict: bool, here: Collection[int] | None
    ) -> Iterator[Change]:
        words = letters.words()
        at_zone = _by_word(words, zones)
        stays = self._staying(words, at_zone)
        i = free = 0
        while i < len(words):
            owners = set() if i in stays else self._owners(words[i], at_zone[i])
            if not owners:
                i += 1
                continue
            run = self._run(letters.text, words, _Run(i, i, owners, {words[i].plain}), stays, at_zone)
            run = self._opened(letters.text, words, run, stays, free)
            alone = len(run.names) < 2 and not any(
                zone and zone.person is not None for zone in at_zone[run.first : run.last + 1]
            )
            if not alone or strict or self._told_alone(letters, words, run, at_zone[run.last], here):
                yield self._change(letters.text, words, run, at_zone)
            i = free = run.last + 1

    def _owners(self, word: Word, zone: Zone | None) -> set[int]:
        """Whose name the word may be."""
        if zone and zone.person is not None and self._names_in_zone(word):
            return {zone.person}
        known = self.owners.get(word.plain)
        if known:
            return known
        return {owner for like in self._like(word) for owner in self.owners[like]} if word.capital else set()

    def _names_in_zone(self, word: Word) -> bool:
        """Of the words that the record takes for a person's name, those that are one: no title, no role, no "the"."""
        if word.plain in self.owners:
            return True
        return word.capital and tells(word.plain)

    def _like(self, word: Word) -> set[str]:
        """Words of names that this one may be with an ending, or as another system writes it."""
        plain = word.plain
        if len(plain) < _SINGLE or plain in self.foreign or _common(plain):
            return set()
        found = set(self.sounds.get(sound(plain), ()))
        for ending in ALL:
            if plain.endswith(ending) and len(plain) - len(ending) >= _SHORT:
                found |= self.stems.get(plain[: -len(ending)], set())
        return found

    def _staying(self, words: list[Word], at_zone: list[Zone | None]) -> set[int]:
        """The numbers of words that belong to the full name of somebody or something that keeps it."""
        stays = {i for i, zone in enumerate(at_zone) if zone and zone.stays}
        for i, word in enumerate(words):
            for name in self.kept.get(word.plain, ()):
                if tuple(each.plain for each in words[i : i + len(name)]) == name:
                    stays.update(range(i, i + len(name)))
            if word.plain in self.shared and i and is_title(words[i - 1].plain):
                stays.add(i)
        return {i for i in stays if not (at_zone[i] and at_zone[i].person is not None)}  # type: ignore[union-attr]

    def _run(self, text: str, words: list[Word], run: "_Run", stays: set[int], at_zone: list[Zone | None]) -> "_Run":
        """The run with the words behind it that are of the same name: at most one that nobody knows stands between two that somebody
        bears."""
        for j in range(run.last + 1, len(words)):
            if j in stays or not _joined(text, words[j - 1], words[j]):
                break
            both = run.owners & self._owners(words[j], at_zone[j])
            between = [word for word in words[run.last + 1 : j] if word.plain not in _PARTICLES]
            if both and (run.last == j - 1 or words[j].plain not in run.names):
                run = _Run(run.first, j, both, run.names | {words[j].plain})
            elif run.last == j - 1 and words[j].capital and _HYPHEN.fullmatch(text[words[j - 1].end : words[j].start]):
                run = run._replace(last=j)
            elif between or not (words[j].capital or words[j].plain in _PARTICLES):
                break
        return run

    def _opened(self, text: str, words: list[Word], run: "_Run", stays: set[int], free: int) -> "_Run":
        """The run with the initials and particles before it that are of the name, back to the first word that no other run has."""
        for before in range(run.first - 1, free - 1, -1):
            word = words[before]
            initial = len(word.plain) == 1 and word.capital and self._begins(word.plain, run.owners)
            particle = any(word.plain in self.particles[owner] for owner in run.owners)
            if before in stays or not (initial or particle) or not _joined(text, word, words[run.first]):
                break
            run = run._replace(first=before, names=run.names | ({word.plain} if initial else set()))
        return run

    def _begins(self, initial: str, owners: set[int]) -> bool:
        return any(word[0] == initial and owners & whose for word, whose in self.owners.items())

    def _change(self, text: str, words: list[Word], run: "_Run", at_zone: list[Zone | None]) -> Change:
        start, end = words[run.first].start, words[run.last].end
        linked = {zone.person for zone in at_zone[run.first : run.last + 1] if zone and zone.person is not None}
        shared = len(run.names) < 2 and run.names <= self.shared
        sure = linked or (run.owners if len(run.owners) == 1 and not shared else set())
        by = label(min(sure)) if sure else WITHHELD
        return Change(start, end, in_address(by) if _inside_address(text, start, end) else by, instead=True)

    def _told_alone(
        self, letters: Letters, words: list[Word], run: "_Run", zone: Zone | None, here: Collection[int] | None
    ) -> bool:
        """Whether a lone word of a name is the name there, and no word of the language."""
        word = words[run.last]
        if not _common(word.plain):
            return word.capital or len(word.plain) >= _SHORT
        begins = word.plain not in self.last and _ENDS.search(letters.text[max(0, word.start - 8) : word.start])
        absent = here is not None and not run.owners & set(here)
        return word.capital and not (begins or absent or zone) and not _in_a_compound(letters.text, words, run)

    # --- inside addresses ----------------------------------------------------------------------------------------------

    def _glued(self, letters: Letters, taken: list[Change]) -> Iterator[Change]:
        """Names written in one, and any word of a name in an address, a handle or a link."""
        spans = [(change.start, change.end) for change in taken]
        for chunk in _CHUNK.finditer(letters.plain):
            for start, end, word in hits(letters.plain, chunk.start(), chunk.end(), self.glued):
                yield from self._inside(letters, start, end, spans, self.full[word])
            if not _ADDRESS.search(chunk.group()):
                continue
            for start, end, word in hits(letters.plain, chunk.start(), chunk.end(), self.inside):
                if (len(word) > _SINGLE and not _common(word)) or _alone(letters.plain, start, end):
                    owners = {self.full[word]} if word in self.full else self.owners[word]
                    sure = len(owners) == 1 and word not in self.shared
                    yield from self._inside(letters, start, end, spans, min(owners) if sure else None)

    @staticmethod
    def _inside(letters: Letters, first: int, last: int, spans: list[Span], number: int | None) -> Iterator[Change]:
        start, end = letters.back(first, last)
        if not any(a < end and start < b for a, b in spans):
            spans.append((start, end))
            yield Change(start, end, in_address(WITHHELD if number is None else label(number)), instead=True)


class _Run(NamedTuple):
    """Words `first` to `last`, both in; whose name they may be; which words of names they are."""

    first: int
    last: int
    owners: set[int]
    names: set[str]


def label(number: int) -> str:
    return f"[person {number + 1}]"


def in_address(words: str) -> str:
    """A label as it may stand in an address: without brackets and spaces."""
    return words.strip("[]").replace(" ", "-")


def _inside_address(text: str, start: int, end: int) -> bool:
    before = re.search(r"\S{0,300}$", text[max(0, start - 300) : start])
    after = re.match(r"\S{0,300}", text[end : end + 300])
    chunk = (before[0] if before else "") + "\0" + (after[0] if after else "")
    return bool(re.search(r"://|@|^\W*www\.|#\w*\0|\0\w*\.\w+/", chunk))


def by_opening(words: Iterable[str]) -> dict[str, list[str]]:
    """The words by their first letters, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        if len(word) >= _SHORT:
            found[word[:_SHORT]].append(word)
    return dict(found)


def hits(text: str, start: int, end: int, words: dict[str, list[str]]) -> Iterator[tuple[int, int, str]]:
    """Every place of `[start, end)` at which one of the words stands, the longest of those that do."""
    if not words:
        return
    for at in range(start, end - _SHORT + 1):
        for word in words.get(text[at : at + _SHORT], ()):
            if text.startswith(word, at) and at + len(word) <= end:
                yield at, at + len(word), word
                break


def _alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha())


def _in_a_compound(text: str, words: list[Word], run: _Run) -> bool:
    """Whether another capitalised word stands right beside: "Gull Park", "News Now"."""
    beside = [(words[run.first - 1], words[run.first])] if run.first else []
    beside += [(words[run.last], words[run.last + 1])] if run.last + 1 < len(words) else []
    return any(
        one.capital and other.capital and tells(one.plain) and tells(other.plain) and text[one.end : other.start] == " "
        for one, other in beside
    )


def _joined(text: str, one: Word, other: Word) -> bool:
    """Whether nothing stands between the two that parts a name: no comma, no end of a sentence or paragraph."""
    gap = text[one.end : other.start]
    if len(gap) > 6 or "\n\n" in gap:
        return False
    return bool((_INITIAL_JOINT if len(one.plain) == 1 else _JOINT).fullmatch(Letters(gap).plain or " "))


@lru_cache(maxsize=50_000)
def _common(word: str) -> bool:
    """Whether it is a word of the language."""
    return not is_content(word) or reports_with("t", stem(word)) > 0 or reports_with("t", word) > 0


@lru_cache(maxsize=50_000)
def tells(word: str) -> bool:
    """Whether a word of a name tells who it is: no "the", no number, no title, no role, no part of an address."""
    called = (word,) in titles() or word in role_nouns() or is_title(word) or word in collectives()
    return len(word) > 1 and is_content(word) and not called and word not in _NO_NAMES


def name_words(form: str) -> tuple[str, ...]:
    """The words of a name that are written with a capital, and its particles; all of them where none is."""
    capital = {word.plain for word in Letters(form).words() if word.capital}
    words = words_of(form)
    return tuple(word for word in words if word in capital or word in _PARTICLES) if capital else words


def _by_word(words: list[Word], zones: list[Zone]) -> list[Zone | None]:
    """The zone that each word lies in; a private person's before any other."""
    found: list[Zone | None] = [None] * len(words)
    from bisect import bisect_left, bisect_right

    starts, ends = [word.start for word in words], [word.end for word in words]
    for zone in sorted(zones, key=lambda each: (each.person is not None, each.stays)):
        for i in range(bisect_right(ends, zone.start), bisect_left(starts, zone.end)):
            found[i] = zone
    return found
