"""One run of the desktop: the module that knows all the others."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from assistant.app.garbage import Garbage
from assistant.app.mail_out import post_of, problems_of, sender_of
from assistant.app.older_leads import OlderLeads
from assistant.app.outside import Outside
from assistant.app.places import places_of, remember_look
from assistant.app.retention import Retention
from assistant.core.clock import Clock
from assistant.core.errors import AssistantError
from assistant.desk import Finder
from assistant.folders import DataFolder
from assistant.intake.files import file_message, message_files
from assistant.intake.inbox import Inbox, InboxWatch
from assistant.intake.ringing import own_calls
from assistant.settings.file import sentences
from assistant.sign_in import Credentials
from assistant.start import Office, open_office
from assistant.ui.action.drafts import Drafts
from assistant.ui.around import Around
from assistant.ui.calendar_file import CalendarFile
from assistant.ui.desk_pages import Backing
from assistant.ui.look import theme
from assistant.ui.main_window import MainWindow, Place
from assistant.ui.qt_desk import QtDesk
from assistant.ui.qt_words import speak_in_dialogs
from assistant.ui.search import Search
from assistant.ui.telephone import Telephone
from assistant.ui.windows import Windows
from assistant.words.catalogue import Tongue, explain, speak, system_tongue

if TYPE_CHECKING:
    from assistant.intake.mailbox import MailboxWatch

logger = logging.getLogger(__name__)

WARM_UP_MS = 1_500
"""After the first window: what a first lead would otherwise wait for is loaded then."""


class _Arrivals(QObject):
    """Carries "something landed" from the inbox's thread to the main thread."""

    arrived = Signal()


