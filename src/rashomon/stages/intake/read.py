"""Reads one page into a report: decode, extract, take the furniture out, then title, dates, outlet, language, credits. Pure."""

import re
from collections.abc import Iterable

import msgspec

from rashomon.model.identity import identify
from rashomon.model.problem import Problem, Rejected
from rashomon.model.report import Furniture, Intake, RawPage, Report
from rashomon.stages.intake.credits import credits_of
from rashomon.stages.intake.dating import Dates, from_dateline, from_url, iso_of, stamps
from rashomon.stages.intake.decode import decode, looks_binary
from rashomon.stages.intake.furniture import Stripped, strip
from rashomon.stages.intake.given import address_of, checked, title_of
from rashomon.stages.intake.page import Page, read_page
from rashomon.stages.intake.plain import paragraphs_of
from rashomon.stages.intake.publisher import Traces, publisher
from rashomon.stages.intake.settings import IntakeSettings
from rashomon.text.language import language_of

_DEFAULTS = IntakeSettings()
_STAGE = "intake"
_RECIPE = "rep1"


def read(page: RawPage, settings: IntakeSettings = _DEFAULTS) -> Intake:
    """The report of one page, or its rejection in a plain sentence; never both."""
    decoded = _decoded(page, settings)
    if isinstance(decoded, Rejected):
        return Intake(rejected=decoded)
    text, problems = decoded
    row, unread = checked(page.row)
    page = msgspec.structs.replace(page, row=row)
    found = read_page(text) if page.media == "html" else Page(paragraphs=tuple(paragraphs_of(text)))
    if not found.paragraphs:
        return Intake(
            rejected=_rejected(page, "No article was found in it. Give a page that holds one, or its text as .txt.")
        )
    lines, data = without_data(found.paragraphs, settings.longest_word)
    stripped = strip(lines, _title(page, found), settings)
    stripped = stripped._replace(furniture=(*stripped.furniture, *data))
    if data:
        problems.append(
            (
                "no-words",
                f"{len(data)} runs of more than {settings.longest_word:,} letters without a break are no words, and were taken out.",
            )
        )
    if not any(re.search(r"\w", line) for line in stripped.kept):
        return Intake(
            rejected=_rejected(
                page, "It holds no words of an article, only what stands around one. Give its full text."
            )
        )
    report, dating = _report(page, found, stripped)
    return Intake(report=report, problems=tuple(_of(report, problem) for problem in (*problems, *unread, *dating)))


def without_data(lines: Iterable[str], longest: int) -> tuple[list[str], tuple[Furniture, ...]]:
    """The lines without runs of letters that are too long for words, and these runs."""
    run = re.compile(rf"[\w-]{{{longest + 1},}}")
    taken: list[Furniture] = []
    kept = []
    for line in lines:
        if len(line) > longest:
            taken += [Furniture(text=found, kind="other") for found in run.findall(line)]
            line = " ".join(run.sub(" ", line).split()) if run.search(line) else line
        kept.append(line)
    return [line for line in kept if line], tuple(taken)


def _of(report: Report, problem: tuple[str, str]) -> Problem:
    return Problem(stage=_STAGE, report=report.id, where=report.source, code=problem[0], message=problem[1])


def _decoded(page: RawPage, settings: IntakeSettings) -> tuple[str, list[tuple[str, str]]] | Rejected:
    if page.text is not None:
        text: str = page.text.encode("utf-8", "replace").decode("utf-8")  # lone surrogates of broken JSON
    else:
        content = page.content or b""
        if not content.strip():
            return _rejected(page, "The file is empty. Give a file that holds a report.")
        found = decode(content, page.media)
        if found is None:
            return _rejected(page, "The file is not text, or its encoding could not be told. Save it as UTF-8 text.")
        text = found[0]
    if not text.strip() or looks_binary(text):
        return _rejected(page, "There is no text in it. Give the report's words as text.")
    most = settings.max_html_characters if page.media == "html" else settings.max_characters
    if len(text) > most:
        return _cut(text, most), [("cut-short", f"It has {len(text):,} characters; only the first {most:,} were read.")]
    text = text.replace("\x00", "\ufffd")
    lost = text.count("\ufffd")
    return text, [("letters-lost", f"{lost} characters could not be decoded; save the file as UTF-8.")] if lost else []


def _cut(text: str, most: int) -> str:
    """The head of a text or page up to a tag, a line or a word, so that no word is cut in two."""
    head = text[:most]
    ends = (head.rfind(mark, most - 2_000) for mark in ("<", "\n", " "))
    return head[: next((end for end in ends if end > 0), most)]


def _rejected(page: RawPage, sentence: str) -> Rejected:
    return Rejected(source=page.source, error=f"{page.source} could not be read. {sentence}")


def _title(page: RawPage, found: Page) -> str | None:
    return page.row.title or title_of(found.title)


def _report(page: RawPage, found: Page, stripped: Stripped) -> tuple[Report, list[tuple[str, str]]]:
    text = "\n\n".join(stripped.kept)
    url = page.row.url or address_of(found.url)
    language = page.row.language or _language(text, found.language)
    dates, problems = _dates(page, found, stripped.furniture, text, language)
    outlet, _ = publisher(Traces(page.row, found.site, url, text, stripped.furniture))
    report = Report(
        id=identify(_RECIPE, page.source, text),
        source=page.source,
        text=text,
        language=language,
        title=stripped.headline,
        outlet=outlet,
        bylines=page.row.bylines or found.bylines or _bylines(stripped.furniture),
        url=url,
        published=dates.published,
        modified=dates.modified,
        dated_by=dates.dated_by,
        retrieved=page.row.retrieved,
        credits=credits_of(text, outlet, stripped.furniture, page.row.bylines or found.bylines, url),
        furniture=stripped.furniture,
    )
    return report, problems


def _language(text: str, declared: str | None) -> str:
    told = language_of(text)
    return declared if told == "und" and declared else told


def _dates(
    page: RawPage, found: Page, furniture: tuple[Furniture, ...], text: str, language: str
) -> tuple[Dates, list[tuple[str, str]]]:
    """The first of metadata, stamps, dateline and address that knows; a date that was given and cannot be read is a problem."""
    given = iso_of(page.row.published or found.published, language)
    problems = []
    if page.row.published and not given:
        problems.append(
            ("date-unread", f"The date {page.row.published[:60]!r} could not be read; write it as 2022-01-06.")
        )
    stamped = stamps(furniture, language)
    metadata = given or iso_of(found.guessed)
    best = Dates(metadata, None, "metadata") if metadata else stamped
    if not best.published:
        best = from_dateline(text)
    if not best.published:
        best = from_url(page.row.url or found.url)
    modified = iso_of(page.row.modified or found.modified, language) or stamped.modified
    return Dates(best.published, modified, best.dated_by), problems


_BY = re.compile(r"(?:Written |Story )?[Bb][Yy]:?\s+([^\d|,(]{3,60}?)(?:\s*[,|(].*)?$")
_SIGNED = re.compile(r"([A-Z][^\d|,(:]{3,60}), [^,]{3,60}$")


def _bylines(furniture: tuple[Furniture, ...]) -> tuple[str, ...]:
    """ "By Ada Holm" and "Ada Holm, Velmora Herald": the person alone."""
    lines = (one.text for one in furniture if one.kind == "byline")
    return tuple(match[1] for line in lines if (match := _BY.match(line) or _signed(line)))


def _signed(line: str) -> re.Match[str] | None:
    return None if re.search(r"\b[Bb]y\b|[Rr]eporting|[Ee]diting", line) else _SIGNED.match(line)
