"""Colleagues' copies beside this desk's log: the button that names their folder, and what was read.

The figures, the leads behind them and the sheet are then of all; exports stay this desk's.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from assistant.desk.together import Together
from assistant.desk.union import Copy
from assistant.folders import DataFolder
from assistant.names import harmless
from assistant.reporting.sheet.copies import told_of
from assistant.ui.around import Around
from assistant.ui.forgotten import Forgotten
from assistant.ui.inspection.remembered import remember_copies, remembered_copies
from assistant.ui.look.banner import Banner
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.tokens import SPACE
from assistant.ui.look.tooltip import tooltip
from assistant.ui.pick_file import PickFolder, pick_folder
from assistant.ui.read_again import AFTER_A_CHANGE_MS
from assistant.words.catalogue import explain, tr

_TOGETHER_AGAIN_MS = 60_000
"""So long after a change on the desk several logs are put together anew: that takes seconds."""
_MOST = 4
"""So many copies that cannot be read are named: the figures keep their room."""


class ColleaguesButton(QPushButton):
    """Names the folder in which colleagues' copies lie, has them read again, or leaves them.

    Attributes:
        folder: The folder; ``None`` for this desk alone.

    Signals:
        chosen: Another folder, or none any more.
        again: The copies are to be read again.
    """

    chosen = Signal()
    again = Signal()

    def __init__(self, folder: Path | None, start: Path, pick: PickFolder = pick_folder) -> None:
        """Set up.

        Args:
            folder: The folder at the start; ``None`` for this desk alone.
            start: Where to begin choosing the first one.
            pick: Lets the user choose one.
        """
        super().__init__(tr("Colleagues"))
        self.setAccessibleName(tr("Colleagues' copies"))
        self.setToolTip(tooltip(tr("Colleagues' copies")))
        self.folder, self._start, self._pick = folder, start, pick
        menu = QMenu(self)
        menu.addAction(tr("Choose a folder with copies …"), self._choose)
        self._when_on = (
            menu.addAction(tr("Read the copies again"), self.again.emit),
            menu.addAction(tr("This desk only"), self._leave),
        )
        self.setMenu(menu)
        self._show()

    @Slot()
    def _choose(self) -> None:
        path = self._pick(self, self.folder or self._start)
        if path:
            self._take(Path(path))

    @Slot()
    def _leave(self) -> None:
        self._take(None)

    def _take(self, folder: Path | None) -> None:
        self.folder = folder
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        for action in self._when_on:
            action.setEnabled(self.folder is not None)


class Colleagues(QWidget):
    """Whose copies the figures are of and how old each is; what could not be read stands apart.

    Attributes:
        logs: Opens what is to be inspected.
        button: What all this is chosen by; stands elsewhere.

    Signals:
        chosen: Other copies are to be read, the same ones again, or none any more.
    """

    chosen = Signal()

    def __init__(
        self, around: Around, folder: DataFolder, places: QSettings, parent: QWidget
    ) -> None:
        """Set up.

        Args:
            around: The surroundings.
            folder: Where this desk's log lies.
            places: Where the choice is remembered.
            parent: Where it stands: what comes in view without one is a window, and takes the keys.
        """
        super().__init__(parent)
        self._around, self._places = around, places
        self.logs = Together(folder.database, around.qt_desk.clock, around.qt_desk.desk.rules)
        usual = around.settings.inspection.folder
        named = remembered_copies(places, folder.root / usual if usual else None)
        self.button = ColleaguesButton(named, folder.root)
        self.told = PlainLabel(role=Text.SMALL)
        self.problems = Banner("", State.WARM)
        Forgotten(around.qt_desk, self).noticed.connect(self.logs.let_go)
        self.button.chosen.connect(self._choose)
        self.button.again.connect(self._read_again)
        self._lay_out()
        self._use()

    @property
    def again_after_ms(self) -> int:
        """Return how long after a change on the desk the figures are read again."""
        return AFTER_A_CHANGE_MS if self.logs.folder is None else _TOGETHER_AGAIN_MS

    def show_copies(self, copies: Sequence[Copy]) -> None:
        """Show what was read, if copies are; nothing when that failed."""
        if self.logs.folder is None:
            return
        read = [copy for copy in copies if copy.problem is None]
        named = told_of(read, self._around.now())
        told = [named.each or named.line, tr("Exports are of this desk only.")]
        problems = [harmless(explain(copy.problem)) for copy in copies if copy.problem is not None]
        if len(problems) > _MOST:
            problems[_MOST:] = [tr("and {count} more").format(count=len(problems) - _MOST)]
        self._say("\n".join(filter(None, told)) if copies else "", problems)

    @Slot()
    def _choose(self) -> None:
        remember_copies(self._places, self.button.folder)
        self._use()
        self.chosen.emit()

    @Slot()
    def _read_again(self) -> None:
        self.logs.look_again()
        self._say(tr("The copies are being read …"), [])
        self.chosen.emit()

    def _use(self) -> None:
        self.logs.read_with(self.button.folder)
        self._say(tr("The copies are being read …"), [])
        self.setVisible(self.button.folder is not None)

    def _say(self, told: str, problems: Sequence[str]) -> None:
        self.told.setText(told)
        self.problems.show_text("\n".join(problems), State.WARM)
        self.problems.setVisible(bool(problems))

    def _lay_out(self) -> None:
        line = QVBoxLayout()
        line.setContentsMargins(SPACE.three, 0, SPACE.three, 0)
        line.addWidget(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE.one)
        column.setSpacing(SPACE.one)
        column.addLayout(line)
        column.addWidget(self.problems)
