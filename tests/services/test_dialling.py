"""Call dials with a real softphone, as docs/telephone.md says, and hears how the call ended.

The whole desktop, without a screen; the customer has a softphone of her own.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.app.desktop import Desktop
from assistant.app.outside import Outside
from assistant.core.clock import utc_now
from assistant.core.facts import Attempt, Outcome
from assistant.demo.customers import SANNE
from assistant.demo.stage import furnish
from assistant.folders import DataFolder
from assistant.intake.spool import Kind, Message, Spool
from assistant.settings import change
from assistant.ui.action.call_page import CallPage
from tests.journeys.packages import require
from tests.journeys.processes import end, start
from tests.journeys.waiting import Patience
from tests.services.softphone import LINE, Softphone, dialled_by, on_page, softphone

PATIENCE_MS = 20_000
CUSTOMER = '"Sanne Hoekstra" <sip:+31612345678@127.0.0.1>'


@pytest.fixture(params=["url", "command"])
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "data")
    furnish(folder, always_open=True, aloud=False)
    folder.database.touch()  # not the first start
    change(folder.settings, "desk", {"language": "en"})
    return folder


@pytest.fixture
def phone(tmp_path: Path, folder: DataFolder) -> Iterator[Softphone]:
    """The telephone on the desk, which tells the assistant of its calls."""
    require("services")
    with softphone(f"<sip:{LINE}@127.0.0.1>") as phone:
        script = tmp_path / "baresip-calls.py"
        script.write_text(on_page("python", phone.host))
        words = [sys.executable, str(script), sys.executable, "main.py", "--data"]
        hook = start([*words, str(folder.root)], os.environ, tmp_path / "hook.log")
        try:
            Patience().until(phone.is_heard, "the script of the page to listen")
            yield phone
        finally:
            end(hook)


@pytest.fixture
def customer(phone: Softphone) -> Iterator[Softphone]:  # noqa: ARG001 - skips when nothing is there
    with softphone(CUSTOMER) as customer:
        yield customer


@pytest.fixture
def desktop(
    qapp: QApplication, folder: DataFolder, phone: Softphone, customer: Softphone, way: str
) -> Iterator[Desktop]:
    change(folder.settings, "telephone", dialled_by(way, phone, customer))
    outside = Outside(lambda _link: None)
    desktop = Desktop(qapp, folder, utc_now, None, outside=outside, with_tray=False)
    yield desktop
    desktop.close()


@pytest.fixture
def page(desktop: Desktop, folder: DataFolder, qtbot: QtBot) -> CallPage:
    """The page of a call that was just begun by a press on the card."""
    Spool(folder.spool, utc_now).put(
        Message(kind=Kind.FILE, name="a.eml", arrived_at=utc_now(), content=SANNE.mail())
    )
    qtbot.waitUntil(desktop.windows.card.isVisible, timeout=PATIENCE_MS)
    desktop.windows.card.panel.pages.prompt.call.click()
    return desktop.windows.card.panel.pages.call


def attempts(desktop: Desktop) -> list[Outcome]:
    lead = desktop.windows.card.panel.lead
    assert lead is not None
    facts = desktop.qt_desk.desk.lead(lead.lead_id).facts
    return [fact.outcome for fact in facts if isinstance(fact, Attempt)]


def likely(page: CallPage) -> list[str]:
    return [tile.text() for tile in page.outcomes if tile.property("likely") == "true"]


def test_a_call_is_set_up_and_its_length_offered_with_spoke(
    desktop: Desktop, page: CallPage, customer: Softphone, qtbot: QtBot
) -> None:
    customer.rings()
    customer.answer()
    qtbot.waitUntil(lambda: page.elapsed.text().startswith("Speaking"), timeout=PATIENCE_MS)
    customer.hang_up()

    qtbot.waitUntil(lambda: page.elapsed.text().startswith("The call lasted"), timeout=PATIENCE_MS)
    page.dialling.wait()
    assert page.problem.isHidden()
    assert (likely(page), attempts(desktop)) == (["Spoke"], [])
    next(tile for tile in page.outcomes if tile.property("likely") == "true").click()
    assert attempts(desktop) == [Outcome.SPOKE]


def test_who_does_not_answer_is_offered_as_no_answer(
    desktop: Desktop, page: CallPage, customer: Softphone, qtbot: QtBot
) -> None:
    customer.rings()
    customer.hang_up()

    qtbot.waitUntil(lambda: page.elapsed.text() == "Nobody answered.", timeout=PATIENCE_MS)
    page.dialling.wait()
    assert (likely(page), attempts(desktop)) == (["No answer"], [])


@pytest.mark.parametrize("way", ["url"])
def test_a_telephone_that_is_off_is_said_and_the_call_can_be_made_by_hand(
    desktop: Desktop, phone: Softphone, page: CallPage, customer: Softphone, qtbot: QtBot
) -> None:
    customer.rings()
    page.back_button.click()
    page.dialling.wait()
    phone.stop()

    desktop.windows.card.panel.pages.prompt.call.click()

    qtbot.waitUntil(page.problem.isVisible, timeout=PATIENCE_MS)
    page.dialling.wait()
    said = f"{phone.host} cannot be reached: is it on, and is the address right?"
    assert page.problem.message.text() == said
    assert page.code.isVisible()
    next(tile for tile in page.outcomes if tile.text() == "Voicemail").click()
    assert attempts(desktop) == [Outcome.VOICEMAIL]
