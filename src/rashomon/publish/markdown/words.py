"""What happened when, how it came about, who said what, what things are called, and where: in the reports' own words."""

from collections.abc import Iterator

from rashomon.model.claim import Claim, Link
from rashomon.model.record import Frame, StoryRow, TimelineRow
from rashomon.publish.days import in_words, interval
from rashomon.publish.index import Index
from rashomon.publish.markdown.findings import STANDING
from rashomon.publish.markdown.text import more, quoted, table, text

MOST_SPEAKERS, MOST_SAID, MOST_WORDINGS, MOST_PLACES, MOST_STEPS = 60, 10, 12, 60, 12
NAMELESS = "a speaker who is not named"
STEPS = {  # by kind of link: the heading, and the end that answers
    "cause": "What led to it",
    "request": "Asked for",
    "decision": "Decided",
    "purpose": "For what",
    "condition": "Until when, or on what condition",
    "part": "Parts of it",
}


def days(index: Index, story: StoryRow) -> Iterator[str]:
    """Each event in a report's own sentence, in order of time; then when the reports came out."""
    rows = index.timeline_of(story)
    if rows:
        yield "\n".join(f"- {line_of(index, row)}" for row in rows)
    dated = [report for report in index.reports_of(story) if report.published]
    if dated:
        yield "Published: " + "; ".join(
            f"{in_words(report.published or '')} {text(index.outlet(report.id))}{' (day inferred)' if report.dated_by == 'story' else ''}"
            for report in dated[:60]
        ) + (f"; {more(len(dated) - 60)}" if len(dated) > 60 else "") + "."  # fmt: skip


def line_of(index: Index, row: TimelineRow) -> str:
    hour = f", {text(row.time)}" if row.time else ""
    voices = f"{len(row.voices)} voice{'' if len(row.voices) == 1 else 's'}"
    beside = (STANDING.get(row.modality), text(index.outlet(row.report)) if row.report else None, voices)
    return f"**{interval(row.start, row.end)}{hour}** {text(row.text)} ({', '.join(filter(None, beside))})"


def course(index: Index, story: StoryRow) -> Iterator[str]:
    """What led to what, as the reports word it: the words of both ends of each link, with the outlet."""
    links = index.links_of(story)
    for kind, heading in STEPS.items():
        alike: dict[tuple[str, str], list[Link]] = {}
        for link in links:
            if link.kind == kind:
                ends = (
                    index.cut(link.report, link.source.start, link.source.end),
                    index.cut(link.report, link.target.start, link.target.end),
                )
                alike.setdefault(ends, []).append(link)
        if alike:
            yield f"### {heading}"
            rows = sorted(alike.items(), key=lambda each: -len(index.outlets(link.report for link in each[1])))
            yield "\n".join(
                [
                    f"- {quoted(a)} → {quoted(b)} ({', '.join(map(text, index.outlets(link.report for link in same)))})"
                    for (a, b), same in rows[:MOST_STEPS]
                ]
                + ([f"- {more(len(rows) - MOST_STEPS)}"] if len(rows) > MOST_STEPS else [])
            )


def statements(index: Index, story: StoryRow) -> Iterator[str]:
    """Speakers, the most quoted first; direct speech in quotation marks, what is reported without."""
    said: dict[str, list[Claim]] = {}
    for claim in index.claims_of(story):
        if claim.statement:
            said.setdefault(speaker_of(index, claim), []).append(claim)
    ordered = sorted(said.items(), key=lambda each: (each[0] == NAMELESS, -len(each[1]), each[0]))
    for name, claims in ordered[:MOST_SPEAKERS]:
        yield f"### {text(name[:1].upper() + name[1:])}"
        yield "\n".join(lines_of(index, claims))
    if len(ordered) > MOST_SPEAKERS:
        yield f"{more(len(ordered) - MOST_SPEAKERS, 'more speakers').capitalize()}."


