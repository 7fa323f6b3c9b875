"""XML becomes a tree: strictly where it is XML, tolerantly where it only means to be.

A document type is refused by the strict reader and skipped by the tolerant one, and neither
resolves an entity, so no message can make this program open a file or an address.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from assistant.intake.reading.markup.tokens import MOST_TAGS, Tag, Text, tokens, unescape

_DEEPEST = 60
_LINE_BREAKS = frozenset({"br", "p", "div", "li", "tr"})
_ONLY_LOOKS = frozenset({"b", "i", "u", "em", "strong", "span", "font", "ul", "ol", "td", "table"})


@dataclass(slots=True)
class Element:
    """An element of a tree; names of elements and attributes are in lower case.

    Attributes:
        name: Its name without a namespace.
        attributes: Its attributes.
        pieces: The texts that stand directly in it.
        children: The elements that stand directly in it.
    """

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    children: list["Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the text that stands directly in this element, trimmed."""
        return "".join(self.pieces).strip()

    def all(self, *names: str) -> list["Element"]:
        """Return the children with one of these names, in their order."""
        return [child for child in self.children if child.name in names]

    def first(self, *names: str) -> "Element":
        """Return the first child with one of these names, else an empty element."""
        return next(iter(self.all(*names)), Element(""))

    def says(self, name: str) -> str:
        """Return an attribute in lower case, empty when it is missing."""
        return self.attributes.get(name, "").strip().lower()

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it, in the document's order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))

    def whole_text(self) -> str:
        """Return the texts of this element and of all below it, one a line."""
        return "\n".join(text for element in self.walk() if (text := element.text))


class _NotXmlError(Exception):
    """The strict reader met something that it refuses."""


def read_strictly(source: str) -> Element | None:
    """Read well-formed XML without a document type; ``None`` for anything else.

    A document with more tags than are read is also ``None``: its beginning is for the
    tolerant reader.
    """
    if source.count("<") > MOST_TAGS:
        return None
    builder = _Builder()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = builder.begin
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.write
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(source.encode("utf-8", "replace"), True)
    except (expat.ExpatError, _NotXmlError):
        return None
    return builder.root


def read_tolerantly(source: str) -> Element:
    """Read what can be read: unclosed, cut off, with a raw ``&`` or unknown entities."""
    builder = _Builder()
    for token in tokens(source):
        match token:
            case Text(text):
                builder.write(unescape(text, unknown=False))
            case Tag() if token.closing:
                builder.end(token.name)
            case Tag():
                builder.mend(token.name)
                builder.begin(token.name, token.attributes())
                if token.empty:
                    builder.end(token.name)
            case _:
                pass
    return builder.root


def _refuse(*_: object) -> None:
    raise _NotXmlError


class _Builder:
    """Grows a tree tag by tag; what nests deeper than 60 is left out."""

    # An element that cannot stand in another of these: its beginning ends the other.
    _SIDE_BY_SIDE = frozenset({"vehicle", "customer", "vendor", "provider"})

    # An element that holds a text and nothing else.
    _OF_ONE_TEXT = frozenset({"name", "phone", "email", "make", "model", "year", "requestdate"})

    def __init__(self) -> None:
        self.root = Element("")
        self._open = [self.root]
        self._too_deep = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        name = _local(name)
        if name in _LINE_BREAKS:
            self.write("\n")
        if name in _LINE_BREAKS or name in _ONLY_LOOKS:
            return
        if len(self._open) > _DEEPEST:
            self._too_deep += 1
            return
        element = Element(name, {_local(key): value for key, value in attributes.items()})
        self._open[-1].children.append(element)
        self._open.append(element)

    def end(self, name: str) -> None:
        name = _local(name)
        if name in _LINE_BREAKS or name in _ONLY_LOOKS:
            return
        if self._too_deep:
            self._too_deep -= 1
            return
        self._close(name)

    def write(self, text: str) -> None:
        self._open[-1].pieces.append(text)

    def mend(self, name: str) -> None:
        """Close what a missing end tag left open, before ``name`` begins."""
        if self._open[-1].name in self._OF_ONE_TEXT and name not in _LINE_BREAKS | _ONLY_LOOKS:
            self._open.pop()
        if name == "prospect":
            self._close("prospect")
        elif name in self._SIDE_BY_SIDE:
            for other in self._SIDE_BY_SIDE:
                self._close(other)

    def _close(self, name: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].name == name:
                del self._open[depth:]
                return


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()
