"""From bytes to text: byte order marks, the charset that a page declares, UTF-8, else the likeliest encoding."""

import codecs
import re

from rashomon.text.language import language_of

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
# Code pages of Latin letters that a short text fits as well as the Western one; its language then says which it is.
_LATIN_PAGES = (
    "cp125",
    "cp437",
    "cp8",
    "cp5",
    "cp1140",
    "cp1026",
    "iso8859",
    "latin",
    "mac",
    "hp_roman8",
    "cp273",
    "cp037",
)
_WESTERN = frozenset("en fr de es pt it nl sv da no fi is ca gl eu ga id ms".split())
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_HEAD = 4096
_SAMPLE = 200_000
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_BINARY_SHARE = 0.02
_FEWEST_WIDE = 20
_BLOCKS = bytes(range(0x07))  # Latin to Arabic: the scripts whose letters have so small a first byte
_OTHER_BLOCKS = 0.05  # dashes and quotation marks
_LETTERS = 0.75
_STRAY_NULS = 0.001  # share of NUL bytes that a broken text may hold; more are no text
# Pages that declare these mean the wider code page (WHATWG encoding standard).
_WIDER = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
          "gb2312": "gb18030", "gbk": "gb18030", "iso-8859-9": "cp1254", "ks_c_5601-1987": "cp949", "euc-kr": "cp949"}  # fmt: skip


def decode(content: bytes, media: str) -> tuple[str, str] | None:
    """(text, encoding), or None where the bytes are no text in any encoding that can be told."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace").removeprefix("\ufeff"), encoding
    wide = _unmarked_wide(content)
    if wide:
        return _as(content, wide, "replace")
    found = _as(content, "utf-8") or (_declared(content) if media == "html" else None) or _guessed(content)
    return found if found and not looks_binary(found[0]) else None


def _unmarked_wide(content: bytes) -> str | None:
    """UTF-16 without its byte order mark: every second byte is one of a few small ones, and letters come out."""
    sample = content[:_HEAD] if len(content) % 2 == 0 or len(content) > _HEAD else b""
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        others = high.translate(None, _BLOCKS)
        if len(high) < _FEWEST_WIDE or len(others) > _OTHER_BLOCKS * len(high):
            continue
        text = sample.decode(encoding, "replace")
        if sum(letter.isalpha() or letter.isspace() for letter in text) > _LETTERS * len(text):
            return encoding
    return None


def looks_binary(text: str) -> bool:
    """Whether the text holds more control characters than any text does."""
    sample = text[:_SAMPLE]
    coded = sample.encode("utf-8", "surrogatepass")  # where a control character is one byte, and no other letter's
    controls = len(coded) - len(coded.translate(None, _CONTROLS))
    return coded.count(0) > _STRAY_NULS * len(sample) or controls > len(sample) * _BINARY_SHARE


def _declared(content: bytes) -> tuple[str, str] | None:
    match = _DECLARED.search(content[:_HEAD])
    if not match:
        return None
    name = match[1].decode("ascii").lower()
    if name.replace("-", "") == "utf8":  # it says UTF-8 and has a stray byte: one lost letter beats a guess
        text = content.decode("utf-8", "replace")
        return (text, "utf-8") if text.count("\ufffd") < max(20, len(text) // 1000) else None
    return _as(content, _WIDER.get(name, name), "replace")


def _as(content: bytes, encoding: str, errors: str = "strict") -> tuple[str, str] | None:
    try:
        return content.decode(encoding, errors), encoding
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(content: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_SAMPLE]).best()
    if best is None:
        return None
    western = _as(content, "cp1252") if best.encoding.startswith(_LATIN_PAGES) else None
    if western and language_of(western[0]) in _WESTERN:
        return western
    return _as(content, best.encoding, "replace")
