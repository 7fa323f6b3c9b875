"""The main window by the keyboard alone, as in the middle of a conversation."""

from tests.journeys.customers import SANNE
from tests.journeys.office import CARD, MAIN, Office


def test_the_main_window_takes_a_walk_in_by_keys_alone(office: Office) -> None:
    office.open()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)

    screen.key("F2")
    main.has_keyboard("Number")
    for words in ("0612345678", "Sanne Hoekstra", "Staat hij er nog?", "Peugeot 208"):
        screen.type(words)
        screen.key("Tab")
        if words.startswith("06"):
            screen.key("Tab", "space", "Tab")  # asked for and read back: the second mark
    screen.type("sanne@example.com")
    screen.key("ctrl+Return")

    main.shows("Saved: Sanne Hoekstra, new lead")
    (row,) = office.agenda()
    assert (row["name"], row["phone"]) == ("Sanne Hoekstra", "+31612345678")
    assert (row["vehicle"], row["email"]) == ("Peugeot 208", "sanne@example.com")
    assert office.query("select phone_asked, phone_read_back from requests") == [(1, 1)]
    assert office.query("select email_asked, email_read_back from requests") == [(0, 0)]


def test_ctrl_enter_saves_the_form_from_every_field(office: Office) -> None:
    office.open()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)
    fields = ["Number", "Name", "What he asked", "Car", "E-mail"]

    for number, name in enumerate(fields):
        screen.key("F3")
        main.has_keyboard("Number")
        screen.type(f"062000111{number}")
        main.field(name).focus()
        main.has_keyboard(name)
        screen.key("ctrl+Return")
        main.shows(f"Saved: 06 20 00 11 1{number}, new lead")

    assert len(office.agenda()) == len(fields)


def test_function_keys_choose_what_is_logged(office: Office) -> None:
    office.open()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)

    for key, name in (("F2", "Walk-in"), ("F3", "Call"), ("F4", "Missed call")):
        screen.key(key)
        main.is_chosen(f"What is logged: {name}  {key}")
        main.has_keyboard("Number")


def test_every_page_has_its_key(office: Office) -> None:
    office.open()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)
    pages = ["Today", "Appointments", "Log a contact", "Handed over", "Unreadable"]
    pages += ["My week", "Inspection", "Settings"]

    for number, page in reversed(list(enumerate(pages, start=1))):
        screen.key(f"ctrl+{number}")
        main.is_chosen(page)
    screen.key("ctrl+8", "ctrl+f")
    main.has_keyboard("Search")


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
        main.holds("Search", words)
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
