"""From how many words in common on two reports are related, told on invented reports."""

import pytest

from rashomon.model.lineage import CopyEdge
from rashomon.model.report import Report
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.sketch import sketch

OPENING = "The ferry Halvorsund ran aground off Brekkoy on Tuesday with 84 people on board, the Nordvik Line confirmed."
OTHER = "Everyone aboard the ferry Halvorsund was safe on Tuesday after it struck a sandbank near Brekkoy."
OWN = "Fishermen in Brekkoy had complained about the shifting sands for years. Old charts still show another channel."


def report(id: str, text: str, outlet: str = "") -> Report:
    return Report(id=id, source=f"{id}.txt", text=text, language="en", outlet=outlet or None)


def edges(*reports: Report) -> tuple[CopyEdge, ...]:
    return compare(reports, [fingerprint(each) for each in reports], [sketch(each) for each in reports])


def pair(lifted: str, printed: str) -> tuple[Report, Report, tuple[CopyEdge, ...]]:
    """Two reports of one happening, one with a sentence and one with an edited form of it."""
    a = report("a", f"{OPENING} {lifted} The weather is to stay calm until Friday.", "Coast Post")
    b = report("b", f"{OTHER} {OWN} {printed}", "Fjord Times")
    return a, b, edges(a, b)


SENTENCE = "Divers will examine the damaged hull as soon as the wind drops, although nobody expects a leak."


def test_one_lifted_sentence_is_enough() -> None:
    a, b, (edge,) = pair(SENTENCE, SENTENCE)
    ((left, right),) = edge.passages
    assert a.text[slice(*left)] == b.text[slice(*right)] == SENTENCE.rstrip(".")


@pytest.mark.parametrize(
    ("lifted", "printed"),
    [
        ("The harbour authority will organise 12 extra crossings at the weekend and honour all tickets.",
         "The harbor authority will organize twelve extra crossings at the weekend and honor all tickets."),
        ("Crews pumped three hundred tonnes of ballast water out of the stern, hoping to lift it by morning.",
         "Hoping to lift it by morning, crews pumped three hundred tonnes of ballast water out of the stern."),
        ('The captain had reported "a failing rudder" shortly before the ship left the shipping lane.',
         "The captain reported a failing rudder shortly before the ship left the shipping lane."),
        ("Lifeboats from three harbours, among them two that were being repaired, took the passengers off within two hours.",
         "Lifeboats from three harbours took the passengers off within two hours."),
        ("Two tugs will try to pull the stranded ferry free at high tide, towing slowly toward deeper water.",
         "At high tide two tugs will try pulling the stranded ferry free and tow it slowly toward deeper water."),
    ],
)  # fmt: skip
def test_a_lightly_edited_sentence_is_found_on_both_sides(lifted: str, printed: str) -> None:
    a, b, (edge,) = pair(lifted, printed)
    covered_a = "".join(a.text[slice(*left)] for left, _ in edge.passages)
    covered_b = "".join(b.text[slice(*right)] for _, right in edge.passages)
    assert len(covered_a) > 0.6 * len(lifted)
    assert len(covered_b) > 0.6 * len(printed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Names and figures that the happening gives to everybody.
        ("On board were 84 people from Brekkoy, Hasselvik, Tindra and Nedre Voll.", "From Brekkoy, Hasselvik, Tindra and Nedre Voll came the 84."),
        # A formula with other fillings.
        ("An inquiry led by Jorun Falk is to open on Friday.", "An inquiry led by Petter Lund is to open on Sunday."),
        # What the ward and the law give to every reporter.
        ("Two sailors were taken to a local hospital with non-life-threatening injuries.", "A cook was taken to a local hospital with non-life-threatening injuries."),
        ("The mate was charged with second-degree assault.", "A mate was charged with second-degree assault on Wednesday."),
        # A line that asks for hints.
        ("Anyone with information about the accident is asked to call the coast guard.", "Anyone with information about the accident is asked to call the coast guard."),
        # Lines with an address in them.
        ("The coast guard's hotline for relatives of the passengers is open all night at 313-555-0147.", "The coast guard's hotline for relatives of the passengers is open all night at 313-555-0147."),
        ("Write down what you saw and send it to the board of inquiry at wreck@harbour.example before noon.", "Write down what you saw and send it to the board of inquiry at wreck@harbour.example before noon."),
        # What a police desk writes under every report.
        ("No charges have been filed, and the mate should be considered armed and dangerous.", "No charges have been filed, and the mate should be considered armed and dangerous."),
    ],
)  # fmt: skip
def test_set_phrases_and_the_facts_of_a_happening_are_no_copying(one: str, other: str) -> None:
    assert pair(one, other)[2] == ()


