"""The desktop put together, without a screen: what one part wants of another arrives there."""

import gc
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.app.desktop import Desktop
from assistant.app.outside import Outside
from assistant.app.places import places_of, remembered_look
from assistant.core.facts import AgreementKind, AppointmentEvent, Requested
from assistant.core.request import Channel
from assistant.demo.customers import OTHERS, SANNE, Customer
from assistant.demo.stage import furnish
from assistant.desk import NextStep
from assistant.folders import DataFolder
from assistant.intake.reception import IncomingCall
from assistant.intake.ringing import own_calls
from assistant.intake.spool import Kind, Message, Spool
from assistant.settings import change
from assistant.settings.values import TelephoneSettings
from assistant.ui import qt_desk
from assistant.ui.form.draft import FormKind
from assistant.ui.look.theme import Theme
from assistant.ui.main_window import Place
from assistant.ui.qt_words import speak_in_dialogs
from assistant.words.catalogue import Tongue, speak
from tests.conftest import FakeClock, a_request

Open = Callable[..., Desktop]


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "data")
    furnish(folder, always_open=True, aloud=False)
    return folder


@pytest.fixture
def open_desktop(
    folder: DataFolder, clock: FakeClock, qapp: QApplication, opened: list[str]
) -> Iterator[Open]:
    desktops: list[Desktop] = []

    def open_one(**other: Any) -> Desktop:
        outside = Outside(opened.append, **other)
        desktop = Desktop(qapp, folder, clock, None, outside=outside, with_tray=False)
        desktops.append(desktop)
        return desktop

    yield open_one
    for desktop in desktops:
        desktop.close()
    desktops.clear()
    gc.collect()  # windows are not for another test's threads to collect
    speak(Tongue.ENGLISH)
    speak_in_dialogs(qapp, Tongue.ENGLISH)


@pytest.fixture
def desktop(open_desktop: Open, folder: DataFolder) -> Desktop:
    folder.database.touch()  # not the first start
    change(folder.settings, "desk", {"language": "en"})
    return open_desktop()


def ring(
    desktop: Desktop, folder: DataFolder, clock: FakeClock, customer: Customer = SANNE
) -> None:
    Spool(folder.spool, clock).put(
        Message(kind=Kind.FILE, name="a.eml", arrived_at=clock(), content=customer.mail())
    )
    desktop.qt_desk.look()


def test_a_lead_in_the_spool_brings_the_card(
    desktop: Desktop, folder: DataFolder, clock: FakeClock
) -> None:
    ring(desktop, folder, clock)

    assert desktop.windows.card.isVisible()
    assert desktop.windows.card.who.name.text() == "Sanne Hoekstra"


def test_call_dials_by_what_the_outside_has_and_hears_how_the_call_ended(
    open_desktop: Open, folder: DataFolder, clock: FakeClock
) -> None:
    dialled: list[tuple[tuple[str, ...], str, str]] = []

    def dial(telephone: TelephoneSettings, number: str, region: str, secret: str = "") -> None:
        dialled.append((telephone.command, number, region + secret))

    change(folder.settings, "desk", {"language": "en"})
    change(folder.settings, "telephone", {"way": "command", "command": ["phone", "{number}"]})
    folder.database.touch()
    desktop = open_desktop(dial=dial)
    ring(desktop, folder, clock)
    page = desktop.windows.card.panel.pages.call
    desktop.windows.card.panel.pages.prompt.call.click()
    page.dialling.wait()
    assert dialled == [(("phone", "{number}"), "+31612345678", "NL")]

    clock.advance(seconds=40)
    assert own_calls(folder.own_calls, clock).end("+31612345678")
    Spool(folder.spool, clock).put(
        Message(
            kind=Kind.OWN_CALL_ENDED,
            name="",
            arrived_at=clock(),
            content=b'{"number": "+31612345678"}',
        )
    )
    desktop.qt_desk.look()

    assert page.elapsed.text() == "Nobody answered."
    assert desktop.windows.card.panel.pages.shown is page


