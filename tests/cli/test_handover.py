"""``followup handover``: what others have, and sending it."""

from pathlib import Path

import pytest

from assistant.settings import change
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


@pytest.mark.usefixtures("lost")
def test_with_a_server_and_an_address_it_is_mailed(followup: Followup, data: Path) -> None:
    change(data / "settings.toml", "bdc", {"address": "bdc@example.com"})
    change(
        data / "settings.toml",
        "outgoing",
        {"host": "smtp.example.com", "address": "sales@example.com"},
    )

    assert followup("handover", "--send").out == "1 lead goes by mail.\n"
    assert not (data / "handover").exists()


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
