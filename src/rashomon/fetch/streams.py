"""Reading bytes within bounds, and lines of text out of bytes."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import IO

_CHUNK = 1 << 20
_SAMPLE = 200_000
BROKEN = (EOFError, zlib.error, gzip.BadGzipFile, OSError)


class TooLargeError(Exception):
    """More bytes than the bound. Caught in this room and turned into a Rejected."""


class BombError(Exception):
    """A packed file that unpacks to more than any text does. Caught in this room's callers and turned into a Rejected."""


class Bounded(io.RawIOBase):
    """A binary stream that raises TooLargeError beyond `most` bytes; the declared size of a packed file is never trusted."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        super().__init__()
        self._stream, self._left = stream, most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._some(min(len(buffer), _CHUNK))
        self._left -= len(data)
        if self._left < 0:
            raise TooLargeError
        buffer[: len(data)] = data
        return len(data)

    def _some(self, most: int) -> bytes:
        """What can be had now: of a file that breaks off, all that stands before the break."""
        one_read = getattr(self._stream, "read1", None)
        return one_read(most) if one_read else self._stream.read(most)


class Unpacked(Bounded):
    """The bytes that are packed in a gzip stream. Raises BombError where they are more than `ratio` times the packed ones,
    counted from `ratio_from` on."""

    def __init__(self, packed: IO[bytes], most: int, ratio: int, ratio_from: int) -> None:
        self._counted = _Counted(packed, 1 << 62)
        super().__init__(gzip.GzipFile(fileobj=self._counted), most)  # type: ignore[arg-type]
        self._ratio, self._ratio_from, self._given = ratio, ratio_from, 0

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        count = super().readinto(buffer)
        self._given += count
        if self._given > self._ratio_from and self._given > self._ratio * self._counted.taken:
            raise BombError
        return count


class _Counted(Bounded):
    """Counts what was taken from a stream."""

    taken = 0

    def _some(self, most: int) -> bytes:
        data = super()._some(most)
        self.taken += len(data)
        return data


def is_packed(stream: "io.BufferedReader[Bounded]") -> bool:
    """Whether a stream begins as gzip does."""
    return stream.peek(2)[:2] == b"\x1f\x8b"


def read_all(stream: IO[bytes], most: int) -> bytes:
    """All bytes. Raises TooLargeError beyond the bound."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise TooLargeError
    return data


def lines(stream: IO[bytes], most: int) -> Iterator[bytes | None]:
    """The lines without their ends; None in place of one that is longer than `most` bytes (it is skipped, not held)."""
    while line := stream.readline(most + 1):
        if len(line) <= most or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None


def encoding_of(sample: bytes) -> str:
    """UTF-8 where it fits (or a byte order mark), else the likeliest; "utf-8" where nothing can be told."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        sample[: _SAMPLE - 4].decode("utf-8") if len(sample) < _SAMPLE else sample[:_SAMPLE].decode("utf-8", "ignore")
        return "utf-8-sig"
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(sample[:_SAMPLE]).best()
        return best.encoding if best else "utf-8-sig"