def test_a_file_in_the_inbox_becomes_a_lead(
    desktop: Desktop, folder: DataFolder, qtbot: QtBot
) -> None:
    (folder.inbox / "a.json").write_text('{"name": "Sanne", "phone": "0612345678"}')

    qtbot.waitUntil(lambda: bool(desktop.qt_desk.agenda), timeout=20_000)
    assert (folder.inbox / "done" / "a.json").exists()


def test_files_dropped_on_the_window_become_leads(desktop: Desktop, tmp_path: Path) -> None:
    dropped = tmp_path / "dropped"
    dropped.mkdir()
    (dropped / "a.eml").write_bytes(SANNE.mail())

    desktop.windows.main.dropped.emit([dropped, tmp_path / "missing.eml"])

    assert [item.summary.name for item in desktop.qt_desk.agenda] == ["Sanne Hoekstra"]
    assert "cannot be read" in desktop.windows.main.banner.message.text()
    assert (dropped / "a.eml").exists()


def test_a_call_of_a_known_customer_raises_his_card(
    desktop: Desktop, folder: DataFolder, clock: FakeClock
) -> None:
    ring(desktop, folder, clock)
    desktop.windows.card.hide()

    desktop.qt_desk.called.emit(IncomingCall("0612345678", ""))

    assert desktop.windows.card.isVisible()
    assert desktop.windows.card.who.name.text() == "Sanne Hoekstra"


def test_a_call_takes_nothing_begun_from_the_card_or_the_main_window(
    desktop: Desktop, folder: DataFolder, clock: FakeClock
) -> None:
    for customer in (SANNE, *OTHERS[:2]):
        ring(desktop, folder, clock, customer)
    card, main = desktop.windows.card, desktop.windows.pages.today.lead
    worked = card.who.name.text()
    others = [each for each in (SANNE, *OTHERS[:2]) if each.name != worked]
    card.panel.pages.prompt.chosen.emit(Channel.CALL)

    desktop.qt_desk.called.emit(IncomingCall(others[0].phone, ""))
    assert main.name.text() == others[0].name
    main.panel.pages.prompt.chosen.emit(Channel.CALL)
    desktop.qt_desk.called.emit(IncomingCall(others[1].phone, ""))

    assert (card.who.name.text(), card.panel.pages.call.isVisible()) == (worked, True)
    assert (main.name.text(), main.panel.pages.call.isVisible()) == (others[0].name, True)
    banner = desktop.windows.main.banner
    assert (banner.isVisible(), banner.message.text()) == (True, f"{others[1].name} is calling.")


def test_a_call_of_a_stranger_brings_the_form_with_his_number(desktop: Desktop) -> None:
    desktop.qt_desk.called.emit(IncomingCall("+31201234567", ""))

    draft = desktop.windows.pages.form.draft()
    assert draft.kind is FormKind.CALL
    assert "020 123 4567" in draft.number


def test_a_sale_in_the_form_that_calls_an_appointment_off_brings_the_message_for_it(
    desktop: Desktop, clock: FakeClock
) -> None:
    desk, windows = desktop.qt_desk.desk, desktop.windows
    at = clock() + timedelta(days=1)
    made = desk.log_contact(a_request(), NextStep(kind=AgreementKind.APPOINTMENT, moment=at))
    assert made.lead_id is not None
    booked = desk.lead(made.lead_id).course.appointment
    assert booked is not None
    desk.change_appointment(booked.id, AppointmentEvent.CONFIRMED)
    windows.show_form(FormKind.CALL)

    sold = desk.log_contact(a_request(), NextStep(kind=AgreementKind.SOLD))
    windows.pages.form.saved.emit(sold)

    page = windows.pages.today.lead
    assert page.isVisible()
    assert page.lead_id == made.lead_id
    assert page.panel.pages.message.isVisible()


def test_new_settings_make_new_windows_and_keep_what_was_typed(
    desktop: Desktop, folder: DataFolder, qtbot: QtBot
) -> None:
    desktop.windows.show_form(FormKind.WALK_IN, "0612345678")
    before = desktop.windows
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    change(folder.settings, "desk", {"language": "nl", "theme": "dark"})

    before.settings_changed.emit()
    qtbot.waitUntil(lambda: desktop.windows is not before, timeout=10_000)

    assert desktop.windows.main.rows[Place.TODAY].text() == "Vandaag"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"
    assert "06 12 34 56 78" in desktop.windows.pages.form.draft().number
    assert remembered_look(places_of(folder)) == (Theme.DARK, Tongue.DUTCH)


