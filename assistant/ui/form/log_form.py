"""The log form: opened on a key, filled in the order of a conversation, saved from anywhere.

Nothing typed is ever lost: what is cleared, or makes way for somebody who calls, is put
aside and can be brought back.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from assistant.core.contact import WITHHELD
from assistant.core.request import Request
from assistant.desk import StoredMessage
from assistant.ui.around import Around
from assistant.ui.form.check import Where, refusal
from assistant.ui.form.draft import Draft, FormKind, numbers, request
from assistant.ui.form.fields import CustomerFields
from assistant.ui.form.footer import SAVE_KEYS, Footer
from assistant.ui.form.frame import TwoColumns, fill_page
from assistant.ui.form.message_card import MessageCard
from assistant.ui.form.meter import FollowableMeter
from assistant.ui.form.outcome import OutcomeBox
from assistant.ui.form.segments import Segments
from assistant.ui.form.words import kinds, saved_in_words
from assistant.ui.look.pill import Pill
from assistant.ui.look.roles import State
from assistant.ui.sentences import who
from assistant.words.catalogue import tr


class LogForm(QWidget):
    """Asks for a walk-in, a call or a missed call, and logs it.

    Signals:
        saved: Something was logged (``Taken``).
        left: The user is done here.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._called = ""
        self._message_id = ""
        self._aside: list[Draft] = []
        self._identities: frozenset[str] = frozenset()
        self.kinds = Segments(tr("What is logged"), kinds())
        self.source = Pill()
        self.customer = CustomerFields(around)
        self.outcome = OutcomeBox(around)
        self.meter = FollowableMeter()
        self.message = MessageCard()
        self.bring_back = QPushButton(tr("Bring back"))
        self.clear_button = QPushButton(tr("Clear"))
        self.footer = Footer(tr("Save"), self.bring_back, self.clear_button)
        self._lay_out()
        self._connect()
        self.bring_in(Draft())

    def start(self, kind: FormKind, number: str = "", called: str = "") -> None:
        """Open the form. What stands in it stays, unless another customer calls.

        Args:
            kind: What is logged.
            number: The customer's number, in any spelling; empty if nobody calls,
                ``WITHHELD`` if he hides it.
            called: The number that he called, if it is known.
        """
        self.footer.say("", None)  # what was saved before is another customer's
        present = self.draft()
        if present.message_id:  # another contact has nothing to do with that message
            self._put_aside(present)
            present = Draft(kind=kind)
        if not number:
            self.bring_in(replace(present, kind=kind, called=called or present.called))
        elif self._is_same(number, present.number):
            self.bring_in(replace(present, kind=kind, called=called))
        else:
            self._put_aside(present)
            shown = "" if number == WITHHELD else number
            self.bring_in(Draft(kind=kind, number=shown, called=called))
        fields = self.customer
        next_field = fields.name if fields.number.text else fields.number.field
        next_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_from(self, message: StoredMessage, number: str) -> None:
        """Open the form beside a message that the program could not read.

        Args:
            message: What came in.
            number: The number that seems to be the customer's; may be empty.
        """
        present = self.draft()
        if present.message_id != message.id:
            self._put_aside(present)
            self.bring_in(Draft(kind=FormKind.MESSAGE, number=number, message_id=message.id))
        self.customer.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> Draft:
        """Return what stands in the form."""
        fields = self.customer
        return Draft(
            kind=FormKind.MESSAGE if self._message_id else FormKind(self.kinds.value),
            number=fields.number.text,
            phone_asked=fields.number.asked.isChecked(),
            phone_read_back=fields.number.read_back.isChecked(),
            name=fields.name.text().strip(),
            question=fields.question.toPlainText().strip(),
            vehicle=fields.car.text().strip(),
            email=fields.email.text,
            email_asked=fields.email.asked.isChecked(),
            email_read_back=fields.email.read_back.isChecked(),
            called=self._called,
            next_step=self.outcome.next_step,
            message_id=self._message_id,
        )

    @Slot()
    def save(self) -> None:
        """Log what stands in the form, or say what is wrong and lose nothing."""
        draft = self.draft()
        if draft.is_empty and self.footer.message.isVisible():
            return  # a second press must not talk over what was saved
        wrong = refusal(draft, self._around.settings.dealer.country, self._around.now())
        if wrong is not None:
            self.footer.say(wrong.sentence, State.LATE)
            self._insist(wrong.where)
            return
        asked, qt_desk = self._request(draft), self._around.qt_desk
        spoken = draft.kind in (FormKind.WALK_IN, FormKind.CALL)
        next_step = draft.next_step if spoken else None
        message_id = draft.message_id or None
        taken = qt_desk.step(lambda: qt_desk.desk.log_contact(asked, next_step, message_id))
        if taken is None:
            self.footer.say(tr("Nothing was saved; everything still stands here."), State.LATE)
            return
        said = saved_in_words(self._around, asked, taken, self.customer.known.name)
        self._begin(draft.kind)
        self.footer.say(said, State.DONE)
        self.saved.emit(taken)

    @Slot()
    def escape(self) -> None:
        """Clear the form, or leave it when it is empty."""
        draft = self.draft()
        if draft.is_empty:
            self.left.emit()
            return
        self._put_aside(draft)
        self._begin(draft.kind)

    def _begin(self, kind: FormKind) -> None:
        self.bring_in(Draft(kind=FormKind.WALK_IN if kind is FormKind.MESSAGE else kind))
        self.customer.number.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _insist(self, where: Where) -> None:
        match where:
            case Where.NUMBER:
                self.customer.number.insist()
            case Where.EMAIL:
                self.customer.email.insist()
            case Where.OUTCOME:
                self.outcome.insist()

    def _is_same(self, number: str, typed: str) -> bool:
        read = self._numbers(number)
        return read == self._numbers(typed) if read else number == typed

    def _numbers(self, text: str) -> Sequence[object]:
        return numbers(text, self._around.settings.dealer.country)

    def _request(self, draft: Draft) -> Request:
        settings = self._around.settings
        found = numbers(draft.called, settings.dealer.country)
        called = found[0].key if found else draft.called
        source = settings.tracking_numbers.get(called, called)
        return request(draft, settings.dealer.country, source)

    def _put_aside(self, draft: Draft) -> None:
        if draft.is_empty:
            return
        self._aside.append(draft)
        called = who(draft.name, draft.number, draft.email)
        self.footer.say(tr("Put aside: {who}").format(who=called), None)

    @Slot()
    def _bring_back(self) -> None:
        """Change places with what was put aside last; again and again through all of it."""
        present, aside = self.draft(), self._aside.pop()
        if not present.is_empty:
            self._aside.insert(0, present)
        self.footer.say("", None)
        self.bring_in(aside)
        self.customer.number.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_in(self, draft: Draft) -> None:
        """Show a draft in place of what stands in the form."""
        fields = self.customer
        self._called = draft.called
        self._message_id = draft.message_id
        if draft.message_id:
            qt_desk = self._around.qt_desk
            self.message.show_message(
                qt_desk.do(lambda: qt_desk.desk.messages.one(draft.message_id))
            )
        else:
            self.kinds.choose(draft.kind)
        fields.number.show_text(draft.number, draft.phone)
        fields.name.setText(draft.name)
        fields.question.setPlainText(draft.question)
        fields.car.setText(draft.vehicle)
        fields.email.show_text(draft.email, draft.mail)
        for line in (fields.name, fields.car):
            line.setCursorPosition(0)  # a long name is read from its beginning
        self.outcome.show_next_step(draft.next_step)
        self._look()

    @Slot()
    def _edit(self) -> None:
        if self.footer.complains:
            self.footer.say("", None)
        self._look()

    def _look(self) -> None:
        """Show what follows from what is typed so far."""
        draft = self.draft()
        asked, qt_desk = self._request(draft), self._around.qt_desk
        self.meter.show_request(asked)
        if asked.identities != self._identities:
            self._identities = asked.identities
            leads = qt_desk.do(lambda: qt_desk.desk.known(asked.identities))
            self.customer.known.show_leads(leads or [])
        self.source.setText(self._around.national(asked.source))
        self.source.setVisible(bool(asked.source))
        from_message = draft.kind is FormKind.MESSAGE
        self.message.setVisible(from_message)
        self.kinds.setVisible(not from_message)
        self.outcome.setVisible(not from_message)
        self.outcome.show_missed(missed=draft.kind is FormKind.MISSED_CALL)
        self.bring_back.setVisible(bool(self._aside))
        self.clear_button.setEnabled(not draft.is_empty)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._edit)
        self.customer.edited.connect(self._edit)
        self.outcome.edited.connect(self._edit)
        self.bring_back.clicked.connect(self._bring_back)
        self.clear_button.clicked.connect(self.escape)
        self.footer.primary.clicked.connect(self.save)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key in SAVE_KEYS:
            QShortcut(QKeySequence(key), self, self.save, context=within).setAutoRepeat(False)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.escape, context=within)

    def _lay_out(self) -> None:
        body = TwoColumns()
        body.left.addWidget(self.customer)
        body.left.addStretch(1)
        body.right.addWidget(self.message)
        body.right.addWidget(self.outcome)
        body.right.addWidget(self.meter)
        body.right.addStretch(1)
        beside = (None, self.source, self.kinds)
        fill_page(self, tr("Log a contact"), body, beside=beside, below=self.footer)
        buttons = [self.bring_back, self.clear_button, self.footer.primary]
        controls = [*self.customer.controls(), *self.outcome.controls(), *buttons]
        for earlier, later in pairwise([*self.kinds.buttons.buttons(), *controls]):
            QWidget.setTabOrder(earlier, later)
