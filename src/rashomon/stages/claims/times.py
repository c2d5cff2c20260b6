"""Date expressions of a report, and what they stand for."""

from datetime import date
from urllib.parse import urlsplit

from rashomon.model.measure import When
from rashomon.stages.claims.sentence import TimeMention
from rashomon.text.dates.find import DateExpression, find_dates
from rashomon.text.dates.stamps import stamps


def find_times(
    text: str, day: str | None, language: str | None = None, url: str | None = None
) -> tuple[TimeMention, ...]:
    """All date expressions of a report's text but stamps of the page, in order; relative ones counted from `day` (ISO), None where
    undated."""
    anchor = date.fromisoformat(day[:10]) if day else None
    found = find_dates(text, anchor, language, day_first(language, url))
    passed = stamps(text, [(one.start, one.end) for one in found])
    return tuple(_mention(text, one) for one in found if (one.start, one.end) not in passed)


# Countries that write the month first, and domains that tell no country; Canada writes both ways.
_MONTH_FIRST = frozenset({"us", "gov", "mil", "ph"})
_NO_COUNTRY = frozenset("com org net info news co io tv me media online ca int eu".split())


def day_first(language: str | None, url: str | None) -> bool | None:
    """Whether 5/6 is the fifth of June, by the outlet's language and the country of its address; None where neither says."""
    if language and language not in {"und", "mul"} and language.partition("-")[0] != "en":
        return True
    host = (urlsplit(url).hostname or "") if url else ""
    ending = host.rpartition(".")[2]
    if not ending or ending in _NO_COUNTRY:
        return False if language and language.upper() in {"EN-US", "EN-PH"} else None
    return ending not in _MONTH_FIRST


def _mention(text: str, expression: DateExpression) -> TimeMention:
    words = text[expression.start : expression.end]
    when = When(start=expression.first, end=expression.last, text=words) if expression.first else None
    return TimeMention(
        expression.start, expression.end, when, expression.is_set, expression.duration, expression.assumed
    )
