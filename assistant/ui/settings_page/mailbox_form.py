"""The fields of one mailbox, and what they say as a setting."""

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from assistant.settings import MailboxSettings, Security
from assistant.settings.mailboxes import MAILBOX, mailbox
from assistant.ui.form.pieces import hint_label, labelled
from assistant.ui.form.segments import Segments
from assistant.ui.look.roles import set_invalid
from assistant.ui.look.tokens import SPACE
from assistant.ui.look.tool import name_tool
from assistant.words.catalogue import tr

_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why what was typed is no mailbox yet, and the field that mends it."""

    sentence: str
    field: QLineEdit


class MailboxForm(QWidget):
    """Asks for a mailbox: who, where, and the password, which is kept elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self._before: MailboxSettings | None = None
        self._taken: frozenset[str] = frozenset()
        self.user, self.host = _line(tr("E-mail address")), _line(tr("Mail server"))
        self.password, self.folder = _line(tr("Password")), _line(tr("Folder"))
        self.port, self.days_back = _line(tr("Port")), _line(tr("Days of older mail"))
        self.port.setValidator(QIntValidator(1, 65_535, self))
        self.days_back.setValidator(QIntValidator(0, 60, self))
        self.security = Segments(
            tr("Security"), [(each.value, _security_word(each)) for each in Security]
        )
        self.show_password = QToolButton()
        self.show_password.setCheckable(True)
        name_tool(self.show_password, "eye", tr("Show the password"))
        self.show_password.toggled.connect(self._show_password)
        self.user.textChanged.connect(self._guess)
        self.security.chosen.connect(self._guess)
        self._show_password(shown=False)
        self._lay_out()

    def start(self, before: MailboxSettings | None, taken: frozenset[str]) -> None:
        """Show a mailbox, or empty fields for a new one.

        Args:
            before: The mailbox to be changed.
            taken: The names that other mailboxes have.
        """
        self._before, self._taken = before, taken
        usual = before or MailboxSettings(name="", host="", user="")
        self.user.setText(usual.user)
        self.host.setText(usual.host)
        self.folder.setText("" if usual.folder == "INBOX" else usual.folder)
        self.security.choose(usual.security.value)
        self.port.setText("" if before is None else str(before.port))
        self.days_back.setText(str(usual.days_back or ""))
        self.password.clear()
        self.show_password.setChecked(False)
        for field in (self.user, self.host, self.folder):
            set_invalid(field, invalid=False)
        self.user.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> MailboxSettings | Wrong:
        """Return the mailbox that stands here, or what keeps it from being one."""
        for field in (self.user, self.host):
            set_invalid(field, invalid=False)
        if not self.user.text().strip():
            return self._wrong(tr("Type the e-mail address of the mailbox."), self.user)
        values = {
            "user": self.user.text(),
            "host": self.host.text().strip() or self.host.placeholderText(),
            "folder": self.folder.text().strip() or "INBOX",
            "security": self.security.value,
            "port": int(self.port.text() or self.port.placeholderText()),
            "days_back": int(self.days_back.text() or 0),
        }
        try:
            read = {key: MAILBOX[key](value) for key, value in values.items()}
            return mailbox(self._name(), self._kept() | read)
        except (ValueError, LookupError):
            said = tr("Type the name of the mail server, such as imap.example.com.")
            if self.security.value == Security.PLAIN and self.host.text().strip():
                said = tr("Without encryption only a server on this computer can be read.")
            return self._wrong(said, self.host)

    def _kept(self) -> dict[str, object]:
        """Return what the file says of this mailbox and no field shows."""
        before = self._before
        hidden = ("ca_file", "taken_keyword", "taken_folder")
        return {} if before is None else {key: getattr(before, key) for key in hidden}

    def _name(self) -> str:
        if self._before is not None:
            return self._before.name
        plain = _NO_NAME.sub("-", self.user.text().partition("@")[0]).strip("-") or "mailbox"
        names = (f"{plain[: _LONGEST_NAME - 3]}{end}" for end in ("", *map(str, range(2, 99))))
        return next(name for name in names if name not in self._taken)

    def _wrong(self, sentence: str, field: QLineEdit) -> Wrong:
        set_invalid(field, invalid=True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return Wrong(sentence, field)

    @Slot()
    def _guess(self) -> None:
        """Show what empty fields mean."""
        domain = self.user.text().strip().partition("@")[2]
        self.host.setPlaceholderText(f"imap.{domain}" if domain else "")
        self.folder.setPlaceholderText("INBOX")
        self.port.setPlaceholderText("993" if self.security.value == Security.TLS else "143")
        self.days_back.setPlaceholderText("0")

    @Slot(bool)
    def _show_password(self, *, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.password.setEchoMode(mode)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.two)
        column.addLayout(labelled(tr("E-mail address"), self.user))
        hint = hint_label(tr("Kept in the computer's keyring"))
        column.addLayout(labelled(tr("Password"), self.password, self.show_password, hint=hint))
        column.addLayout(labelled(tr("Mail server"), self.host))
        column.addLayout(labelled(tr("Folder"), self.folder))
        column.addLayout(labelled(tr("Security"), self.security))
        numbers = QHBoxLayout()
        numbers.setSpacing(SPACE.two)
        numbers.addLayout(labelled(tr("Port"), self.port))
        numbers.addLayout(labelled(tr("Days of older mail"), self.days_back))
        column.addLayout(numbers)


def _security_word(security: Security) -> str:
    match security:
        case Security.TLS:
            return "TLS"
        case Security.STARTTLS:
            return "STARTTLS"
        case Security.PLAIN:
            return tr("None")


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
