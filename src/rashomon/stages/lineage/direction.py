"""Which of two reports took from the other, and how sure that is.

Each rule is a small function that returns the derived report, how sure it is and why in words, or None; the first that
speaks decides. Where none does, `undetermined` is the answer."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from rashomon.model.report import Report
from rashomon.stages.lineage import english_days, english_sources, english_stamps
from rashomon.stages.lineage.evidence import Evidence
from rashomon.stages.lineage.house import outlet_name
from rashomon.stages.lineage.story import story_number
from rashomon.text.normalize import words

_ALL = 0.9  # share of the shorter text from which the other holds all of it
_DAY = 10  # characters of an ISO day
_MIDNIGHT = "T00:00:00"  # what a day without an hour becomes where a time is asked for
_PIECES = 2  # passages; a text in more of them was edited, and either side may have done it
_SENTENCE = 8  # words; less than that, put in or left out, is no sentence
_SUPPLIED = (
    3  # outlets that credit one that supplies others, and times as many as credit the other; one may cite a colleague
)
_VERSION = 0.5  # share of the shorter from which two texts are versions of one; others tell of other hours anyway
_STORY = 0.3  # share of the shorter from which two texts follow one story
_TAIL = 25  # words; one sentence at the end may be the printer's own, what was cut is more

Turn = tuple[Report, str, str] | None


def by_credit(e: Evidence) -> Turn:
    if e.a_credits_b == e.b_credits_a:
        return None
    derived, origin = (e.a, e.b) if e.a_credits_b else (e.b, e.a)
    return derived, "known", f"{outlet_name(derived)} credits {outlet_name(origin)}"


def by_correction(e: Evidence) -> Turn:
    """One of two versions says of itself that it mends or updates an earlier one."""
    mended = [r for r in (e.a, e.b) if english_sources.is_mended(r.text) or english_sources.is_updated(r.title or "")]
    if not e.kin or len(mended) != 1 or later_of(e.a, e.b) not in (None, mended[0]):
        return None  # an old page that was mended once does not come after what a later day printed
    return mended[0], "known", f"{outlet_name(mended[0])} says that its text mends an earlier version"


def by_story_number(e: Evidence) -> Turn:
    """A newsroom's system counts its stories up: of two of one day the greater number is the later. Without a day the number
    may be anything."""
    left, right = (story_number(report) if report.published else None for report in (e.a, e.b))
    if not left or not right or left[0] != right[0] or left[1] == right[1] or later_of(e.a, e.b):
        return None
    later = e.a if left[1] > right[1] else e.b
    return later, "likely", f"{outlet_name(later)} filed it later, by the number of the story in its address"


def by_pointer(e: Evidence) -> Turn:
    """A line of one that gives the other's headline after "Update:" leads to the later story."""
    for one, other in ((e.a, e.b), (e.b, e.a)):
        if e.kin and other.title and english_sources.points_on(one.text, other.title):
            return other, "likely", f"{outlet_name(one)} links to the other as an update"
    return None


def by_stamp(e: Evidence) -> Turn:
    """Two versions of one day say at what time they were written, or by what time what they tell had happened."""
    if not e.kin or later_of(e.a, e.b):
        return None
    stamps = english_stamps.stamp(e.a.text), english_stamps.stamp(e.b.text)
    if stamps[0] and stamps[1] and stamps[0] != stamps[1]:
        later, time = (e.a, stamps[0]) if stamps[0] > stamps[1] else (e.b, stamps[1])
        return later, "known", f"{outlet_name(later)} is stamped later ({time:%Y-%m-%d %H:%M})"
    noted = [r for r in (e.a, e.b) if english_stamps.says_what_is_new(r.text)]
    if len(noted) == 1:
        return noted[0], "known", f"{outlet_name(noted[0])} says what its version adds"
    clocks = english_stamps.last_clock(e.a.text), english_stamps.last_clock(e.b.text)
    if e.shorter < _VERSION or clocks[0] is None or clocks[1] is None or clocks[0] == clocks[1]:
        return None
    later = e.a if clocks[0] > clocks[1] else e.b
    return later, "likely", f"{outlet_name(later)} tells of a later hour of the day"


