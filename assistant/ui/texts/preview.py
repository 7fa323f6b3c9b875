"""A text as the customer will read it, with a real lead in it."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from assistant.core.errors import AssistantError
from assistant.demo.customers import SANNE
from assistant.desk import LeadFile
from assistant.outreach.fields import About, lacking
from assistant.outreach.texts import Text, filled
from assistant.ui.action.writing import about, moment_words, ourselves
from assistant.ui.around import Around
from assistant.ui.form.pieces import card
from assistant.ui.look.banner import Banner
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Surface, set_surface
from assistant.ui.look.roles import Text as Rank
from assistant.ui.look.tokens import SPACE
from assistant.ui.sentences import who
from assistant.ui.texts.names import lacks_in_words
from assistant.words.catalogue import Tongue, explain, tr

_LOOKED_AT = 200


class Preview(QWidget):
    """Shows a text filled in for the newest open lead, or for an example without one."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._about = About()
        self.whose = PlainLabel(role=Rank.MUTED)
        self.subject = PlainLabel(role=Rank.HEADING)
        self.body = PlainLabel()
        for label in (self.subject, self.body):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.lacks = Banner()
        self._lay_out()
        self.look_for_lead()

    def look_for_lead(self) -> None:
        """Take the newest open lead; a moment that none was agreed for is an example."""
        lead = self._newest()
        if lead is None:
            invented = ourselves(self._around)
            found = replace(invented, name=SANNE.name, vehicle=SANNE.car, question=SANNE.question)
            self.whose.setText(tr("With an invented customer: no lead is open"))
        else:
            found = about(self._around, lead)
            phones, emails = lead.course.phones, lead.course.emails
            number = self._around.national(phones[0].number) if phones else ""
            named = who(found.name, number, next(iter(emails), ""))
            self.whose.setText(tr("With the newest lead: {who}").format(who=named))
        self._about = replace(found, moment=found.moment or self._example_moment())

    def show_form(self, form: Text, tongue: Tongue, wrong: AssistantError | None = None) -> None:
        """Show a text as the customer will read it, and what of it cannot be used."""
        ready = filled(form, self._about, tongue)
        self.subject.setText(ready.subject)
        self.subject.setVisible(bool(ready.subject))
        self.body.setText(ready.body)
        said = lacks_in_words(lacking(f"{form.subject}\n{form.body}", self._about))
        if wrong is not None:
            said = explain(wrong)
        self.lacks.show_text(said, None if wrong is None else State.WARM)
        self.lacks.setVisible(bool(said))

    def _newest(self) -> LeadFile | None:
        qt_desk = self._around.qt_desk
        start = qt_desk.do(lambda: qt_desk.desk.agenda_start(_LOOKED_AT))
        if start is None or not start.items:
            return None
        newest = max(start.items, key=lambda item: item.summary.asked_at)
        return qt_desk.do(lambda: qt_desk.desk.lead(newest.summary.lead_id))

    def _example_moment(self) -> str:
        hours = self._around.qt_desk.desk.rules.hours
        try:
            moment = hours.next_open(self._around.now() + timedelta(days=1))
        except ValueError:  # every day to come is a closing day
            moment = self._around.now() + timedelta(days=1)
        return moment_words(self._around, moment)

    def _lay_out(self) -> None:
        frame, column = card(tr("As the customer reads it"))
        column.setSpacing(SPACE.one)
        paper = QFrame()
        set_surface(paper, Surface.INSET)
        inner = QVBoxLayout(paper)
        inner.setContentsMargins(SPACE.two, SPACE.two, SPACE.two, SPACE.two)
        inner.setSpacing(SPACE.one)
        inner.addWidget(self.subject)
        inner.addWidget(self.body)
        column.addWidget(self.whose)
        column.addWidget(paper)
        column.addWidget(self.lacks)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
