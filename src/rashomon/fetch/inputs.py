"""Opens the INPUTs of a call: files, folders, globs and standard input → pages, or rejections in plain sentences."""

import glob
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

import msgspec

from rashomon.fetch.archive import ReadStream, read_zip
from rashomon.fetch.kinds import READABLE, Kind, kind_of
from rashomon.fetch.rows import read_rows
from rashomon.fetch.settings import FetchSettings
from rashomon.fetch.streams import BROKEN, BombError, Bounded, TooLargeError, Unpacked, is_packed, read_all
from rashomon.model.problem import Rejected
from rashomon.model.report import RawPage

Pages = Iterator[RawPage | Rejected]
_DEFAULTS = FetchSettings()
_STDIN = "-"
_SNIFFED = 2048


def open_inputs(
    inputs: Sequence[str],
    settings: FetchSettings = _DEFAULTS,
    stdin: IO[bytes] | None = None,
) -> Pages:
    """Every page behind the inputs, in the order given (folders and globs by name), each file once.

    No two sources are alike: a second row of one id becomes `PATH#ID#2`.
    """
    seen: set[str] = set()
    for given in inputs:
        yield from _open(given, seen, settings, stdin)


def open_files(files: Iterable[tuple[str, IO[bytes]]], settings: FetchSettings = _DEFAULTS) -> Pages:
    """Every page of files that are open already, each with its name, which stands in `source`; its ending says how it is read."""
    yield from _distinct(page for name, stream in files for page in _stream(name, stream, readable(name), 0, settings))


def _open(given: str, seen: set[str], settings: FetchSettings, stdin: IO[bytes] | None) -> Pages:
    if given == _STDIN:
        yield from _distinct(_standard_input(stdin or sys.stdin.buffer, settings))
    elif "://" in given[:12]:
        yield _rejected(given, "Addresses and feeds cannot be read yet. Save the page as .html and give the file.")
    else:
        for path in _paths(given, settings):
            if isinstance(path, Rejected):
                yield path
            elif (real := os.path.realpath(path)) not in seen:
                seen.add(real)
                yield from _distinct(_file(path, settings))


def readable(name: str) -> str:
    """A name as it can stand in a record: bytes of it that are no UTF-8, and lone surrogates, become "�"."""
    return name.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _rejected(source: str, sentence: str) -> Rejected:
    source = readable(source)
    return Rejected(source=source, error=f"{source} could not be read. {sentence}")


def _distinct(pages: Pages) -> Pages:
    counts: dict[str, int] = {}
    for page in pages:
        count = counts[page.source] = counts.get(page.source, 0) + 1
        yield page if count == 1 else msgspec.structs.replace(page, source=f"{page.source}#{count}")


# --- which files


def _paths(given: str, settings: FetchSettings) -> Iterator[str | Rejected]:
    """The files behind a path, a folder or a glob, as they will stand in `source`."""
    try:
        mode = Path(given).stat().st_mode
    except (OSError, ValueError):
        yield from _globbed(given, settings)
        return
    if stat.S_ISDIR(mode):
        found = list(_walked(given, settings))
        yield from found or [
            _rejected(given, "The folder holds no files (hidden ones are left out). Give one that does.")
        ]
    elif stat.S_ISREG(mode):
        yield given
    else:
        yield _rejected(given, "It is neither a file nor a folder. Give a file, or use `-` for standard input.")


def _globbed(given: str, settings: FetchSettings) -> Iterator[str | Rejected]:
    magic = glob.has_magic(given) and "\x00" not in given
    found = sorted(glob.glob(given, recursive=True)) if magic else []  # noqa: PTH207 (pathlib takes no absolute patterns)
    if not found:
        what = "No file matches it." if glob.has_magic(given) else "There is no such file or folder."
        yield _rejected(given, f"{what} Check the path.")
    for path in found[: settings.max_inputs]:
        if Path(path).is_file():
            yield path
        elif Path(path).is_dir() and "**" not in given:
            yield from _walked(path, settings)


