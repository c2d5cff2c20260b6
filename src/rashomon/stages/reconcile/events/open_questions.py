"""Questions that all events of a family in the story answer: who asked for help, what is to be guarded, who is blamed."""

import re
from collections.abc import Sequence

from rashomon.stages.reconcile.asking import Row, named_words, thing_of
from rashomon.stages.reconcile.dossier import Dossier, content_words
from rashomon.stages.reconcile.events.accounts import doer_of, name_of, two_doers
from rashomon.stages.reconcile.events.occurrences import Occurrence, is_pronoun, told_together
from rashomon.stages.reconcile.population import population_of
from rashomon.stages.reconcile.replies import Draft, Reply
from rashomon.stages.reconcile.tables import whole_words
from rashomon.stages.reconcile.told import Group, by, clause, draft, reply, short
from rashomon.stages.reconcile.vouching import voucher

_ALIKE = 0.5
_DETERMINED = re.compile(r"(?:\b(?:the|a|an|his|her|its|their|this|that)|[’']s)\s+$", re.IGNORECASE)
_WHOSE = re.compile(r"\s+(?:of|by|from)\s+[^,;.]{0,40}")
_STANCES = {"asserted": "yes", "denied": "no", "planned": "planned"}


def open_drafts(items: Sequence[Occurrence], family: str, row: Row, dossier: Dossier) -> list[Draft]:
    """The drafts of a family with `asks`, by what tells its answers apart."""
    makers = {"yes": _yes, "actors": _actors, "targets": _targets, "words": _each_actor, "pairs": _pairs}
    made = makers[row["by"]](items, family, row, dossier)
    return [one for one in made if one.replies and (row.get("single") or len(one.carried) > 1)]


def _yes(items: Group, family: str, row: Row, dossier: Dossier) -> list[Draft]:
    stances = by(items, lambda item: _STANCES.get(item.claim.modality))
    replies = [reply(stance, found, stance) for stance, found in sorted(stances.items())]
    return [draft(items, family, "whether", row["asks"], row, replies, _contrary)] if replies else []


