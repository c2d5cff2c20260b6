"""Checks a record against its own words, and against the reports where they are given. No model, no network.

This file shares no code with what it checks and reads the record as plain JSON, so that it can be read by itself. It
re-derives, by the rules at the end of the contract of the record:

1. each id is unique and each reference points to a row of the right table;
2. each offset lies in its text, and each quotation is the words at its offsets;
3. each number of a figure stands in the figure's own words, in digits or in words;
4. the counts of each answer's support, its numbers, reports and voices, the finding's status, each estimate's numbers and each point of
   a series follow from claims and relations;
5. each text's voice and each claim's origin follow from the lineage, and who is a member of what agrees on both sides;
6. what a story's tables hold is about its reports, kinds and groups are the contract's, days are in order, and the manifest's counts are the
   tables' sizes;
7. with the reports: the words of each paragraph stand in the source, in order.

`verify` returns the discrepancies in the order of these checks; none means that the record holds. What it cannot tell: whether
a sentence was understood rightly, and whether a word inside a paragraph was left out (page furniture may have stood there).
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

Row = dict[str, Any]
TABLES = (
    "reports", "stories", "lineage", "voices", "entities", "times", "claims", "links", "findings",
    "timeline", "omissions", "frames", "judgements", "problems", "rejected",
)  # fmt: skip
WITH_ID = ("reports", "stories", "voices", "entities", "claims", "findings")
JUDGED = ("reports", "entities", "claims", "findings")  # what persons' judgements shape


class Discrepancy(msgspec.Struct, frozen=True):
    """Something in the record that its own words do not bear out. `where` names table and row."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class Tables:
    """The record's tables by id."""

    def __init__(self, record: Row) -> None:
        self.record = record
        self.by_id = {name: {row.get("id"): row for row in record[name]} for name in TABLES}

    def rows(self, name: str) -> Iterator[tuple[str, Row]]:
        for number, row in enumerate(self.record.get(name, ())):
            yield f"{name}[{row.get('id') or number}]", row

    def text(self, report: Any) -> str | None:
        row = self.by_id["reports"].get(report)
        return row["text"] if row else None


def verify(record: Row, sources: Mapping[str, str] | None = None) -> list[Discrepancy]:
    """All discrepancies of a record, parsed from JSON. `sources` maps `reports[].source` to the source's text or markup."""
    missing = [name for name in TABLES if not isinstance(record.get(name), list)]
    if missing:
        return [Discrepancy("record", f"the table {name} is missing or is no list") for name in missing]
    try:
        tables = Tables(record)
        found = [discrepancy for check in CHECKS for discrepancy in check(tables)]
        return found + list(check_sources(tables, sources) if sources is not None else ())
    except (LookupError, TypeError, AttributeError, ValueError) as error:
        return [Discrepancy("record", f"it does not have the shape of the contract: {type(error).__name__}: {error}")]


# --- 1. ids and references ---------------------------------------------------------------------------------------------


def check_ids(tables: Tables) -> Iterator[Discrepancy]:
    seen: set[str] = set()
    for name in TABLES:
        for where, row in tables.rows(name):
            if not row.get("id"):
                if name in WITH_ID:
                    yield Discrepancy(where, "it has no id")
            elif row["id"] in seen:
                yield Discrepancy(where, "its id stands twice in the record")
            seen.add(row.get("id") or "")


def references(tables: Tables) -> Iterator[tuple[str, str, Any]]:
    """(where, table, id) of every reference that is set."""
    for where, row in tables.rows("reports"):
        yield where, "voices", row["voice"]
        yield where, "stories", row["story"]
    for where, row in tables.rows("stories"):
        yield from ((where, "reports", report) for report in row["reports"])
        yield from ((where, "entities", place) for place in row.get("places") or ())
        yield from ((where, "reports", part["report"]) for part in row.get("passages") or ())
    for where, row in tables.rows("lineage"):
        yield where, "reports", row["derived"]
        yield where, "reports", row.get("origin")
    for where, row in tables.rows("voices"):
        yield where, "entities", row.get("entity")
        yield from ((where, "reports", report) for report in row["reports"])
    for where, row in tables.rows("stock"):
        yield from ((where, "reports", place["report"]) for place in row["spans"])
    for where, row in tables.rows("entities"):
        yield from ((where, "reports", m["report"]) for m in [*row["mentions"], *(row.get("roles") or ())])
    for where, row in tables.rows("times"):
        yield where, "reports", row["report"]
    for where, row in tables.rows("claims"):
        yield from ((where, *pair) for pair in claim_references(row))
    for where, row in tables.rows("links"):
        yield where, "reports", row["report"]
        for end in (row["from"], row["to"]):
            yield where, "claims", end.get("claim")
            yield where, "entities", end.get("entity")
    for where, row in tables.rows("findings"):
        yield where, "stories", row["story"]
        for answer in row["answers"]:
            for table in ("claims", "reports", "voices"):
                yield from ((where, table, key) for key in answer[table])
            yield from ((where, "claims", words["claim"]) for words in answer["words"])
        for point in row.get("series") or ():
            yield from (
                (where, table, key) for table, key in (("claims", point["claim"]), ("voices", point.get("voice")))
            )
            yield where, "claims", (point.get("withdrawn") or {}).get("claim")
    for where, row in tables.rows("timeline"):
        yield where, "stories", row["story"]
        yield where, "reports", row.get("report")
        for table in ("claims", "voices"):
            yield from ((where, table, key) for key in row[table])
    for where, row in tables.rows("omissions"):
        yield where, "stories", row["story"]
        yield where, "reports", row["report"]
        yield from ((where, "findings", finding) for finding in row["findings"])
    for where, row in tables.rows("gaps"):
        yield where, "stories", row["story"]
        yield from ((where, table_of(key, tables), key) for key in row["on"])
    for where, row in tables.rows("frames"):
        yield where, "stories", row["story"]
        yield where, "entities", row.get("entity")
        yield from ((where, "reports", term["report"]) for term in row["terms"])
    for where, row in tables.rows("judgements"):
        for key in () if row.get("of") == "outlet" else (*row["on"], *(row.get("against") or ())):
            yield (
                where,
                table_of(key.partition("@")[0], tables, ("reports", "stories", "judgements", "claims")),
                key.partition("@")[0],
            )
        for key in (*(row.get("seen") or ()), *(key for flag in row.get("flags") or () for key in flag["on"])):
            yield where, table_of(key, tables, ("claims", "reports")), key
        yield from ((where, "judgements", key) for key in row.get("knowing") or ())
    for name in JUDGED:
        for where, row in tables.rows(name):
            yield from ((where, "judgements", key) for key in row.get("judged") or ())
    for where, row in tables.rows("problems"):
        yield where, "reports", row.get("report")


