"""Links: what a report says leads to what (`links_en.toml` holds the words).

`source` leads to `target`: the cause to its effect, who asked to what was done, who or what decided to what was done, what
was done to what it was for, the condition to what hangs on it, the whole (tasks, forces) to its part. A legal ground ("under
article 5 of the treaty") is a decision: the article leads to what is done.
"""

from collections.abc import Callable, Iterator

from rashomon.stages.claims.found import FoundLink
from rashomon.stages.claims.links.deeds import by_answer, by_approval
from rashomon.stages.claims.links.infinitives import by_infinitive
from rashomon.stages.claims.links.parts import by_part
from rashomon.stages.claims.links.phrases import by_phrase
from rashomon.stages.claims.links.verbs import by_verb
from rashomon.stages.claims.links.worth import is_worth_telling
from rashomon.stages.claims.sentence import Article, Sentence


def find_links(article: Article) -> tuple[FoundLink, ...]:
    """All links of one report, in order of the text, without doubles."""
    found = [
        link
        for sentence in article.sentences
        for rule in _RULES
        for link in rule(sentence)
        if _is_sound(link) and is_worth_telling(sentence, link)
    ]
    distinct = {(link.kind, link.source, link.target): link for link in found}
    return tuple(sorted(distinct.values(), key=lambda each: (each.cue, each.source, each.target)))


def _is_sound(link: FoundLink) -> bool:
    """Neither end is empty, and neither holds the other."""
    (a, b), (c, d) = link.source, link.target
    return a < b and c < d and (b <= c or d <= a)


_RULES: tuple[Callable[[Sentence], Iterator[FoundLink]], ...] = (
    by_phrase,
    by_verb,
    by_infinitive,
    by_part,
    by_approval,
    by_answer,
)
