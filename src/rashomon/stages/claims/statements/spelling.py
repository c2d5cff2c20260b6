"""Names of one report in their fuller and shorter spellings."""

import re
from collections import Counter

from rashomon.stages.claims.sentence import Article
from rashomon.stages.claims.statements.naming import PERSONS
from rashomon.stages.claims.statements.sources import folded
from rashomon.stages.claims.statements.speaker import pronoun_gender

_IN_FULL = re.compile(
    r"(?<![\w’'-])((?:[A-Z][\w’'-]{0,30}\s+(?:of\s+|for\s+|the\s+|and\s+|in\s+){0,2}){2,8})[(\[]([A-Z][A-Z]{1,7})[)\]]"
)


def spelled_out(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """Short forms with the full name that stands before them, where the capitals agree; and the full names with the words
    before them that say what they are."""
    found: dict[str, str] = {}
    described: dict[str, str] = {}
    for match in _IN_FULL.finditer(text):
        words = match[1].split()
        while words and words[0][0] != match[2][0]:
            words = words[1:]
        capitals = "".join(word[0] for word in words if word[0].isupper())
        if words and capitals[-1:] == match[2][-1:]:
            full = found.setdefault(match[2], " ".join(words))
            before = re.split(r"[,.;:\n]", text[max(0, match.start() - 40) : match.start()])[-1].split()[-2:]
            described.setdefault(full, " ".join([*before, full]))
    return found, described


def surnames(article: Article) -> dict[str, str]:
    """Last words of the persons' names in the report, with the longest name that ends in each."""
    found: dict[str, str] = {}
    for sentence in article.sentences:
        for name in sentence.reading.names:
            words = sentence.reading.text[name.start : name.end]
            if name.label in PERSONS and len(words) < 60:
                key = folded_last(words)
                found[key] = max(found.get(key, ""), bare(words), key=len)
    return found


def genders(article: Article) -> dict[str, str]:
    """For last words of persons' names, "m" or "f": by "he" and "she" behind the only person whom a sentence names, where these
    agree at least three times in four."""
    votes: dict[str, Counter[str]] = {}
    for sentence in article.sentences:
        people = [name for name in sentence.reading.names if name.label in PERSONS]
        called = {folded_last(sentence.reading.text[name.start : name.end]) for name in people}
        if len(called) != 1:
            continue
        behind = [token.text.casefold() for token in sentence.tokens if token.start >= people[0].end]
        told = {pronoun_gender(word) for word in behind} - {None}
        if len(told) == 1:
            votes.setdefault(called.pop(), Counter()).update(one for one in told if one)
    best = {name: counts.most_common(1)[0] for name, counts in votes.items()}
    return {name: gender for name, (gender, count) in best.items() if count >= 0.75 * votes[name].total()}


def bare(name: str) -> str:
    """Without article, and without a possessive ending."""
    return re.sub(r"^(?:the|a|an)\s+|['’]s?$", "", name, flags=re.IGNORECASE)


def folded_last(name: str) -> str:
    parts = folded(bare(name))
    return parts[-1] if parts else ""