def table_of(key: str, tables: Tables, names: tuple[str, ...] = ("claims", "findings", "reports")) -> str:
    """The table that has a row of this id, of those that a gap or a judgement can be about; the first where none has."""
    return next((name for name in names if key in tables.by_id[name]), names[0])


def claim_references(claim: Row) -> Iterator[tuple[str, Any]]:
    yield "reports", claim["report"]
    yield "voices", claim.get("origin")
    yield from (("entities", place) for place in claim.get("places") or ())
    for link in claim["attribution"]:
        yield "entities", link.get("entity")
        yield "voices", link.get("voice")
    yield "claims", (claim.get("figure") or {}).get("of")
    yield "entities", (claim.get("statement") or {}).get("entity")
    yield from (("entities", person.get("entity")) for person in participants(claim))


def participants(claim: Row) -> list[Row]:
    event = claim.get("event") or {}
    return [person for part in ("actors", "targets", "blamed") for person in event.get(part) or ()]


def check_references(tables: Tables) -> Iterator[Discrepancy]:
    for where, table, key in references(tables):
        if key is not None and key not in tables.by_id[table]:
            yield Discrepancy(where, f"{key!r} is no row of {table}")


# --- 2. spans ----------------------------------------------------------------------------------------------------------


def spans(tables: Tables) -> Iterator[tuple[str, Any, Any, Any, str | None]]:
    """(where, report, start, end, the words that must stand there or None) of every span that is set."""
    for where, row in tables.rows("reports"):
        yield from ((where, row["id"], c.get("start"), c.get("end"), None) for c in row["credits"])
    for where, row in tables.rows("stories"):
        yield from ((where, p["report"], p["start"], p["end"], None) for p in row.get("passages") or ())
    for where, row in tables.rows("lineage"):
        for passage in row["passages"]:
            yield where, row["derived"], *passage["derived"], None
            if passage.get("origin"):
                yield where, row.get("origin"), *passage["origin"], None
    for where, row in tables.rows("stock"):
        yield from ((where, place["report"], place["start"], place["end"], None) for place in row["spans"])
    for where, row in tables.rows("entities"):
        yield from ((where, m["report"], m["start"], m["end"], None) for m in row["mentions"])
        yield from ((where, r["report"], r["start"], r["end"], r["role"]) for r in row.get("roles") or ())
    for where, row in tables.rows("times"):
        yield where, row["report"], row["start"], row["end"], (row.get("date") or {}).get("text")
    for where, row in tables.rows("claims"):
        yield from ((where, row["report"], *span) for span in claim_spans(row))
    for where, row in tables.rows("links"):
        for end in (row["from"], row["to"], {"start": row["cue_start"], "end": row["cue_end"]}):
            yield where, row["report"], end["start"], end["end"], None
    for where, row in tables.rows("findings"):
        for answer in row["answers"]:
            for words in answer["words"]:
                claim = tables.by_id["claims"].get(words["claim"]) or {}
                yield where, claim.get("report"), words["start"], words["end"], None
        for gone in filter(None, (point.get("withdrawn") for point in row.get("series") or ())):
            claim = tables.by_id["claims"].get(gone["claim"]) or {}
            yield where, claim.get("report"), gone["start"], gone["end"], None
    for where, row in tables.rows("frames"):
        yield from ((where, t["report"], t["start"], t["end"], t["text"]) for t in row["terms"])


def claim_spans(claim: Row) -> Iterator[tuple[Any, Any, str | None]]:
    yield claim["start"], claim["end"], claim["quote"]
    for link in claim["attribution"]:
        yield link.get("start"), link.get("end"), link["name"]
        yield link.get("cue_start"), link.get("cue_end"), None
    if figure := claim.get("figure"):
        yield figure["start"], figure["end"], figure["text"]
    if event := claim.get("event"):
        yield event["start"], event["end"], None
    yield from ((p["start"], p["end"], p["text"]) for p in participants(claim))
    if statement := claim.get("statement"):
        yield statement.get("speaker_start"), statement.get("speaker_end"), statement.get("speaker")
        yield statement.get("cue_start"), statement.get("cue_end"), None
        yield statement["content_start"], statement["content_end"], None


def check_spans(tables: Tables) -> Iterator[Discrepancy]:
    for where, report, start, end, words in spans(tables):
        text = tables.text(report)
        if start is None and end is None:
            continue
        if text is None or start is None or end is None or not 0 <= start < end <= len(text):
            yield Discrepancy(where, f"[{start}, {end}) does not lie in the text of {report}")
        elif words is not None and text[start:end] != words:
            yield Discrepancy(where, f"{words!r} is not what stands at [{start}, {end}): {text[start:end]!r}")
    for where, row in tables.rows("claims"):
        if (figure := row.get("figure")) and not row["start"] <= figure["start"] < figure["end"] <= row["end"]:
            yield Discrepancy(where, f"its figure {figure['text']!r} does not lie in its quotation")
        for date in (row.get("date"), row.get("as_of")):
            if isinstance(date, dict) and (date.get("text") or "") not in (tables.text(row["report"]) or ""):
                yield Discrepancy(where, f"its date {date['text']!r} does not stand in the report")
    texts = [words for row in tables.record["reports"] for words in (row["text"], row.get("title") or "")]
    for where, row in tables.rows("timeline"):
        if row.get("span") is not None:
            start, end = row["span"]
            if (tables.text(row.get("report")) or "")[start:end] != row["text"]:
                yield Discrepancy(
                    where, f"{row['text']!r} is not what stands at [{start}, {end}) of {row.get('report')}"
                )
        elif not any(row["text"] in text for text in texts):
            yield Discrepancy(where, f"{row['text']!r} stands in no report and is no headline")


