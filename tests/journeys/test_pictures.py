"""Pictures of every screen, for people to look at: both languages, both themes, two screens.

``JOURNEY_PICTURES=folder`` keeps them. What a machine can see of them is checked here: that
a window lies inside the screen and that something is drawn in it.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from assistant.demo import passive_list
from assistant.demo.stage import Stage, StageClock, play_the_days_before
from assistant.folders import DataFolder
from tests.conftest import local as at
from tests.journeys.conftest import PICTURES
from tests.journeys.customers import SANNE, Customer
from tests.journeys.desktop import LAPTOP
from tests.journeys.dropping import drop
from tests.journeys.files_window import TITLE
from tests.journeys.office import MAIN, START_WITHIN_S, Office
from tests.journeys.screen import Frame
from tests.journeys.window import Window

WEDNESDAY = at("2026-03-04 11:00")
LONG = Customer(
    number=2,
    name="Maximiliaan-Alexander van Wolfeschlegelsteinhausenbergerdorff",
    phone="+49 1512 3456789",
    email="maximiliaan-alexander.van.wolfeschlegelsteinhausen@example.com",
    make="Mercedes-Benz",
    model="E 300 de 4MATIC T-Modell AMG Line Premium Plus",
    question="Ik zoek een automaat. " * 20,
)
FEWEST_COLOURS = 12
"""Letters alone, with their soft edges, have more."""

PAGES = (
    *("Today", "Appointments", "Log a contact", "Handed over", "Unreadable"),
    *("My week", "Inspection", "Settings"),
)
MOST_PICTURES = 4

Picture = Callable[[str], None]
LOOKS = ["light-en", "dark-nl", "light-nl", "dark-en"]
looks = pytest.mark.parametrize("look", LOOKS if os.environ.get(PICTURES) else LOOKS[:2])
"""Every language and theme is seen once; all pairs of them when the pictures are kept."""


@pytest.fixture
def picture(office: Office, screen_size: tuple[int, int]) -> Picture:
    """Return what takes a picture once the windows on the screen have stopped to change.

    A countdown never stops: the fourth picture of it will do.
    """
    screen = office.desktop.screen

    def take(name: str) -> None:
        last: list[bytes] = []

        def is_still() -> bool:
            last.append(screen.picture(name).read_bytes())
            return len(last) == MOST_PICTURES or last[-1:] == last[-2:-1]

        screen.patience.until(is_still, f"a picture {name} that stands still", within=30)
        image = QImage.fromData(last[-1])
        assert (image.width(), image.height()) == screen_size
        for frame in screen.frames():
            assert_drawn(image, frame)

    return take


def assert_drawn(image: QImage, frame: Frame) -> None:
    """Fail for a window that is partly off the screen, or blank."""
    left, top, width, height = frame.box
    assert left >= 0, frame
    assert top >= 0, frame
    assert left + width <= image.width(), frame
    assert top + height <= image.height(), frame
    across, down = range(left, left + width, 3), range(top, top + height, 3)
    colours = {image.pixel(x, y) for x in across for y in down}
    assert len(colours) >= FEWEST_COLOURS, f"{frame.title} is blank"


def dress(office: Office, look: str) -> None:
    theme, _, language = look.partition("-")
    office.set("desk", theme=theme, notifications=False)
    if language == "nl":
        office.speak_dutch()


def fill(office: Office) -> None:
    """Let two days of work go by, until Wednesday at eleven."""
    office.desktop.clock.set(WEDNESDAY)
    stage = Stage(DataFolder(office.data), StageClock(WEDNESDAY))
    play_the_days_before(stage)
    stage.close()
    ((appointment,),) = office.query("select id from facts where what = 'appointment'")
    assert office.followup.command("appointment", appointment, "confirmed").returncode == 0


def walk_the_card(office: Office, picture: Picture) -> None:
    """Take a picture of every page of the card."""
    say, card = office.say, office.card(SANNE.name)
    picture("card")
    card.press(say("Later"))
    card.shows(say("Why later?"))
    picture("card-later")
    card.press(say("Back"))
    office.press("Call")
    card.button(say("Voicemail"))
    picture("card-call")
    card.press(say("Voicemail"))
    card.shows(say("Not reached: send a WhatsApp"))
    picture("card-whatsapp")
    card.press(say("Skip"))
    card.field(say("Subject"))
    picture("card-mail")
    card.press(say("Skip"))
    card.button(say("Call"))
    picture("card-afterwards")
    card.press(say("Undo"))
    office.card(SANNE.name).press(say("Skip"))
    office.press("Call", "Spoke")
    walk_the_next_steps(office, card, picture)


def walk_the_next_steps(office: Office, card: Window, picture: Picture) -> None:
    say = office.say
    card.shows(say("What did you agree?"))
    picture("card-next-step")
    for choice, shown in (
        ("Call back", "Plan the call"),
        ("Information", "Plan the follow-up"),
        ("Lost", "Price"),
        ("Appointment", "Book the appointment"),
    ):
        card.press(say(choice))
        card.button(say(shown))
        picture(f"card-{choice.lower().replace(' ', '-')}")
    card.press(say("Book the appointment"))
    card.shows(say("Confirm the appointment"))
    picture("card-confirm")
    card.press(say("Back"))


@looks
def test_the_screens_of_a_working_day(office: Office, picture: Picture, look: str) -> None:
    dress(office, look)
    fill(office)
    office.open()
    office.arrive()
    walk_the_card(office, picture)
    office.arrive(LONG)
    office.card(LONG.name)
    picture("card-long")


def walk_the_appointments(office: Office, picture: Picture) -> None:
    main, say = office.main, office.say
    office.desktop.screen.key("ctrl+2")
    main.is_chosen(say("Appointments"))
    picture("appointments")
    main.press(re.compile(say("Confirmed") + "$"))
    main.shows(say("Show the lead"))
    picture("appointments-chosen")
    main.press(say("Moved"))
    main.field(say("Day and time"))
    picture("appointments-move")
    main.press(say("Back"))
    main.press(say("Close"))


@looks
def test_the_main_window_on_a_working_day(office: Office, picture: Picture, look: str) -> None:
    dress(office, look)
    fill(office)
    office.open()
    office.arrive(LONG)
    screen, main, say = office.desktop.screen, office.main, office.say
    for name in (LONG.name, "Pieter Jansen"):
        office.card(name)
        office.press("Put the card away")
        office.card().press(f"1 {say('{count} h').partition(' ')[2]}")
    office.no_card()
    screen.activate(MAIN)

    picture("today")
    walk_the_appointments(office, picture)
    screen.key("ctrl+f")
    screen.type("wolfeschlegel")
    picture("today-search")
    screen.key("ctrl+a", "BackSpace", "F2")
    main.field(say("Number"))
    screen.type("0622223333")
    picture("form-known-customer")
    screen.key("Escape", "F4")
    picture("form-missed-call")


@looks
def test_the_lists_and_the_settings(
    office: Office, picture: Picture, look: str, tmp_path: Path
) -> None:
    dress(office, look)
    office.open()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)
    for key, title in enumerate(PAGES, start=1):
        screen.key(f"ctrl+{key}")
        main.is_chosen(office.say(title))
        picture(f"{title.lower()}-empty")
    main.press(office.say("Change the texts"))
    main.field(office.say("Text"))
    picture("texts")
    passive = tmp_path / passive_list.NAME
    passive.write_bytes(passive_list.CONTENT)
    drop(office.desktop, passive)
    main.shows(f"{passive_list.NAME} · 7")
    screen.close(TITLE)
    picture("list")
    main.press(office.say("Cancel"))
    screen.key("F2", "alt+1")
    main.field(office.say("Day and time"))
    picture("form-appointment")
    office.followup.command("missed-call", "0600000000")
    screen.key("ctrl+4")
    office.land("garbage.xml", "<adf><prospect></prospect></adf>")
    (office.inbox / "circle.xml").symlink_to(office.inbox / "circle.xml")
    screen.key("ctrl+5")
    main.shows("garbage.xml")
    main.shows("circle.xml")
    picture("unreadable")


@looks
def test_the_first_questions(office: Office, picture: Picture, look: str) -> None:
    dress(office, look)
    (office.data / "followup.db").unlink()
    office.open()
    for number in range(3):
        office.main.shows(office.say("{number} of {count}").format(number=number + 1, count=3))
        picture(f"question-{number + 1}")
        office.main.press(office.say("Skip"))


@pytest.mark.parametrize("screen_size", [(3840, 2160)])
def test_twice_as_fine_a_screen(office: Office, picture: Picture) -> None:
    office.set("desk", notifications=False)
    fill(office)
    office.followup.run(QT_SCALE_FACTOR="2")
    office.desktop.screen.frame(MAIN, START_WITHIN_S)
    office.arrive()
    office.card(SANNE.name)

    picture("card-and-today")

    office.press("Call")
    office.card().button("Voicemail")
    picture("card-call")
    assert office.cards()[0].box[2] > LAPTOP[0] // 2
