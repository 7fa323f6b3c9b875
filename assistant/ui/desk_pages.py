"""The pages of the main window: each loaded and made when it is first gone to.

Most days most of them are never gone to; their modules are a tenth of the memory.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal, Slot
from PySide6.QtWidgets import QWidget

from assistant.core.errors import AssistantError
from assistant.core.facts import LeadId
from assistant.desk import Taken
from assistant.folders import DataFolder
from assistant.outreach.texts import Moment
from assistant.settings import Problem
from assistant.ui.action.flow import place_of
from assistant.ui.around import Around
from assistant.ui.main_window import Place
from assistant.ui.pages import Pages
from assistant.ui.search import Search
from assistant.ui.today.page import TodayPage
from assistant.words.catalogue import explain

if TYPE_CHECKING:
    from assistant.intake.mailbox import MailboxWatch
    from assistant.ui.appointments.page import AppointmentsPage
    from assistant.ui.form.log_form import LogForm
    from assistant.ui.inspection.page import InspectionPage
    from assistant.ui.lead.forgetting import Forgetting
    from assistant.ui.lists.handed_over import HandedOver
    from assistant.ui.lists.unreadable import UnreadablePage
    from assistant.ui.my_week.page import MyWeekPage
    from assistant.ui.passive.page import ListPage
    from assistant.ui.sending import Sending
    from assistant.ui.settings_page.page import SettingsPage
    from assistant.ui.texts.page import TextsPage


@dataclass(frozen=True, slots=True)
class Backing:
    """What the windows need beside the desk.

    Attributes:
        folder: Where everything lies.
        problems: What of the settings file could not be used.
        inbox_problems: Says what keeps leads away now: mailboxes that cannot be read, and
            what lies in the watched folder and cannot be taken.
        mailboxes: The watches of the mailboxes in use.
        sending: What empties the outbox; ``None`` where mail leaves by the own mail program.
        places: Where windows were left.
        search: Finds leads on a thread of its own.
        with_tray: Whether to stand in the tray, where there is one.
    """

    folder: DataFolder
    problems: tuple[Problem, ...]
    inbox_problems: Callable[[], Sequence[AssistantError]]
    places: QSettings
    search: Search
    mailboxes: "tuple[MailboxWatch, ...]" = ()
    sending: "Sending | None" = None
    with_tray: bool = True


class DeskPages(QObject):
    """Makes the pages.

    Signals:
        lead_wanted: A lead (``LeadId``) is to be shown.
        original_wanted: A raw message (its id) is to be shown.
        form_wanted: The form is wanted beside a message (``StoredMessage``), with a number
            (``str``) in it.
        home_wanted: Today is wanted again.
        settings_changed: The settings were saved.
        turned: A page took the place of another one within its place.
        told: Something was done (a sentence), and whether the user must look at it.
        test_notice_wanted: A notice is to be shown, to see whether it appears.
    """

    lead_wanted = Signal(object)
    original_wanted = Signal(str)
    form_wanted = Signal(object, str)
    home_wanted = Signal()
    settings_changed = Signal()
    turned = Signal()
    told = Signal(str, bool)
    test_notice_wanted = Signal()

    def __init__(self, around: Around, backing: Backing) -> None:
        super().__init__()
        self._around = around
        self._backing = backing

    def page(self, place: Place) -> QWidget:
        """Return the page of a place."""
        made: dict[Place, Callable[[], QWidget]] = {
            Place.TODAY: lambda: self.today,
            Place.APPOINTMENTS: lambda: self.appointments,
            Place.FORM: lambda: self.form,
            Place.HANDED_OVER: lambda: self.bdc,
            Place.UNREADABLE: lambda: self.unreadable,
            Place.MY_WEEK: lambda: self.my_week,
            Place.INSPECTION: lambda: self.inspection,
            Place.SETTINGS: lambda: self.settings_and_texts,
        }
        return made[place]()

    def is_made(self, name: str) -> bool:
        """Say whether the page of this name was needed yet."""
        return name in self.__dict__

    @cached_property
    def today(self) -> TodayPage:
        """The agenda."""
        today = TodayPage(self._around, self._backing.search)
        today.original_wanted.connect(self.original_wanted)
        today.lead.ties.forgetting_wanted.connect(self._ask_to_forget)
        return today

    @cached_property
    def appointments(self) -> "AppointmentsPage":
        """The week's appointments."""
        from assistant.ui.appointments.page import AppointmentsPage  # noqa: PLC0415

        appointments = AppointmentsPage(self._around, self._backing.folder.appointments)
        appointments.lead_wanted.connect(self.lead_wanted)
        return appointments

    def worked(self) -> LeadId | None:
        """Return the lead with which something was begun on a page, if that is in front."""
        on_today = self.today.lead.panel.worked
        if on_today is None and self.is_made("appointments"):
            return self.appointments.chosen.panel.worked
        return on_today

    @cached_property
    def forgetting(self) -> "Forgetting":
        """What forgets a customer."""
        from assistant.ui.lead.forgetting import Forgetting  # noqa: PLC0415

        forgetting = Forgetting(self._around, self._backing.folder, self)
        forgetting.told.connect(self.told)
        return forgetting

    @Slot()
    def _ask_to_forget(self) -> None:
        lead = self.today.lead
        if lead.lead_id is not None:
            self.forgetting.ask(lead.lead_id, lead.name.text(), lead.window())

    @cached_property
    def form(self) -> "LogForm":
        """The log form."""
        from assistant.ui.form.log_form import LogForm  # noqa: PLC0415

        form = LogForm(self._around)
        form.left.connect(self.home_wanted)
        form.saved.connect(self._call_off)
        return form

    @Slot(object)
    def _call_off(self, taken: Taken) -> None:
        """Show a lead whose end called an appointment off on which its customer still counts."""
        qt_desk, lead_id = self._around.qt_desk, taken.lead_id
        lead = None if lead_id is None else qt_desk.do(lambda: qt_desk.desk.lead(lead_id))
        if lead is None or lead.course.end is None:
            return
        if place_of(lead, self._around.now()).moment is Moment.CANCELLED:
            self.lead_wanted.emit(lead.lead_id)

    @cached_property
    def handed_over(self) -> "HandedOver":
        """What waits for the BDC."""
        from assistant.ui.lists.handed_over import HandedOver  # noqa: PLC0415

        handed_over = HandedOver(self._around, self._backing.folder)
        handed_over.lead_wanted.connect(self.lead_wanted)
        handed_over.list_chosen.connect(self.open_list)
        return handed_over

    @cached_property
    def passive_list(self) -> "ListPage":
        """A list on its way to the BDC."""
        from assistant.ui.passive.page import ListPage  # noqa: PLC0415

        passive_list = ListPage(self._around)
        passive_list.left.connect(self._leave_list)
        self.bdc.add(passive_list)
        return passive_list

    @cached_property
    def bdc(self) -> Pages:
        """What waits for the BDC; a list on its way there stands before it."""
        pages = Pages(self.handed_over)
        pages.show_page(self.handed_over)
        return pages

    @Slot(object)
    def open_list(self, path: Path) -> bool:
        """Show a list of passive leads; refuse while another is taken in."""
        if self.is_made("passive_list") and self.passive_list.is_taking:
            return False
        self.passive_list.open(path)
        self.bdc.show_page(self.passive_list)
        return True

    @property
    def is_taking_list(self) -> bool:
        """Say whether the customers of a list are being taken in."""
        return self.is_made("passive_list") and self.passive_list.is_taking

    @property
    def list_said(self) -> str:
        """Return what came of a list or of sending and nobody has seen yet; perhaps nothing."""
        if not self.is_made("handed_over") or self.handed_over.done.isHidden():
            return ""
        return self.handed_over.done.message.text()

    def stop(self) -> None:
        """Begin nothing any more: the pages are about to go."""
        if self.is_made("passive_list"):
            self.passive_list.stop()
        if self.is_made("forgetting"):
            self.forgetting.stop()
        if self.is_made("handed_over"):
            self.handed_over.sending.stop()
        if self.is_made("my_week"):
            self.my_week.stop()
        if self.is_made("inspection"):
            self.inspection.stop()

    @Slot(str)
    def _leave_list(self, said: str) -> None:
        self.bdc.show_page(self.handed_over)
        self.handed_over.say(said)
        if self.bdc.isVisible():
            self.handed_over.import_list.setFocus()

    @cached_property
    def unreadable(self) -> "UnreadablePage":
        """What a person must look at."""
        from assistant.ui.lists.unreadable import UnreadablePage  # noqa: PLC0415

        unreadable = UnreadablePage(self._around)
        unreadable.form_wanted.connect(self.form_wanted)
        unreadable.show_problems(self.inbox_problems())
        return unreadable

    @cached_property
    def my_week(self) -> "MyWeekPage":
        """The salesperson's own figures."""
        from assistant.ui.my_week.page import MyWeekPage  # noqa: PLC0415

        my_week = MyWeekPage(self._around, self._backing.folder)
        my_week.lead_wanted.connect(self.lead_wanted)
        return my_week

    @cached_property
    def inspection(self) -> "InspectionPage":
        """The figures."""
        from assistant.ui.inspection.page import InspectionPage  # noqa: PLC0415

        backing = self._backing
        inspection = InspectionPage(self._around, backing.folder, backing.places)
        inspection.lead_wanted.connect(self.lead_wanted)
        return inspection

    @cached_property
    def settings(self) -> "SettingsPage":
        """The settings."""
        from assistant.ui.settings_page.page import SettingsPage  # noqa: PLC0415

        backing = self._backing
        settings = SettingsPage(
            self._around,
            backing.folder,
            backing.problems,
            mailboxes=backing.mailboxes,
            sending=backing.sending,
        )
        settings.changed.connect(self.settings_changed)
        settings.test_notice_wanted.connect(self.test_notice_wanted)
        settings.texts_wanted.connect(self.open_texts)
        return settings

    @cached_property
    def texts(self) -> "TextsPage":
        """What goes out to customers."""
        from assistant.ui.texts.page import TextsPage  # noqa: PLC0415

        texts = TextsPage(self._around)
        texts.left.connect(self._leave_texts)
        self.settings_and_texts.add(texts)
        return texts

    @cached_property
    def settings_and_texts(self) -> Pages:
        """The settings; the texts stand before them once they were asked for."""
        pages = Pages(self.settings)
        pages.show_page(self.settings)
        return pages

    @Slot()
    def open_texts(self) -> None:
        """Show the texts."""
        self.turned.emit()
        self.settings_and_texts.show_page(self.texts)
        self.texts.editor.body.setFocus()

    @Slot()
    def _leave_texts(self) -> None:
        self.turned.emit()
        self.settings_and_texts.show_page(self.settings)
        self.settings.texts.setFocus()

    def inbox_problems(self) -> list[str]:
        """Return what lies in the watched folder and cannot be taken, in words."""
        return [explain(error) for error in self._backing.inbox_problems()]
