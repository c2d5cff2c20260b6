"""Stamps of a page that stand among its words ("Last updated at 08:58 GMT, Thursday, 24 June 2010"): they date the page, no story."""

import re
from collections.abc import Sequence

Span = tuple[int, int]
_LOOK = 40
_LABEL = r"(?:(?:Page|Article|Story) )?(?:[Ll]ast (?:updated|modified|edited|changed)|Last update|LAST UPDATED|first published)"
# "Updated: 3 March", "Posted on 3 March at 9 am |"; "Published on 3 March, the list …" tells of a list.
_MARK = r"(?:Published|Posted|Updated|Modified|Created|PUBLISHED|POSTED|UPDATED)"
_BEFORE = re.compile(rf"(?:\A|(?<![\w,] )(?<!\w))(?:{_LABEL}(?: at| on)?:? ?|{_MARK}(?: at| on)?: ?)$")
_LAST_BEFORE = re.compile(
    r"\b(?:Page|Article|Story) last (?:updated|modified)(?: at| on)?:? ?$|\bLast (?:updated|modified)(?: at| on)?:? ?$"
)
_AFTER = re.compile(r" ?[|•·-]? ?(?:Page last updated|Last updated|Last modified|LAST UPDATED)\b")
_JOIN = re.compile(r"[\s,|•·/–-]*(?:(?:GMT|UTC|BST|UK|ET|at)[\s,|•·/–-]*)*")


def stamps(text: str, spans: Sequence[Span]) -> frozenset[Span]:
    """Those of the expressions' spans (in order) that belong to a stamp: behind its label, right before one, or next to another such."""
    found: set[Span] = set()
    last = -1
    for start, end in spans:
        before = text[max(0, start - _LOOK) : start]
        beside = last >= 0 and last <= start and _JOIN.fullmatch(text, last, start) is not None
        if beside or _BEFORE.search(before) or _LAST_BEFORE.search(before) or _AFTER.match(text, end):
            found.add((start, end))
            last = end
    return frozenset(found)
