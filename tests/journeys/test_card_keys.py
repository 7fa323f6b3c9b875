"""Everything by the keyboard: a finger on a key while the other hand holds the telephone."""

from tests.journeys.customers import SANNE
from tests.journeys.office import MAIN, Office
from tests.journeys.reader import Control
from tests.journeys.window import Window

OUTCOMES = {
    "1": "spoke",
    "2": "voicemail",
    "3": "no_answer",
    "4": "busy",
    "5": "wrong_number",
}
MOST_STOPS = 60


def stops(office: Office, window: Window) -> list[str]:
    """Press Tab until the keyboard is back where it began; return the names it visited."""
    screen = office.desktop.screen
    visited: list[Control] = []
    while len(visited) < MOST_STOPS:
        before = visited[-1] if visited else None
        screen.key("Tab")

        def moved(last: Control | None = before) -> Control | None:
            held = window.focused()
            return held if held is not None and (last is None or held.node != last.node) else None

        held = screen.patience.until(moved, "the keyboard to move on")
        if visited and held.node == visited[0].node:
            return [control.name for control in visited]
        visited.append(held)
    raise AssertionError(f"Tab goes round without end: {[each.name for each in visited]}")


def reachable(window: Window) -> set[str]:
    """Return the names of what can be used in a window."""
    return {
        each.name
        for each in window.controls()
        if "focusable" in each.states and "enabled" in each.states and each.role != "list item"
    }


def test_each_outcome_is_one_key_after_a_click_on_the_card(office: Office) -> None:
    office.open()
    office.arrive()

    for key, outcome in OUTCOMES.items():
        card = office.press("Call")
        card.button("Spoke")
        office.click_on_card(SANNE.name)
        office.desktop.screen.key(key)
        card.button("Undo")
        assert office.attempts()[-1] == ("call", outcome)
        card.press("Undo")
        card.button("Later")

    assert len(office.attempts()) == len(OUTCOMES)


def test_keys_do_nothing_before_the_card_has_the_keyboard(office: Office, writing: Window) -> None:
    office.open()
    screen = office.desktop.screen
    screen.activate("Toy desk")
    office.arrive()
    card = office.press("Call")
    card.button("Spoke")

    screen.key("1", "Return", "space", "2")

    writing.holds("Note", "1 2")
    assert office.attempts() == []
    card.button("Spoke")


def test_a_stray_enter_or_space_as_the_card_appears_does_nothing(office: Office) -> None:
    office.open()
    screen = office.desktop.screen
    screen.activate(MAIN)
    office.arrive()
    card = office.card(SANNE.name)

    screen.key("Return", "space", "KP_Enter")
    screen.patience.always(
        lambda: len(card.all(name="Later")) == 1, "the card asks for the first call", 1.0
    )

    assert office.desktop.links.opened() == []
    assert office.attempts() == []


def test_a_stray_enter_after_a_click_on_the_card_does_nothing(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.card(SANNE.name)
    office.click_on_card(SANNE.name)

    screen = office.desktop.screen
    screen.key("Return", "KP_Enter")
    screen.patience.always(
        lambda: len(card.all(name="Later")) == 1, "the card asks for the first call", 1.0
    )

    assert office.desktop.links.opened() == []
    assert office.attempts() == []


def test_tab_reaches_every_control_of_the_card(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.card(SANNE.name)
    office.click_on_card(SANNE.name)
    assert set(stops(office, card)) >= reachable(card)

    card.press("Call")
    card.button("Spoke")
    assert set(stops(office, card)) >= reachable(card)

    card.press("Voicemail")
    card.shows("Not reached: send a WhatsApp")
    assert set(stops(office, card)) >= reachable(card)


def test_escape_leaves_a_call_that_was_not_made(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.press("Call")
    card.button("Spoke")
    office.click_on_card(SANNE.name)

    office.desktop.screen.key("Escape")

    card.button("Later")
    assert office.attempts() == []
