"""The whole desktop, without a screen, sends by a real server what is pressed on the card."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.app.desktop import Desktop
from assistant.app.outside import Outside
from assistant.core.facts import Attempt, Outcome
from assistant.demo.customers import SANNE
from assistant.demo.stage import furnish
from assistant.desk import OutboxState
from assistant.folders import DataFolder
from assistant.intake.spool import Kind, Message, Spool
from assistant.outreach.outbox import HOLD
from assistant.passwords import keep_password, place_of
from assistant.settings import change, keep_outgoing
from assistant.ui.main_window import Place
from tests.conftest import FakeClock
from tests.services.certificates import Authority
from tests.services.smtp_server import PASSWORD, SmtpServer, smtp_server

pytestmark = pytest.mark.usefixtures("pocket")
PATIENCE_MS = 20_000


@pytest.fixture
def smtp(authority: Authority, tmp_path: Path) -> Iterator[SmtpServer]:
    with smtp_server(authority.vouch(tmp_path), authority.file) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path, smtp: SmtpServer, clock: FakeClock) -> DataFolder:
    folder = DataFolder(tmp_path / "data")
    furnish(folder, always_open=True, aloud=False)
    folder.database.touch()  # not the first start
    change(folder.settings, "desk", {"language": "en"})
    keep_outgoing(folder.settings, smtp.outgoing)
    keep_password(place_of(smtp.outgoing), PASSWORD)
    Spool(folder.spool, clock).put(
        Message(kind=Kind.FILE, name="a.eml", arrived_at=clock(), content=SANNE.mail())
    )
    return folder


@pytest.fixture
def open_desktop(
    qapp: QApplication, folder: DataFolder, clock: FakeClock
) -> Iterator[Callable[[], Desktop]]:
    desktops: list[Desktop] = []

    def open_one() -> Desktop:
        outside = Outside(lambda _link: None)
        desktops.append(Desktop(qapp, folder, clock, None, outside=outside, with_tray=False))
        desktops[-1].qt_desk.look()
        return desktops[-1]

    yield open_one
    desktops[-1].close()


def press_mail(desktop: Desktop, qtbot: QtBot) -> None:
    card = desktop.windows.card
    qtbot.waitUntil(card.isVisible, timeout=PATIENCE_MS)
    panel = card.panel
    panel.pages.prompt.mail.click()
    panel.pages.message.send.click()


def end(desktop: Desktop) -> None:
    """Close a desktop once it has done what it had begun."""
    QApplication.processEvents()
    desktop.close()


def states(desktop: Desktop) -> list[OutboxState]:
    return [mail.state for mail in desktop._office.store.outbox.standing(*OutboxState)]


def outcomes(desktop: Desktop) -> list[Outcome]:
    lead = desktop.windows.card.shown_lead or desktop.qt_desk.agenda[0].summary.lead_id
    facts = desktop.qt_desk.desk.lead(lead).facts
    return [fact.outcome for fact in facts if isinstance(fact, Attempt)]


def test_a_mail_that_is_pressed_leaves_when_undo_is_over(
    open_desktop: Callable[[], Desktop], smtp: SmtpServer, clock: FakeClock, qtbot: QtBot
) -> None:
    desktop = open_desktop()
    press_mail(desktop, qtbot)
    assert outcomes(desktop) == [Outcome.SENT]
    desktop.qt_desk.beat.emit()
    assert states(desktop) == [OutboxState.WAITING]

    clock.advance(seconds=HOLD.total_seconds())
    desktop.qt_desk.beat.emit()

    qtbot.waitUntil(lambda: states(desktop) == [OutboxState.SENT], timeout=PATIENCE_MS)
    assert len(smtp.box.taken) == 1


def test_undo_takes_the_mail_back(
    open_desktop: Callable[[], Desktop], smtp: SmtpServer, clock: FakeClock, qtbot: QtBot
) -> None:
    desktop = open_desktop()
    press_mail(desktop, qtbot)

    desktop.windows.card.undo.button.click()
    clock.advance(seconds=HOLD.total_seconds())
    desktop.qt_desk.beat.emit()

    assert states(desktop) == []
    assert smtp.box.taken == []


def test_a_mail_waits_for_the_next_start_and_leaves_once(
    open_desktop: Callable[[], Desktop], smtp: SmtpServer, clock: FakeClock, qtbot: QtBot
) -> None:
    first = open_desktop()
    press_mail(first, qtbot)
    end(first)
    clock.advance(hours=1)

    again = open_desktop()
    again.qt_desk.beat.emit()

    qtbot.waitUntil(lambda: states(again) == [OutboxState.SENT], timeout=PATIENCE_MS)
    again.qt_desk.beat.emit()
    assert len(smtp.box.taken) == 1


def test_a_mail_broken_off_by_a_crash_is_asked_about_and_counted_on_the_sidebar(
    open_desktop: Callable[[], Desktop], smtp: SmtpServer, clock: FakeClock, qtbot: QtBot
) -> None:
    first = open_desktop()
    press_mail(first, qtbot)
    clock.advance(seconds=HOLD.total_seconds())
    first.qt_desk.desk.outgoing.begin_next()
    end(first)

    again = open_desktop()
    again.qt_desk.beat.emit()

    assert states(again) == [OutboxState.UNSURE]
    assert smtp.box.taken == []
    (told,) = again.windows.pages.inbox_problems()
    assert told.startswith("A mail to ")
    assert again.windows.main.rows[Place.UNREADABLE]._count == 1


def test_a_wrong_password_is_told_and_the_mail_waits(
    open_desktop: Callable[[], Desktop], smtp: SmtpServer, clock: FakeClock, qtbot: QtBot
) -> None:
    keep_password(place_of(smtp.outgoing), "wrong")
    desktop = open_desktop()
    press_mail(desktop, qtbot)
    clock.advance(seconds=HOLD.total_seconds())

    desktop.qt_desk.beat.emit()

    qtbot.waitUntil(lambda: desktop.windows.pages.inbox_problems() != [], timeout=PATIENCE_MS)
    assert "check name and password" in desktop.windows.pages.inbox_problems()[0]
    assert states(desktop) == [OutboxState.WAITING]
