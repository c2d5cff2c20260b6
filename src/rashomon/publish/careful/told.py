"""What a published record says of itself, in one or two sentences for every form that it is put out in."""

from rashomon.model.published import Excerpts, Redacted
from rashomon.model.record import Record


def told(record: Record) -> str:
    """Empty for a record as it was made."""
    if not record.published:
        return ""
    parts = (record.published.excerpts, record.published.redacted)
    return " ".join(_of_excerpts(part) if isinstance(part, Excerpts) else _of_names(part) for part in parts if part)


def _of_excerpts(done: Excerpts) -> str:
    share = f" ({100 * done.kept / done.characters:.0f}%)" if done.characters else ""
    rows = [f"{name} {n:,}" for name, n in done.left_out.items()]
    without = f" Rows of the record that rest on the rest alone are left out, too ({', '.join(rows)})." if rows else ""
    return (
        f"The reports stand in excerpts: {done.kept:,} of {done.characters:,} characters{share} are kept, word for word, and “[…]” stands for the rest."
        + without
    )


def _of_names(done: Redacted) -> str:
    persons = f"{done.persons:,} private person{'' if done.persons == 1 else 's'}"
    names = f"The name{'' if done.persons == 1 else 's'} of {persons} {'is' if done.persons == 1 else 'are'} replaced, in {done.places:,} places."
    if not done.withheld:
        return names
    reports = f"{len(done.withheld):,} report{' is' if len(done.withheld) == 1 else 's are'}"
    return f"{names} The text of {reports} left out whole, since names cannot be told in its language."
