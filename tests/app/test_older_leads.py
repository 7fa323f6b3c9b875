from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from assistant.app.older_leads import OlderLeads
from assistant.desk import Desk
from assistant.store.store import Store
from tests.conftest import a_request


def milestones(store: Store) -> int:
    return int(store._db.execute("select count(*) from milestones").fetchone()[0])


def test_a_log_of_an_older_version_is_counted_while_the_window_goes_on(
    qtbot: QtBot, qapp: QObject, desk: Desk, store: Store
) -> None:
    for number in range(20):
        desk.log_contact(a_request(phones=(), emails=(f"klant{number}@example.com",)))
    with store.transaction():
        store._db.execute("delete from milestones")
    older = OlderLeads(desk, qapp)

    older.count()

    qtbot.waitUntil(lambda: milestones(store) == 20)
    older.stop()
    older.deleteLater()