class Desktop(QObject):
    """One run of the desktop: everything that lives from the first window to the last."""

    def __init__(
        self,
        app: QApplication,
        folder: DataFolder,
        clock: Clock,
        tongue: Tongue | None,
        *,
        main: MainWindow | None = None,
        outside: Outside | None = None,
        with_tray: bool = True,
    ) -> None:
        """Open the folder and show its windows.

        Args:
            app: The application.
            folder: Where everything lies.
            clock: The present moment.
            tongue: The language asked for; ``None`` leaves it to the settings.
            main: The window that stands on the screen already; made if left out.
            outside: The world outside; the real one if left out.
            with_tray: Whether to stand in the tray, where there is one.

        Raises:
            CouldNotError: If the folder cannot be used.
        """
        super().__init__()
        self._with_tray = with_tray
        self._app = app
        self._folder = folder
        self._clock = clock
        self._tongue = tongue
        self._outside = outside or Outside()
        self._drafts = Drafts()
        self._garbage = Garbage(self)
        self._places = places_of(folder)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._folder_changed)
        self._arrivals = _Arrivals()
        self._arrivals.arrived.connect(self._inbox_looked)
        first_start = not folder.database.exists()
        self._open(main)
        self.windows.open(first_start=first_start)
        self._say_what_is_wrong(self._office)
        self._warming = QTimer(self, interval=WARM_UP_MS, singleShot=True)
        self._warming.timeout.connect(self._warm_up)
        self._warming.start()

    @Slot()
    def come(self) -> None:
        """Bring the main window to the front: a second start asks for it."""
        self.windows.main.come()

    def close(self) -> None:
        """End everything that was started."""
        self._warming.stop()
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._inbox_watch.stop()
        self._retention.stop()
        self._older_leads.stop()
        for watch in self._mailbox_watches:
            watch.stop()
        self._calendar_file.stop()
        if self._sending is not None:
            self._sending.stop()
        self.qt_desk.stop()
        self._search.stop()
        self.windows.close()
        self._office.close()
        self._garbage.stop()
        self._places.sync()  # now: the folder may be gone when the object goes

    def _open(self, main: MainWindow | None = None) -> None:
        self._garbage.start()
        office = open_office(self._folder, self._clock)
        self._office = office
        tongue = self._tongue or _chosen(office)
        speak(tongue)
        speak_in_dialogs(self._app, tongue)
        colours = theme.Theme(office.settings.desk.theme)
        theme.apply(self._app, colours)
        remember_look(self._places, colours, tongue)
        self.qt_desk = QtDesk(
            office.desk, office.reception, office.spool, self._clock, office.store.data_version
        )
        self._older_leads = OlderLeads(office.desk, self)
        self._retention = Retention(office, self.qt_desk, self._folder, self._clock, self)
        self._inbox = Inbox(office.inbox, office.spool, self._clock)
        self._inbox_watch = InboxWatch(self._inbox, self._arrivals.arrived.emit)
        self._mailbox_watches = self._watched_mailboxes(office)
        self._sending = sender_of(office, self.qt_desk, self._credentials())
        self._search = Search(lambda: Finder(self._folder.database))
        around = self._surroundings(office, tongue)
        self._calendar_file = CalendarFile(around, self._folder.appointments, self.qt_desk)
        self.windows = Windows(around, self._backing(office), self._main_window(main, tongue))
        self.qt_desk.beat.connect(self._garbage.collect_some)
        self.windows.settings_changed.connect(self._reopen)
        self.windows.files_dropped.connect(self._take_files)
        self.windows.left.connect(self._leave)
        self._watch(office)
        if self._sending is not None:
            self._sending.told.connect(self.windows.look)
            self._sending.start()
        self.qt_desk.start()
        self._inbox_watch.start()
        self._retention.start()
        self._older_leads.start()
        for watch in self._mailbox_watches:
            watch.start()

    def _surroundings(self, office: Office, tongue: Tongue) -> Around:
        """Return what every window is handed."""
        return Around(
            self.qt_desk,
            office.settings,
            tongue,
            self._outside.open_link,
            post_of(office, self._outside.open_link, self._folder.drafts),
            self._outside.provider_of,
            telephone=Telephone(self._outside.dial, own_calls(self._folder.own_calls, self._clock)),
            own_texts=office.own_texts,
            drafts=self._drafts,
        )

    def _backing(self, office: Office) -> Backing:
        """Return what stands behind the windows."""
        return Backing(
            folder=self._folder,
            problems=office.loaded.problems,
            inbox_problems=self._inbox_problems,
            mailboxes=self._mailbox_watches,
            sending=self._sending,
            places=self._places,
            search=self._search,
            with_tray=self._with_tray,
        )

    def _main_window(self, main: MainWindow | None, tongue: Tongue) -> MainWindow:
        """Return the window that stands there, if it speaks the right language; else another."""
        if main is not None and main.tongue is tongue:
            return main
        if main is not None:
            main.hide()
            main.deleteLater()
        main = MainWindow(tongue)
        main.appear(self._places)
        return main

    def _watched_mailboxes(self, office: Office) -> tuple["MailboxWatch", ...]:
        if not office.settings.mailboxes:
            return ()
        from assistant.intake import mailbox  # noqa: PLC0415 - TLS and IMAP, for who has one

        credentials = self._credentials()
        return tuple(
            mailbox.MailboxWatch(
                mailbox.MailboxReader(each, office.spool, self._folder.mailboxes, self._clock),
                credentials.of,
                self._arrivals.arrived.emit,
            )
            for each in office.settings.mailboxes
        )

    def _credentials(self) -> Credentials:
        return Credentials(self._clock, self._outside.provider_of)

    def _watch(self, office: Office) -> None:
        folders = [str(path) for path in (office.inbox, self._folder.spool) if path.is_dir()]
        self._watcher.addPaths(folders)

    def _say_what_is_wrong(self, office: Office) -> None:
        wrong: list[AssistantError] = [*sentences(office.loaded.problems, self._folder.settings)]
        if office.own_portals.problem is not None:
            wrong.append(office.own_portals.problem)
        wrong += office.own_texts.problems
        if wrong:
            self.windows.main.warn("\n".join(explain(error) for error in wrong))

    def _inbox_problems(self) -> Sequence[AssistantError]:
        mailboxes = [watch.problem for watch in self._mailbox_watches if watch.problem is not None]
        outgoing = problems_of(self._office, self._sending)
        return (*mailboxes, *outgoing, *self._inbox.problems.values())

    @Slot()
    def _inbox_looked(self) -> None:
        self.qt_desk.receive()
        self.windows.look()

    @Slot(str)
    def _folder_changed(self, path: str) -> None:
        if Path(path) == self._folder.spool:
            self.qt_desk.receive()
        else:
            self._inbox_watch.poke()

    @Slot()
    def _leave(self) -> None:
        """End the program. ``quit`` would first ask the windows, and they never leave."""
        self._app.exit(0)

    @Slot()
    def _reopen(self) -> None:
        """Make everything anew, as the settings now say; after the signal has returned."""
        QTimer.singleShot(0, self._reopen_now)

    @Slot()
    def _reopen_now(self) -> None:
        pages, place = self.windows.pages, self.windows.main.place
        if pages.is_taking_list:
            pages.passive_list.left.connect(self._reopen, Qt.ConnectionType.UniqueConnection)
            return
        half_filled, said = self.windows.half_filled(), pages.list_said
        standing = pages.settings.standing() if place is Place.SETTINGS else None
        self.close()
        self._open()
        self.windows.bring_in(half_filled)
        self.windows.open(first_start=False)
        self.windows.main.go_to(place)
        if standing is not None:
            self.windows.pages.settings.stand(standing)
        if said:
            self.windows.pages.handed_over.say(said)
        self._say_what_is_wrong(self._office)
        QTimer.singleShot(0, self._garbage.collect_all)

    @Slot(object)
    def _take_files(self, paths: list[Path]) -> None:
        for path in message_files(paths):
            try:
                self._office.spool.put(file_message(path, self._clock()))
            except AssistantError as error:
                self.windows.main.warn(explain(error))
        self.qt_desk.receive()

    @Slot()
    def _warm_up(self) -> None:
        """Load what planning and calling need, while nobody waits for it."""
        hours = self._office.desk.rules.hours
        hours.next_open(self._clock())
        self.windows.card.ensurePolished()
        self._garbage.collect_all()


def _chosen(office: Office) -> Tongue:
    chosen = office.settings.desk.language
    return system_tongue() if chosen == "system" else Tongue(chosen)
