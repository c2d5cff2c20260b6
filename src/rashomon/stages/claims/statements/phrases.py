"""Cues that are no verbs: "according to X", "X's claim that", "is confident that"."""

from collections.abc import Iterator

from rashomon.stages.claims.statements.cues import Cues
from rashomon.stages.claims.statements.frame import SUBJECTS, cue_span, infinitive
from rashomon.stages.claims.statements.hops import participle_behind
from rashomon.stages.claims.statements.reported import Reported, Span
from rashomon.stages.claims.statements.sources import source_type
from rashomon.stages.claims.statements.tree import Tree
from rashomon.stages.claims.statements.whose import speaker_of


def phrase_cues(tree: Tree, cues: Cues) -> Iterator[Reported]:
    for i, token in enumerate(tree.tokens):
        if token.text.lower() == "according":
            yield from _according(tree, i)
        elif token.text.lower() == "per":
            yield from _per(tree, i)
        elif token.text.lower() == "in" and token.dep == "prep":
            yield from _in_poll(tree, i, cues)
        elif token.pos == "NOUN":
            yield from [*_noun(tree, i, cues)] or _owned(tree, i, cues)
        elif token.lemma in cues.adjective and token.dep in ("acomp", "conj"):
            yield from _adjective(tree, i, cues)


def _according(tree: Tree, i: int) -> Iterator[Reported]:
    """The sentence but for the phrase; within another's clause, that clause."""
    to = next((k for k in (i + 1, i + 2) if k < len(tree.tokens) and tree.tokens[k].text.lower() == "to"), None)
    source = tree.child(to, "pobj") if to is not None else None
    if to is None or source is None:
        return
    first, last = i, _phrase_end(tree, source)
    start, end = _clause_around(tree, i)
    runs = [(start, first - 1), (last + 1, end)]
    spans = tuple(tree.span(*run) for run in runs if run[0] <= run[1] and _says(tree, run))
    if spans:
        yield Reported(tree, i, tree.sentence.span(i, to + 1), spans, "speech", (tree.first[source], last), source)


def _per(tree: Tree, i: int) -> Iterator[Reported]:
    """ "Nine drowned, per the ministry"; not "nine per day"."""
    source = tree.child(i, "pobj")
    if source is None or tree.tokens[i].dep != "prep" or not _speaks(tree, source):
        return
    start, end = _clause_around(tree, i)
    first = i - (i > 0 and tree.tokens[i - 1].text.lower() == "as")
    runs = [(start, first - 1), (tree.last[source] + 1, end)]
    spans = tuple(tree.span(*run) for run in runs if run[0] <= run[1] and _says(tree, run))
    if spans:
        cue = tree.sentence.span(first, i + 1)
        yield Reported(tree, i, cue, spans, "speech", (tree.first[source], tree.last[source]), source)


_POLLS = frozenset("poll survey".split())


def _in_poll(tree: Tree, i: int, cues: Cues) -> Iterator[Reported]:
    """ "In a new poll, two in three want a bridge": the poll says so, where nobody is said to have said it in a poll."""
    source = tree.child(i, "pobj")
    verb = tree.tokens[i].head
    if source is None or tree.tokens[source].lemma not in _POLLS or tree.tokens[verb].pos not in ("VERB", "AUX"):
        return
    if cues.act(tree.tokens[verb].lemma) is not None or tree.in_quotation(i):
        return
    start, end = _clause_around(tree, i)
    runs = [(start, i - 1), (tree.last[source] + 1, end)]
    spans = tuple(tree.span(*run) for run in runs if run[0] <= run[1] and _says(tree, run))
    if spans:
        yield Reported(
            tree, i, tree.sentence.span(i, i + 1), spans, "speech", (tree.first[source], tree.last[source]), source
        )


def _speaks(tree: Tree, noun: int) -> bool:
    """A definite source: "the ministry", "Reuters"."""
    token = tree.tokens[noun]
    words = " ".join(tree.tokens[k].text for k in range(tree.first[noun], tree.last[noun] + 1))
    known = source_type(token.text, words, words)
    named = token.pos == "PROPN" or tree.child(noun, "det", "poss", "compound") is not None
    return named and known not in (None, "document")


def _phrase_end(tree: Tree, source: int) -> int:
    """The end of the noun phrase, with what it cites: "according to A, citing B"."""
    return max([tree.last[source], *(tree.last[k] for k in participle_behind(tree, source))])


def _clause_around(tree: Tree, i: int) -> Span:
    """The run of tokens that "according to" speaks of: the sentence, or the clause after "that"."""
    for k in tree.above(i):
        if (
            tree.tokens[k].dep == "ccomp"
            and tree.first[k] > tree.tokens[k].head
            and tree.child(k, *SUBJECTS, "nsubjpass") is not None
        ):
            return tree.first[k], tree.last[k]
    return 0, len(tree.tokens) - 1


