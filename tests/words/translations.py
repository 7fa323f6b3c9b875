"""The Dutch words: found in the code, kept in nl.po, compiled into nl.mo.

``python -m tests.words.translations`` brings both up to date: sentences that the code no longer
has go, new ones come in empty and are to be filled in. A test fails while one is.
"""

import ast
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from assistant.intake.reading import reasons
from assistant.resources import resource

ASSISTANT = Path(__file__).parents[2] / "assistant"
PO, MO = resource("translations/nl.po"), resource("translations/nl.mo")
KEYWORDS = {
    "tr": None,
    "mark": None,
    "tr_as": ((1, "c"), 2),
    "tr_count": (1, 2),
    "WrongCallError": None,
    "CouldNotError": None,
    "RefusedError": None,
}


def extracted() -> Catalog:
    """Return every sentence that stands in the code."""
    catalog = Catalog(locale="nl", project="followup-assistant")
    found = extract_from_dir(ASSISTANT, [("**.py", "python")], keywords=KEYWORDS)
    for name, line, message, comments, context in found:
        catalog.add(message, None, [(name, line)], auto_comments=comments, context=context)
    for path in ASSISTANT.rglob("*.py"):
        for sentence in in_f_strings(path.read_text("utf-8")):
            catalog.add(sentence)
    for reason in reasons.ALL:  # these stand in the code without a call around them
        catalog.add(reason)
    return catalog


def in_f_strings(source: str) -> Iterator[str]:
    """Yield what is translated within f-strings, which Babel does not look into before 3.12."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            for call in ast.walk(node):
                match call:
                    case ast.Call(func=ast.Name("tr"), args=[ast.Constant(str(sentence)), *_]):
                        yield sentence
                    case _:
                        pass


def kept() -> Catalog:
    """Return the Dutch sentences as they stand in nl.po."""
    if not PO.exists():
        return Catalog(locale="nl")
    with PO.open("rb") as file:
        return read_po(file, locale="nl")


def compiled(catalog: Catalog) -> bytes:
    """Return what gettext reads."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def update() -> list[str]:
    """Bring both files up to date; return the sentences that have no Dutch yet."""
    catalog = kept()
    catalog.update(extracted(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    with PO.open("wb") as file:
        write_po(file, catalog, width=100, no_location=True, sort_output=True, omit_header=False)
    MO.write_bytes(compiled(kept()))
    return [str(message.id) for message in catalog if message.id and not _is_filled(message.string)]


def _is_filled(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    for sentence in update():
        print(sentence)  # noqa: T201 - a tool for the terminal
