"""The settings of story building."""

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Each field: unit, range, and where its value comes from."""

    window: int = 91
    """Days between two reports after which they are not compared; 7–365. A quarter holds most charges, trials and reckonings: of pairs of local
    reports of one crime one in six lies more than four weeks apart, one in twenty-five more than a quarter."""
    memory: int = 364
    """Days of reports, up to the end of a report's week, over which its words are weighed; whole weeks, 28–1000. A year holds the
    common words of a desk; what comes later does not count, so that a new report leaves old stories as they are."""
    telling: int = 5
    """Level (logarithm of two) of the number of reports up to which a word that they share brings two reports together to be looked
    at; 4–9. Five: some 45 reports of a year."""
    share: int = 5
    """Levels below that of all reports up to which a word does so too: in a great collection, 5 stands for one report in thirty-two; 3–7."""
    most: int = 8
    """Level up to which a word does so in any collection, however great; 7-12. Eight: some 360 reports of a year, so that a report costs no more among a million.
    Collections of fewer than 8,000 reports are not touched by it."""
    heft: float = 28.0
    """Weight of such words that two reports share (a word that one report in a thousand has weighs 7, one in fifty 4) before they are looked at; 10–40.
    At 28 labelled collections lose one pair of a happening in a hundred."""
    late: int = 28
    """Days between two reports from which `heft_late` is asked; 7–60."""
    heft_late: float = 44.0
    """The same for reports that lie further apart: a later chapter names the people and the place again; 34–70."""
    standing: int = 50
    """Reports of one text that are compared with others for all of them; 10–100. A text printed a thousand times costs no more."""
    join: float = 0.42
    """Likelihood (0–1) of two groups from which they are one story; 0.3–0.6. Higher cuts stories in pieces, lower joins neighbours."""
    nearest: float = 0.38
    """How much of two groups' likelihood is that of their likest pair, the rest the mean of all pairs; 0–0.5. More joins sidebars, and
    chains of neighbours."""
    background: int = 3000
    """Texts about other matter that stand behind the given ones when words are weighed: a handful of reports of one
    happening must not lose the very words that join them; 0–10000."""
    name: float = 2.0
    """Weight of a capitalised name over a plain word; 1–4."""
    numeral: float = 0.7
    """Weight of a number over a plain word; 0–2."""
    keywords: int = 8
    """Keywords kept for each story; 1–20."""
