"""The mail of a hand-over: read by a person, and by the BDC's program."""

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from assistant.core.facts import LeadId
from assistant.core.request import Returned
from assistant.intake.original import Original
from assistant.intake.reading import read
from assistant.outreach.handover.letter import letter
from assistant.outreach.mime import sent_form
from assistant.settings import starting_values
from assistant.start import dealer
from tests.conftest import local
from tests.outreach.handover.adf import adf
from tests.outreach.handover.cases import HOSTILE, a_case, a_passive_case


def test_a_mail_says_who_why_and_what_happened() -> None:
    case = a_case(note="Na vijven")

    mail = letter(case, "bdc@example.com")

    assert mail.to == "bdc@example.com"
    assert mail.subject == "Lead: Sanne Hoekstra, escalation [followup lead-1]"
    for said in (
        "Number: 06 12 34 56 78",
        "Car: Peugeot 208 1.2 · XX-123-X",
        "Why: Escalation, Mon 02-03-2026 10:05",
        "Note: Na vijven",
        "- Mon 02-03-2026 10:01 Call: voicemail (Piet)",
        "Leave [followup lead-1] in the subject.",
    ):
        assert said in mail.body.splitlines()


def test_the_document_goes_with_it() -> None:
    (attached,) = letter(a_case(), "bdc@example.com").attachments

    assert (attached.name, attached.media_type) == ("followup-lead-1.xml", "application/xml")
    assert adf(attached.content).findtext("prospect/customer/contact/name") == "Sanne Hoekstra"


def test_a_name_makes_no_second_line_in_the_subject() -> None:
    mail = letter(a_case(name=f"Jan\r\nBcc: all@example.com {HOSTILE}"), "bdc@example.com")

    assert "\n" not in mail.subject
    assert mail.subject.endswith("[followup lead-1]")


def test_who_may_not_be_called_is_to_be_written_to() -> None:
    mail = letter(a_case(may_call=False), "bdc@example.com")

    assert "May not be called: please write." in mail.body
    assert "06 12" not in mail.body


def test_an_answer_to_the_mail_as_it_left_is_word_about_its_lead() -> None:
    """Sent as a server takes it, answered as a mail program does, read by our own readers."""
    lead = LeadId("abcdefgh234567ab")
    case = a_case()
    case = replace(case, lead=replace(case.lead, lead_id=lead))
    at = local("2026-03-02 10:06")
    sent = message_from_bytes(
        sent_form(
            letter(case, "bdc@example.com"),
            sender="sales@example.com",
            at=at,
            message_id="<1@example.com>",
        ),
        policy=default,
    )
    answer = EmailMessage()
    answer["From"], answer["To"] = sent["To"], sent["From"]
    answer["Subject"] = f"RE: {sent['Subject']}"
    answer["Message-ID"], answer["In-Reply-To"] = "<2@example.com>", "<1@example.com>"
    body = sent.get_body()
    assert body is not None
    quoted = "\n".join(f"> {line}" for line in body.get_content().splitlines())
    answer.set_content(f"Is nu thuis.\n\nOp ma 2 mrt 2026 schreef Verkoop:\n{quoted}\n")

    original = Original(content=answer.as_bytes(), name="x.eml", arrived_at=at)
    (reading,) = read(original, dealer(starting_values())).readings

    assert isinstance(reading, Returned)
    assert (reading.lead, reading.note, reading.is_echo) == (lead, "Is nu thuis.", False)


def test_a_mail_says_what_a_passive_lead_drives() -> None:
    lines = letter(a_passive_case(own_vehicle="Toyota Yaris"), "bdc@example.com").body.splitlines()

    assert "Drives: Toyota Yaris · AB-12-CD" in lines
    assert not [line for line in lines if line.startswith("Car:")]