# --- 3. numbers --------------------------------------------------------------------------------------------------------

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 10**9, "b": 10**9, "tn": 10**12}
WORDS = {
    "a": 1, "an": 1, "single": 1, "once": 1, "sole": 1, "lone": 1, "no": 0, "none": 0, "nobody": 0, "without": 0, "nil": 0,
    "dozen": 12, "dozens": 24, "half": 0.5, "halved": 0.5, "halving": 0.5, "quarter": 0.25, "third": 1 / 3,
    "couple": 2, "pair": 2, "both": 2, "twice": 2, "twin": 2, "double": 2, "doubled": 2, "doubling": 2, "doubles": 2,
    "twofold": 2, "triple": 3, "triples": 3, "trio": 3, "tripled": 3, "tripling": 3, "treble": 3, "trebled": 3, "trebling": 3, "threefold": 3,
    "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "fourfold": 4, "quintuple": 5,
    "tenfold": 10, "score": 20, "scores": 20,
}  # fmt: skip
TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f' ]\d{3}(?!\d))*(?:[.,]\d+)?|[^\W\d_]+")
# Numbers that count nobody: ages and ordinals.
NO_COUNT = re.compile(
    r"[\w-]+[- ](?:year|yr|month|week|day)s?[- ]olds?\b|\baged? \w+|, \d{1,3}\b|\b(?:third|quarter)\b", re.IGNORECASE
)
# Words that make no number with a small one beside them: "a single person" is one, not two.
ALONE = {"a", "an", "no", "dozens", "scores"}
# Words that no single person is told by.
PLURAL = set(
    "people persons men women children dozens hundreds thousands scores several many some few they them those these".split()
)


def readings_of_digits(token: str) -> set[float]:
    """What a run of digits may stand for: "1,000" is 1000, "3.5" is 3.5, "1.000" may be either; "400 737" of "400 737 jets"
    may be two numbers."""
    parts = token.split(" ")
    apart = {value for part in parts for value in readings_of_digits(part)} if len(parts) > 1 else set()
    bare = re.sub(r"[\u00a0\u202f' ]", "", token)
    forms = {
        re.sub(r"[.,]", "", bare),
        bare.replace(",", "."),
        bare.replace(",", ""),
        bare.replace(".", "").replace(",", "."),
    }
    return apart | {float(form) for form in forms if re.fullmatch(r"\d+(\.\d+)?", form)}


def numbers_in(words: str) -> set[float]:
    """Every number that the words may state, in digits, in words, or in both ("3.5 million", "two dozen")."""
    tokens = TOKEN.findall(unicodedata.normalize("NFKC", words).casefold())
    found: set[float] = set()
    for first in range(len(tokens)):
        found |= numbers_from(tokens[first:])
        found |= shared_scale(tokens[first : first + 4])
    return found


def shared_scale(tokens: list[str]) -> set[float]:
    """The first number of a range that shares the second one's scale: 10 million of "10 to 30 million" and "10-30 million"."""
    second = next((i for i in (1, 2) if len(tokens) > i + 1 and single(tokens[i]) and tokens[i + 1] in SCALES), None)
    if second is None or (second == 2 and tokens[1] not in {"to", "and", "or"}):
        return set()
    return {value * SCALES[tokens[second + 1]] for value in single(tokens[0])}


def numbers_from(tokens: list[str]) -> set[float]:
    """Every number that a run of tokens beginning with the first may state."""
    values = single(tokens[0])
    found = set(values)
    total, last = 0.0, 0.0
    for value in values:
        total, last = 0.0, value
        for token in tokens[1:8]:
            scale = SCALES.get(token) or SHORT_SCALES.get(token) or (12 if token == "dozen" else None)
            if scale:
                last *= scale
                if last >= 1_000:
                    total, last = total + last, 0.0
            elif token not in {"and", "a", "of"}:
                following = single(token)
                if not following or token[0].isdigit() or token in ALONE or tokens[0] in ALONE:
                    break
                last += min(following)
            found.add(total + last)
    if len(tokens) > 2 and tokens[1] == "and" and tokens[2:4] == ["a", "half"]:
        found |= {value + 0.5 for value in values}
    return found


def single(token: str) -> set[float]:
    if token[0].isdigit():
        return readings_of_digits(token)
    token = token.removesuffix("fold") if token.removesuffix("fold") in UNITS else token
    table: tuple[Mapping[str, float], ...] = (UNITS, TENS, SCALES, WORDS)
    return {float(words[token]) for words in table if token in words}


def is_single(words: str) -> bool:
    """Whether the words can stand for one person: no number but one (an age and an ordinal are no counts), and no plural."""
    return not (numbers_in(NO_COUNT.sub(" ", words)) - {1.0} or PLURAL & set(words_of(words)))


def check_numbers(tables: Tables) -> Iterator[Discrepancy]:
    """A figure's numbers stand in its words; those that a person corrected, in the person's, and those that were read before in the report's."""
    for where, row in tables.rows("claims"):
        if figure := row.get("figure"):
            corrected = "figure" in as_read(row).get("fields", ())
            words = figure["text"] if not corrected else correction(row["id"], "claim", "figure", tables)
            yield from (Discrepancy(where, why) for why in misnumbered(figure, words or ""))
        if before := as_read(row).get("figure"):
            yield from (Discrepancy(where, f"as it was read: {why}") for why in misnumbered(before, before["text"]))


def misnumbered(figure: Row, words: str) -> Iterator[str]:
    """What of the figure's numbers the words do not state."""
    words = LABEL.sub(" somebody ", words)  # a label's number counts nothing
    stated = numbers_in(words)
    numbers = {float(number) for end in ("low", "best", "high") if (number := figure.get(end)) is not None}
    if figure.get("implied"):
        if numbers != {1} or not is_single(words):
            yield f"{words!r} is no single person, yet it is an implied one"
        return
    for number in sorted(numbers):
        if not any(abs(number - value) <= 1e-9 * max(1.0, abs(value)) for value in stated):
            yield f"{number:g} does not stand in {words!r}"


