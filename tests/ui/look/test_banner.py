"""A message that stays until what it says is over."""

from pytestqt.qtbot import QtBot

from assistant.ui.look.banner import Banner
from assistant.ui.look.roles import State


def test_what_was_done_goes_by_itself_and_what_is_wrong_stays(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)

    banner.show_done("The sheet is open in your browser.")
    assert banner.isVisible()
    banner._time.timeout.emit()
    assert not banner.isVisible()

    banner.show_done("The sheet is open in your browser.")
    banner.show_text("Nothing can be written there.", State.WARM)
    assert not banner._time.isActive()
    assert banner.isVisible()
