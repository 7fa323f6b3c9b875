"""The two commands of a telephone program: whoever calls, however it says so."""

from datetime import timedelta
from pathlib import Path

import pytest

from assistant.core.contact import WITHHELD
from assistant.folders import DataFolder
from assistant.intake.reading.reasons import NUMBER_WITHHELD
from assistant.intake.reception import IncomingCall, OwnCall, Received
from assistant.intake.ringing import LONGEST_CALL, LONGEST_RING, own_calls
from assistant.intake.spool import Kind, Spool
from assistant.start import open_office
from tests.cli.conftest import Followup
from tests.conftest import MONDAY_TEN, FakeClock

LOOK_AT_IT = 1
HIDDEN = ["anonymous", "Privé", "sip:anonymous@192.168.100.200:5060", ""]
LINE = '"Verkoop" <sip:0201234567@192.168.100.200>'


def received(data: Path, clock: FakeClock) -> Received:
    """Return what the running program would be told."""
    opened = open_office(DataFolder(data), clock)
    try:
        return opened.reception.empty_spool()
    finally:
        opened.close()


def incoming(data: Path, clock: FakeClock) -> list[IncomingCall]:
    """Return the calls that the running program would be told of."""
    return received(data, clock).calls


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
    (kept,) = opened.desk.messages.unreadable()
    opened.reception.read_again(kept.id)
    (still_kept,) = opened.desk.messages.unreadable()
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


@pytest.mark.parametrize(
    ("events", "missed"),
    [
        ("incoming-call call-ended", True),
        ("incoming-call call-answered call-ended", False),
        ("call-ended", False),
        ("incoming-call call-ended call-ended", True),
        ("incoming-call incoming-call call-ended", True),
        ("incoming-call call-answered call-ended incoming-call call-ended", True),
    ],
)
def test_a_call_that_came_in_and_ended_unanswered_is_missed_once(
    followup: Followup, data: Path, clock: FakeClock, events: str, missed: bool
) -> None:
    for event in events.split():
        assert followup(event, "sip:0612345678@pbx.example").status == 0
        clock.advance(seconds=20)

    spooled = [message.kind for message in Spool(data / "spool", clock).waiting()]
    assert spooled.count(Kind.MISSED_CALL) == missed
    assert len(followup("agenda", "--json").rows) == missed


@pytest.mark.parametrize("event", ["call-answered", "call-ended"])
def test_of_a_call_that_nobody_made_here_nothing_is_left(
    followup: Followup, data: Path, clock: FakeClock, event: str
) -> None:
    followup(event, "0612345678")

    assert Spool(data / "spool", clock).is_empty()


def test_of_our_own_call_the_answer_and_the_end_are_told_once(
    followup: Followup, data: Path, clock: FakeClock
) -> None:
    own_calls(DataFolder(data).own_calls, clock).begin("+31612345678")

    for event in ("call-answered", "call-ended", "call-ended"):
        clock.advance(seconds=20)
        printed = followup(event, '"Sanne" <sip:0612345678@pbx.example>')
        assert (printed.status, printed.out, printed.err) == (0, "", "")

    start = MONDAY_TEN + timedelta(seconds=20)
    assert received(data, clock).own_calls == [
        OwnCall("+31612345678", start, is_over=False),
        OwnCall("+31612345678", start + timedelta(seconds=20), is_over=True),
    ]


def test_who_rings_while_we_call_him_and_hangs_up_is_missed(
    followup: Followup, data: Path, clock: FakeClock
) -> None:
    own_calls(DataFolder(data).own_calls, clock).begin("+31612345678")
    clock.advance(seconds=5)
    followup("incoming-call", "0612345678")

    followup("call-ended", "0612345678")

    assert received(data, clock).own_calls == []
    assert followup("agenda", "--json").row["phone"] == "+31612345678"


def test_the_end_of_our_own_call_misses_nobody_who_rang_before_it(
    followup: Followup, data: Path, clock: FakeClock
) -> None:
    followup("incoming-call", "0612345678")  # answered, but the telephone told nobody
    clock.advance(minutes=3)
    own_calls(DataFolder(data).own_calls, clock).begin("+31612345678")

    followup("call-ended", "0612345678")

    assert [call.is_over for call in received(data, clock).own_calls] == [True]
    assert followup("agenda", "--json").rows == []


def test_a_call_of_ours_whose_end_was_never_told_is_forgotten(
    followup: Followup, data: Path, clock: FakeClock
) -> None:
    own_calls(DataFolder(data).own_calls, clock).begin("+31612345678")
    clock.advance(seconds=LONGEST_CALL.total_seconds() + 1)

    followup("call-answered", "0612345678")
    followup("call-ended", "0612345678")

    assert Spool(data / "spool", clock).is_empty()


def test_another_callers_end_changes_nothing(followup: Followup) -> None:
    followup("incoming-call", "0612345678")
    followup("incoming-call", "0620000001")

    followup("call-answered", "0612345678")
    followup("call-ended", "0620000001")

    assert followup("agenda", "--json").row["phone"] == "+31620000001"


def test_a_ring_whose_end_was_never_told_makes_no_later_call_a_missed_one(
    followup: Followup, clock: FakeClock
) -> None:
    followup("incoming-call", "0612345678")
    clock.advance(seconds=LONGEST_RING.total_seconds() + 1)

    assert followup("call-ended", "0612345678").status == 0

    assert followup("agenda", "--json").rows == []


def test_a_missed_call_that_was_told_is_not_told_again_by_its_end(followup: Followup) -> None:
    followup("incoming-call", "0612345678")
    followup("missed-call", "0612345678")

    assert followup("call-ended", "0612345678").out == ""


def test_numbers_that_rang_long_ago_are_not_kept(
    followup: Followup, data: Path, clock: FakeClock
) -> None:
    followup("incoming-call", "0612345678")
    clock.advance(seconds=LONGEST_RING.total_seconds() + 1)

    followup("incoming-call", "0620000001")

    assert [file.name for file in DataFolder(data).ringing.iterdir()] == ["+31620000001"]


def test_a_hidden_caller_who_hangs_up_is_kept_for_a_person(followup: Followup) -> None:
    followup("incoming-call", "anonymous")

    assert followup("call-ended", "anonymous").status == LOOK_AT_IT
