"""Verbs that report: "said that", "hopes to", "was announced by", "praised"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from rashomon.stages.claims.cues import Cues
from rashomon.stages.claims.reported import Reported, Span
from rashomon.stages.claims.sources import source_type, takes_up
from rashomon.stages.claims.tree import Tree

SUBJECTS = ("nsubj", "csubj")
_PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_INHERITS = frozenset("conj advcl xcomp pcomp ccomp".split())
# Tokens between a quotation and the verb that reports it: "the mayor of the small town on the border said".
_NEAR = 25
_NOMINAL = frozenset("NOUN PROPN ADJ DET NUM PART PUNCT VERB PRON".split())
_FRAME = frozenset("dobj dative prep npadvmod advmod prt agent oprd advcl".split())

Content = tuple[str, list[Span], int | None]
"""An act, token runs (inclusive), and the preposition or particle that belongs to the cue."""


def verb_cues(tree: Tree, cues: Cues) -> Iterator[Reported]:
    """Every verb of the sentence that reports."""
    for i, token in enumerate(tree.tokens):
        if token.pos not in ("VERB", "AUX") or token.dep in ("aux", "auxpass", "amod"):
            continue
        found = _content(tree, i, cues)
        if found is not None:
            yield _reported(tree, i, found, cues)
        elif tree.before is not None and _opens_sentence(tree, i, cues):
            yield replace(_reported(tree, i, ("speech", [], None), cues), contents=(tree.before,))


def _opens_sentence(tree: Tree, i: int, cues: Cues) -> bool:
    """A verb of saying that follows, with its speaker, a quotation that ended the sentence before: "“Why?” Vale asked"."""
    if cues.clause.get(tree.tokens[i].lemma) != "speech" or tree.tokens[i].dep != "ROOT" or is_passive(tree, i):
        return False
    return frame(tree, i)[0] == 0


def _reported(tree: Tree, i: int, found: Content, cues: Cues) -> Reported:
    act, runs, particle = found
    lemma = tree.tokens[i].lemma
    source_head = _speaker_beside(tree, i, runs) or speaker_of(tree, i)
    if source_head is None and runs and runs[0] and _closes(tree, i, runs):
        source_head = _noun_before(tree, i)
    source = _source_run(tree, source_head, i, runs) if source_head is not None else None
    if source is not None:
        source, runs = _with_role_before(tree, source, runs)
    clausal = any(tree.tokens[k].dep in SUBJECTS + _PASSIVE_SUBJECTS for run in runs for k in range(run[0], run[1] + 1))
    return Reported(
        tree=tree,
        head=i,
        cue=cue_span(tree, i, particle),
        contents=tuple(tree.span(*run) for run in runs),
        act=act,
        source=source,
        source_head=source_head if source else None,
        denied=lemma in cues.denials,
        vouches=act in ("speech", "belief") and (clausal or lemma in cues.vouching | cues.core | cues.toll_verbs),
    )


def _content(tree: Tree, i: int, cues: Cues) -> Content | None:
    for pattern in PATTERNS:
        found = pattern(tree, i, cues)
        if found is not None and found[1]:
            return found
    return None


# ---------------------------------------------------------------- patterns


def _clause(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "said that A", "A, she said", "A, she said, B"."""
    act = cues.clause.get(tree.tokens[i].lemma)
    if act is None or is_passive(tree, i):
        return None
    content = next(
        (
            k
            for k in tree.below[i]
            if tree.tokens[k].dep == "ccomp" or (tree.tokens[k].dep == "xcomp" and _finite(tree, k))
        ),
        None,
    )
    if content is None:
        return _aside(tree, i, act)
    start, end = frame(tree, i)
    if tree.first[content] > i:
        runs = [(max(tree.first[content], i + 1), tree.last[content])]
    else:
        whole = tree.tokens[i].dep in ("ROOT", "ccomp") or end >= len(tree.tokens) - 2
        left = 0 if whole and not _opens_clause(tree, i) else tree.first[content]
        runs = [(left, start - 1)]
        if tree.last[content] > end:
            runs.append((end + 1, tree.last[content]))
    return act, [run for run in runs if run[0] <= run[1]], None


