"""The fields of the server by which mail leaves, and what they say as a setting."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout
from typing_extensions import override

from assistant.settings import OutgoingSettings, SignIn
from assistant.settings.outgoing import OUTGOING, submission_port
from assistant.settings.values import Security
from assistant.ui.around import Around
from assistant.ui.form.pieces import labelled
from assistant.ui.look.tokens import SPACE
from assistant.ui.settings_page.account_form import AccountForm, Wrong, line
from assistant.words.catalogue import tr

_USUAL_HOSTS = {SignIn.MICROSOFT: "smtp.office365.com", SignIn.GOOGLE: "smtp.gmail.com"}


class OutgoingForm(AccountForm):
    """Asks by which server mail leaves, and from whom."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.address, self.user = line(tr("Your mails are from")), line(tr("Log-in name"))
        self._watch(
            self.address,
            *self.sign_in.lines,
            self.user,
            self.host,
            self.port,
            self.ca_file,
        )
        self._lay_out()

    def start(self, before: OutgoingSettings) -> None:
        """Show the server that is set, or empty fields."""
        self.address.setText(before.address)
        self.user.setText("" if before.user == before.address else before.user)
        self._show_account(before, before.port)
        self._begin(self.address)

    @override
    def read(self) -> OutgoingSettings | Wrong:
        """Return the server that stands here, or what keeps it from being one."""
        read = self._read(self._asked(), OUTGOING)
        if isinstance(read, Wrong):
            return read
        if not read["address"]:
            return self.wrong(self._no_address(), self.address)
        if not read["host"]:
            return self.wrong(self._no_server(), self.host)
        values: dict[str, Any] = read
        try:
            return OutgoingSettings(**values)
        except ValueError:  # everything else was looked at
            said = tr("Without encryption only a server on this computer can send.")
            return self.wrong(said, self.host)

    @override
    def _asked(self) -> dict[str, tuple[object, QLineEdit, str]]:
        no_user = tr("A log-in name stands on one line.")
        own: dict[str, tuple[object, QLineEdit, str]] = {
            "address": (self.address.text(), self.address, self._no_address()),
            "user": (self.user.text(), self.user, no_user),
        }
        asked = own | super()._asked()
        typed = int(self.port.text() or 0)  # none stays the usual one, whatever the security is
        asked["port"] = (typed, *asked["port"][1:])
        return asked

    def _no_address(self) -> str:
        return tr("Type the e-mail address from which your mails are to come.")

    @override
    def _no_server(self) -> str:
        return tr("Type the name of the mail server, such as smtp.example.com.")

    @override
    def _guess(self) -> None:
        address = self.address.text().strip()
        domain = address.partition("@")[2]
        usual = f"smtp.{domain}" if domain else ""
        self.host.setPlaceholderText(_USUAL_HOSTS.get(self.sign_in.value, usual))
        self.user.setPlaceholderText(address)
        self.port.setPlaceholderText(str(submission_port(Security(self.security.value))))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.two)
        column.addLayout(labelled(tr("Your mails are from"), self.address))
        column.addWidget(self.sign_in)
        for label, field in (
            (tr("Log-in name"), self.user),
            (tr("Mail server"), self.host),
            (tr("Security"), self.security),
            (tr("Port"), self.port),
            (tr("File of trusted certificates"), self.ca_file),
        ):
            column.addLayout(labelled(label, field))
