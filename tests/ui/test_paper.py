"""The sheet on paper."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from assistant.core.figures import Broken, By, Counts
from assistant.core.milestones import Interest
from assistant.reporting.sheet.page import as_html
from assistant.reporting.sheet.weekly import weekly_sheet
from assistant.ui.paper import pdf_of
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


def fullest() -> str:
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

    return as_html(weekly_sheet(replace(week, figures=figures), DEALER))


def test_the_fullest_sheet_has_two_pages() -> None:
    pdf = pdf_of(fullest(), "Inspection")

    assert pdf.startswith(b"%PDF-")
    assert pages(pdf) == 2


def test_it_is_made_on_a_thread_without_a_word_of_warning() -> None:
    with ThreadPoolExecutor(1) as threads:
        assert pages(threads.submit(pdf_of, fullest(), "Inspection").result()) == 2


def test_a_small_dealers_sheet_has_one_page() -> None:
    week = inspected({"Piet": some(requests=3)}, broken_leads(Broken.NOT_IN_TIME, 2))

    assert pages(pdf_of(as_html(weekly_sheet(week, DEALER)), "Inspection")) == 1
