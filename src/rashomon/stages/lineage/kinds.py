"""What kind of descent two reports' common words show.

Each rule is a small function that returns its verdict and a reason in words, or None; the first that speaks decides."""

from collections.abc import Callable

from rashomon.stages.lineage.evidence import Evidence
from rashomon.stages.lineage.settings import Settings

Verdict = tuple[str, str] | None
Rule = Callable[[Evidence, Settings], Verdict]

_FOLLOW_UP = 4  # days; a newsroom's later piece with a good part of its own is a follow-up that repeats its background
_SENTENCE = 24.0  # words of a sentence of news in the mean
CLAUSES = 0.4  # share of the shorter text that a rewriting keeps at least, to be told by its words alone
_OWN = 0.2  # share of the shorter text that is common and given as nobody's words
_EDITED = 0.6  # share of a text credited as a whole that stands in the other at least; a desk's pencil leaves so much
_ALL = 0.9  # share of the common words from which they are all the source's
_PIECES = 4  # passages in which a rewritten text keeps its origin


def one_newsroom(e: Evidence, s: Settings) -> Verdict:
    """Labelling rules: one newsroom and a later version is a revision; background repeated in a follow-up an excerpt. What a
    newsroom says again is its own sentence, though an official be named in it; only words quoted or announced are his."""
    if not e.kin or (e.quoted >= _ALL and e.shorter < s.half):
        return None
    if e.shorter >= 0.97 and e.longer >= 0.97:
        return "copy", "one house carries the same text twice"
    follow_up = e.days is not None and e.days > _FOLLOW_UP
    if e.shorter >= (s.whole if follow_up else 0.55):
        return "revision", "two versions of one house's text"
    return "excerpt", "two texts of one house repeat the same sentences"


def put_together(e: Evidence, s: Settings) -> Verdict:
    """A report put together from two wires carries sentences of each, however much of a short one."""
    if e.mixed and not e.kin and e.lent < _ALL:
        return "excerpt", "the one is put together from several texts, as its credits say"
    return None


def one_text(e: Evidence, s: Settings) -> Verdict:
    """Agency copy is cut from the end: what is left of it stands in the other whole."""
    if e.shorter >= s.whole:
        return "copy", "nearly all of the shorter text stands in the other"
    if e.whole and e.shorter >= _EDITED:
        return "copy", "the text is credited as a whole, and most of it stands in the other"
    return None


def other_words(e: Evidence, s: Settings) -> Verdict:
    """A rewritten text keeps clauses all over, hardly ever two sentences in a row."""
    if (
        e.shorter >= CLAUSES
        and (1 - e.lent) * e.shorter >= _OWN
        and len(e.edge.passages) >= _PIECES
        and e.mean_passage <= _SENTENCE
    ):
        return "rewrite", "the same matter, clause by clause in other words"
    return None


def one_source(e: Evidence, s: Settings) -> Verdict:
    """Where words could come from a source that both name or from each other, the source is chosen (labelling rules)."""
    if e.a_credits_b or e.b_credits_a or e.a_under or e.b_under:
        return None
    if e.lent >= (_ALL if e.shorter >= s.half else s.attributed):
        return "relay", "the common words are those of a source"
    return None


def own_words(e: Evidence, s: Settings) -> Verdict:
    """Words of an institution's own report, given in another as the institution's: a relay, however much of it is taken."""
    if e.issuer and e.longer < s.whole:
        return "relay", f"the common words are those of {e.issuer}, whose own report the one is"
    return None


def lifted(e: Evidence, s: Settings) -> Verdict:
    return "excerpt", "the same sentences stand in both, given as nobody's"


KINDS: tuple[Rule, ...] = (one_newsroom, put_together, one_text, own_words, other_words, one_source, lifted)


def kind_of(e: Evidence, s: Settings) -> tuple[str, str]:
    return next(verdict for rule in KINDS if (verdict := rule(e, s)))
