"""Writes src/rashomon/reference/data/common-words.tsv: how many of a thousand reports have a common English word.

    python tools/write_common_words.py EN_LEXEME_PROB.json.gz

The file is a part of the package spacy-lookups-data (MIT; `pip download --no-deps spacy-lookups-data==1.0.5`, unzip the wheel): for a million
forms of words the logarithm of their share of all words of running English text. A report is taken to have 400 words. Content words are counted by
their stems, capitalised ones as names besides, numbers as they are written. Only powers of two are kept, of words that one report in a thousand has.
"""

import gzip
import json
import re
import sys
from collections import defaultdict
from math import exp, floor, log2
from pathlib import Path

from rashomon.text.normalize import fold, is_content, stem

TABLE = Path(__file__).parent.parent / "src" / "rashomon" / "reference" / "data" / "common-words.tsv"
WORDS = 400  # of a report
REPORTS = 1000
_WORD = re.compile(r"[A-Za-z]{2,}|[1-9]\d*")
_NAME = re.compile(r"[A-Z][a-z]+")
HEAD = """\
# Common English words: kind (t: stem of a content word, n: capitalised name, #: number), word, and the number of reports in a thousand that have it, as a power of two.
# Made by tools/write_common_words.py from spacy-lookups-data 1.0.5 (Explosion, MIT).
"""


def main(path: Path) -> None:
    shares: dict[tuple[str, str], float] = defaultdict(float)
    for form, logarithm in json.loads(gzip.decompress(path.read_bytes())).items():
        for key in keys(form):
            shares[key] += exp(logarithm)
    rows = ((kind, word, level(share)) for (kind, word), share in sorted(shares.items()))
    TABLE.write_text(HEAD + "".join(f"{kind}\t{word}\t{found}\n" for kind, word, found in rows if found is not None))


def keys(form: str) -> list[tuple[str, str]]:
    if not _WORD.fullmatch(form):
        return []
    if form[0].isdigit():
        return [("#", form)]
    folded = fold(form)
    if not is_content(folded):
        return []
    return [("t", stem(folded))] + ([("n", folded)] if _NAME.fullmatch(form) else [])


def level(share: float) -> int | None:
    """Power of two of the reports that have the word; None for less than one in a thousand."""
    reports = REPORTS * (1 - exp(-share * WORDS))
    return floor(log2(reports) + 0.5) if reports >= 1 else None


if __name__ == "__main__":
    main(Path(sys.argv[1]))
