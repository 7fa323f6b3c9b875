"""A mail by the user's own program: a link when one can carry it, else a draft in a file."""

from email import message_from_bytes
from pathlib import Path
from urllib.parse import unquote, urlsplit

from assistant.core.facts import LeadId
from assistant.desk import Desk
from assistant.outreach.mail import Invite, InviteMethod, Mail
from assistant.outreach.outbox import Outbox
from assistant.settings import OutgoingSettings
from assistant.ui.post import ByServer, OwnMailProgram
from tests.conftest import FakeClock, a_request

LEAD = LeadId("lead")


def send(mail: Mail, folder: Path) -> str:
    links: list[str] = []
    OwnMailProgram(links.append, folder).send(mail, LEAD)
    (link,) = links
    return link


def test_a_short_text_is_a_link(tmp_path: Path) -> None:
    link = send(Mail(to="sanne@example.com", subject="Hoi", body="Dag"), tmp_path / "drafts")

    assert link == "mailto:sanne@example.com?subject=Hoi&body=Dag"
    assert not (tmp_path / "drafts").exists()


def test_a_long_text_or_an_invite_is_a_draft(tmp_path: Path) -> None:
    invite = Invite(InviteMethod.REQUEST, b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    for mail in (
        Mail(to="sanne@example.com", subject="Hoi", body="Dag " * 1_000),
        Mail(to="sanne@example.com", subject="Hoi", body="Dag", invite=invite),
    ):
        link = urlsplit(send(mail, tmp_path / "drafts"))

        draft = message_from_bytes(Path(unquote(link.path)).read_bytes())
        assert link.scheme == "file"
        assert draft["To"] == "sanne@example.com"
        assert "Dag" in draft.as_string()


def test_by_the_server_a_mail_is_in_the_outbox_and_no_program_opens(
    desk: Desk, clock: FakeClock
) -> None:
    lead = desk.log_contact(a_request()).lead_id
    assert lead is not None
    outgoing = OutgoingSettings(host="smtp.example.com", address="piet@example.com")

    ByServer(Outbox(desk, outgoing, clock)).send(
        Mail(to="sanne@example.com", subject="Hoi", body="Dag"), lead
    )

    (mail,) = desk.outgoing.waiting()
    assert mail.recipient == "sanne@example.com"
