"""Finds ADF documents in any text: bare, escaped, in a comment, cut off, or several.

What stands before the ``adf`` element (a prolog in any state, a document type, a mail's
greeting) is never given to a parser, so it can break nothing.
"""

import quopri
import re
from collections.abc import Iterator
from itertools import islice, pairwise

from assistant.intake.reading.markup.decoding import decode
from assistant.intake.reading.markup.tokens import unescape
from assistant.intake.reading.markup.xml_tree import Element, read_strictly, read_tolerantly

_BEGINS = re.compile(r"<(?:[\w-]{1,20}:)?(?:adf|prospect)(?=[\s>/])", re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w-]{1,20}:)?adf(?=[\s>/])", re.IGNORECASE)
_ENDS = re.compile(r"</(?:[\w-]{1,20}:)?adf\s{0,9}+>", re.IGNORECASE)
_ESCAPED = re.compile(r"&(?:amp;){0,2}lt;(?:adf|prospect)\b", re.IGNORECASE)
_QUOTED_PRINTABLE = re.compile(r"=3D[\"'“]|=3C(?:adf|prospect)\b", re.IGNORECASE)
_MOST_UNESCAPES = 3
_MOST_DOCUMENTS = 50


def holds_adf(text: str) -> bool:
    """Say whether an ADF document begins somewhere in ``text``."""
    return _as_markup(text) is not None


def find_adf(text: str) -> Iterator[Element]:
    """Yield the ADF documents in ``text`` as trees, each root holding its prospects."""
    markup = _as_markup(text)
    if markup is None:
        return
    for document in _documents(markup):
        yield read_strictly(document) or read_tolerantly(document)


def _as_markup(text: str) -> str | None:
    """Undo what a sender did to the markup; ``None`` where there is no ADF."""
    lowered = text.lower()
    if "adf" not in lowered and "prospect" not in lowered:
        return None
    if _QUOTED_PRINTABLE.search(text) and ("<" in text or "=3C" in text):
        text = decode(quopri.decodestring(text.encode("utf-8", "replace")))
    for _ in range(_MOST_UNESCAPES):
        if _BEGINS.search(text):
            return text
        if not _ESCAPED.search(text):
            return None
        text = unescape(text)
    return None


def _documents(markup: str) -> Iterator[str]:
    """Cut out each document: from its beginning to its end, or to where the next begins."""
    begins = [found.start() for found in islice(_ROOT.finditer(markup), _MOST_DOCUMENTS)]
    if not begins:
        prospect = _BEGINS.search(markup)
        begins = [prospect.start()] if prospect else []
    for begin, following in pairwise([*begins, len(markup)]):
        end = _ENDS.search(markup, begin, following)
        yield markup[begin : end.end() if end else following]
