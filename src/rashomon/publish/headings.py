"""How a record's own terms are named for people: headings, and the order of statuses."""

HEADINGS = {
    "toll": "The toll",
    "forces": "The forces",
    "decision": "Decisions",
    "measures": "Measures",
    "course": "What happened",
    "blame": "Blame",
    "demand": "Demands",
    "other": "Also reported",
}
STATUSES = ("contested", "corrected", "updated", "agreed", "compatible", "single")
STATUS_WORDS = {"single": "one voice"}


def attention(status: str, speakers: int) -> tuple[int, int]:
    """Sort key: what asks most for a reader's attention first (disputes, then what many voices carry)."""
    disputed = {"contested": 0, "corrected": 1}.get(status, 2)
    return disputed, -speakers
