"""Words that reports may bring to harm who reads their record, one of each kind, and a record of which every string has all of them."""

from rashomon.model.record import Record
from rashomon.publish.careful.strings import each_string, holds_words

MARK = "hacked"
SCRIPTS = (
    f"</script><script>window.{MARK}=1</script>",
    f"</title></style></noscript></textarea><svg onload=window.{MARK}=1>",
    f'"><img src=x onerror=window.{MARK}=1>',
    f"' onmouseover='window.{MARK}=1' x='",
    f"<!--<script>window.{MARK}=1//-->",
    f"<a href=javascript:window.{MARK}=1>x</a>",
    f"<iframe srcdoc='<script>parent.{MARK}=1</script>'>",
    f"<math><mtext><style><img src=x onerror=window.{MARK}=1></style>",
    "{{ 7*7 }}{% for x in y %}{{ config }}{# x #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    f"[x](javascript:window.{MARK}=1) ![x](https://outside.example/x.png) <https://outside.example/>",
    "```\n# heading\n| a | b |\n---\n> quote",
    "&lt;img src=x&gt; &#60;b&#62;",
    "=cmd|' /C calc'!A1",
)
STEERING = (
    "\u202egnp.exe\u202c",
    "\u2066\u2067\u2068",
    "\x1b]0;pwned\x07\x1b[2J\x1b[31m",
    "\x00\x08\x7f\x9b31m",
    "\u2028\u2029",
    "\r\nSet-Cookie: a=b",
    "\ufeff\u200b",
)
LONG = "w" * 300  # an outlet's name is no longer (stages/intake)
ALL = " ".join((*SCRIPTS, *STEERING, LONG))
SCHEMES = (f"javascript:window.{MARK}=1", f"JaVaScRiPt:window.{MARK}=1", f"data:text/html,<script>window.{MARK}=1</script>", "vbscript:x", f" javascript:window.{MARK}=1", "//outside.example/x", 'https://x.example/"onclick="x')  # fmt: skip


def hostile(record: Record, words: str = ALL) -> Record:
    """The record with the words behind every string that holds words, and in every text; spans and ids stay, so that all of it is drawn."""
    ids = {
        row.id
        for name in ("reports", "stories", "voices", "entities", "claims", "findings")
        for row in getattr(record, name)
    }

    def poisoned(name: str, value: str) -> str:
        if name in ("quote", "role", "settings") or value in ids or not holds_words(name):
            return value
        return SCHEMES[len(value) % len(SCHEMES)] if name == "url" else f"{value} {words}"

    made: Record = each_string(record, poisoned)
    return made
