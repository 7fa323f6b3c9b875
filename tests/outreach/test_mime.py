"""A mail as bytes: what a customer is called can neither add a header nor an address."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import WrongCallError
from assistant.outreach.mail import Attachment, Invite, InviteMethod, Mail
from assistant.outreach.mime import draft_form, sent_form

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TO = "sanne@example.com"
HEADERS = {
    *("To", "Subject", "From", "Date", "Message-ID"),
    *("MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
}
CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def sent(mail: Mail) -> EmailMessage:
    content = sent_form(mail, sender="piet@example.com", at=AT, message_id="<1@example.com>")
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


@given(subject=st.text(), body=st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_no_text_becomes_a_header(subject: str, body: str) -> None:
    message = sent(Mail(to=TO, subject=f"{subject}\r\nBcc: x@example.com", body=body))

    assert set(message.keys()) <= HEADERS
    assert message.get_content().rstrip() == body.rstrip()


@pytest.mark.parametrize(
    "address",
    ["a@example.com\r\nBcc: b@example.com", "a@example.com, b@example.com", "sanne", "@", ""],
)
def test_what_is_not_one_address_is_refused(address: str) -> None:
    mail = Mail(to=address, subject="", body="")

    with pytest.raises(WrongCallError):
        draft_form(mail)
    with pytest.raises(WrongCallError):
        sent_form(Mail(to=TO, subject="", body=""), sender=address, at=AT, message_id="<1@x>")


def test_an_invite_is_the_last_alternative_and_no_attachment() -> None:
    invite = Invite(InviteMethod.REQUEST, CALENDAR)
    message = sent(Mail(to=TO, subject="", body="Tot zaterdag", invite=invite))

    text, calendar = message.iter_parts()
    assert message.get_content_type() == "multipart/alternative"
    assert text.get_content().strip() == "Tot zaterdag"
    assert calendar.get_content_type() == "text/calendar"
    assert calendar.get_param("method") == "REQUEST"
    assert calendar.get_payload(decode=True) == CALENDAR
    assert "Content-Disposition" not in calendar


def test_what_goes_with_it_keeps_its_name() -> None:
    adf = Attachment("lead.xml", "application/xml", b"<adf/>")
    message = sent(Mail(to=TO, subject="", body="", attachments=(adf,)))

    (attached,) = message.iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == ("lead.xml", "application/xml")
    assert attached.get_payload(decode=True) == b"<adf/>"


def test_a_draft_is_opened_ready_to_be_sent_and_says_not_from_whom() -> None:
    message = message_from_bytes(draft_form(Mail(to=TO, subject="Hoi", body="Dag")))

    assert message["X-Unsent"] == "1"
    assert message["From"] is None
