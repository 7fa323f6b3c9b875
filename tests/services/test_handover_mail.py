"""``followup handover --send`` without a desktop: the mail is at the BDC when it returns."""

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from assistant.passwords import keep_password, place_of
from assistant.settings import change, keep_outgoing
from tests.cli.conftest import Followup, Mail, data, followup, mail
from tests.services.certificates import Authority
from tests.services.smtp_server import NOBODY, PASSWORD, SmtpServer, smtp_server

__all__ = ["data", "followup", "mail"]
pytestmark = pytest.mark.usefixtures("pocket")


@pytest.fixture
def smtp(authority: Authority, tmp_path: Path) -> Iterator[SmtpServer]:
    with smtp_server(authority.vouch(tmp_path), authority.file) as running:
        yield running


@pytest.fixture
def lead(followup: Followup, mail: Mail, data: Path, smtp: SmtpServer) -> str:
    lead = str(followup("intake", "--json", mail()).row["lead"])
    followup("agree", lead, "lost", "--reason", "price")
    keep_outgoing(data / "settings.toml", smtp.outgoing)
    keep_password(place_of(smtp.outgoing), PASSWORD)
    change(data / "settings.toml", "bdc", {"address": "bdc@example.com"})
    return lead


def test_the_mail_has_left_when_the_command_returns(
    followup: Followup, lead: str, smtp: SmtpServer
) -> None:
    printed = followup("handover", "--send", "--json")

    assert (printed.status, printed.row["stands"]) == (0, "sent")
    assert smtp.box.recipients == ["bdc@example.com"]
    assert f"[followup {lead}]" in message_from_bytes(smtp.box.taken[0], policy=default)["Subject"]
    followup("handover", "--send")
    assert len(smtp.box.taken) == 1


def test_an_address_that_is_none_bounces_and_goes_anew_once_it_is_put_right(
    followup: Followup, lead: str, data: Path, smtp: SmtpServer
) -> None:
    change(data / "settings.toml", "bdc", {"address": NOBODY})
    printed = followup("handover", "--send")
    assert printed.status == 1
    assert f"bounced: 127.0.0.1 knows no {NOBODY}" in printed.out
    change(data / "settings.toml", "bdc", {"address": "bdc@example.com"})

    again = followup("handover", "--again", lead, "--json")

    assert (again.status, again.row["stands"]) == (0, "sent")
    assert smtp.box.recipients == ["bdc@example.com"]
