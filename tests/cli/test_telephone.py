"""The two commands of a telephone program: whoever calls, however it says so."""

from pathlib import Path

import pytest

from assistant.core.contact import WITHHELD
from assistant.folders import DataFolder
from assistant.intake.reading.reasons import NUMBER_WITHHELD
from assistant.intake.reception import IncomingCall
from assistant.start import open_office
from tests.cli.conftest import Followup
from tests.conftest import FakeClock

LOOK_AT_IT = 1
HIDDEN = ["anonymous", "sip:anonymous@192.168.100.200:5060", ""]
LINE = '"Verkoop" <sip:0201234567@192.168.100.200>'


def incoming(data: Path, clock: FakeClock) -> list[IncomingCall]:
    """Return what the running program would be told."""
    opened = open_office(DataFolder(data), clock)
    try:
        return opened.reception.empty_spool().calls
    finally:
        opened.close()


def test_a_missed_call_is_taken_in_from_a_sip_address(followup: Followup) -> None:
    printed = followup(
        "missed-call", '"Sanne" <sip:+31612345678@192.168.100.200;user=phone>', "--called", LINE
    )

    assert (printed.status, printed.err) == (0, "")
    row = followup("agenda", "--json").row
    assert (row["phone"], row["source"]) == ("+31612345678", "+31201234567")


def test_an_incoming_call_tells_both_numbers_as_numbers(
    followup: Followup, data: Path, clock: FakeClock
) -> None:
    assert followup("incoming-call", "sip:0612345678@pbx.example", "--called", LINE).status == 0

    assert incoming(data, clock) == [IncomingCall("+31612345678", "+31201234567")]


def test_a_line_that_is_no_number_is_a_source_as_it_stands(followup: Followup) -> None:
    followup("missed-call", "0612345678", "--called", "sip:verkoop@192.168.100.200")

    assert followup("agenda", "--json").row["source"] == "sip:verkoop@192.168.100.200"


@pytest.mark.parametrize("caller", HIDDEN)
def test_a_missed_caller_who_hides_his_number_is_kept_for_a_person(
    followup: Followup, data: Path, clock: FakeClock, caller: str
) -> None:
    printed = followup("missed-call", caller, "--called", "020 123 4567")

    assert (printed.status, printed.out) == (LOOK_AT_IT, "")
    assert printed.err == "A missed call without a number was kept; look at it.\n"
    assert followup("agenda", "--json").rows == []
    opened = open_office(DataFolder(data), clock)
    (kept,) = opened.desk.unreadable()
    opened.reception.read_again(kept.id)
    (still_kept,) = opened.desk.unreadable()
    opened.close()
    assert (kept.name, kept.reason) == ("Missed call", NUMBER_WITHHELD)
    assert still_kept.id == kept.id


@pytest.mark.parametrize("caller", HIDDEN)
def test_a_caller_who_hides_his_number_rings_all_the_same(
    followup: Followup, data: Path, clock: FakeClock, caller: str
) -> None:
    printed = followup("incoming-call", caller)

    assert (printed.status, printed.err) == (0, "")
    assert incoming(data, clock) == [IncomingCall(WITHHELD, "")]
