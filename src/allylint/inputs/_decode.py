"""From the bytes of a file to its text, and whether they are text at all."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

_UTF16 = (BOM_UTF16_LE, BOM_UTF16_BE)
_LOOKED_AT = 8192


def decode(data: bytes) -> tuple[str, bool]:
    """The text without its byte order mark, and whether any bytes had to be replaced."""
    encoding = "utf-16" if data.startswith(_UTF16) else "utf-8"
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode(encoding), False
    except UnicodeDecodeError:
        return data.decode(encoding, errors="replace"), True


def is_binary(data: bytes) -> bool:
    """Whether these are no words: a NUL near the start, and no UTF-16."""
    return b"\0" in data[:_LOOKED_AT] and not data.startswith(_UTF16)
