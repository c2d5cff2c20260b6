"""Links: what a report says leads to what (`links_en.toml` holds the words).

`source` leads to `target`: the cause to its effect, who asked to what was done, who or what decided to what was done, what
was done to what it was for, the condition to what hangs on it, the whole (tasks, forces) to its part. A legal ground ("under
article 5 of the treaty") is a decision: the article leads to what is done.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from rashomon.model.reading import Reading
from rashomon.stages.claims.clause import clause_span, trimmed
from rashomon.stages.claims.events.frames import Pattern, doers, frame_of_verb, undergoers
from rashomon.stages.claims.found import FoundLink
from rashomon.stages.claims.grammar import (
    agents,
    below,
    conjunct_head,
    is_conjunct,
    is_infinitive,
    is_passive,
    is_verb,
    joined,
    noun_phrase,
    prepositional,
    surface_subject,
)
from rashomon.stages.claims.sentence import Article, Sentence

Span = tuple[int, int]
_OF = frozenset({"of", "for", "in", "on", "from"})


@dataclass(frozen=True)
class _Cue:
    """A phrase as words, and what it says. `nouns`: only before one of these."""

    words: tuple[str, ...]
    kind: str
    nouns: frozenset[str] = frozenset()


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "links_en.toml").read_text("utf-8"))


@cache
def _words(part: str, name: str) -> frozenset[str]:
    return frozenset(_raw()[part][name].split())


@cache
def _cues() -> tuple[_Cue, ...]:
    """Longest first, so that "in response to a request from" is no "in response to"."""
    raw = _raw()
    ground = frozenset(raw["ground"]["nouns"].split())
    found = [_Cue(tuple(cue.split()), row["kind"]) for row in raw["phrase"] for cue in row["cues"]]
    found += [_Cue(tuple(cue.split()), "purpose") for cue in raw["purpose"]["cues"]]
    found += [_Cue(tuple(cue.split()), "decision", ground) for cue in raw["ground"]["cues"]]
    return tuple(sorted(found, key=lambda cue: -len(cue.words)))


def find_links(article: Article) -> tuple[FoundLink, ...]:
    """All links of one report, in order of the text, without doubles."""
    found = [link for sentence in article.sentences for rule in _RULES for link in rule(sentence)]
    distinct = {(link.kind, link.source, link.target): link for link in found if _is_sound(link)}
    return tuple(sorted(distinct.values(), key=lambda each: (each.cue, each.source, each.target)))


def _is_sound(link: FoundLink) -> bool:
    """Neither end is empty, and neither holds the other."""
    (a, b), (c, d) = link.source, link.target
    return a < b and c < d and (b <= c or d <= a)


def _phrases(sentence: Sentence) -> Iterator[FoundLink]:
    """Cue phrases: "due to", "at the request of", "in order to", "until"."""
    words = [token.text.casefold() for token in sentence.tokens]
    index = 0
    while index < len(words):
        cue = next((c for c in _cues() if tuple(words[index : index + len(c.words)]) == c.words), None)
        if cue is not None:
            link = _of_phrase(sentence, cue, index)
            if link is not None:
                yield link
        index += len(cue.words) if cue else 1


def _of_phrase(sentence: Sentence, cue: _Cue, first: int) -> FoundLink | None:
    reading, last = sentence.reading, first + len(cue.words)
    head = _head_behind(reading, first, last)
    if head is None or not _is_meant(reading, cue, first, head):
        return None
    inner = _reach(reading, head, last)
    if cue.kind in {"request", "decision"}:
        inner = inner[0], _past_apposition(reading, inner[1])
    outer = _around(sentence, reading, first, inner[1])
    if outer is None:
        return None
    if cue.kind == "request":
        inner = inner[0], _past_apposition(reading, noun_phrase(reading, head, _OF)[1])
    here = sentence.span(*trimmed(reading, *inner, head))
    ends = (outer, here) if cue.kind == "purpose" else (here, outer)
    return FoundLink(cue.kind, *ends, sentence.span(first, last))


def _head_behind(reading: Reading, first: int, last: int) -> int | None:
    """The word that the phrase stands before: the topmost of those that begin right behind it."""
    if last >= len(reading.tokens):
        return None
    best = last
    for ancestor in reading.ancestors(last):
        introduced = reading.tokens[first].dep == "mark" and reading.tokens[first].head == ancestor
        if ancestor < last or (not introduced and first in reading.subtree(ancestor)):
            break
        best = ancestor
        if introduced:
            break
    return best


def _is_meant(reading: Reading, cue: _Cue, first: int, head: int) -> bool:
    word = cue.words[0]
    if cue.nouns and reading.tokens[head].lemma not in cue.nouns:
        return False
    if cue.words in {("since",), ("if",), ("because",), ("unless",)}:
        return reading.tokens[first].dep == "mark" and is_clause(reading, head) and _is_reason(reading, word, head)
    if cue.words == ("until",):
        return is_clause(reading, head)
    return cue.words != ("out", "of")


def is_clause(reading: Reading, head: int) -> bool:
    return is_verb(reading, head) or reading.tokens[head].pos in {"AUX", "VERB"}


def _is_reason(reading: Reading, word: str, head: int) -> bool:
    """ "since" with a perfect or a past counts from a time; "if" under "asked" is "whether"."""
    token = reading.tokens[head]
    if word == "since":
        return token.tag in {"VBZ", "VBP"} or any(reading.tokens[i].lemma == "be" for i in below(reading, head, "aux"))
    return token.dep == "advcl"


def _reach(reading: Reading, head: int, last: int) -> tuple[int, int]:
    """All that hangs on the head behind the phrase, without a break."""
    held = set(reading.subtree(head))
    for i in below(reading, head, "conj"):
        if is_verb(reading, i) and conjunct_head(reading, i) != head:
            held -= set(reading.subtree(i))
    until = last
    while until in held or until <= head:
        until += 1
    return last, _past_bracket(reading, until)


def _past_apposition(reading: Reading, until: int) -> int:
    """Past a name between commas: "the governor of Arvany, Ilo Marek, sent …"."""
    if until < len(reading.tokens) and reading.tokens[until].text == ",":
        end = until + 1
        while end < len(reading.tokens) and (reading.tokens[end].pos == "PROPN" or reading.tokens[end].text == "-"):
            end += 1
        if end > until + 1 and (end == len(reading.tokens) or reading.tokens[end].text in {",", "."}):
            return end
    return until


def _past_bracket(reading: Reading, until: int) -> int:
    """Past a remark in brackets that follows: it belongs to what stands before it."""
    if until < len(reading.tokens) and reading.tokens[until].text == "(":
        closing = (i + 1 for i in range(until, len(reading.tokens)) if reading.tokens[i].text == ")")
        return next(closing, until)
    return until


def _around(sentence: Sentence, reading: Reading, first: int, last: int) -> Span | None:
    """What the phrase `[first, last)` hangs on: the longer part of its clause that is left when the phrase is taken out."""
    over = next((i for i in reading.ancestors(first) if not first <= i < last), None)
    if over is None:
        return None
    verb = next((i for i in [over, *reading.ancestors(over)] if is_clause(reading, i) and not first <= i < last), over)
    start, end = clause_span(sentence, verb)
    cut_start, cut_end = sentence.span(first, last)
    pieces = [(start, min(end, cut_start)), (max(start, cut_end), end)]
    at = sentence.span(verb, verb + 1)[0]
    piece = next((p for p in pieces if p[0] <= at < p[1]), None)
    return _clean(sentence, piece) if piece else None


def _clean(sentence: Sentence, span: Span) -> Span | None:
    """The span cut to whole words, without marks and conjunctions at its ends."""
    inside = [i for i, t in enumerate(sentence.tokens) if span[0] <= t.start + sentence.start < span[1]]
    if not inside:
        return None
    return sentence.span(*trimmed(sentence.reading, inside[0], inside[-1] + 1, None))


def _verbs(sentence: Sentence) -> Iterator[FoundLink]:
    """ "The drought led to hunger", "riots sparked by prices"."""
    reading = sentence.reading
    for verb in range(len(reading.tokens)):
        for part, backward in (("forward", False), ("backward", True)):
            pattern = _pattern_of(reading, verb, _words("verbs", part))
            if pattern is not None:
                yield from _of_verb(sentence, verb, pattern, backward)


def _pattern_of(reading: Reading, verb: int, entries: frozenset[str]) -> Pattern | None:
    if not is_verb(reading, verb):
        return None
    for entry in sorted(entries):
        lemma, _, preposition = entry.partition("+")
        if reading.tokens[verb].lemma == lemma:
            return Pattern(lemma, (preposition,) if preposition else ())
    return None


def _of_verb(sentence: Sentence, verb: int, pattern: Pattern, backward: bool) -> Iterator[FoundLink]:
    reading = sentence.reading
    sources, targets = doers(reading, verb), undergoers(reading, verb, pattern)
    if pattern.particles:
        targets = prepositional(reading, verb, frozenset(pattern.particles))
    if is_passive(reading, verb):
        sources = agents(reading, verb)
    if _is_denied(reading, verb):
        sources = _but_by(reading, verb)
    for source in sources[:1]:
        for target in targets[:1]:
            ends = (_phrase(sentence, source), _phrase(sentence, target))
            first, second = reversed(ends) if backward else ends
            yield FoundLink("cause", first, second, sentence.span(verb, verb + 1))


def _is_denied(reading: Reading, verb: int) -> bool:
    """ "not caused by", "caused not by"."""
    places = [verb, *below(reading, verb, "agent", "prep")]
    return any(below(reading, i, "neg") for i in places) or any(
        reading.tokens[i - 1].text.casefold() == "not" for i in below(reading, verb, "agent")
    )


def _but_by(reading: Reading, verb: int) -> list[int]:
    """What a denial puts in its stead: "not by the rain but *by the dam*"."""
    for i in range(verb + 1, len(reading.tokens) - 1):
        if reading.tokens[i].text.casefold() == "but" and reading.tokens[i + 1].text.casefold() == "by":
            return below(reading, i + 1, "pobj")
    return []


_PHRASE = frozenset({"of", "in", "over", "for", "on", "from", "against", "to", "by", "at", "about"})
# What follows a cause with these is what it was about, whatever the parser ties it to.
_LOOSE = frozenset({"over", "of", "about"})


def _phrase(sentence: Sentence, head: int) -> Span:
    """A noun with the phrases behind it, those among them that the parser gave to the verb before."""
    reading = sentence.reading
    first, last = noun_phrase(reading, head, _PHRASE)
    while last < len(reading.tokens) and reading.tokens[last].dep == "prep" and reading.tokens[last].lemma in _LOOSE:
        if reading.tokens[last].head > last:
            break
        last = max(last + 1, _reach(reading, last, last)[1])
    return sentence.span(first, last)


def _infinitives(sentence: Sentence) -> Iterator[FoundLink]:
    """ "sent troops *to guard* the port" (purpose); "asked the council *to help*" (request); "decided *to close* the
    schools", "the council's decision *to send* observers" (decision)."""
    reading = sentence.reading
    for verb in range(len(reading.tokens)):
        if not is_verb(reading, verb) or not is_infinitive(reading, verb):
            continue
        token = reading.tokens[verb]
        over = token.head
        message = next((i for i in below(reading, over, "dobj") if _asked(reading, i)), None)
        over = token.head if message is None else message
        kind = _asked(reading, over)
        if kind and token.dep in {"xcomp", "ccomp", "acl", "advcl", "relcl"}:
            yield from _asked_for(sentence, kind, over, verb)
        elif is_verb(reading, over) and _is_purpose(reading, verb, over):
            yield from _what_for(sentence, over, verb)


