"""The fields of one mailbox, and what they say as a setting."""

import re
from collections.abc import Sequence

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from assistant.settings import MailboxSettings, SignIn
from assistant.settings.mailboxes import MAILBOX, mailbox, usual_port
from assistant.settings.values import Security
from assistant.ui.around import Around
from assistant.ui.form.pieces import labelled
from assistant.ui.look.tokens import SPACE
from assistant.ui.settings_page.account_form import AccountForm, Wrong, line
from assistant.words.catalogue import tr

_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME = 40
_USUAL_HOSTS = {SignIn.MICROSOFT: "outlook.office365.com", SignIn.GOOGLE: "imap.gmail.com"}


class MailboxForm(AccountForm):
    """Asks for a mailbox."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._before: MailboxSettings | None = None
        self._others: tuple[MailboxSettings, ...] = ()
        self.user, self.folder = line(tr("E-mail address")), line(tr("Folder"))
        self.days_back = line(tr("Days of older mail"))
        self.days_back.setValidator(QIntValidator(0, 60, self))
        self._watch(
            self.user,
            *self.sign_in.lines,
            self.host,
            self.folder,
            self.port,
            self.days_back,
            self.ca_file,
        )
        self._lay_out()

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
        self.folder.setText("" if usual.folder == "INBOX" else usual.folder)
        self.days_back.setText(str(usual.days_back or ""))
        self._show_account(usual, 0 if before is None else before.port)
        self._begin(self.user)

    @override
    def read(self) -> MailboxSettings | Wrong:
        """Return the mailbox that stands here, or what keeps it from being one."""
        read = self._read(self._asked(), MAILBOX)
        if isinstance(read, Wrong):
            return read
        try:
            meant = mailbox(self._name(), self._kept() | read)
        except ValueError:  # everything else was looked at
            said = tr("Without encryption only a server on this computer can be read.")
            return self.wrong(said, self.host)
        if any(_account(each) == _account(meant) for each in self._others):
            said = tr("{user} is read already.").format(user=meant.user)
            return self.wrong(said, self.user)
        return meant

    @override
    def _asked(self) -> dict[str, tuple[object, QLineEdit, str]]:
        user = tr("Type the e-mail address of the mailbox.")
        days = tr("Days of older mail are a number from 0 to 60.")
        own: dict[str, tuple[object, QLineEdit, str]] = {
            "user": (self.user.text(), self.user, user),
            "folder": (self.folder.text().strip() or "INBOX", self.folder, ""),
            "days_back": (int(self.days_back.text() or 0), self.days_back, days),
        }
        return own | super()._asked()

    @override
    def _no_server(self) -> str:
        return tr("Type the name of the mail server, such as imap.example.com.")

    def _kept(self) -> dict[str, object]:
        """Return what the file says of this mailbox and no field shows."""
        before = self._before
        hidden = ("taken_keyword", "taken_folder")
        return {} if before is None else {key: getattr(before, key) for key in hidden}

    def _name(self) -> str:
        if self._before is not None:
            return self._before.name
        plain = _NO_NAME.sub("-", self.user.text().partition("@")[0]).strip("-") or "mailbox"
        taken = {each.name.lower() for each in self._others}  # files are called after them too
        names = (f"{plain[: _LONGEST_NAME - 3]}{end}" for end in ("", *map(str, range(2, 99))))
        return next(name for name in names if name.lower() not in taken)

    @override
    def _guess(self) -> None:
        domain = self.user.text().strip().partition("@")[2]
        usual = f"imap.{domain}" if domain else ""
        self.host.setPlaceholderText(_USUAL_HOSTS.get(self.sign_in.value, usual))
        self.folder.setPlaceholderText("INBOX")
        self.port.setPlaceholderText(str(usual_port(Security(self.security.value))))
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


def _account(mailbox: MailboxSettings) -> tuple[str, str, str]:
    return mailbox.user.lower(), mailbox.host.lower(), mailbox.folder
