"""When the clause of a word says that it happened."""

import re
from collections.abc import Iterator

from rashomon.model.measure import When
from rashomon.model.reading import Reading
from rashomon.stages.claims.clause import clause_span
from rashomon.stages.claims.grammar import below, is_infinitive, is_verb
from rashomon.stages.claims.sentence import Article, Sentence, TimeMention

_SINCE = ("since", "until", "till", "before", "after", "as of", "as at")


def date_of(article: Article, sentence: Sentence, token: int) -> When | None:
    """The date expression of the token's clause, else the sentence's where it has but one; None where it does not say."""
    times = [time for time in dated(article, sentence) if not _of_speech(sentence, time, token)]
    times = [time for time in times if not _shut_off(sentence, time, token)]
    if not times:
        return None
    chosen = next(filter(None, _by_nearness(sentence, times, token)), [])
    place = sentence.start + sentence.tokens[token].start
    return min(chosen, key=lambda time: (abs(time.start - place), time.start)).when if chosen else None


def date_of_saying(article: Article, start: int | None) -> When | None:
    """When the cue at the report's offset says that it was said ("the ministry warned *on Friday* that …"); None where it does not
    say: the day on which something is said is never taken from what is said."""
    sentence = next((one for one in article.sentences if start is not None and one.start <= start < one.end), None)
    verb = sentence.token_at(start) if sentence and start is not None else None
    if sentence is None or verb is None or not is_verb(sentence.reading, verb):
        return None
    own = [
        time
        for time in dated(article, sentence)
        if _governor(sentence, time) == verb and not _is_attribute(sentence, time)
    ]
    own = [time for time in own if _hangs_on(sentence, time, verb)]
    return own[0].when if len(own) == 1 else None


def _hangs_on(sentence: Sentence, time: TimeMention, verb: int) -> bool:
    """Whether the expression is the verb's own adverb: on it at once, or by one preposition or adverb."""
    head = _head(sentence, time)
    while head is not None and head != verb:
        over = sentence.tokens[head].head
        if over == verb:
            return True
        if (
            over == head
            or sentence.tokens[over].pos not in {"ADP", "ADV", "NOUN", "PROPN"}
            or sentence.tokens[over].dep in {"nsubj", "dobj", "nsubjpass"}
        ):
            return False
        head = over
    return False


def dated(article: Article, sentence: Sentence) -> list[TimeMention]:
    """The expressions of the sentence that stand for an interval and say when, not since or until when."""
    return [
        time
        for time in article.times_in(sentence.start, sentence.end)
        if time.when
        and time.when.start
        and not (time.is_set or time.duration or time.assumed)
        and not _bounds_only(sentence, time)
    ]


def _by_nearness(sentence: Sentence, times: list[TimeMention], token: int) -> Iterator[list[TimeMention]]:
    """What the token's own phrase names ("the vote *of Monday*", "12 who died *on Monday*"), what its verb does, what its
    clause does, and the only one of the sentence; as an adverb ("on Saturday") before as an attribute ("Tuesday's vote")."""
    start, end = clause_span(sentence, token)
    below = set(sentence.reading.subtree(token)) if not is_verb(sentence.reading, token) else set()
    inside = [time for time in times if start <= time.start and time.end <= end]
    own = [time for time in inside if _governor(sentence, time) == _verb_above(sentence, token)]
    yield [time for time in inside if _head(sentence, time) in below]
    for near in (own, inside):
        yield [time for time in near if not _is_attribute(sentence, time)]
        yield near
    if len(times) == 1:
        yield times


def _head(sentence: Sentence, time: TimeMention) -> int | None:
    """The word of the expression on which its others hang."""
    first = sentence.token_at(time.start)
    if first is None:
        return None
    inside = [first]
    while inside[-1] + 1 < len(sentence.tokens) and sentence.start + sentence.tokens[inside[-1] + 1].end <= time.end:
        inside.append(inside[-1] + 1)
    return next((i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i), first)


def _is_attribute(sentence: Sentence, time: TimeMention) -> bool:
    """ "Tuesday's election", "the May 3 attack": it dates the noun."""
    head = _head(sentence, time)
    return head is not None and sentence.tokens[head].dep in {"poss", "compound", "nmod", "amod", "nummod"}


def _shut_off(sentence: Sentence, time: TimeMention, token: int) -> bool:
    head = _head(sentence, time)
    return head is not None and (
        is_apart(sentence.reading, head, token)
        or _before_it(sentence.reading, head, token)
        or _of_the_court(sentence, time, token)
        or _looked_back_on(sentence, time, head, token)
    )


_EARLIER = frozenset({"after", "since", "before"})


