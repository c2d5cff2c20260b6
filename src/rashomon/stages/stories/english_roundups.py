"""English words by which a headline says that several happenings follow, and by which a passage looks back on an earlier one."""

import re

_TITLED = re.compile(
    r"\b(?:(?:news|world|local|police|crime|court|region) )?(?:in brief|briefs|briefing|round-?up|digest|blotter|police log|crime log)\b"
    r"|\b(?:this|last|the|our) (?:week|month|weekend|day) in\b|\b(?:week|weekend|month|day) in review\b|\bat a glance\b"
    r"|\b(?:top|main|other) (?:stories|headlines)\b|\bchronicle\b|\bweekend (?:shootings|violence|crashes|fires|accidents)\b",
    re.IGNORECASE,
)
_ORDINAL = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th|st)|latest|another)"
_BACK = re.compile(
    r"\bearlier (?:this|last|in)\b|\bprevious(?:ly)?\b|\bsimilar\b|\bin recent\b|\b(?:days|weeks|months|years?) (?:ago|before|earlier|after)\b"
    rf"|\blast (?:week|month|year|spring|summer|autumn|fall|winter)\b|\b{_ORDINAL} (?:\w+ ){{1,3}}(?:this|in|since|within)\b"
    r"|\bcomes? (?:after|as|amid)\b|\bcame (?:after|as|amid)\b|\bin the wake of\b|\brecall(?:s|ed)?\b|\bremember(?:s|ed)?\b|\bsince then\b|\bin (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_LOOKED = 240  # characters of a passage's beginning


def titled(headline: str) -> bool:
    """Whether the headline says that several things are told."""
    return bool(_TITLED.search(headline))


def looks_back(passage: str) -> bool:
    """Whether the passage's beginning looks back: it then is background to what the report tells."""
    return bool(_BACK.search(passage[:_LOOKED]))
