"""An appointment from the panel: confirmed, moved, cancelled, kept and missed."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from assistant.core.contact import Phone
from assistant.core.course import Appointment
from assistant.core.errors import CouldNotError
from assistant.core.facts import AgreementKind, LeadId, Outcome
from assistant.core.handover import HandedOver
from assistant.core.request import Channel
from assistant.desk import Desk, LeadFile, NextStep
from assistant.outreach.mail import InviteMethod, Mail
from assistant.ui.action.panel import ActionPanel
from assistant.ui.around import Around
from assistant.ui.qt_desk import QtDesk
from tests.conftest import LAND_LINE, FakeClock, a_request, local
from tests.ui.conftest import Show


@dataclass
class KeptPost:
    """Keeps what was sent; on a bad day it takes nothing."""

    sent: list[Mail] = field(default_factory=list)
    is_closed: bool = False

    def send(self, mail: Mail, lead_id: LeadId) -> None:  # noqa: ARG002 - as the real ones
        if self.is_closed:
            raise CouldNotError("The disk is full.")
        self.sent.append(mail)

    def hand_over(self, mail: Mail, lead_id: LeadId, away: HandedOver, desk: Desk) -> None:
        raise NotImplementedError


@dataclass
class Worked:
    """A lead in a panel, just spoken to."""

    panel: ActionPanel
    post: KeptPost
    lead_id: LeadId
    around: Around

    def press(self, *names: str) -> None:
        for name in names:
            (button,) = [
                each
                for each in self.panel.findChildren(QPushButton)
                if name in {each.text(), each.accessibleName()} and each.isVisible()
            ]
            assert button.isEnabled(), name
            button.click()

    def type_moment(self, text: str) -> None:
        (picker,) = [
            page.picker
            for page in (self.panel.pages.next_step, self.panel.pages.came)
            if page.picker.isVisible()
        ]
        picker.field.selectAll()
        QTest.keyClicks(picker.field, text)

    def words(self) -> str:
        labels = (each for each in self.panel.findChildren(QLabel) if each.isVisible())
        return "\n".join(each.text() for each in labels)

    @property
    def file(self) -> LeadFile:
        return self.around.qt_desk.desk.lead(self.lead_id)

    @property
    def appointment(self) -> Appointment:
        assert self.file.course.appointment is not None
        return self.file.course.appointment

    def is_confirmed(self) -> bool:
        return self.appointment.confirmed_at is not None

    def event(self) -> Any:
        """Return the event of the invite sent last."""
        invite = self.post.sent[-1].invite
        assert invite is not None
        calendar: Any = Calendar.from_ical(invite.content)
        assert str(calendar["METHOD"]) == invite.method
        (event,) = calendar.walk("VEVENT")
        return event

    def invite(self) -> tuple[InviteMethod, int, str]:
        """Return the method, the number and the start of the invite sent last."""
        event, invite = self.event(), self.post.sent[-1].invite
        assert invite is not None
        assert str(event["UID"]).startswith(self.appointment_id)
        return invite.method, int(event["SEQUENCE"]), f"{event['DTSTART'].dt:%d %H:%M}"

    appointment_id: str = ""


Work = Callable[..., Worked]


@pytest.fixture
def work(qt_desk: QtDesk, around: Around, show: Show) -> Work:
    """Return what opens a lead that was just spoken to, in a panel."""

    def open_lead(*, own: str = "verkoop@example.com", **changes: object) -> Worked:
        dealer = replace(
            around.settings.dealer,
            name="De Brug",
            address="Kerkstraat 1; Apeldoorn",
            own_addresses=(own,) if own else (),
        )
        post = KeptPost()
        here = replace(around, settings=replace(around.settings, dealer=dealer), post=post)
        taken = qt_desk.desk.log_contact(a_request(**changes))
        assert taken.lead_id is not None
        qt_desk.desk.record(taken.lead_id, Channel.CALL, Outcome.SPOKE)
        panel = ActionPanel(here)
        show(panel)
        panel.open_lead(qt_desk.desk.lead(taken.lead_id))
        return Worked(panel, post, taken.lead_id, here)

    return open_lead


def book(worked: Worked, moment: str = "za 10u") -> None:
    worked.press("Appointment")
    worked.type_moment(moment)
    worked.press("Book the appointment")
    worked.appointment_id = worked.appointment.id


def confirm_by_mail(worked: Worked) -> None:
    worked.press("Mail")  # from WhatsApp, which comes first, to mail
    worked.press("Mail")


def test_a_confirmation_by_mail_has_an_invite_and_makes_it_an_appointment(work: Work) -> None:
    worked = work()
    book(worked)

    worked.press("Mail")
    assert "With an invite for his calendar." in worked.words()
    worked.press("Mail")

    assert worked.invite() == (InviteMethod.REQUEST, 0, "07 09:00")
    assert worked.is_confirmed()
    event = worked.event()
    assert event["SUMMARY"] == "Appointment at De Brug: Peugeot 208 1.2"
    assert event["LOCATION"] == "Kerkstraat 1; Apeldoorn"
    assert event["ORGANIZER"] == "mailto:verkoop@example.com"
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(hours=1)


def test_a_mail_that_cannot_even_be_tried_confirms_nothing(work: Work) -> None:
    worked = work()
    book(worked)
    worked.post.is_closed = True

    confirm_by_mail(worked)

    assert not worked.is_confirmed()


def test_a_confirmation_by_whatsapp_has_no_invite_and_counts(work: Work, opened: list[str]) -> None:
    worked = work()
    book(worked)

    worked.press("WhatsApp")

    assert "Sat%207%20Mar%2010%3A00" in opened[-1]
    assert worked.post.sent == []
    assert worked.is_confirmed()


def test_a_moved_appointment_goes_out_as_the_same_invite_with_a_higher_number(work: Work) -> None:
    worked = work()
    book(worked)
    confirm_by_mail(worked)

    worked.press("Change the appointment", "Moved")
    worked.type_moment("di 10 mrt half 3")
    worked.press("Save the new time")
    assert not worked.is_confirmed()
    assert "Confirm the new time" in worked.words()
    worked.press("Mail")

    assert worked.invite() == (InviteMethod.REQUEST, 1, "10 13:30")
    assert "Tue 10 Mar 14:30" in worked.post.sent[-1].body
    assert worked.is_confirmed()
    assert worked.appointment.id == worked.appointment_id


def test_a_cancelled_appointment_is_taken_from_his_calendar_and_a_next_step_asked(
    work: Work,
) -> None:
    worked = work()
    book(worked)
    confirm_by_mail(worked)

    worked.press("Change the appointment", "Cancelled")
    assert "Confirm the cancellation" in worked.words()
    assert "With the cancellation for his calendar." in worked.words()
    worked.press("Mail")

    assert worked.invite() == (InviteMethod.CANCEL, 1, "07 09:00")
    assert "Sat 7 Mar 10:00" in worked.post.sent[-1].body
    assert "What did you agree?" in worked.words()


def move(worked: Worked) -> None:
    worked.press("Change the appointment", "Moved")
    worked.type_moment("di 10 mrt half 3")
    worked.press("Save the new time")


def test_his_calendar_is_told_by_mail_also_when_he_was_told_by_whatsapp(
    work: Work, opened: list[str]
) -> None:
    worked = work()
    book(worked)
    confirm_by_mail(worked)
    move(worked)

    worked.press("WhatsApp", "WhatsApp")
    assert "Tue%2010%20Mar%2014%3A30" in opened[-1]
    assert worked.is_confirmed()
    assert list(worked.file.plan.beside) == [Channel.MAIL]
    assert "Confirm the new time" in worked.words()
    worked.press("Mail")

    assert worked.invite() == (InviteMethod.REQUEST, 1, "10 13:30")
    assert not worked.file.plan.beside
    assert "Confirm the new time" not in worked.words()


def test_the_mail_for_his_calendar_may_be_left_out(work: Work) -> None:
    worked = work()
    book(worked)
    confirm_by_mail(worked)
    move(worked)

    worked.press("WhatsApp", "WhatsApp", "Skip")

    assert not worked.file.plan.beside
    assert "Confirm the new time" not in worked.words()


def test_who_heard_by_whatsapp_that_it_is_off_still_gets_the_mail_for_his_calendar(
    work: Work,
) -> None:
    worked = work()
    book(worked)
    confirm_by_mail(worked)
    worked.press("Change the appointment", "Cancelled")

    worked.press("WhatsApp", "WhatsApp")
    assert "Confirm the cancellation" in worked.words()
    worked.press("Mail")

    assert worked.invite() == (InviteMethod.CANCEL, 1, "07 09:00")
    assert "What did you agree?" in worked.words()


def test_who_never_had_an_invite_is_told_by_whatsapp_alone(work: Work) -> None:
    worked = work()
    book(worked)
    worked.press("WhatsApp")
    move(worked)

    worked.press("WhatsApp")

    assert worked.is_confirmed()
    assert not worked.file.plan.beside


def test_a_cancellation_may_be_left_out_and_is_not_asked_for_again(work: Work) -> None:
    worked = work()
    book(worked)
    worked.press("WhatsApp", "Change the appointment", "Cancelled", "Skip")

    assert worked.file.course.cancelled is None
    assert "What did you agree?" in worked.words()


def test_who_was_never_told_is_not_told_that_it_is_off(work: Work) -> None:
    worked = work()
    book(worked)

    worked.press("Back", "Change the appointment", "Cancelled")

    assert "What did you agree?" in worked.words()


def test_another_appointment_for_him_goes_out_as_the_one_he_has(work: Work) -> None:
    worked = work()
    book(worked)
    confirm_by_mail(worked)
    again = NextStep(kind=AgreementKind.APPOINTMENT, moment=local("2026-03-06 11:00"))
    worked.around.qt_desk.desk.log_contact(a_request(), again)  # the form knows no panel

    worked.panel.open_lead(worked.file)
    assert "Confirm the new time" in worked.words()
    worked.press("Mail")

    assert worked.invite() == (InviteMethod.REQUEST, 1, "06 10:00")


def test_without_an_address_of_our_own_no_invite_goes_and_that_is_said(work: Work) -> None:
    worked = work(own="")
    book(worked)

    worked.press("Mail")
    assert "No calendar invite: your own e-mail address is not in the settings." in worked.words()
    worked.press("Mail")

    assert worked.post.sent[0].invite is None
    assert worked.is_confirmed()


def test_who_has_no_mail_and_no_mobile_is_confirmed_by_telephone(work: Work) -> None:
    worked = work(phones=(LAND_LINE,), emails=())
    book(worked)

    assert "No e-mail address and no mobile number is known" in worked.words()
    assert "Sat 7 Mar 10:00" in worked.words()
    worked.press("Confirmed by telephone")

    assert worked.is_confirmed()


def test_whether_he_came_can_be_said_from_the_day_on(work: Work, clock: FakeClock) -> None:
    worked = work()
    book(worked)
    worked.press("WhatsApp", "Change the appointment")
    assert not worked.panel.pages.came.came.isVisible()

    clock.now = local("2026-03-07 09:30")
    worked.press("Back")
    worked.panel.change_appointment()
    assert not worked.panel.pages.came.did_not_come.isVisible()  # he may come yet
    worked.press("Came")

    assert "How did the visit end?" in worked.words()
    worked.press("Thinking")
    worked.type_moment("di 10u")
    worked.press("Plan the follow-up")
    prompt = worked.file.prompt
    assert prompt is not None
    assert (prompt.step, prompt.due_at) == ("follow_up", local("2026-03-10 10:00"))


def test_strangers_words_in_a_mail_and_its_invite_are_words(work: Work) -> None:
    worked = work(
        name="Jan\r\nBcc: all@example.com",
        vehicle="=cmd|' /C calc'!A0; X-EVIL:1\nEND:VEVENT",
        phones=(Phone("+31612345678", mobile=True),),
    )
    book(worked)
    confirm_by_mail(worked)

    event = worked.event()
    assert event["SUMMARY"].endswith("=cmd|' /C calc'!A0; X-EVIL:1 END:VEVENT")
    assert "X-EVIL" not in event


def test_a_lead_that_was_sold_elsewhere_in_the_program_calls_its_appointment_off(
    work: Work,
) -> None:
    worked = work()
    book(worked)
    confirm_by_mail(worked)
    sent = len(worked.post.sent)
    worked.around.qt_desk.desk.agree(worked.lead_id, NextStep(kind=AgreementKind.SOLD))

    worked.panel.open_lead(worked.file)
    assert "The customer still counts on his appointment: call it off" in worked.words()
    assert "With the cancellation for his calendar." in worked.words()
    assert len(worked.post.sent) == sent
    worked.press("Mail")

    assert worked.invite() == (InviteMethod.CANCEL, 1, "07 09:00")
    assert worked.file.course.cancelled is None
    assert not worked.panel.is_busy


def test_who_is_to_be_left_alone_is_offered_his_cancellation_next_and_it_may_be_skipped(
    work: Work,
) -> None:
    worked = work()
    book(worked)
    worked.press("WhatsApp")
    worked.panel.ask_later()

    worked.press("Do not contact again")
    assert "The customer still counts on his appointment: call it off" in worked.words()
    assert worked.panel.is_busy
    worked.press("Skip")

    assert worked.file.course.cancelled is None
    assert not worked.panel.is_busy


def test_moving_begins_at_the_appointment_itself_and_needs_another_time(work: Work) -> None:
    worked = work()
    book(worked)
    worked.press("WhatsApp", "Change the appointment", "Moved")
    page = worked.panel.pages.came

    assert page.picker.echo.text() == "Sat 7 Mar 10:00"
    assert not page.save.isEnabled()
    worked.type_moment("15:00")
    assert page.picker.echo.text() == "Sat 7 Mar 15:00"
    assert page.save.isEnabled()
