"""The bounds of opening inputs. All sizes are bytes."""

from dataclasses import dataclass

_MB = 1_000_000


@dataclass(frozen=True)
class FetchSettings:
    """Against hostile or accidental sizes; an input beyond one of them is rejected by name, and all else is still read.

    `max_page`: one text or HTML file (the longest news pages have under 10 MB).
    `max_line`: one line of a row file. `max_json`: a .json file, which is held as a whole.
    `max_unpacked`: all that one archive or .gz file holds. `max_ratio`: unpacked by packed size of one member, counted from
    `ratio_from` on (text seldom goes beyond 20; a bomb begins at 1,000). `max_members`: of one archive.
    `max_nesting`: archives within archives; 1 is an archive itself. `max_inputs`: files of one folder or glob.
    """

    max_page: int = 20 * _MB
    max_line: int = 20 * _MB
    max_json: int = 200 * _MB
    max_unpacked: int = 4_000 * _MB
    max_ratio: int = 500
    ratio_from: int = 5 * _MB
    max_members: int = 200_000
    max_nesting: int = 3
    max_inputs: int = 1_000_000
