"""Whose lead is whose: merging with another lead of the same customer, and splitting off."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from assistant.core.facts import LeadId, Requested
from assistant.core.follow import requests_that_count
from assistant.desk import LeadFile
from assistant.ui.around import Around
from assistant.ui.look.tool import name_tool
from assistant.ui.sentences import who
from assistant.words.catalogue import tr
from assistant.words.times import moment_in_words


class TiesButton(QToolButton):
    """A button with what is rarely needed of a lead.

    Signals:
        other_wanted: Another lead of the same customer is to be chosen, for :meth:`merge`.
        tied: A lead was merged or split (a sentence, the facts that were written).
    """

    other_wanted = Signal()
    tied = Signal(str, object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._lead: LeadFile | None = None
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        name_tool(self, "more", tr("More"))
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def show_lead(self, lead: LeadFile) -> None:
        """Offer what can be done with this lead."""
        self._lead = lead

    @Slot(object, str)
    def merge(self, other: LeadId, name: str) -> None:
        """Let another lead, whose customer is called so, go on in this one."""
        qt_desk, lead = self._around.qt_desk, self._lead
        if lead is None:
            return
        fact = qt_desk.step(lambda: qt_desk.desk.merge(lead.lead_id, other))
        if fact is not None:
            self.tied.emit(tr("{name} is the same customer").format(name=name), [fact])

    @Slot()
    def _fill(self) -> None:
        menu, lead = self.menu(), self._lead
        menu.clear()
        if lead is None:
            return
        merge = menu.addAction(tr("The same customer as …"))
        merge.setEnabled(lead.course.end is None)
        merge.triggered.connect(self.other_wanted)
        requests = requests_that_count(lead.facts)
        if len(requests) > 1:
            menu.addSeparator()
            for request in reversed(requests):
                menu.addAction(self._way_off(lead, request))

    def _way_off(self, lead: LeadFile, request: Requested) -> QAction:
        name = self._who(request)
        when = moment_in_words(request.arrived_at, self._around.now(), self._around.zone)
        said = tr("Another customer: {name}, {time}").format(name=name, time=when)
        action = QAction(said.replace("&", "&&"), self.menu())
        action.triggered.connect(lambda: self._split(lead.lead_id, request))
        return action

    def _split(self, lead_id: LeadId, request: Requested) -> None:
        qt_desk = self._around.qt_desk
        fact = qt_desk.step(lambda: qt_desk.desk.split(lead_id, request.id))
        if fact is not None:
            self.tied.emit(tr("{name} is another customer").format(name=self._who(request)), [fact])

    def _who(self, fact: Requested) -> str:
        asked = fact.request
        number = self._around.national(asked.phones[0].number) if asked.phones else ""
        return who(asked.name, number, next(iter(asked.emails), ""))
