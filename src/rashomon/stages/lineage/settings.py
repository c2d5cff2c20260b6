"""The settings of lineage. Shares are 0–1 of a report's words; lengths are in words."""

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Each field: unit, range, and where its value comes from."""

    run: int = 5
    """Words of a hashed run; 3–8. PAN text alignment and the labelling rules of news reuse use five."""
    seed: int = 4
    """Shortest equal run that a passage is put together from; 3–5. Light editing leaves few runs of five."""
    packed: float = 0.6
    """Least share of a passage's words that are equal on both sides; 0.4–1."""
    gap: int = 6
    """Words that may stand between two equal runs of one passage, on each side; 0–10. Labelling rules: six."""
    anchor: int = 8
    """Equal words of one passage from which two reports can be related; 6–12. Below eight, set phrases abound."""
    common_features: int = 4
    """Rare names, numbers and words that two reports share before they are aligned without a common sentence; 2–10."""
    touching: int = 6
    """Content words that a sentence of each has in common, before they are aligned for rare features; 3–8. At six a made stream
    and labelled news lose no pair, and one in two to five of the pairs is left."""
    days: int = 14
    """Days between two reports beyond which rare features do not bring them together; 1–60."""
    near: float = 0.12
    """Cosine of sketches from which two reports may tell of one happening; 0–1."""
    small: int = 24
    """Up to so many reports, all pairs are aligned; the cost is quadratic."""
    aligned: int = 20_000
    """Reports up to which pairs are aligned word by word when stories are looked for; 0–100,000. In a larger collection reports are held together there by whole
    sentences, and those of a story are aligned word by word when the story is read."""
    longest: int = 200_000
    """Characters of a report that are looked at; 20,000–1,000,000. The longest of newspaper features have half of it."""
    group: int = 20
    """A run in more reports than this leads to the earliest only (contract: rows of groups over 20)."""
    overlap: float = 0.75
    """Share of the shorter of two sentences' content words that the other has, to call one an edited form of the other;
    0–1. At .6 two reports that tell one fact in words of their own still pass (labelled news)."""
    overlap_long: float = 0.6
    """The same of the longer of the two; 0–1. A clause may have been dropped."""
    overlap_words: int = 7
    """Distinct content words that two such sentences share at least; 4–10."""
    telling: float = 7.0
    """Weight of common passages, in common words of the language, that makes two reports related; 4–14. One whole sentence
    of ten words weighs nine; made streams and labelled news show the same errors from 6 to 8."""
    telling_unlike: float = 11.0
    """The same between reports that have hardly a name in common; 8–20."""
    telling_credited: float = 2.0
    """So much less is needed where one names the other's outlet as its source; 0–3."""
    telling_given: float = 3.0
    """Words less where both reports hand a common passage to one source; 0–5. What one body says of one matter, two reports word
    much alike even where each has cut it."""
    telling_least: float = 3.0
    """Weight from which a passage is shown, beside others that tell more; 0–5."""
    alike: float = 0.25
    """Cosine of two reports' names from which they may tell of one happening; 0–0.5. Reports of unlike happenings lie below .2
    (made streams), excerpts and relays above it."""
    unlike: float = 0.1
    """Cosine of names below which two reports are of unlike matter: what they share is stock, unless it has names of its own; 0–0.2."""
    unlike_run: float = 0.15
    """Cosine of names below which another report is a stranger to a pair, so that words which it has too are common property; 0–0.2."""
    whole: float = 0.72
    """Share of the shorter report from which the two are one text; 0.5–1."""
    half: float = 0.5
    """Share of the shorter report from which two reports speak with one voice (contract: voices)."""
    attributed: float = 0.3
    """Share of the common words that stand in quotation marks or under one source's name, to call it a relay; 0–1. A source's words run on in sentences that do not name it again."""
    rewritten: float = 0.2
    """Cosine of two sketches from which a credited report is taken for the origin, though no words are common; 0–1.
    Independent reports of one happening lie about .27 (a made stream), rewrites about .4."""
    retold: float = 0.3
    """Weighed share of a sentence's words that a sentence of the origin has, to call the one told again in the other;
    0.2–0.5. Rewrites of a made stream keep a third of their words in such sentences, strangers a tenth."""
    sentence: int = 6
    """Least words of a sentence by which reports meet; 4–10. Shorter ones count only between reports that have met."""
    wording: float = 0.33
    """Jaccard of two sentences' content words from which one is a wording of the other; 0.25–0.6. Three words in ten changed
    leave .54 in the mean, and .94 of such sentences are found (.85 at .4), strangers as seldom (a made stream)."""
    sketched: int = 4
    """Words of the runs that the sketch of a sentence is made of; 3–5. At five, one in five lifted sentences with 15 % of its
    words changed is missed, at four one in eight."""
    bucket: int = 50
    """Distinct sentences with one least run that are compared with each other; 10–200. More are a set phrase."""
    crowd: int = 8
    """A sentence that, with its wordings, stands in more reports than this brings two together only if it mostly stands among
    the same sentences; 4–20. A statement that few reports carry is found whatever stands around it."""
    retelling: float = 0.2
    """Share of a credited report's words in such sentences from which it is a rewrite; 0.15–0.5. Rewrites of a made
    stream have a quarter (one in twenty) to three quarters, a half in the mean."""
