"""Phrases with gaps, such as ``gemiste oproep voor {vehicle} (*``, found in a line of text.

A phrase is matched from left to right without ever going back, so that neither a portal's
data nor a hostile subject can make it slow.
"""

import re
from dataclasses import dataclass

from assistant.core.errors import WrongCallError

_GAP = re.compile(r"(\*|\{[a-z_]+\})")
_LONGEST = 500
_GAP_NAMES = frozenset({"vehicle", "name", "price"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with gaps.

    Attributes:
        words: The words before the first gap, between the gaps, and behind the last.
        gaps: What each gap holds: ``vehicle``, ``name``, ``price``, or empty for ``*``.
        anchored: Whether the line must begin with the phrase.
    """

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    anchored: bool

    def find(self, line: str) -> dict[str, str] | None:
        """Return what stands in the named gaps, or ``None`` when the phrase is not there."""
        line = line[:_LONGEST]
        lowered = line.lower()
        if len(lowered) != len(line):
            line = lowered
        start = self._start(lowered)
        if start < 0:
            return None
        position = start + len(self.words[0])
        found: dict[str, str] = {}
        for gap, words in zip(self.gaps, self.words[1:], strict=True):
            end = lowered.find(words, position) if words else len(line)
            held = line[position:end].strip()
            if end < 0 or (gap and not held):
                return None
            if gap:
                found[gap] = held
            position = end + len(words)
        return found

    def _start(self, lowered: str) -> int:
        """Return where the first words stand, at the beginning of a word."""
        first = self.words[0]
        if self.anchored:
            return 0 if lowered.startswith(first) else -1
        start = lowered.find(first)
        while start > 0 and first[:1].isalnum() and lowered[start - 1].isalnum():
            start = lowered.find(first, start + 1)
        return start


def read_phrase(text: str) -> Phrase:
    """Read a phrase as it stands in portals.toml.

    Args:
        text: Words in any case; ``*`` stands for anything, ``{vehicle}``, ``{name}`` and
            ``{price}`` for what is wanted; ``^`` in front means that the line begins so.

    Raises:
        WrongCallError: The phrase begins with a gap or holds an unknown one.
    """
    pieces = _GAP.split(text.removeprefix("^").lower())
    words, gaps = tuple(pieces[::2]), tuple(piece.strip("*{}") for piece in pieces[1::2])
    if not words[0].strip() or not _GAP_NAMES.issuperset(gap for gap in gaps if gap):
        raise WrongCallError("The phrase {phrase} in the portals is not understood.", phrase=text)
    if any(not between for between in words[1:-1]):
        raise WrongCallError(
            "The phrase {phrase} in the portals has two gaps in a row.", phrase=text
        )
    return Phrase(words=words, gaps=gaps, anchored=text.startswith("^"))
