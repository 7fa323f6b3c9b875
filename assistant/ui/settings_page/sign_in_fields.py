"""The fields that say how a mailbox is opened: a password, or a sign-in at who runs it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.settings import Account, MailboxSettings, SignIn
from assistant.sign_in import Invitation
from assistant.ui.around import Around
from assistant.ui.form.pieces import hint_label, labelled
from assistant.ui.form.segments import Segments
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.tokens import SPACE
from assistant.ui.settings_page.secret_line import SecretLine
from assistant.ui.settings_page.sign_in_panel import SignInPanel
from assistant.words.catalogue import tr

_NO_TENANT = MailboxSettings(name="", host="", user="").tenant


class SignInFields(QWidget):
    """Asks how a mailbox is opened, and only for what that needs.

    Signals:
        chosen: Another way was chosen.
    """

    chosen = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.choice = Segments(tr("Sign in with"), [(each.value, _word(each)) for each in SignIn])
        self.password = SecretLine(tr("Password"), tr("Show the password"))
        self.tenant, self.client_id = QLineEdit(), QLineEdit()
        self.tenant.setAccessibleName(tr("Tenant"))
        self.tenant.setPlaceholderText(_NO_TENANT)
        self.client_id.setAccessibleName(tr("Client id"))
        self.client_secret = SecretLine(tr("Client secret"), tr("Show the client secret"))
        self.lines = (self.password, self.tenant, self.client_id, self.client_secret)
        self.button = QPushButton()
        self.panel = SignInPanel(around)
        self.said = PlainLabel(role=Text.BODY)
        self._rows = self._made_rows()
        self._lay_out()
        self.choice.chosen.connect(self._choose)
        self.show_running(running=False)
        self.say("", None)

    @property
    def value(self) -> SignIn:
        """Return the way that is chosen."""
        return SignIn(self.choice.value)

    def start(self, usual: Account) -> None:
        """Show how a mailbox is opened."""
        self.choice.choose(usual.sign_in.value)
        self.tenant.setText("" if usual.tenant == _NO_TENANT else usual.tenant)
        self.client_id.setText(usual.client_id)
        self.password.start()
        self.client_secret.start()
        self.show_running(running=False)
        self.say("", None)

    def read(self) -> tuple[str, str]:
        """Return the tenant and the client id; what the chosen way does not need is empty."""
        way = self.value
        tenant = self.tenant.text().strip() if way is SignIn.MICROSOFT else ""
        client_id = "" if way is SignIn.PASSWORD else self.client_id.text().strip()
        return tenant or _NO_TENANT, client_id

    def say(self, sentence: str, state: State | None) -> None:
        """Say how the sign-in goes."""
        self.said.setText(sentence)
        self.said.set_state(state)
        self.said.setVisible(bool(sentence))

    def show_running(self, *, running: bool) -> None:
        """Offer to sign in, or to stop it."""
        at = tr("Sign in at {name}").format(name=_word(self.value))
        self.button.setText(tr("Stop signing in") if running else at)
        self.button.setIcon(icon("close" if running else "key"))
        if not running:
            if self.panel.has_keyboard:
                self.button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.panel.hide()
        for row, ways in self._rows.items():
            row.setVisible(self.value in ways)

    @Slot(object)
    def show_invitation(self, invitation: Invitation) -> None:
        """Show what to do in the browser; the keyboard goes there from the button."""
        self.panel.show_invitation(invitation)
        if self.button.hasFocus():  # which would stop it now
            self.panel.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say(tr("Waiting until you have signed in …"), None)

    @Slot()
    def _choose(self) -> None:
        self.show_running(running=False)
        self.chosen.emit()

    def _made_rows(self) -> dict[QWidget, set[SignIn]]:
        """Return each row, and the ways that need it."""
        kept = tr("Kept in the computer's keyring")
        by_it = tr("Your IT has made it")
        secret, client_secret = self.password, self.client_secret
        oauth = {SignIn.MICROSOFT, SignIn.GOOGLE}
        return {
            _row(labelled(tr("Password"), secret, secret.eye, hint=hint_label(kept))): {
                SignIn.PASSWORD
            },
            _row(labelled(tr("Client id"), self.client_id, hint=hint_label(by_it))): oauth,
            _row(labelled(tr("Tenant"), self.tenant)): {SignIn.MICROSOFT},
            _row(
                labelled(
                    tr("Client secret"), client_secret, client_secret.eye, hint=hint_label(kept)
                )
            ): {SignIn.GOOGLE},
            _row(_line_of(self.button)): oauth,
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.two)
        column.addLayout(labelled(tr("Sign in with"), self.choice))
        for row in self._rows:
            column.addWidget(row)
        for widget in (self.panel, self.said):
            column.addWidget(widget)


def _word(way: SignIn) -> str:
    match way:
        case SignIn.PASSWORD:
            return tr("Password")
        case SignIn.MICROSOFT:
            return "Microsoft"
        case SignIn.GOOGLE:
            return "Google"


def _line_of(button: QPushButton) -> FlowLayout:
    line = FlowLayout(None, SPACE.one)
    line.addWidget(button)
    return line


def _row(layout: QLayout) -> QWidget:
    row = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    row.setLayout(layout)
    return row
