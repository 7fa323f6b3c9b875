"""Invites as calendars read them: by icalendar, and by vobject, which shares no code with it."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from assistant.outreach.invite import Meeting, invite, published
from assistant.outreach.mail import MARK, InviteMethod, Mail
from assistant.outreach.mime import draft_form
from tests.conftest import MONDAY_TEN, local

STARTS = local("2026-03-07 10:00")
HOSTILE = (
    'Jan; de, Vries \\ "Jansen"',
    "Jan\r\nATTENDEE:mailto:evil@example.com",
    "Jan\nEND:VEVENT\nBEGIN:VEVENT",
    "=cmd|' /C calc'!A0",
    "Zoë \N{RIGHT-TO-LEFT OVERRIDE} \x00\x07",
    "M" * 300,
    "é" * 200,
)


def meeting(**changes: Any) -> Meeting:
    usual: dict[str, Any] = {
        "uid": "0b1c",
        "sequence": 0,
        "starts_at": STARTS,
        "lasts": timedelta(minutes=60),
        "summary": "Afspraak: Peugeot 208",
        "location": "Kerkstraat 1, Apeldoorn",
    }
    return Meeting(**(usual | changes))


def made(method: InviteMethod = InviteMethod.REQUEST, **changes: Any) -> bytes:
    made = invite(
        meeting(**changes),
        method,
        organizer="verkoop@example.com",
        attendee="sanne@example.com",
        at=MONDAY_TEN,
    )
    return made.content


def both(content: bytes) -> tuple[Any, Any]:
    """Return the one event as each of the readers has it."""
    calendar: Any = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    other = vobject.readOne(content.decode())
    assert len(other.vevent_list) == 1
    assert other.method.value == str(calendar["METHOD"])
    return event, other.vevent


def test_both_readers_find_when_where_and_what() -> None:
    event, other = both(made())

    assert event["DTSTART"].dt == other.dtstart.value == STARTS
    assert event["DTEND"].dt == other.dtend.value == STARTS + timedelta(hours=1)
    assert str(event["SUMMARY"]) == other.summary.value == "Afspraak: Peugeot 208"
    assert str(event["LOCATION"]) == other.location.value == "Kerkstraat 1, Apeldoorn"
    assert str(event["UID"]) == other.uid.value == "0b1c@followup"
    assert event["DTSTAMP"].dt == other.dtstamp.value == MONDAY_TEN


def test_times_are_in_utc_as_they_stand() -> None:
    lines = made().decode().split("\r\n")

    assert "DTSTART:20260307T090000Z" in lines
    assert "DTEND:20260307T100000Z" in lines
    assert "DTSTAMP:20260302T090000Z" in lines
    assert "ORGANIZER:mailto:verkoop@example.com" in lines
    assert "METHOD:REQUEST" in lines


def test_a_move_and_a_cancellation_keep_the_uid_and_count_on() -> None:
    first, moved = both(made())[1], both(made(sequence=1, starts_at=local("2026-03-09 10:00")))[1]
    gone = both(made(InviteMethod.CANCEL, sequence=2))[1]

    assert first.uid.value == moved.uid.value == gone.uid.value
    assert [each.sequence.value for each in (first, moved, gone)] == ["0", "1", "2"]
    assert [each.status.value for each in (first, moved, gone)] == [
        "CONFIRMED",
        "CONFIRMED",
        "CANCELLED",
    ]


@pytest.mark.parametrize("name", HOSTILE)
def test_strangers_words_stay_words(name: str) -> None:
    event, other = both(made(summary=name, location=name, description=name))

    assert str(event["SUMMARY"]) == other.summary.value
    assert "\n" not in other.summary.value
    assert set(event["ATTENDEE"].params) == {"ROLE", "PARTSTAT", "RSVP"}
    assert len(other.attendee_list) == 1
    assert other.attendee.value == "mailto:sanne@example.com"


def test_what_escapes_is_escaped_as_rfc_5545_has_it() -> None:
    unfolded = made(summary="Jan; de, Vries \\ co").decode().replace("\r\n ", "")

    assert "SUMMARY:Jan\\; de\\, Vries \\\\ co\r\n" in unfolded


@given(st.text(max_size=200))
def test_any_text_at_all_is_read_back_the_same_by_both(text: str) -> None:
    event, other = both(made(summary=text))

    assert str(event["SUMMARY"]) == other.summary.value


def test_no_line_is_longer_than_calendars_read() -> None:
    assert all(len(line) <= 75 for line in made(summary="é" * 200).split(b"\r\n"))


def test_in_a_mail_it_is_the_last_alternative_with_its_method() -> None:
    content = invite(
        meeting(),
        InviteMethod.CANCEL,
        organizer="verkoop@example.com",
        attendee="sanne@example.com",
        at=MONDAY_TEN,
    )
    mail = Mail(to="sanne@example.com", subject="Afspraak", body="Tot dan", invite=content)

    message = message_from_bytes(draft_form(mail), policy=default)

    assert isinstance(message, EmailMessage)
    assert message.get_content_type() == "multipart/alternative"
    *_, last = message.iter_parts()
    assert (last.get_content_type(), last["Content-Type"].params["method"]) == (
        "text/calendar",
        "CANCEL",
    )
    payload = last.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert both(payload)[0]["SUMMARY"]


def test_a_published_file_has_every_meeting_and_says_what_it_was_made_from() -> None:
    content = published(
        [meeting(), meeting(uid="0b1d", tentative=True)],
        name="Afspraken; Piet",
        mark="abc",
        at=datetime(2026, 3, 2, 9, tzinfo=UTC),
    )

    calendar: Any = Calendar.from_ical(content)
    other = vobject.readOne(content.decode())
    assert str(calendar["METHOD"]) == other.method.value == "PUBLISH"
    assert [each.status.value for each in other.vevent_list] == ["CONFIRMED", "TENTATIVE"]
    assert str(calendar["X-WR-CALNAME"]) == "Afspraken; Piet"
    assert f"{MARK}:abc".encode() in content.split(b"\r\n")
    assert b"ATTENDEE" not in content
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT15M" in content


def test_a_file_without_meetings_is_a_calendar_all_the_same() -> None:
    content = published([], name="Afspraken", mark="", at=MONDAY_TEN)

    assert Calendar.from_ical(content).walk("VEVENT") == []
