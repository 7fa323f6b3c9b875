"""Cycles are collected, on the main thread and nowhere else."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from assistant.app.garbage import Garbage


class Cycle:
    """Holds on to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def garbage(qapp: QObject) -> Iterator[Garbage]:
    garbage = Garbage(qapp)
    garbage.start()
    yield garbage
    garbage.stop()
    assert gc.isenabled()


def lost() -> "weakref.ref[Cycle]":
    return weakref.ref(Cycle())


def allocate() -> list[list[int]]:
    """Make more than Python waits for before it collects."""
    return [[number] for number in range(20 * gc.get_threshold()[0])]


def test_another_thread_collects_nothing(garbage: Garbage) -> None:
    cycle = lost()
    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()

    assert cycle() is not None
    garbage.collect_some()


def test_what_is_due_is_collected(garbage: Garbage) -> None:
    gc.collect()
    cycle, kept = lost(), allocate()

    garbage.collect_some()

    assert cycle() is None
    assert kept


def test_nothing_is_done_while_nothing_is_due(garbage: Garbage) -> None:
    gc.collect()
    cycle = lost()

    garbage.collect_some()

    assert cycle() is not None


def test_what_stays_is_looked_at_once_until_all_is_collected_again(garbage: Garbage) -> None:
    stays = Cycle()
    cycle = weakref.ref(stays)
    garbage.collect_all()
    del stays
    gc.collect()
    assert cycle() is not None

    garbage.collect_all()

    assert cycle() is None
