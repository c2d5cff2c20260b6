"""The name that a noun phrase bears itself, and the short form by which a chain calls it."""

from rashomon.stages.claims.sentence import Article
from rashomon.stages.claims.statements.reported import Span
from rashomon.stages.claims.statements.sources import is_mouthpiece, takes_up
from rashomon.stages.claims.statements.tree import Tree

PERSONS, _BODIES = frozenset({"PERSON"}), frozenset({"ORG", "GPE", "FAC", "LOC", "PRODUCT", "NORP"})
# What may stand in a noun phrase before its head, tokens of nested phrases included.
_BEFORE_NOUN = frozenset("det amod compound poss case nummod nmod punct npadvmod quantmod advmod appos".split())
# Links of the parse between words for one and the same person.
_SAME = frozenset("compound appos nmod amod flat nn".split())


def name_in(article: Article, tree: Tree, head: int, run: Span) -> tuple[int, int, str] | None:
    """The name that the phrase bears itself: first and last token, and label. A person's comes first: as head, before it,
    or as an apposition however far the parser hung it; a body's only as the head or right before a word for its mouth."""
    names = [
        (name.first, name.last - 1, name.label)
        for name in tree.sentence.reading.names
        if run[0] <= name.first and name.last - 1 <= run[1]
    ]
    known = [name for name in _people_by_entity(article, tree, run) if _borne(tree, head, name, run)]
    people = known or [name for name in names if name[2] in PERSONS and _borne(tree, head, name, run)]
    if people:
        return min(people, key=lambda name: abs(name[1] - head))
    apposed = _apposed_name(tree, head, run) if takes_up(tree.tokens[head].text, "person") else None
    if apposed is not None:
        return apposed
    if takes_up(tree.tokens[head].text, "person") and is_definite(tree, head):
        return None
    bodies = [name for name in names if name[2] in _BODIES and _is_body(tree, head, name)]
    if bodies:
        return min(bodies, key=lambda name: abs(name[1] - head))
    called = _called(tree, head, run)
    if called is not None:
        return called
    if tree.tokens[head].pos == "PROPN" and not (
        is_definite(tree, head) and takes_up(tree.tokens[head].text, "organisation")
    ):
        first = head
        while first > run[0] and tree.tokens[first - 1].dep == "compound" and tree.tokens[first - 1].pos == "PROPN":
            first -= 1
        return first, head, "PROPN"
    return None


def _people_by_entity(article: Article, tree: Tree, run: Span) -> list[tuple[int, int, str]]:
    """Persons among the report's known entities that are named within the run."""
    found = []
    for mention in article.mentions_in(*tree.sentence.span(run[0], run[1] + 1)):
        first, last = tree.sentence.token_at(mention.start), tree.sentence.token_at(mention.end - 1)
        if mention.entity.kind != "person" or mention.pronoun or first is None or last is None:
            continue
        if run[0] <= first and last <= run[1] and any(tree.tokens[k].pos == "PROPN" for k in range(first, last + 1)):
            found.append((first, last, "PERSON"))
    return found


def _borne(tree: Tree, head: int, name: tuple[int, int, str], run: Span) -> bool:
    """Whether a person's name in the phrase is the speaker's: hung on the head by links that keep to the same person, or
    closing the phrase ("the chairman of the council, Premier of Ostland Amber Vale")."""
    first, last, _ = name
    for k in range(first, last + 1):
        i = k
        while i != head and tree.tokens[i].dep in _SAME and tree.tokens[i].head != i:
            i = tree.tokens[i].head
        if i == head:
            return True
    closing = all(tree.tokens[k].text in (",", ")") for k in range(last + 1, run[1] + 1))
    role = any(takes_up(tree.tokens[k].text, "person") for k in range(run[0], first))
    clause = any(tree.tokens[k].pos in ("VERB", "AUX") for k in range(run[0], first))
    marked = tree.tokens[first - 1].text == "," or tree.tokens[first - 1].pos == "PROPN" if first else False
    placed = first > 0 and tree.tokens[first - 1].pos == "ADP"  # "the mayor of Sudhafen": where, not who
    return (
        closing
        and role
        and not clause
        and not placed
        and (marked or any(tree.tokens[k].text == "," for k in range(run[0], first)))
    )


