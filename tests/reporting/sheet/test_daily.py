"""The half page of a morning."""

import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.core.contact import Phone
from assistant.core.facts import AgreementKind, AppointmentEvent, LeadId
from assistant.core.figures import Choice
from assistant.core.milestones import Interest
from assistant.core.request import Door
from assistant.desk import Desk, NextStep
from assistant.desk.inspection import Inspection, inspection
from assistant.reporting.sheet.daily import daily_sheet, look_at_morning
from assistant.reporting.sheet.page import as_html
from assistant.reporting.sheet.paper import Section
from assistant.store.store import Store
from assistant.ui.paper import pdf_of
from tests.conftest import HOURS, RULES, FakeClock, a_request, local
from tests.journeys.packages import command, require
from tests.reporting.sheet.examples import DEALER, LONG_NAME

MONDAY = date(2026, 3, 9)
A4_POINTS = 842


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "followup.db"


@pytest.fixture
def log_file(path: Path) -> Path:
    return path


@pytest.fixture
def inspected(path: Path, store: Store, clock: FakeClock) -> Iterator[Inspection]:
    assert store.desk
    with inspection(path, clock, RULES) as opened:
        yield opened


def ask(desk: Desk, name: str, number: int, **changes: object) -> LeadId:
    changes = {"phones": (Phone(f"+3161000000{number}", mobile=True),), "emails": (), **changes}
    lead = desk.log_contact(a_request(name=name, **changes)).lead_id
    assert lead is not None
    return lead


def book(desk: Desk, lead: LeadId, moment: str, *events: AppointmentEvent) -> None:
    desk.agree(lead, NextStep(kind=AgreementKind.APPOINTMENT, moment=local(moment)))
    appointment = desk.lead(lead).course.appointment
    assert appointment is not None
    for event in events:
        desk.change_appointment(appointment.id, event)


def column(section: Section, number: int) -> list[str]:
    return [] if section.table is None else [row[number] for row in section.table.rows]


def test_on_monday_it_looks_back_on_saturday_and_sunday(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    for number, moment in enumerate(("2026-03-06 10:00", "2026-03-07 10:00", "2026-03-08 20:00")):
        clock.now = local(moment)
        ask(desk, f"Klant {number}", number)
    clock.now = local("2026-03-09 08:30")

    morning = look_at_morning(inspected, MONDAY, Choice(), HOURS)
    requests, broken, _ = daily_sheet(morning, DEALER).sections

    assert requests.heading == "Requests of Sat 7 Mar 2026 – Sun 8 Mar 2026: 2"
    assert (column(requests, 0), column(requests, 5)) == (
        ["Klant 2", "Klant 1"],
        ["", "not in time"],
    )
    assert requests.said == "Called in time: 0 (0%, 0–79%) of the first calls due."
    assert set(column(broken, 1)) == {"Klant 1"}


def test_it_names_who_comes_today_and_whose_he_is(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    clock.now = local("2026-03-06 10:00")
    book(desk, ask(desk, "Sanne", 1), "2026-03-09 10:30", AppointmentEvent.CONFIRMED)
    book(desk, ask(desk, "Els", 2), "2026-03-09 11:00", AppointmentEvent.CANCELLED)
    book(desk, ask(desk, "Kim", 3), "2026-03-10 10:00")

    morning = look_at_morning(inspected, MONDAY, Choice(), HOURS)
    others = look_at_morning(inspected, MONDAY, Choice(owner="Kim"), HOURS)

    today = daily_sheet(morning, DEALER).sections[-1]
    assert today.heading == "Appointments today: 1"
    assert today.table is not None
    assert today.table.rows == (("10:30", "Sanne", "Peugeot 208 1.2", "Piet", "Confirmed"),)
    assert others.appointments == ()


def test_who_comes_today_is_of_the_choice_and_from_the_showroom_unless_doors_were_chosen(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    clock.now = local("2026-03-06 10:00")
    sanne = ask(desk, "Sanne", 1, source="AutoScout24", door=Door.WEB)
    kim = ask(desk, "Kim", 2, source="Marktplaats", door=Door.SHOWROOM)
    for lead in (sanne, kim):
        book(desk, lead, "2026-03-09 10:30", AppointmentEvent.CONFIRMED)

    def come(choice: Choice) -> set[LeadId]:
        morning = look_at_morning(inspected, MONDAY, choice, HOURS)
        return {booking.lead_id for _, booking in morning.appointments}

    assert come(Choice()) == {sanne, kim}
    assert come(Choice(source="AutoScout24")) == {sanne}
    assert come(Choice(source="Marktplaats")) == {kim}
    assert come(Choice(doors=frozenset({Door.SHOWROOM}))) == {kim}
    assert come(Choice(interest=Interest.PHONE)) == set()


def test_a_morning_without_anything_says_so(inspected: Inspection) -> None:
    morning = look_at_morning(inspected, MONDAY, Choice(), HOURS)

    assert [section.said for section in daily_sheet(morning, DEALER).sections] == [
        "Nobody asked anything.",
        "No rule was broken in these days.",
        "Nobody comes today.",
    ]


def test_a_busy_day_is_counted_and_half_a_page_long(
    desk: Desk, inspected: Inspection, clock: FakeClock
) -> None:
    clock.now = local("2026-03-07 10:00")
    for number in range(10, 23):
        ask(desk, f"Klant {number}", number)

    morning = look_at_morning(inspected, MONDAY, Choice(), HOURS)
    requests = daily_sheet(morning, DEALER).sections[0]

    assert (len(column(requests, 0)), requests.more) == (10, "and 3 more")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("name", "car"), [("Anna Bos", "Peugeot 208"), (LONG_NAME, LONG_NAME)])
def test_a_busy_morning_keeps_to_half_a_page_however_long_the_names_are(
    desk: Desk, inspected: Inspection, clock: FakeClock, tmp_path: Path, name: str, car: str
) -> None:
    require("paper")
    clock.now = local("2026-03-07 10:00")
    for number in range(10, 40):
        lead = ask(desk, f"{name} {number}", number, vehicle=car, source=car)
        if number % 2:
            book(desk, lead, f"2026-03-09 10:{number}")
    clock.now = local("2026-03-09 08:30")

    morning = look_at_morning(inspected, MONDAY, Choice(), HOURS)
    sheet = daily_sheet(morning, DEALER)

    paper = tmp_path / "morning.pdf"
    paper.write_bytes(pdf_of(as_html(sheet), sheet.title))
    assert foot_of(paper) <= A4_POINTS / 2
    rows = [len(column(section, 0)) for section in sheet.sections]
    assert min(rows) >= 2
    assert all(section.more.startswith("and ") for section in sheet.sections)


def foot_of(paper: Path) -> float:
    """Return how far down its only page something is to be read, in points."""
    said = subprocess.run(  # noqa: S603 - Poppler's own program
        [command("pdftotext"), "-bbox", str(paper), "-"],
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout.decode()
    assert said.count("<page ") == 1
    return max(map(float, re.findall(r'yMax="([\d.]+)"', said)))
