"""The sheet on paper."""

import html
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextBlock, QTextDocument

from assistant.core.errors import CouldNotError
from assistant.core.figures import Broken, By, Counts
from assistant.core.milestones import Interest
from assistant.desk.union import Copy
from assistant.reporting.sheet.copies import NO_COPIES, CopiesTold, told_of
from assistant.reporting.sheet.page import as_html
from assistant.reporting.sheet.paper import Section, Sheet, Table
from assistant.reporting.sheet.weekly import weekly_sheet
from assistant.ui.paper import keep_headings, name_rows_anew, pdf_of
from assistant.words.catalogue import Tongue, speak
from tests.conftest import MONDAY_TEN
from tests.journeys.packages import command, require
from tests.reporting.sheet.examples import (
    DEALER,
    LONG_NAME,
    broken_leads,
    inspected,
    some,
)

pytestmark = pytest.mark.usefixtures("qapp")


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def fullest(copies: CopiesTold = NO_COPIES) -> str:
    """Return the page of a dealer with many of everything."""
    broken = [
        lead
        for rule in Broken
        for lead in (*broken_leads(rule, 1, name=LONG_NAME), *broken_leads(rule, 33))
    ]
    names = ("Piet", "Els van den Berg", LONG_NAME)
    owners = {f"{number:02} {names[number % 3]}": some(requests=20) for number in range(30)}
    lines = dict.fromkeys(owners, "Eerst bellen en dan pas de auto opzoeken, elke keer")
    week = inspected(owners, broken, written_before=lines)
    by: dict[By, dict[str, Counts]] = {
        By.SOURCE: owners,
        By.INTEREST: dict.fromkeys(map(str, Interest), some(requests=150)),
    }
    figures = replace(week.figures, by={**week.figures.by, **by})

    return as_html(weekly_sheet(replace(week, figures=figures), DEALER, copies))


def test_the_fullest_sheet_has_two_pages() -> None:
    pdf = pdf_of(fullest(), "Inspection")

    assert pdf.startswith(b"%PDF-")
    assert pages(pdf) == 2


@pytest.mark.parametrize("tongue", Tongue)
@pytest.mark.parametrize("many", [14, 60])
def test_the_fullest_sheet_has_two_pages_with_many_copies_too(tongue: Tongue, many: int) -> None:
    broken = CouldNotError("{path} cannot be read.", path="/server/ours")
    copies = [
        Copy(
            path=Path("/server/sales/copies of the colleagues") / str(number) / "followup.db",
            salespeople=("Jan van den Berg", LONG_NAME)[number % 2 :],
            newest=MONDAY_TEN - timedelta(hours=20 * number),
            old_from=MONDAY_TEN - timedelta(hours=20 * number - 24),
            problem=broken if number < 4 else None,
        )
        for number in range(many)
    ]
    speak(tongue)
    try:
        told = told_of(copies, MONDAY_TEN)
        page = pdf_of(fullest(told), "Inspection")
    finally:
        speak(Tongue.ENGLISH)

    assert len(told.line) > 150
    assert len(told.each) > 400
    assert pages(page) == 2


def test_it_is_made_on_a_thread_without_a_word_of_warning() -> None:
    with ThreadPoolExecutor(1) as threads:
        assert pages(threads.submit(pdf_of, fullest(), "Inspection").result()) == 2


@pytest.mark.parametrize("people", [1, 4, 12, 60])
def test_a_sheet_that_names_what_fits_has_two_pages(people: int) -> None:
    owners = {f"Piet {number:02}": some(requests=40, clocks=40) for number in range(people)}
    broken = [lead for rule in Broken for lead in broken_leads(rule, 50, name="Anna de Vries")]

    many = CopiesTold(line="Els: up to 2 days ago (els) · " * 7, each="Els (els) 2 days · " * 50)
    for copies in (NO_COPIES, many):
        page = as_html(weekly_sheet(inspected(owners, broken), DEALER, copies))

        assert pages(pdf_of(page, "Inspection")) == 2


