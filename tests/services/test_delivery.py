"""Handing mail to a server: a real one, and one that does what a good one never does."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from threading import Thread

import pytest

from assistant.core.errors import CouldNotError, RefusedError
from assistant.outreach import delivery
from assistant.outreach.delivery import (
    BouncedError,
    DeferredError,
    RejectedError,
    UnsureError,
    deliver,
    reach,
)
from assistant.outreach.gate import Gate
from assistant.outreach.mail import Mail
from assistant.outreach.mime import sent_form
from assistant.settings import OutgoingSettings, Security, SignIn
from tests.services.certificates import Authority, make_authority
from tests.services.hostile_smtp import SILENCE, hostile_smtp
from tests.services.smtp_server import (
    ADDRESS,
    NOBODY,
    PASSWORD,
    TOKEN,
    SmtpServer,
    smtp_server,
)

SANNE = "sanne@example.com"
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def a_mail(body: str = "Dag Sanne,\n\n.\n..\nTot morgen!\n", name: str = "Sanne") -> bytes:
    mail = Mail(to=SANNE, subject=f"Voor {name}", body=body)
    return sent_form(mail, sender=ADDRESS, at=AT, message_id="<1@dealer.example>")


def handed(outgoing: OutgoingSettings, recipient: str = SANNE, credential: str = PASSWORD) -> None:
    deliver(a_mail(), recipient, outgoing, credential, Gate())


@pytest.fixture
def server(authority: Authority, tmp_path: Path) -> Iterator[SmtpServer]:
    with smtp_server(authority.vouch(tmp_path), authority.file) as running:
        yield running


@pytest.mark.parametrize("security", Security)
def test_a_mail_arrives_as_it_was_written_over_every_kind_of_line(
    authority: Authority, tmp_path: Path, security: Security
) -> None:
    with smtp_server(authority.vouch(tmp_path), authority.file, security) as running:
        handed(running.outgoing)

    (taken,) = running.box.taken
    message = message_from_bytes(taken, policy=policy.default)
    assert message["Message-ID"] == "<1@dealer.example>"
    assert message.get_content() == "Dag Sanne,\r\n\r\n.\r\n..\r\nTot morgen!\r\n"
    assert running.box.recipients == [SANNE]
    assert running.box.logged_in == ["PLAIN"]


def test_a_customers_name_adds_no_header_and_no_recipient(server: SmtpServer) -> None:
    content = a_mail(name="Sanne\r\nBcc: x@example.com\r\n\r\n.\r\nRCPT TO:<x@example.com>")

    deliver(content, SANNE, server.outgoing, PASSWORD, Gate())

    (taken,) = server.box.taken
    assert message_from_bytes(taken, policy=policy.default)["Bcc"] is None
    assert server.box.recipients == [SANNE]


def test_the_connection_is_tried_without_sending_anything(server: SmtpServer) -> None:
    reach(server.outgoing, PASSWORD)

    assert server.box.taken == []
    assert server.box.logged_in == ["PLAIN"]


def test_a_token_opens_the_server(server: SmtpServer) -> None:
    outgoing = replace(server.outgoing, sign_in=SignIn.MICROSOFT, client_id="x")

    handed(outgoing, credential=TOKEN)

    assert server.box.logged_in == ["XOAUTH2"]


@pytest.mark.parametrize(
    ("change", "credential", "sentence"),
    [
        ({}, "wrong", "127.0.0.1 does not let piet@dealer.example in: check name and password."),
        (
            {"sign_in": SignIn.MICROSOFT, "client_id": "x"},
            "an old token",
            "127.0.0.1 does not take the sign-in of piet@dealer.example: "
            "sign in again in the settings.",
        ),
    ],
)
def test_a_refused_log_in_is_told(
    server: SmtpServer, change: dict[str, SignIn | str], credential: str, sentence: str
) -> None:
    outgoing = replace(server.outgoing, **change)  # type: ignore[arg-type]

    with pytest.raises(RefusedError) as error:
        reach(outgoing, credential)

    assert str(error.value) == sentence


def test_a_server_that_says_why_it_refuses_a_token_gets_an_empty_line(server: SmtpServer) -> None:
    with pytest.raises(RefusedError):
        reach(replace(server.outgoing, sign_in=SignIn.GOOGLE, client_id="x"), "an old token")

    assert server.box.after_refusal == [b"\r\n"]


@pytest.mark.parametrize(
    ("recipient", "kind"),
    [
        (NOBODY, BouncedError),
        ("relay@example.com", RejectedError),
        ("grey@example.com", DeferredError),
    ],
)
def test_each_refusal_of_a_recipient_is_told_apart(
    server: SmtpServer, recipient: str, kind: type[CouldNotError]
) -> None:
    with pytest.raises(kind):
        handed(server.outgoing, recipient)

    assert server.box.taken == []


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("554 5.7.60 Send as denied", RejectedError),
        ("451 4.3.0 Try later", DeferredError),
        ("421 4.3.2 Closing", CouldNotError),
    ],
)
def test_a_mail_that_is_refused_at_its_end_has_certainly_not_left(
    server: SmtpServer, answer: str, kind: type[CouldNotError]
) -> None:
    server.box.after_data.append(answer)

    with pytest.raises(kind) as error:
        handed(server.outgoing)

    assert type(error.value) is kind


def test_a_certificate_that_nobody_vouches_for_is_told_and_nothing_is_said(
    server: SmtpServer,
) -> None:
    with pytest.raises(CouldNotError, match="certificate that is not to be trusted"):
        handed(replace(server.outgoing, ca_file=""))

    assert server.box.logged_in == []


def test_a_certificate_of_another_name_is_told(authority: Authority, tmp_path: Path) -> None:
    certificate = authority.vouch(tmp_path, address="127.0.0.9")
    with (
        smtp_server(certificate, authority.file) as running,
        pytest.raises(CouldNotError, match="certificate that is not to be trusted"),
    ):
        handed(running.outgoing)


def test_another_authority_is_not_trusted(server: SmtpServer, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = make_authority(tmp_path / "other")

    with pytest.raises(CouldNotError, match="certificate that is not to be trusted"):
        handed(replace(server.outgoing, ca_file=str(other.file)))


def hostile(port: int, security: Security = Security.PLAIN) -> OutgoingSettings:
    return OutgoingSettings(host="127.0.0.1", port=port, security=security, address=ADDRESS)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(None, id="drops the line"),
        pytest.param("nonsense", id="says nonsense"),
        pytest.param("199 hm", id="says what nobody may"),
    ],
)
def test_a_server_that_does_not_say_what_became_of_a_mail_leaves_it_unsure(
    answer: str | None,
) -> None:
    with hostile_smtp(END=answer) as server, pytest.raises(UnsureError):
        handed(hostile(server.port))

    assert server.ended == 1


def test_a_server_that_is_silent_at_the_end_leaves_the_mail_unsure() -> None:
    with hostile_smtp(END=SILENCE) as server, pytest.raises(UnsureError):
        deliver(a_mail(), SANNE, hostile(server.port), PASSWORD, Gate(), end_patience=0.2)


@pytest.mark.parametrize("command", ["HELLO", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("answer", [None, "421 4.3.2 closing", "nonsense", SILENCE])
def test_whatever_happens_before_a_mails_end_it_has_not_left(
    monkeypatch: pytest.MonkeyPatch, command: str, answer: str | None
) -> None:
    monkeypatch.setattr(delivery, "PATIENCE_S", 0.2)

    with hostile_smtp(**{command: answer}) as server, pytest.raises(CouldNotError) as error:
        handed(hostile(server.port))

    assert not isinstance(error.value, UnsureError)
    assert server.ended == 0


def test_a_line_that_drops_in_the_middle_of_a_mail_has_not_let_it_go() -> None:
    gate, long = Gate(), a_mail("Dag Sanne\n" * 1_000_000)

    with hostile_smtp(BYTES=None) as server, pytest.raises(CouldNotError) as error:
        deliver(long, SANNE, hostile(server.port), PASSWORD, gate)

    assert not isinstance(error.value, UnsureError)
    assert not gate.is_passed


def test_a_server_that_offers_no_log_in_is_not_told_as_a_wrong_password() -> None:
    script = {"EHLO": "250 hostile", "AUTH": "503 5.5.1 AUTH not available"}

    with hostile_smtp(**script) as server, pytest.raises(RefusedError) as error:
        handed(hostile(server.port))

    said = f"127.0.0.1, port {server.port}, lets nobody log in: check port and security."
    assert str(error.value) == said


def test_a_server_without_starttls_gets_no_name_and_no_password() -> None:
    with hostile_smtp() as server, pytest.raises(CouldNotError, match=r"offers no STARTTLS"):
        handed(hostile(server.port, Security.STARTTLS))


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_server_that_only_says_that_it_speaks_tls_is_told(security: Security) -> None:
    script = {"EHLO": "250-hostile\r\n250 STARTTLS", "STARTTLS": "220 go on"}

    with hostile_smtp(**script) as server, pytest.raises(CouldNotError, match="does not speak TLS"):
        handed(hostile(server.port, security))


def test_a_port_at_which_nobody_answers_is_told() -> None:
    with hostile_smtp() as server:
        port = server.port

    with pytest.raises(CouldNotError, match="does not answer"):
        handed(hostile(port))


def test_a_server_that_does_not_exist_is_told() -> None:
    with pytest.raises(CouldNotError, match="There is no server"):
        handed(replace(hostile(25, Security.TLS), host="smtp.invalid"))


@pytest.mark.parametrize("words", ["550 relaying denied", "550 spam", "553 bad sender"])
def test_a_refusal_of_us_is_no_bounce(words: str) -> None:
    with hostile_smtp(RCPT=words) as server, pytest.raises(RejectedError):
        handed(hostile(server.port))


def test_a_closed_gate_lets_no_mail_end() -> None:
    gate = Gate()
    gate.close()

    with hostile_smtp() as server, pytest.raises(CouldNotError):
        deliver(a_mail(), SANNE, hostile(server.port), PASSWORD, gate)

    assert server.ended == 0


def in_thread(work: Callable[[], None]) -> tuple[Thread, list[Exception]]:
    errors: list[Exception] = []

    def run() -> None:
        try:
            work()
        except CouldNotError as error:
            errors.append(error)

    thread = Thread(target=run)
    thread.start()
    return thread, errors


def test_closing_the_gate_ends_the_wait_and_says_that_the_mail_may_have_left() -> None:
    gate = Gate()
    with hostile_smtp(END=SILENCE) as server:
        thread, errors = in_thread(
            lambda: deliver(a_mail(), SANNE, hostile(server.port), PASSWORD, gate)
        )
        assert server.reached.wait(5)

        assert gate.close()
        thread.join(5)

    assert isinstance(errors[0], UnsureError)
