"""The time up to which a running toll counts: "rose to 14 on Wednesday", "by Sunday evening", "as of Friday"."""

import re
from dataclasses import replace

from rashomon.model.measure import When
from rashomon.stages.claims.dating import date_of, date_of_happening
from rashomon.stages.claims.figures.scope import ADDED
from rashomon.stages.claims.sentence import Article, Sentence, TimeMention

_AS_OF = re.compile(r"\b(?:as of|as at|up to|until|up until) (?:the )?(?:early |late |midday |noon )?(?:on )?$", re.I)
_BY = re.compile(
    r"\bby (?:the (?:end|morning|evening|afternoon) of )?(?:early |late |midday |noon |nightfall |dawn )?(?:on )?$",
    re.I,
)
# Verbs that say where a toll stands or goes; their time is the toll's, not the happening's.
_STANDS = frozenset(
    "rise reach climb stand put grow increase jump pass exceed soar surpass go drop fall bring raise hit top revise update lower be "
    "tally count have".split()
)
_SAID = frozenset("say tell report announce state add declare confirm note quote claim".split())


def standing(
    article: Article, sentence: Sentence, node: int, scope: str | None
) -> tuple[When | None, TimeMention | None]:
    """The as-of of the figure at token `node`, and the expression that gives it, which then does not date the happening."""
    times = [time for time in article.times_in(sentence.start, sentence.end) if _is_day(time)]
    for time in times:
        if _AS_OF.search(_words_before(sentence, time)):
            return time.when, time
    if scope != "total":
        return None, None
    for told in (_by, _with_the_verb, _when_said, _with_the_added):
        found = told(sentence, times, node)
        if found is not None:
            return found.when, found
    return None, None


def date_besides(
    article: Article, sentence: Sentence, node: int, as_of: TimeMention | None, shared: bool
) -> When | None:
    """The day of what the figure counts, from the words but for those that say up to when it counts. `shared`: where the
    sentence gives none, a sentence close by may."""
    if as_of is not None:
        article = replace(article, times=tuple(time for time in article.times if time != as_of))
    return date_of(article, sentence, node) or (date_of_happening(article, sentence) if shared else None)


_LONGEST = 80  # characters that the words before a day take, "by the afternoon of " and more


def _words_before(sentence: Sentence, time: TimeMention) -> str:
    """The few words before an expression: a page without marks is one sentence with a thousand of them."""
    return sentence.words(max(sentence.start, time.start - _LONGEST), time.start)


def _is_day(time: TimeMention) -> bool:
    return bool(time.when and time.when.start and not (time.is_set or time.duration or time.assumed))


def _by(sentence: Sentence, times: list[TimeMention], node: int) -> TimeMention | None:
    """ "By Sunday evening"."""
    return next((time for time in times if _BY.search(_words_before(sentence, time))), None)


def _with_the_verb(sentence: Sentence, times: list[TimeMention], node: int) -> TimeMention | None:
    """ "Rose to 14 on Wednesday": the time hangs on the verb that says where the toll stands."""
    verb = _stands(sentence, node)
    if verb is None:
        return None
    own = [time for time in times if _hangs_on(sentence, time) == verb]
    return own[0] if own else None


def _when_said(sentence: Sentence, times: list[TimeMention], node: int) -> TimeMention | None:
    """ "The toll has reached 21, the governor said on Wednesday": it stood so when it was said."""
    if _stands(sentence, node) is None:
        return None
    said = [time for time in times if _lemma(sentence, _hangs_on(sentence, time)) in _SAID]
    return said[0] if len(said) == 1 else None


def _with_the_added(sentence: Sentence, times: list[TimeMention], node: int) -> TimeMention | None:
    """ "The toll rose to 19 after five more died on Thursday": it stands so from then."""
    added = _stands(sentence, node) is not None and ADDED.search(sentence.reading.text)
    return times[0] if added and len(times) == 1 else None


def _stands(sentence: Sentence, node: int) -> int | None:
    """The nearest verb above the number, where it says where a toll stands."""
    for index in (node, *sentence.reading.ancestors(node)):
        if sentence.tokens[index].pos in {"VERB", "AUX"}:
            return index if sentence.tokens[index].lemma in _STANDS else None
    return None


def _hangs_on(sentence: Sentence, time: TimeMention) -> int | None:
    """The verb on which the expression hangs, through prepositions but not through other nouns ("the fire on Monday")."""
    index = sentence.token_at(time.start)
    while index is not None:
        head = sentence.tokens[index].head
        inside = (
            sentence.start + sentence.tokens[head].start < time.end
            and time.start <= sentence.start + sentence.tokens[head].start
        )
        if head == index or (sentence.tokens[head].pos in {"NOUN", "PROPN"} and not inside):
            return None
        if sentence.tokens[head].pos in {"VERB", "AUX"}:
            return head
        index = head
    return None


def _lemma(sentence: Sentence, index: int | None) -> str:
    return sentence.tokens[index].lemma if index is not None else ""