def speaker_of(index: Index, claim: Claim) -> str:
    assert claim.statement
    last = claim.attribution[-1] if claim.attribution else None
    named = index.entity(claim.statement.entity) or (index.entity(last.entity) if last else None)
    voice = index.voice(last.voice) if last and last.voice in index.voices and last.voice else None
    return named or voice or NAMELESS


def lines_of(index: Index, claims: list[Claim]) -> Iterator[str]:
    """The same words in several reports are one line; pieces of longer ones go with them."""
    same: dict[str, list[Claim]] = {}
    for claim in outermost(claims):
        same.setdefault(" ".join(said(index, claim).lower().split()), []).append(claim)
    for alike in list(same.values())[:MOST_SAID]:
        first = alike[0].statement
        assert first
        words = said(index, alike[0])
        how = "" if first.act == "speech" else f"{first.act}; "
        yield f"- {quoted(words) if first.direct else text(words)} ({how}{', '.join(map(text, index.outlets(claim.report for claim in alike)))})"
    if len(same) > MOST_SAID:
        yield f"- {more(len(same) - MOST_SAID)}"


def outermost(claims: list[Claim]) -> list[Claim]:
    """Without pieces that lie inside a longer piece of the same speaker's words."""
    spans = [
        (claim, claim.report, claim.statement.content_start, claim.statement.content_end)
        for claim in claims
        if claim.statement
    ]
    return [
        claim for claim, report, start, end in spans
        if not any(report == other and a <= start and end <= b and b - a > end - start for _, other, a, b in spans)
    ]  # fmt: skip


def said(index: Index, claim: Claim) -> str:
    assert claim.statement
    return index.cut(claim.report, claim.statement.content_start, claim.statement.content_end).strip()


def wording(index: Index, story: StoryRow) -> Iterator[str]:
    """What each outlet calls the same thing, and how often; a word that judges is marked, with who spoke it."""
    for frame in index.frames_of(story):
        yield f"### {text(frame.concept or index.entity(frame.entity) or 'one thing')}"
        yield "\n".join(terms_of(index, frame))


def terms_of(index: Index, frame: Frame) -> Iterator[str]:
    counts: dict[tuple[str, bool, str], list[str]] = {}
    for term in frame.terms:
        speaker = (
            (index.voice(term.speaker) if term.speaker in index.voices else index.entity(term.speaker) or term.speaker)
            if term.speaker
            else ""
        )
        counts.setdefault((term.text, term.loaded, (speaker or "") if term.loaded else ""), []).append(term.report)
    rows = sorted(counts.items(), key=lambda each: (each[0][1], -len(each[1]), each[0]))
    for (words, loaded, speaker), reports in rows[:MOST_WORDINGS]:
        times = f" ×{len(reports)}" if len(reports) > 1 else ""
        judges = f", a word that judges{f', spoken by {text(speaker)}' if speaker else ''}" if loaded else ""
        yield f"- {quoted(words)}{times}: {', '.join(map(text, index.outlets(reports)[:8]))}{judges}"
    if len(rows) > MOST_WORDINGS:
        yield f"- {more(len(rows) - MOST_WORDINGS)}"


def places(index: Index, story: StoryRow) -> Iterator[str]:
    found = index.places_of(story)
    inside = set(story.reports)
    rows = []
    for entity in found[:MOST_PLACES]:
        mentions = [mention for mention in entity.mentions if mention.report in inside]
        voices = {index.reports[mention.report].voice for mention in mentions}
        where = (
            f"{entity.lat:.3f}, {entity.lon:.3f}"
            if entity.lat is not None and entity.lon is not None
            else "not located"
        )
        rows.append(
            (text(entity.name), "yes" if entity.id in story.places else "", text(entity.country), where, text(entity.precision), str(len(voices)), str(len(mentions)))
        )  # fmt: skip
    if rows:
        yield table(
            ("place", "of the happening", "country", "latitude, longitude", "precision", "voices", "named"),
            rows,
            (5, 6),
        )
    if len(found) > MOST_PLACES:
        yield f"{more(len(found) - MOST_PLACES).capitalize()}."
