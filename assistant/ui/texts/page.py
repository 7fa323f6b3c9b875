"""The texts page: choose one, change it, see it as the customer will, or take the original back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget
from typing_extensions import override

from assistant.core.errors import AssistantError
from assistant.core.request import Channel
from assistant.outreach.fields import check
from assistant.outreach.texts import Moment, Text, original
from assistant.ui.around import Around
from assistant.ui.form.footer import SAVE_KEYS, Footer
from assistant.ui.form.frame import TwoColumns, fill_page
from assistant.ui.form.pieces import card
from assistant.ui.form.problems import Problems
from assistant.ui.form.segments import Segments
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import icon
from assistant.ui.look.roles import State, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.texts.chips import FieldChips
from assistant.ui.texts.drafts import Drafts, Which
from assistant.ui.texts.editor import TextEditor
from assistant.ui.texts.names import moment_name
from assistant.ui.texts.preview import Preview
from assistant.words.catalogue import Tongue, explain, tr
from assistant.words.vocabulary import word


class TextsPage(QWidget):
    """Shows and changes what goes out to customers.

    What was typed into one text stays while others are looked at; nothing is used before it
    is saved.

    Signals:
        left: The user is done here.
    """

    left = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._own = around.own_texts
        self.drafts = Drafts(around.own_texts)
        self.back = QPushButton(icon("chevron-left"), tr("Settings"))
        set_variant(self.back, Variant.QUIET)
        self.channel = Segments(tr("Channel"), [(c, word(c)) for c in _CHANNELS])
        self.language = Segments(
            tr("Language of the text"),
            [(Tongue.DUTCH, tr("Nederlands")), (Tongue.ENGLISH, tr("English"))],
        )
        self.language.choose(around.tongue)
        self.moments = QButtonGroup(self)
        self.editor = TextEditor()
        self.preview = Preview(around)
        self.fields = FieldChips()
        self.undo = QPushButton(tr("Undo changes"))
        self.original = self.editor.original
        self.footer = Footer(tr("Save"), self.undo)
        self.problems = Problems()
        self.problems.show_sentences([explain(error) for error in self._own.problems])
        self._lay_out()
        self._connect()
        self._show()

    @property
    def which(self) -> Which:
        """Return the text in view."""
        return Which(
            list(Moment)[self.moments.checkedId()],
            Channel(self.channel.value),
            Tongue(self.language.value),
        )

    @Slot()
    def save(self) -> None:
        """Use what was typed from now on, or say what of it cannot be used."""
        while (which := self.drafts.next_typed()) is not None:
            try:
                self.drafts.keep(which)
            except AssistantError as error:
                self._go_to(which)
                self.editor.insist(str(error.fields.get("field", "")))
                self.footer.say(explain(error), State.LATE)
                return
        self._show()
        self.footer.say(tr("Saved. It is used from now on."), State.DONE)

    @Slot()
    def leave(self) -> None:
        """Go back to the settings; what was typed must be saved or undone first."""
        if self.drafts.differ:
            self.footer.say(tr("Not saved yet: save it, or undo the changes."), State.WARM)
        else:
            self.left.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Show the text with the lead that is the newest now."""
        super().showEvent(event)
        self.preview.look_for_lead()
        self._look()

    def _go_to(self, which: Which) -> None:
        self.moments.button(list(Moment).index(which.moment)).setChecked(True)
        self.channel.choose(which.channel)
        self.language.choose(which.tongue)
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show the text that is chosen."""
        which = self.which
        by_mail = which.channel is Channel.MAIL
        self.editor.show_form(self.drafts.form(which), with_subject=by_mail)
        self.footer.say("", None)
        self._look()

    @Slot()
    def _edit(self) -> None:
        self.drafts.type(self.which, self.editor.form())
        self.footer.say("", None)
        self._look()

    def _look(self) -> None:
        which, form = self.which, self.editor.form()
        wrong = _wrong_in(form)
        self.editor.insist(None if wrong is None else str(wrong.fields["field"]))
        self.preview.show_form(form, which.tongue, wrong)
        self.footer.primary.setEnabled(self.drafts.differ)
        self.undo.setEnabled(self.drafts.differ)
        self.original.setEnabled(not self.drafts.is_original(which))

    @Slot()
    def _undo(self) -> None:
        self.drafts.forget()
        self._show()

    @Slot()
    def _take_original(self) -> None:
        which = self.which
        self.drafts.type(which, original(which.moment, which.channel, which.tongue))
        self._show()

    def _connect(self) -> None:
        self.back.clicked.connect(self.leave)
        self.moments.idClicked.connect(self._show)
        for choice in (self.channel, self.language):
            choice.chosen.connect(self._show)
        self.editor.edited.connect(self._edit)
        self.fields.chosen.connect(self.editor.put_in)
        self.undo.clicked.connect(self._undo)
        self.original.clicked.connect(self._take_original)
        self.footer.primary.clicked.connect(self.save)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key in SAVE_KEYS:
            QShortcut(QKeySequence(key), self, self.save, context=within)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.leave, context=within)

    def _lay_out(self) -> None:
        body = TwoColumns()
        body.left.addWidget(self._choice())
        body.left.addWidget(self.editor)
        body.right.addWidget(self.preview)
        body.right.addWidget(self.fields)
        for column in (body.left, body.right):
            column.addStretch(1)
        beside = (None, self.language, self.channel, self.back)
        fill_page(self, tr("Texts"), body, beside=beside, above=self.problems, below=self.footer)

    def _choice(self) -> QFrame:
        frame, column = card()
        chips = FlowLayout(None, SPACE.half)
        for number, moment in enumerate(Moment):
            chip = QPushButton(moment_name(moment))
            chip.setCheckable(True)
            set_variant(chip, Variant.CHOICE)
            self.moments.addButton(chip, number)
            chips.addWidget(chip)
        self.moments.button(0).setChecked(True)
        column.addLayout(chips)
        return frame


def _wrong_in(form: Text) -> AssistantError | None:
    """Return what would be refused of a text as it stands; it may become right as one types on."""
    try:
        check(f"{form.subject}\n{form.body}")
    except AssistantError as error:
        return error
    return None


_CHANNELS = (Channel.MAIL, Channel.WHATSAPP)