def _contrary(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    if {a.stance, b.stance} == {"yes", "no"}:
        yes, no = (a, b) if a.stance == "yes" else (b, a)
        return (
            "conflict",
            f"It was so according to {voucher(yes, dossier)}, and not according to {voucher(no, dossier)}.",
        )
    return "compatible", f"“{a.value}” and “{b.value}”: what is planned can also be done."


def _actors(items: Group, family: str, row: Row, dossier: Dossier) -> list[Draft]:
    """One question for each thing asked of one addressee, or for all where nobody is named; answered by those who did it."""
    told = [item for item in items if item.claim.modality == "asserted" and _said(item, row, dossier)]
    told = [item for item in told if doer_of(item, row, dossier)]
    if not told:
        return []
    stances = by(told, lambda item: doer_of(item, row, dossier))
    replies = [reply(name_of(found, row, dossier), found, key) for key, found in sorted(stances.items())]
    thing = thing_of([item.event for item in told], dossier, actors=False) if "asks_of" in row else ""
    one = len(told_together(told, dossier)) == 1
    question = row["asks_of"].format(x=thing) if thing and one else row["asks"]
    return [draft(told, family, "who", question, row, replies, two_doers(row))]


def _said(item: Occurrence, row: Row, dossier: Dossier) -> bool:
    """Whether the words around are of the kind that is asked after (help, and not blankets or calm).

    Of a bare noun ("at the request of the mayor") only who stands right behind it is the one who asked."""
    text = dossier.reports[item.claim.report].text
    noun = _DETERMINED.search(text[max(0, item.event.start - 12) : item.event.start]) is not None
    if noun and not any(_WHOSE.fullmatch(text[item.event.end : one.start]) for one in item.event.actors):
        return False
    return "words" not in row or whole_words(row["words"]).search(item.claim.quote) is not None


def _targets(items: Group, family: str, row: Row, dossier: Dossier) -> list[Draft]:
    """One reply for each thing; wordings that share half of their words are one. Only what the listed doers do."""
    doing = [item for item in items if item.claim.modality not in ("denied", "hypothetical") and _by_listed(item, row)]
    told = [(item, words) for item in doing if (words := _target_words(item, dossier))]
    groups: list[list[tuple[Occurrence, str]]] = []
    for item, words in sorted(told, key=lambda pair: (-len(pair[1]), pair[0].claim.id)):
        home = next((group for group in groups if _alike(words, group[0][1])), None)
        groups.append([(item, words)]) if home is None else home.append((item, words))
    replies = [reply(group[0][1], [item for item, _ in group], group[0][1]) for group in groups]
    return [draft([item for item, _ in told], family, "what", row["asks"], row, replies, _more)] if told else []


def _by_listed(item: Occurrence, row: Row) -> bool:
    """Whether nobody is named who does it, or one of the classes that the row lists."""
    named = [p for p in item.event.actors if not is_pronoun(p)]
    listed = row.get("doers_of", ())
    return not named or any(p.entity is None and population_of(p.text).name in listed for p in named)


def _target_words(item: Occurrence, dossier: Dossier) -> str:
    named = [p for p in item.event.targets if not is_pronoun(p)]
    return ", ".join(words for p in named if (words := named_words(p, dossier)))


def _alike(a: str, b: str) -> bool:
    one, other = set(content_words(a)), set(content_words(b))
    return bool(one and other) and len(one & other) >= _ALIKE * min(len(one), len(other))


def _more(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    return "compatible", f"“{short(a.value, 60)}” and “{short(b.value, 60)}” are two things, and both can be so."


def _each_actor(items: Group, family: str, row: Row, dossier: Dossier) -> list[Draft]:
    """One question for each who did it, answered by the words of what was said; an unnamed one asks nothing."""
    drafts = []
    actors = by([item for item in items if item.claim.modality == "asserted"], lambda item: doer_of(item, row, dossier))
    for _, group in sorted(actors.items()):
        words = by(group, lambda item: clause(item))
        replies = [reply(value, found, value) for value, found in sorted(_merged(words).items())]
        question = row["asks"].format(actor=_subject(group, row, dossier))
        drafts.append(draft(group, family, "what", question, row, replies, _more))
    return drafts


def _subject(group: Group, row: Row, dossier: Dossier) -> str:
    name = name_of(group, row, dossier)
    return name[:1].lower() + name[1:] if name.startswith(("The ", "A ", "An ")) else name


def _merged(words: dict[str, list[Occurrence]]) -> dict[str, list[Occurrence]]:
    """Wordings that share half of their words are one, under the longest."""
    found: dict[str, list[Occurrence]] = {}
    for value in sorted(words, key=lambda text: (-len(text), text)):
        home = next((known for known in found if _alike(value, known)), value)
        found.setdefault(home, []).extend(words[value])
    return found


def _pairs(items: Group, family: str, row: Row, dossier: Dossier) -> list[Draft]:
    """Accusations: one reply for each accuser and accused; each accusing the other is a conflict."""
    told = [item for item in items if item.claim.modality == "asserted" and item.targets]
    stances = by(told, lambda item: _pair(item, row, dossier))
    replies = [reply(_accused(found, row, dossier), found, key) for key, found in sorted(stances.items())]
    return [draft(told, family, "who", row["asks"], row, replies, _accounts)] if replies else []


def _pair(item: Occurrence, row: Row, dossier: Dossier) -> str | None:
    target = next((p for p in item.event.targets if not is_pronoun(p)), None)
    if target is None or not named_words(target, dossier):
        return None
    accuser = doer_of(item, row, dossier) or (item.claim.attribution[-1].voice if item.claim.attribution else "") or ""
    return f"{accuser}>{target.entity or named_words(target, dossier).casefold()}"


def _accused(group: Group, row: Row, dossier: Dossier) -> str:
    """ "Russia, by Ukraine"."""
    target = next(p for p in group[0].event.targets if not is_pronoun(p))
    accuser = _subject(group, row, dossier) if doer_of(group[0], row, dossier) else ""
    accuser = accuser or (group[0].claim.attribution[-1].name if group[0].claim.attribution else "")
    words = named_words(target, dossier)
    return short(f"{words}, by {accuser}" if accuser else words)


def _accounts(a: Reply, b: Reply, dossier: Dossier) -> tuple[str, str]:
    one, other = (reply.stance.split(">", 1) for reply in (a, b))
    if one[0] and one == other[::-1]:
        return "conflict", f"Each blames the other: {a.value}; {b.value}."
    return "compatible", f"{a.value}, and {b.value}: neither account excludes the other."