def test_a_sentence_that_strangers_have_too_tells_nothing() -> None:
    line = "Nothing of the kind had been seen in the district since the great winter."
    strangers = [
        report("c", f"Ilda Morven won the chess title of Karelund. {line} Otto Sand lost."),
        report("d", f"A barn burned down near Lower Hask. {line} The dogs were silent."),
        report("e", f"Mayor Tove Ravn opened a bath in Estmark. {line} Children jumped in."),
    ]
    a = report("a", f"{OPENING} {line} The weather is to stay calm.", "Coast Post")
    b = report("b", f"{OTHER} {OWN} {line}", "Fjord Times")
    assert len(edges(a, b)) == 1
    assert edges(a, b, *strangers) == ()


def test_a_long_standing_text_between_reports_of_unlike_matter_is_no_copying() -> None:
    standing = (
        "readers pay for this work, and those who can give a little more keep it open for those who cannot give at all"
    )
    a = report("a", f"{OPENING} {SENTENCE} {OWN} As always, {standing}.")
    chess = "Ilda Morven won the chess title of Karelund after eleven rounds. Otto Sand, who led until Sunday, lost his queen."
    b = report(
        "b",
        f"{chess} Half of the town watched through the windows of the school. Nobody went home before midnight. So it is: {standing}.",
    )
    assert edges(a, b) == ()


def test_the_order_of_reports_changes_nothing() -> None:
    reports = [
        report("a", f"{OPENING} {SENTENCE}"),
        report("b", f"{OTHER} {SENTENCE}"),
        report("c", f"{OWN} {SENTENCE}"),
    ]
    assert edges(*reports) == edges(*reversed(reports))


def test_what_one_speaker_said_relates_reports_of_unlike_matter() -> None:
    said = (
        '"We ask no favours of anybody, we ask that the ships be kept as they were kept when our fathers sailed them"'
    )
    a = report("a", f"{OPENING} {SENTENCE} {OWN} {said}, a sailor shouted.")
    b = report("b", f"Ilda Morven won the chess title of Karelund after eleven rounds. On the square they still cried {said}. "
                    "Otto Sand, who led until Sunday, lost his queen and went home before anybody could speak to him.")  # fmt: skip
    assert len(edges(a, b)) == 1


PRESSED = "Both were taken to a local hospital with non-life-threatening injuries and turned themselves in to police"


def test_a_police_release_that_two_papers_print_is_found_though_worded_in_set_phrases() -> None:
    assert len(pair(f"{PRESSED}, police said.", f"{PRESSED}, a release read.")[2]) == 1


def test_one_newsroom_has_formulas_of_its_own_for_what_the_police_say() -> None:
    a = report("a", f"{OPENING} {PRESSED}, police said.", "Coast Post")
    b = report("b", f"{OTHER} {OWN} {PRESSED}, police said.", "Coast Post")
    assert edges(a, b) == ()


def test_words_of_a_post_that_the_other_quotes_relate_reports_of_hardly_a_common_name() -> None:
    words = "the new rudder also listens to the waves, which means that smaller boats keep steadier than ever before"
    post = report("a", f"At our yard in Tindra, {words}. Orders open in May.", "tindra.example")
    quoting = report("b", f'Boat builders seek new buyers this spring. "At our yard, {words}," Jorun Falk wrote in a post.', "Fjord Times")  # fmt: skip
    assert len(edges(post, quoting)) == 1


RUN = "that the escorts were sent to Brekkoy for a limited time"


def test_what_two_houses_hand_to_one_source_needs_less_weight() -> None:
    handed = pair(
        f"On Monday the Port Board secretariat said {RUN} at most.",
        f"The Port Board secretariat later stated {RUN} and under sail.",
    )[2]
    assert len(handed) == 1
    assert pair(f"It is no secret {RUN} at most.", f"Nobody doubts {RUN} and under sail.")[2] == ()
