"""5. The counts of each answer's support, its numbers, reports and voices, and the finding's status follow from claims and relations."""

from collections.abc import Iterator

from rashomon.verify.tables import Discrepancy, Row, Tables


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