def _noun(tree: Tree, i: int, cues: Cues) -> Iterator[Reported]:
    """ "X's claim that A", "a warning that A", "reports that A", "plans to B"."""
    act = cues.noun.get(tree.tokens[i].lemma)
    if act is None:
        return
    content = next((k for k in tree.below[i] if k > i and _is_content(tree, k)), None) or _asked_for(tree, i, act, cues)
    if content is None or _in_order_to(tree, i):
        return
    owner = tree.child(i, "poss")
    if owner is None:
        by = next((k for k in tree.below[i] if tree.tokens[k].text.lower() in ("by", "from", "of")), None)
        owner = tree.child(by, "pobj") if by is not None and by < content else _who_makes(tree, i, cues)
    if owner is None and act == "intention":
        return  # "a plan to rebuild": nobody says whose
    source = (tree.first[owner], tree.last[owner]) if owner is not None else None
    yield Reported(
        tree, i, tree.sentence.span(i, i + 1), (tree.span(tree.first[content], tree.last[content]),), act,
        source, owner, denied=tree.tokens[i].lemma in cues.denials, vouches=act in ("speech", "belief"),
    )  # fmt: skip


def _is_content(tree: Tree, k: int) -> bool:
    """A clause on the noun that tells what it holds: "that A", "to B"."""
    return tree.tokens[k].dep in ("acl", "ccomp", "relcl") and any(
        tree.tokens[m].tag == "TO" or (tree.tokens[m].text.lower() == "that" and tree.tokens[m].dep == "mark")
        for m in tree.below[k]
    )


def _asked_for(tree: Tree, i: int, act: str, cues: Cues) -> int | None:
    """ "sent a request to the union *to wait*": the infinitive on the verb that puts the request."""
    over = tree.tokens[i].head
    put = act == "order" and tree.tokens[i].dep == "dobj" and tree.tokens[over].lemma in cues.light
    asked = infinitive(tree, over) if put else None
    return asked if asked is not None and asked > i else None


def _owned(tree: Tree, i: int, cues: Cues) -> Iterator[Reported]:
    """ "The union's opposition to the bridge", "has doubts about the count"."""
    over = tree.tokens[i].head
    for k in tree.below[i]:
        act = (
            cues.owned.get((tree.tokens[i].lemma, tree.tokens[k].text.lower()))
            if tree.tokens[k].dep == "prep"
            else None
        )
        topic = tree.child(k, "pobj", "pcomp") if act is not None else None
        if act is None or topic is None:
            continue
        owner = tree.child(i, "poss")
        if owner is None and cues.act(tree.tokens[over].lemma) is None:
            owner = _who_makes(tree, i, cues)
        if owner is not None:
            yield Reported(
                tree, i, tree.sentence.span(i, k + 1), (tree.span(tree.first[topic], tree.last[topic]),), act,
                (tree.first[owner], tree.last[owner]), owner, denied=tree.tokens[i].lemma in cues.denials, vouches=False,
            )  # fmt: skip
            return


def _who_makes(tree: Tree, i: int, cues: Cues) -> int | None:
    """ "The union sent a request that A", "appealed to the council with a request to A": the subject of the verb that puts it."""
    over = tree.tokens[i].head
    if tree.tokens[i].dep == "pobj" and tree.tokens[over].text.lower() == "with":
        verb = next((k for k in tree.above(over) if tree.tokens[k].pos == "VERB"), None)
        return None if verb is None else speaker_of(tree, verb)
    puts = tree.tokens[i].dep == "dobj" and tree.tokens[over].lemma in cues.light
    return speaker_of(tree, over) if puts else None


def _in_order_to(tree: Tree, i: int) -> bool:
    return tree.tokens[i].lemma == "order" and i > 0 and tree.tokens[i - 1].text.lower() == "in"


def _adjective(tree: Tree, i: int, cues: Cues) -> Iterator[Reported]:
    """ "is confident that A", "is willing to B"."""
    be = tree.tokens[i].head
    content = tree.child(i, "ccomp", "xcomp")
    subject = tree.child(be, *SUBJECTS)
    if content is None or subject is None or content < i or tree.tokens[subject].text.lower() == "it":
        return
    act = cues.adjective[tree.tokens[i].lemma]
    start, _ = cue_span(tree, be)
    end = tree.sentence.start + tree.tokens[i].end
    yield Reported(
        tree, i, (start, end), (tree.span(tree.first[content], tree.last[content]),), act,
        (tree.first[subject], tree.last[subject]), subject, vouches=act == "belief",
    )  # fmt: skip


def _says(tree: Tree, run: Span) -> bool:
    """Whether a run of tokens is more than a connective ("In addition")."""
    words = [tree.tokens[k] for k in range(run[0], run[1] + 1) if tree.tokens[k].text[:1].isalnum()]
    return len(words) > 3 or any(word.pos in ("VERB", "AUX", "PROPN", "NUM") for word in words)
