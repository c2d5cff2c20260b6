"""The bounds of reading one page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class IntakeSettings:
    """`max_characters`: of one page's source; longer ones are cut there, with a problem (the longest live blogs have some 300,000).
    `max_html_characters`: of a page that is parsed as HTML (lxml needs about twenty times that in memory).
    `max_line`: characters of one line that rules look at; longer lines are body, never furniture.
    `longest_word`: letters and hyphens without a break between them; more of them are data, no word, and are taken out: rules that look
    ahead over words would look over all of it from each of its letters.
    `closing_share`: how many words may stand behind a mark that ends an article, as a share of those before it."""

    max_characters: int = 2_000_000
    max_html_characters: int = 10_000_000
    max_line: int = 1_200
    longest_word: int = 1_000
    closing_share: float = 0.35