@pytest.mark.parametrize("tongue", Tongue)
def test_a_sheet_of_long_names_has_two_pages_and_names_people_before_more_leads(
    tongue: Tongue,
) -> None:
    owners = {f"{letter}{LONG_NAME}"[:60]: some(requests=9) for letter in "ABCDEFGHIJKL"}
    broken = [
        replace(lead, owner=next(iter(owners)))
        for rule in Broken
        for lead in broken_leads(rule, 25, name=LONG_NAME)
    ]
    lines = dict.fromkeys(owners, "Ik bel eerst en zoek daarna pas de auto op. " * 4)
    copies = [
        Copy(path=Path(f"{name}.db"), salespeople=(name,), newest=MONDAY_TEN)
        for name in [*owners] * 2
    ]
    speak(tongue)
    try:
        week = inspected(owners, broken, written_before=lines)
        sheet = weekly_sheet(week, DEALER, told_of(copies, MONDAY_TEN))
        paper = pdf_of(as_html(sheet), "Inspection")
    finally:
        speak(Tongue.ENGLISH)

    assert pages(paper) == 2
    leads, people = sheet.sections[-2:]
    assert leads.table is not None
    assert len(leads.table.rows) >= 8
    assert len(people.entries) >= 4


def test_a_small_dealers_sheet_has_one_page() -> None:
    week = inspected({"Piet": some(requests=3)}, broken_leads(Broken.NOT_IN_TIME, 2))

    assert pages(pdf_of(as_html(weekly_sheet(week, DEALER)), "Inspection")) == 1


def test_paper_says_all_that_the_page_says_wherever_its_pages_end(tmp_path: Path) -> None:
    require("paper")
    owners = {f"Piet {number}": some(requests=40, clocks=40) for number in range(8)}
    broken = [lead for rule in Broken for lead in broken_leads(rule, 13, name="Anna de Vries")]
    page = as_html(weekly_sheet(inspected(owners, broken), DEALER))
    longer = [
        page.replace("</thead>", "</thead>" + "<tr><td>.</td></tr>" * rows, 1) for rows in range(31)
    ]

    said = [text_of(pdf_of(each, "Inspection"), tmp_path) for each in longer]

    lost = [letters(words_of(page)) - letters(each) for each in said]
    assert [rows for rows, missed in enumerate(lost) if missed] == []


@pytest.mark.parametrize("lines", range(1, 40))
def test_no_heading_stands_alone_at_the_foot_of_a_page(lines: int) -> None:
    rows = "<table>" + "<tr><td>row</td></tr>" * 5 + "</table>"
    document = QTextDocument()
    document.setHtml("<p>line</p>" * lines + f"<h2>Where it broke</h2>{rows}")
    document.setPageSize(QSizeF(400, 300))

    keep_headings(document)

    layout = document.documentLayout()
    heading = next(block for block in blocks(document) if block.blockFormat().headingLevel())
    foot, row = (
        layout.blockBoundingRect(each).bottom() for each in (heading, heading.next().next())
    )
    assert foot // 300 == row // 300


def test_a_row_at_the_top_of_a_page_says_what_those_before_it_said_once() -> None:
    document = QTextDocument()
    rows = (
        "<tr><td>Not called in time</td><td>Anna</td></tr>" + "<tr><td></td><td>Bas</td></tr>" * 30
    )
    document.setHtml(f"<table>{rows}</table>")
    document.setPageSize(QSizeF(400, 300))

    name_rows_anew(document)

    rules = [block.text() for block in blocks(document) if block.text() not in {"Bas", "Anna", ""}]
    assert rules == ["Not called in time"] * document.pageCount()


def letters(text: str) -> Counter[str]:
    """Return how often each letter is in a text; a PDF writes some two as one."""
    return Counter("".join(unicodedata.normalize("NFKC", text).split()))


def words_of(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", page.partition("<body>")[2]))


def text_of(pdf: bytes, folder: Path) -> str:
    """Return what is to be read on all pages."""
    path = folder / "sheet.pdf"
    path.write_bytes(pdf)
    said = subprocess.run(  # noqa: S603 - Poppler's own program
        [command("pdftotext"), str(path), "-"], check=True, capture_output=True, timeout=60
    )
    return said.stdout.decode()


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def test_a_heading_stands_apart_from_a_table_that_ends_in_an_empty_cell() -> None:
    def height(last: str) -> float:
        table = Table(columns=("Customer", ""), rows=(("Sanne", last),), texts=2)
        sections = (Section(heading="First", table=table), Section(heading="Then", said="More."))
        document = QTextDocument()
        document.setHtml(as_html(Sheet(title="", told="", sections=sections)))
        return document.size().height()

    assert height("") == height("not in time")
