"""Mails that nobody wrote, and leads that look like them."""

import pytest

from assistant.core.request import NotALead
from assistant.intake.reading import reasons
from tests.intake.reading.messages import mail, numbers, prospect, reading, request

BO = "Bo <bo@example.com>"
SIGNATURE = "Ik ben er niet.\n\nTel.: 06 12345678\nE-mail: bo@example.com"
LEAD = "Naam: Jo\nTelefoonnummer: 0612345678\nBericht: hoi"


@pytest.mark.parametrize(
    ("sender", "subject", "header", "reason"),
    [
        (BO, "Automatisch antwoord: Proefrit", "X-A: 1", reasons.AUTOMATIC_REPLY),
        (BO, "Automatic reply: Test drive", "X-A: 1", reasons.AUTOMATIC_REPLY),
        (BO, "Automatische Antwort: Anfrage", "X-A: 1", reasons.AUTOMATIC_REPLY),
        (BO, "Afwezig: Re: uw vraag", "X-A: 1", reasons.AUTOMATIC_REPLY),
        (BO, "Out of Office", "X-A: 1", reasons.AUTOMATIC_REPLY),
        (BO, "Abwesenheitsnotiz", "X-A: 1", reasons.AUTOMATIC_REPLY),
        (BO, "Uw vraag", "Auto-Submitted: auto-replied", reasons.AUTOMATIC_REPLY),
        (BO, "Uw vraag", "X-Autoreply: yes", reasons.AUTOMATIC_REPLY),
        (BO, "Uw vraag", "Precedence: auto_reply", reasons.AUTOMATIC_REPLY),
        (BO, "Gelezen: Proefrit", "X-A: 1", reasons.RECEIPT),
        ("MAILER-DAEMON@mx.example", "x", "X-A: 1", reasons.NOT_DELIVERED),
        (BO, "Undelivered Mail Returned to Sender", "X-A: 1", reasons.NOT_DELIVERED),
        (BO, "Onbestelbaar: Proefrit", "X-A: 1", reasons.NOT_DELIVERED),
        (BO, "Unzustellbar: Probefahrt", "X-A: 1", reasons.NOT_DELIVERED),
    ],
)
def test_an_automatic_mail_is_no_lead_for_its_signature(
    sender: str, subject: str, header: str, reason: str
) -> None:
    assert reading(mail(sender, subject, SIGNATURE, header)) == NotALead(reason)


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("List-Unsubscribe: <mailto:x@y.example>", reasons.MASS_MAIL),
        ("Precedence: bulk", reasons.MASS_MAIL),
        ("Auto-Submitted: auto-generated", reasons.SYSTEM_NOTICE),
        ("Return-Path: <>", reasons.SYSTEM_NOTICE),
    ],
)
def test_mass_mail_is_no_lead_unless_a_form_was_filled_in(header: str, reason: str) -> None:
    news = mail("Autonieuws <nieuws@autonieuws.example>", "Nieuws", "Telefoon: 020-1234123", header)
    lead = mail("Site <noreply@site.example>", "Contact", LEAD, header)
    portal = mail(
        "AutoTrack <noreply@autotrack.nl>", "Oproep gemist", "Telefoonnummer: 0201112223", header
    )

    office = mail("AutoTrack <noreply@autotrack.nl>", "Nieuws", "Telefoon: 088-1234567", header)

    assert reading(news) == reading(office) == NotALead(reason)
    assert numbers(request(lead)) == ["+31612345678"]
    assert numbers(request(portal)) == ["+31201112223"]


@pytest.mark.parametrize("returned", [LEAD, prospect()])
def test_a_delivery_report_does_not_bring_back_our_own_mail(returned: str) -> None:
    parts = (
        "--z\nContent-Type: text/plain\n\nNot delivered\n--z\nContent-Type: message/rfc822\n\n"
        f"{mail(BO, 'Vraag', returned).decode()}\n--z--"
    )
    report = mail(
        "postmaster@mx.example",
        "Report",
        parts,
        kind="multipart/report; report-type=delivery-status; boundary=z",
    )

    assert reading(report) == NotALead(reasons.NOT_DELIVERED)


def test_auto_submitted_no_means_a_person() -> None:
    assert request(mail(BO, "Vraag", "Er nog?", "Auto-Submitted: no")).emails == ("bo@example.com",)


def test_an_answer_to_a_newsletter_is_a_customers() -> None:
    asked = request(
        mail(
            BO, "Re: Nieuwsbrief mei", "Die Golf, is die er nog?", "In-Reply-To: <1@dealer.example>"
        )
    )

    assert asked.emails == ("bo@example.com",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "<p>Bedankt voor uw bericht. Wij bellen u.</p><p>Tel 020-7654321</p>",
            reasons.AUTOMATIC_REPLY,
        ),
        ("Vielen Dank für Ihre Nachricht", reasons.AUTOMATIC_REPLY),
        ("Nieuws!\nKlik hier om u uit te schrijven", reasons.MASS_MAIL),
    ],
)
def test_a_file_without_a_sender_is_known_by_its_sentences(text: str, reason: str) -> None:
    assert reading(text, "message.html") == NotALead(reason)
