"""Links that a phrase makes: "due to", "at the request of", "in order to", "until", "under article 5"."""

from collections.abc import Iterator

from rashomon.model.reading import Reading
from rashomon.stages.claims.clause import clause_span, trimmed
from rashomon.stages.claims.events.lexicon import lexicon
from rashomon.stages.claims.found import FoundLink
from rashomon.stages.claims.grammar import below, is_verb, noun_phrase, verb_group
from rashomon.stages.claims.links.spans import Span, cleaned, is_clause, reach
from rashomon.stages.claims.links.table import Cue, cues_from
from rashomon.stages.claims.sentence import Sentence

_QUOTES = frozenset("\"“‘'")
_OF = frozenset({"of", "for", "in", "on", "from"})


def by_phrase(sentence: Sentence) -> Iterator[FoundLink]:
    """Cue phrases: "due to", "at the request of", "in order to", "until"."""
    words = [token.text.casefold() for token in sentence.tokens]
    index = 0
    while index < len(words):
        cue = next((c for c in cues_from(words[index]) if tuple(words[index : index + len(c.words)]) == c.words), None)
        if cue is not None:
            link = _of_phrase(sentence, cue, index)
            if link is not None:
                yield link
        index += len(cue.words) if cue else 1


def _of_phrase(sentence: Sentence, cue: Cue, first: int) -> FoundLink | None:
    reading, last = sentence.reading, first + len(cue.words)
    while last + 1 < len(reading.tokens) and reading.tokens[last].text in _QUOTES:
        last += 1
    head = _head_behind(reading, first, last)
    if head is None or not _is_meant(reading, cue, first, head):
        return None
    inner = reach(reading, head, last)
    if cue.kind in {"request", "decision"}:
        inner = inner[0], _past_apposition(reading, inner[1])
    outer = _around(sentence, reading, first, inner[1])
    if outer is None:
        return None
    if cue.kind == "request":
        inner = inner[0], _past_apposition(reading, noun_phrase(reading, head, _OF)[1])
    here = sentence.span(*trimmed(reading, *inner, head))
    ends = (outer, here) if cue.kind == "purpose" else (here, outer)
    return FoundLink(cue.kind, *ends, sentence.span(first, first + len(cue.words)))


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


def _is_meant(reading: Reading, cue: Cue, first: int, head: int) -> bool:
    word = cue.words[0]
    if cue.nouns and reading.tokens[head].lemma not in cue.nouns:
        return False
    if cue.words == ("due", "to") and reading.tokens[head].tag == "VB":  # "is due to open"
        return False
    if cue.words in {("once",), ("as", "soon", "as")}:
        return is_clause(reading, head) and reading.tokens[head].dep == "advcl" and _is_to_come(reading, head)
    if cue.words == ("after",):
        return reading.tokens[head].dep == "pcomp" and _is_to_come(reading, head)
    if cue.words == ("if",) and first and reading.tokens[first - 1].lemma.casefold() in _ASKING:
        return False
    if cue.words in {("since",), ("if",), ("because",), ("unless",)}:
        return reading.tokens[first].dep == "mark" and is_clause(reading, head) and _is_reason(reading, word, head)
    if cue.words == ("until",):
        return is_clause(reading, head) or reading.tokens[head].lemma.casefold() in lexicon().times
    return cue.words != ("out", "of")


def _is_reason(reading: Reading, word: str, head: int) -> bool:
    """ "since" with a perfect or a past counts from a time; "if" under "asked" is "whether"."""
    token = reading.tokens[head]
    if word == "since":
        return token.tag in {"VBZ", "VBP"} or any(reading.tokens[i].lemma == "be" for i in below(reading, head, "aux"))
    return token.dep == "advcl" and reading.tokens[token.head].lemma not in _ASKING


# "asked if", "to see if": whether.
_ASKING = frozenset("ask wonder know see check question inquire doubt".split())


def _is_to_come(reading: Reading, head: int) -> bool:
    """Whether what hangs on the clause is yet to come ("*will* be withdrawn after completing its tasks")."""
    over = next((i for i in reading.ancestors(head) if is_verb(reading, i)), None)
    return over is not None and any(reading.tokens[i].lemma in {"will", "shall"} for i in below(reading, over, "aux"))


def _past_apposition(reading: Reading, until: int) -> int:
    """Past a name between commas: "the governor of Arvany, Ilo Marek, sent …"."""
    if until < len(reading.tokens) and reading.tokens[until].text == ",":
        end = until + 1
        while end < len(reading.tokens) and (reading.tokens[end].pos == "PROPN" or reading.tokens[end].text == "-"):
            end += 1
        if end > until + 1 and (end == len(reading.tokens) or reading.tokens[end].text in {",", "."}):
            return end
    return until


def _around(sentence: Sentence, reading: Reading, first: int, last: int) -> Span | None:
    """What the phrase `[first, last)` hangs on: the longer part of its clause that is left when the phrase is taken out."""
    over = next((i for i in reading.ancestors(first) if not first <= i < last), None)
    if over is None:
        return None
    verb = next((i for i in [over, *reading.ancestors(over)] if is_clause(reading, i) and not first <= i < last), over)
    start, end = clause_span(sentence, verb)
    if reading.tokens[verb].dep == "conj" and not below(reading, verb, "nsubj", "nsubjpass"):
        start = max(start, sentence.span(*verb_group(reading, verb))[0])  # the verb before has its own reasons
    cut_start, cut_end = sentence.span(first, last)
    pieces = [(start, min(end, cut_start)), (max(start, cut_end), end)]
    at = sentence.span(verb, verb + 1)[0]
    piece = next((p for p in pieces if p[0] <= at < p[1]), None)
    if piece and reading.tokens[verb].lemma == "be" and verb + 1 == first:  # "the crash *was* due to …": the crash
        piece = piece[0], max(piece[0], min(piece[1], at))
    return cleaned(sentence, piece) if piece else None