def by_issuer(e: Evidence) -> Turn:
    """An institution's own page has its words before those who print them, whatever the clocks of the two say."""
    origin = e.a if e.a_issues else e.b
    if e.kin or e.a_issues == e.b_issues:
        return None
    derived = e.b if origin is e.a else e.a
    return derived, "likely", f"{outlet_name(origin)} is the page of the institution whose words they are"


def by_words_given(e: Evidence) -> Turn:
    """One gives the common words under an outlet's name ("As the Mail writes:"), the other as its own."""
    if e.kin or bool(e.a_under) == bool(e.b_under):
        return None
    derived, origin, name = (e.a, e.b, e.a_under) if e.a_under else (e.b, e.a, e.b_under)
    return (
        derived,
        "likely",
        f"{outlet_name(derived)} gives the words as those of {name}, {outlet_name(origin)} as its own",
    )


def by_common_agency(e: Evidence) -> Turn:
    """Two clients of one agency: which printed it first does not tell who took from whom."""
    if e.kin or not e.common:
        return None
    return later_or_greater(e.a, e.b), "undetermined", f"both credit {e.common}, so either may have it from there"


def by_supplier(e: Evidence) -> Turn:
    """An agency's own page, beside that of an outlet which hardly anybody credits: agencies are printed, they hardly print."""
    origin, derived = (e.a, e.b) if e.a_supplies > e.b_supplies else (e.b, e.a)
    most, least = max(e.a_supplies, e.b_supplies), min(e.a_supplies, e.b_supplies)
    if e.kin or most < max(_SUPPLIED, _SUPPLIED * least) or later_of(e.a, e.b) is origin:
        return None
    return derived, "likely", f"other outlets of the set credit {outlet_name(origin)} for their texts"


def by_clock(e: Evidence) -> Turn:
    later = later_of(e.a, e.b)
    sure = "known" if e.kin else "likely"
    return (later, sure, f"{outlet_name(later)} published later ({later.published})") if later else None


def by_days_named(e: Evidence) -> Turn:
    """A text that names a day after the day the other was published was written after it; and of two texts of one day,
    that which names a later day than the other."""
    for one, other in ((e.a, e.b), (e.b, e.a)):
        named, others = _days(one), _days(other)
        after = other.published[:_DAY] if other.published else ""
        if not after or not named or named[-1] <= max([after, *others]):
            continue
        if not one.published or (e.kin and one.published[:_DAY] == after):
            return one, "likely", f"{outlet_name(one)} names a day after the other was published ({named[-1]})"
    return None


def _days(report: Report) -> list[str]:
    return sorted(day for day in english_days.named(report.text, None) if day[:1].isdigit())


def by_toll(e: Evidence) -> Turn:
    """Where two versions differ in numbers only, counts that are greater throughout are the later ones."""
    changed = [
        pair for span, other in e.edge.passages for pair in _changed(e.a.text[slice(*span)], e.b.text[slice(*other)])
    ]
    if not e.kin or not changed:
        return None
    if all(x > y for x, y in changed) or all(x < y for x, y in changed):
        later = e.a if changed[0][0] > changed[0][1] else e.b
        high, low = max(changed[0]), min(changed[0])
        return later, "likely", f"{outlet_name(later)} counts {high} where the other has {low}"
    return None


def _changed(a: str, b: str) -> Iterator[tuple[int, int]]:
    """Numbers that stand at the same place of two wordings and differ; none where the wordings have other lengths."""
    left, right = words(a).forms, words(b).forms
    if len(left) == len(right):
        for x, y in zip(left, right, strict=True):
            if x != y and x.isdecimal() and y.isdecimal() and max(len(x), len(y)) <= 6:
                yield int(x), int(y)


