"""Row files: one report a row, as JSON lines, a JSON array, or a table with a header."""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import IO, Any

from rashomon.fetch.kinds import Kind
from rashomon.fetch.settings import FetchSettings
from rashomon.fetch.streams import encoding_of, lines, read_all
from rashomon.model.problem import Rejected
from rashomon.model.report import RawPage, Row

_FIELDS = ("url", "title", "published", "modified", "outlet", "language", "retrieved")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f]")
_LONGEST_ID = 200
_DELIMITERS = ",;\t|"


def read_rows(kind: Kind, stream: IO[bytes], source: str, settings: FetchSettings) -> Iterator[RawPage | Rejected]:
    """The rows, each as a page or a rejection, in the order of the file. Lets the errors of `streams` through."""
    if kind is Kind.LINES:
        yield from _json_lines(stream, source, settings)
    elif kind is Kind.JSON:
        yield from _json(stream, source, settings)
    else:
        yield from _table(stream, source, "\t" if kind is Kind.TSV else None, settings)


def page_of(row: Any, source: str, number: int) -> RawPage | Rejected:
    """The page of one row. `number` is its line (or place in the array), from 1."""
    if not isinstance(row, dict):
        return _rejected(
            source, number, "The row is not an object with fields; give one with a field `text` or `html`."
        )
    name = row.get("id")
    at = _word(name) if isinstance(name, str | int) else None
    at = " ".join(_UNPRINTABLE.sub(" ", at).split())[:_LONGEST_ID] if at else str(number)
    media = "text" if isinstance(row.get("text"), str) and row["text"].strip() else "html"
    words = row.get(media)
    if not isinstance(words, str) or not words.strip():
        return _rejected(source, at, "The row has no words in `text` or `html`; give it one of the two.")
    fields = {field: _word(row.get(field)) for field in _FIELDS}
    return RawPage(
        source=f"{source}#{at}", media=media, text=_whole(words), row=Row(bylines=_names(row.get("bylines")), **fields)
    )


def _rejected(source: str, at: int | str, sentence: str) -> Rejected:
    return Rejected(source=f"{source}#{at}", error=f"{source}, row {at}, could not be read. {sentence}")


def _word(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return _whole(str(value)).strip() or None


def _whole(words: str) -> str:
    """Without the lone surrogates that broken JSON has, and nothing can write."""
    return words.encode("utf-8", "replace").decode()


def _names(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list | tuple) else str(value).split(";") if isinstance(value, str) else ()
    return tuple(name for name in map(_word, values) if name)


def _json_lines(stream: IO[bytes], source: str, settings: FetchSettings) -> Iterator[RawPage | Rejected]:
    for number, line in enumerate(lines(_in_utf8(stream, settings), settings.max_line), 1):
        if line is None:
            yield _rejected(
                source, number, f"The line is longer than {settings.max_line:,} bytes. Cut the file into its rows."
            )
        elif line.strip():
            yield _json_line(line.removeprefix(b"\xef\xbb\xbf"), source, number)


def _in_utf8(stream: IO[bytes], settings: FetchSettings) -> IO[bytes]:
    """The stream itself; where it begins with UTF-16's byte order mark, its content as UTF-8."""
    peek = getattr(stream, "peek", None)
    if not peek or peek(2)[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return stream
    return io.BytesIO(read_all(stream, settings.max_json).decode("utf-16", "replace").encode("utf-8", "replace"))


def _json_line(line: bytes, source: str, number: int) -> RawPage | Rejected:
    try:
        return page_of(json.loads(line), source, number)
    except UnicodeDecodeError:
        return _rejected(source, number, "The line is not UTF-8. Save the file as UTF-8.")
    except (ValueError, RecursionError) as error:
        return _rejected(source, number, f"The line is not JSON ({_short(error)}). Mend or leave out this line.")


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:120] if isinstance(error, ValueError) else "nested too deep"


def _json(stream: IO[bytes], source: str, settings: FetchSettings) -> Iterator[RawPage | Rejected]:
    """An array of rows, one row, or JSON lines under the wrong name."""
    content = read_all(_in_utf8(stream, settings), settings.max_json).removeprefix(b"\xef\xbb\xbf")
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        if content.lstrip().startswith(b"{") and b"\n" in content.strip():
            yield from _json_lines(io.BytesIO(content), source, settings)
        else:
            yield Rejected(
                source=source, error=f"{source} could not be read. It is not JSON ({_short(error)}). Mend the file."
            )
        return
    for number, row in enumerate(data if isinstance(data, list) else [data], 1):
        yield page_of(row, source, number)


def _table(
    stream: IO[bytes], source: str, delimiter: str | None, settings: FetchSettings
) -> Iterator[RawPage | Rejected]:
    buffered = io.BufferedReader(stream, 1 << 20) if isinstance(stream, io.RawIOBase) else stream
    sample = buffered.peek(200_000)[:200_000] if hasattr(buffered, "peek") else b""
    text = io.TextIOWrapper(buffered, encoding=encoding_of(sample), errors="replace", newline="")
    csv.field_size_limit(settings.max_line)
    reader = csv.reader((line.replace("\x00", "") for line in text), delimiter=delimiter or _delimiter(sample))
    header = [name.strip().casefold() for name in next(reader, [])]
    if not {"text", "html"} & set(header):
        sentence = "Its first line names no column `text` or `html`. Give the table a header with the fields' names."
        yield Rejected(source=source, error=f"{source} could not be read. {sentence}")
        return
    yield from _records(reader, header, source)


def _delimiter(sample: bytes) -> str:
    """Of a .csv: the mark that stands most often in its first line."""
    first = sample.partition(b"\n")[0].decode("utf-8", "replace")
    return max(_DELIMITERS, key=first.count)


def _records(reader: Any, header: list[str], source: str) -> Iterator[RawPage | Rejected]:
    while True:
        number = reader.line_num + 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _rejected(source, number, f"The row is not well formed ({error}). Mend or leave out this row.")
            continue
        if any(values):
            yield page_of(dict(zip(header, values, strict=False)), source, number)
