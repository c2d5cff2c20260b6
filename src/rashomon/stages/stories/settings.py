"""The settings of story building."""

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Each field: unit, range, and where its value comes from."""

    window: int = 28
    """Days between two reports after which they are not compared; 3–60. Four weeks hold the follow-ups of most happenings."""
    near: float = 0.03
    """Least likeness of words (cosine, 0–1) that is looked at at all; cost grows as it falls."""
    join: float = 0.42
    """Likelihood (0–1) of two groups from which they are one story; 0.3–0.6. Higher cuts stories in pieces, lower joins neighbours."""
    nearest: float = 0.3
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
