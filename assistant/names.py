"""What strangers wrote, as text that can be stored and shown: names of files, arguments, cells."""

import os
import unicodedata
from pathlib import Path

_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"} | {
    0x7F: 0x2421
}
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def in_text(name: str | Path) -> str:
    """Return a name in which every letter can be stored; bytes that are no UTF-8 are replaced."""
    return os.fsencode(name).decode("utf-8", "replace")


def harmless(text: str) -> str:
    """Return a text in which signs that act, or hide, are named instead: ``[U+202E]``."""
    text = text.translate(_PICTURES)
    named = {ord(sign): f"[U+{ord(sign):04X}]" for sign in set(text) if _is_hidden(sign)}
    return text.translate(named)


def shortened(text: str, longest: int) -> str:
    """Return a text of at most ``longest`` letters; one that was cut ends in an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _is_hidden(sign: str) -> bool:
    return sign not in "\n\t" and unicodedata.category(sign) in _HIDDEN