# --- what persons decided ----------------------------------------------------------------------------------------------


def as_read(row: Row) -> Row:
    """What stood in a corrected row before a person corrected it."""
    found: Row = row.get("machine") or {}
    return found


def correction(key: str, of: str, field: str, tables: Tables) -> str | None:
    """The words of the judgement that says what the field of the row is now; None where no judgement that the row names does."""
    said = [each for each in decisions(key, of, "correct", tables) if each.get("field") == field]
    return str(said[-1].get("value")) if said else None


def decisions(key: str, of: str, what: str, tables: Tables) -> list[Row]:
    """The judgements of a kind on a row that the row itself says hold of it: adjudications last, and then the latest."""
    table = {"claim": "claims", "finding": "findings", "report": "reports", "entity": "entities"}[of]
    judged = tables.by_id[table].get(key, {}).get("judged") or ()
    found = [tables.by_id["judgements"].get(each) or {} for each in judged]
    some = [each for each in found if each.get("what") == what and each.get("of") == of and names(each, key, of)]
    return sorted(some, key=lambda each: (bool(each.get("final")), each["when"], each["id"]))


def names(each: Row, key: str, of: str) -> bool:
    """Whether a judgement is on the row; findings and entities have anchors of their own, which their rows hold."""
    return key in each["on"] or of in ("finding", "entity")


def check_judged(tables: Tables) -> Iterator[Discrepancy]:
    """What a person is said to have decided, a judgement decided: each rejection and correction; and what is rejected answers nothing."""
    for where, row in tables.rows("claims"):
        rejected = decisions(row["id"], "claim", "reject", tables)
        if bool(row.get("rejected")) != bool(rejected):
            yield Discrepancy(
                where,
                "it is rejected, and no judgement says so"
                if not rejected
                else "it is not rejected, though a judgement says so",
            )
        for field in as_read(row).get("fields", ()):
            if correction(row["id"], "claim", field, tables) is None:
                yield Discrepancy(where, f"its {field} is corrected, and no judgement says so")
        yield from (Discrepancy(where, why) for why in miscorrected(row, tables))
    for of, name in (("report", "reports"), ("entity", "entities")):
        for where, row in tables.rows(name):
            for field in as_read(row).get("fields", ()):
                said = correction(row["id"], of, field, tables)
                if said != (row.get(field) or "none"):
                    yield Discrepancy(where, f"its {field} is {row.get(field)!r}, and a judgement says {said!r}")
    for where, row in tables.rows("reports"):
        if rating := row.get("reliability"):
            each = tables.by_id["judgements"].get(rating["judgement"]) or {}
            if (each.get("what"), each.get("value"), each.get("who")) != ("rate", rating["value"], rating["who"]):
                yield Discrepancy(where, f"its outlet is rated {rating['value']}, and no judgement says so")
    gone = {row["id"] for row in tables.record["claims"] if row.get("rejected")}
    for name in ("findings", "timeline"):
        for where, row in tables.rows(name):
            used = (
                set(row["claims"])
                if name == "timeline"
                else {key for answer in row["answers"] for key in answer["claims"]}
            )
            yield from (
                Discrepancy(where, f"it rests on {key}, which a person rejected") for key in sorted(used & gone)
            )


def miscorrected(claim: Row, tables: Tables) -> Iterator[str]:
    """Corrected fields that are not what the person said."""
    figure, link = claim.get("figure") or {}, (claim["attribution"] or [{}])[-1]
    date, as_of = claim.get("date") or {}, claim.get("as_of") or {}
    now = {
        "modality": claim["modality"],
        "measure": figure.get("measure"),
        "scope": figure.get("scope") or "none",
        "counted": figure.get("counted"),
    }
    for field in as_read(claim).get("fields", ()):
        said = correction(claim["id"], "claim", field, tables)
        if said is None:
            continue
        if field in now and said.casefold() != str(now[field]).casefold():
            yield f"its {field} is {now[field]!r}, and the judgement says {said!r}"
        if (
            field == "attribution"
            and claim["attribution"]
            and (len(claim["attribution"]) > 1 or link.get("name") != said)
        ):
            yield f"it is said by {link.get('name')!r}, and the judgement says {said!r}"
        if field in ("date", "as_of"):
            when = date if field == "date" else as_of
            if not all((when.get(end) or "") in said for end in ("start", "end")):
                yield f"its {field} is {when.get('start')} to {when.get('end')}, and the judgement says {said!r}"


# --- 4. support --------------------------------------------------------------------------------------------------------


def counted(answer: Row, tables: Tables) -> Row:
    """The counts behind an answer. Speakers: the last link of each chain; unnamed ones count one together. Families: publishers,
    those of one owner counted as one."""
    claims = [tables.by_id["claims"][key] for key in answer["claims"]]
    reports = [tables.by_id["reports"][claim["report"]] for claim in claims]
    texts = [claim.get("origin") or report["voice"] for claim, report in zip(claims, reports, strict=True)]
    speakers = [
        claim["attribution"][-1].get("voice") if claim["attribution"] else text
        for claim, text in zip(claims, texts, strict=True)
    ]
    return {
        "reports": len({report["id"] for report in reports}),
        "outlets": len({report.get("outlet") for report in reports}),
        "texts": len(set(texts)),
        "speakers": len(set(speakers)),
        "families": len({report.get("family") or report.get("outlet") for report in reports}),
    }


def check_support(tables: Tables) -> Iterator[Discrepancy]:
    for where, row in tables.rows("findings"):
        if not row["answers"] or not all(answer["claims"] for answer in row["answers"]):
            yield Discrepancy(where, "an answer has no claim")
            continue
        yield from (Discrepancy(where, why) for why in miscounted(row["support"], row["answers"][0], tables))
        if row["status"] not in statuses(row):
            yield Discrepancy(where, f"its status is {row['status']}, its answers give {' or '.join(statuses(row))}")
        pairs = sorted(tuple(sorted((relation["a"], relation["b"]))) for relation in row["relations"])
        if pairs != [(a, b) for a in range(len(row["answers"])) for b in range(a + 1, len(row["answers"]))]:
            yield Discrepancy(where, "there is not one relation for each two answers")
        for answer in row["answers"]:
            yield from (
                Discrepancy(where, f"the answer {answer['value']!r}: {why}") for why in faults(answer, row, tables)
            )