def _walked(folder: str, settings: FetchSettings) -> Iterator[str | Rejected]:
    """Regular files below the folder, in the order of their paths; links to folders are not followed."""
    count = 0
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = str(Path(root) / name) if root != "." else name
            if name.startswith(".") or not Path(path).is_file():
                continue
            count += 1
            if count > settings.max_inputs:
                yield _rejected(folder, f"It holds more than {settings.max_inputs:,} files. Give its parts one by one.")
                return
            yield path


# --- one file


def _file(path: str, settings: FetchSettings) -> Pages:
    try:
        with Path(path).open("rb") as stream:
            yield from _stream(path, stream, readable(path), 0, settings)
    except PermissionError:
        yield _rejected(path, "You may not read it. Change its permissions.")
    except OSError as error:
        yield _rejected(path, f"The file could not be opened ({error.strerror or 'input error'}). Check the file.")


def _standard_input(stream: IO[bytes], settings: FetchSettings) -> Pages:
    """JSON lines, a page or a text, told by how it begins."""
    try:
        content = read_all(stream, settings.max_json)
    except TooLargeError:
        yield _rejected(
            _STDIN, f"Standard input has more than {settings.max_json:,} bytes. Save it to a file and give that."
        )
        return
    begins = content[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    name = "stdin.zip" if begins.startswith(b"pk\x03\x04") else "stdin.txt"
    if begins.startswith((b'{"', b"[{", b"[\n")):
        name = "stdin.json"
    elif begins.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")):
        name = "stdin.html"
    yield from _stream(name, io.BytesIO(content), _STDIN, 0, settings)


def _stream(name: str, stream: IO[bytes], source: str, depth: int, settings: FetchSettings) -> Pages:
    """What one named stream holds. Never raises for what is wrong with the data."""
    kind, packed = kind_of(name)
    try:
        if kind is Kind.LATER:
            yield _rejected(
                source, "This kind of file cannot be read yet. Give its text as .txt, or the page as .html."
            )
        elif kind is Kind.OTHER:
            yield _rejected(source, f"Files of this kind are not read. Give one of {READABLE}.")
        elif kind is Kind.ZIP:
            yield from read_zip(stream, source, depth + 1, _reader(settings), settings)
        elif kind in (Kind.TEXT, Kind.HTML):
            yield _page(kind, read_all(stream, settings.max_page), source)
        else:
            yield from _rows(kind, stream, source, packed, settings)
    except TooLargeError:
        yield _rejected(source, "It is larger than the limit. Cut it into smaller files.")


def _reader(settings: FetchSettings) -> ReadStream:
    def read_stream(name: str, stream: IO[bytes], source: str, depth: int) -> Pages:
        return _stream(name, stream, source, depth, settings)

    return read_stream


def _page(kind: Kind, content: bytes, source: str) -> RawPage | Rejected:
    if not content.strip():
        return _rejected(source, "The file is empty. Give a file that holds a report.")
    return RawPage(source=source, media=kind.value, content=content)


def _unpacked(stream: IO[bytes], packed: bool, settings: FetchSettings) -> Bounded:
    """The stream's own bytes, or those packed in it, whatever its name says."""
    opened = io.BufferedReader(Bounded(stream, settings.max_unpacked), 1 << 16)
    if packed or is_packed(opened):
        return Unpacked(opened, settings.max_unpacked, settings.max_ratio, settings.ratio_from)
    return Bounded(opened, settings.max_unpacked)


def _rows(kind: Kind, stream: IO[bytes], source: str, packed: bool, settings: FetchSettings) -> Pages:
    """The rows of a file, packed or not; a file without one is rejected as empty."""
    count = 0
    try:
        bounded = io.BufferedReader(_unpacked(stream, packed, settings), 1 << 18)
        for page in read_rows(kind, bounded, source, settings):
            count += 1
            yield page
    except BROKEN:
        before = f" behind row {count}. Make it anew; the rows before were read." if count else ". Make it anew."
        yield _rejected(source, f"The file is broken{before}")
        return
    except BombError:
        yield _rejected(source, "It unpacks to far more than any text does, as in a bomb. Give the file itself.")
        return
    if not count:
        yield _rejected(source, "The file holds no rows. Give one with a report a row.")
