"""Shows what the claims stage finds in text files: `python tools/look.py FILE… [--day 2022-01-06]`. For working on the stage."""

import sys
from pathlib import Path

from rashomon.model.report import Report
from rashomon.stages.claims.extract import article_of, claims_of
from rashomon.stages.claims.sentence import Article
from rashomon.stages.reading import Reader, installed_model, read
from rashomon.text.segment import sentences


def article(text: str, day: str | None = None, name: str = "x") -> Article:
    report = Report(id=name, source=name, text=text, language="en")
    reader = Reader(*installed_model())
    parts = [text[start:end] for start, end in sentences(text)]
    readings = dict(zip(parts, read(parts, reader), strict=True))
    return article_of(report, day, readings, ())


if __name__ == "__main__":
    day = sys.argv[sys.argv.index("--day") + 1] if "--day" in sys.argv else None
    for path in sys.argv[1:]:
        if Path(path).is_file():
            for claim in claims_of(article(Path(path).read_text(), day)):
                body = claim.figure or claim.event or claim.statement
                print(
                    claim.kind, [link.name for link in claim.attribution], claim.modality, claim.date, body, sep="\n  "
                )
