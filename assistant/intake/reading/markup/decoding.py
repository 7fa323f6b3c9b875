"""Bytes become text: what they are counts, what they are declared to be is a hint.

Leads declare UTF-8 and hold Latin-1, or the other way round. Bytes that are valid UTF-8
are read as such whatever is declared, because no other text looks like it by chance.
Decoding never fails.
"""

import codecs
import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,30})["']""", re.IGNORECASE
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,30})""", re.IGNORECASE)
_SEARCHED_BYTES = 2_000

# Only these are believed: some of Python's codecs are slow on hostile bytes or no charsets at all.
_CHARSETS = re.compile(
    r"utf-(?:16|32)(?:-[lb]e)?|cp(?:125[013-8]|437|850|852|858|866|932|949|950|936)"
    r"|iso8859-(?:[2-9]|1\d)|mac-roman|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc_jp|euc_kr"
    r"|iso2022_(?:jp|kr)"
)
_NOT_LIKE_ASCII = ("utf-16", "utf-32", "iso2022")
_WIDE = ("utf-16", "utf-32")
_STRAY_BYTE = re.compile("[\udc80-\udcff]")
_MOST_STRAY_BYTES = 2_000
_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decode(content: bytes, declared: str = "") -> str:
    """Return ``content`` as text, without a byte-order mark.

    Args:
        content: Bytes in any encoding.
        declared: The charset that a header gave; may be wrong, unknown or empty.
    """
    for mark, charset in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(charset, "replace")
    charset = _known(declared) or _known(_declared_inside(content))
    if content[:2] in {b"<\0", b"\0<"}:
        charset = "utf-16-le" if content[:1] == b"<" else "utf-16-be"
    elif charset.startswith(_WIDE) and b"\0" not in content:
        charset = ""  # not one digit, blank or end of a line is in it: it is something else
    for candidate in (
        (charset, "utf-8") if charset.startswith(_NOT_LIKE_ASCII) else ("utf-8", charset)
    ):
        if candidate and (text := _try(content, candidate)) is not None:
            return text
    return _western(content)


def is_binary(text: str) -> bool:
    """Say whether a decoded text is rubbish that no person could read."""
    sample = text[:20_000]
    return len(_STRANGE.findall(sample)) > len(sample) // 50


def _western(content: bytes) -> str:
    """Read Windows-1252, also where a few bytes of it strayed into UTF-8."""
    readable = content.decode("utf-8", "ignore")
    if not readable.isascii() and len(content) - len(readable.encode()) <= _MOST_STRAY_BYTES:
        return _STRAY_BYTE.sub(
            lambda stray: _western_letter(ord(stray.group()) - 0xDC00),
            content.decode("utf-8", "surrogateescape"),
        )
    return _try(content, "cp1252") or content.decode("latin-1")


def _western_letter(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


def _declared_inside(content: bytes) -> str:
    head = content[:_SEARCHED_BYTES]
    found = _DECLARED.search(head) or _META.search(head)
    return found.group(1).decode("ascii", "replace") if found else ""


def _known(charset: str) -> str:
    try:
        name = codecs.lookup(charset.strip(" \"'")[:40]).name
    except (LookupError, ValueError):
        return ""
    return name if _CHARSETS.fullmatch(name) else ""


def _try(content: bytes, charset: str) -> str | None:
    try:
        return content.decode(charset)
    except (LookupError, ValueError):
        return None
