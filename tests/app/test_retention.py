"""The desktop forgets who is past the term, once a day, and whoever is to be forgotten at once."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from assistant.app.desktop import Desktop
from assistant.core.facts import LeadId
from assistant.folders import DataFolder
from assistant.ui.lead.forgetting import Question
from assistant.ui.qt_desk import QtDesk
from tests.app.test_desktop import desktop, folder, open_desktop, opened
from tests.conftest import FakeClock, a_request

__all__ = ["desktop", "folder", "open_desktop", "opened"]


def ask(office_desk: QtDesk) -> LeadId:
    taken = office_desk.step(lambda: office_desk.desk.log_contact(a_request()))
    assert taken is not None
    assert taken.lead_id is not None
    return taken.lead_id


def look(desktop: Desktop, qtbot: QtBot) -> None:
    """Let the term be looked at, and wait until all of it is done."""
    retention = desktop._retention
    retention.look()
    qtbot.waitUntil(
        lambda: not retention.slices.is_running and not retention.errand.is_running, timeout=20_000
    )


def test_who_is_past_the_term_is_forgotten_with_what_lies_beside(
    desktop: Desktop, folder: DataFolder, clock: FakeClock, qtbot: QtBot
) -> None:
    lead = ask(desktop.qt_desk)
    done = folder.inbox / "done"
    done.mkdir()
    old = done / "oud.eml"
    old.write_text("Sanne")
    clock.now = datetime.fromtimestamp(old.stat().st_ctime, UTC) + timedelta(days=380)

    look(desktop, qtbot)

    assert desktop.qt_desk.desk.lead(lead).course.name == ""
    assert b"Hoekstra" not in folder.database.read_bytes()
    assert not old.exists()
    assert desktop.qt_desk.desk.privacy.last_run()[1] == 1


def test_it_is_done_once_a_day(desktop: Desktop, clock: FakeClock, qtbot: QtBot) -> None:
    look(desktop, qtbot)
    first = clock()
    clock.advance(hours=23)
    look(desktop, qtbot)
    assert desktop.qt_desk.desk.privacy.last_run().at == first

    clock.advance(hours=1)
    look(desktop, qtbot)
    assert desktop.qt_desk.desk.privacy.last_run().at == clock()


def test_it_waits_while_a_customer_waits(desktop: Desktop, clock: FakeClock, qtbot: QtBot) -> None:
    ask(desktop.qt_desk)

    look(desktop, qtbot)
    assert desktop.qt_desk.desk.privacy.last_run().at is None

    clock.advance(minutes=8)
    look(desktop, qtbot)
    assert desktop.qt_desk.desk.privacy.last_run().at == clock()


def test_the_lead_page_forgets_a_customer(
    desktop: Desktop, folder: DataFolder, qtbot: QtBot
) -> None:
    lead = ask(desktop.qt_desk)
    pages = desktop.windows.pages
    pages.today.show_lead(lead)

    pages.today.lead.ties.forgetting_wanted.emit()
    question = desktop.windows.main.findChild(Question)
    assert question is not None
    question.forget.click()
    qtbot.waitUntil(lambda: not pages.forgetting.errand.is_running, timeout=20_000)
    desktop.qt_desk.look()

    assert desktop.qt_desk.agenda == []
    assert "The customer of 1 lead is forgotten." in desktop.windows.main.banner.message.text()
    assert b"Hoekstra" not in folder.database.read_bytes()


def test_what_the_command_line_forgets_is_gone_from_the_running_desktop(
    desktop: Desktop, folder: DataFolder, qtbot: QtBot
) -> None:
    lead = ask(desktop.qt_desk)
    desktop.qt_desk.look()
    desktop.windows.card.show_lead(lead)

    main, data = str(Path(__file__).parents[2] / "main.py"), str(folder.root)
    command = [sys.executable, main, "--data", data, "--lang", "en", "forget", "0612345678"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Forgotten: 1 lead, 0 messages, ")

    qtbot.waitUntil(lambda: desktop.qt_desk.agenda == [], timeout=5_000)
    assert "Hoekstra" not in desktop.windows.card.who.name.text()
    assert b"Hoekstra" not in folder.database.read_bytes()
