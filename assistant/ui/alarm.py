"""What makes a ring heard: the sound and the desktop's notice. The card comes first."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from assistant.core.summary import AgendaItem
from assistant.resources import resource
from assistant.ui.around import Around
from assistant.ui.card.queue import is_running
from assistant.ui.look import sound
from assistant.ui.notices import Notices
from assistant.ui.sentences import who
from assistant.words.catalogue import tr
from assistant.words.vocabulary import word


class Alarm(QObject):
    """Sounds and notifies once for each lead that begins to ask for attention."""

    def __init__(self, around: Around, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._notices = notices
        around.qt_desk.rang.connect(self.ring)

    @Slot(object)
    def ring(self, items: Sequence[AgendaItem]) -> None:
        """Make heard that these leads ask for attention."""
        desk = self._around.settings.desk
        if desk.sound:
            sound.play(resource("sounds/new-lead.wav"))
        if desk.notifications:
            for item in items:
                self._notices.tell(*self._words(item))

    def _words(self, item: AgendaItem) -> tuple[str, str]:
        lead = item.summary
        name = who(lead.name, self._around.national(lead.phone), lead.email)
        running = is_running(item, self._around.now())
        what = tr("New lead") if running else word(item.prompt.step)
        return f"{what}: {name}", " · ".join(filter(None, (lead.vehicle, lead.source)))
