"""The card's window on a real screen: its place, its size, its corner."""

from tests.journeys.customers import SANNE, Customer
from tests.journeys.desktop import LAPTOP
from tests.journeys.office import MAIN, Office
from tests.journeys.screen import Frame

TALK = Customer(number=9, name="Jan de Vries", email="jan@example.com", question="Lang. " * 300)


def corner(frame: Frame) -> tuple[int, int]:
    """Return the lower right corner of a window."""
    left, top, width, height = frame.box
    return left + width, top + height


def only(office: Office) -> Frame:
    (frame,) = office.cards()
    return frame


def test_the_card_can_be_made_one_line_small_and_large_again(office: Office) -> None:
    office.open()
    office.arrive()
    office.card(SANNE.name)
    screen = office.desktop.screen
    large = only(office)

    office.press("Make the card small")
    screen.patience.until(lambda: only(office).box[3] < 100, "the small card")
    assert corner(only(office)) == corner(large)

    office.press("Make the card large")
    screen.patience.until(lambda: only(office).box == large.box, "the card as it was")


def test_the_card_is_as_small_again_as_before_once_the_undo_is_over(office: Office) -> None:
    office.open()
    office.arrive()
    office.card(SANNE.name)
    before = only(office).box

    office.press("Call", "Busy", "Undo")
    office.card().button("Later")

    office.desktop.screen.patience.until(
        lambda: only(office).box == before, "the card as it was", within=20
    )


def test_the_card_keeps_its_corner_through_its_largest_pages(office: Office) -> None:
    office.open()
    office.arrive(TALK)
    card = office.card(TALK.name)
    screen = office.desktop.screen
    before = corner(only(office))

    for names in (("Call", "Spoke"), ("Appointment",), ("Lost",), ("Undo",)):
        for name in names:
            card.press(name)
            screen.patience.until(
                lambda: corner(only(office)) == before, f"the card in its corner after {name}"
            )
    card.button("Later")

    assert only(office).box[1] >= 0
    assert before <= LAPTOP


def test_the_card_stays_where_it_was_dragged_to_also_after_a_restart(office: Office) -> None:
    program = office.open()
    office.arrive()
    card = office.card(SANNE.name)
    (name,) = card.all(frozenset({"label"}), SANNE.name)
    screen = office.desktop.screen
    before = corner(only(office))

    start = name.centre
    screen.drag(start, (start[0] - 300, start[1] - 100))
    screen.let_go()
    there = (before[0] - 300, before[1] - 100)
    screen.patience.until(lambda: corner(only(office)) == there, "the card at its new place")
    places = office.data / "window.ini"
    screen.patience.until(lambda: "[card]" in places.read_text("utf-8"), "the place written down")
    office.kill(program)
    office.open()

    office.card(SANNE.name)
    assert corner(only(office)) == there


def test_made_small_it_hides_no_button_of_a_window_that_fills_the_screen(office: Office) -> None:
    office.open()
    office.arrive()
    office.card(SANNE.name)
    screen = office.desktop.screen
    screen.activate(MAIN)
    screen.fill(MAIN)
    screen.key("ctrl+8")
    office.main.button("Save")

    office.press("Make the card small")

    screen.patience.until(lambda: only(office).box[3] < 100, "the small card")
    screen.patience.until(
        lambda: (
            office.main.button("Save").box[1] + office.main.button("Save").box[3]
            <= only(office).box[1]
        ),
        "the page above the card",
    )
    screen.picture("small-card")
    low = office.main.button("Save").box[1]
    office.press("Make the card large")
    screen.patience.until(lambda: office.main.button("Save").box[1] > low, "the page as it was")