def miscounted(support: Row, answer: Row, tables: Tables) -> Iterator[str]:
    for name, count in counted(answer, tables).items():
        if support.get(name) != count and (name != "families" or name in support):
            yield f"support.{name} is {support.get(name)}, its claims give {count}"


def check_estimates(tables: Tables) -> Iterator[Discrepancy]:
    """Persons whom an estimate counts one by one: a claim of the finding for each, that tells of one person; and those not counted,
    since they died: claims that tell of the dead."""
    for where, row in tables.rows("findings"):
        own = {key for answer in row["answers"] for key in answer["claims"]}
        for rule, estimate in (row.get("estimates") or {}).items():
            persons, died = set(estimate.get("persons") or ()), estimate.get("died") or ()
            if persons and estimate.get("best") != len(persons):
                yield Discrepancy(where, f"{rule} counts {estimate.get('best')}, and names {len(persons)} persons")
            figures = {key: tables.by_id["claims"].get(key, {}).get("figure") or {} for key in (*persons, *died)}
            if not persons <= own or not all(figures[key].get("implied") for key in persons):
                yield Discrepancy(where, f"{rule} counts a person of whom no claim of its answers tells")
            if any(figures[key].get("measure") != "killed" for key in died):
                yield Discrepancy(where, f"{rule} leaves out one as dead of whom no claim tells that")


RULES = ("ucdp", "acled", "latest_official", "mode_by_voice", "median_by_voice", "min_max")
ANALYST = "analyst"  # an estimate that a person made
# What ACLED codes a word as that names no number. Longest first, for "several hundred" is no "several".
CODED = (
    ("hundreds of thousands", 100_000), ("tens of thousands", 10_000), ("several thousand", 1_000), ("several hundred", 100),
    ("a few hundred", 100), ("several dozen", 12), ("millions", 1_000_000), ("thousands", 1_000), ("hundreds", 100), ("dozens", 12),
    ("scores", 20), ("tens", 10), ("several", 3), ("many", 3), ("few", 3), ("couple", 2),
)  # fmt: skip


def check_rules(tables: Tables) -> Iterator[Discrepancy]:
    """Each named rule gives its estimate, with a reason, in numbers that the finding's claims bear out."""
    for where, row in tables.rows("findings"):
        estimates = row.get("estimates")
        if estimates is None:
            continue
        if set(estimates) - {ANALYST} != set(RULES):
            yield Discrepancy(where, f"its estimates are by {', '.join(sorted(estimates))}")
        own = [tables.by_id["claims"][key] for answer in row["answers"] for key in answer["claims"]]
        for rule, estimate in estimates.items():
            why_not = unfounded(rule, estimate, own) if rule != ANALYST else invented(estimate, row["id"], tables)
            yield from (Discrepancy(where, f"{rule}: {why}") for why in why_not)


def unfounded(rule: str, estimate: Row, claims: list[Row]) -> Iterator[str]:
    """What an estimate says that the claims do not bear out, nor the rule."""
    ends = {end: estimate.get(end) for end in ("low", "best", "high")}
    given = [number for number in ends.values() if number is not None]
    figures = [claim.get("figure") or {} for claim in claims]
    told = {float(n) for figure in figures for end in ends if (n := figure.get(end)) is not None}
    told |= (
        set(map(float, range(sum(bool(figure.get("implied")) for figure in figures) + 1)))
        if any_implied(figures)
        else set()
    )
    if rule == "acled":
        told |= {coded for figure in figures if (coded := coded_as(figure.get("text") or "")) is not None}
    if not estimate.get("why"):
        yield "it gives no reason"
    if given != sorted(given):
        yield "its low, best and high are not in order"
    died = bool(estimate.get("died"))
    for end, number in ends.items():
        below = died and end != "high" and 0 <= (number or 0) <= max(told, default=0)
        if number is not None and number not in told and not below:
            yield f"{end} is {number:g}, which none of its claims gives"
    if rule in ("acled", "mode_by_voice", "median_by_voice") and len(set(ends.values())) > 1:
        yield "it gives more than one number"
    if rule == "latest_official" and given and not any(is_official(claim, ends) for claim in claims):
        yield "no official body gives it"


def invented(estimate: Row, finding: str, tables: Tables) -> Iterator[str]:
    """What a person's estimate says that the person did not."""
    said = correction(finding, "finding", "estimate", tables)
    if said is None:
        yield "no judgement gives it"
        return
    yield from misnumbered(estimate, said)
    if not estimate.get("why"):
        yield "it gives no reason"


def any_implied(figures: list[Row]) -> bool:
    return any(figure.get("implied") for figure in figures)


def is_official(claim: Row, ends: Row) -> bool:
    """Whether the claim's last speaker is a body of the state, and gives these numbers."""
    kind = claim["attribution"][-1].get("type") if claim["attribution"] else None
    figure = claim.get("figure") or {}
    return kind in ("official", "force") and all(figure.get(end) == number for end, number in ends.items())


def coded_as(words: str) -> int | None:
    folded = f" {' '.join(words.casefold().split())} "
    return next((number for word, number in CODED if re.search(rf"(?<![\w-]){word}(?![\w-])", folded)), None)


def statuses(finding: Row) -> tuple[str, ...]:
    """The first status that fits; the last two are told apart by voices that are not among the answers' own."""
    kinds, support = {relation["kind"] for relation in finding["relations"]}, finding["support"]
    if "conflict" in kinds:
        return ("contested",)
    if kinds & {"correction", "retraction"}:
        return ("corrected",)
    if "update" in kinds:
        return ("updated",)
    if support["texts"] > 1 and support["speakers"] > 1:
        return ("agreed",)
    return ("compatible", "single") if "compatible" in kinds else ("single",)


