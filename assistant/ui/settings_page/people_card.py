"""Who sits here and for which dealer: what stands in the log and under messages."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from assistant.core.contact import read_phone
from assistant.settings import Settings
from assistant.ui.around import Around
from assistant.ui.form.pieces import card, hint_label, labelled
from assistant.ui.look.roles import set_invalid
from assistant.words.catalogue import tr


class PeopleCard(QWidget):
    """Asks for the salesperson's name, and the dealer's name, number and place.

    Signals:
        edited: Something was typed.
    """

    edited = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self.salesperson = _line(tr("Your name"))
        self.dealer = _line(tr("The dealer's name"))
        self.phone = _line(tr("The dealer's number"))
        self.address = _line(tr("Where customers come to"))
        self.phone.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        frame, column = card(tr("You"))
        for line, hint in (
            (self.salesperson, tr("Stands in the log")),
            (self.dealer, tr("Stands under your messages")),
            (self.phone, tr("Stands under your messages")),
            (self.address, tr("Stands in invites to appointments")),
        ):
            column.addLayout(labelled(line.accessibleName(), line, hint=hint_label(hint)))
            line.textEdited.connect(self.edited)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_settings(self, settings: Settings) -> None:
        """Show settings in place of what was typed."""
        number = settings.dealer.phone
        self.salesperson.setText(settings.desk.salesperson)
        self.dealer.setText(settings.dealer.name)
        self.phone.setText(self._around.national(number) if number else "")
        self.address.setText(settings.dealer.address)
        for line in (self.salesperson, self.dealer, self.phone, self.address):
            line.setCursorPosition(0)
        set_invalid(self.phone, False)

    def edited_settings(self, settings: Settings) -> Settings:
        """Return ``settings`` with what stands here; a number that is none is left out."""
        return replace(
            settings,
            desk=replace(settings.desk, salesperson=self.salesperson.text().strip()),
            dealer=replace(
                settings.dealer,
                name=self.dealer.text().strip(),
                phone=self._number() or "",
                address=self.address.text().strip(),
            ),
        )

    def is_wrong(self) -> bool:
        """Say whether something stands for a number that is none."""
        return self._number() is None

    def insist(self) -> None:
        """Mark the number and put the keyboard into it."""
        set_invalid(self.phone, True)
        self.phone.setFocus(Qt.FocusReason.OtherFocusReason)

    def _number(self) -> str | None:
        """Return the number as E.164, empty without one; ``None`` for what is no number."""
        typed = self.phone.text().strip()
        if not typed:
            return ""
        phone = read_phone(typed, self._around.settings.dealer.country)
        return None if phone is None else phone.key


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
