"""From bytes to text: byte order marks, the charset that a page declares, UTF-8, else the likeliest encoding."""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_HEAD = 4096
_SAMPLE = 200_000
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY_SHARE = 0.02
# Pages that declare these mean the wider code page (WHATWG encoding standard).
_WIDER = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
          "gb2312": "gb18030", "gbk": "gb18030", "iso-8859-9": "cp1254", "ks_c_5601-1987": "cp949", "euc-kr": "cp949"}  # fmt: skip


def decode(content: bytes, media: str) -> tuple[str, str] | None:
    """(text, encoding), or None where the bytes are no text in any encoding that can be told."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace").removeprefix("\ufeff"), encoding
    found = _as(content, "utf-8") or (_declared(content) if media == "html" else None) or _guessed(content)
    return found if found and not looks_binary(found[0]) else None


def looks_binary(text: str) -> bool:
    """Whether the text holds more control characters than any text does."""
    sample = text[:_SAMPLE]
    return "\x00" in sample or len(_CONTROLS.findall(sample)) > len(sample) * _BINARY_SHARE


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
    return _as(content, best.encoding, "replace") if best else None
