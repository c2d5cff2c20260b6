"""Whom "he" or "she" means. Rules of salience, silent where two may be meant: a wrong speaker is worse than none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model.reading import Token
from rashomon.reference.people import sex_of_given_name, sex_of_person_noun
from rashomon.stages.entities.clusters import Cluster

SEX = dict.fromkeys("he him his himself".split(), "m") | dict.fromkeys("she her hers herself".split(), "f")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NEAR = 3  # sentences back that a pronoun may reach
_SAID_NEAR = 5  # the same for "he said": the speaker stays the speaker for longer
_SPEECH = frozenset(
    "say tell add note write announce state explain warn claim argue insist recall stress continue admit ask reply respond "
    "acknowledge declare remark comment conclude report believe think".split()
)
TITLES = dict.fromkeys("mr sir lord king prince father".split(), "m") | dict.fromkeys(
    "mrs ms miss lady queen princess sister".split(), "f"
)


@dataclass(frozen=True)
class Seen:
    """A mention as the reader has passed it: `[start, …)` in which sentence, whether as its subject, whether as one who speaks.
    `cluster` is None for a person without a name ("a 24-year-old man"); `sex` is "m", "f" or "-"."""

    cluster: Cluster | None
    line: int
    start: int
    subject: bool
    speaks: bool = False
    sex: str = "-"


def speaks(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is the subject of a verb of speech."""
    token = tokens[index]
    return token.dep == "nsubj" and tokens[token.head].lemma in _SPEECH


def sex_of(cluster: Cluster) -> str:
    """By titles, then by nouns of roles ("spokeswoman"), then by the given name; "-" where they tell nothing or disagree."""
    titles = (word for title in cluster.titles for word in title.casefold().replace(".", "").split())
    for told in (
        {TITLES[word] for word in titles if word in TITLES},
        {sex_of_person_noun(word) for role in cluster.roles for word in role.role.casefold().split()[:3]} & {"m", "f"},
        {sex_of_given_name(one.text.split()[0]) for one in cluster.named if " " in one.text} - {None},
    ):
        if len(told) == 1:
            return told.pop() or "-"
    return "-"


def nameless(tokens: Sequence[Token], index: int) -> str | None:
    """The sex ("m", "f", "-") of a person whom the token brings in without a name; None where it is no such noun."""
    token = tokens[index]
    noun = token.tag == "NN" and token.dep not in ("compound", "appos", "attr", "nmod", "amod", "poss", "npadvmod")
    return sex_of_person_noun(token.lemma) if noun else None


def meant_by_pronoun(seen: Sequence[Seen], tokens: Sequence[Token], position: int, line: int) -> Cluster | None:
    """Of "he said" the one who spoke last; else the subject last passed, if no other who fits came in since.

    A person without a name who came in last makes it silent, and so does a second one who fits."""
    fitting = list(_fitting(seen, SEX[tokens[position].text.casefold()]))
    if speaks(tokens, position):
        spoke = [s for s in fitting if s.speaks and s.line >= line - _SAID_NEAR]
        if spoke:
            return spoke[-1].cluster
    near = [s for s in fitting if s.line >= line - _NEAR]
    subjects = [s for s in near if s.subject]
    if not subjects:
        return near[-1].cluster if len({id(s.cluster) for s in near}) == 1 else None
    last = subjects[-1]
    since = {id(s.cluster) for s in near if s.start > last.start}
    return last.cluster if since <= {id(last.cluster)} else None


def _fitting(seen: Sequence[Seen], sex: str) -> Iterator[Seen]:
    return (s for s in seen if s.sex in ("-", sex) and (s.cluster is None or s.cluster.kind == "person"))
