"""All windows of one desk, made together and wired to each other.

Windows do not know one another; what one wants of another goes through here. New settings
or another language make a new set, so nothing in a window has to know how to change.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from assistant.core.contact import read_phone
from assistant.core.facts import LeadId
from assistant.core.plan import Step
from assistant.desk import StoredMessage
from assistant.intake.reception import IncomingCall
from assistant.names import harmless
from assistant.ui.alarm import Alarm
from assistant.ui.around import Around
from assistant.ui.card.card import Card
from assistant.ui.desk_pages import Backing, DeskPages
from assistant.ui.dropped import lists_among, names_of
from assistant.ui.form.draft import Draft, FormKind
from assistant.ui.main_window import APP_TITLE, MainWindow, Place
from assistant.ui.notices import Notices
from assistant.ui.tray import Tray
from assistant.words.catalogue import tr, tr_count

if TYPE_CHECKING:
    from assistant.ui.lists.raw_text import RawText
    from assistant.ui.settings_page.welcome import Welcome

_TO_CONFIRM = Step.CONFIRM_APPOINTMENT


class Windows(QObject):
    """The main window, the card, the tray and what makes a ring heard.

    Signals:
        settings_changed: The settings were saved; make new windows.
        files_dropped: Files (``list[Path]``) are to be taken in.
        left: The program shall end.
    """

    settings_changed = Signal()
    files_dropped = Signal(object)
    left = Signal()

    def __init__(self, around: Around, backing: Backing, main: MainWindow) -> None:
        """Make the windows around ``main``, which may be on the screen already."""
        super().__init__()
        self._around = around
        self._backing = backing
        self.pages = DeskPages(around, backing)
        self.main = main
        self.tray = Tray(around, self) if backing.with_tray else None
        self.notices = Notices(APP_TITLE, _several)
        self.alarm = Alarm(around, self.notices, self)
        self._welcome: Welcome | None = None
        self._card: Card | None = None
        self._raw: RawText | None = None
        self._connect()
        main.fill(self.pages.page)

    @property
    def card(self) -> Card:
        """The card, made when it is first needed."""
        if self._card is None:
            self._card = Card(self._around, self._backing.places, worked=self.pages.worked)
            self._card.lead_wanted.connect(self._show_lead)
            self._card.placed.connect(self._make_room)
        return self._card

    def open(self, *, first_start: bool) -> None:
        """Show the main window, and the card if a lead rings."""
        if self.tray is not None:
            self.tray.show()
        if first_start:
            self._show_welcome()
        self.pages.today.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.look()
        if self._around.qt_desk.ringing():
            self.card.look()

    def half_filled(self) -> Draft | None:
        """Return what stands in the form and was not saved."""
        return self.pages.form.draft() if self.pages.is_made("form") else None

    def bring_in(self, draft: Draft | None) -> None:
        """Put back what stood in the form of the windows before these."""
        if draft is not None and not draft.is_empty:
            self.pages.form.bring_in(draft)

    def close(self) -> None:
        """Take everything off the screen, for good."""
        self.pages.stop()
        self.main.keep_place(self._backing.places)
        if self._card is not None:
            self._card.retire()
        self.notices.stop()
        if self.tray is not None:
            self.tray.hide()
        for window in (self._card, self.main, self._raw):
            if window is not None:
                window.hide()
                window.deleteLater()
        self.deleteLater()

    @Slot(object)
    def answer(self, call: IncomingCall) -> None:
        """Bring the caller's card, or the form with his number in it.

        What was begun for somebody else stays: the caller's lead then comes in the main
        window, and where that is in use too, only his name.
        """
        phone = read_phone(call.number, self._around.settings.dealer.country)
        identities = frozenset() if phone is None else frozenset({phone.key})
        known = self._around.qt_desk.do(lambda: self._around.qt_desk.desk.known(identities))
        if not known:
            self.show_form(FormKind.CALL, call.number, call.called)
        elif not self.card.is_in_use_for_another(known[0].lead_id):
            self.card.show_lead(known[0].lead_id)
        elif not self.pages.today.lead.is_in_use_for_another(known[0].lead_id):
            self._show_lead(known[0].lead_id)
        else:
            number = self._around.national(call.number)
            self.main.warn(tr("{who} is calling.").format(who=known[0].name or number))
            self.main.come()

    def show_form(self, kind: FormKind, number: str = "", called: str = "") -> None:
        """Bring the form."""
        self.main.go_to(Place.FORM)
        self.pages.form.start(kind, number, called)
        self.main.come()

    @Slot()
    def look(self) -> None:
        """Show on the sidebar what waits where."""
        ringing, now = self._around.qt_desk.ringing(), self._around.now()
        count = len(ringing) + self._around.qt_desk.beyond
        late = any(item.prompt.due_at <= now for item in ringing)
        self._count(Place.TODAY, count, pressing=late)
        to_confirm = [i for i in self._around.qt_desk.agenda if i.prompt.step is _TO_CONFIRM]
        self._count(Place.APPOINTMENTS, len(to_confirm))
        desk = self._around.qt_desk.desk
        handed_over, unreadable = self._around.qt_desk.do(desk.waiting_counts) or (0, 0)
        self._count(Place.HANDED_OVER, handed_over)
        problems = self.pages.inbox_problems()
        if self.pages.is_made("unreadable"):
            self.pages.unreadable.show_problems(problems)
        self._count(Place.UNREADABLE, unreadable + len(problems))

    def _count(self, place: Place, count: int, *, pressing: bool = False) -> None:
        said = tr("{count} waiting").format(count=count) if count else ""
        self.main.rows[place].show_count(count, said, pressing=pressing)

    def _connect(self) -> None:
        qt_desk, main = self._around.qt_desk, self.main
        qt_desk.changed.connect(self.look)
        qt_desk.refused.connect(main.say)
        qt_desk.called.connect(self.answer)
        qt_desk.rang.connect(self._need_card)
        pages = self.pages
        pages.lead_wanted.connect(self._show_lead)
        pages.original_wanted.connect(self._show_original)
        pages.form_wanted.connect(self._form_beside)
        pages.told.connect(main.tell)
        pages.turned.connect(main.banner.hide)
        pages.home_wanted.connect(self._go_home)
        pages.settings_changed.connect(self.settings_changed)
        pages.test_notice_wanted.connect(self._test_notice)
        if self.tray is not None:
            self._connect_tray(self.tray)
        main.dropped.connect(self._take_dropped)
        main.closing.connect(self._closing)
        main.add_key("F2", self._form_for_walk_in)
        main.add_key("F3", self._form_for_call)
        main.add_key("F4", self._form_for_missed_call)
        main.add_key("Ctrl+F", self._search)
        main.add_key("Ctrl+J", self._show_card)
        main.add_key("Ctrl+Q", self.left.emit)

    def _connect_tray(self, tray: Tray) -> None:
        self.notices.not_shown.connect(tray.tell)
        tray.opened.connect(self.main.come)
        tray.card_wanted.connect(self._show_card)
        tray.form_wanted.connect(self._form_for_call)
        tray.left.connect(self.left)

    @Slot(object)
    def _show_lead(self, lead_id: LeadId) -> None:
        self.main.go_to(Place.TODAY)
        self.pages.today.show_lead(lead_id)
        self.main.come()

    @Slot(str)
    def _show_original(self, message_id: str) -> None:
        message = self._around.qt_desk.do(
            lambda: self._around.qt_desk.desk.messages.one(message_id)
        )
        if message is None:
            return
        from assistant.ui.lists.raw_text import RawText  # noqa: PLC0415 - with readers

        if self._raw is None:
            self._raw = RawText()
            self._raw.resize(720, 520)
        self._raw.show_bytes(message.content)
        self._raw.setWindowTitle(harmless(message.name))
        self._raw.show()
        self._raw.raise_()

    @Slot(object)
    def _take_dropped(self, paths: list[Path]) -> None:
        """Show a list of passive leads; everything else is a message."""
        lists = lists_among(paths, by_name=self.main.place is Place.HANDED_OVER)
        left: list[Path] = []
        if lists:
            self.main.go_to(Place.HANDED_OVER)
            left = lists[1:] if self.pages.open_list(lists[0]) else lists
        if messages := [path for path in paths if path not in lists]:
            self.files_dropped.emit(messages)
        if left:
            said = tr("One list at a time: {names} was left.")
            self.main.warn(said.format(names=names_of(left)))

    @Slot()
    def _need_card(self) -> None:
        """Make the card when the first lead rings; from then on it looks by itself."""
        if self._card is None:
            self.card.look()

    @Slot()
    def _make_room(self) -> None:
        self.main.make_room(self.card.strip)

    @Slot()
    def _show_card(self) -> None:
        self.card.look()
        if self.card.shown_lead is not None:
            self.card.take_keyboard()

    @Slot()
    def _search(self) -> None:
        self.main.go_to(Place.TODAY)
        self.pages.today.search_for()

    @Slot(object, str)
    def _form_beside(self, message: StoredMessage, number: str) -> None:
        self.main.go_to(Place.FORM)
        self.pages.form.start_from(message, number)

    @Slot()
    def _form_for_walk_in(self) -> None:
        self.show_form(FormKind.WALK_IN)

    @Slot()
    def _form_for_call(self) -> None:
        self.show_form(FormKind.CALL)

    @Slot()
    def _form_for_missed_call(self) -> None:
        self.show_form(FormKind.MISSED_CALL)

    @Slot()
    def _go_home(self) -> None:
        self.main.go_to(Place.TODAY)

    @Slot()
    def _test_notice(self) -> None:
        self.notices.tell(tr("A test notice"), tr("This is how a new lead announces itself."))

    @Slot()
    def _closing(self) -> None:
        """Stay in the tray; without one stay on the task bar: never run without a face."""
        if self.tray is not None and self.tray.icon.isVisible():
            self.main.hide()
        else:
            self.main.showMinimized()

    def _show_welcome(self) -> None:
        from assistant.ui.settings_page.welcome import Welcome  # noqa: PLC0415 - seen once

        self._welcome = Welcome(self._around, self._backing.folder)
        self._welcome.finished.connect(self._end_welcome)
        self.main.cover(self._welcome)

    @Slot()
    def _end_welcome(self) -> None:
        self.main.uncover()
        self._welcome = None
        self.settings_changed.emit()


def _several(count: int) -> str:
    return tr_count("{count} lead is due", "{count} leads are due", count).format(count=count)
