"""Whether what befell the counted is so, which need not be what the sentence over it says of somebody's doing."""

from rashomon.stages.claims.figures.governing import teller
from rashomon.stages.claims.modality import modality_of
from rashomon.stages.claims.sentence import Sentence

# Who is said to have done it may be open; that they died is not ("is suspected of killing six people").
_BLAME = frozenset("suspect accuse charge convict indict blame arrest sentence try want prosecute acquit".split())
# Nouns whose own truth is that of what they tell; of others ("a motive in the deaths", "the age of the nurse who was stabbed") what
# hangs on them is taken for granted.
_TELLING = frozenset(
    "report claim rumour rumor allegation possibility risk fear threat plan chance attempt news word sign evidence prospect danger "
    "warning call hope intention bid".split()
)


def mood(sentence: Sentence, node: int) -> str:
    """The modality of what befell those counted at the token."""
    if _neither(sentence, node):
        return "denied"
    reading = sentence.reading
    said = teller(reading, node)
    if said is not None:
        found = modality_of(sentence, said)
        return "asserted" if found == "denied" and sentence.tokens[said].lemma == "survive" else found
    found = modality_of(sentence, node)
    if found == "asserted" or _denied_itself(sentence, node):
        return found
    return "asserted" if _of_blame(sentence, node) or _taken_for_granted(sentence, node) else found


def _neither(sentence: Sentence, node: int) -> bool:
    """ "Neither the driver nor the guard was hurt", "neither man"."""
    first = sentence.tokens[node].head if sentence.tokens[node].dep == "conj" else node
    return any(sentence.tokens[i].text.casefold() == "neither" for i in sentence.reading.children(first))


def _denied_itself(sentence: Sentence, node: int) -> bool:
    """ "No deaths"."""
    return any(sentence.tokens[i].text.casefold() in {"no", "not", "n't"} for i in sentence.reading.children(node))


def _of_blame(sentence: Sentence, node: int) -> bool:
    return any(sentence.tokens[i].lemma in _BLAME for i in sentence.reading.ancestors(node))


def _taken_for_granted(sentence: Sentence, node: int) -> bool:
    """ "They have found no motive for the deaths of six": what is denied is the motive."""
    nouns = []
    for index in (node, *sentence.reading.ancestors(node)):
        token = sentence.tokens[index]
        if token.pos in {"NOUN", "PROPN", "NUM"}:
            nouns.append(token)
        elif token.dep != "prep" and token.pos != "ADP":
            break
    above = nouns[-1] if len(nouns) > 1 else None
    return above is not None and above.dep in {"dobj", "pobj"} and above.lemma not in _TELLING and len(nouns) > 2