def by_later_matter(e: Evidence) -> Turn:
    """A name found out, an arrest, a death since: the version of a newsroom that tells more of such is the later."""
    if not e.kin:
        return None
    a, b = (english_sources.tells_later_matter(r.text) for r in (e.a, e.b))
    if min(a, b) or a == b:
        return None
    later = e.a if a else e.b
    return later, "likely", f"{outlet_name(later)} tells what became known only later"


def by_stage(e: Evidence) -> Turn:
    """Of two versions of one day that which says done comes after that which says due."""
    stages = [english_stamps.stage(f"{report.title or ''}. {report.text}") for report in (e.a, e.b)]
    if not e.kin or e.shorter < _STORY or sorted(stages) != [0, 1]:
        return None
    later = e.a if stages[0] else e.b
    return later, "likely", f"{outlet_name(later)} tells as done what was still to come"


def by_added_matter(e: Evidence) -> Turn:
    """A newsroom adds to a story: the version that holds all of the other and a sentence more is the later."""
    if not e.kin or e.shorter < _ALL or e.added < _SENTENCE:
        return None
    longer = e.a if len(e.a.text) > len(e.b.text) else e.b
    return longer, "likely", f"{outlet_name(longer)} has all of the other's matter and adds to it"


def by_cut(e: Evidence) -> Turn:
    """Copy is cut from the end: a text that begins as the other does and ends before it was taken from it."""
    if e.kin or e.shorter < _ALL or e.tail < _TAIL or len(e.edge.passages) > _PIECES:
        return None
    longer = e.a if len(e.a.text) > len(e.b.text) else e.b
    derived = e.b if longer is e.a else e.a
    return (
        derived,
        "likely",
        f"{outlet_name(derived)} ends where {outlet_name(longer)} goes on, as copy is cut from its end",
    )


# The first that speaks decides.
TURNS: tuple[Callable[[Evidence], Turn], ...] = (
    by_credit, by_pointer, by_stamp, by_correction, by_issuer, by_words_given, by_common_agency, by_supplier, by_clock, by_days_named, by_toll,
    by_later_matter, by_stage, by_story_number, by_added_matter, by_cut,
)  # fmt: skip


def direction_of(e: Evidence) -> tuple[str, str, str, str]:
    """The derived report's id, the origin's, how sure that is, and why; where nothing tells, the later, else the greater
    id, is called derived (contract)."""
    nothing = later_or_greater(e.a, e.b), "undetermined", _silence(e)
    derived, sure, clue = next((turn for rule in TURNS if (turn := rule(e))), nothing)
    return derived.id, (e.b if derived is e.a else e.a).id, sure, clue


def _silence(e: Evidence) -> str:
    undated = [r for r in (e.a, e.b) if not r.published]
    if not undated:
        return "neither credits the other, and both are of one time"
    if len(undated) == 2:
        return "neither credits the other, and neither is dated"
    return f"neither credits the other, and {outlet_name(undated[0])} is undated"


def later_or_greater(a: Report, b: Report) -> Report:
    """The derived one where nothing tells (contract)."""
    return later_of(a, b) or (a if a.id > b.id else b)


def later_of(a: Report, b: Report) -> Report | None:
    """The one that was published later; None where the clock cannot tell. A day and a time are compared by the day."""
    if not (a.published and b.published):
        return None
    x, y = a.published.removesuffix(_MIDNIGHT), b.published.removesuffix(_MIDNIGHT)
    try:
        left, right = datetime.fromisoformat(x), datetime.fromisoformat(y)
    except ValueError:
        return None
    by_day = min(len(x), len(y)) <= _DAY or (left.tzinfo is None) != (right.tzinfo is None)
    x, y = (left.date().isoformat(), right.date().isoformat()) if by_day else (_utc(left), _utc(right))
    return None if x == y else a if x > y else b


def _utc(moment: datetime) -> str:
    return (moment.astimezone(UTC) if moment.tzinfo else moment).isoformat()
