"""Which links are worth telling: those between acts, as a report means them, and no remark, turn of phrase or run-on line.

Precision comes first: a link that says nothing costs more than one that is missing.
"""

from collections.abc import Callable

from rashomon.model.reading import Reading
from rashomon.stages.claims.events.frames import belongs, frame_of_noun, frame_of_verb
from rashomon.stages.claims.found import FoundLink
from rashomon.stages.claims.grammar import below, is_verb, objects
from rashomon.stages.claims.links.spans import Span
from rashomon.stages.claims.sentence import Sentence

# Characters of an end at most; longer ones are lists and lines run together.
_LONGEST = 320


def is_worth_telling(sentence: Sentence, link: FoundLink) -> bool:
    """Whether no rule speaks against the link."""
    return not any(speaks_against(sentence, link) for speaks_against in _AGAINST)


def _tokens(sentence: Sentence, span: Span) -> list[int]:
    return [i for i, token in enumerate(sentence.tokens) if span[0] <= token.start + sentence.start < span[1]]


def _is_run_on(sentence: Sentence, link: FoundLink) -> bool:
    """Too long for one thing that was done, or several lines or points of a list."""
    for start, end in (link.source, link.target):
        words = sentence.words(start, end)
        if end - start > _LONGEST or "\n" in words or "|" in words or words.count(" - ") > 1:
            return True
    return False


def _is_turn_of_phrase(sentence: Sentence, link: FoundLink) -> bool:
    """ "even if", "as if", "what if", "if anything", "if not": no condition."""
    if link.kind != "condition":
        return False
    cue = _tokens(sentence, link.cue)
    words = [token.text.casefold() for token in sentence.tokens]
    before = words[cue[0] - 1] if cue[0] else ""
    behind = words[cue[-1] + 1] if cue[-1] + 1 < len(words) else ""
    return before in {"even", "as", "what"} or behind in {
        "anything",
        "any",
        "not",
        "so",
        "possible",
        "necessary",
        "ever",
    }


def _is_general(sentence: Sentence, link: FoundLink) -> bool:
    """A condition or a reason that tells of no act, or of whoever ("if you …")."""
    if link.kind not in {"condition", "cause"}:
        return False
    ends = [_tokens(sentence, span) for span in (link.source, link.target)]
    words = {sentence.tokens[i].text.casefold() for end in ends for i in end}
    if link.kind == "condition" and words & {"you", "one", "anyone"}:
        return True
    return not any(_is_act(sentence.reading, i) for end in ends for i in end)


def _is_act(reading: Reading, index: int) -> bool:
    if is_verb(reading, index):
        return frame_of_verb(reading, index) is not None
    return reading.tokens[index].pos in {"NOUN", "PROPN"} and frame_of_noun(reading, index) is not None


def _is_remark(sentence: Sentence, link: FoundLink) -> bool:
    """ "That is why …", "this cannot be so, since …": said of what was told, and nothing that was done."""
    if link.kind not in {"condition", "cause"}:
        return False
    reading = sentence.reading
    for i in _tokens(sentence, link.target):
        if reading.tokens[i].lemma == "be" and reading.tokens[i].dep in {"ROOT", "ccomp"}:
            subjects = below(reading, i, "nsubj")
            if any(reading.tokens[s].text.casefold() in {"this", "that", "it", "these", "those"} for s in subjects):
                return True
    return False


def _is_bare(sentence: Sentence, link: FoundLink) -> bool:
    """An infinitive with nothing behind it ("decided to join", "symptoms to look for"), but for what is a whole act by itself
    ("decided to resign")."""
    reading = sentence.reading
    held = _tokens(sentence, link.target)
    verb = next((i for i in held if is_verb(reading, i)), None)
    if link.kind not in {"purpose", "decision", "request"} or verb is None or verb != held[0]:
        return False
    if reading.tokens[verb].tag != "VB" or not any(reading.tokens[i].tag == "TO" for i in below(reading, verb, "aux")):
        return False
    if reading.tokens[held[-1]].dep == "prep":
        return True
    if objects(reading, verb) or below(reading, verb, "ccomp", "xcomp", "auxpass", "dative", "oprd", "acomp"):
        return False
    if any(below(reading, i, "pobj", "pcomp") for i in below(reading, verb, "prep")):
        return False
    row = frame_of_verb(reading, verb)
    return row is None or (row[0].type is None and row[0].family != "office-end")


def _is_of_things(sentence: Sentence, link: FoundLink) -> bool:
    """A place that caused something, or people that something led to: the words around them did ("protests led to dozens of
    people *killed*")."""
    if link.kind != "cause" or len(_tokens(sentence, link.cue)) != 1:
        return False
    reading = sentence.reading
    if not is_verb(reading, _tokens(sentence, link.cue)[0]):
        return False
    source, target = (_head(reading, _tokens(sentence, span)) for span in (link.source, link.target))
    at_a_place = _is_noun(reading, source) and (belongs(reading, source, "site") or belongs(reading, source, "place"))
    return at_a_place or (_is_noun(reading, target) and belongs(reading, target, "person"))


def _is_noun(reading: Reading, index: int) -> bool:
    return reading.tokens[index].pos in {"NOUN", "PROPN"}


def _head(reading: Reading, held: list[int]) -> int:
    """The word that no other word of the span governs."""
    return next((i for i in held if reading.tokens[i].head not in held or reading.tokens[i].head == i), held[0])


def _is_idle(sentence: Sentence, link: FoundLink) -> bool:
    """ "does little to stop it", "where she lives to …": nothing was done for it."""
    if link.kind != "purpose":
        return False
    held = _tokens(sentence, link.source)
    if any(sentence.tokens[i].text.casefold() in {"you", "way", "ways"} for i in held):  # "a better way *to* …"
        return True
    last = [sentence.tokens[i].text.casefold() for i in held[-2:]]
    idle = bool({"little", "nothing", "enough", "more", "much"} & set(last))
    return idle or sentence.tokens[held[0]].tag == "WRB"


_AGAINST: tuple[Callable[[Sentence, FoundLink], bool], ...] = (
    _is_run_on,
    _is_turn_of_phrase,
    _is_general,
    _is_remark,
    _is_bare,
    _is_of_things,
    _is_idle,
)
