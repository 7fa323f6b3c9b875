"""The manager's week: from the figures to the lead whose first call was late."""

from dataclasses import replace

from tests.conftest import local as at
from tests.journeys.customers import customers
from tests.journeys.office import MAIN, Office


def test_the_manager_goes_from_a_lost_step_of_one_salesperson_to_the_lead(office: Office) -> None:
    screen = office.desktop.screen
    mark, piet = (
        replace(each, name=name) for each, name in zip(customers(2), ("Mieke", "Pia"), strict=True)
    )
    for salesperson, customer in (("Mark", mark), ("Piet", piet)):
        office.set("desk", salesperson=salesperson)
        office.desktop.clock.set(at("2026-03-02 10:00"))
        assert office.followup.command("intake", str(office.arrive(customer))).returncode == 0
    office.desktop.clock.set(at("2026-03-02 10:30"))
    office.open()
    screen.activate(MAIN)
    main = office.main

    screen.key("ctrl+7")
    main.button("2 lost here: Not called in time")
    main.field("Everyone").press("Press")
    screen.type("Mark")
    screen.key("Return")
    main.press("1 lost here: Not called in time")
    main.shows("Not called in time")
    main.has_keyboard("Not called in time: 1 lead")
    screen.picture("inspection-leads")
    screen.key("Return")

    main.is_chosen("Today")
    main.shows("Mieke")
