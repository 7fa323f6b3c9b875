"""What a desk phone is asked, or which program is run: the fields of either."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.settings.readers import host
from assistant.settings.values import Method, TelephoneSettings
from assistant.ui.form.pieces import hint_label, labelled
from assistant.ui.form.segments import Segments
from assistant.ui.look.tokens import SPACE
from assistant.ui.settings_page.secret_line import SecretLine
from assistant.words.catalogue import tr

_COMMAND_LINES = 4


class WayFields(QWidget):
    """The fields of one way to dial.

    Signals:
        edited: Anything in it changed.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE.two)

    def show_settings(self, telephone: TelephoneSettings) -> None:
        """Show settings in place of what was typed."""
        raise NotImplementedError

    def edited_settings(self, telephone: TelephoneSettings) -> TelephoneSettings:
        """Return ``telephone`` with what stands here."""
        raise NotImplementedError


class UrlFields(WayFields):
    """Asks for an address, who may be asked, and the user there."""

    def __init__(self) -> None:
        super().__init__()
        self.url = _line(tr("Address"), "http://192.168.1.20/command.htm?number={digits}")
        self.hosts = _line(tr("Only these hosts may be asked"), "192.168.1.20")
        self.method = Segments(tr("Method"), [(each.value, each.value) for each in Method])
        self.user = _line(tr("User"), "")
        self.secret = SecretLine(tr("Password"), tr("Show the password"))
        self.secret.setPlaceholderText(tr("Goes into the computer's keyring"))
        for field in (self.url, self.hosts, self.user, self.secret):
            field.textEdited.connect(self.edited)
        self.method.chosen.connect(self.edited)
        fields = hint_label(tr("With {number} or {digits}"))
        self.column.addLayout(labelled(tr("Address"), self.url, hint=fields))
        self.column.addLayout(labelled(tr("Only these hosts may be asked"), self.hosts))
        self.column.addLayout(labelled(tr("Method"), self.method))
        self.column.addLayout(labelled(tr("User"), self.user))
        self.column.addLayout(labelled(tr("Password"), self.secret, self.secret.eye))

    @override
    def show_settings(self, telephone: TelephoneSettings) -> None:
        """Show settings in place of what was typed."""
        self.url.setText(telephone.url)
        self.hosts.setText(", ".join(telephone.hosts))
        self.user.setText(telephone.user)
        for field in (self.url, self.hosts, self.user):
            field.setCursorPosition(0)
        self.method.choose(telephone.method.value)
        self.secret.start()

    @override
    def edited_settings(self, telephone: TelephoneSettings) -> TelephoneSettings:
        """Return ``telephone`` with what stands here; what is no host's name is left out."""
        return replace(
            telephone,
            url=self.url.text().strip(),
            method=Method(self.method.value),
            hosts=tuple(filter(_is_host, self._named())),
            user=self.user.text().strip(),
        )

    def wrong_hosts(self) -> list[str]:
        """Return what was named and is no host."""
        return [name for name in self._named() if not _is_host(name)]

    def _named(self) -> list[str]:
        return self.hosts.text().lower().replace(",", " ").split()


class CommandFields(WayFields):
    """Asks for a program and its arguments, a line each."""

    def __init__(self) -> None:
        super().__init__()
        name = tr("Program and arguments")
        self.command = QPlainTextEdit()
        self.command.setAccessibleName(name)
        self.command.setTabChangesFocus(True)
        self.command.setPlaceholderText("softphone\n--dial\n{number}")
        self.command.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.command.setFixedHeight(
            self.command.fontMetrics().lineSpacing() * _COMMAND_LINES + SPACE.three
        )
        self.command.textChanged.connect(self.edited)
        self.column.addLayout(
            labelled(name, self.command, hint=hint_label(tr("One a line, no quotation marks")))
        )

    @override
    def show_settings(self, telephone: TelephoneSettings) -> None:
        """Show settings in place of what was typed."""
        self.command.setPlainText("\n".join(telephone.command))

    @override
    def edited_settings(self, telephone: TelephoneSettings) -> TelephoneSettings:
        """Return ``telephone`` with what stands here; empty lines are left out."""
        lines = (line.strip() for line in self.command.toPlainText().splitlines())
        return replace(telephone, command=tuple(filter(None, lines)))


def _is_host(name: str) -> bool:
    try:
        host(name)
    except ValueError:
        return False
    return True


def _line(name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    return field
