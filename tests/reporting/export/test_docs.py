"""``docs/exports.md`` tells of the columns that there are; this prints it anew when it does not."""

from pathlib import Path

from assistant.desk.exports import Table
from assistant.reporting.export.meaning import kind_in_words
from assistant.words.catalogue import Tongue, speak
from tests.conftest import FakeClock
from tests.store.exports.conftest import wanted_of

PAGE = Path(__file__).parents[3] / "docs" / "exports.md"


def told(table: Table) -> str:
    columns = wanted_of(table, FakeClock()).columns
    rows = [
        f"| `{column.name}` | {column.meaning} | {kind_in_words(column.kind)} |"
        for column in columns
    ]
    return "\n".join([f"## {table}", "", "| column | what it is | kind |", "|---|---|---|", *rows])


def test_the_page_has_every_column_of_every_table() -> None:
    speak(Tongue.ENGLISH)
    page = PAGE.read_text("utf-8")

    missing = [told(table) for table in Table if told(table) not in page]

    assert not missing, "\n\n".join(missing)
