"""Lines that belong to a picture: its credit and its caption."""

import re

from rashomon.stages.intake.captions_en import describes_picture
from rashomon.stages.intake.marks import folded, marks, opening
from rashomon.text.dates.datelines import read_dateline

__all__ = ["describes_picture", "is_caption", "is_photo_credit"]


def is_photo_credit(line: str) -> bool:
    """ "Photo: …": a word for a picture, a colon (or "by"), and a name."""
    match = opening(marks().photo).match(folded(line))
    if not match or len(line) > 120:
        return False
    rest = folded(line)[match.end() :].lstrip()
    return rest.startswith((":", "-", "–", "/", "by ", "©", "credit")) or not rest


_CREDITED = re.compile(
    r"(?:\((?:[^()]{0,60}\b)?(?:AP|AFP|Reuters|EPA|Getty|Photo|Foto|Фото|Photograph|Image|Picture)\b[^()]{0,60}\)\.?"
    r"|(?:Photo|Photograph|Picture|Image|Foto|Фото|Credit|Photo by|Photo courtesy)\s?:?\s[^.:]{2,60}"
    r"|[©/|]\s?[^.]{0,40}\b(?:AP|AFP|Reuters|REUTERS|EPA|Getty Images|Getty|TASS|Xinhua|Anadolu|Shutterstock|AAP|PA|dpa)\b[^.]{0,40}"
    r"|\b(?:Getty Images|Shutterstock|AP Photo/[\w .]{2,40}|via AP|via Getty Images|via Reuters))$"
)
_FILE_PICTURE = re.compile(
    r"(?:FILE|File|ARCHIVE)(?: PHOTO| photo| picture| image)?\s?[:–—-]\s|A file (?:photo|picture|image) "
)


def is_caption(line: str) -> bool:
    """A line that ends in a picture's credit, or begins as a picture from the archive."""
    if len(line) > 500 or read_dateline(line):
        return False
    return bool(_FILE_PICTURE.match(line)) or bool(_CREDITED.search(line[-120:]))
