"""A question about a mail to the customer: nobody knows whether it left, or it never will."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from assistant.core.facts import LeadId
from assistant.desk import OutboxMail, OutboxState
from assistant.ui.around import Around
from assistant.ui.look.banner import Banner
from assistant.ui.look.roles import State
from assistant.words.catalogue import tr
from assistant.words.handed import why
from assistant.words.times import moment_in_words


class MailQuestion(Banner):
    """Asks about one mail at a time, the oldest first; hidden when there is nothing to ask.

    Signals:
        answered: The salesperson has said what is to be done.
    """

    answered = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__("", State.WARM, parent)
        self._around = around
        self._mail: OutboxMail | None = None
        self.settle, self.again = QPushButton(), QPushButton(tr("Send again"))
        self.settle.clicked.connect(self._settle)
        self.again.clicked.connect(self._again)
        for button in (self.settle, self.again):
            self.add(button)
        self.hide()

    def show_lead(self, lead_id: LeadId | None) -> None:
        """Show what must be asked about a lead's mails, if anything must."""
        outgoing = self._around.qt_desk.desk.outgoing
        asking = [] if lead_id is None else outgoing.asking_of(lead_id)
        self._mail = next(iter(asking), None)
        if self._mail is not None:
            self._ask(self._mail)
        self.setVisible(self._mail is not None)

    def _ask(self, mail: OutboxMail) -> None:
        when = moment_in_words(mail.put_at, self._around.now(), self._around.zone)
        named = {"moment": when, "address": mail.recipient, "subject": mail.subject}
        if mail.state is OutboxState.UNSURE:
            asked = tr("Did the mail of {moment} to {address} go out ({subject})?")
            self.settle.setText(tr("It went out"))
        elif mail.state is OutboxState.BOUNCED:
            asked = tr("The mail of {moment} to {address} bounced ({subject}).")
        else:
            asked = tr("The mail of {moment} to {address} was not sent ({subject}).")
        if mail.state is not OutboxState.UNSURE:
            self.settle.setText(tr("Take back") if self._hands_over(mail) else tr("Leave it"))
        told = asked.format(**named)
        self.show_text(" ".join(filter(None, (told, why(mail)))), State.WARM)

    def _hands_over(self, mail: OutboxMail) -> bool:
        """Say whether a lead counts as handed over by this mail alone."""
        sent = self._around.qt_desk.desk.lead(mail.lead_id).course.sent
        return sent is not None and sent.id == mail.fact_id

    @Slot()
    def _settle(self) -> None:
        mail, desk = self._mail, self._around.qt_desk.desk
        if mail is not None:
            if mail.state is not OutboxState.UNSURE and self._hands_over(mail):
                self._around.qt_desk.step(lambda: desk.handovers.recall(mail.lead_id))
            else:
                self._around.qt_desk.step(lambda: desk.outgoing.settle(mail.id))
            self.answered.emit()

    @Slot()
    def _again(self) -> None:
        mail, desk = self._mail, self._around.qt_desk.desk
        if mail is not None:
            self._around.qt_desk.step(lambda: desk.outgoing.send_again(mail.id))
            self.answered.emit()
