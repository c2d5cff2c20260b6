"""The words that carry a claim, and where its clause says that it was."""

from rashomon.stages.claims.sentence import Article, Sentence


def clause_span(sentence: Sentence, token: int) -> tuple[int, int]:
    """Report offsets of the smallest clause that holds the token; at most the sentence."""
    return sentence.start, sentence.end


def places_of(article: Article, sentence: Sentence, token: int) -> tuple[str, ...]:
    """Ids of the places where the clause of the token says that it happened."""
    return ()
