"""Words of reports as Markdown text. They are hostile input: nothing in them may become markup, in Markdown or in HTML.

`<`, `>` and whatever looks like a character reference are written as references, since some readers of Markdown do not know a backslash before them. All
else that Markdown reads is given a backslash. Words stay on one line, so that they can open no block but where they stand, and what opens one there
(`#`, `-`, `1.`, a fence) is given a backslash too.
"""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

_MARKUP = re.compile(r"([\\`*\[\]|~$]|(?<![^\W_])_|_(?![^\W_]))")  # an underscore within a word is one
_REFERENCE = re.compile(r"&(?=#|[A-Za-z][A-Za-z0-9]{1,31};)")
_OPENS = re.compile(r"^(?:([-+=#:!])|(\d{1,9})([.)]))")
# What could turn the words around it, or hide in them: C0 and C1 controls, embeddings, overrides and isolates, line and paragraph separators.
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LIVE = re.compile(r"(?i)\b(https?|ftp)://|\bwww\.")


def text(words: str | None) -> str:
    """The words, escaped, on one line. Words written from right to left are set apart, so that they turn nothing beside them."""
    line = " ".join(_HIDDEN.sub(" ", words or "").split())
    escaped = _MARKUP.sub(r"\\\1", _REFERENCE.sub("&amp;", line)).replace("<", "&lt;").replace(">", "&gt;")
    escaped = _LIVE.sub(_dead, escaped)
    if escaped.endswith("#"):  # the end of a heading, where Markdown drops it
        bare = escaped.rstrip("#")
        escaped = bare + "\\#" * (len(escaped) - len(bare))
    escaped = _OPENS.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", escaped)
    return f"\u2068{escaped}\u2069" if _RIGHT_TO_LEFT.search(escaped) else escaped


def _dead(found: re.Match[str]) -> str:
    """Addresses in a text are words, not links: readers that make links of them on their own must not."""
    return found[0].replace("://", "&#58;//").replace("www.", "www&#46;").replace("WWW.", "WWW&#46;")


def quoted(words: str) -> str:
    """In quotation marks, but where the words bring their own."""
    plain = words.strip()
    return text(plain) if plain[:1] in '"“«„' and plain[-1:] in '"”»“' and len(plain) > 1 else f"“{text(plain)}”"


def marked(words: str, start: int, end: int) -> str:
    """The words in quotation marks with those at `[start, end)` of them in bold, where Markdown can tell where the bold begins and ends."""
    inner = words[start:end]
    edges = words[start - 1 : start] + words[end : end + 1] if start else words[end : end + 1]
    if (
        not inner
        or not (inner[0].isalnum() and inner[-1].isalnum())
        or any(edge.isalnum() for edge in edges)
        or len(inner) == len(words)
    ):
        return quoted(words)
    before, after = words[:start], words[end:]
    return f"“{spaced(before, 'end')}**{text(inner)}**{spaced(after, 'start')}”"


def spaced(words: str, side: str) -> str:
    """Escaped, with the blank kept at the side where more words stand."""
    blank = bool(words) and (words[-1] if side == "end" else words[0]).isspace()
    if not words.strip():
        return " " if blank else ""
    return f"{text(words)} " if blank and side == "end" else f" {text(words)}" if blank else text(words)


def link(words: str, url: str | None) -> str:
    """A link to an address of the web; the words alone where there is none, or one of another kind."""
    if not url or not re.match(r"https?://[^\s]", url, re.IGNORECASE):
        return text(words)
    return f"[{text(words)}]({quote(_HIDDEN.sub('', url), safe=':/?#@!$&*+,;=%~._-')})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: Iterable[int] = ()) -> str:
    """A table of cells that are Markdown already; columns in `numbers` stand at the right."""
    right = set(numbers)
    lines = [f"| {' | '.join(head)} |", f"| {' | '.join('---:' if i in right else '---' for i in range(len(head)))} |"]
    return "\n".join([*lines, *(f"| {' | '.join(cell or ' ' for cell in row)} |" for row in rows)])


def more(count: int, noun: str = "more") -> str:
    return f"and {count:,} {noun}, in the record"
