"""Cuts XML and HTML into tags and texts, however broken, in one pass.

The parser of the standard library takes minutes for a hostile message (its time grows with
the square of the length), so this one has a rule: no step looks further than the next ``<``,
or it remembers that there was nothing to find. Nothing is fetched and no entity of the
document's own is resolved.
"""

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import NamedTuple

MOST_TAGS = 8_000  # what a tenth of a second allows; a lead of one customer has a few hundred
_MOST_REFERENCES = 20_000

_TAG = re.compile(
    r"""(?!<[\w.+-]{1,64}@)"""  # an address in angle brackets
    r"""(?:<(/?)([A-Za-z][\w:.-]*+)((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>"""
    r"""|<(/?)([A-Za-z][\w:.-]*+)([^<>]*+)>"""  # a quotation mark is missing
    r"""|<[!?][^<>]*+>)"""
)
_ATTRIBUTE = re.compile(
    r"""(?<![\w:.-])([A-Za-z][\w:.-]*+)\s*+=\s*+"""
    r"""(?:"([^"]*+)"|'([^']*+)'|[“”„«]([^“”»]*+)[“”»]|([^\s"'>]++))"""
)
_REFERENCE = re.compile(r"&(?:([A-Za-z][\w.-]{0,40});|#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|nbsp\b)")
_ENDINGS = {"<!--": "-->", "<![CDATA[": "]]>"}


class Text(NamedTuple):
    """A run of text, its character references not yet replaced."""

    text: str


class Tag(NamedTuple):
    """A tag, its name in lower case and without a namespace.

    Attributes:
        name: ``phone`` for ``<adf:Phone type="fax">``.
        written: What stands behind the name, as it is written.
        closing: Whether it is an end tag.
        empty: Whether it ends with ``/>``.
    """

    name: str
    written: str
    closing: bool
    empty: bool

    def attributes(self) -> dict[str, str]:
        """Return the attributes; the names are in lower case."""
        return {
            name.lower(): unescape(double or single or curly or bare).strip()
            for name, double, single, curly, bare in _ATTRIBUTE.findall(self.written)
        }


class Comment(NamedTuple):
    """What stands between ``<!--`` and ``-->``."""

    text: str


Token = Text | Tag | Comment


def tokens(source: str, *, skipped: frozenset[str] = frozenset()) -> Iterator[Token]:
    """Cut ``source`` into texts, tags and comments; stop after 8,000 tags.

    Args:
        source: XML or HTML, whole or not.
        skipped: Elements whose content is left out, such as ``style``.
    """
    seeker = _Seeker(source)
    position = 0
    for _ in range(MOST_TAGS):
        start = source.find("<", position)
        if start < 0:
            break
        if start > position:
            yield Text(source[position:start])
        token, position = _token(source, start, seeker)
        yield token
        if isinstance(token, Tag) and token.name in skipped and not token.closing:
            position = max(position, seeker.find(f"</{token.name}", position))
    else:
        return
    if position < len(source):
        yield Text(source[position:])


def unescape(text: str, *, unknown: bool = True) -> str:
    """Replace character references such as ``&eacute;``.

    Args:
        text: At most its first 20,000 references are replaced.
        unknown: Whether a reference that HTML does not know stays as it is written.
    """
    if "&" not in text:
        return text
    replace = _letter if unknown else _letter_or_nothing
    return _REFERENCE.sub(replace, text, count=_MOST_REFERENCES)


class _Seeker:
    """Finds what ends something, and never looks twice for what is not there."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._absent: set[str] = set()

    def find(self, end: str, position: int) -> int:
        if end in self._absent:
            return -1
        found = self._source.find(end, position)
        if found < 0 and end != end.upper():
            found = self._source.find(end.upper(), position)
        if found < 0:
            self._absent.add(end)
        return found


def _token(source: str, start: int, seeker: _Seeker) -> tuple[Token, int]:
    """Return the token that begins with the ``<`` at ``start``, and where it ends."""
    if source.startswith("!", start + 1):
        for opening, ending in _ENDINGS.items():
            if source.startswith(opening, start):
                return _whole(source, start + len(opening), ending, seeker)
    found = _TAG.match(source, start)
    if found is None:
        return Text("<"), start + 1
    return _tag(found), found.end()


def _whole(source: str, start: int, ending: str, seeker: _Seeker) -> tuple[Token, int]:
    end = seeker.find(ending, start)
    if end < 0:
        return Text(""), start
    inside = source[start:end]
    token = Comment(inside) if ending == "-->" else Text(inside.replace("&", "&amp;"))
    return token, end + len(ending)


def _tag(found: re.Match[str]) -> Token:
    slash, name, written = found.group(1, 2, 3) if found.group(2) else found.group(4, 5, 6)
    if name is None:
        return Text("")
    return Tag(
        name=name.rpartition(":")[2].lower(),
        written=written,
        closing=bool(slash),
        empty=written.endswith("/"),
    )


def _letter(found: re.Match[str]) -> str:
    name = found.group(1)
    return html5.get(f"{name};", found.group()) if name else html.unescape(found.group())


def _letter_or_nothing(found: re.Match[str]) -> str:
    name = found.group(1)
    return html5.get(f"{name};", "") if name else html.unescape(found.group())
