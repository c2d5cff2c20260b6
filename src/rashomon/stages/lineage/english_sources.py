"""Which words of an English text are somebody else's: in quotation marks, or in a sentence that says whose they are."""

import re
from functools import lru_cache

_CAPITAL = r"[A-Z][\w.'’&-]{0,60}"  # bounded: a text may be one long word in capitals
_ROLE = r"(?:secretariat|spokes(?:man|woman|person)|police|ministry|office|statement|service|department|officials?|government|authorities|council|committee|company|organi[sz]ation|army|agency|union|court|president|mayor)"
_FIELD = r"(?:interior|foreign|defen[cs]e|health|emergency|emergencies|justice|finance|transport|energy|education|fire|labour|labor|prime|city|regional|district|town|state|security|coast\s?guard)"
_ROLE = rf"(?:{_FIELD}\s)?{_ROLE}"
_NAME = rf"(?:[Tt]he\s)?(?:{_CAPITAL}(?:\s(?:(?:of|and|for|the)\s)?{_CAPITAL}){{0,5}}(?:\s{_ROLE}){{0,2}}|(?:[Tt]he\s)?{_ROLE})"
_SAY = r"(?:said|says|told|stated|reported|announced|added|tweeted|wrote|posted|confirmed|noted|explained|read|reads|claimed|insisted|clarified|warned|declared)"
_CUE = re.compile(
    r"\b(?:said|says|told|stated|tweeted|according to|(?:press|news) release|in a (?:tweet|post|letter|memo)|"
    r"(?:in|by) a[^.]{0,40} statement|statement (?:said|read|added)|affidavit|complaint)\b",
    re.IGNORECASE,
)
# These also tell what somebody did ("reported a fault"): a cue only beside what was said.
_WEAK = r"(?:reported|announced|added|wrote|posted|confirmed|noted|explained|read|reads|claimed|insisted|clarified|warned|declared)"
_WEAK_CUE = re.compile(rf"\b{_WEAK}(?:\sthat\b|,?\s?[:“\"])|[”\",]\s[^,.”\"]{{1,60}}\s{_WEAK}\b")
# Every wording of the two holds one of these.
_CUE_SIGNS = (
    "said", "says", "told", "stated", "tweeted", "according to", "release", "in a ", "statement", "affidavit", "complaint",
    *(word for word in _WEAK[3:-1].split("|") if word != "reads"),
)  # fmt: skip
_BEFORE = re.compile(rf"({_NAME})\s(?:also\s|later\s|has\s|had\s)?{_SAY}\b")
_ISSUED = re.compile(
    rf"({_NAME})\s(?:released|issued|published|sent|put out)\s(?:this|the|a|an)\s(?:[a-z]+\s){{0,2}}(?:statement|letter|release|message)\b"
)
_AFTER = re.compile(rf"\b(?:[Aa]ccording to|[Ss]aid|[Ss]tatement (?:by|from))\s({_NAME})")
# Every wording of a cue holds one of the words beside it.
_NAMING = (
    (_BEFORE, tuple(sorted({word for word in _SAY[3:-1].split("|") if word != "reads"}))),
    (_ISSUED, ("statement", "letter", "release", "message")),
    (_AFTER, ("ccording to", "aid", "tatement ")),
)
_TOLD = re.compile(rf"\btold\s((?:the\s)?{_CAPITAL}(?:\s{_CAPITAL}){{0,4}})")
_TELLING = re.compile(r"\b(?:told|tells|telling|(?<!ccording )to|with)\s(?:the\s)?$", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:he|she|it|they|we|i|this|that|there|but|and|however)$", re.IGNORECASE)
_MENDED = re.compile(
    r"\bth(?:is|e) (?:story|article|report|item|version) (?:has been|was|is being|corrects|updates)\b|"
    r"^(?:correction|corrects|updates? with|\(?updated?\)?|editor.s note)\b[:,) ]|\bearlier version of this (?:story|article|report)\b",
    re.IGNORECASE | re.MULTILINE,
)
_ANNOUNCED = re.compile(
    r"\b(?:statement|release|letter|e-?mail|memo|message|post|tweet|notice|said|says|read|reads|wrote|writes|stated|tweeted|posted|continued|added)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us|I|[Mm]y|me)\b")
