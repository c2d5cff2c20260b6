"""What kind of input a name stands for."""

from enum import Enum


class Kind(Enum):
    """How the bytes behind a name are read."""

    TEXT = "text"
    HTML = "html"
    LINES = "lines"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    ZIP = "zip"
    LATER = "later"
    OTHER = "other"


_BY_ENDING = {
    ".txt": Kind.TEXT, ".md": Kind.TEXT, ".html": Kind.HTML, ".htm": Kind.HTML, ".jsonl": Kind.LINES, ".ndjson": Kind.LINES,
    ".json": Kind.JSON, ".csv": Kind.CSV, ".tsv": Kind.TSV, ".zip": Kind.ZIP,
}  # fmt: skip
_LATER = (".warc", ".warc.gz", ".wacz", ".eml", ".pdf", ".docx", ".parquet", ".xml", ".rss", ".atom", ".opml")
_ROWS = frozenset({Kind.LINES, Kind.JSON, Kind.CSV, Kind.TSV})
READABLE = ".txt, .md, .html, .htm, .jsonl, .ndjson, .json, .csv, .tsv (these five also with .gz) and .zip"


def kind_of(name: str) -> tuple[Kind, bool]:
    """The kind, by the name's ending, and whether it is packed with gzip. A name without an ending is text."""
    name = name.casefold().rstrip("/").rpartition("/")[2]
    if name.endswith(_LATER):
        return Kind.LATER, False
    packed = name.endswith(".gz")
    ending = "." + name.removesuffix(".gz").rpartition(".")[2] if "." in name.removesuffix(".gz") else ""
    kind = _BY_ENDING.get(ending, Kind.TEXT if not ending and not packed else Kind.OTHER)
    return (kind, packed) if not packed or kind in _ROWS else (Kind.OTHER, packed)
