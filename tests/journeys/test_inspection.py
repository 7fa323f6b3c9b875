"""The manager's week: from the figures to the lead whose first call was late, and to paper."""

import json
from dataclasses import replace

from tests.conftest import local as at
from tests.journeys.customers import customers
from tests.journeys.office import MAIN, Office


def test_the_manager_goes_from_a_lost_step_to_the_lead_and_takes_the_figures_along(
    office: Office,
) -> None:
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
    main.button("2 did not come this far: Not called in time")
    main.field("Everyone").press("Press")
    screen.type("Mark")
    screen.key("Return")
    main.press("1 did not come this far: Not called in time")
    main.shows("Not called in time")
    main.has_keyboard("Not called in time: 1 lead")
    screen.picture("inspection-leads")
    screen.key("Return")

    main.is_chosen("Today")
    main.shows("Mieke")

    screen.key("ctrl+7")
    main.press("Figures")
    main.has_keyboard("Figures")
    choose(office, "Sheet", "Down")
    office.desktop.links.one((office.data / "sheet.html").as_uri())
    main.shows("The sheet is open in your browser.")
    assert "Mark" in (office.data / "sheet.html").read_text("utf-8")

    exported = office.data / "leads.jsonl"
    choose(office, "Export", "Down", "Down", "Right", "Down", "Down")
    screen.frame("Save the export")
    screen.activate("Save the export")
    screen.type(str(exported))
    screen.key("Return")
    main.shows(f"Saved: {exported}, 2 rows.")
    screen.picture("inspection-exported")
    names = {json.loads(line)["name"] for line in exported.read_text("utf-8").splitlines()}
    assert names == {"Mieke", "Pia"}


def choose(office: Office, button: str, *keys: str) -> None:
    """Open a button's menu and choose what the arrows lead to: with the mouse a click each."""
    main = office.main
    main.one(None, button).focus()
    main.has_keyboard(button)
    office.desktop.screen.key("space", *keys, "Return")
