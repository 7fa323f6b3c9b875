"""What every form for an account at a mail server asks, and how it says what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from assistant.settings import Account, Security, SignIn
from assistant.settings.readers import Reader
from assistant.ui.around import Around
from assistant.ui.form.segments import Segments
from assistant.ui.look.roles import set_invalid
from assistant.ui.settings_page.sign_in_fields import SignInFields
from assistant.words.catalogue import tr

Asked = Mapping[str, tuple[object, QLineEdit, str]]
"""By setting: what was typed, its field, and what to say if it cannot be used."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why what was typed is no account yet, and the field that mends it."""

    sentence: str
    field: QLineEdit


class AccountForm(QWidget):
    """Asks for an account: who, where, and what opens it, which is kept elsewhere.

    Signals:
        edited: Anything in it changed.
        entered: Enter was pressed in a field of it.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._at_first: list[str] = []
        self.host, self.sign_in = line(tr("Mail server")), SignInFields(around)
        self.port, self.ca_file = line(tr("Port")), line(tr("File of trusted certificates"))
        self.port.setValidator(QIntValidator(1, 65_535, self))
        self.security = Segments(
            tr("Security"), [(each.value, _security_word(each)) for each in Security]
        )
        self._lines: tuple[QLineEdit, ...] = ()

    @property
    def is_touched(self) -> bool:
        """Say whether anything was typed since the start."""
        return self._standing() != self._at_first

    def read(self) -> Account | Wrong:
        """Return the account that stands here, or what keeps it from being one."""
        raise NotImplementedError

    def wrong(self, sentence: str, field: QLineEdit) -> Wrong:
        """Mark a field and put the keyboard there."""
        set_invalid(field, invalid=True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return Wrong(sentence, field)

    def _watch(self, *lines: QLineEdit) -> None:
        """Begin to listen to the fields; these are the ones with text."""
        self._lines = lines
        for field in lines:
            field.textChanged.connect(self._edit)
            field.returnPressed.connect(self.entered)
        self.security.chosen.connect(self._edit)
        self.sign_in.chosen.connect(self._edit)

    def _show_account(self, account: Account, port: int) -> None:
        """Show what every account has; the port as 0 shows the usual one."""
        self.host.setText(account.host)
        self.security.choose(account.security.value)
        self.port.setText(str(port or ""))
        self.ca_file.setText(account.ca_file)
        self.sign_in.start(account)

    def _begin(self, first: QLineEdit) -> None:
        """Call what stands here untouched, and put the keyboard into a field."""
        self._at_first = self._standing()
        self._edit()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked(self) -> dict[str, tuple[object, QLineEdit, str]]:
        """Return what was typed into the fields that every form has."""
        host = self.host.text().strip() or self.host.placeholderText()
        port = tr("A port is a number from 1 to 65535.")
        tenant, client_id = self.sign_in.read()
        no_tenant = tr("A tenant is a domain or an id, such as example.com.")
        no_client = tr("Type the client id: your IT makes it once, as docs/oauth2.md tells.")
        typed_port = int(self.port.text() or self.port.placeholderText())
        return {
            "sign_in": (self.sign_in.value, self.host, ""),
            "client_id": (client_id, self.sign_in.client_id, no_client),
            "tenant": (tenant, self.sign_in.tenant, no_tenant),
            "host": (host, self.host, self._no_server()),
            "security": (self.security.value, self.host, ""),
            "port": (typed_port, self.port, port),
            "ca_file": (self.ca_file.text(), self.ca_file, ""),
        }

    def _no_server(self) -> str:
        """Return what is said of a server that is none."""
        raise NotImplementedError

    def _read(self, asked: Asked, readers: Mapping[str, Reader]) -> dict[str, object] | Wrong:
        """Read each setting; stop at the first that cannot be used."""
        self._accept()
        read: dict[str, object] = {}
        for key, (value, field, sentence) in asked.items():
            try:
                read[key] = readers[key](value)
            except ValueError:
                return self.wrong(sentence, field)
            if key == "client_id" and not value and self.sign_in.value is not SignIn.PASSWORD:
                return self.wrong(sentence, field)
        if read["ca_file"] and not Path(str(read["ca_file"])).is_file():
            said = tr("There is no file {path}.").format(path=read["ca_file"])
            return self.wrong(said, self.ca_file)
        return read

    def _standing(self) -> list[str]:
        chosen = (self.security.value, self.sign_in.choice.value)
        return [*(field.text() for field in self._lines), *chosen]

    def _accept(self) -> None:
        for field in self._lines:
            set_invalid(field, invalid=False)

    @Slot()
    def _edit(self) -> None:
        self._accept()
        self._guess()
        self.edited.emit()

    def _guess(self) -> None:
        """Show what empty fields mean."""


def _security_word(security: Security) -> str:
    match security:
        case Security.TLS:
            return "TLS"
        case Security.STARTTLS:
            return "STARTTLS"
        case Security.PLAIN:
            return tr("None")


def line(name: str) -> QLineEdit:
    """Return an empty field that a screen reader calls by name."""
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