def _apposed_name(tree: Tree, head: int, run: Span) -> tuple[int, int, str] | None:
    """Capitalised words that close a role's phrase behind a comma, though the model took them for no person."""
    last = run[1]
    while last > head and tree.tokens[last].text == ",":
        last -= 1
    first = last
    while first > head and (tree.tokens[first].pos == "PROPN" or tree.tokens[first].text == "-"):
        first -= 1
    if first == last or first <= head or tree.tokens[first].text != ",":
        return None
    return first + 1, last, "PERSON"


def _called(tree: Tree, head: int, run: Span) -> tuple[int, int, str] | None:
    """The name right behind the noun for what it is: "the newspaper Morning Star", "the charity Red Lantern"."""
    if tree.tokens[head].pos != "NOUN":
        return None
    last = head
    while last < run[1] and tree.tokens[last + 1].pos == "PROPN":
        last += 1
    if last > head and tree.tokens[last].dep == "appos" and tree.tokens[last].head == head:
        return head + 1, last, "PROPN"
    return _apposed_body(tree, head, run)


def _apposed_body(tree: Tree, head: int, run: Span) -> tuple[int, int, str] | None:
    """ "Another activist group, the Coast Committees": an indefinite body, named right behind it."""
    named = tree.child(head, "appos")
    if named is None or named > run[1] or tree.tokens[named].pos != "PROPN" or is_definite(tree, head):
        return None
    if not takes_up(tree.tokens[head].text, "organisation"):
        return None
    first = tree.first[named] + (tree.tokens[tree.first[named]].pos == "DET")
    last = next((k - 1 for k in range(named + 1, tree.last[named] + 1) if tree.tokens[k].text in (",", "(", "[")), None)
    return first, tree.last[named] if last is None else last, "APPOS"


def _is_body(tree: Tree, head: int, name: tuple[int, int, str]) -> bool:
    first, last, label = name
    if first <= head <= last:
        return True
    noun = tree.tokens[head].text
    return (
        label == "ORG"
        and last < head
        and (is_mouthpiece(noun) or (tree.tokens[head].pos == "PROPN" and last == head - 1))
    )


def short_form(tree: Tree, head: int, run: Span) -> Span:
    """The phrase without article, apposition, relative clause and what follows a comma: "Health Ministry of Ostland"."""
    first = last = head
    while (
        first > run[0] and tree.tokens[first - 1].dep in _BEFORE_NOUN and tree.tokens[first - 1].text not in (",", "(")
    ):
        first -= 1
    for k in tree.below[head]:
        if (
            k == last + 1
            and tree.tokens[k].dep == "prep"
            and tree.tokens[k].text.lower() in ("of", "for", "in", "from", "at")
        ):
            last = min(tree.last[k], run[1])
    stop = next((k for k in range(head, last + 1) if tree.tokens[k].text in (",", "(", "who", "which")), last + 1)
    last = max(head, stop - 1)
    if tree.tokens[first].text.lower() in ("the", "a", "an") and first < head:
        first += 1
    marks = [tree.tokens[k].text for k in range(first, last + 1)]
    if ")" in marks and "(" not in marks:  # cut inside a bracket: take the phrase from its beginning
        first = run[0] + (tree.tokens[run[0]].text.lower() in ("the", "a", "an"))
    return tree.span(first, last)


def is_definite(tree: Tree, head: int) -> bool:
    determiner = tree.child(head, "det", "poss")
    if determiner is None:
        return False
    return tree.tokens[determiner].text.lower() in ("the", "this", "that", "his", "her", "its", "their")
