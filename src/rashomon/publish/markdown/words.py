"""What happened when, how it came about, who said what, what things are called, and where: in the reports' own words."""

from collections.abc import Iterator

from rashomon.model.claim import Claim
from rashomon.model.record import Frame, StoryRow, TimelineRow
from rashomon.publish.days import in_words, interval
from rashomon.publish.index import STEPS, Index
from rashomon.publish.markdown.findings import STANDING
from rashomon.publish.markdown.text import more, quoted, table, text

MOST_SPEAKERS, MOST_SAID, MOST_WORDINGS, MOST_PLACES, MOST_STEPS = 60, 10, 12, 60, 12


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
    """What led to what, as the reports word it: the words of both ends of each link, with the outlets."""
    for kind, heading in STEPS.items():
        rows = index.steps(story, kind)
        if rows:
            yield f"### {heading}"
            lines = [
                f"- {quoted(a)} → {quoted(b)} ({', '.join(map(text, index.outlets(reports)))})"
                for (a, b), reports in rows[:MOST_STEPS]
            ]
            yield "\n".join(lines + ([f"- {more(len(rows) - MOST_STEPS)}"] if len(rows) > MOST_STEPS else []))


def statements(index: Index, story: StoryRow) -> Iterator[str]:
    """Speakers, the most quoted first; direct speech in quotation marks, what is reported without."""
    speakers = index.statements_of(story)
    for name, said in speakers[:MOST_SPEAKERS]:
        yield f"### {text(name)}"
        lines = [line_of_words(index, words, claims) for words, claims in said[:MOST_SAID]]
        yield "\n".join(lines + ([f"- {more(len(said) - MOST_SAID)}"] if len(said) > MOST_SAID else []))
    if len(speakers) > MOST_SPEAKERS:
        yield f"{more(len(speakers) - MOST_SPEAKERS, 'more speakers').capitalize()}."


def line_of_words(index: Index, words: str, claims: list[Claim]) -> str:
    first = claims[0].statement
    how = "" if first is None or first.act == "speech" else f"{first.act}; "
    outlets = ", ".join(map(text, index.outlets(claim.report for claim in claims)))
    return f"- {quoted(words) if first and first.direct else text(words)} ({how}{outlets})"


def wording(index: Index, story: StoryRow) -> Iterator[str]:
    """What each outlet calls the same thing, and how often; a word that judges is marked, with who spoke it."""
    for frame in index.frames_of(story):
        yield f"### {text(frame.concept or index.entity(frame.entity) or 'one thing')}"
        yield "\n".join(terms_of(index, frame))


def terms_of(index: Index, frame: Frame) -> Iterator[str]:
    counts: dict[tuple[str, bool, str], list[str]] = {}
    for term in frame.terms:
        counts.setdefault((term.text, term.loaded, index.named(term.speaker) if term.loaded else ""), []).append(
            term.report
        )
    rows = sorted(counts.items(), key=lambda each: (each[0][1], -len(each[1]), each[0]))
    for (words, loaded, speaker), reports in rows[:MOST_WORDINGS]:
        times = f" ×{len(reports)}" if len(reports) > 1 else ""
        judges = f", a word that judges{f', spoken by {text(speaker)}' if speaker else ''}" if loaded else ""
        yield f"- {quoted(words)}{times}: {', '.join(map(text, index.outlets(reports)[:8]))}{judges}"
    if len(rows) > MOST_WORDINGS:
        yield f"- {more(len(rows) - MOST_WORDINGS)}"


def places(index: Index, story: StoryRow) -> Iterator[str]:
    found = index.places_of(story)
    rows = []
    for entity in found[:MOST_PLACES]:
        mentions = index.mentions_in(story, entity)
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
