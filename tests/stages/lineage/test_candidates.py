"""Which pairs of a larger collection are aligned; on invented reports."""

from rashomon.model.report import Report
from rashomon.stages.lineage.candidates import candidates, sharing
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.sketch import sketch

MANY = Settings(small=2)


def strangers(count: int) -> list[str]:
    """Texts that have no sentence and hardly a name in common."""
    return [
        " ".join(f"Mr Oster{n}{i} lifted his kettle{n}{i} at pier{n}{i} today." for i in "abcde") for n in range(count)
    ]


def report(number: int, text: str, day: str | None = None) -> Report:
    return Report(id=f"r{number:02d}", source=f"{number}.txt", text=text, language="en", published=day)


def found(reports: list[Report]) -> set[tuple[str, str]]:
    return set(candidates(reports, [sketch(each) for each in reports], MANY))


def test_strangers_are_not_aligned() -> None:
    assert found([report(number, text) for number, text in enumerate(strangers(12))]) == set()


def test_all_pairs_of_a_few_reports_are() -> None:
    reports = [report(number, text) for number, text in enumerate(strangers(4))]
    assert len(candidates(reports, [sketch(each) for each in reports], Settings())) == 6


def test_a_sentence_in_common_makes_a_pair_by_ids_whatever_the_order() -> None:
    texts = strangers(12)
    texts[7] += " " + texts[3].split(".")[2].strip() + "."
    reports = [report(number, text) for number, text in enumerate(texts)]
    assert found(reports) == found(reports[::-1]) == {("r03", "r07")}


RARE = [
    "Skipper Ingvild Tandsether steered the trawler Morgenrode past Kvalskjer in thick fog on Sunday.",
    "In thick fog the trawler Morgenrode, with Ingvild Tandsether as skipper, came by Kvalskjer unharmed.",
]


def test_rare_names_and_words_in_common_make_a_pair_of_near_days_only() -> None:
    texts = strangers(12)
    near = [
        report(n, text, "2031-05-06")
        for n, text in enumerate([*texts, *(f"{texts[n]} {line}" for n, line in enumerate(RARE))])
    ]
    apart = [*near[:-1], report(13, near[13].text, "2031-08-06")]
    for reports, together in ((near, True), (apart, False)):
        a, b = sharing(reports, [sketch(each) for each in reports], MANY)
        assert ((12, 13) in zip(a.tolist(), b.tolist(), strict=True)) is together
    assert ("r12", "r13") in found(near)


def test_a_thousand_printings_of_one_text_are_aligned_with_the_earliest_alone() -> None:
    text = strangers(1)[0]
    reports = [report(number, text, "2031-05-06") for number in range(300)]
    assert len(found(reports)) == 299
