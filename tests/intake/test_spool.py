"""The spool loses nothing and shows nothing half-written."""

from pathlib import Path

import pytest

from assistant.core.errors import CouldNotError
from assistant.intake.spool import Kind, Message, Spool
from tests.conftest import MONDAY_TEN, FakeClock


def message(content: bytes, name: str = "a.eml") -> Message:
    return Message(kind=Kind.FILE, name=name, arrived_at=MONDAY_TEN, content=content)


@pytest.fixture
def spool(tmp_path: Path, clock: FakeClock) -> Spool:
    return Spool(tmp_path / "spool", clock)


def contents(spool: Spool) -> list[bytes]:
    return [one.content for one in spool.waiting()]


def test_messages_wait_oldest_first(spool: Spool, clock: FakeClock) -> None:
    spool.put(message(b"first"))
    clock.advance(seconds=1)
    spool.put(message(b"second\nwith a line"))

    assert contents(spool) == [b"first", b"second\nwith a line"]


def test_a_message_comes_back_as_it_went_in(spool: Spool) -> None:
    spool.put(
        Message(
            kind=Kind.MISSED_CALL,
            name='Zoë "x".eml',
            arrived_at=MONDAY_TEN,
            content=bytes(range(256)),
            cut_off=True,
        )
    )

    (back,) = spool.waiting()

    assert (back.kind, back.name, back.arrived_at) == (Kind.MISSED_CALL, 'Zoë "x".eml', MONDAY_TEN)
    assert (back.content, back.cut_off) == (bytes(range(256)), True)


def test_what_is_half_written_or_none_of_ours_is_left_alone(spool: Spool, tmp_path: Path) -> None:
    spool.put(message(b"whole"))
    (tmp_path / "spool" / "20260302T090000000000-x.msg.part").write_bytes(b'{"kind": "fi')
    (tmp_path / "spool" / "20260302T090000000000-y.msg").write_bytes(b"no header")
    (tmp_path / "spool" / "20260302T090000000000-z.msg").write_bytes(b'{"kind": "pigeon"}\n')
    (tmp_path / "spool" / "notes.txt").write_bytes(b"mine")

    assert contents(spool) == [b"whole"]


def test_a_message_outlives_the_program(spool: Spool, tmp_path: Path, clock: FakeClock) -> None:
    spool.put(message(b"lead"))

    assert contents(Spool(tmp_path / "spool", clock)) == [b"lead"]


def test_a_message_that_is_done_is_gone_and_may_be_done_twice(spool: Spool) -> None:
    spool.put(message(b"lead"))
    (one,) = spool.waiting()

    spool.done(one)
    spool.done(one)

    assert spool.is_empty()


def test_a_spool_that_cannot_be_written_is_a_sentence(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "spool").write_text("a file where the folder should be")

    with pytest.raises(CouldNotError, match="Nothing can be written"):
        Spool(tmp_path / "spool", clock).put(message(b"lead"))


def test_a_spool_that_is_not_there_is_empty(tmp_path: Path, clock: FakeClock) -> None:
    assert Spool(tmp_path / "nowhere", clock).is_empty()
