"""The card: one lead at a time, from the ring to what comes next.

It keeps no time and no queue of its own: each look asks the desk which leads ring and the
clock how long is left.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from assistant.core.errors import AssistantError
from assistant.core.facts import Fact, LeadId
from assistant.desk import LeadFile
from assistant.names import shortened
from assistant.ui.action.panel import ActionPanel
from assistant.ui.around import Around
from assistant.ui.card.queue import counts, next_shown, waiting
from assistant.ui.card.who import Who, show_tries
from assistant.ui.card.window import CardWindow
from assistant.ui.look.banner import Banner
from assistant.ui.look.countdown import Countdown
from assistant.ui.look.dots import Dots
from assistant.ui.look.pill import Pill
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.tokens import SPACE
from assistant.ui.look.tool import name_tool
from assistant.ui.look.undo_bar import UNDO_MS, UndoBar
from assistant.ui.sentences import time_left, what_comes_next, what_is_asked
from assistant.words.catalogue import explain, tr, tr_count
from assistant.words.times import countdown, due_in_words

TICK_MS = 250  # four looks a second: the shown second is never late by more
_AN_HOUR_S = 3_600
_SHORT_TIME = 11  # letters of "1 u te laat", beside which there is room
_NAME = 32  # letters of a name beside what was logged, which must be read as well


class Card(CardWindow):
    """Shows the lead that needs attention most, until nothing does.

    Signals:
        lead_wanted: The whole page of a lead (``LeadId``) is wanted in the main window.
    """

    lead_wanted = Signal(object)

    def __init__(
        self,
        around: Around,
        places: QSettings,
        *,
        undo_ms: int = UNDO_MS,
        worked: Callable[[], LeadId | None] = lambda: None,
    ) -> None:
        """Set up.

        Args:
            around: The surroundings.
            places: Where windows were left.
            undo_ms: How long Undo is offered.
            worked: Says which lead is being worked in another window that stands in front.
        """
        super().__init__(places)
        self._around = around
        self._worked = worked
        self._held_back: LeadId | None = None
        self._shown: LeadId | None = None
        self._waiting = 0
        self._asked_for: LeadId | None = None
        self._undoable: tuple[LeadId, list[Fact]] | None = None
        self.countdown = Countdown()
        self.dots = Dots()
        self.short = PlainLabel(role=Text.HEADING, one_line=True)
        self.queue = Pill()
        self.small = QToolButton()
        self.close_button = QToolButton()
        self.who = Who(around)
        self.panel = ActionPanel(around)
        self.next = PlainLabel(role=Text.MUTED)
        self.undo = UndoBar(tr("Undo"), shown_ms=undo_ms)
        self.body = QWidget()
        self.refusal = Banner()
        self._ticks = QTimer(self, interval=TICK_MS)
        self._lay_out()
        self._connect()

    @property
    def shown_lead(self) -> LeadId | None:
        """Return the lead in view."""
        return self._shown if self.isVisible() else None

    @property
    def strip(self) -> QRect | None:
        """Return where on the screen the card lies made small; ``None`` while it does not."""
        return self.geometry() if self.isVisible() and self.body.isHidden() else None

    @Slot()
    def look(self) -> None:
        """Show the lead that comes next, or go away when nothing asks for attention.

        What is being worked in the window in front does not come over it.
        """
        if self.isVisible():
            self._read_again()  # what was logged elsewhere may let go of the lead
        ringing, now = self._around.qt_desk.ringing(), self._around.now()
        self._held_back = None if self.shown_lead == (worked := self._worked()) else worked
        ringing = [item for item in ringing if item.summary.lead_id != self._held_back]
        wanted = next_shown(ringing, self._shown, now, busy=self._is_held())
        self._show_waiting(waiting(ringing, wanted) + self._around.qt_desk.beyond)
        if wanted is None:
            self._leave()
        elif wanted != self.shown_lead:
            self._open(wanted)

    @Slot()
    def _look_if_let_go(self) -> None:
        """Show the lead that was worked in the window in front, once it is not any more."""
        if self._held_back is not None and self._worked() != self._held_back:
            self.look()

    def show_lead(self, lead_id: LeadId) -> None:
        """Bring a certain lead, because a caller asked for it; the one in view stays as it is."""
        self._asked_for = lead_id
        if self.shown_lead == lead_id:
            self._expand()
            self._read_again()
        else:
            self._open(lead_id)
        qt_desk = self._around.qt_desk
        self._show_waiting(waiting(qt_desk.ringing(), lead_id) + qt_desk.beyond)
        self.take_keyboard()

    def retire(self) -> None:
        """Leave the screen for good; nothing comes back by itself."""
        self._ticks.stop()
        self.undo.take_away()
        self.panel.stop()
        self.hide()

    def is_in_use_for_another(self, lead_id: LeadId) -> bool:
        """Say whether something was begun on the card, and for another lead."""
        return self.isVisible() and self.panel.is_busy and self._shown != lead_id

    def _is_held(self) -> bool:
        return self.isVisible() and (self.panel.is_busy or self._asked_for == self._shown)

    def _open(self, lead_id: LeadId) -> None:
        lead = self._around.qt_desk.do(lambda: self._around.qt_desk.desk.lead(lead_id))
        if lead is None:
            return
        if lead_id != self._shown:
            self._expand()
            self.setFocus()
        self._shown = lead_id
        self.panel.open_lead(lead)
        self._show(lead)
        self.appear()
        self._ticks.start()

    def _read_again(self) -> None:
        if self._shown is None:
            return
        shown = self._shown
        lead = self._around.qt_desk.do(lambda: self._around.qt_desk.desk.lead(shown))
        if lead is not None:
            self.panel.look_again(lead)
            self._show(lead)

    def _show(self, lead: LeadFile) -> None:
        now = self._around.now()
        self.who.show_lead(lead, now)
        show_tries(self.dots, lead)
        self.next.setText(what_comes_next(lead, now, self._around.zone))
        said = (self.who.name.text(), what_is_asked(lead))
        self.setWindowTitle(tr("Card: {said}").format(said=" · ".join(filter(None, said))))
        self._tick()
        self.fit()

    def _show_waiting(self, count: int) -> None:
        self._waiting = count
        self._say_waiting()

    def _say_waiting(self) -> None:
        count = self._waiting
        words = tr_count("+{count} waiting", "+{count} waiting", count).format(count=count)
        is_long = len(self.countdown.text()) > _SHORT_TIME and not self.countdown.isHidden()
        text = f"+{count}" if self.body.isHidden() or is_long else words  # who else needs the room
        if text != self.queue.text():  # at each tick it is looked at, and seldom another
            self.queue.show_state(text, None, words)
        self.queue.setVisible(count > 0)

    def _leave(self) -> None:
        """Go away; but first let what was just logged be read, and undone."""
        if (self.undo.is_offered or self.panel.is_offering) and self.isVisible():
            return
        self._shown = self._asked_for = None
        self.refusal.hide()
        self._ticks.stop()
        self.hide()

    @Slot()
    def _tick(self) -> None:
        self._show_time()
        self._say_waiting()

    def _show_time(self) -> None:
        lead, now = self.panel.lead, self._around.now()
        if lead is not None and lead.course.clock is not None:
            now = max(now, lead.course.clock)  # asked, though the clock was set back
        prompt = None if lead is None else lead.prompt
        if prompt is None or not counts(prompt, now):
            self.countdown.hide()
            return
        left = time_left(prompt, now).total_seconds()
        whole = (prompt.due_at - prompt.rings_at).total_seconds()
        share = max(left, 0) / whole if whole else None
        said = countdown(time_left(prompt, now))
        if left < -_AN_HOUR_S:
            said = due_in_words(prompt.due_at, now, self._around.zone)
        self.countdown.show_time(left, said, share)
        self.countdown.show()

    @Slot(str, object)
    def _offer_undo(self, sentence: str, facts: list[Fact]) -> None:
        if self._shown is None:
            return
        self._undoable = (self._shown, facts)
        self._asked_for = None
        self.refusal.hide()
        self.undo.show_message(f"{shortened(self.who.name.text(), _NAME)}: {sentence}")

    @Slot(object)
    def _say_refusal(self, error: AssistantError) -> None:
        """Show why nothing was written, until something is."""
        if self.isVisible():
            self.refusal.show_text(explain(error), State.LATE)
            self.refusal.show()

    @Slot()
    def _undo(self) -> None:
        if self._undoable is None:
            return
        lead_id, facts = self._undoable
        self._forget_undo()
        qt_desk = self._around.qt_desk
        qt_desk.take_back(facts)
        self._asked_for = lead_id
        self._open(lead_id)

    @Slot()
    def _forget_undo(self) -> None:
        self._undoable = None
        self.look()

    @Slot()
    def _close(self) -> None:
        """Put the card away; a lead that rings is asked why and until when."""
        ringing = {item.summary.lead_id for item in self._around.qt_desk.ringing()}
        self._asked_for = None
        if self._shown in ringing:
            self._expand()
            self.panel.ask_later()
        else:
            self.undo.take_away()
            self.panel.withdraw()
            self._leave()

    @Slot()
    def _toggle_size(self) -> None:
        self.body.setVisible(not self.body.isVisible())
        self._say_size()
        self.look()
        self.fit()

    def _expand(self) -> None:
        self.body.setVisible(True)
        self._say_size()

    def _say_size(self) -> None:
        is_small = self.body.isHidden()
        self.dots.setVisible(not is_small)
        self.short.setText(self.who.name.text() if is_small else "")
        if is_small:
            name_tool(self.small, "expand", tr("Make the card large"))
        else:
            name_tool(self.small, "minimise", tr("Make the card small"))

    @Slot()
    def _want_page(self) -> None:
        if self._shown is not None:
            self.lead_wanted.emit(self._shown)

    def _connect(self) -> None:
        qt_desk = self._around.qt_desk
        qt_desk.changed.connect(self.look)
        qt_desk.beat.connect(self._look_if_let_go)
        qt_desk.refused.connect(self._say_refusal)
        self.panel.logged.connect(self._offer_undo)
        self.panel.settled.connect(self.look)
        self.who.link_wanted.connect(self._around.open_link)
        self.undo.undone.connect(self._undo)
        self.undo.ended.connect(self._forget_undo)
        self._ticks.timeout.connect(self._tick)
        self.small.clicked.connect(self._toggle_size)
        self.who.page_wanted.connect(self._want_page)
        self.close_button.clicked.connect(self._close)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE.one)
        top.addWidget(self.countdown)
        top.addSpacing(SPACE.half)
        top.addWidget(self.dots)
        top.addWidget(self.short, 1)
        top.addStretch(0)
        top.addWidget(self.queue)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        name_tool(self.close_button, "close", tr("Put the card away"))
        for button in (self.small, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            tools.addWidget(button)
        top.addLayout(tools)
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE.two)
        inner.addWidget(self.who)
        inner.addWidget(self.panel)
        inner.addWidget(self.next)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(SPACE.two, SPACE.two, SPACE.two, SPACE.two)
        column.setSpacing(SPACE.two)
        column.addLayout(top)
        column.addWidget(self.body)
        column.addWidget(self.refusal)
        column.addWidget(self.undo)
        self.refusal.hide()
        self._say_size()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.panel.reopen)
