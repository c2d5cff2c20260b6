"""Zip archives: what they hold, within bounds. Nothing is ever unpacked to disk."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO

from rashomon.fetch.kinds import Kind, kind_of
from rashomon.fetch.settings import FetchSettings
from rashomon.fetch.streams import Bounded, TooLargeError
from rashomon.model.problem import Rejected
from rashomon.model.report import RawPage

_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    MemoryError,
)
Pages = Iterator[RawPage | Rejected]
ReadStream = Callable[[str, IO[bytes], str, int], Pages]


def read_zip(stream: IO[bytes], source: str, depth: int, read_stream: ReadStream, settings: FetchSettings) -> Pages:
    """Each member, in the order of their names. `read_stream(name, stream, source, depth)` reads one."""
    if depth > settings.max_nesting:
        yield _rejected(source, f"It lies in more than {settings.max_nesting - 1} archives. Unpack the outer ones.")
        return
    try:
        archive = zipfile.ZipFile(stream)
        members = sorted(archive.infolist(), key=lambda member: member.filename)
    except _BROKEN:
        yield _rejected(source, "It is no zip archive, or is broken. Make the archive anew.")
        return
    if all(member.is_dir() or _hidden(member.filename) for member in members):
        yield _rejected(source, "The archive holds no files (hidden ones are left out). Give one that does.")
        return
    budget = settings.max_unpacked
    for member in members[: settings.max_members]:
        if member.is_dir() or _hidden(member.filename):
            continue
        yield from _member(archive, member, source, depth, read_stream, settings)
        budget -= member.file_size
        if budget < 0:
            yield _rejected(
                source, f"It holds more than {settings.max_unpacked:,} bytes. Cut it into smaller archives."
            )
            return
    if len(members) > settings.max_members:
        yield _rejected(
            source, f"It has more than {settings.max_members:,} members; those behind were not read. Cut it up."
        )


def _member(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    source: str,
    depth: int,
    read_stream: ReadStream,
    settings: FetchSettings,
) -> Pages:
    at = f"{source}#{member.filename}"
    fault = _fault(member, settings)
    if fault:
        yield _rejected(at, fault)
        return
    try:
        with archive.open(member) as opened:
            bounded = io.BufferedReader(Bounded(opened, member.file_size))
            inner: IO[bytes] = io.BytesIO(bounded.read()) if kind_of(member.filename)[0] is Kind.ZIP else bounded
            yield from read_stream(member.filename, inner, at, depth + 1)
    except TooLargeError:
        yield _rejected(at, "It is larger than the archive says, as in a zip bomb. Make the archive anew.")
    except _BROKEN:
        yield _rejected(at, "This member of the archive is broken or packed in an unknown way. Make the archive anew.")


def _fault(member: zipfile.ZipInfo, settings: FetchSettings) -> str | None:
    """Why a member is not to be opened; None where it may be."""
    parts = member.filename.replace("\\", "/").split("/")
    if ".." in parts or parts[0] == "" or parts[0].endswith(":"):
        return "Its name points outside the archive. Make the archive anew with plain names."
    if member.flag_bits & _ENCRYPTED:
        return "It is encrypted. Give it without a password."
    if member.file_size > settings.ratio_from and member.file_size > settings.max_ratio * max(1, member.compress_size):
        return "It unpacks to far more than any text does, as in a zip bomb. Give the file itself."
    if kind_of(member.filename)[0] is Kind.ZIP and member.file_size > settings.max_json:
        return f"An archive inside an archive may have {settings.max_json:,} bytes. Unpack the outer one."
    return None


def _hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)


def _rejected(source: str, sentence: str) -> Rejected:
    return Rejected(source=source, error=f"{source} could not be read. {sentence}")
