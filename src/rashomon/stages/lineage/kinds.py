"""What kind of descent two reports' common words show, and which of the two took from the other.

Each rule is a small function that returns its verdict and a reason in words, or None; the first that speaks decides."""

from collections.abc import Callable
from datetime import UTC, datetime

from rashomon.model.report import Report
from rashomon.stages.lineage import english_days, english_sources
from rashomon.stages.lineage.evidence import Evidence
from rashomon.stages.lineage.house import outlet_name
from rashomon.stages.lineage.settings import Settings

Verdict = tuple[str, str] | None
Rule = Callable[[Evidence, Settings], Verdict]

_FOLLOW_UP = 4  # days; a newsroom's later piece with a good part of its own is a follow-up that repeats its background
_SENTENCE = 24.0  # words of a sentence of news in the mean
_CLAUSES = 0.4  # share of the shorter text that a rewriting keeps at least, to be told by its words alone
_ALL = 0.9  # share of the common words from which they are all the source's
_DAY = 10  # characters of an ISO day
_GROWN = 0.85  # share of the longer version that the shorter has at most, where the longer has grown
_PIECES = 4  # passages in which a rewritten text keeps its origin


def one_newsroom(e: Evidence, s: Settings) -> Verdict:
    """Labelling rules: one newsroom and a later version is a revision; background repeated in a follow-up an excerpt."""
    if not e.kin or (e.lent >= 0.9 and e.shorter < s.half):
        return None
    if e.shorter >= 0.97 and e.longer >= 0.97:
        return "copy", "one house carries the same text twice"
    follow_up = e.days is not None and e.days > _FOLLOW_UP
    if e.shorter >= (s.whole if follow_up else 0.55):
        return "revision", "two versions of one house's text"
    return "excerpt", "two texts of one house repeat the same sentences"


def one_text(e: Evidence, s: Settings) -> Verdict:
    """Agency copy is cut from the end: what is left of it stands in the other whole."""
    if e.shorter >= s.whole:
        return "copy", "nearly all of the shorter text stands in the other"
    return None


def other_words(e: Evidence, s: Settings) -> Verdict:
    """A rewritten text keeps clauses all over, hardly ever two sentences in a row."""
    if e.shorter >= _CLAUSES and e.lent < _ALL and len(e.edge.passages) >= _PIECES and e.mean_passage <= _SENTENCE:
        return "rewrite", "the same matter, clause by clause in other words"
    return None


def one_source(e: Evidence, s: Settings) -> Verdict:
    """Where words could come from a source that both name or from each other, the source is chosen (labelling rules)."""
    if e.a_credits_b or e.b_credits_a:
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


KINDS: tuple[Rule, ...] = (one_newsroom, one_text, own_words, other_words, one_source, lifted)


def kind_of(e: Evidence, s: Settings) -> tuple[str, str]:
    return next(verdict for rule in KINDS if (verdict := rule(e, s)))


Turn = tuple[Report, str, str] | None


def by_credit(e: Evidence) -> Turn:
    if e.a_credits_b == e.b_credits_a:
        return None
    derived, origin = (e.a, e.b) if e.a_credits_b else (e.b, e.a)
    return derived, "known", f"{outlet_name(derived)} credits {outlet_name(origin)}"


def by_common_agency(e: Evidence) -> Turn:
    """Two clients of one agency: which printed it first does not tell who took from whom."""
    common = sorted({c.name for c in e.a.credits} & {c.name for c in e.b.credits})
    if e.kin or not common:
        return None
    return _later_or_greater(e), "undetermined", f"both credit {common[0]}, so either may have it from there"


def by_clock(e: Evidence) -> Turn:
    later = later_of(e.a, e.b)
    sure = "known" if e.kin else "likely"
    return (later, sure, f"{outlet_name(later)} published later ({later.published})") if later else None


def by_correction(e: Evidence) -> Turn:
    """One of two versions says of itself that it mends an earlier one."""
    mended = [report for report in (e.a, e.b) if english_sources.is_mended(report.text)]
    if not e.kin or len(mended) != 1:
        return None
    return mended[0], "known", f"{outlet_name(mended[0])} says that its text mends an earlier version"


def by_days_named(e: Evidence) -> Turn:
    """A text that names a day after the day the other was published was written after it."""
    for one, other in ((e.a, e.b), (e.b, e.a)):
        named = sorted(day for day in english_days.named(one.text, None) if day[:1].isdigit())
        if not one.published and other.published and named and named[-1] > other.published[:_DAY]:
            return one, "likely", f"{outlet_name(one)} names a day after the other was published ({named[-1]})"
    return None


def by_added_matter(e: Evidence) -> Turn:
    """A newsroom adds to a story: the version that holds all of the other and more is the later."""
    if not e.kin or e.shorter < _ALL or e.longer > _GROWN:
        return None
    longer = e.a if len(e.a.text) > len(e.b.text) else e.b
    return longer, "likely", f"{outlet_name(longer)} has all of the other's matter and adds to it"


# The first that speaks decides.
TURNS: tuple[Callable[[Evidence], Turn], ...] = (
    by_credit, by_correction, by_common_agency, by_clock, by_days_named, by_added_matter,
)  # fmt: skip


def direction_of(e: Evidence) -> tuple[str, str, str, str]:
    """The derived report's id, the origin's, how sure that is, and why; where nothing tells, the later, else the greater
    id, is called derived (contract)."""
    nothing = _later_or_greater(e), "undetermined", "neither credit nor time tells which came first"
    derived, sure, clue = next((turn for rule in TURNS if (turn := rule(e))), nothing)
    return derived.id, (e.b if derived is e.a else e.a).id, sure, clue


def _later_or_greater(e: Evidence) -> Report:
    return later_of(e.a, e.b) or (e.a if e.a.id > e.b.id else e.b)


def later_of(a: Report, b: Report) -> Report | None:
    """The one that was published later; None where the clock cannot tell. A day and a time are compared by the day."""
    if not (a.published and b.published):
        return None
    try:
        left, right = datetime.fromisoformat(a.published), datetime.fromisoformat(b.published)
    except ValueError:
        return None
    by_day = min(len(a.published), len(b.published)) <= _DAY or (left.tzinfo is None) != (right.tzinfo is None)
    x, y = (left.date().isoformat(), right.date().isoformat()) if by_day else (_utc(left), _utc(right))
    return None if x == y else a if x > y else b


def _utc(moment: datetime) -> str:
    return (moment.astimezone(UTC) if moment.tzinfo else moment).isoformat()
