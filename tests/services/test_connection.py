"""What is wrong with a mailbox is said in one sentence that names what to mend."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.core.errors import CouldNotError
from assistant.intake.mailbox import reach
from assistant.settings import MailboxSettings, Security
from tests.services.certificates import Authority
from tests.services.dovecot import PASSWORD, Dovecot


def refusal(mailbox: MailboxSettings, password: str = PASSWORD) -> str:
    """Return why a mailbox cannot be reached."""
    with pytest.raises(CouldNotError) as refused:
        reach(mailbox, password)
    return str(refused.value)


@pytest.mark.parametrize("security", list(Security))
def test_a_mailbox_is_reached(
    server: Dovecot, mailbox: MailboxSettings, security: Security
) -> None:
    port = server.tls if security is Security.TLS else server.plain

    reach(replace(mailbox, security=security, port=port), PASSWORD)


def test_a_wrong_password_is_told(mailbox: MailboxSettings) -> None:
    assert "check name and password" in refusal(mailbox, "wrong")
    assert "check name and password" in refusal(mailbox, "wröng")


def test_a_missing_folder_is_told(mailbox: MailboxSettings) -> None:
    assert "no folder Leads" in refusal(replace(mailbox, folder="Leads"))


def test_a_server_that_is_not_there_is_told(mailbox: MailboxSettings) -> None:
    assert "no server" in refusal(replace(mailbox, host="imap.example.invalid"))


def test_a_port_at_which_nobody_answers_is_told(mailbox: MailboxSettings) -> None:
    assert "port 1, does not answer" in refusal(replace(mailbox, port=1))


def test_a_port_without_tls_is_told(server: Dovecot, mailbox: MailboxSettings) -> None:
    assert "does not speak TLS" in refusal(replace(mailbox, port=server.plain))


def test_a_certificate_that_nobody_vouches_for_is_told(mailbox: MailboxSettings) -> None:
    assert "certificate that is not to be trusted" in refusal(replace(mailbox, ca_file=""))


def test_a_certificate_that_has_expired_is_told(
    server: Dovecot, mailbox: MailboxSettings, authority: Authority
) -> None:
    server.kill()
    server.certify(authority.vouch(server.root, until=datetime(2024, 1, 1, tzinfo=UTC)))
    server.start()

    assert "expired" in refusal(mailbox)


def test_a_file_without_certificates_is_told(mailbox: MailboxSettings, tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    assert "no certificates" in refusal(replace(mailbox, ca_file=str(file)))
    file.write_text("nothing")
    assert "no certificates" in refusal(replace(mailbox, ca_file=str(file)))
