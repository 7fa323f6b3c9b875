"""A customer we know: his last leads, beneath the number that gave him away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from assistant.core.summary import STILL_OPEN, Summary
from assistant.ui.around import Around
from assistant.ui.look.pill import Pill
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Surface, Text, set_surface
from assistant.ui.look.tokens import SPACE
from assistant.ui.sentences import who
from assistant.words.catalogue import tr
from assistant.words.times import moment_in_words
from assistant.words.vocabulary import word

_SHOWN = 3
_WIDEST_OWNER = 120


class KnownCustomer(QFrame):
    """Shows the last leads of one customer; hidden for one whom nobody knows.

    Attributes:
        name: What he was called before; empty when nobody knows him.
    """

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self.name = ""
        self.heading = PlainLabel(role=Text.HEADING)
        self.consequence = PlainLabel(role=Text.SMALL)
        self._lines = [_Line() for _ in range(_SHOWN)]
        set_surface(self, Surface.INSET)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.two, SPACE.one, SPACE.two, SPACE.one)
        column.setSpacing(SPACE.half)
        column.addWidget(self.heading)
        column.addWidget(self.consequence)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.two)
        grid.setVerticalSpacing(SPACE.half)
        grid.setColumnStretch(0, 1)
        for row, line in enumerate(self._lines):
            line.place(grid, row)
        column.addLayout(grid)
        self.show_leads([])

    def show_leads(self, leads: list[Summary]) -> None:
        """Show a customer's leads, newest first."""
        self.setVisible(bool(leads))
        self.name = next((lead.name for lead in leads if lead.name), "")
        for number, line in enumerate(self._lines):
            line.show_lead(leads[number] if number < len(leads) else None, self._around)
        if not leads:
            return
        newest = leads[0]
        called = who(self.name, self._around.national(newest.phone), newest.email)
        self.heading.setText(tr("Known here: {who}").format(who=called))
        said = (self._standing(leads), _consequence(leads))
        self.consequence.setText("\n".join(filter(None, said)))
        self.setAccessibleName(self.heading.text())
        self.setAccessibleDescription(self.consequence.text())

    def _standing(self, leads: list[Summary]) -> str:
        """Name the appointment that stands: what is logged here may move it or call it off."""
        now = self._around.now()
        moments = [
            lead.appointment_at
            for lead in leads
            if lead.state in STILL_OPEN and lead.appointment_at is not None
        ]
        coming = min((moment for moment in moments if moment > now), default=None)
        if coming is None:
            return ""
        when = moment_in_words(coming, now, self._around.zone)
        return tr("Has an appointment: {time}.").format(time=when)


class _Line:
    """One lead in a line of the grid: car, state, owner, when."""

    def __init__(self) -> None:
        self.car = PlainLabel(one_line=True)
        self.state = Pill()
        self.owner = PlainLabel(role=Text.MUTED, one_line=True)
        self.owner.setMaximumWidth(_WIDEST_OWNER)
        self.when = PlainLabel(role=Text.MUTED, one_line=True)
        self._widgets = (self.car, self.state, self.owner, self.when)

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put the line into a grid."""
        for column, widget in enumerate(self._widgets):
            align = Qt.AlignmentFlag.AlignVCenter if column else Qt.AlignmentFlag(0)
            grid.addWidget(widget, row, column, align)

    def show_lead(self, lead: Summary | None, around: Around) -> None:
        """Show a lead, or take no room."""
        for widget in self._widgets:
            widget.setVisible(lead is not None)
        if lead is None:
            return
        self.car.setText(lead.vehicle or lead.plate or lead.question or word(lead.door))
        self.state.show_state(word(lead.state_at(around.now())), None)
        self.owner.setText(lead.owner)
        self.when.setText(moment_in_words(lead.asked_at, around.now(), around.zone))


def _consequence(leads: list[Summary]) -> str:
    """Say what saving does: a customer keeps his salesperson."""
    joined = next((lead for lead in leads if lead.state in STILL_OPEN), None)
    if joined is None:
        return tr("Saving opens a new lead.")
    if not joined.owner:
        return tr("Saving joins the open lead.")
    return tr("Saving joins the open lead of {owner}.").format(owner=joined.owner)
