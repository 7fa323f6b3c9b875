"""By what Call dials, and a number to try it with before it is saved."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.core.contact import read_phone
from assistant.core.errors import AssistantError, WrongCallError
from assistant.outreach.dial import check, host_of
from assistant.passwords import Place, keep_password, telephone_place
from assistant.settings import Settings
from assistant.settings.values import DialWay, TelephoneSettings
from assistant.ui.around import Around
from assistant.ui.dialling import Dialling
from assistant.ui.form.pieces import card, labelled, with_hint
from assistant.ui.form.segments import Segments
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, set_state
from assistant.ui.look.tokens import SPACE
from assistant.ui.settings_page.telephone_fields import CommandFields, UrlFields
from assistant.words.catalogue import explain, tr


class TelephoneCard(QWidget):
    """Asks by what Call dials.

    Signals:
        edited: Anything in it changed.
        grown: Another way was chosen: this card (``QWidget``) wants more room.
    """

    edited = Signal()
    grown = Signal(QWidget)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self.way = Segments(tr("Call dials by"), _ways())
        self.about = PlainLabel(role=Text.MUTED)
        self.url, self.command = UrlFields(), CommandFields()
        self._fields = {DialWay.URL: self.url, DialWay.COMMAND: self.command}
        self.at_once = QCheckBox(tr("Dial at once when I press Call"))
        self.test_number = QLineEdit()
        self.test_number.setAccessibleName(tr("Number for the test"))
        self.test_number.setPlaceholderText(tr("Your mobile number, for instance"))
        self.test = QPushButton(icon("call"), tr("Dial a test number"))
        self.said = PlainLabel(role=Text.BODY)
        self.dialling = Dialling(around, self)
        self._lay_out()
        self._connect()
        self.show_settings(around.settings)

    @property
    def is_touched(self) -> bool:
        """Say whether a password was typed that is not kept; the rest stands in the settings."""
        return bool(self.url.secret.text())

    def show_settings(self, settings: Settings) -> None:
        """Show settings in place of what was typed."""
        telephone = settings.telephone
        self.way.choose(telephone.way.value)
        self.at_once.setChecked(telephone.dial_at_once)
        for fields in self._fields.values():
            fields.blockSignals(True)
            fields.show_settings(telephone)
            fields.blockSignals(False)
        self._show_way()

    def edited_settings(self, settings: Settings) -> Settings:
        """Return ``settings`` with what stands here."""
        return replace(settings, telephone=self._edited(settings.telephone))

    def keep_typed(self) -> bool:
        """Keep a password that was typed; say what keeps all of it from being saved, if so."""
        edited = self._edited(self._around.settings.telephone)
        if edited == self._around.settings.telephone and not self.is_touched:
            return True
        try:
            self._look_over(edited)
            if self.is_touched:
                keep_password(self._place(edited), self.url.secret.text())
        except AssistantError as error:
            self._say(explain(error), State.LATE)
            return False
        self.url.secret.start()
        return True

    def _edited(self, telephone: TelephoneSettings) -> TelephoneSettings:
        for fields in self._fields.values():
            telephone = fields.edited_settings(telephone)
        way = DialWay(self.way.value)
        return replace(telephone, way=way, dial_at_once=self.at_once.isChecked())

    def _look_over(self, telephone: TelephoneSettings) -> None:
        """Raise WrongCallError for what cannot dial anybody."""
        wrong = self.url.wrong_hosts()
        if telephone.way is DialWay.URL and wrong:
            raise WrongCallError("{host} is no name of a host.", host=wrong[0])
        check(telephone, self._around.settings.dealer.country)

    def _place(self, telephone: TelephoneSettings) -> Place:
        if not telephone.user:
            raise WrongCallError("A password goes with a user: type that too.")
        return telephone_place(telephone.user, host_of(telephone.url))

    @Slot()
    def _try(self) -> None:
        """Dial as it stands here, saved or not."""
        if self.dialling.is_running:
            return
        telephone = self._edited(self._around.settings.telephone)
        number = read_phone(self.test_number.text(), self._around.settings.dealer.country)
        if number is None:
            self._say(tr("Type the number that is to ring."), State.LATE)
            self.test_number.setFocus()
            return
        try:
            self._look_over(telephone)
        except AssistantError as error:
            self._say(explain(error), State.LATE)
            return
        self._say(tr("Dialling …"), None)
        self.dialling.dial(number.number, telephone, self.url.secret.text())

    @Slot()
    def _tell_dialled(self) -> None:
        self._say(tr("Dialled, as far as can be seen here. Does it ring?"), State.DONE)

    @Slot(object)
    def _tell_problem(self, problem: AssistantError) -> None:
        self._say(explain(problem), State.LATE)

    @Slot()
    def _choose(self) -> None:
        self._edit()
        self.grown.emit(self)

    @Slot()
    def _edit(self) -> None:
        """Take back what was said of other words than stand there now."""
        self.dialling.forget()
        self._show_way()
        self.edited.emit()

    def _show_way(self) -> None:
        way = DialWay(self.way.value)
        self.about.setText(_about(way))
        for each, fields in self._fields.items():
            fields.setVisible(each is way)
        self._say("", None)

    def _say(self, sentence: str, state: State | None) -> None:
        self.said.setText(sentence)
        set_state(self.said, state)
        self.said.setVisible(bool(sentence))

    def _connect(self) -> None:
        self.way.chosen.connect(self._choose)
        self.at_once.toggled.connect(self._edit)
        for fields in self._fields.values():
            fields.edited.connect(self._edit)
        self.test.clicked.connect(self._try)
        self.test_number.returnPressed.connect(self._try)
        self.dialling.done.connect(self._tell_dialled)
        self.dialling.failed.connect(self._tell_problem)

    def _lay_out(self) -> None:
        frame, column = card(tr("Telephone"))
        column.addLayout(labelled(tr("Call dials by"), self.way))
        for widget in (self.about, *self._fields.values()):
            column.addWidget(widget)
        column.addLayout(with_hint(self.at_once, tr("At first on")))
        column.addLayout(labelled(tr("Number for the test"), self.test_number, self.test))
        column.addWidget(self.said)
        column.setSpacing(SPACE.two)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)


def _ways() -> list[tuple[str, str]]:
    return [
        (DialWay.LINK, tr("Telephone program")),
        (DialWay.URL, tr("Desk phone")),
        (DialWay.COMMAND, tr("Command")),
    ]


def _about(way: DialWay) -> str:
    match way:
        case DialWay.LINK:
            return tr("The program that the computer opens for a telephone link.")
        case DialWay.URL:
            return tr(
                "A telephone or exchange that is asked over the network. "
                "http only in your own network, else https. docs/telephone.md has examples."
            )
        case DialWay.COMMAND:
            return tr("A program on this computer; {number} or {digits} stands in one argument.")
