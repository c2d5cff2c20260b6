"""Statement findings: what one speaker said, as two or more reports carry it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model.claim import Claim
from rashomon.model.record import Words
from rashomon.stages.reconcile.asking import names_institution, takes_article
from rashomon.stages.reconcile.dossier import Dossier, content_words
from rashomon.stages.reconcile.population import population_of
from rashomon.stages.reconcile.replies import Draft, Reply, in_order
from rashomon.stages.reconcile.statements.topics import topic_of
from rashomon.stages.reconcile.tables import table

_SHARED = 0.4  # share of the rarer words of the shorter content that both must hold to be one statement
_SAME_WORDING = 0.6  # share at which two wordings say the same
_LEAST_WORDS = 5
_LONGEST = 200
_ASKED = 40  # wordings that are read for the topic
_CLOSE = 3  # characters between two pieces of one quotation
_PRONOUNS = frozenset("i he she it we they who its his her their nobody you one".split())


@dataclass(frozen=True)
class Saying:
    """All pieces that one cue gives a speaker: their claims in order, their words and content words."""

    claims: tuple[Claim, ...]
    text: str
    words: frozenset[str]

    @property
    def report(self) -> str:
        return self.claims[0].report


def statement_drafts(dossier: Dossier) -> list[Draft]:
    """A draft for each speaker and topic that two reports carry."""
    speakers: dict[str, list[Claim]] = {}
    for claim in dossier.claims.values():
        if claim.statement is not None and claim.attribution and claim.attribution[-1].voice:
            speakers.setdefault(claim.attribution[-1].voice, []).append(claim)
    drafts = []
    for voice in sorted(speakers):
        groups = [group for group in _groups(_sayings(speakers[voice], dossier), dossier) if _worth(group, dossier)]
        drafts += [_draft(group, dossier) for group in groups]
    return drafts


def _worth(group: Sequence[Saying], dossier: Dossier) -> bool:
    """Whether an analyst would ask: two texts carry it, or two reports of one text carry a direct quotation. One word ("help") is what
    somebody asked for, and tells of no matter."""
    claims = [claim for saying in group for claim in saying.claims]
    texts = {dossier.text_of(claim) for claim in claims}
    direct = any(claim.statement and claim.statement.direct for claim in claims)
    told = any(len(saying.words) > 1 for saying in group)
    return told and len({saying.report for saying in group}) > 1 and (len(texts) > 1 or direct)


def _sayings(claims: Iterable[Claim], dossier: Dossier) -> list[Saying]:
    """Rows of one report that share a cue are one saying, in the order of the text."""
    rows: dict[tuple[str, int], list[Claim]] = {}
    for claim in in_order(claims):
        assert claim.statement is not None
        cue = claim.statement.cue_start
        rows.setdefault((claim.report, claim.statement.content_start if cue is None else -cue - 1), []).append(claim)
    return [_saying(rows[key], dossier) for key in sorted(rows)]


def _saying(claims: Sequence[Claim], dossier: Dossier) -> Saying:
    spans: list[tuple[int, int]] = []
    for start, end in sorted(_span(claim) for claim in claims):
        if spans and start <= spans[-1][1] + _CLOSE:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    text = dossier.reports[claims[0].report].text
    words = " … ".join(" ".join(text[start:end].split()) for start, end in spans)
    return Saying(tuple(claims), _bare(words), frozenset(content_words(words)))


def _span(claim: Claim) -> tuple[int, int]:
    assert claim.statement is not None
    return claim.statement.content_start, claim.statement.content_end


def _bare(words: str) -> str:
    """The content without the "that" and the quotation marks around all of it."""
    words = words.removeprefix("that ").strip(" ,;")
    inner = words.strip("“”\"'‘’ ,")
    whole = not any(mark in inner for mark in '“”"')
    return inner if whole else words


def _groups(sayings: Iterable[Saying], dossier: Dossier) -> list[list[Saying]]:
    """Sayings that share enough of their words, directly or through another; copies of one wording are compared once."""
    wordings: dict[frozenset[str], list[Saying]] = {}
    for saying in sayings:
        wordings.setdefault(saying.words, []).append(saying)
    groups: list[list[Saying]] = []
    for copies in wordings.values():
        homes = [g for g in groups if any(_overlap(copies[0], other, dossier) >= _SHARED for other in g)]
        for home in homes[1:]:
            homes[0].extend(home)
            groups.remove(home)
        if homes:
            homes[0].append(copies[0])
        else:
            groups.append([copies[0]])
    return [[saying for first in group for saying in wordings[first.words]] for group in groups]


def _overlap(a: Saying, b: Saying, dossier: Dossier) -> float:
    """Share of the shorter content's words, weighed by rarity, that the other holds."""
    if min(len(a.words), len(b.words)) < _LEAST_WORDS:
        return 0.0
    return dossier.weigh(a.words & b.words) / min(dossier.weight_of(a.words), dossier.weight_of(b.words))


