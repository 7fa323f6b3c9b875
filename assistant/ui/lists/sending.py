"""Sending what waits, a lead at a time, so that the window goes on meanwhile."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from assistant.core.facts import LeadId
from assistant.core.handover import HandedOver
from assistant.core.summary import Summary
from assistant.folders import DataFolder
from assistant.outreach.handover.dispatch import Dispatch, in_words
from assistant.outreach.mail import Mail
from assistant.ui.around import Around
from assistant.ui.slices import Slices


class Sending(QObject):
    """Sends once at a time.

    Signals:
        ended: Everything was sent, or something could not be (the sentences, perhaps none).
    """

    ended = Signal(object)

    def __init__(self, around: Around, data: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._data = data
        self._said: list[str] = []
        self._slices = Slices(self)
        self._slices.ended.connect(self._end)

    @property
    def is_running(self) -> bool:
        """Say whether something is being sent."""
        return self._slices.is_running

    def opens_draft(self, lead: Summary) -> bool:
        """Say whether a lead's mail opens in the user's own program: then one at a time."""
        settings, away = self._around.settings, lead.handed_over
        to = "" if away is None else settings.bdc.address_of(away.to)
        return bool(to) and not settings.outgoing.is_set

    def start(self, leads: Sequence[Summary]) -> None:
        """Send these leads."""
        qt_desk = self._around.qt_desk
        dispatch = Dispatch(qt_desk.desk, self._around.settings, qt_desk.clock, self._data)
        self._slices.start(self._steps(dispatch, leads))

    def stop(self) -> None:
        """Send no more; what was sent stays so."""
        self._slices.stop()

    def _steps(self, dispatch: Dispatch, leads: Sequence[Summary]) -> Iterator[None]:
        qt_desk = self._around.qt_desk
        steps, over = dispatch.steps(self._post, leads), object()
        while qt_desk.do(partial(next, steps, over)) not in {None, over}:
            yield
        self._said = in_words(dispatch.done)

    def _post(self, mail: Mail, lead_id: LeadId, away: HandedOver) -> None:
        self._around.post.hand_over(mail, lead_id, away, self._around.qt_desk.desk)

    @Slot()
    def _end(self) -> None:
        self._around.qt_desk.step(bool)  # tells the windows
        self.ended.emit(self._said)
