"""A customer's number and address with their marks: what makes him followable."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.core.course import Course
from assistant.core.followable import Contact, address_in_use, contact_of, number_in_use
from assistant.ui.action.contact_row import ContactRow
from assistant.ui.around import Around
from assistant.ui.form.draft import address, numbers
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr


class ContactRows(QWidget):
    """Asks for what is not held, and how far what is held can be trusted.

    Signals:
        edited: Something was typed or marked.
    """

    edited = Signal()

    def __init__(self, around: Around, *, stacked: bool = False) -> None:
        """Set up.

        Args:
            around: The surroundings.
            stacked: Whether the marks stand below, for a narrow column.
        """
        super().__init__()
        self._around = around
        self._region = around.settings.dealer.country
        self.number = ContactRow(
            tr("Number"),
            (tr("Number asked"), tr("Number read back")),
            lambda text: bool(numbers(text, self._region)),
            stacked=stacked,
        )
        self.email = ContactRow(
            tr("E-mail"),
            (tr("E-mail asked"), tr("E-mail read back")),
            lambda text: bool(address(text)),
            stacked=stacked,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.half)
        for row in (self.number, self.email):
            column.addWidget(row)
            row.edited.connect(self.edited)

    def start(self, course: Course) -> None:
        """Begin with what is held of a customer and works."""
        phone, email = number_in_use(course), address_in_use(course)
        if phone is None or phone.key in course.bad:
            self.number.start("", Contact.HELD)
        else:
            number = self._around.national(phone.number)
            self.number.start(number, contact_of(course, phone.key))
        works = email if email not in course.bad else ""
        self.email.start(works, contact_of(course, works))

    @property
    def is_changed(self) -> bool:
        """Say whether something was typed or marked."""
        return self.number.is_changed or self.email.is_changed

    def can_be_used(self) -> bool:
        """Say whether all that was typed can be used; mark what cannot."""
        for row in (self.number, self.email):
            if row.is_wrong:
                row.insist()
                return False
        return True

    def learnt(self) -> dict[str, object]:
        """Return the fields of ``Learnt``; ``None`` and empty ones say nothing."""
        phone_asked, phone_read_back = self.number.learnt_marks()
        email_asked, email_read_back = self.email.learnt_marks()
        found = numbers(self.number.typed, self._region)
        return {
            "phone": found[0] if found else None,
            "email": address(self.email.typed),
            "phone_asked": phone_asked,
            "phone_read_back": phone_read_back,
            "email_asked": email_asked,
            "email_read_back": email_read_back,
        }