def _draft(group: Sequence[Saying], dossier: Dossier) -> Draft:
    claims = in_order(claim for saying in group for claim in saying.claims)
    distinct = list({saying.words: saying for saying in reversed(group)}.values())[::-1][:_ASKED]
    topic = topic_of([(saying.report, saying.text, saying.claims) for saying in distinct], dossier)
    texts = {dossier.text_of(claim) for claim in claims}
    return Draft(
        kind="statement",
        group="other",
        question=f"What did {speaker_name(claims, dossier)} say{f' about {topic}' if topic else ''}?",
        key=("statement", min(claim.id for claim in claims)),
        replies=tuple(_replies(group, dossier)),
        weight=0.4 if len(texts) > 1 else 0.1,
        compare=_worded,
    )


def speaker_name(claims: Sequence[Claim], dossier: Dossier) -> str:
    """The speaker's name as a question says it: the entity's, else the reports' fullest words with an article."""
    last = claims[0].attribution[-1]
    name = dossier.name_of(last.entity)
    if name:
        return f"the {name}" if takes_article(last.entity, name, dossier) else name
    said = {" ".join(claim.attribution[-1].name.split()) for claim in claims}
    named = [words for words in said if words.casefold() not in _PRONOUNS] or list(said)
    words = min(named, key=lambda text: (-len(text), text))
    lead = words.split(" ", 1)[0].casefold()
    if lead in ("its", "his", "her", "their"):
        words, lead = f"the {words.split(' ', 1)[-1]}", "the"
    if " " not in words and population_of(words).name in table("populations_en"):
        return words.casefold()
    words = dossier.within_sentence(words)
    if names_institution(words) and lead not in ("the", "a", "an") and "’s " not in words and "'s " not in words:
        return f"the {words}"
    return (
        words if lead in ("the", "a", "an") or words[:1].isupper() or "’s" in words or "'s" in words else f"the {words}"
    )


def _replies(group: Sequence[Saying], dossier: Dossier) -> list[Reply]:
    """One reply for what says the same: most of the shorter wording's words, and both deny or neither does."""
    wordings: list[list[Saying]] = []
    for saying in sorted(group, key=lambda one: (-len(one.words), one.report, one.text)):
        home = next((w for w in wordings if w[0].words == saying.words or _same_wording(saying, w[0], dossier)), None)
        if home is None:
            wordings.append([saying])
        else:
            home.append(saying)
    return [_reply(wording) for wording in wordings]


def _same_wording(a: Saying, b: Saying, dossier: Dossier) -> bool:
    one, other = ({"not", "no", "never", "nobody", "denied"} & set(x.text.casefold().split()) for x in (a, b))
    if bool(one) != bool(other):
        return False
    return a.words <= b.words or _overlap(a, b, dossier) >= _SAME_WORDING


def _reply(wording: Sequence[Saying]) -> Reply:
    value = min((saying.text for saying in wording), key=lambda text: (len(text) > _LONGEST, -len(text), text))
    claims = in_order(claim for saying in wording for claim in saying.claims)
    return Reply(
        value=value if len(value) <= _LONGEST else value[:_LONGEST].rsplit(" ", 1)[0] + " …",
        claims=claims,
        words=tuple(_words(claim) for claim in claims),
        stance=value,
    )


def _words(claim: Claim) -> Words:
    start, end = _span(claim)
    return Words(claim=claim.id, start=start, end=end)


def _worded(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    return "compatible", "One speaker, in other words or at other length."
