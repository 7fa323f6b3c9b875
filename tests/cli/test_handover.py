"""``followup handover``: what others have, and sending it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLockFile

from assistant.desk import Trouble
from assistant.desk.outgoing import Outgoing
from assistant.folders import DataFolder
from assistant.passwords import keep_password, place_of
from assistant.settings import OutgoingSettings, change, keep_outgoing
from assistant.start import office
from tests.cli.conftest import Followup, Mail
from tests.conftest import FakeClock

FIELDS = {"lead", "reason", "since", "to", "sent_at", "may_call"}


@pytest.fixture
def lost(followup: Followup, mail: Mail) -> str:
    lead = followup("intake", "--json", mail()).row["lead"]
    followup("agree", lead, "lost", "--reason", "price")
    return str(lead)


def test_what_waits_is_listed_and_sending_writes_it_once(
    followup: Followup, data: Path, lost: str
) -> None:
    row = followup("handover", "--json").row
    assert set(row) >= FIELDS
    assert (row["lead"], row["reason"], row["sent_at"]) == (lost, "second_voice", None)

    sent = followup("handover", "--send", "--json")

    assert (sent.status, sent.row["lead"]) == (0, lost)
    assert sent.row["sent_at"] is not None
    assert len(list((data / "handover").glob("*.xml"))) == 1
    again = followup("handover", "--send")
    assert (again.status, again.out) == (0, "Nothing waits for the BDC.\n")
    assert followup("handover", "--json").row["sent_at"] == sent.row["sent_at"]


@pytest.mark.usefixtures("lost")
def test_sending_says_where_it_went(followup: Followup, data: Path) -> None:
    assert followup("handover", "--send").out == f"1 lead is written to {data / 'handover'}.\n"
    assert "sent 10:00" in followup("handover").out


@pytest.fixture
def server(data: Path, lost: str, pocket: object) -> OutgoingSettings:  # noqa: ARG001 - a lead waits
    """A server that is not there."""
    outgoing = OutgoingSettings(host="127.0.0.1", port=9, address="sales@example.com")
    change(data / "settings.toml", "bdc", {"address": "bdc@example.com"})
    keep_outgoing(data / "settings.toml", outgoing)
    keep_password(place_of(outgoing), "secret")
    return outgoing


def only_mail(data: Path, clock: FakeClock, what: Callable[[Outgoing, str], object]) -> None:
    """Do something with the one mail that waits."""
    with office(DataFolder(data), clock) as opened:
        (mail,) = opened.desk.outgoing.waiting()
        what(opened.desk.outgoing, mail.id)


@pytest.mark.usefixtures("server")
def test_a_mail_that_cannot_leave_now_waits_and_is_not_called_sent(
    followup: Followup, data: Path, clock: FakeClock
) -> None:
    printed = followup("handover", "--send")

    assert printed.status == 1
    assert printed.out.startswith("1 lead goes by mail.\n127.0.0.1, port 9, does not answer.\n")
    assert "waits in the outbox: 127.0.0.1, port 9, does not answer." in printed.out
    assert not (data / "handover").exists()
    row = followup("handover", "--json").row
    assert (row["stands"], row["sent_at"]) == ("waiting", None)
    assert row["why"] == "127.0.0.1, port 9, does not answer."
    clock.advance(minutes=1)
    assert followup("handover", "--send").status == 1
    only_mail(data, clock, lambda outgoing, mail: outgoing.gone(mail))
    row = followup("handover", "--json").row
    assert (row["stands"], row["why"], row["sent_at"] is None) == ("sent", None, False)


@pytest.mark.usefixtures("server")
def test_beside_a_desktop_that_runs_the_mail_is_left_to_it(followup: Followup, data: Path) -> None:
    lock = QLockFile(str(DataFolder(data).lock))
    assert lock.tryLock(0)

    printed = followup("handover", "--send")

    assert (printed.status, printed.out) == (
        0,
        "1 lead goes by mail.\nThe program that runs on the screen sends the mail.\n",
    )
    assert (followup("handover", "--json").row["stands"], lock.isLocked()) == ("waiting", True)


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    ("what", "stands", "said"),
    [
        (Outgoing.failed, "failed", "could not be sent: Full."),
        (Outgoing.refused, "bounced", "bounced: Full."),
        (Outgoing.unsure, "unsure", "perhaps not sent: Full."),
    ],
)
def test_a_mail_that_did_not_arrive_must_be_looked_at(
    followup: Followup, data: Path, clock: FakeClock, what: Any, stands: str, said: str
) -> None:
    followup("handover", "--send")
    only_mail(data, clock, lambda outgoing, mail: what(outgoing, mail, Trouble("Full.")))

    rows, table = followup("handover", "--json"), followup("handover")

    assert (rows.status, rows.row["stands"], rows.row["why"]) == (1, stands, "Full.")
    assert table.status == 1
    assert said in table.out
    assert "--again LEAD" in table.out


def test_what_did_not_arrive_goes_anew_to_the_address_that_is_set_now(
    followup: Followup, data: Path, clock: FakeClock, lost: str, server: OutgoingSettings
) -> None:
    followup("handover", "--send")
    only_mail(data, clock, lambda outgoing, mail: outgoing.failed(mail, Trouble("Full.")))
    change(data / "settings.toml", "bdc", {"address": "new@example.com"})

    printed = followup("handover", "--again", lost, "--json")

    assert (printed.row["lead"], printed.row["stands"]) == (lost, "waiting")
    with office(DataFolder(data), clock) as opened:
        (mail,) = opened.desk.outgoing.waiting()
    assert (mail.recipient, server.address) == ("new@example.com", "sales@example.com")
    only_mail(data, clock, lambda outgoing, mail: outgoing.gone(mail))
    refused = followup("handover", "--again", lost)
    assert (refused.status, refused.err.count("\n")) == (2, 1)


@pytest.mark.usefixtures("server")
def test_a_lead_is_given_back_to_its_salesperson_and_its_mail_never_leaves(
    followup: Followup, data: Path, clock: FakeClock, lost: str
) -> None:
    followup("handover", "--send")

    printed = followup("handover", "--back", lost)

    assert (printed.status, printed.out) == (0, "Back with its salesperson\n")
    assert followup("agenda", "--json").row["lead"] == lost
    with office(DataFolder(data), clock) as opened:
        assert opened.desk.outgoing.waiting() == []
    assert followup("handover", "--back", lost, "--json").status == 2
    assert followup("handover", "--back", lost, "--send").status == 2


@pytest.mark.usefixtures("lost")
def test_with_an_address_but_no_server_it_is_written(followup: Followup, data: Path) -> None:
    change(data / "settings.toml", "bdc", {"address": "bdc@example.com"})

    assert "is written to" in followup("handover", "--send").out


@pytest.mark.usefixtures("lost")
def test_a_folder_that_cannot_be_written_is_a_sentence_and_the_lead_waits_on(
    followup: Followup, data: Path
) -> None:
    (data / "handover").write_text("a file stands in its place")

    printed = followup("handover", "--send")

    assert (printed.status, printed.err.count("\n")) == (3, 1)
    assert "Nothing can be written to" in printed.err
    assert followup("handover", "--json").row["sent_at"] is None


def test_an_escalation_is_listed_when_it_has_come(
    followup: Followup, mail: Mail, data: Path, clock: FakeClock
) -> None:
    followup("agenda")
    change(data / "settings.toml", "bdc", {"escalate_after_minutes": 5})
    followup("intake", mail())
    clock.advance(minutes=6)
    assert followup("handover", "--json").rows == []
    assert len(followup("agenda", "--json").rows) == 1

    clock.advance(minutes=2)

    assert followup("handover", "--json").row["reason"] == "escalation"
    assert followup("agenda", "--json").rows == []


def test_a_written_file_brings_its_lead_back(followup: Followup, data: Path, lost: str) -> None:
    followup("handover", "--send")
    (document,) = (data / "handover").glob("*.xml")

    row = followup("intake", "--json", document).row

    assert (row["result"], row["lead"]) == ("came_back", lost)
    assert followup("agenda", "--json").row["lead"] == lost
    assert followup("intake", "--json", document).row["result"] == "repeat"
    followup("agree", lost, "lost", "--reason", "price")
    assert followup("handover", "--json").rows == []
