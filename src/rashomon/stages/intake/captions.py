"""Lines that belong to a picture: its credit and its caption."""

import re

from rashomon.stages.intake.captions_en import describes_picture
from rashomon.stages.intake.marks import marks, opening
from rashomon.text.dates.datelines import read_dateline

__all__ = ["describes_picture", "is_caption", "is_photo_credit"]


def is_photo_credit(low: str) -> bool:
    """ "Photo: …", folded: a word for a picture, a colon (or "by"), and a name."""
    match = opening(marks().photo).match(low)
    rest = low[match.end() :].lstrip() if match else ""
    return match is not None and (rest.startswith(_BEHIND_PHOTO) or not rest)


_BEHIND_PHOTO = (":", "-", "–", "/", "by ", "©", "credit")
_CREDITED = re.compile(
    r"(?:\((?:[^()]{0,60}\b)?(?:AP|AFP|Reuters|EPA|Getty|Photo|Foto|Фото|Photograph|Image|Picture)\b[^()]{0,60}\)\.?"
    r"|(?:Photo|Photograph|Picture|Image|Foto|Фото|Credit|Photo by|Photo courtesy)\s?:?\s[^.:]{2,60}"
    r"|[©/|]\s?[^.]{0,40}\b(?:AP|AFP|Reuters|REUTERS|EPA|Getty Images|Getty|TASS|Xinhua|Anadolu|Shutterstock|AAP|PA|dpa)\b[^.]{0,40}"
    r"|\b(?:Getty Images|Shutterstock|AP Photo/[\w .]{2,40}|via AP|via Getty Images|via Reuters))$"
)
_OF_CREDITS_BEFORE_STOP = (").", "AP Photo/")
_OF_CREDITS = ("(", "©", "/", "|", "Photo", "Pict", "Image", "Foto", "Фото", "Credit", "Getty", "Shutterstock", "via ")
_FILE_PICTURE = re.compile(
    r"(?:FILE|File|ARCHIVE)(?: PHOTO| photo| picture| image)?\s?[:–—-]\s|A file (?:photo|picture|image) "
)


def is_caption(line: str) -> bool:
    """A line that ends in a picture's credit, or begins as a picture from the archive, and has no dateline."""
    return (bool(_FILE_PICTURE.match(line)) or _is_credited(line)) and not read_dateline(line)


def _is_credited(line: str) -> bool:
    """Whether a picture's credit stands at its end. The marks are looked for first: the pattern costs a hundred times more."""
    tail = line[-120:]
    marks_of = _OF_CREDITS_BEFORE_STOP if tail.endswith(".") else _OF_CREDITS
    return any(map(tail.__contains__, marks_of)) and bool(_CREDITED.search(tail))