_KEPT = 16_384  # sentences; the printings of one text ask for the same ones
_EDGE = 400  # characters
_HEAD = 20_000  # characters
_HEADLINE = 20  # characters; a shorter one is met by chance
_POINTER = re.compile(r"\bupdated?: ?([^\n]{10,300})", re.IGNORECASE)
_UPDATED = re.compile(r"^\W*(?:updated?|corrected|correction|write-?thru|recasts)\b", re.IGNORECASE)
# What is known only after a while: who the dead is, who was taken, who has died since.
_GROWN = re.compile(
    r"\b(?:identified\b(?! themselves)|ID.d as|named (?:him|her|the \w+) as|arrested|charged with|taken into custody|turned (?:him|her|them)sel(?:f|ves) in|"
    r"(?:later|has since|have since|has now) died|died (?:later|of (?:his|her|their) (?:injuries|wounds))|pleaded|arraigned|sentenced)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"^\W*(?:(?:that|this|it|the \w+) (?:is|was|were|has been|had been) (?:\w+ ){0,2}(?:what\b|reported\b|by\b)|.{0,80}\b(?:first|as) (?:to )?report(?:ed)? (?:it|this|that)\b)",
    re.IGNORECASE,
)
_ON = re.compile(
    rf"^\W*(?:he|she|they|it)\s(?:also\s|later\s|then\s)?{_SAY}\b|[”\",]\s(?:he|she|they|it)\s(?:also\s|later\s|then\s)?{_SAY}\b|"
    rf"[”\",]\s{_SAY}\s(?:he|she|they)\b",
    re.IGNORECASE,
)


def announces(sentence: str) -> bool:
    """Whether a sentence ends in a colon and says that somebody's words follow ("released the following statement:")."""
    return sentence.rstrip().endswith(":") and bool(_ANNOUNCED.search(sentence))


def speaks_as_we(paragraph: str) -> bool:
    """Whether somebody speaks of himself or for his house."""
    return bool(_WE.search(paragraph))


@lru_cache(maxsize=_KEPT)
def has_cue(sentence: str) -> bool:
    """Whether the sentence has a word that hands its matter to a source."""
    lowered = sentence.casefold().replace("ı", "i")  # as patterns that ignore case take it
    if not any(sign in lowered for sign in _CUE_SIGNS):
        return False
    return bool(_CUE.search(sentence) or _WEAK_CUE.search(sentence))


def is_mended(text: str) -> bool:
    """Whether a text says of itself that it has been corrected or updated; at its beginning or its end."""
    return bool(_MENDED.search(text[:_EDGE]) or _MENDED.search(text[-_EDGE:]))


def points_on(text: str, title: str) -> bool:
    """Whether a line of the text gives a headline as that of an update ("UPDATE: Two more held")."""
    return len(title) >= _HEADLINE and any(
        title.casefold() in match[1].casefold() for match in _POINTER.finditer(text[:_HEAD])
    )


def is_updated(title: str) -> bool:
    """Whether a headline says that the text is a later version ("UPDATE 2-…")."""
    return bool(_UPDATED.search(title))


def tells_later_matter(text: str) -> int:
    """How many words a text has for what only becomes known after a while: a name found out, an arrest, a death since."""
    return sum(1 for _ in _GROWN.finditer(text))


def points_back(sentence: str) -> bool:
    """Whether the sentence gives the one before to a source ("That is what the Mail reported")."""
    return bool(_BACK.search(sentence))


def goes_on(sentence: str) -> bool:
    """Whether a pronoun says the sentence: its speaker is the one before's ("…," he added)."""
    return bool(_ON.search(sentence))


@lru_cache(maxsize=_KEPT)
def sources(sentence: str) -> tuple[str, ...]:
    """Who is named as the source in a sentence, as worded, without "the"; in order."""
    cues = (cue for cue, signs in _NAMING if any(sign in sentence for sign in signs))
    found = [m for cue in cues for m in cue.finditer(sentence)]
    names = (re.sub(r"^[Tt]he\s", "", match[1]) for match in sorted(found, key=lambda m: m.start(1)))
    return tuple(name for name in names if not _PRONOUN.match(name))


def speaks_to(before: str) -> bool:
    """Whether a name that follows these words is one to whom somebody speaks ("she told the")."""
    return bool(_TELLING.search(before[-24:]))


def told_to(sentence: str) -> list[tuple[str, int, int]]:
    """Whom somebody told: the name and its offsets in the sentence ("told the Evening Mail")."""
    return [(re.sub(r"^[Tt]he\s", "", m[1]), m.start(1), m.end(1)) for m in _TOLD.finditer(sentence)]