def _asked(reading: Reading, over: int) -> str | None:
    lemma = reading.tokens[over].lemma
    suffix = "" if is_verb(reading, over) else "nouns_"
    if reading.tokens[over].pos not in {"VERB", "NOUN"} or reading.tokens[over - 1].text.casefold() == "in":
        return None
    return next((kind for kind in ("request", "decision") if lemma in _words("asked", suffix + kind)), None)


def _asked_for(sentence: Sentence, kind: str, over: int, verb: int) -> Iterator[FoundLink]:
    reading = sentence.reading
    if is_verb(reading, over):
        who = doers(reading, over)
    else:
        who = below(reading, over, "poss") + prepositional(reading, over, frozenset({"of", "by", "from"}))
        if not who and reading.tokens[over].dep in {"dobj", "pobj"}:
            governor = next((i for i in reading.ancestors(over) if is_verb(reading, i)), None)
            subject = None if governor is None else surface_subject(reading, governor)
            who = [] if subject is None else [subject]
    for head in who[:1]:
        source = _without_possessive(sentence, noun_phrase(reading, head, frozenset({"of"})))
        yield FoundLink(kind, source, _infinitive_span(sentence, verb), sentence.span(over, over + 1))


def _without_possessive(sentence: Sentence, held: tuple[int, int]) -> Span:
    first, last = held
    return sentence.span(first, last - 1 if sentence.tokens[last - 1].tag == "POS" else last)


