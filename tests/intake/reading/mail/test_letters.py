"""What a mail is besides a request: an answer to us, or a notice that ours did not arrive."""

import pytest

from assistant.core.letter import Letter, LetterKind
from assistant.intake.reading import Original, read
from tests.intake.reading.messages import ARRIVED, DEALER

OURS = "<5f3a@dealer.example>"
SANNE = "sanne@example.com"


def letter(content: str) -> Letter | None:
    return read(Original(content=content.encode(), name="x.eml", arrived_at=ARRIVED), DEALER).letter


def mail(*headers: str, text: str = "Ja graag, morgen om tien uur.", sender: str = SANNE) -> str:
    usual = (f"From: Sanne Hoekstra <{sender}>", "To: sales@dealer.example", "Message-ID: <1@x.nl>")
    return "\n".join((*usual, *headers, "", text))


def test_an_answer_names_our_mail_and_keeps_its_writers_own_words() -> None:
    quoted = (
        f"Ja graag, morgen.\n\nOp ma 2 mrt. 2026 schreef Piet <piet@dealer.example>:\n> Dag {SANNE}"
    )

    read_letter = letter(
        mail(
            "Subject: Re: Uw Peugeot",
            f"In-Reply-To: {OURS}",
            f"References: <0@x> {OURS}",
            text=quoted,
        )
    )

    assert read_letter is not None
    assert read_letter.kind is LetterKind.PERSON
    assert read_letter.sender == SANNE
    assert read_letter.refers_to == {OURS, "<0@x>"}
    assert read_letter.text == "Ja graag, morgen."


def test_a_mail_of_a_person_that_answers_nothing_names_nothing() -> None:
    read_letter = letter(mail("Subject: Peugeot"))

    assert read_letter is not None
    assert read_letter.refers_to == frozenset()


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param(("Subject: Re: Uw Peugeot", "Auto-Submitted: auto-replied"), id="marked"),
        pytest.param(("Subject: Automatisch antwoord: Uw Peugeot",), id="by its subject"),
        pytest.param(("Subject: Re: x", "X-Autoreply: yes"), id="an old mark"),
        pytest.param(("Subject: Re: x", "List-Unsubscribe: <https://x.nl>"), id="mass mail"),
        pytest.param(("Subject: FW: Uw Peugeot",), id="passed on"),
    ],
)
def test_what_nobody_wrote_to_us_is_no_letter(headers: tuple[str, ...]) -> None:
    assert letter(mail(*headers, f"In-Reply-To: {OURS}")) is None


def test_a_portals_mail_is_no_letter() -> None:
    form = "*Naam:* Sanne\n*Telefoonnummer:* 0612345678\n"

    assert letter(mail("Subject: Vraag", sender="noreply@autotrack.nl", text=form)) is None


def test_a_filled_in_form_in_the_customers_name_is_a_form() -> None:
    form = "Naam: Sanne Hoekstra\nTelefoonnummer: 0612345678\nE-mail: sanne@example.com\n"

    read_letter = letter(mail("Subject: Contactformulier", text=form))

    assert read_letter is not None
    assert read_letter.kind is LetterKind.FORM


def a_report(action: str) -> str:
    return f"""From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example.com>
To: piet@dealer.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b

Your message to {SANNE} and jan@example.com.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; {SANNE}
Action: {action}
Status: 5.1.1

Final-Recipient: rfc822; jan@example.com
Action: delivered
Status: 2.0.0

--b
Content-Type: text/rfc822-headers

From: piet@dealer.example
Message-ID: {OURS}

--b--
"""


def test_a_report_names_our_mail_and_only_who_did_not_get_it() -> None:
    bounce = letter(a_report("failed"))

    assert bounce is not None
    assert bounce.kind is LetterKind.BOUNCE
    assert bounce.failed == {SANNE}
    assert OURS in bounce.refers_to


@pytest.mark.parametrize("action", ["delayed", "relayed", "expanded"])
def test_a_report_that_is_not_the_last_word_is_no_bounce(action: str) -> None:
    assert letter(a_report(action)) is None


def test_a_plain_bounce_names_the_recipient_and_the_mail_that_came_back() -> None:
    bounce = letter(
        "From: MAILER-DAEMON@mx.example.com\nTo: piet@dealer.example\nSubject: failure notice\n\n"
        f"Hi. This is the qmail-send program.\n\n<{SANNE}>:\n550 no such user\n\n"
        f"--- Below this line is a copy of the message.\n\nMessage-ID: {OURS}\n"
    )

    assert bounce is not None
    assert SANNE in bounce.failed
    assert "piet@dealer.example" not in bounce.failed
    assert OURS in bounce.refers_to


def test_a_plain_warning_that_a_mail_is_late_is_no_bounce() -> None:
    told = f"From: MAILER-DAEMON@mx.example.com\nSubject: Warning: delayed 4 hours\n\n<{SANNE}>\n"

    assert letter(told) is None


def test_the_mail_that_is_attached_to_a_bounce_is_known() -> None:
    bounce = letter(
        "From: postmaster@example.com\nTo: x@dealer.example\nSubject: Niet bezorgd\n"
        'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n\nHelaas.\n'
        f"--b\nContent-Type: message/rfc822\n\nMessage-ID: {OURS}\nTo: {SANNE}\n\nDag\n--b--\n"
    )

    assert bounce is not None
    assert (OURS in bounce.refers_to, SANNE in bounce.failed) == (True, True)
