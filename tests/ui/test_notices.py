"""Notices: short, few, and never in the way."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from assistant.ui.notices import Notices


class Shown:
    """Remembers what was shown; the first one waits until it is let go."""

    def __init__(self) -> None:
        self.notices: list[tuple[str, str]] = []
        self.let_go = threading.Event()
        self.begun = threading.Event()

    def __call__(self, title: str, body: str) -> None:
        self.notices.append((title, body))
        self.begun.set()
        self.let_go.wait(timeout=10)


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def notices(shown: Shown, qtbot: QtBot) -> Iterator[Notices]:  # noqa: ARG001 - signals need an app
    notices = Notices("Follow-up", lambda count: f"{count} leads", show=shown, pause=0.0)
    yield notices
    shown.let_go.set()
    notices.stop()


def test_a_notice_is_shown_while_the_caller_goes_on(notices: Notices, shown: Shown) -> None:
    notices.tell("New lead: Sanne", "Peugeot 208")

    assert shown.begun.wait(timeout=10)
    assert shown.notices == [("New lead: Sanne", "Peugeot 208")]


def test_what_comes_in_the_pause_is_told_as_one(
    notices: Notices, shown: Shown, qtbot: QtBot
) -> None:
    notices.tell("first", "")
    assert shown.begun.wait(timeout=10)
    for number in range(3):
        notices.tell(f"lead {number}", "")
    shown.let_go.set()

    qtbot.waitUntil(lambda: len(shown.notices) == 2, timeout=10_000)
    assert shown.notices[1] == ("3 leads", "")


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("--help", "help"),
        ("Sanne\x00\u202e\nHoekstra", "Sanne Hoekstra"),
        ("x" * 100, "x" * 59 + "…"),
    ],
)
def test_a_title_is_cut_and_cleaned(notices: Notices, shown: Shown, title: str, clean: str) -> None:
    notices.tell(title, "")

    assert shown.begun.wait(timeout=10)
    assert shown.notices[0][0].replace(" ", "") == clean.replace(" ", "")


def test_a_notice_that_cannot_be_shown_is_handed_to_the_tray(qtbot: QtBot) -> None:
    def fail(_title: str, _body: str) -> None:
        raise RuntimeError("no notification service")

    notices = Notices("Follow-up", str, show=fail, pause=0.0)
    try:
        with qtbot.waitSignal(notices.not_shown, timeout=10_000) as not_shown:
            notices.tell("New lead", "Sanne")
        assert not_shown.args == ["New lead", "Sanne"]
    finally:
        notices.stop()
