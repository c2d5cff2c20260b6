"""Statement findings: what one speaker said, as two or more reports carry it."""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.model.claim import Claim
from rashomon.model.record import Words
from rashomon.stages.reconcile.dossier import Dossier, content_words
from rashomon.stages.reconcile.replies import Draft, Reply, in_order

_SHARED = 0.4  # share of the rarer words of the shorter content that both must hold to be one statement
_SAME_WORDING = 0.8
_LEAST_WORDS = 4
_LONGEST = 200
_TOPIC_WORDS = 8
_MOST_COMPARED = 100  # wordings of one statement, each with every other


def statement_drafts(dossier: Dossier) -> list[Draft]:
    """A draft for each statement of a speaker that two reports carry."""
    speakers: dict[str, list[Claim]] = {}
    for claim in dossier.claims.values():
        if claim.statement is not None and claim.attribution and claim.attribution[-1].voice:
            speakers.setdefault(claim.attribution[-1].voice, []).append(claim)
    return [
        _draft(group, dossier)
        for voice in sorted(speakers)
        for group in _groups(speakers[voice], dossier)
        if len({claim.report for claim in group}) > 1
    ]


def _content(claim: Claim, dossier: Dossier) -> str:
    assert claim.statement is not None
    text = dossier.reports[claim.report].text
    return " ".join(text[claim.statement.content_start : claim.statement.content_end].split())


def _groups(claims: Iterable[Claim], dossier: Dossier) -> list[list[Claim]]:
    groups: list[list[Claim]] = []
    for claim in in_order(claims):
        home = next((g for g in groups if any(_overlap(claim, other, dossier) >= _SHARED for other in g)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def _overlap(a: Claim, b: Claim, dossier: Dossier) -> float:
    """Share of the shorter content's words, weighed by rarity, that the other holds."""
    one, other = (set(content_words(_content(claim, dossier))) for claim in (a, b))
    if min(len(one), len(other)) < _LEAST_WORDS:
        return 0.0
    return dossier.weigh(one & other) / min(dossier.weigh(one), dossier.weigh(other))


def _draft(group: Sequence[Claim], dossier: Dossier) -> Draft:
    last = group[0].attribution[-1]
    name = dossier.name_of(last.entity) or last.name
    entity = dossier.entities.get(last.entity or "")
    name = (
        f"the {name}" if entity and entity.kind == "organisation" and not name.casefold().startswith("the ") else name
    )
    return Draft(
        kind="statement",
        group="decision" if last.type == "official" else "other",
        question=f"What did {name} say{_topic(group, dossier)}?",
        key=("statement", min(claim.id for claim in group)),
        replies=tuple(_replies(group, dossier)),
        weight=0.6,
        compare=_worded,
    )


def _topic(group: Sequence[Claim], dossier: Dossier) -> str:
    """The longest run of words that two reports share, in quotation marks."""
    best: list[str] = []
    told = dict.fromkeys((_content(claim, dossier), claim.report) for claim in group)
    contents = [(report, content.split()) for content, report in _two_of_each(told)][:_MOST_COMPARED]
    for i, (report, words) in enumerate(contents):
        for other, others in contents[i + 1 :]:
            run = _longest_run(words, others) if report != other else []
            best = run if len(run) > len(best) else best
    run = _trimmed([word.strip(".,;:“”\"'()") for word in best])[:_TOPIC_WORDS]
    if len(run) >= 2:
        return f" about “{' '.join(run)}”"
    named = _shared_words(group, dossier)
    return f" about {' and '.join(named)}" if named else ""


def _two_of_each(told: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Two reports for each wording are enough to find what reports share: a thousand copies cost no more."""
    seen: dict[str, int] = {}
    for content, report in told:
        seen[content] = seen.get(content, 0) + 1
        if seen[content] <= 2:
            yield content, report


def _shared_words(group: Sequence[Claim], dossier: Dossier) -> list[str]:
    """The rarest words that contents of two reports share, in the order of the first, at most two."""
    stems: dict[str, set[str]] = {}
    for claim in group:
        for word in content_words(_content(claim, dossier)):
            stems.setdefault(word, set()).add(claim.report)
    shared = sorted((w for w in stems if len(stems[w]) > 1), key=lambda w: (-dossier.rarity.get(w, 1.0), w))[:2]
    said = [word.strip(".,;:“”\"'()") for word in _content(group[0], dossier).split()]
    return list(dict.fromkeys(w.casefold() for w in said if content_words(w) and content_words(w)[0] in shared))[:2]


def _trimmed(run: Sequence[str]) -> list[str]:
    """The run without short words at its ends: they say nothing of the topic."""
    long = [i for i, word in enumerate(run) if len(word) > 3 or word.isupper()]
    return list(run[long[0] : long[-1] + 1]) if long else []


def _longest_run(a: Sequence[str], b: Sequence[str]) -> list[str]:
    """The longest run of words of `a` that stands in `b`, case and points aside. Quadratic in two sentences' words."""
    folded_a, folded_b = ([word.casefold().strip(".,;:“”\"'()") for word in side[:200]] for side in (a, b))
    lengths = [0] * (len(folded_b) + 1)
    best = (0, 0)
    for i, word in enumerate(folded_a):
        row = [0] * (len(folded_b) + 1)
        for j, other in enumerate(folded_b):
            if word == other:
                row[j + 1] = lengths[j] + 1
                best = max(best, (row[j + 1], -i))
        lengths = row
    size, end = best[0], -best[1] + 1
    return list(a[end - size : end])


def _replies(group: Sequence[Claim], dossier: Dossier) -> list[Reply]:
    wordings: list[list[Claim]] = []
    for claim in group:
        home = next((w for w in wordings if _same_wording(claim, w[0], dossier)), None)
        if home is None:
            wordings.append([claim])
        else:
            home.append(claim)
    return [_reply(wording, dossier) for wording in wordings]


def _same_wording(a: Claim, b: Claim, dossier: Dossier) -> bool:
    """Nearly the same words, or one within the other in one report."""
    one, other = (set(content_words(_content(claim, dossier))) for claim in (a, b))
    if a.report == b.report and a.start < b.end and b.start < a.end and (one <= other or other <= one):
        return True
    return len(one & other) >= _SAME_WORDING * len(one | other)


def _reply(wording: Sequence[Claim], dossier: Dossier) -> Reply:
    value = min((_content(claim, dossier) for claim in wording), key=lambda text: (-len(text), text))
    return Reply(
        value=value if len(value) <= _LONGEST else value[:_LONGEST].rsplit(" ", 1)[0] + " …",
        claims=in_order(wording),
        words=tuple(_words(claim) for claim in in_order(wording)),
        stance=value,
    )


def _words(claim: Claim) -> Words:
    assert claim.statement is not None
    return Words(claim=claim.id, start=claim.statement.content_start, end=claim.statement.content_end)


def _worded(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    return "compatible", "The same speaker in other words or at other length."