def _aside(tree: Tree, i: int, act: str) -> Content | None:
    """ "A, she said, B" read as a parenthesis."""
    if tree.tokens[i].dep != "parataxis":
        return None
    start, end = frame(tree, i)
    head = tree.tokens[i].head
    runs = [(tree.first[head], start - 1), (end + 1, tree.last[head])]
    return act, [run for run in runs if run[0] <= run[1] and _has_word(tree, run)], None


def _as_noted(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "As she noted, A", "A, as she noted": all of the sentence but the clause with "as"."""
    act = cues.clause.get(tree.tokens[i].lemma)
    mark = next(
        (k for k in tree.below[i] if k < i and tree.tokens[k].text.lower() == "as" and tree.tokens[k].dep == "mark"),
        None,
    )
    if act is None or mark is None:
        return None
    start, end = frame(tree, i)
    start, end = min(mark, start), max(end, tree.last[i] if tree.child(i, "ccomp") is None else end)
    while end + 1 < len(tree.tokens) and "," not in (tree.tokens[end].text, tree.tokens[end + 1].text) and start == 0:
        end += 1
    runs = [(0, start - 1), (end + 1, len(tree.tokens) - 1)]
    return act, [run for run in runs if run[0] <= run[1] and _has_word(tree, run)], None


def _after_quotation(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "“A,” she said", "“A?” asked the mayor": a quotation that ends right before the reporting words, however it was parsed."""
    act = cues.clause.get(tree.tokens[i].lemma)
    if act != "speech" or tree.in_quotation(i) or is_passive(tree, i):
        return None
    run = quotation_before(tree, i)
    if run is None:
        return None
    runs = [(_content_start(tree, i, run), run[1])]
    later = next((k for k in tree.below[i] if tree.tokens[k].dep == "ccomp" and tree.first[k] > i), None)
    following = _quotation_after(tree, i)
    if following is not None:
        runs.append(following)
    elif later is not None:
        runs.append((tree.first[later], tree.last[later]))
    return act, runs, None


def _quotation_after(tree: Tree, i: int) -> Span | None:
    """The quotation that takes up again behind the reporting words and a comma: "“A,” she said, “B”"."""
    run = next((run for run in tree.quoted if run[0] > i), None)
    if run is None or run[0] - i > _NEAR or tree.tokens[run[0] - 1].text not in (",", ":", "—", "–"):
        return None
    return None if any(tree.tokens[k].pos == "VERB" for k in range(i + 1, run[0])) else run


def _content_start(tree: Tree, i: int, run: Span) -> int:
    """The content begins with its clause, where the clause begins before the quotation."""
    clause = next((k for k in tree.below[i] if tree.tokens[k].dep == "ccomp" and k < i), None)
    return run[0] if clause is None or clause > run[1] else min(run[0], tree.first[clause])


def quotation_before(tree: Tree, i: int) -> Span | None:
    """The quotation that ends with a stop right before the verb or its subject."""
    run = next((run for run in reversed(tree.quoted) if run[1] < i), None)
    if run is None or i - run[1] > _NEAR:
        return None
    tokens = tree.tokens
    stopped = {tokens[run[1] - 1].text[-1:], tokens[run[1]].text[-1:], tokens[run[1] + 1].text[:1]} & set(",.?!…—")
    between = range(run[1] + 1, i)
    if not stopped or any(tokens[k].pos == "VERB" and tokens[k].dep not in ("relcl", "acl", "amod") for k in between):
        return None
    return run


def _passive(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "was announced by", "it was reported that", "is expected to"."""
    lemma = tree.tokens[i].lemma
    act = cues.act(lemma)
    if act is None or not is_passive(tree, i):
        return None
    subject = tree.child(i, *_PASSIVE_SUBJECTS)
    complement = tree.child(i, "ccomp", "xcomp", "oprd")
    if tree.child(i, "agent") is None and complement is None and lemma not in cues.vouching:
        return None
    runs = []
    if subject is not None and not _expletive(tree, subject) and lemma not in cues.person:
        runs.append((tree.first[subject], min(tree.last[subject], i - 1)))
    if complement is not None:
        runs.append((tree.first[complement], tree.last[complement]))
    return act, [run for run in runs if run[0] <= run[1]], None


def _quoted_as(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "The agency quoted the mayor as saying that A": the agency's content is all behind its verb."""
    if tree.tokens[i].lemma not in ("quote", "cite") or _saying(tree, i) is None:
        return None
    if is_passive(tree, i):
        run = next((run for run in tree.quoted if run[1] < i), None)
        subject = tree.child(i, *_PASSIVE_SUBJECTS)
        before = (run[0], i - 1) if run else (tree.first[subject], i - 1) if subject is not None else None
        return ("speech", [before], None) if before else None
    quoted = tree.child(i, "dobj")
    return ("speech", [(tree.first[quoted], tree.last[i])], None) if quoted is not None and quoted > i else None


def _saying(tree: Tree, i: int) -> int | None:
    """The verb behind "as" in "quoted X as saying"."""
    as_ = next((k for k in tree.below[i] if k > i and tree.tokens[k].text.lower() == "as"), None)
    return tree.child(as_, "pcomp") if as_ is not None else None


def _small_clause(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "called the vote illegal", "described them as rebels"."""
    act = cues.small.get(tree.tokens[i].lemma)
    if act is None:
        return None
    objects = [k for k in tree.below[i] if k > i and tree.tokens[k].dep in ("dobj", "oprd", "ccomp", "xcomp")]
    as_phrase = next((k for k in tree.below[i] if k > i and tree.tokens[k].text.lower() in ("as", "to", "with")), None)
    judged = as_phrase is not None or len(objects) > 1 or any(tree.tokens[k].dep != "dobj" for k in objects)
    if not objects or not judged:
        return None
    last = max(tree.last[k] for k in [*objects, *([as_phrase] if as_phrase is not None else [])])
    return act, [(tree.first[objects[0]], last)], None


def _told_to(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "ordered banks to close", "urged them to stay"."""
    act = cues.person.get(tree.tokens[i].lemma)
    act = "order" if act == "speech" and _infinitive(tree, i) is not None else act
    complement = _infinitive(tree, i) if act else None
    if act is None or complement is None:
        return None
    return (
        act,
        [(max(i + 1, min(tree.first[complement], _object_first(tree, i, complement))), tree.last[complement])],
        None,
    )


def _to_do(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "hopes to stay", "refused to answer"."""
    act = cues.infinitive.get(tree.tokens[i].lemma)
    complement = _infinitive(tree, i) if act else None
    if act is None or complement is None or tree.first[complement] <= i:
        return None
    return act, [(tree.first[complement], tree.last[complement])], None


def _preposition(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "called for talks", "pointed to the vote"."""
    lemma = tree.tokens[i].lemma
    for k in tree.below[i]:
        word = tree.tokens[k].text.lower()
        act = (
            cues.prepositions.get((lemma, word)) if k > i and tree.tokens[k].dep in ("prep", "prt", "advmod") else None
        )
        if act is None:
            continue
        whom = tree.child(i, "dobj")
        if whom is not None and i < whom < k:
            return act, [(tree.first[whom], max(tree.last[k], tree.last[whom]))], None
        if tree.below[k]:
            return act, [(k + 1, tree.last[k])] if tree.last[k] > k else [], k
        rest = tree.child(i, "dobj", "ccomp", "xcomp", "prep")
        if rest is not None and rest > k:
            return act, [(tree.first[rest], tree.last[rest])], k
    return None


def _toll(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "put the toll at 16", "gave a figure of 31": the number is the source's."""
    content = tree.child(i, "dobj")
    if tree.tokens[i].lemma not in cues.toll_verbs or content is None or content < i:
        return None
    if tree.tokens[content].lemma not in cues.toll_nouns:
        return None
    at = next(
        (k for k in tree.below[i] if k > content and tree.tokens[k].text.lower() in ("at", "to", "from")), content
    )
    return "speech", [(tree.first[content], max(tree.last[content], tree.last[at]))], None


def _object(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "reported 12 deaths", "praised the plan"; "said no" for the plainest verbs."""
    lemma = tree.tokens[i].lemma
    act = cues.object.get(lemma) or ("speech" if lemma in cues.core else None)
    content = tree.child(i, "dobj")
    if act is None or content is None or content < i or is_passive(tree, i):
        return None
    if lemma in ("tell", "ask", "warn", "remind", "inform", "assure") or (
        tree.tokens[content].tag == "PRP" and lemma in cues.core
    ):
        return None
    return act, [(tree.first[content], tree.last[content])], None


def _sentence_before(tree: Tree, i: int, cues: Cues) -> Content | None:
    """ "A, the mayor told reporters.", "A said the mayor": a verb of saying that closes the sentence with its speaker, though the
    parser did not see that A is said (where commas are lost it seldom does)."""
    tokens = tree.tokens
    if tokens[i].lemma not in cues.core or tokens[i].tag not in ("VBD", "VBZ", "VBP") or is_passive(tree, i):
        return None
    subject = subject_of(tree, i)
    if (
        subject is None
        or tree.in_quotation(i)
        or tokens[subject].tag in ("WP", "WDT")
        or frame(tree, i)[1] < len(tokens) - 3
    ):
        return None
    start = min(i, _phrase_start(tree, subject))
    if not any(tokens[k].pos in ("VERB", "AUX") and tokens[k].dep != "amod" for k in range(start)):
        return None
    return "speech", [(0, start - 1)], None


def _noun_before(tree: Tree, i: int) -> int | None:
    """The noun right before the verb, where its words name a source and the parser hung it elsewhere."""
    k = i - 1
    if k < 1 or tree.tokens[k].pos not in ("NOUN", "PROPN"):
        return None
    above = tree.tokens[tree.tokens[k].head]
    if (
        tree.tokens[k].dep == "pobj"
        and above.text.lower() in ("of", "for")
        and tree.tokens[above.head].pos in ("NOUN", "PROPN")
    ):
        k = above.head
    return k if tree.tokens[k].pos == "PROPN" or source_type(tree.tokens[k].text, "", "") is not None else None


def _phrase_start(tree: Tree, head: int) -> int:
    """Where the noun phrase begins, without what the parser drew into it from before a comma or a verb."""
    start = head
    while start > 0 and not _ends_phrase(tree, start - 1) and tree.tokens[start - 1].pos in _NOMINAL:
        start -= 1
        if tree.tokens[start].dep == "det":
            break
    return start


def _ends_phrase(tree: Tree, k: int) -> bool:
    token = tree.tokens[k]
    return token.text in (",", ";") or (token.pos in ("VERB", "AUX", "ADP", "SCONJ") and token.dep != "amod")


def _beside_quotation(tree: Tree, i: int, cues: Cues) -> Content | None:
    """A verb of saying without a complement that the parser saw, in a sentence that quotes: the quotation beside it."""
    act = cues.clause.get(tree.tokens[i].lemma)
    if act != "speech" or tree.in_quotation(i):
        return None
    start, end = frame(tree, i)
    runs = [
        run for run in tree.quoted if (run[1] < start and start - run[1] <= 3) or (run[0] > end and run[0] - end <= 3)
    ]
    return (act, runs, None) if runs else None


PATTERNS: tuple[Callable[[Tree, int, Cues], Content | None], ...] = (
    _as_noted, _after_quotation, _quoted_as, _passive, _small_clause, _told_to, _to_do, _clause, _beside_quotation,
    _sentence_before, _preposition, _toll, _object,
)  # fmt: skip


# ---------------------------------------------------------------- the frame: speaker, cue and their company


def subject_of(tree: Tree, i: int) -> int | None:
    """The verb's subject; of two, the one behind it ("A said the mayor", where the parser took a noun of A for one too)."""
    found = [k for k in tree.below[i] if tree.tokens[k].dep in SUBJECTS]
    behind = [k for k in found if k > i]
    if tree.tokens[i].lemma == "say":  # nobody "says the mayor": he is the one who says
        behind += [k for k in tree.below[i] if k > i and tree.tokens[k].dep == "dobj" and _names_source(tree, k)]
    return next(iter(behind or found), None)


def _names_source(tree: Tree, k: int) -> bool:
    token = tree.tokens[k]
    return token.pos == "PROPN" or (token.pos == "NOUN" and source_type(token.text, "", "") not in (None, "document"))


def frame(tree: Tree, i: int) -> Span:
    """First and last token of the reporting words without the reported ones: "she told reporters on Monday"."""
    subject = subject_of(tree, i)
    start = end = i
    for k in tree.below[i]:
        dep = tree.tokens[k].dep
        if dep in ("aux", "auxpass", "neg", "advmod") and k < i and _adjoins(tree, k, i):
            start = min(start, tree.first[k])
        if dep in _FRAME and k > i:
            if any(tree.tokens[m].text == "," for m in range(end + 1, tree.first[k])):
                break
            end = max(end, tree.last[k])
    if subject is not None:
        start = min(start, tree.first[subject]) if subject < i else start
        end = max(end, tree.last[subject]) if subject > i else end
    return start, end


def cue_span(tree: Tree, i: int, particle: int | None = None) -> Span:
    """Report offsets of the verb with its auxiliaries and adverbs before it, and its particle behind it."""
    first = last = i
    helpers = {
        k for k in tree.below[i] if tree.tokens[k].dep in ("aux", "auxpass", "neg", "advmod") and not tree.below[k]
    }
    while first - 1 in helpers:
        first -= 1
    if particle is not None:
        last = particle
    else:
        particle = tree.child(i, "prt")
        last = particle if particle == i + 1 else i
    return tree.sentence.span(first, last + 1)


def _speaker_beside(tree: Tree, i: int, runs: list[Span]) -> int | None:
    """After a quotation: the noun between it and the verb, or behind the verb, where the parser's subject stands inside it."""
    run = quotation_before(tree, i)
    if run is None or runs[0][1] != run[1]:
        return None
    subject = subject_of(tree, i)
    if subject is not None and not tree.in_quotation(subject):
        return subject
    for places in (range(run[1] + 1, i), range(i + 1, min(i + 8, len(tree.tokens)))):
        nouns = [k for k in places if tree.tokens[k].pos in ("NOUN", "PROPN", "PRON")]
        tops = [k for k in nouns if tree.tokens[k].head not in nouns and tree.tokens[k].dep not in ("pobj", "npadvmod")]
        if tops:
            return tops[-1] if places.stop == i else tops[0]
    return None


def speaker_of(tree: Tree, i: int) -> int | None:
    """The token that heads the speaker's noun phrase: subject, agent of a passive, or that of the governing verb."""
    seen: set[int] = set()
    while i not in seen:
        seen.add(i)
        if is_passive(tree, i) and tree.tokens[i].lemma in ("quote", "cite") and _saying(tree, i) is not None:
            return tree.child(i, *_PASSIVE_SUBJECTS)
        if is_passive(tree, i):
            agent = tree.child(i, "agent")
            return tree.child(agent, "pobj") if agent is not None else None
        subject = subject_of(tree, i)
        if subject is not None:
            return None if _expletive(tree, subject) else subject
        token = tree.tokens[i]
        head = token.head
        if (
            token.dep == "pcomp"
            and tree.tokens[head].text.lower() == "as"
            and tree.tokens[tree.tokens[head].head].lemma in ("quote", "cite")
        ):
            whom = tree.child(tree.tokens[head].head, "dobj", *_PASSIVE_SUBJECTS)
            if whom is not None:
                return whom
        if token.dep == "acl" and tree.tokens[head].pos in ("NOUN", "PROPN"):
            return head
        if token.dep == "pcomp":
            head = tree.tokens[head].head
        if token.dep not in _INHERITS or tree.tokens[head].pos not in ("VERB", "AUX"):
            return None
        i = head
    return None


def is_passive(tree: Tree, i: int) -> bool:
    if tree.child(i, "nsubjpass", "auxpass", "csubjpass", "agent") is not None:
        return True
    return tree.tokens[i].tag == "VBN" and tree.tokens[i].dep == "acl"


def _source_run(tree: Tree, head: int, cue: int, contents: list[Span]) -> Span | None:
    """The tokens of the noun phrase, cut where the reported words or the cue begin."""
    first, last = tree.first[head], tree.last[head]
    between = range(head + 1, cue)
    if (
        subject_of(tree, cue) is None
        and 0 < cue - head <= 5
        and tree.tokens[head].head != cue
        and not any(tree.tokens[k].pos in ("VERB", "AUX", "PART") for k in between)
    ):
        first, last = _phrase_start(tree, head), cue - 1
    for edge in (cue, *(start for start, _ in contents), *(end for _, end in contents)):
        if head < edge <= last:
            last = edge - 1
        if first <= edge < head:
            first = edge + 1
    return (first, last) if first <= head <= last else None


def _closes(tree: Tree, i: int, runs: list[Span]) -> bool:
    return runs[0][1] < i and i >= len(tree.tokens) - 3


def _with_role_before(tree: Tree, source: Span, runs: list[Span]) -> tuple[Span, list[Span]]:
    """Gives the speaker a role that the parser drew to the words before: "A, former head of the port, Captain Vale, said"."""
    for n, (first, last) in enumerate(runs):
        if last + 1 != source[0] or tree.tokens[last].text != ",":
            continue
        comma = next((k for k in range(last - 1, first, -1) if tree.tokens[k].text == ","), None)
        between = range((comma or 0) + 1, last)
        if comma is None or not _is_role(tree, between):
            continue
        return (comma + 1, source[1]), [*runs[:n], (first, comma), *runs[n + 1 :]]
    return source, runs


def _is_role(tree: Tree, tokens: range) -> bool:
    """Whether the words are a person's role: its noun among the first few, and no verb."""
    words = [tree.tokens[k] for k in tokens]
    return not any(word.pos in ("VERB", "AUX") for word in words) and any(
        takes_up(word.text, "person") for word in words[:4]
    )


def _infinitive(tree: Tree, i: int) -> int | None:
    return next(
        (k for k in tree.below[i] if tree.tokens[k].dep in ("xcomp", "ccomp", "advcl") and _has_to(tree, k)), None
    )


def _has_to(tree: Tree, i: int) -> bool:
    return any(tree.tokens[k].tag == "TO" for k in tree.below[i])


def _object_first(tree: Tree, i: int, complement: int) -> int:
    found = [tree.first[k] for k in tree.below[i] if i < k < complement and tree.tokens[k].dep in ("dobj", "dative")]
    return min(found, default=complement)


def _finite(tree: Tree, i: int) -> bool:
    return subject_of(tree, i) is not None


def _opens_clause(tree: Tree, i: int) -> bool:
    """Whether the verb's own clause begins before the reported words ("when asked, A", "and that B, he said")."""
    return any(tree.tokens[k].dep in ("mark",) and k < i for k in tree.below[i])


def _adjoins(tree: Tree, k: int, i: int) -> bool:
    return all(tree.tokens[m].head == i or m == k for m in range(tree.first[k], i))


def _expletive(tree: Tree, i: int) -> bool:
    return tree.tokens[i].text.lower() in ("it", "there") and is_passive(tree, tree.tokens[i].head)


def _has_word(tree: Tree, run: Span) -> bool:
    return any(tree.tokens[k].text[:1].isalnum() for k in range(run[0], run[1] + 1))
