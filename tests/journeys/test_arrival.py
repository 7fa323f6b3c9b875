"""The two minutes: a file lands, the desk is told, the customer is called."""

from datetime import timedelta

from tests.conftest import MONDAY_TEN
from tests.journeys.customers import SANNE
from tests.journeys.desktop import LAPTOP
from tests.journeys.office import CARD, Office, local
from tests.journeys.screen import Frame
from tests.journeys.window import Window


def is_inside(frame: Frame, size: tuple[int, int]) -> bool:
    left, top, width, height = frame.box
    return left >= 0 and top >= 0 and left + width <= size[0] and top + height <= size[1]


def test_a_lead_that_lands_is_shown_while_the_typing_goes_on_elsewhere(
    office: Office, writing: Window
) -> None:
    office.open()
    screen = office.desktop.screen
    screen.activate("Toy desk")
    screen.type("abc")
    writing.holds("Note", "abc")

    file = office.arrive()
    popup = screen.frame(CARD)
    screen.type("defgh")

    writing.holds("Note", "abcdefgh")
    assert screen.is_active("Toy desk")
    assert popup.is_above
    assert screen.frames()[-1].title == popup.title
    assert is_inside(popup, LAPTOP)
    notice = office.desktop.notices.one("Sanne Hoekstra")
    assert (notice.program, notice.title) == ("Follow-up", "New lead: Sanne Hoekstra")
    assert SANNE.phone not in notice.body
    assert SANNE.question not in notice.body
    screen.patience.until((file.parent / "done" / file.name).exists, "the file in done/")
    assert not file.exists()


def test_the_card_says_who_asks_what_about_which_car_and_how_long_is_left(office: Office) -> None:
    office.open()
    office.arrive()

    card = office.card(SANNE.name)

    for words in (SANNE.question, "Peugeot 208 1.2 PureTech", "AutoTrack", "0 of 5 tries"):
        card.shows(words)
    card.shows("Call today at 10:02")
    for clock in ("1:5", "0:4"):  # the second that is shown depends on when we look
        card.shows(clock)
        office.desktop.clock.advance(timedelta(seconds=65))
    card.shows(" late")


def test_call_and_voicemail_are_logged_and_the_next_try_comes_half_an_hour_later(
    office: Office,
) -> None:
    office.open()
    office.arrive()

    card = office.press("Call")
    assert office.desktop.links.one("tel:") == "tel:+31612345678"
    card.shows(SANNE.phone)
    assert office.attempts() == []
    card.press("Voicemail")
    card.shows("Sanne Hoekstra: Voicemail")
    assert office.attempts() == [("call", "voicemail")]

    card.shows("Not reached: send a WhatsApp")
    card.press("WhatsApp")
    sent = office.desktop.links.one("https://wa.me/")
    assert sent.startswith("https://wa.me/31612345678?text=Hello%20Sanne%20Hoekstra")
    card.shows("Not reached: send a mail")
    card.press("Skip")
    card.shows("Try 2 of 5 today at 10:30")
    (row,) = office.agenda()
    assert (row["step"], row["tries"], row["last_outcome"]) == ("call", 1, "sent")
    assert local(row["due_at"]) == "Mon 10:30"
    assert office.attempts() == [("call", "voicemail"), ("whatsapp", "sent")]
    office.no_card()

    office.desktop.clock.set(row["due_at"] - timedelta(minutes=1))
    office.stays_quiet()
    office.desktop.clock.set(row["due_at"])
    card = office.card("Try 2 of 5 today at 10:30")
    card.shows("WhatsApp: sent, 10:00 (Piet)")
    card.button("Call")
    assert office.desktop.notices.one("Call: ").title == "Call: Sanne Hoekstra"


def test_undo_takes_the_attempt_back_and_the_two_minutes_run_on(office: Office) -> None:
    office.open()
    office.arrive()
    card = office.press("Call", "Busy")
    card.shows("Not reached: send a WhatsApp")

    card.press("Undo")

    card.shows("0 of 5 tries")
    card.button("Call")
    (row,) = office.agenda()
    assert row["tries"] == 0
    assert timedelta(minutes=2) <= row["due_at"] - MONDAY_TEN < timedelta(minutes=4)


def test_later_quiets_the_card_and_stops_no_clock(office: Office) -> None:
    office.open()
    office.arrive()
    due = office.due()

    office.press("Later", "On the phone", "5 min")

    office.no_card()
    assert office.due() == due
    office.desktop.clock.advance(timedelta(minutes=5))
    office.card(" late")