# After these, an infinitive is no purpose: it is what goes on, what is meant, or what is so.
_NO_PURPOSE = frozenset(
    "be have begin start continue want need seem appear try attempt plan intend expect hope fail refuse help allow use say "
    "believe report agree decide promise vow threaten manage tend like love prefer wish offer cease come happen prove "
    "consider turn propose know go get force require tell ask order urge call enable choose remain know learn claim think seek able".split()
)


def _is_purpose(reading: Reading, verb: int, over: int) -> bool:
    if reading.tokens[over].lemma in _NO_PURPOSE or verb < over or below(reading, verb, "nsubj", "nsubjpass"):
        return False
    if reading.tokens[verb].dep != "advcl" and not _is_moved(reading, verb, over):
        return False
    if surface_subject(reading, over) is None:
        return False
    behind = reading.tokens[max(0, min(below(reading, verb, "aux")) - 1)].text.casefold()
    return behind not in {"order", "as"} and not any(
        reading.tokens[i].text.casefold() in {"only", "enough", "too"} for i in below(reading, verb, "advmod")
    )


def _is_moved(reading: Reading, verb: int, over: int) -> bool:
    """ "were sent *to guard*": parsed as a complement of a verb of sending or coming."""
    row = frame_of_verb(reading, over)
    return reading.tokens[verb].dep == "xcomp" and row is not None and row[0].type in {"MOBILIZE", "AID"}


