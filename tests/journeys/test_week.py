"""A week at the desk: Monday 09:00 with twelve leads of Sunday until Saturday 17:00.

The salesperson has this program and a telephone, nothing else. Every lead ends the week with
an end, the BDC, or a next step of next week.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from tests.conftest import local as at
from tests.journeys.customers import customers
from tests.journeys.office import MAIN, Office, local
from tests.journeys.salesperson import Salesperson

SUNDAY, MONDAY = at("2026-03-01 11:00"), at("2026-03-02 09:00")
CLOSING = at("2026-03-07 17:00")

SAID = {
    "Anna": ["No answer", "Voicemail", "No answer", "No answer", "Voicemail"],
    "Bas": ["Spoke: Appointment", "Came", "Sold"],
    "Carla": ["Voicemail", "Spoke: Appointment", "Did not come", "Spoke: Lost, Price"],
    "Daan": ["No answer", "Spoke: Sold"],
    "Eva": ["Spoke: Lost, Bought elsewhere"],
    "Fleur": ["Spoke: Call back", "Spoke: Appointment", "Came", "Thinking", "Spoke: Sold"],
    "Gijs": ["Busy", "Busy", "Spoke: Sold"],
    "Hugo": ["Voicemail", "Voicemail", "Spoke: Lost, Not interested"],
    "Iris": ["No answer", "Spoke: Call back", "Spoke: Sold"],
    "Jan": ["Spoke: Appointment", "Came", "Lost, Price"],
    "Kees": ["Busy", "Spoke: Information", "No answer", "Spoke: Sold"],
    "Pim": ["Wrong number"],
    "Mees": ["Spoke: Sold"],
    "Noor": ["Voicemail", "Spoke: Sold"],
}
"""What each customer says, in order; the last two come during the week."""
ON_SUNDAY = 12


def test_a_whole_week_is_worked_with_nothing_but_the_program_and_a_telephone(
    office: Office,
) -> None:
    names = iter(SAID)
    everyone = [replace(each, name=next(names)) for each in customers(len(SAID))]
    for customer in everyone[:ON_SUNDAY]:
        office.desktop.clock.set(SUNDAY + timedelta(minutes=7 * customer.number))
        assert office.followup.command("intake", str(office.arrive(customer))).returncode == 0
    office.desktop.clock.set(MONDAY)
    office.open()
    office.desktop.screen.activate(MAIN)
    salesperson = Salesperson(office, SAID)
    events: dict[datetime, Callable[[], object]] = {
        at("2026-03-03 11:20"): lambda: office.arrive(everyone[ON_SUNDAY]),
        at("2026-03-05 16:40"): lambda: office.arrive(everyone[ON_SUNDAY + 1]),
    }

    salesperson.work()
    called = office.desktop.clock.now()
    while (moment := _next(salesperson, events)) < CLOSING:
        office.desktop.clock.set(max(moment, office.desktop.clock.now()))
        event = events.pop(moment, None)
        if event is not None:
            event()
            office.card()
        salesperson.work()

    assert called < MONDAY + timedelta(minutes=30)
    assert salesperson.unsaid() == {}
    assert all(row["due_at"] > CLOSING for row in office.agenda())
    reasons = {row["name"]: row["reason"] for row in office.handed_over()}
    assert reasons == {
        **dict.fromkeys(("Anna", "Pim"), "unreached"),
        **dict.fromkeys(("Carla", "Eva", "Hugo", "Jan"), "second_voice"),
    }
    print(f"presses: {salesperson.presses.total()}, last at {local(office.desktop.clock.now())}")  # noqa: T201


def _next(salesperson: Salesperson, events: Iterable[datetime]) -> datetime:
    """Return when something happens next; closing time when nothing does."""
    return min([*events, salesperson.next_due() or CLOSING])
