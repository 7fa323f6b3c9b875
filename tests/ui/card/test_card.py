"""The card, pressed as a salesperson presses it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assistant.core.facts import AgreementKind, AppointmentEvent, Attempt, LeadId, Outcome
from assistant.core.plan import Step
from assistant.core.request import Channel
from assistant.desk import NextStep
from assistant.ui.around import Around
from assistant.ui.card.card import Card
from assistant.ui.look.roles import Variant
from assistant.words.catalogue import Tongue, speak
from assistant.words.vocabulary import word
from tests.conftest import FakeClock, a_request

ASKED = "Is deze auto nog beschikbaar en mag ik zaterdag langskomen?"


@pytest.fixture
def places(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def card(around: Around, places: QSettings, qtbot: QtBot) -> Iterator[Card]:
    card = Card(around, places)
    qtbot.addWidget(card)
    yield card
    card.retire()


def arrive(around: Around, **changes: object) -> LeadId:
    request = a_request(**({"question": ASKED} | changes))
    taken = around.qt_desk.step(lambda: around.qt_desk.desk.log_contact(request))
    assert taken is not None
    assert taken.lead_id is not None
    return taken.lead_id


def press(card: Card, name: str) -> None:
    """Press the one visible button of this name."""
    found = [
        button
        for button in card.findChildren(QPushButton)
        if name in {button.text(), button.accessibleName()} and button.isVisible()
    ]
    (button,) = found
    assert button.isEnabled()
    button.click()


def words(card: Card) -> str:
    labels = (label for label in card.findChildren(QLabel) if label.isVisible())
    return "\n".join(label.text() for label in labels)


def facts(around: Around, lead: LeadId) -> list[tuple[Channel, Outcome]]:
    history = around.qt_desk.desk.lead(lead).facts
    return [(fact.channel, fact.outcome) for fact in history if isinstance(fact, Attempt)]


def log(around: Around, lead: LeadId, outcome: Outcome = Outcome.SPOKE) -> None:
    """Log a call as the main window or the command line does, beside the card."""
    around.qt_desk.step(lambda: around.qt_desk.desk.record(lead, Channel.CALL, outcome))


def test_a_new_lead_appears_with_all_that_a_glance_needs(card: Card, around: Around) -> None:
    arrive(around)

    assert card.isVisible()
    shown = words(card)
    for text in ("Sanne Hoekstra", ASKED, "Peugeot 208 1.2", "XX-123-X", "AutoTrack", "2:00"):
        assert text in shown
    assert card.windowTitle() == "Card: Sanne Hoekstra · New lead"


def test_it_never_asks_for_the_keyboard_and_stays_on_top(card: Card, around: Around) -> None:
    arrive(around)

    assert card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert card.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert not any(
        button.isDefault() or button.autoDefault() for button in card.findChildren(QPushButton)
    )


def test_the_countdown_shows_what_the_clock_says(
    card: Card, around: Around, clock: FakeClock
) -> None:
    arrive(around)
    for seconds, shown in ((13, "1:47"), (100, "0:07"), (42, "0:35 late")):
        clock.advance(seconds=seconds)
        card._tick()
        assert card.countdown.text() == shown


def test_call_dials_and_shows_the_number_and_a_miss_goes_on_to_the_messages(
    card: Card, around: Around, clock: FakeClock, opened: list[str]
) -> None:
    lead = arrive(around)
    clock.advance(seconds=20)

    press(card, "Call")
    assert opened == ["tel:+31612345678"]
    assert "06 12 34 56 78" in words(card)
    press(card, "Voicemail")
    assert facts(around, lead) == [(Channel.CALL, Outcome.VOICEMAIL)]
    assert "Hello Sanne Hoekstra," in card.panel.pages.message.body.toPlainText()
    press(card, "WhatsApp")
    assert opened[-1].startswith("https://wa.me/31612345678?text=Hello%20Sanne")
    press(card, "Skip")

    assert facts(around, lead)[-1] == (Channel.WHATSAPP, Outcome.SENT)
    assert "Try 2 of 5 today at 10:30" in words(card)


@pytest.mark.parametrize("name", ["Spoke", "Voicemail", "No answer", "Busy", "Wrong number"])
def test_every_outcome_is_one_press(card: Card, around: Around, name: str) -> None:
    lead = arrive(around)

    press(card, "Call")
    press(card, name)

    ((channel, outcome),) = facts(around, lead)
    assert (channel, outcome.value) == (Channel.CALL, name.lower().replace(" ", "_"))


def test_each_outcome_has_a_key_and_shows_it(card: Card, around: Around) -> None:
    arrive(around)
    press(card, "Call")

    keys = {tile.text(): tile.shortcut().toString() for tile in card.panel.pages.call.outcomes}
    assert keys == {
        "Spoke": "1",
        "Voicemail": "2",
        "No answer": "3",
        "Busy": "4",
        "Wrong number": "5",
    }


def test_spoke_asks_for_exactly_one_next_step(card: Card, around: Around) -> None:
    lead = arrive(around)
    press(card, "Call")
    press(card, "Spoke")

    press(card, "Appointment")
    press(card, "Book the appointment")

    course = around.qt_desk.desk.lead(lead).course
    assert course.appointment is not None
    assert around.qt_desk.desk.lead(lead).prompt.step is Step.CONFIRM_APPOINTMENT  # type: ignore[union-attr]
    assert "Hello Sanne Hoekstra," in card.panel.pages.message.body.toPlainText()
    press(card, "WhatsApp")
    course = around.qt_desk.desk.lead(lead).course
    assert course.appointment is not None
    assert course.appointment.confirmed_at is not None


def test_what_was_asked_back_and_read_back_is_kept(card: Card, around: Around) -> None:
    lead = arrive(around)
    press(card, "Call")
    press(card, "Spoke")
    page = card.panel.pages.next_step
    page.questions[0].setText("Polo uit 2014")
    page.learnt_box.contacts.number.marks.read_back.setChecked(True)
    press(card, "Sold")

    known = around.qt_desk.desk.lead(lead)
    assert known.course.end is not None
    assert known.course.end.kind is AgreementKind.SOLD
    assert known.course.request is not None
    assert known.course.request.phone_read_back
    assert known.facts[-1].answers == (("Trade-in?", "Polo uit 2014"),)  # type: ignore[union-attr]


def test_lost_asks_why(card: Card, around: Around) -> None:
    lead = arrive(around)
    press(card, "Call")
    press(card, "Spoke")
    press(card, "Lost")
    press(card, "Bought elsewhere")

    assert around.qt_desk.desk.handed_over()[0].lead_id == lead


def test_what_became_of_the_customer_before_is_said_in_a_line(card: Card, around: Around) -> None:
    first = arrive(around, vehicle="Opel Corsa")
    sold = NextStep(kind=AgreementKind.SOLD)
    around.qt_desk.step(lambda: around.qt_desk.desk.agree(first, sold))

    arrive(around)

    assert "before: Opel Corsa, sold, 02-03-2026" in words(card)


def test_later_wants_a_reason_and_a_time_and_stops_no_clock(
    card: Card, around: Around, clock: FakeClock
) -> None:
    lead = arrive(around)

    press(card, "Later")
    press(card, "On the phone")
    press(card, "5 min")

    assert around.qt_desk.desk.agenda()[0].prompt.due_at == clock.now.replace(minute=2)
    assert around.qt_desk.ringing() == []
    clock.advance(minutes=5)
    around.qt_desk.look()
    assert card.shown_lead == lead


def test_several_leads_queue_on_one_card(card: Card, around: Around) -> None:
    first = arrive(around)
    arrive(around, name="Jan", phones=(), emails=("jan@example.com",))
    arrive(around, name="Els", phones=(), emails=("els@example.com",))

    assert card.shown_lead == first
    assert "+2 waiting" in words(card)


def test_what_was_begun_is_not_taken_away_by_a_newer_lead(card: Card, around: Around) -> None:
    first = arrive(around)
    press(card, "Call")
    arrive(around, name="Jan", phones=(), emails=("jan@example.com",))

    assert card.shown_lead == first
    press(card, "Voicemail")
    assert card.shown_lead == first


def test_what_was_typed_after_a_call_logged_elsewhere_is_not_taken_away(
    card: Card, around: Around
) -> None:
    first = arrive(around)
    log(around, first)
    card.panel.pages.next_step.questions[0].setText("Polo uit 2014")

    arrive(around, name="Jan", phones=(), emails=("jan@example.com",))

    assert card.shown_lead == first
    assert card.panel.pages.next_step.questions[0].text() == "Polo uit 2014"


def test_a_message_changed_by_hand_is_not_taken_away(card: Card, around: Around) -> None:
    first = arrive(around)
    log(around, first, Outcome.NO_ANSWER)
    QTest.keyClicks(card.panel.pages.message.body, "PS ")

    arrive(around, name="Jan", phones=(), emails=("jan@example.com",))

    assert card.shown_lead == first
    assert "PS " in card.panel.pages.message.body.toPlainText()


def test_a_customer_who_calls_while_his_card_is_worked_changes_nothing_on_it(
    card: Card, around: Around
) -> None:
    lead = arrive(around)
    press(card, "Call")
    press(card, "Spoke")
    card.panel.pages.next_step.questions[0].setText("Polo uit 2014")

    card.show_lead(lead)

    assert card.panel.pages.next_step.isVisible()
    assert card.panel.pages.next_step.questions[0].text() == "Polo uit 2014"


def test_after_the_last_press_the_next_lead_comes(card: Card, around: Around) -> None:
    arrive(around, emails=())
    second = arrive(around, name="Jan", phones=(), emails=("jan@example.com",))
    press(card, "Call")
    press(card, "Busy")
    press(card, "Skip")

    assert card.shown_lead == second
    assert "Sanne Hoekstra: WhatsApp skipped" in words(card)


def test_the_card_goes_when_nothing_is_left_and_the_undo_is_over(
    card: Card, around: Around, qtbot: QtBot
) -> None:
    card.undo._time.setInterval(50)
    arrive(around, emails=())
    press(card, "Call")
    press(card, "Busy")
    press(card, "Skip")
    assert card.isVisible()

    qtbot.waitUntil(lambda: not card.isVisible(), timeout=5_000)


def test_undo_names_the_lead_that_was_logged_though_another_waits(
    card: Card, around: Around, clock: FakeClock
) -> None:
    lead = arrive(around)
    log(around, lead)
    soon = NextStep(kind=AgreementKind.APPOINTMENT, moment=clock.now + timedelta(hours=1))
    agreed = around.qt_desk.step(lambda: around.qt_desk.desk.agree(lead, soon))
    assert agreed is not None
    confirmed = AppointmentEvent.CONFIRMED
    around.qt_desk.step(lambda: around.qt_desk.desk.change_appointment(agreed.id, confirmed))
    clock.advance(hours=2)
    around.qt_desk.look()
    assert card.shown_lead == lead
    arrive(around, name="Jan", phones=(), emails=("jan@example.com",))
    card.show_lead(lead)
    card._asked_for = None

    press(card, "Did not come")

    assert "Sanne Hoekstra: Did not come" in words(card)
    press(card, "Undo")
    assert card.shown_lead == lead


def test_undo_brings_the_lead_back_though_another_waits(card: Card, around: Around) -> None:
    first = arrive(around)
    second = arrive(around, name="Jan", phones=(), emails=("jan@example.com",))
    press(card, "Call")
    press(card, "Voicemail")
    press(card, "Skip")
    press(card, "Skip")
    assert card.shown_lead == second

    press(card, "Undo")
    card.look()

    assert card.shown_lead == first
    assert "Not reached: send a mail" in words(card)
    press(card, "Skip")
    assert card.shown_lead == second


def test_undo_takes_back_all_of_one_press(card: Card, around: Around) -> None:
    lead = arrive(around)
    press(card, "Call")
    press(card, "Wrong number")
    assert around.qt_desk.desk.lead(lead).course.phone is None

    press(card, "Undo")

    assert around.qt_desk.desk.lead(lead).course.phone is not None
    assert card.shown_lead == lead
    assert card.panel.pages.prompt.call.isVisible()


def test_back_leaves_a_call_that_was_not_made(card: Card, around: Around) -> None:
    lead = arrive(around)
    press(card, "Call")
    press(card, "Back")

    assert facts(around, lead) == []
    assert card.panel.pages.prompt.call.isVisible()


def test_closing_a_ringing_card_asks_why(card: Card, around: Around) -> None:
    arrive(around)

    card.close_button.click()

    assert card.isVisible()
    assert "Why later?" in words(card)


def test_who_may_not_be_called_cannot_be(card: Card, around: Around) -> None:
    arrive(around, may_call=False)

    assert not card.panel.pages.prompt.call.isEnabled()
    assert "Asked not to be called." in words(card)


def test_later_offers_to_leave_the_customer_alone_in_one_press(card: Card, around: Around) -> None:
    first, other = arrive(around), arrive(around, phones=(), emails=("els@example.com",))
    around.qt_desk.desk.learn(other, email="sanne.hoekstra@example.com")
    card.show_lead(first)

    press(card, "Later")
    press(card, "Do not contact again")

    assert around.qt_desk.agenda == []
    assert "Sanne Hoekstra: Do not contact" in words(card)

    press(card, "Undo")
    assert {item.summary.lead_id for item in around.qt_desk.agenda} == {first, other}


def test_after_a_conversation_the_customer_can_be_left_alone(card: Card, around: Around) -> None:
    lead = arrive(around)
    press(card, "Call")
    press(card, "Spoke")
    card.panel.pages.next_step.learnt_box.yes.click()

    press(card, "Do not contact again")

    end = around.qt_desk.desk.lead(lead).course.end
    assert end is not None
    assert end.kind is AgreementKind.DO_NOT_CONTACT
    press(card, "Undo")
    assert around.qt_desk.desk.lead(lead).course.end is None


def test_the_card_says_that_he_once_wanted_to_be_left_alone(card: Card, around: Around) -> None:
    desk = around.qt_desk.desk
    desk.privacy.leave_alone(arrive(around))

    arrive(around)

    assert "Asked once not to be contacted, now asks himself." in words(card)


def test_the_card_says_that_the_number_is_wrong(card: Card, around: Around) -> None:
    lead = arrive(around, emails=())
    log(around, lead, Outcome.WRONG_NUMBER)
    card.show_lead(lead)

    assert "Cannot be called: the number is wrong." in words(card)


def test_a_customer_who_may_be_called_has_no_note(card: Card, around: Around) -> None:
    arrive(around)

    assert card.who.call_note.isHidden()


def test_a_customer_without_anything_still_has_a_card(card: Card, around: Around) -> None:
    arrive(around, name="", phones=(), emails=(), question="", vehicle="", plate="", source="")

    assert "Unknown customer" in words(card)


def test_strangers_words_are_shown_letter_by_letter(card: Card, around: Around) -> None:
    nasty = "<img src=x onerror=alert(1)><b>Sanne</b>"
    arrive(around, name=nasty, question=nasty, vehicle=nasty, plate=nasty, source=nasty)

    for label in card.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()
    assert nasty in card.who.name.text()


def test_a_long_question_scrolls_and_is_never_cut(card: Card, around: Around) -> None:
    arrive(around, question="Een heel lange vraag. " * 200)

    room = card.who.room
    assert room.height() <= 112
    assert card.who.question.height() > room.height()
    assert room.verticalScrollBar().maximum() > 0
    assert card.height() <= card.screen().availableGeometry().height()


def test_the_card_can_be_made_one_line_small_and_stays_there(card: Card, around: Around) -> None:
    arrive(around)
    corner = card.geometry().bottomRight()
    card.small.click()
    assert not card.body.isVisible()
    assert "Sanne Hoekstra" in words(card)
    assert card.height() < 100
    assert card.geometry().bottomRight() == corner

    around.qt_desk.look()
    assert not card.body.isVisible()
    card.small.click()
    assert card.body.isVisible()


def test_it_is_small_also_after_larger_pages(card: Card, around: Around) -> None:
    arrive(around)
    press(card, "Call")
    press(card, "Spoke")
    press(card, "Undo")

    card.small.click()

    assert card.height() < 100


def test_its_place_is_remembered(
    card: Card, around: Around, places: QSettings, qtbot: QtBot
) -> None:
    arrive(around)
    start = card.pos()
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    QTest.mouseMove(card, QPoint(-47, -37))
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    moved = card.geometry().bottomRight()
    assert card.pos() != start

    again = Card(around, places)
    qtbot.addWidget(again)
    again.look()

    assert again.geometry().bottomRight() == moved
    again.retire()


def test_every_control_has_a_name(card: Card, around: Around) -> None:
    arrive(around)

    nameless = [
        widget
        for widget in card.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []


def inform(card: Card) -> None:
    press(card, "Call")
    press(card, "Spoke")
    press(card, "Information")
    press(card, "Plan the follow-up")


def test_the_information_is_offered_and_can_be_sent(
    card: Card, around: Around, opened: list[str]
) -> None:
    lead = arrive(around)
    inform(card)

    assert "Send the information" in words(card)
    assert "Here is the information" in card.panel.pages.message.body.toPlainText()
    press(card, "WhatsApp")

    assert "information" in opened[-1]
    assert facts(around, lead)[-1] == (Channel.WHATSAPP, Outcome.SENT)
    assert around.qt_desk.desk.lead(lead).course.agreed is not None


def test_who_sends_no_information_has_forgotten_nothing(card: Card, around: Around) -> None:
    lead = arrive(around)
    inform(card)

    press(card, "Skip")
    card.undo._end()

    assert facts(around, lead) == [(Channel.CALL, Outcome.SPOKE)]
    assert not card.isVisible()


def test_what_is_only_offered_stays_until_it_is_answered_and_holds_up_no_lead(
    card: Card, around: Around
) -> None:
    first = arrive(around)
    inform(card)
    card.undo._end()
    assert card.shown_lead == first

    second = arrive(around, name="Jan", phones=(), emails=("jan@example.com",))

    assert card.shown_lead == second


def test_a_card_that_only_offers_can_be_put_away(card: Card, around: Around) -> None:
    arrive(around)
    inform(card)

    card.close_button.click()

    assert not card.isVisible()


def test_what_the_text_speaks_of_and_nobody_knows_is_named(card: Card, around: Around) -> None:
    lead = arrive(around, vehicle="")
    log(around, lead, Outcome.VOICEMAIL)

    assert "No car is known: the text does without it." in words(card)
    press(card, "WhatsApp")
    assert facts(around, lead)[-1] == (Channel.WHATSAPP, Outcome.SENT)


def test_an_address_told_on_the_phone_is_kept_with_its_marks(card: Card, around: Around) -> None:
    lead = arrive(around, emails=())
    press(card, "Call")
    press(card, "Spoke")
    rows = card.panel.pages.next_step.learnt_box.contacts
    rows.email.field.setFocus()
    QTest.keyClicks(rows.email.field, "sanne@example.com")
    rows.email.marks.read_back.click()
    press(card, "Question answered: No")
    press(card, "Sold")

    known = around.qt_desk.desk.lead(lead)
    assert known.course.email == "sanne@example.com"
    assert "sanne@example.com" in known.course.read_back
    assert known.facts[-1].question_answered is False  # type: ignore[union-attr]


def test_an_address_that_is_none_keeps_the_page(card: Card, around: Around) -> None:
    lead = arrive(around, emails=())
    press(card, "Call")
    press(card, "Spoke")
    field = card.panel.pages.next_step.learnt_box.contacts.email.field
    field.setText("sanne@")

    press(card, "Sold")

    assert field.property("invalid") == "true"
    assert around.qt_desk.desk.lead(lead).course.end is None
    field.setText("")
    press(card, "Sold")
    assert around.qt_desk.desk.lead(lead).course.end is not None


def test_the_question_is_asked_about_only_where_there_is_one(card: Card, around: Around) -> None:
    arrive(around, question="")
    press(card, "Call")
    press(card, "Spoke")

    assert not card.panel.pages.next_step.learnt_box.yes.isVisible()


def test_what_is_missing_to_follow_is_named_from_the_first_call_on(
    card: Card, around: Around
) -> None:
    arrive(around, emails=())
    missing = "Missing to follow up: number asked and read back, e-mail"
    assert missing not in words(card)

    press(card, "Call")
    assert words(card).count(missing) == 1
    press(card, "Voicemail")

    assert words(card).count(missing) == 1


def test_a_mail_before_the_first_call_names_nothing_that_is_missing(
    card: Card, around: Around
) -> None:
    lead = arrive(around, phones=a_request().phones, emails=())

    around.qt_desk.step(lambda: around.qt_desk.desk.record(lead, Channel.WHATSAPP, Outcome.SENT))

    assert "WhatsApp: sent" in words(card)
    assert "Missing to follow up" not in words(card)


def test_a_lead_is_handed_to_a_colleague_with_a_note_and_undo_brings_it_back(
    around: Around, places: QSettings, qtbot: QtBot
) -> None:
    bdc = replace(around.settings.bdc, colleagues={"Els & Co <b>": "els@example.com"})
    around = replace(around, settings=replace(around.settings, bdc=bdc))
    card = Card(around, places)
    qtbot.addWidget(card)
    lead = arrive(around)

    press(card, "Later")
    press(card, "I cannot: hand it over …")
    QTest.keyClicks(card.panel.pages.hand_on.note, "Zit bij een klant")
    press(card, "To Els && Co <b>")

    assert "Sanne Hoekstra: Handed over to Els & Co <b>" in words(card)
    (waiting,) = around.qt_desk.desk.handed_over()
    assert waiting.handed_over is not None
    assert waiting.handed_over.to == "Els & Co <b>"
    assert around.qt_desk.desk.lead(lead).course.handed_on is not None
    card.undo.button.click()
    assert around.qt_desk.desk.handed_over() == []
    assert around.qt_desk.rings(lead)
    card.retire()


def test_what_the_bdc_said_stands_on_the_card_whole_only_as_far_as_it_fits(
    card: Card, around: Around
) -> None:
    lead = arrive(around)
    desk = around.qt_desk.desk
    around.qt_desk.step(lambda: desk.handovers.hand_on(lead))
    around.qt_desk.step(lambda: desk.handovers.came_back(lead, "<b>Belt</b>\n" + "lang " * 500))

    assert card.isVisible()
    assert card.who.back.text().startswith("Came back from the BDC: <b>Belt</b> lang lang")
    assert len(card.who.back.text()) < 300
    log(around, lead)
    assert not card.who.back.isVisible()


def test_the_window_says_what_it_asks(card: Card, around: Around, clock: FakeClock) -> None:
    lead = arrive(around)
    log(around, lead)
    assert card.windowTitle() == "Card: Sanne Hoekstra · Choose the next step"

    moment = clock() + timedelta(hours=3)
    step = NextStep(kind=AgreementKind.APPOINTMENT, moment=moment)
    around.qt_desk.step(lambda: around.qt_desk.desk.agree(lead, step))
    standing = around.qt_desk.desk.lead(lead).course.appointment
    assert standing is not None
    confirmed = AppointmentEvent.CONFIRMED
    around.qt_desk.step(lambda: around.qt_desk.desk.change_appointment(standing.id, confirmed))
    clock.advance(hours=5)
    card.show_lead(lead)

    assert card.windowTitle() == f"Card: Sanne Hoekstra · {word(Step.ASK_SHOW)}"
    assert primary(card) == ["Came"]
    press(card, "Moved")
    assert primary(card) == ["Save the new time"]


def primary(card: Card) -> list[str]:
    return [
        button.text()
        for button in card.findChildren(QPushButton)
        if button.isVisible() and button.property("variant") == Variant.PRIMARY
    ]


def test_a_long_source_leaves_the_name_its_room(card: Card, around: Around) -> None:
    source = "Autobedrijf Wolfeschlegelsteinhausen occasions"
    arrive(around, source=source)

    assert card.who.name.width() > card.who.source.width()
    assert card.who.source.text().endswith("…")
    assert card.who.source.accessibleName() == source


def test_a_reason_and_a_moment_take_the_place_of_what_was_asked_back(
    card: Card, around: Around
) -> None:
    log(around, arrive(around))
    for tile in card.panel.pages.next_step.steps.buttons()[0::4]:
        tile.click()
        assert card.panel.pages.next_step.said.isHidden()
        assert card.panel.pages.next_step.more.isVisible()


def test_one_line_small_the_count_gives_its_word_up_for_the_name(
    card: Card, around: Around
) -> None:
    arrive(around)
    arrive(around, name="Els Bakker", phones=(), emails=("els@example.com",))
    assert card.queue.text() == "+1 waiting"

    card.small.click()
    assert card.queue.text() == "+1"
    card.small.click()
    assert card.queue.text() == "+1 waiting"


def test_tab_comes_to_the_message_before_the_way_back(card: Card, around: Around) -> None:
    arrive(around)
    press(card, "Call")
    press(card, "Voicemail")
    page = card.panel.pages.message
    page.not_there.setFocus()

    QTest.keyClick(card.focusWidget(), Qt.Key.Key_Tab)

    assert card.focusWidget() is card.undo.button


def test_a_day_late_is_never_cut_beside_many_that_wait(
    card: Card, around: Around, clock: FakeClock
) -> None:
    speak(Tongue.DUTCH)  # in which the words are longer
    arrive(around)
    for number in range(16):
        arrive(around, name=f"Klant {number}", phones=(), emails=(f"klant{number}@example.com",))
    clock.advance(hours=24.5)
    card.look()
    QApplication.processEvents()

    assert (card.countdown.text(), card.queue.text()) == ("24 u te laat", "+16")
    assert card.countdown.width() >= card.countdown.sizeHint().width()
    speak(Tongue.ENGLISH)