def faults(answer: Row, finding: Row, tables: Tables) -> Iterator[str]:
    """What an answer says that its claims do not."""
    claims = [tables.by_id["claims"][key] for key in answer["claims"]]
    if set(answer["reports"]) != {claim["report"] for claim in claims}:
        yield "its reports are not those of its claims"
    texts = {claim.get("origin") or tables.by_id["reports"][claim["report"]]["voice"] for claim in claims}
    speakers = {claim["attribution"][-1].get("voice") for claim in claims if claim["attribution"]}
    if answer.get("support"):
        yield from miscounted(answer["support"], answer, tables)
    if set(answer["voices"]) != (texts | speakers) - {None}:
        yield "its voices are not those of its claims"
    if not {words["claim"] for words in answer["words"]} <= set(answer["claims"]):
        yield "words of a claim that is not its own"
    if finding["kind"] != "event" and any(claim["kind"] != finding["kind"] for claim in claims):
        yield f"a claim that is no {finding['kind']}"
    figures = [claim.get("figure") or {} for claim in claims]
    for end in ("low", "best", "high") if finding["kind"] == "figure" else ():
        numbers = {figure.get(own) for figure in figures for own in ("low", "best", "high")}
        if answer.get(end) is not None and answer[end] not in numbers:
            yield f"{end} is {answer[end]:g}, which none of its claims gives"


def check_series(tables: Tables) -> Iterator[Discrepancy]:
    """A series holds each claim of the answers once, in order of time, with what that claim and its report say."""
    for where, row in tables.rows("findings"):
        points = row.get("series") or []
        if row["kind"] == "figure" and "series" in row and not points and len(row["answers"]) > 1:
            yield Discrepancy(where, "it has several answers, and no series")
        if points and sorted(p["claim"] for p in points) != sorted(
            {key for a in row["answers"] for key in a["claims"]}
        ):
            yield Discrepancy(where, "its series does not hold each of its claims once")
            continue
        times = [((end_of(p.get("as_of")) or p.get("published") or "")[:10], p.get("published") or "") for p in points]
        if times != sorted(times):
            yield Discrepancy(where, "its series is not in order of time")
        for point in points:
            yield from (Discrepancy(where, f"series, {point['claim']}: {why}") for why in misplaced(point, tables))


def misplaced(point: Row, tables: Tables) -> Iterator[str]:
    """What a point of a series says that its claim and report do not."""
    claim = tables.by_id["claims"][point["claim"]]
    report = tables.by_id["reports"][claim["report"]]
    last = claim["attribution"][-1] if claim["attribution"] else {"voice": claim.get("origin") or report["voice"]}
    said = {
        "as_of": claim.get("as_of"),
        "published": report.get("published"),
        "speaker": last.get("name"),
        "voice": last.get("voice"),
    }
    said |= {end: (claim.get("figure") or {}).get(end) for end in ("low", "best", "high")}
    yield from (
        f"{name} is {point.get(name)!r}, not {told!r}" for name, told in said.items() if point.get(name) != told
    )
    gone = point.get("withdrawn")
    if point.get("repeats_withdrawn") and not gone:
        yield "it repeats a withdrawn number, and nothing says that the number was withdrawn"
    if gone and point.get("repeats_withdrawn"):
        taken = tables.by_id["reports"][tables.by_id["claims"][gone["claim"]]["report"]]
        if not (taken.get("published") or "~") <= (report.get("published") or "") and taken is not report:
            yield "it is said to repeat what was withdrawn only later"


def end_of(when: Row | None) -> str:
    return (when.get("end") or when.get("start") or "") if when else ""


# --- 5. members, voices and origins ------------------------------------------------------------------------------------

JOINING = {"copy", "revision", "excerpt", "rewrite", "translation"}
# Half of the shorter text joins two voices. Words are counted here in another way than by the builder, hence the margin.
_HALF = 0.55
# Two texts whose words differ by less than this are equally long: either may be the builder's shorter one.
_LONGER = 1.05


def check_members(tables: Tables) -> Iterator[Discrepancy]:
    for where, row in tables.rows("reports"):
        for table in ("voice", "story"):
            held = tables.by_id["voices" if table == "voice" else "stories"].get(row[table])
            if held and row["id"] not in held["reports"]:
                yield Discrepancy(where, f"its {table} {row[table]} does not count it among its reports")
    family: dict[Any, Any] = {}
    for where, row in tables.rows("reports"):
        if row.get("outlet") and family.setdefault(row["outlet"], row.get("family")) != row.get("family"):
            yield Discrepancy(
                where,
                f"its family is {row.get('family')}, another report of {row['outlet']} has {family[row['outlet']]}",
            )
    for where, row in tables.rows("omissions"):
        for key in row["findings"]:
            answers = tables.by_id["findings"].get(key, {}).get("answers", ())
            if any(row["report"] in answer["reports"] for answer in answers):
                yield Discrepancy(where, f"it is said to leave out {key}, and answers it")


