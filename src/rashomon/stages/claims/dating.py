"""When the clause of a word says that it happened."""

import re

from rashomon.model.measure import When
from rashomon.stages.claims.clause import clause_span
from rashomon.stages.claims.sentence import Article, Sentence, TimeMention

_SINCE = ("since", "until", "till", "before", "after", "as of", "as at")


def date_of(article: Article, sentence: Sentence, token: int) -> When | None:
    """The date expression of the token's clause, else the sentence's where it has but one; None where it does not say."""
    times = [
        t
        for t in article.times_in(sentence.start, sentence.end)
        if t.when and t.when.start and not t.is_set and not t.duration
    ]
    times = [time for time in times if not _bounds_only(sentence, time) and not _of_speech(sentence, time, token)]
    if not times:
        return None
    start, end = clause_span(sentence, token)
    inside = [time for time in times if start <= time.start and time.end <= end]
    below = {i for i in sentence.reading.subtree(token) if sentence.tokens[i].pos == "VERB"}
    said = [time for time in inside if _governor(sentence, time) in below]
    own = [time for time in inside if _governor(sentence, time) == _verb_above(sentence, token)]
    chosen = said or own or inside or (times if len(times) == 1 else [])
    place = sentence.start + sentence.tokens[token].start
    return min(chosen, key=lambda time: (abs(time.start - place), time.start)).when if chosen else None


# "The shooting happened Sunday night", "It occurred about 4 p.m. Monday".
_HAPPENED = re.compile(
    r"^(?:[A-Z][\w ,.’']{0,40} (?:says?|said|say that|said that) )?(?:it|this|the [a-z-]*\s?(?:shooting|stabbing|incident|attack|blast|explosion|crash|"
    r"collision|accident|bombing|raid|strike|fire|quake|earthquake|collapse|gunfire|assault|clash|clashes|violence))\b[^.;]{0,60}?\b(?:happened|occurred|took place|was reported)\b",
    re.IGNORECASE,
)
_NEAR = 3


def date_of_happening(article: Article, sentence: Sentence) -> When | None:
    """The day that a sentence close by gives for what this one tells of ("The attack happened on Friday")."""
    position = next((i for i, other in enumerate(article.sentences) if other.index == sentence.index), 0)
    for other in article.sentences[position : position + 1 + _NEAR]:
        if _HAPPENED.match(other.reading.text):
            times = [
                t
                for t in article.times_in(other.start, other.end)
                if t.when and t.when.start and not t.is_set and not t.duration
            ]
            if times:
                return times[0].when
    return None


def _bounds_only(sentence: Sentence, time: TimeMention) -> bool:
    """ "Since 2011" says when it began, not when the clause's event happened."""
    before = sentence.words(sentence.start, time.start).rstrip().casefold()
    return before.endswith(_SINCE)


def _verb_above(sentence: Sentence, token: int) -> int | None:
    for index in (token, *sentence.reading.ancestors(token)):
        if sentence.tokens[index].pos in {"VERB", "AUX"}:
            return index
    return None


def _governor(sentence: Sentence, time: TimeMention) -> int | None:
    token = sentence.token_at(time.start)
    return _verb_above(sentence, token) if token is not None else None


_SAID = frozenset("say tell report announce state add declare confirm note quote claim write tweet".split())


def _of_speech(sentence: Sentence, time: TimeMention, token: int) -> bool:
    """ "…, the ministry said on Friday" dates the saying, not what was said."""
    verb = _governor(sentence, time)
    return verb is not None and sentence.tokens[verb].lemma in _SAID and _verb_above(sentence, token) != verb
