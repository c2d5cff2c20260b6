"""Which text a claim's words come from, and which texts the cited outlets are."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from rashomon.model.claim import Attribution, Claim, Extracted
from rashomon.model.lineage import Voice
from rashomon.model.report import Report
from rashomon.reference.outlets import find_outlet

OriginOf = Callable[[str, int, int], str | None]
_MEDIA = frozenset({"agency", "outlet"})


def with_origins(claims: Iterable[Claim], origin_of: OriginOf) -> tuple[Claim, ...]:
    """The claims with `origin` set: `origin_of(report id, start, end)` gives the voice id of the text that the words of
    that report come from, None where they are its own. To be done before `decide`."""
    return tuple(
        msgspec.structs.replace(claim, origin=origin_of(claim.report, claim.start, claim.end)) for claim in claims
    )


def with_text_voices(found: Extracted, reports: Sequence[Report], voices: Sequence[Voice]) -> Extracted:
    """What a story's reports say, with each outlet that they cite and whose own text is among them as one voice.

    An agency's report and "the agency reported" in another are one speaker, not two. Of several texts of one outlet, the
    earliest stands for it. `voices`: the texts' voices.
    """
    texts = _texts(reports, voices)
    cited = {link.voice: texts[_plain(link.name)] for link in _links(found) if _is_cited(link, texts)}
    if not cited:
        return found
    return msgspec.structs.replace(
        found,
        claims=tuple(_revoiced(claim, cited) for claim in found.claims),
        voices=tuple(_row(voice, cited) for voice in found.voices),
    )


def _texts(reports: Sequence[Report], voices: Sequence[Voice]) -> dict[str, str]:
    """The text voice of each outlet, by its plain name: that of its earliest report."""
    first = {report.id: (report.published or "9", report.id) for report in reports}
    own = (
        (min(first[r] for r in voice.reports if r in first), voice) for voice in voices if first.keys() & voice.reports
    )
    texts: dict[str, str] = {}
    for _, voice in sorted(own, key=lambda row: row[0]):
        texts.setdefault(_plain(voice.name), voice.id)
    return texts


def _plain(name: str) -> str:
    known = find_outlet(name)
    return (known.name if known else " ".join(name.split())).casefold().removeprefix("the ")


def _links(found: Extracted) -> Iterable[Attribution]:
    return (link for claim in found.claims for link in claim.attribution)


def _is_cited(link: Attribution, texts: Mapping[str, str]) -> bool:
    return link.voice is not None and link.type in _MEDIA and _plain(link.name) in texts


def _revoiced(claim: Claim, cited: Mapping[str | None, str]) -> Claim:
    chain = tuple(msgspec.structs.replace(link, voice=cited.get(link.voice, link.voice)) for link in claim.attribution)
    return msgspec.structs.replace(claim, attribution=chain)


def _row(voice: Voice, cited: Mapping[str | None, str]) -> Voice:
    """A cited outlet's row only lends its entity to the text's: its reports are those that cite, not those that carry."""
    return msgspec.structs.replace(voice, id=cited[voice.id], reports=()) if voice.id in cited else voice
