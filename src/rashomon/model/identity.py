"""Ids derived from content. The recipe's version stands in the id: `rep1-…` is recipe 1 of a report's id."""

import hashlib

_DIGEST_BYTES = 8


def digest(*parts: str) -> str:
    """16 hex digits over the parts, each framed by its length, so that ("ab", "c") and ("a", "bc") differ."""
    hasher = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        hasher.update(len(data).to_bytes(8, "big"))
        hasher.update(data)
    return hasher.hexdigest()


def identify(kind: str, *parts: str) -> str:
    """The id of a row: `kind` is its recipe's name ("rep1", "cla1"), the parts are what the row is."""
    return f"{kind}-{digest(*parts)}"


def speaker_voice_id(name: str, entity: str | None) -> str:
    """The voice id of a speaker: by its entity where known, else by its folded name.

    Unnamed sources have no voice of their own; their attribution's `voice` is None and they count one together.
    """
    return identify("voi1", "speaker", entity or " ".join(name.casefold().split()))


def text_voice_id(reports: tuple[str, ...]) -> str:
    """The voice id of one text, by the ids of the reports that carry it (in any order)."""
    return identify("voi1", "text", *sorted(reports))
