"""What is rarely needed of a lead: whose it is, and what its customer may ask about himself."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from assistant.core.facts import LeadId, Requested
from assistant.core.follow import requests_that_count
from assistant.desk import LeadFile
from assistant.ui.action.entries import left_alone
from assistant.ui.around import Around
from assistant.ui.look.tool import name_tool
from assistant.ui.sentences import who
from assistant.words.catalogue import tr
from assistant.words.times import moment_in_words


class TiesButton(QToolButton):
    """A button with what is rarely needed of a lead.

    Signals:
        other_wanted: Another lead of the same customer is to be chosen, for :meth:`merge`.
        hand_on_wanted: Another is to take the lead.
        tied: Something was written down that can be undone (a sentence, the facts).
        forgetting_wanted: The customer is to be forgotten.
    """

    other_wanted = Signal()
    hand_on_wanted = Signal()
    tied = Signal(str, object)
    forgetting_wanted = Signal()

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
        merge.setEnabled(lead.course.end is None and lead.course.forgotten_at is None)
        merge.triggered.connect(self.other_wanted)
        hand_on = menu.addAction(tr("I cannot: hand it over …"))
        is_ours = lead.course.end is None and lead.handed_over is None
        hand_on.setEnabled(is_ours and lead.course.forgotten_at is None)
        hand_on.triggered.connect(self.hand_on_wanted)
        requests = requests_that_count(lead.facts)
        if len(requests) > 1 and lead.course.forgotten_at is None:
            menu.addSeparator()
            for request in reversed(requests):
                menu.addAction(self._way_off(lead, request))
        self._offer_privacy(menu, lead)

    def _offer_privacy(self, menu: QMenu, lead: LeadFile) -> None:
        """Offer what a customer may ask about himself."""
        menu.addSeparator()
        is_worked = lead.prompt is not None or lead.plan.handed_over is not None
        leave_alone = menu.addAction(tr("Do not contact again"))
        leave_alone.setEnabled(is_worked)
        leave_alone.triggered.connect(lambda: self._leave_alone(lead.lead_id))
        forget = menu.addAction(tr("Forget this customer …"))
        forget.setEnabled(lead.course.forgotten_at is None)
        forget.triggered.connect(self.forgetting_wanted)

    def _leave_alone(self, lead_id: LeadId) -> None:
        entry, qt_desk = left_alone({}), self._around.qt_desk
        facts = qt_desk.step(lambda: entry.write(qt_desk.desk, lead_id))
        if facts is not None:
            self.tied.emit(entry.sentence, facts)

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
