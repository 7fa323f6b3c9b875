"""The manager's week: from the figures to the lead whose first call was late, and to paper."""

import json
from dataclasses import replace

from assistant.demo.stage import furnish
from assistant.folders import DataFolder
from assistant.settings import change
from tests.conftest import local as at
from tests.journeys.customers import customers
from tests.journeys.office import MAIN, Office

NAMES = ("Mieke", "Pia")


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
    main.shows("Response time")
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
    main.has_keyboard("1 did not come this far: Not called in time")
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
    main.shows(f"Saved: {exported}, 1 row. Only: Mark.")
    screen.picture("inspection-exported")
    names = {json.loads(line)["name"] for line in exported.read_text("utf-8").splitlines()}
    assert names == {"Mieke"}


def test_the_manager_reads_a_colleagues_copy_beside_his_own_log(office: Office) -> None:
    screen, copies = office.desktop.screen, office.desktop.folder / "copies"
    colleague = office.desktop.installation(copies / "els")
    furnish(DataFolder(copies / "els"), always_open=False)
    change(copies / "els" / "settings.toml", "desk", {"salesperson": "Els"})
    mine, hers = (replace(each, name=name) for each, name in zip(customers(2), NAMES, strict=True))
    for desk, customer, hour in ((office.followup, mine, 10), (colleague, hers, 11)):
        office.desktop.clock.set(at(f"2026-03-02 {hour}:00"))
        request = office.desktop.folder / f"{customer.number}.xml"
        request.write_text(customer.adf, "utf-8")
        assert desk.command("intake", str(request)).returncode == 0
    office.desktop.clock.set(at("2026-03-02 11:30"))
    office.open()
    screen.activate(MAIN)
    main = office.main
    screen.key("ctrl+7")
    main.button("1 did not come this far: Not called in time")

    choose(office, "Colleagues' copies", "Down")
    screen.frame("Choose a folder")
    screen.activate("Choose a folder")
    screen.type(str(copies))
    screen.key("Return")

    main.shows("With colleagues' copies: Els: up to 30 min ago (els)")
    main.press("2 did not come this far: Not called in time")
    main.has_keyboard("Not called in time: 2 leads")
    screen.key("Return")
    main.shows("This lead is at Els's desk; it can only be opened there.")
    screen.picture("inspection-colleagues")
    screen.key("Down", "Return")
    main.is_chosen("Today")
    main.shows("Mieke")


def choose(office: Office, button: str, *keys: str) -> None:
    """Open a button's menu and choose what the arrows lead to: with the mouse a click each."""
    main = office.main
    main.one(None, button).focus()
    main.has_keyboard(button)
    office.desktop.screen.key("space", *keys, "Return")
