"""For whom words were meant, and whether that was the report's own outlet."""

from rashomon.stages.claims.statements.sources import folded, known_outlet
from rashomon.stages.claims.statements.speakers import Company
from rashomon.stages.claims.statements.tree import Tree

_DATELINE = 120


def hearers(tree: Tree, verb: int) -> list[int]:
    """Nouns for whom the words were meant: "told X", "said to X", "said in an interview with X", "said, speaking to X"."""
    tokens = tree.tokens
    found = [k for k in tree.below[verb] if tokens[k].dep in ("dobj", "dative") and tokens[verb].lemma == "tell"]
    stages = [verb, *(k for k in tree.below[verb] if tokens[k].lemma in ("speak", "talk"))]
    stages += [
        deep
        for k in tree.below[verb]
        if tokens[k].dep == "prep"
        for deep in tree.below[k]
        if tokens[deep].lemma in ("interview", "conversation", "comment", "remark", "statement", "message", "email")
    ]
    for stage in stages:
        for k in tree.below[stage]:
            if tokens[k].text.lower() in ("to", "with"):
                found += [deep for deep in tree.below[k] if tokens[deep].dep == "pobj"]
    return [k for k in found if tokens[k].pos in ("PROPN", "NOUN")]


def is_own(words: str, company: Company) -> bool:
    """Whether an outlet is the report's own: by its field, or by the line that the text begins with ("OSTPRESS -")."""
    report = company.article.report
    wanted = known_outlet(words)
    names = {name.casefold() for name in (words, *(wanted.aliases if wanted else ()), wanted.name if wanted else words)}
    own = (report.outlet or "").casefold()
    if own and (own in names or any(set(folded(name)) == set(folded(own)) for name in names)):
        return True
    line = report.text[:_DATELINE].split("\n")[0]
    return any(f"{mark}{name} {dash}" in f" {line.casefold()}" for name in names for dash in "-–—" for mark in " (/")
