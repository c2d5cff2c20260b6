"""The settings of the stream. Shares are 0-1 of the reports unless said otherwise."""

from dataclasses import dataclass, field


def _ways() -> dict[str, float]:
    return {
        "verbatim": 0.14,
        "edited15": 0.20,
        "edited30": 0.14,
        "cut": 0.14,
        "lifted": 0.14,
        "lifted edited": 0.14,
        "merged": 0.10,
    }


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Each field: unit and range."""

    seed: int = 1
    copied: float = 2 / 3
    """Reports that take words from another; 0-0.9."""
    ways: dict[str, float] = field(default_factory=_ways)
    """How they are made: shares of the copied ones, sum 1."""
    again: float = 0.3
    """Of the copied ones, those that may be copies of copies made in the same block; 0-1."""
    old: float = 0.1
    """Of the copied ones, those whose origin comes from the archive of all earlier blocks; 0-1."""
    lightly: float = 0.15
    """Words changed in `edited15` and `lifted edited`; 0-0.5."""
    heavily: float = 0.30
    """Words changed in `edited30`; 0-0.5."""
    related: float = 0.85
    """Of the reports that lift sentences or are merged, those whose two texts are about one happening; 0-1."""
    deepest: int = 3
    """Copies in a row after which nobody copies further; 1-9. Edits add up along such a chain."""
    sentences: float = 16.5
    """Sentences of an own report in the mean; 6-60. One has 21 words."""
    footers: float = 0.6
    """Reports under which their outlet's standing line is set; 0-1."""
    newsletters: float = 0.35
    """Reports with a line of their outlet's house in between; 0-1."""
    undated: float = 0.1
    """Reports without a time; 0-1."""
    outlets: int = 400
    """Outlets, 8-5,000; four of them make one house."""
    block: int = 2000
    """Reports made at a time; 100-20,000. Another number makes another stream."""
    archive: int = 2000
    """Reports of earlier blocks that can still be copied; 100-20,000."""
