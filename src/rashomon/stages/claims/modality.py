"""Whether a report says that something is so, was not, will be, may be, is demanded, or would be."""

from rashomon.stages.claims.sentence import Sentence


def modality_of(sentence: Sentence, token: int) -> str:
    """The modality of the clause that the token stands in."""
    return "asserted"