def _what_for(sentence: Sentence, over: int, verb: int) -> Iterator[FoundLink]:
    reading = sentence.reading
    to = min(i for i in below(reading, verb, "aux") if reading.tokens[i].tag == "TO")
    start, _ = clause_span(sentence, over)
    source = _clean(sentence, (start, sentence.span(to, to + 1)[0]))
    if source is not None:
        yield FoundLink("purpose", source, _infinitive_span(sentence, verb), sentence.span(to, to + 1))


def _infinitive_span(sentence: Sentence, verb: int) -> Span:
    first, last = _reach(sentence.reading, verb, verb)
    return sentence.span(*trimmed(sentence.reading, first, last, verb))


def _parts(sentence: Sentence) -> Iterator[FoundLink]:
    """ "The tasks include guarding the port", "their duty will be to escort convoys", "the force includes engineers", "were
    included in the force"."""
    reading = sentence.reading
    for verb, token in enumerate(reading.tokens):
        if token.lemma in _words("part", "verbs") and is_verb(reading, verb):
            yield from _included(sentence, verb)
        elif token.lemma == "be" and token.dep not in {"aux", "auxpass"}:
            subject = below(reading, verb, "nsubj")
            parts = below(reading, verb, "attr", "xcomp", "ccomp", "acomp")
            if _is_tasks(reading, subject):
                yield from _parts_of(sentence, verb, subject, [p for p in parts if is_verb(reading, p)])
        elif _is_read_as_progressive(reading, verb):
            yield from _parts_of(sentence, verb, below(reading, verb, "nsubj"), [verb])