def test_new_settings_leave_the_page_in_view(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.windows.main.go_to(Place.SETTINGS)
    before = desktop.windows

    before.settings_changed.emit()
    qtbot.waitUntil(lambda: desktop.windows is not before, timeout=10_000)

    assert desktop.windows.main.place is Place.SETTINGS
    assert desktop.windows.pages.is_made("settings")


@pytest.mark.usefixtures("pocket")
def test_who_saves_a_server_stays_at_its_card_and_is_told_there(
    desktop: Desktop, qtbot: QtBot
) -> None:
    main = desktop.windows.main
    main.resize(1000, 600)
    main.go_to(Place.SETTINGS)
    page, before = desktop.windows.pages.settings, desktop.windows
    page.outgoing.begin.click()
    page.outgoing.form.address.setText("piet@example.com")
    page.outgoing.form.sign_in.password.setText("secret")
    qtbot.waitUntil(lambda: page.standing().scrolled > 0)

    page.outgoing.keep.click()
    qtbot.waitUntil(lambda: desktop.windows is not before, timeout=10_000)

    assert desktop.windows.main.place is Place.SETTINGS
    page = desktop.windows.pages.settings
    qtbot.waitUntil(lambda: page.standing().scrolled > 0)
    assert page.outgoing.said.text() == "Saved, with all that was changed on this page."
    assert page.outgoing.begin.visibleRegion().boundingRect().isValid()


def test_settings_that_are_saved_while_a_list_is_taken_in_wait_for_its_end(
    desktop: Desktop, tmp_path: Path, qtbot: QtBot
) -> None:
    drop_list(desktop, qtbot, tmp_path / "vier jaar.csv")
    before = desktop.windows
    before.pages.passive_list.footer.primary.click()
    assert before.pages.is_taking_list

    before.main.go_to(Place.SETTINGS)
    before.settings_changed.emit()
    qtbot.waitUntil(lambda: desktop.windows is not before, timeout=20_000)

    assert desktop.qt_desk.desk.handed_over()
    said = desktop.windows.pages.handed_over.done.message.text()
    assert said.startswith("2 new for the BDC")


def test_a_typo_in_the_settings_is_named_on_the_screen(
    open_desktop: Open, folder: DataFolder
) -> None:
    folder.database.touch()
    folder.settings.write_text("[desk]\nsaund = true\n")

    desktop = open_desktop()

    assert desktop.windows.main.banner.isVisible()
    assert "Line 2" in desktop.windows.main.banner.message.text()
    assert "desk.saund" in desktop.windows.main.banner.message.text()


@pytest.mark.parametrize("turn", ["Ctrl+4", "F2", "texts"])
def test_what_the_window_says_stays_until_the_next_page_however_one_goes_there(
    desktop: Desktop, turn: str
) -> None:
    main = desktop.windows.main
    main.go_to(Place.SETTINGS)
    main.warn("Something is wrong.")
    assert main.banner.isVisible()

    if turn == "texts":
        desktop.windows.pages.settings.texts.click()
    else:
        keys = main.findChildren(QShortcut)
        next(key for key in keys if key.key().toString() == turn).activated.emit()

    assert not main.banner.isVisible()


def test_a_typo_is_named_also_when_the_windows_are_made_anew_on_another_page(
    desktop: Desktop, folder: DataFolder, qtbot: QtBot
) -> None:
    desktop.windows.main.go_to(Place.SETTINGS)
    before = desktop.windows
    folder.settings.write_text("[desk]\nsaund = true\n")

    before.settings_changed.emit()
    qtbot.waitUntil(lambda: desktop.windows is not before, timeout=10_000)

    assert "desk.saund" in desktop.windows.main.banner.message.text()
    assert desktop.windows.main.banner.isVisible()


def test_the_first_start_asks_three_things(open_desktop: Open, qtbot: QtBot) -> None:
    desktop = open_desktop()
    welcome = desktop.windows._welcome
    assert welcome is not None
    qtbot.waitUntil(welcome.isVisible, timeout=10_000)
    before = desktop.windows

    welcome.finished.emit()
    qtbot.waitUntil(lambda: desktop.windows is not before, timeout=10_000)

    assert desktop.windows._welcome is None
    assert desktop.windows.pages.today.isVisible()


def test_without_a_tray_a_closed_window_stays_on_the_task_bar(desktop: Desktop) -> None:
    desktop.windows.main.close()

    assert desktop.windows.main.isMinimized()


def test_a_second_start_brings_the_window_back(desktop: Desktop) -> None:
    desktop.windows.main.close()

    desktop.come()

    assert desktop.windows.main.isVisible()
    assert not desktop.windows.main.isMinimized()


def test_the_next_start_shows_what_rang_meanwhile_as_one_queue(
    open_desktop: Open,
    desktop: Desktop,
    folder: DataFolder,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(qt_desk, "SLICE_MS", 60_000)  # all in one look
    desktop.close()
    spool = Spool(folder.spool, clock)
    for number in range(3):
        content = SANNE.mail().replace(b"06 12 34 56 78", b"06 12 34 56 7%d" % number)
        content = content.replace(b"sanne.hoekstra", b"klant%d" % number)
        content = content.replace(b"10000001", b"1000000%d" % number)
        spool.put(Message(kind=Kind.FILE, name="a", arrived_at=clock(), content=content))
    clock.advance(hours=8)

    again = open_desktop()

    assert len(again.qt_desk.ringing()) == 3
    assert again.windows.card.isVisible()
    assert again.windows.card.queue.text() == "+2 waiting"


PASSIVE = f"Naam;Telefoon;Toestemming\n{SANNE.name};{SANNE.phone};ja\nEls;0620000001;nee\n"


def drop_list(desktop: Desktop, qtbot: QtBot, path: Path, text: str = PASSIVE) -> None:
    """Drop a list and wait until it is understood."""
    path.write_text(text, "cp1252")
    desktop.windows.main.dropped.emit([path])
    page = desktop.windows.pages.passive_list
    qtbot.waitUntil(page.footer.primary.isEnabled, timeout=20_000)


@pytest.mark.parametrize("place", [Place.TODAY, Place.HANDED_OVER])
def test_a_list_that_is_dropped_is_shown_before_it_is_taken_in(
    desktop: Desktop, tmp_path: Path, qtbot: QtBot, place: Place
) -> None:
    desktop.windows.main.go_to(place)

    drop_list(desktop, qtbot, tmp_path / "vier jaar.csv")

    assert desktop.windows.main.place is Place.HANDED_OVER
    assert desktop.windows.pages.passive_list.isVisible()
    assert not desktop.windows.pages.handed_over.isVisible()
    assert desktop.qt_desk.desk.messages.unreadable() == []
    desktop.windows.pages.passive_list.cancel.click()
    assert desktop.windows.pages.handed_over.isVisible()
    assert desktop.qt_desk.desk.handed_over() == []


def test_a_csv_that_is_no_list_is_a_message_but_not_among_the_lists(
    desktop: Desktop, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Voorraad\nPeugeot 208\n")

    desktop.windows.main.dropped.emit([path])
    assert [message.name for message in desktop.qt_desk.desk.messages.unreadable()] == ["a.csv"]
    assert not desktop.windows.pages.is_made("passive_list")

    desktop.windows.main.go_to(Place.HANDED_OVER)
    desktop.windows.main.dropped.emit([path])
    assert desktop.windows.pages.passive_list.isVisible()


def test_of_two_lists_the_second_is_named(desktop: Desktop, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other.csv"
    other.write_text(PASSIVE)
    one = tmp_path / "one.csv"
    one.write_text(PASSIVE)

    desktop.windows.main.dropped.emit([one, other, tmp_path / "missing.eml"])

    page = desktop.windows.pages.passive_list
    qtbot.waitUntil(page.footer.primary.isEnabled, timeout=20_000)
    assert page.file.text().startswith("one.csv")
    assert "other.csv was left" in desktop.windows.main.banner.message.text()


def test_no_list_is_opened_while_another_is_taken_in(
    desktop: Desktop, tmp_path: Path, qtbot: QtBot
) -> None:
    drop_list(desktop, qtbot, tmp_path / "one.csv")
    page = desktop.windows.pages.passive_list
    page.footer.primary.click()
    other = tmp_path / "other.csv"
    other.write_text(PASSIVE)

    with qtbot.waitSignal(page.left, timeout=20_000):
        desktop.windows.main.dropped.emit([other])

    assert "other.csv was left" in desktop.windows.main.banner.message.text()
    assert len(desktop.qt_desk.desk.handed_over()) == 2


def test_a_passive_lead_rings_nowhere_until_it_asks_and_comes_back_with_its_history(
    desktop: Desktop, folder: DataFolder, clock: FakeClock, tmp_path: Path, qtbot: QtBot
) -> None:
    windows, desk = desktop.windows, desktop.qt_desk.desk
    drop_list(desktop, qtbot, tmp_path / "vier jaar.csv")
    page = windows.pages.passive_list
    with qtbot.waitSignal(page.left, timeout=20_000):
        page.footer.primary.click()

    assert windows.pages.handed_over.done.message.text() == (
        "2 new for the BDC, 0 known already. 1 may not be called: no proof of consent."
    )
    assert windows.pages.handed_over.model.rowCount() == 2
    clock.advance(days=1)
    desktop.qt_desk.look()
    assert desktop.qt_desk.agenda == []
    assert not windows.card.isVisible()

    ring(desktop, folder, clock)

    assert windows.card.isVisible()
    assert windows.card.who.name.text() == SANNE.name
    (item,) = desktop.qt_desk.agenda
    lead = desk.lead(item.summary.lead_id)
    assert lead.owner == item.summary.owner == "Piet"
    sources = [fact.request.source for fact in lead.facts if isinstance(fact, Requested)]
    assert sources == ["vier jaar", "AutoTrack"]
    assert [waiting.name for waiting in desk.handed_over()] == ["Els"]


def test_a_list_that_is_read_does_not_outlive_its_windows(
    desktop: Desktop, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Naam;Telefoon\n" + "Jan;0620000001\n" * 90_000)
    desktop.windows.main.dropped.emit([path])
    before = desktop.windows
    loader = before.pages.passive_list.loader
    assert loader.is_running

    before.settings_changed.emit()
    qtbot.waitUntil(lambda: desktop.windows is not before, timeout=20_000)

    assert not loader.is_running


def test_a_list_that_is_done_takes_the_keyboard_from_no_other_page(
    desktop: Desktop, tmp_path: Path, qtbot: QtBot
) -> None:
    windows = desktop.windows
    drop_list(desktop, qtbot, tmp_path / "vier jaar.csv")
    windows.pages.passive_list.footer.primary.click()
    windows.main.go_to(Place.TODAY)
    with qtbot.waitActive(windows.main):
        windows.main.activateWindow()
    windows.pages.today.search_for()
    held = QApplication.focusWidget()

    taking = windows.pages.passive_list.work.taking
    qtbot.waitUntil(lambda: not taking.is_running, timeout=20_000)

    assert held is not None
    assert QApplication.focusWidget() is held
    windows.main.go_to(Place.HANDED_OVER)
    assert windows.pages.handed_over.done.isVisible()


def test_no_page_reaches_under_the_small_card(
    desktop: Desktop, folder: DataFolder, clock: FakeClock, qtbot: QtBot
) -> None:
    main = desktop.windows.main
    main.setGeometry(main.screen().availableGeometry())
    page = desktop.windows.pages.today
    ring(desktop, folder, clock)
    card = desktop.windows.card
    full = page.height()

    card.small.click()
    qtbot.waitUntil(lambda: page.mapToGlobal(page.rect().bottomLeft()).y() < card.y())
    card.move(card.x(), 0)  # dragged away
    qtbot.waitUntil(lambda: page.height() == full)
    card.fit()
    qtbot.waitUntil(lambda: page.height() < full)
    main.move(main.x(), -400)
    qtbot.waitUntil(lambda: page.height() == full)
    main.move(main.x(), 0)
    qtbot.waitUntil(lambda: page.height() < full)
    card.small.click()

    qtbot.waitUntil(lambda: page.height() == full)
