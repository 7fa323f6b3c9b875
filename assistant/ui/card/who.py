"""The upper half of the card: how long, who, what he asks, which car."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from assistant.core.facts import Outcome
from assistant.core.privacy import call_note
from assistant.core.request import Request
from assistant.desk import LeadFile
from assistant.ui.around import Around
from assistant.ui.look.banner import Banner
from assistant.ui.look.dots import Dots
from assistant.ui.look.icons import Tint
from assistant.ui.look.pill import Pill
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, set_text_role
from assistant.ui.look.scroll import ScrollArea
from assistant.ui.look.symbol import Symbol
from assistant.ui.look.tokens import SPACE
from assistant.ui.look.tool import name_tool
from assistant.ui.sentences import (
    call_note_in_words,
    dots,
    is_first_call,
    last_attempt,
    missing_to_follow,
    tries_in_words,
    who,
    wish,
    word_from_bdc,
)
from assistant.words.catalogue import tr
from assistant.words.vocabulary import word

_QUESTION_HEIGHT = 112
_LEAST_HEIGHT = 24
_LONG_NAME = 40  # letters; in the largest type it would push the answer off a small screen


class Who(QWidget):
    """Shows the customer.

    Signals:
        link_wanted: The advert's address (``str``) is to be opened.
        page_wanted: Everything about this customer is wanted.
    """

    link_wanted = Signal(str)
    page_wanted = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._link = ""
        self.name = PlainLabel(role=Text.TITLE)
        self.source = Pill()
        self.question = PlainLabel()
        self.question.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        as_high_as_wide = self.question.sizePolicy()  # its height follows from its width alone
        as_high_as_wide.setVerticalPolicy(QSizePolicy.Policy.Ignored)
        self.question.setSizePolicy(as_high_as_wide)
        self.room = _Room()
        self.room.setWidget(self.question)
        self.room.setAccessibleName(tr("Question"))
        self.car_icon = Symbol("car")
        self.car = PlainLabel(role=Text.BODY)
        self.advert = QToolButton()
        name_tool(self.advert, "link-out", tr("Open the advert"), Tint.ACCENT)
        self.advert.clicked.connect(self._open_advert)
        self.page = QToolButton()
        name_tool(self.page, "history", tr("Everything about this lead"))
        self.page.clicked.connect(self.page_wanted)
        self.call_note = Banner("", State.WARM)
        self.back = PlainLabel()
        self.last = PlainLabel(role=Text.MUTED)
        self.missing = PlainLabel(role=Text.SMALL)
        self._lay_out()

    def show_lead(self, lead: LeadFile, now: datetime) -> None:
        """Show a lead's customer."""
        course, asked = lead.course, lead.course.request
        number = self._around.national(course.phones[0].number) if course.phones else ""
        show_name(self.name, who(course.name, number, next(iter(course.emails), "")))
        self.source.show_state(_source(asked), None)
        self.source.setVisible(bool(self.source.text()))
        note = call_note_in_words(call_note(course))
        self.call_note.show_text(note, State.WARM)
        self.call_note.setVisible(bool(note))
        self._show_question(asked)
        self._show_car(asked)
        self.back.setText(word_from_bdc(lead))
        self.back.setVisible(bool(self.back.text()))
        said = [
            last_attempt(course.last, now, self._around.zone),
            wish(course.wants),
            self._earlier(lead),
        ]
        self.last.setText(" · ".join(filter(None, said)))
        self.last.setVisible(bool(self.last.text()))
        # Not before the first call; after a conversation its own page asks for each.
        is_time = not is_first_call(lead) and course.spoken_at is None
        self.missing.setText(missing_to_follow(course) if is_time else "")
        self.missing.setVisible(bool(self.missing.text()))

    def _earlier(self, lead: LeadFile) -> str:
        """Return what became of the customer the last time he asked; nothing the first time."""
        asked = lead.course.request
        if asked is None or not asked.identities:
            return ""
        known = self._around.qt_desk.desk.known(asked.identities)
        earlier = [one for one in known if one.lead_id != lead.lead_id]
        if not earlier:
            return ""
        last = earlier[0]
        ended = f"{last.state_since.astimezone(self._around.zone):%d-%m-%Y}"
        said = ", ".join(filter(None, (last.vehicle, word(last.state).lower(), ended)))
        return tr("before: {what}").format(what=said)

    def _show_question(self, asked: Request | None) -> None:
        question = "" if asked is None else asked.question
        shown = question or ("" if asked is None else word(asked.kind))
        self.question.setText(shown)
        self.room.setVisible(bool(shown))
        self._fit_question()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the question's lines anew."""
        super().resizeEvent(event)
        self._fit_question()

    def _fit_question(self) -> None:
        """Give the question the room it needs, up to a few lines; beyond them it scrolls."""
        needed = self.question.heightForWidth(self.width() - SPACE.two) + 2
        self.question.setMinimumHeight(needed)
        self.room.ask_for(min(needed, _QUESTION_HEIGHT))
        scrolls = needed > _QUESTION_HEIGHT
        policy = Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus
        self.room.setFocusPolicy(policy)

    def _show_car(self, asked: Request | None) -> None:
        parts = () if asked is None else (asked.vehicle, asked.price, asked.plate)
        self.car.setText(" · ".join(filter(None, parts)))
        for widget in (self.car, self.car_icon):
            widget.setVisible(bool(self.car.text()))
        self._link = "" if asked is None else asked.link
        self.advert.setVisible(bool(self._link))

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SPACE.one)
        first.addWidget(self.name, 1)
        first.addWidget(self.source)
        first.addWidget(self.page)
        car = QHBoxLayout()
        car.setSpacing(SPACE.one)
        car.addWidget(self.car_icon)
        car.addWidget(self.car, 1)
        car.addWidget(self.advert)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addLayout(first)
        column.addWidget(self.call_note)
        column.addWidget(self.room)
        column.addLayout(car)
        column.addWidget(self.back)
        column.addWidget(self.last)
        column.addWidget(self.missing)

    @Slot()
    def _open_advert(self) -> None:
        self.link_wanted.emit(self._link)


class _Room(ScrollArea):
    """Where the question scrolls: as high as asked for, less on a screen that is too low."""

    def __init__(self) -> None:
        super().__init__()
        self._height = 0

    def ask_for(self, height: int) -> None:
        """Ask for a height."""
        if height != self._height:
            self._height = height
            self.setMinimumHeight(min(height, _LEAST_HEIGHT))
            self.setMaximumHeight(height)
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return what was asked for."""
        return QSize(super().sizeHint().width(), self._height)


def show_name(label: PlainLabel, name: str) -> None:
    """Show what a customer is called; a long name in smaller type."""
    label.setText(name)
    set_text_role(label, Text.HEADING if len(name) > _LONG_NAME else Text.TITLE)


def show_tries(widget: Dots, lead: LeadFile) -> None:
    """Show a lead's tries as dots."""
    tries = lead.course.tries
    busy = bool(tries) and tries[-1].outcome is Outcome.BUSY
    widget.show_tries(dots(len(tries), busy=busy), tries_in_words(len(tries)))


def _source(asked: Request | None) -> str:
    return "" if asked is None else asked.source or word(asked.door)
