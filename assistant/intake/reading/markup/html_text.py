"""HTML becomes lines of text, so that a label and its value can be told apart.

Blocks begin a new line, cells of a table are parted by a tab. What only a link holds
(``mailto:`` and ``tel:``) is written behind its text; what stands in comments is kept apart.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from assistant.intake.reading.markup.tokens import Comment, Tag, Text, tokens, unescape

_SKIPPED = frozenset({"script", "style", "title", "template"})
_BLOCKS = (
    "address article aside blockquote body br center div dl dt fieldset figure footer form h1 h2 h3"
    " h4 h5 h6 header hr html li main nav ol option p pre section table tbody tfoot thead tr ul"
)
_NEW_LINE = frozenset(_BLOCKS.split())
_NEW_CELL = frozenset({"td", "th", "dd"})
_SPACES = "\t\n\r\f\v\xa0"
_SEARCHED = 200_000
_LOOKS_LIKE_HTML = re.compile(
    r"<(?:!doctype html|html|body|table|tr|td|div|p|br|span|a|b|strong|ul|li|h[1-6]|font)\b[^<>]*>",
    re.IGNORECASE,
)
_MOST_LINKS = 200
_MOST_COMMENTS = 50


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a web page: where it leads and what a reader sees."""

    address: str
    label: str


@dataclass(slots=True)
class Page:
    """What a reader of an HTML message sees, and what its comments hold."""

    text: str = ""
    links: list[Link] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def is_html(text: str) -> bool:
    """Say whether the beginning of ``text`` holds a tag of HTML."""
    return _LOOKS_LIKE_HTML.search(text, 0, _SEARCHED) is not None


def read_page(source: str) -> Page:
    """Return the text of an HTML document, with its links and comments."""
    writer = _Writer()
    for token in tokens(source, skipped=_SKIPPED):
        match token:
            case Text(text):
                writer.write(text)
            case Tag():
                writer.mark(token)
            case Comment(text):
                writer.note(text)
    return writer.finish()


def plain(text: str) -> str:
    """Return ``text`` without tags if it has any, else as it is."""
    return read_page(text).text if is_html(text) else text


def _closed_up(text: str) -> str:
    """Make one blank of any white space; many times as fast as a pattern on hostile text."""
    for space in _SPACES:
        text = text.replace(space, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


class _Writer:
    """Collects a page piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._page = Page()
        self._address = ""
        self._link_began_at = 0

    def write(self, text: str) -> None:
        if text:
            self._pieces.append(_closed_up(unescape(text)))

    def mark(self, tag: Tag) -> None:
        if tag.name in _NEW_LINE:
            self._pieces.append("\n")
        elif tag.name in _NEW_CELL:
            self._pieces.append("" if tag.closing else "\t")
        elif tag.name == "a":
            self._end_link()
            if not tag.closing:
                self._address = tag.attributes().get("href", "")
                self._link_began_at = len(self._pieces)

    def note(self, comment: str) -> None:
        if len(self._page.comments) < _MOST_COMMENTS:
            self._page.comments.append(comment)

    def finish(self) -> Page:
        self._end_link()
        lines = "".join(self._pieces).split("\n")
        self._page.text = "\n".join(line.strip(" ") for line in lines)
        return self._page

    def _end_link(self) -> None:
        address, self._address = self._address, ""
        if not address:
            return
        label = "".join(self._pieces[self._link_began_at :])
        kind, _, rest = address.partition(":")
        if kind.lower() in {"mailto", "tel", "whatsapp"}:
            target = unquote(rest.partition("?")[0][:300])
            if target and target not in label:
                self._pieces.append(f" {target} ")
        elif kind.lower() in {"http", "https"} and len(self._page.links) < _MOST_LINKS:
            self._page.links.append(Link(address, " ".join(label.split())))
