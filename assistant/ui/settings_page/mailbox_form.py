"""The fields of one mailbox, and what they say as a setting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from assistant.settings import MailboxSettings, Security, SignIn
from assistant.settings.mailboxes import MAILBOX, mailbox
from assistant.ui.around import Around
from assistant.ui.form.pieces import labelled
from assistant.ui.form.segments import Segments
from assistant.ui.look.roles import set_invalid
from assistant.ui.look.tokens import SPACE
from assistant.ui.settings_page.sign_in_fields import SignInFields
from assistant.words.catalogue import tr

_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME = 40
_USUAL_HOSTS = {SignIn.MICROSOFT: "outlook.office365.com", SignIn.GOOGLE: "imap.gmail.com"}


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why what was typed is no mailbox yet, and the field that mends it."""

    sentence: str
    field: QLineEdit


class MailboxForm(QWidget):
    """Asks for a mailbox: who, where, and what opens it, which is kept elsewhere.

    Signals:
        edited: Anything in it changed.
        entered: Enter was pressed in a field of it.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._before: MailboxSettings | None = None
        self._others: tuple[MailboxSettings, ...] = ()
        self._at_first: list[str] = []
        self.user, self.host = _line(tr("E-mail address")), _line(tr("Mail server"))
        self.sign_in, self.folder = SignInFields(around), _line(tr("Folder"))
        self.port, self.days_back = _line(tr("Port")), _line(tr("Days of older mail"))
        self.ca_file = _line(tr("File of trusted certificates"))
        self._lines = (
            self.user,
            *self.sign_in.lines,
            self.host,
            self.folder,
            self.port,
            self.days_back,
            self.ca_file,
        )
        self.port.setValidator(QIntValidator(1, 65_535, self))
        self.days_back.setValidator(QIntValidator(0, 60, self))
        self.security = Segments(
            tr("Security"), [(each.value, _security_word(each)) for each in Security]
        )
        for field in self._lines:
            field.textChanged.connect(self._edit)
            field.returnPressed.connect(self.entered)
        self.security.chosen.connect(self._edit)
        self.sign_in.chosen.connect(self._edit)
        self._lay_out()

    @property
    def is_touched(self) -> bool:
        """Say whether anything was typed since the start."""
        return self._standing() != self._at_first

    def start(self, before: MailboxSettings | None, in_use: Sequence[MailboxSettings]) -> None:
        """Show a mailbox, or empty fields for a new one.

        Args:
            before: The mailbox to be changed.
            in_use: The mailboxes there are.
        """
        self._before = before
        self._others = tuple(each for each in in_use if each != before)
        usual = before or MailboxSettings(name="", host="", user="")
        self.user.setText(usual.user)
        self.host.setText(usual.host)
        self.folder.setText("" if usual.folder == "INBOX" else usual.folder)
        self.security.choose(usual.security.value)
        self.port.setText("" if before is None else str(before.port))
        self.days_back.setText(str(usual.days_back or ""))
        self.ca_file.setText(usual.ca_file)
        self.sign_in.start(usual)
        self._at_first = self._standing()
        self._edit()
        self.user.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> MailboxSettings | Wrong:
        """Return the mailbox that stands here, or what keeps it from being one."""
        self._accept()
        read = self._kept()
        for key, (value, field, sentence) in self._asked().items():
            try:
                read[key] = MAILBOX[key](value)
            except ValueError:
                return self.wrong(sentence, field)
            if key == "client_id" and not value and self.sign_in.value is not SignIn.PASSWORD:
                return self.wrong(sentence, field)
        if read["ca_file"] and not Path(str(read["ca_file"])).is_file():
            said = tr("There is no file {path}.").format(path=read["ca_file"])
            return self.wrong(said, self.ca_file)
        try:
            meant = mailbox(self._name(), read)
        except ValueError:  # everything else was looked at
            said = tr("Without encryption only a server on this computer can be read.")
            return self.wrong(said, self.host)
        if any(_account(each) == _account(meant) for each in self._others):
            said = tr("{user} is read already.").format(user=meant.user)
            return self.wrong(said, self.user)
        return meant

    def wrong(self, sentence: str, field: QLineEdit) -> Wrong:
        """Mark a field and put the keyboard there."""
        set_invalid(field, invalid=True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return Wrong(sentence, field)

    def _asked(self) -> dict[str, tuple[object, QLineEdit, str]]:
        """Return each setting's value, its field, and what to say if it cannot be used."""
        host = self.host.text().strip() or self.host.placeholderText()
        user = tr("Type the e-mail address of the mailbox.")
        server = tr("Type the name of the mail server, such as imap.example.com.")
        port = tr("A port is a number from 1 to 65535.")
        days = tr("Days of older mail are a number from 0 to 60.")
        tenant, client_id = self.sign_in.read()
        no_tenant = tr("A tenant is a domain or an id, such as example.com.")
        no_client = tr("Type the client id: your IT makes it once, as docs/oauth2.md tells.")
        return {
            "user": (self.user.text(), self.user, user),
            "sign_in": (self.sign_in.value, self.user, ""),
            "client_id": (client_id, self.sign_in.client_id, no_client),
            "tenant": (tenant, self.sign_in.tenant, no_tenant),
            "host": (host, self.host, server),
            "folder": (self.folder.text().strip() or "INBOX", self.folder, ""),
            "security": (self.security.value, self.host, ""),
            "port": (int(self.port.text() or self.port.placeholderText()), self.port, port),
            "days_back": (int(self.days_back.text() or 0), self.days_back, days),
            "ca_file": (self.ca_file.text(), self.ca_file, ""),
        }

    def _kept(self) -> dict[str, object]:
        """Return what the file says of this mailbox and no field shows."""
        before = self._before
        hidden = ("taken_keyword", "taken_folder")
        return {} if before is None else {key: getattr(before, key) for key in hidden}

    def _standing(self) -> list[str]:
        chosen = (self.security.value, self.sign_in.choice.value)
        return [*(field.text() for field in self._lines), *chosen]

    def _accept(self) -> None:
        for field in self._lines:
            set_invalid(field, invalid=False)

    def _name(self) -> str:
        if self._before is not None:
            return self._before.name
        plain = _NO_NAME.sub("-", self.user.text().partition("@")[0]).strip("-") or "mailbox"
        taken = {each.name.lower() for each in self._others}  # files are called after them too
        names = (f"{plain[: _LONGEST_NAME - 3]}{end}" for end in ("", *map(str, range(2, 99))))
        return next(name for name in names if name.lower() not in taken)

    @Slot()
    def _edit(self) -> None:
        self._accept()
        self._guess()
        self.edited.emit()

    def _guess(self) -> None:
        """Show what empty fields mean."""
        domain = self.user.text().strip().partition("@")[2]
        usual = f"imap.{domain}" if domain else ""
        self.host.setPlaceholderText(_USUAL_HOSTS.get(self.sign_in.value, usual))
        self.folder.setPlaceholderText("INBOX")
        self.port.setPlaceholderText("993" if self.security.value == Security.TLS else "143")
        self.days_back.setPlaceholderText("0")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.two)
        column.addLayout(labelled(tr("E-mail address"), self.user))
        column.addWidget(self.sign_in)
        column.addLayout(labelled(tr("Mail server"), self.host))
        column.addLayout(labelled(tr("Folder"), self.folder))
        column.addLayout(labelled(tr("Security"), self.security))
        numbers = QHBoxLayout()
        numbers.setSpacing(SPACE.two)
        numbers.addLayout(labelled(tr("Port"), self.port))
        numbers.addLayout(labelled(tr("Days of older mail"), self.days_back))
        column.addLayout(numbers)
        column.addLayout(labelled(tr("File of trusted certificates"), self.ca_file))


def _security_word(security: Security) -> str:
    match security:
        case Security.TLS:
            return "TLS"
        case Security.STARTTLS:
            return "STARTTLS"
        case Security.PLAIN:
            return tr("None")


def _account(mailbox: MailboxSettings) -> tuple[str, str, str]:
    return mailbox.user.lower(), mailbox.host.lower(), mailbox.folder


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