def _before_it(reading: Reading, time: int, token: int) -> bool:
    """Whether the token stands in a clause behind "after", "since" or "before" that does not hold the time: "he was in hospital
    *on Wednesday* after shooting himself" does not say when he did."""
    around = {time, *reading.ancestors(time)}
    for over in [token, *reading.ancestors(token)]:
        if over in around:
            return False
        dep, head = reading.tokens[over].dep, reading.tokens[over].head
        if dep == "pcomp" and reading.tokens[head].lemma in _EARLIER and head not in around:
            return True
        marks = {reading.tokens[i].text.casefold() for i in below(reading, over, "mark")}
        if dep == "advcl" and marks & _EARLIER:
            return True
    return False


_COURT = frozenset("sentence charge convict indict plead arraign accuse acquit prosecute".split())


def _of_the_court(sentence: Sentence, time: TimeMention, token: int) -> bool:
    """ "Sentenced on Monday to 20 years in the death of two": the day is the court's, and the dead are older."""
    reading, verb = sentence.reading, _governor(sentence, time)
    if verb is None or sentence.tokens[verb].lemma not in _COURT or token == verb:
        return False
    path = [token, *reading.ancestors(token)]
    up_to = path[: path.index(verb)] if verb in path else []
    return any(reading.tokens[over].pos == "ADP" for over in up_to)


# What is done about a thing that has happened: its day is not that of the thing.
_LOOKING_BACK = frozenset(
    "condemn denounce deplore mourn commemorate honor honour remember mark investigate probe examine review rule recall describe discuss "
    "debate identify bury blame protest deny admit welcome praise criticize criticise slam regret apologize acknowledge".split()
)
_ABOUT = frozenset({"over", "about", "regarding", "despite", "concerning"})


# "The suspect in the shooting", "charged with shooting four": a court's or a mourner's day.
_AFTERWARDS = _COURT | frozenset(
    "suspect trial hearing lawsuit anniversary funeral memorial vigil inquiry investigation probe".split()
)


def _looked_back_on(sentence: Sentence, time: TimeMention, head: int, token: int) -> bool:
    """ "The killing was condemned on Friday", "arrested on Monday over the attack", "the man charged with shooting four appeared on
    Monday": what lies below the verb has a day of its own."""
    reading, verb = sentence.reading, _governor(sentence, time)
    path = [token, *reading.ancestors(token)]
    if (
        verb is None
        or verb == token
        or verb not in path
        or not _is_adverb_of(reading, head, verb)
        or not _was(reading, verb)
    ):
        return False
    between = path[1 : path.index(verb)]
    lemmas = {reading.tokens[i].lemma for i in between}
    return reading.tokens[verb].lemma in _LOOKING_BACK or bool(lemmas & (_ABOUT | _AFTERWARDS))


def _was(reading: Reading, verb: int) -> bool:
    """Whether the verb can carry a day of the past: "have been charged", "are investigating" cannot, and the day is the noun's."""
    aux = {reading.tokens[i].text.casefold() for i in below(reading, verb, "aux", "auxpass")}
    return reading.tokens[verb].tag == "VBD" or (bool(aux & {"was", "were"}) and not aux & {"have", "has", "had"})


def _is_adverb_of(reading: Reading, head: int, verb: int) -> bool:
    """Whether the expression hangs on the verb at once, or by a preposition."""
    over = reading.tokens[head].head
    return verb in {over, reading.tokens[over].head if reading.tokens[over].pos in {"ADP", "ADV"} else over}


def is_apart(reading: Reading, index: int, token: int) -> bool:
    """Whether the word at `index` stands in a clause of its own that does not hold the token: behind "since", "before",
    "after" or "if", or about a noun ("passengers who were to leave *on Friday*")."""
    around = {token, *reading.ancestors(token)}
    # "12 people who died on Monday": the clause is the noun's own.
    own = set() if is_verb(reading, token) else set(reading.subtree(token))
    for over in [index, *reading.ancestors(index)]:
        if over in around or over in own:
            return False
        if _shuts(reading, over):
            return True
    return False


def _shuts(reading: Reading, index: int) -> bool:
    dep = reading.tokens[index].dep
    if dep == "relcl":
        return True
    if dep == "acl":
        return is_infinitive(reading, index)
    if dep == "pcomp":
        return reading.tokens[reading.tokens[index].head].lemma in _APART
    words = (reading.tokens[i].text.casefold() for i in below(reading, index, "mark", "advmod"))
    return dep == "advcl" and any(word in _APART for word in words)


_APART = frozenset(
    {"since", "before", "after", "until", "till", "if", "unless", "once", "although", "though", "because"}
)


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
            times = dated(article, other)
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


_SAID = frozenset(
    "say tell report announce state add declare confirm note quote claim write tweet inform communicate warn estimate "
    "withdraw retract deny correct revise".split()
)


def _of_speech(sentence: Sentence, time: TimeMention, token: int) -> bool:
    """ "…, the ministry said on Friday" dates the saying, not what was said."""
    verb = _governor(sentence, time)
    return verb is not None and sentence.tokens[verb].lemma in _SAID and _verb_above(sentence, token) != verb