def _is_read_as_progressive(reading: Reading, verb: int) -> bool:
    """ "The task will be guarding the port": not that the task guards it."""
    being = any(reading.tokens[i].lemma == "be" for i in below(reading, verb, "aux"))
    return reading.tokens[verb].tag == "VBG" and being and _is_tasks(reading, below(reading, verb, "nsubj"))


def _is_tasks(reading: Reading, subject: list[int]) -> bool:
    return any(reading.tokens[i].lemma in _words("part", "tasks") for i in subject)


def _included(sentence: Sentence, verb: int) -> Iterator[FoundLink]:
    reading = sentence.reading
    subject = surface_subject(reading, verb)
    whole, parts = [] if subject is None else [subject], undergoers(reading, verb, Pattern(""))
    if is_passive(reading, verb):
        whole, parts = prepositional(reading, verb, frozenset({"in", "into"})), whole
    parts += [i for i in below(reading, verb, "xcomp", "ccomp") if is_verb(reading, i)]
    yield from _parts_of(sentence, verb, whole, parts)


def _parts_of(sentence: Sentence, verb: int, wholes: list[int], parts: list[int]) -> Iterator[FoundLink]:
    reading = sentence.reading
    for whole in wholes[:1]:
        lemma = reading.tokens[whole].lemma
        if not {lemma, lemma.removesuffix("s"), f"{lemma}s"} & _words("part", "wholes"):
            return
        for part in [each for head in parts for each in _members(reading, head)]:
            source = sentence.span(*noun_phrase(reading, whole, frozenset({"of", "from", "in"})))
            target = _task(sentence, part) if is_verb(reading, part) else _phrase(sentence, part)
            yield FoundLink("part", source, target, sentence.span(*_cue_of(reading, verb, part)))


def _cue_of(reading: Reading, verb: int, part: int) -> tuple[int, int]:
    """The verb; where the part itself was parsed as the verb, its "be"."""
    if verb != part:
        return verb, verb + 1
    be = next(i for i in below(reading, verb, "aux") if reading.tokens[i].lemma == "be")
    return be, be + 1


def _members(reading: Reading, head: int) -> Iterator[int]:
    if not is_verb(reading, head):
        yield from joined(reading, head)
        return
    yield head
    for i in filter(lambda i: is_conjunct(reading, i), below(reading, head, "conj", "advcl")):
        yield from _members(reading, i)


def _task(sentence: Sentence, verb: int) -> Span:
    """A task worded as a verb, without those joined to it and without its subject."""
    reading = sentence.reading
    held = set(reading.subtree(verb))
    for i in below(reading, verb, "conj", "cc", "nsubj", "aux", "parataxis", "advcl"):
        held -= set(reading.subtree(i)) if reading.tokens[i].dep != "advcl" or is_conjunct(reading, i) else set()
    last = verb + 1
    while last in held:
        last += 1
    return sentence.span(*trimmed(reading, verb, last, verb))


_RULES: tuple[Callable[[Sentence], Iterator[FoundLink]], ...] = (_phrases, _verbs, _infinitives, _parts)
