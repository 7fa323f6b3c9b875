"""How little it takes: what is pressed beside what only the salesperson can know."""

from tests.journeys.office import MAIN, Office, local


def test_a_missed_call_is_logged_with_two_keys_beside_its_number(office: Office) -> None:
    office.open()
    screen = office.desktop.screen
    screen.activate(MAIN)
    before, after = ["F4"], ["ctrl+Return"]

    screen.key(*before)
    office.main.has_keyboard(office.main.field("Number").name)
    screen.type("0620001234")
    screen.key(*after)

    office.card("06 20 00 12 34")
    (row,) = office.agenda()
    assert (row["step"], row["phone"]) == ("call", "+31620001234")
    presses = len(before + after)
    assert presses == 2
    print(f"a missed call logged in {presses} presses")  # noqa: T201 - what was promised


def test_the_next_try_is_planned_without_a_press(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.press("Call", "No answer")
    card.shows("Not reached: send a WhatsApp")

    card.shows("Try 2 of 5 today at 10:30")
    (row,) = office.agenda()
    assert (row["step"], row["tries"], local(row["due_at"])) == ("call", 1, "Mon 10:30")