def check_passages(tables: Tables) -> Iterator[Discrepancy]:
    """A story's passages are of its reports, no two stories have one in common, and its findings rest on them."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for where, row in tables.rows("stories"):
        for part in row.get("passages") or ():
            if part["report"] not in row["reports"]:
                yield Discrepancy(where, f"it has a passage of {part['report']}, which is not among its reports")
            others = taken.setdefault(part["report"], [])
            if any(part["start"] < end and start < part["end"] for start, end in others):
                yield Discrepancy(
                    where, f"[{part['start']}, {part['end']}) of {part['report']} is another passage's too"
                )
            others.append((part["start"], part["end"]))
    for where, row in tables.rows("findings"):
        story = tables.by_id["stories"].get(row["story"]) or {}
        for key in (claim for answer in row["answers"] for claim in answer["claims"]):
            claim = tables.by_id["claims"].get(key)
            own = [p for p in story.get("passages") or () if claim and p["report"] == claim["report"]]
            if claim and own and not any(p["start"] <= claim["start"] and claim["end"] <= p["end"] for p in own):
                yield Discrepancy(where, f"{key} stands outside the passages that its story has of {claim['report']}")


def covered(row: Row, side: str, tables: Tables) -> tuple[int, int]:
    """(words of the side's report that its passages cover, all its words)."""
    starts = [match.start() for match in WORD.finditer(tables.text(row[side]) or "")]
    passages = [passage[side] for passage in row["passages"] if passage.get(side)]
    return sum(any(start <= at < end for start, end in passages) for at in starts), len(starts)


def check_voices(tables: Tables) -> Iterator[Discrepancy]:
    """Two reports share a voice where half of the shorter goes back to the other, and only where lineage ties them. An excerpt
    joins only a report that belongs to no text otherwise."""
    reports = tables.by_id["reports"]
    size = Counter(report["voice"] for report in reports.values())
    for where, row in tables.rows("lineage"):
        if not 0 <= row["share"] <= 1:
            yield Discrepancy(where, f"its share is {row['share']}")
        if row.get("origin") is None or row["kind"] not in JOINING:
            continue
        one, other = (reports[row[side]] for side in ("derived", "origin"))
        if tables.record.get("published"):  # how much of the whole is shared, excerpts and labels cannot tell
            continue
        if row["kind"] == "excerpt" and size[one["voice"]] > 1:
            continue
        sides = [covered(row, side, tables) for side in ("derived", "origin")]
        least = _LONGER * min(words for _, words in sides)
        inside, words = min((side for side in sides if side[1] <= least), key=lambda side: side[0] / max(side[1], 1))
        if inside >= _HALF * max(words, 1) and one["voice"] != other["voice"] and not parted(one, other, tables):
            yield Discrepancy(where, f"{inside} of {words} words are shared, yet the two have a voice each")
    groups: dict[str, set[str]] = {}
    for _, report in tables.rows("reports"):
        groups.setdefault(report["voice"], set()).add(report["id"])
    for voice, members in groups.items():
        if len(members) > 1 and not tied(members, tables):
            yield Discrepancy(
                f"voices[{voice}]", "its reports share a voice, and lineage does not tie them to each other"
            )


def tied(members: set[str], tables: Tables) -> bool:
    """Whether lineage, or a person, leads from any member to each other, by way of each other or of one outside source."""
    sides = [
        {row["derived"], row.get("origin"), "named: " + (row.get("origin_name") or row["derived"])}
        for row in tables.record["lineage"]
    ]
    sides += [set(each["on"]) for each in on_voices(tables)]
    reached = {min(members)}
    while fresh := {one for side in sides if side & reached for one in side} - reached - {None}:
        reached |= fresh
    return members <= reached


def on_voices(tables: Tables) -> list[Row]:
    """The judgements on which reports speak with one text; a split too holds those together that it takes out."""
    return [
        each for each in tables.record["judgements"] if each.get("of") == "voice" and each["what"] in ("join", "split")
    ]


def parted(one: Row, other: Row, tables: Tables) -> bool:
    """Whether a person holds apart the voices of the two, in these reports or in others that speak with them."""
    voice_of = {key: report["voice"] for key, report in tables.by_id["reports"].items()}
    for each in on_voices(tables):
        sides = [{voice_of.get(key) for key in each[side]} for side in ("on", "against") if each.get(side)]
        if len(sides) == 2 and any({one["voice"], other["voice"]} == {a, b} for a in sides[0] for b in sides[1]):
            return True
    return False


def check_origins(tables: Tables) -> Iterator[Discrepancy]:
    """A claim's origin is a text that lineage names for the words of the claim."""
    rows: dict[str, list[Row]] = {}
    for row in tables.record["lineage"]:
        rows.setdefault(row["derived"], []).append(row)
    for where, claim in tables.rows("claims"):
        if claim.get("origin") and not any(
            leads_to(row, claim["origin"], tables)
            and any(p["derived"][0] < claim["end"] and claim["start"] < p["derived"][1] for p in row["passages"])
            for row in rows.get(claim["report"], ())
        ):
            yield Discrepancy(where, f"no lineage leads from its words to its origin {claim['origin']}")


def leads_to(row: Row, voice: str, tables: Tables) -> bool:
    origin = tables.by_id["reports"].get(row.get("origin"), {})
    name = tables.by_id["voices"].get(voice, {}).get("name")
    return bool(origin.get("voice") == voice or (name and row.get("origin_name") == name))


# --- what belongs to one story, and what the tables may say ------------------------------------------------------------

GROUPS = {"toll", "forces", "decision", "measures", "course", "blame", "demand", "other"}
RELATIONS = {"copy", "scope", "subset", "update", "correction", "retraction", "compatible", "conflict"}
MODALITIES = {"asserted", "denied", "planned", "possible", "demanded", "hypothetical"}
DECISIONS = {"join", "split", "undo", "confirm", "reject", "correct", "rate", "note"}
DAY = re.compile(r"\d{4}(-\d\d(-\d\d(T.+)?)?)?")


def check_words(tables: Tables) -> Iterator[Discrepancy]:
    """Kinds and groups are those of the contract, shares lie in 0-1, days are days; a judgement names who, when and why."""
    for where, row in tables.rows("claims"):
        if row["modality"] not in MODALITIES:
            yield Discrepancy(where, f"its modality is {row['modality']!r}")
    for where, row in tables.rows("findings"):
        if row["group"] not in GROUPS:
            yield Discrepancy(where, f"its group is {row['group']!r}")
        yield from (
            Discrepancy(where, f"a relation is {relation['kind']!r}")
            for relation in row["relations"]
            if relation["kind"] not in RELATIONS
        )
    for where, row in tables.rows("timeline"):
        if row.get("modality", "asserted") not in MODALITIES:
            yield Discrepancy(where, f"its modality is {row['modality']!r}")
        if not 0 <= row["salience"] <= 1:
            yield Discrepancy(where, f"its salience is {row['salience']}")
        if not (DAY.fullmatch(row["start"]) and DAY.fullmatch(row["end"]) and row["start"][:10] <= row["end"]):
            yield Discrepancy(where, f"{row['start']} to {row['end']} is no span of days")
    days = [(row["start"][:10], row["end"][:10]) for row in tables.record["timeline"]]
    if days != sorted(days):
        yield Discrepancy("timeline", "it is not in order of time")
    for where, row in tables.rows("judgements"):
        if row["what"] not in DECISIONS:
            yield Discrepancy(where, f"{row['what']!r} is no kind of judgement")
        yield from (Discrepancy(where, f"it does not say {name}") for name in ("who", "when", "why") if not row[name])


def check_stories(tables: Tables) -> Iterator[Discrepancy]:
    """What stands in a story's tables is about its own reports; an omission's finding is carried by two other voices, a gap of one voice
    is about a finding that one voice answers."""
    reports = {key: set(row["reports"]) for key, row in tables.by_id["stories"].items()}
    for name in ("findings", "timeline", "omissions", "frames", "gaps"):
        for where, row in tables.rows(name):
            strays = told_by(name, row, tables) - reports.get(row["story"], set())
            if strays:
                yield Discrepancy(where, f"{min(strays)} is no report of its story")
    for where, row in tables.rows("omissions"):
        own = tables.by_id["reports"][row["report"]]["voice"]
        for key in row["findings"]:
            answers = tables.by_id["findings"].get(key, {}).get("answers", ())
            telling = {tables.by_id["reports"][report]["voice"] for answer in answers for report in answer["reports"]}
            if len(telling - {own}) < 2:
                yield Discrepancy(where, f"fewer than two other voices carry {key}")
    for where, row in tables.rows("gaps"):
        status = {tables.by_id["findings"].get(key, {}).get("status") for key in row["on"]}
        if row["kind"] == "one-voice" and status != {"single"}:
            yield Discrepancy(where, "it is about a finding that more than one voice answers")


def told_by(name: str, row: Row, tables: Tables) -> set[str]:
    """The reports that a row is made of."""
    claims, findings = tables.by_id["claims"], tables.by_id["findings"]
    if name == "findings":
        return {claims[key]["report"] for answer in row["answers"] for key in answer["claims"]}
    if name == "frames":
        return {term["report"] for term in row["terms"]}
    if name == "timeline":
        return {claims[key]["report"] for key in row["claims"]} | ({row["report"]} if row.get("report") else set())
    of_findings = row["findings"] if name == "omissions" else [key for key in row["on"] if key in findings]
    found = {report for key in of_findings for answer in findings[key]["answers"] for report in answer["reports"]}
    if name == "omissions":
        return found | {row["report"]}
    found |= {claims[key]["report"] for key in row["on"] if key in claims}
    return found | {key for key in row["on"] if key in tables.by_id["reports"]}


# --- 6. the manifest ---------------------------------------------------------------------------------------------------


def check_manifest(tables: Tables) -> Iterator[Discrepancy]:
    manifest = tables.record["manifest"]
    expected = {"read": len(tables.record["reports"]), "rejected": len(tables.record["rejected"])}
    for name, count in expected.items():
        if manifest.get(name) != count:
            yield Discrepancy("manifest", f"{name} is {manifest.get(name)}, the record holds {count}")
    for name, count in manifest["tables"].items():
        size = len(tables.record[name])
        if size != count:
            yield Discrepancy("manifest", f"{name} has {size} row{'s'[: size != 1]}, the manifest says {count}")


# --- 7. the sources ----------------------------------------------------------------------------------------------------

MARKUP = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
WORD = re.compile(r"\w+")
# Characters that nobody sees: directions, joiners, soft hyphens. A reader of the text may take them out or leave them in.
UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# What stands in a published text for what was left out of it.
LEFT_OUT = re.compile(r"\[…\]|\[text withheld\]")
# What stands in a published text for a private person's name.
LABEL = re.compile(r"\[person \d+\]|\[name withheld\]|\bperson-\d+\b|\bname-withheld\b")
# A paragraph of a page may have had a button or a footnote inside it: this many foreign words may stand between its own.
_SLACK = 60


def words_of(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFKC", UNSEEN.sub("", text)).casefold())


def stands_in(words: list[str], source: list[str], places: Mapping[str, list[int]]) -> bool:
    """Whether the words stand in the source in order, with at most _SLACK foreign words between two of them."""
    return not words or any(follows(words, source, at) for at in places.get(words[0], ()))


def follows(words: list[str], source: list[str], at: int) -> bool:
    for word in words:
        for step in range(at, min(at + _SLACK + 1, len(source))):
            if source[step] == word:
                at = step + 1
                break
        else:
            return False
    return True


def check_sources(tables: Tables, sources: Mapping[str, str]) -> Iterator[Discrepancy]:
    for where, row in tables.rows("reports"):
        source = sources.get(row["source"])
        if source is None:
            yield Discrepancy(where, f"its source {row['source']} is not among the reports given")
            continue
        plain, stripped = words_of(source), words_of(html.unescape(MARKUP.sub(" ", source)))
        forms = [(form, positions(form)) for form in (plain, stripped, words_of(html.unescape(MARKUP.sub("", source))))]
        for paragraph in pieces(row, tables.record.get("published") or {}):
            if not any(stands_in(words_of(paragraph), form, places) for form, places in forms):
                yield Discrepancy(where, f"this paragraph does not stand in the source: {paragraph[:80]!r}")


def pieces(report: Row, published: Row) -> list[str]:
    """The runs of words that stand together in the source: the paragraphs; of a published text, what stands between two omissions or labels."""
    found: list[str] = report["text"].split("\n\n")
    for asked, marks in (
        (published.get("excerpts"), LEFT_OUT),
        (published.get("redacted"), LEFT_OUT),
        (published.get("redacted"), LABEL),
    ):
        found = [piece for each in found for piece in marks.split(each)] if asked else found
    return found


def positions(words: list[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        found.setdefault(word, []).append(at)
    return found


CHECKS: tuple[Callable[[Tables], Iterator[Discrepancy]], ...] = (
    check_ids, check_references, check_spans, check_numbers, check_judged, check_support, check_estimates, check_rules, check_series, check_members, check_passages,
    check_voices, check_origins, check_words, check_stories, check_manifest,
)  # fmt: skip
