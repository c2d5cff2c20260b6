"""Words of texts, as this judge reads them."""

import re
import unicodedata

MARKUP = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
WORD = re.compile(r"\w+")
# Characters that nobody sees: directions, joiners, soft hyphens. A reader of the text may take them out or leave them in.
UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# What stands in a published text for what was left out of it.
LEFT_OUT = re.compile(r"\[…\]|\[text withheld\]")
# What stands in a published text for a private person's name.
LABEL = re.compile(r"\[person \d+\]|\[name withheld\]|\bperson-\d+\b|\bname-withheld\b")


def words_of(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFKC", UNSEEN.sub("", text)).casefold())
