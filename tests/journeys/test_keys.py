"""Everything by the keyboard: a finger on a key while the other hand holds the telephone."""

from tests.journeys.office import CARD, MAIN, SANNE, Office
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

    screen.patience.until(lambda: writing.field("Note").text == "1 2", "the keys elsewhere")
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


def test_the_main_window_takes_a_walk_in_by_keys_alone(office: Office) -> None:
    office.open()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)

    screen.key("F2")
    screen.patience.until(lambda: held(main) == "Number", "the keyboard in the number")
    for words in ("0612345678", "Sanne Hoekstra", "Staat hij er nog?", "Peugeot 208"):
        screen.type(words)
        screen.key("Tab")
        if words.startswith("06"):
            screen.key("space", "Tab")  # the number was read back
    screen.type("sanne@example.com")
    screen.key("ctrl+Return")

    main.shows("Saved: Sanne Hoekstra, new lead")
    (row,) = office.agenda()
    assert (row["name"], row["phone"]) == ("Sanne Hoekstra", "+31612345678")
    assert (row["vehicle"], row["email"]) == ("Peugeot 208", "sanne@example.com")
    assert office.query("select phone_read_back, email_read_back from requests") == [(1, 0)]


def held(window: Window) -> str:
    """Return the name of the control that has the keyboard."""
    control = window.focused()
    return "" if control is None else control.name


def test_ctrl_enter_saves_the_form_from_every_field(office: Office) -> None:
    office.open()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)
    fields = ["Number", "Name", "What he asked", "Car", "E-mail"]

    for number, name in enumerate(fields):
        screen.key("F3")
        screen.patience.until(lambda: held(main) == "Number", "the keyboard in the number")
        screen.type(f"062000111{number}")
        main.field(name).focus()
        screen.patience.until(lambda wanted=name: held(main) == wanted, f"the keyboard in {name}")
        screen.key("ctrl+Return")
        main.shows(f"Saved: 06 20 00 11 1{number}, new lead")

    assert len(office.agenda()) == len(fields)


def test_function_keys_choose_what_is_logged(office: Office) -> None:
    office.open()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)

    for key, name in (("F2", "Walk-in"), ("F3", "Call"), ("F4", "Missed call")):
        screen.key(key)
        chosen = f"What is logged: {name}  {key}"
        screen.patience.until(
            lambda wanted=chosen: "checked" in main.one(None, wanted).states, f"{name} chosen"
        )
        assert held(main) == "Number"


def test_every_page_has_its_key(office: Office) -> None:
    office.open()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)
    pages = ["Today", "Log a contact", "Handed over", "Unreadable", "Settings"]

    for number, page in reversed(list(enumerate(pages, start=1))):
        screen.key(f"ctrl+{number}")
        screen.patience.until(
            lambda wanted=page: any(
                "checked" in each.states for each in main.all(frozenset({"check box"}), wanted)
            ),
            f"the page {page}",
        )
    screen.key("ctrl+5", "ctrl+f")
    screen.patience.until(lambda: held(main) == "Search", "the keyboard in the search")


def test_ctrl_f_finds_a_customer_by_any_spelling_of_his_number(office: Office) -> None:
    office.open()
    office.arrive()
    office.miss()
    office.put_away()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)

    for words in ("+316 1234", "hoeks", "208 pure"):
        screen.key("ctrl+f")
        screen.type(words)
        screen.patience.until(
            lambda wanted=words: main.field("Search").text == wanted, f"{words} in the search"
        )
        main.shows("Sanne Hoekstra, Call, ")
    screen.key("ctrl+f")
    screen.type("nobody")
    main.shows("Nobody found")


def test_ctrl_j_gives_the_card_the_keyboard_and_ctrl_q_ends_the_program(office: Office) -> None:
    program = office.open()
    office.arrive()
    office.card(SANNE.name)
    screen = office.desktop.screen
    screen.activate(MAIN)

    screen.key("ctrl+j")
    screen.patience.until(lambda: screen.is_active(CARD), "the card with the keyboard")
    screen.activate(MAIN)
    screen.key("ctrl+q")

    assert program.wait(within=30) == 0
    assert screen.frames() == []
