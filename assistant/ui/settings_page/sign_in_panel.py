"""What a person does in his browser to sign in: the code in large, and the way to the page."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from assistant.sign_in import Invitation
from assistant.ui.around import Around
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Surface, Text, Variant, set_surface, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr


class SignInPanel(QFrame):
    """Shows an invitation, and opens its page."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        set_surface(self, Surface.INSET)
        self._around = around
        self._invitation = Invitation("")
        self.task = PlainLabel(role=Text.BODY)
        self.code = PlainLabel(role=Text.TITLE)
        self.address = PlainLabel(role=Text.MUTED)
        self.copy = QPushButton(icon("copy"), "")
        self.open = QPushButton(icon("link-out"), tr("Open the page again"))
        self.copy.clicked.connect(self._copy)
        self.open.clicked.connect(self._open)
        buttons = FlowLayout(None, SPACE.one)
        for button in (self.copy, self.open):
            set_variant(button, Variant.QUIET)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.two, SPACE.two, SPACE.two, SPACE.two)
        column.setSpacing(SPACE.one)
        for label in (self.task, self.code, self.address):
            column.addWidget(label)
        column.addLayout(buttons)
        self.hide()

    def show_invitation(self, invitation: Invitation) -> None:
        """Show what to do, and open the page."""
        self._invitation = invitation
        code, address = invitation.code, invitation.address
        self.task.setText(
            tr("Type this code on the page that opens in your browser:")
            if code
            else tr("Sign in on the page that opens in your browser.")
        )
        self.copy.setText(tr("Copy the code") if code else tr("Copy the address"))
        self.copy.setAccessibleDescription(f"{self.task.text()} {code}".strip())
        self.code.setText(code)
        self.code.setVisible(bool(code))
        self.address.setText(address)
        self.address.setVisible(bool(code))  # without a code it is long, and nobody types it
        self.show()
        self._open()

    @property
    def has_keyboard(self) -> bool:
        """Say whether the keyboard is in it."""
        return self.copy.hasFocus() or self.open.hasFocus()

    @Slot()
    def _open(self) -> None:
        if self._invitation.address.startswith("https://"):
            self._around.open_link(self._invitation.address)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._invitation.code or self._invitation.address)
