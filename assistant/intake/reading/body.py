"""What the parts of a mail, or a file, have to say: texts, pages and attached documents."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from assistant.intake.reading.adf.search import holds_adf
from assistant.intake.reading.forms.form import Entry
from assistant.intake.reading.forms.portals import Portals
from assistant.intake.reading.mail.mime import Mail, Part
from assistant.intake.reading.markup.html_text import Page, is_html, read_page
from assistant.intake.reading.markup.xml_tree import read_tolerantly
from assistant.intake.reading.structured.pair_form import form_of
from assistant.intake.reading.structured.pairs import flatten_xml

_DOCUMENT_ENDINGS = (".xml", ".adf", ".json")
_TEXT_ENDINGS = (".txt", ".text")
_PAGE_ENDINGS = (".html", ".htm")
_BEGINS_AS_DATA = re.compile(
    r"\s*(?:[{\[]|(?:<\?[^<>]{0,200}\?>\s*){0,3}<(?P<root>[A-Za-z][\w:.-]*))"
)
_LONGEST_SNIPPET = 20_000
_MOST_PAGES = 5


@dataclass(eq=False)
class Body:
    """The texts of a message.

    Attributes:
        texts: Plain texts.
        sources: HTML as it was written.
        documents: Attached XML, ADF or JSON.
    """

    texts: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """Return all plain texts in one."""
        return "\n\n".join(text.replace("\r", "") for text in self.texts).strip("\n")

    @cached_property
    def page(self) -> Page:
        """Return all HTML as one page, read when it is first asked for."""
        pages = [read_page(source) for source in self.sources[:_MOST_PAGES]]
        return Page(
            text="\n".join(page.text for page in pages),
            links=[link for page in pages for link in page.links],
            comments=[comment for page in pages for comment in page.comments],
        )

    @property
    def readable(self) -> str:
        """Return what a person reads: the plain text, else the page."""
        return self.text if self.text.strip() else self.page.text


def body_of(mail: Mail) -> Body:
    """Sort the parts of a mail by what they are."""
    body = Body()
    for part in mail.parts:
        _add(part, body)
    return body


def body_of_text(text: str) -> Body:
    """Return the body of a file without headers; data for programs may hold tags of HTML."""
    if not is_html(text):
        return Body(texts=[text])
    begins = _BEGINS_AS_DATA.match(text)
    is_data = begins is not None and not is_html(f"<{begins['root'] or ''}>")
    return Body(sources=[text], documents=[text] if is_data else [])


def hidden_entries(body: Body, portals: Portals) -> list[Entry]:
    """Return what a portal wrote for programs, as XML in a comment of its mail.

    What Outlook hides from other programs (``[if mso]``) is about the look of a mail.
    """
    comments = list(body.page.comments)
    if "<!--" in body.text:
        comments += read_page(body.text).comments
    snippets = [
        comment
        for comment in comments
        if "</" in comment and len(comment) <= _LONGEST_SNIPPET and not comment.startswith("[if")
    ]
    return [
        entry
        for snippet in snippets[:3]
        for entry in form_of(flatten_xml(read_tolerantly(snippet)), portals).entries
    ]


def _add(part: Part, body: Body) -> None:
    name = part.name.lower()
    kind = part.content_type
    if kind == "application/octet-stream" and not name.endswith(_PAGE_ENDINGS + _TEXT_ENDINGS):
        if name.endswith(_DOCUMENT_ENDINGS) or holds_adf(part.text):
            body.documents.append(part.text)
    elif name.endswith(_DOCUMENT_ENDINGS) or kind.endswith(
        ("/xml", "+xml", "/json", "+json", "/adf", "x-adf")
    ):
        body.documents.append(part.text)
    elif kind == "text/html" or name.endswith(_PAGE_ENDINGS):
        body.sources.append(part.text)
    elif (
        kind == "text/plain"
        or name.endswith(_TEXT_ENDINGS)
        or (kind.startswith("text/") and not name)
    ):
        text = part.text
        (body.sources if text.lstrip()[:1] == "<" and is_html(text) else body.texts).append(text)
