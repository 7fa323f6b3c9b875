"""The whole way round: our mail leaves by a real server, and its answer comes from another."""

from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from assistant.core.facts import Attempt, LeadId, Outcome
from assistant.core.request import Channel
from assistant.outreach.delivery import deliver
from assistant.outreach.gate import Gate
from assistant.outreach.mail import Mail
from assistant.outreach.outbox import Outbox
from assistant.settings import MailboxSettings
from tests.conftest import a_request
from tests.services.certificates import Authority
from tests.services.conftest import Desk
from tests.services.dovecot import USER, Dovecot
from tests.services.smtp_server import PASSWORD, SmtpServer, smtp_server

SANNE = "sanne.hoekstra@example.com"


@pytest.fixture
def smtp(authority: Authority, tmp_path: Path) -> Iterator[SmtpServer]:
    with smtp_server(authority.vouch(tmp_path), authority.file) as running:
        yield running


@pytest.fixture
def lead(desk: Desk) -> LeadId:
    lead_id = desk.office.desk.log_contact(a_request()).lead_id
    assert lead_id is not None
    return lead_id


@pytest.fixture
def sent(desk: Desk, smtp: SmtpServer, lead: LeadId) -> EmailMessage:
    """Return the mail as the customer got it."""
    outbox = Outbox(desk.office.desk, smtp.outgoing, desk.office.desk._clock)
    mail = Mail(to=SANNE, subject="Uw Peugeot", body="Dag Sanne,\n\nKomt u kijken?")
    outbox.put(mail, lead, hold=timedelta(0))
    desk.office.desk.record(lead, Channel.MAIL, Outcome.SENT)
    begun = desk.office.desk.outgoing.begin_next()
    assert begun is not None
    deliver(begun.content, begun.recipient, smtp.outgoing, PASSWORD, Gate())
    desk.office.desk.outgoing.gone(begun.id)
    received = message_from_bytes(smtp.box.taken[0], policy=policy.default)
    assert isinstance(received, EmailMessage)
    return received


def reply(to: EmailMessage, sender: str = SANNE, text: str = "Ja graag, morgen.") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = f"Sanne Hoekstra <{sender}>"
    mail["To"] = USER
    mail["Subject"] = f"Re: {to['Subject']}"
    mail["Message-ID"] = f"<answer-{sender}>"
    mail["In-Reply-To"] = to["Message-ID"]
    quoted = "\n".join(f"> {line}" for line in str(to.get_content()).splitlines())
    mail.set_content(f"{text}\n\nOp ma 2 mrt. 2026 schreef Piet <{USER}>:\n{quoted}\n")
    return mail


def outcomes(desk: Desk, lead: LeadId) -> list[Outcome]:
    desk.office.reception.empty_spool()
    facts = desk.office.desk.lead(lead).facts
    return [fact.outcome for fact in facts if isinstance(fact, Attempt)]


def read_to(desk: Desk, mailbox: MailboxSettings, server: Dovecot, mail: EmailMessage) -> None:
    """Deliver a mail and one after it, and wait until both are at the desk."""
    desk.watch_until_idle(mailbox)
    after = EmailMessage()
    after["From"], after["To"], after["Message-ID"] = "jan@example.com", USER, "<after@example.com>"
    after["Subject"] = "Kia Rio"
    after.set_content("Is hij er nog?")
    server.deliver(mail.as_bytes(), after.as_bytes())
    known = frozenset({"jan@example.com"})

    def both() -> bool:
        desk.office.reception.empty_spool()
        return bool(desk.office.desk.known(known))

    desk.patience.until(both, "both mails")


@pytest.mark.parametrize("sender", [SANNE, "sanne@work.example"])
def test_a_customers_answer_is_on_his_lead_with_his_own_words(
    server: Dovecot,
    mailbox: MailboxSettings,
    desk: Desk,
    lead: LeadId,
    sent: EmailMessage,
    sender: str,
) -> None:
    read_to(desk, mailbox, server, reply(sent, sender))

    assert outcomes(desk, lead) == [Outcome.SENT, Outcome.ANSWERED]
    last = desk.office.desk.lead(lead).course.last
    assert last is not None
    assert last.note == "Ja graag, morgen."
    message = desk.office.desk.messages.one(desk.office.desk.messages.of(lead)[-1])
    assert message is not None
    assert b"In-Reply-To" in message.content


def test_an_automatic_reply_changes_nothing(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk, lead: LeadId, sent: EmailMessage
) -> None:
    mail = reply(sent, text="Ik ben er niet.")
    mail["Auto-Submitted"] = "auto-replied"

    read_to(desk, mailbox, server, mail)

    assert outcomes(desk, lead) == [Outcome.SENT]


def test_a_mail_that_did_not_arrive_is_bounced_on_the_lead(
    server: Dovecot, mailbox: MailboxSettings, desk: Desk, lead: LeadId, sent: EmailMessage
) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "MAILER-DAEMON@mx.example.com", USER
    mail["Subject"] = "Undelivered Mail Returned to Sender"
    mail["Message-ID"] = "<bounce@mx.example.com>"
    mail.set_content(f"<{SANNE}>: host mx said: 550 5.1.1 no such user")
    mail.add_attachment(sent)

    read_to(desk, mailbox, server, mail)

    assert outcomes(desk, lead) == [Outcome.SENT, Outcome.BOUNCED]
    assert desk.office.desk.lead(lead).course.email is None
