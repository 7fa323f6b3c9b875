"""Handed over: who waits for the BDC, and why."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistant.core.facts import AgreementKind, LeadId, LostReason, Outcome
from assistant.core.request import Channel, Door, RequestKind
from assistant.core.rules import TRIES
from assistant.desk import Desk, NextStep, Trouble
from assistant.folders import DataFolder
from assistant.outreach.mail import Mail
from assistant.outreach.outbox import Outbox
from assistant.settings import OutgoingSettings
from assistant.store.store import Store
from assistant.ui.around import Around
from assistant.ui.lists.handed_over import HandedOver
from assistant.ui.lists.handed_over_model import Column
from assistant.ui.post import ByServer
from tests.conftest import RULES, FakeClock, a_request
from tests.ui.conftest import Show
from tests.ui.seen import HOSTILE, nameless, rich_labels, texts, tooltip_text


@pytest.fixture
def page(around: Around, show: Show, tmp_path: Path) -> HandedOver:
    page = HandedOver(around, DataFolder(tmp_path))
    show(page)
    return page


def hand_over(desk: Desk, clock: FakeClock, **changes: object) -> LeadId:
    """Try a customer five times in vain."""
    lead_id = desk.log_contact(a_request(**changes)).lead_id
    assert lead_id is not None
    for _ in range(TRIES):
        clock.advance(minutes=31)
        desk.record(lead_id, Channel.CALL, Outcome.VOICEMAIL)
    return lead_id


def row(page: HandedOver, number: int) -> list[str]:
    return [page.model.index(number, column).data() for column in Column]


def test_a_row_says_who_why_since_when_and_what_came_before(
    page: HandedOver, around: Around, desk: Desk, clock: FakeClock
) -> None:
    hand_over(desk, clock)
    around.qt_desk.changed.emit()

    assert row(page, 0) == [
        "Sanne Hoekstra",
        "Not reached",
        "the BDC",
        "12:35",
        "not sent yet",
        "Voicemail, 12:35 (Piet)",
        "5 of 5",
    ]
    assert page.badge.accessibleName() == "1 lead"


def test_a_lost_lead_gets_a_second_voice(page: HandedOver, around: Around, desk: Desk) -> None:
    lead_id = desk.log_contact(a_request(name="")).lead_id
    assert lead_id is not None
    desk.agree(lead_id, NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))
    around.qt_desk.changed.emit()

    assert row(page, 0)[:2] == ["06 12 34 56 78", "Second voice"]


def test_a_row_says_why_somebody_may_not_be_called(
    page: HandedOver, around: Around, desk: Desk
) -> None:
    desk.log_contact(a_request(kind=RequestKind.PASSIVE, door=Door.LIST))

    around.qt_desk.changed.emit()

    assert row(page, 0)[1] == "Passive lead, may not be called: no proof of consent"


def test_an_empty_list_says_so(page: HandedOver) -> None:
    assert "Nobody waits for the BDC." in texts(page)
    assert not page.table.isVisible()


def test_the_list_is_read_only_while_somebody_looks(
    page: HandedOver, around: Around, desk: Desk, clock: FakeClock
) -> None:
    page.hide()
    hand_over(desk, clock)
    around.qt_desk.changed.emit()
    assert page.model.rowCount() == 0

    page.show()
    assert page.model.rowCount() == 1


def test_a_lead_opens_by_enter_and_by_a_double_click(
    page: HandedOver, around: Around, desk: Desk, clock: FakeClock, qtbot: QtBot
) -> None:
    lead_id = hand_over(desk, clock)
    around.qt_desk.changed.emit()
    page.table.selectRow(0)

    with qtbot.waitSignal(page.lead_wanted) as wanted:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert wanted.args == [lead_id]
    place = page.table.visualRect(page.model.index(0, 0)).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(page.table.viewport(), left, pos=place)
    with qtbot.waitSignal(page.lead_wanted) as wanted:
        QTest.mouseDClick(page.table.viewport(), left, pos=place)
        QTest.mouseRelease(page.table.viewport(), left, pos=place)
    assert wanted.args == [lead_id]


def test_the_chosen_lead_stays_chosen_when_others_come(
    page: HandedOver, around: Around, desk: Desk, clock: FakeClock
) -> None:
    first = hand_over(desk, clock)
    around.qt_desk.changed.emit()
    page.table.selectRow(0)

    hand_over(desk, clock, name="J. de Haan", phones=(), emails=("j.dehaan@example.com",))
    around.qt_desk.changed.emit()

    assert page.model.lead_id(page.table.currentIndex().row()) == first


def test_strangers_words_are_shown_as_they_are_written(
    page: HandedOver, around: Around, desk: Desk, clock: FakeClock
) -> None:
    hand_over(desk, clock, name=HOSTILE)
    around.qt_desk.changed.emit()

    index = page.model.index(0, Column.WHO)
    assert index.data() == HOSTILE
    assert tooltip_text(index.data(Qt.ItemDataRole.ToolTipRole)) == HOSTILE
    assert rich_labels(page) == []


def test_every_control_has_a_name_for_the_screen_reader(
    page: HandedOver, around: Around, desk: Desk, clock: FakeClock
) -> None:
    hand_over(desk, clock)
    around.qt_desk.changed.emit()

    assert nameless(page) == []


def test_send_writes_what_waits_and_says_where(
    page: HandedOver, around: Around, desk: Desk, clock: FakeClock, tmp_path: Path, qtbot: QtBot
) -> None:
    hand_over(desk, clock)
    hand_over(desk, clock, name="Jan", phones=(), emails=("jan@example.com",))
    around.qt_desk.changed.emit()
    assert page.send.text() == "Send 2"

    with qtbot.waitSignal(page.sending.ended):
        page.send.click()

    assert len(list((tmp_path / "handover").glob("*.xml"))) == 2
    assert page.done.message.text() == f"2 leads are written to {tmp_path / 'handover'}."
    assert [row(page, number)[Column.STANDS][:4] for number in range(2)] == ["sent", "sent"]
    assert not page.send.isEnabled()


def test_without_a_server_a_chosen_leads_mail_opens_as_a_draft(
    around: Around, desk: Desk, clock: FakeClock, show: Show, opened: list[str], tmp_path: Path
) -> None:
    bdc = replace(around.settings.bdc, address="bdc@example.com")
    around = replace(around, settings=replace(around.settings, bdc=bdc))
    for number in range(2):
        hand_over(desk, clock, phones=(), emails=(f"jan{number}@example.com",))
    page = HandedOver(around, DataFolder(tmp_path))
    show(page)
    assert not page.send.isEnabled()
    assert page.send.toolTip() == "Choose a lead: its mail opens as a draft."

    page.table.selectRow(1)
    page.send.click()
    QTest.qWait(50)

    (link,) = opened
    draft = Path(unquote(urlparse(link).path)).read_text()
    assert "bdc@example.com" in draft
    stands = [row(page, number)[Column.STANDS] for number in range(2)]
    assert stands[0] == "not sent yet"
    assert stands[1].startswith("in your mail program")
    assert page.done.message.text() == "The mail is opened in your mail program: press Send there."
    assert not (tmp_path / "handover").exists()


def test_one_lead_alone_needs_no_choosing_and_a_draft_that_was_closed_is_opened_again(
    around: Around, desk: Desk, clock: FakeClock, show: Show, opened: list[str], tmp_path: Path
) -> None:
    bdc = replace(around.settings.bdc, address="bdc@example.com")
    around = replace(around, settings=replace(around.settings, bdc=bdc))
    hand_over(desk, clock)
    page = HandedOver(around, DataFolder(tmp_path))
    show(page)
    assert not page.again.isVisible()

    page.send.click()
    QTest.qWait(50)
    page.table.selectRow(0)
    assert not page.send.isEnabled()
    clock.advance(minutes=5)
    page.again.click()
    QTest.qWait(50)

    assert len(opened) == 2
    assert row(page, 0)[Column.STANDS].startswith("in your mail program")
    assert page.again.isEnabled()


def test_a_folder_that_cannot_be_written_is_said_and_nothing_counts_as_sent(
    page: HandedOver, around: Around, desk: Desk, clock: FakeClock, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "handover").write_text("a file stands in its place")
    hand_over(desk, clock)
    around.qt_desk.changed.emit()

    with qtbot.waitSignals([around.qt_desk.refused, page.sending.ended]):
        page.send.click()

    assert row(page, 0)[Column.STANDS] == "not sent yet"
    assert page.send.isEnabled()
    assert not page.done.isVisible()


def test_came_back_reopens_the_lead_with_the_bdcs_words_and_can_be_undone(
    page: HandedOver, around: Around, desk: Desk, clock: FakeClock
) -> None:
    lead_id = hand_over(desk, clock)
    around.qt_desk.changed.emit()
    assert not page.back.isEnabled()
    page.table.selectRow(0)

    page.back.click()
    QTest.keyClicks(page.strip.note, "Belt liever na vijven")
    QTest.keyClick(page.strip.note, Qt.Key.Key_Return)

    assert around.qt_desk.rings(lead_id)
    assert row(page, 0)[Column.STANDS] == "came back: Belt liever na vijven"
    assert not page.back.isEnabled()
    assert not page.strip.isVisible()
    page.undo.button.click()
    assert not around.qt_desk.rings(lead_id)
    assert row(page, 0)[Column.STANDS] == "not sent yet"


@pytest.mark.parametrize(("to", "asked"), [("", "What the BDC says"), ("Els", "What Els says")])
def test_who_had_the_lead_is_named_when_it_comes_back(
    page: HandedOver, around: Around, desk: Desk, to: str, asked: str
) -> None:
    lead_id = desk.log_contact(a_request()).lead_id
    assert lead_id is not None
    around.qt_desk.step(lambda: desk.handovers.hand_on(lead_id, to))
    page.table.selectRow(0)

    page.back.click()

    assert page.strip.note.accessibleName() == asked
    assert page.strip.note.placeholderText() == f"{asked} (may stay empty)"


def test_who_may_not_be_called_is_not_offered_to_be_sent(
    page: HandedOver, around: Around, desk: Desk
) -> None:
    desk.log_contact(a_request(kind=RequestKind.PASSIVE, door=Door.LIST))
    around.qt_desk.changed.emit()

    assert row(page, 0)[Column.STANDS] == "may not be called"
    assert not page.send.isEnabled()


def test_an_escalation_comes_onto_the_list_when_it_is_looked_at_again(
    around: Around, show: Show, tmp_path: Path, clock: FakeClock, store: Store
) -> None:
    impatient = replace(RULES, escalate_after=timedelta(minutes=5))
    around.qt_desk.desk = Desk(store, clock, impatient, salesperson="Piet")
    page = HandedOver(around, DataFolder(tmp_path))
    show(page)
    desk = around.qt_desk.desk
    around.qt_desk.step(lambda: desk.log_contact(a_request()))
    clock.advance(minutes=6)
    around.qt_desk.look()
    assert page.model.rowCount() == 0
    assert len(around.qt_desk.ringing()) == 1

    clock.advance(minutes=1)
    around.qt_desk.look()

    assert row(page, 0)[:2] == ["Sanne Hoekstra", "Escalation"]
    assert around.qt_desk.ringing() == []


def test_a_mail_that_did_not_arrive_is_asked_about_and_taken_back_waits_to_be_sent(
    around: Around, desk: Desk, clock: FakeClock, show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    bdc = replace(around.settings.bdc, address="bdc@example.com")
    outgoing = OutgoingSettings(host="smtp.example.com", address="piet@example.com")
    post = ByServer(Outbox(desk, outgoing, clock))
    settings = replace(around.settings, bdc=bdc, outgoing=outgoing)
    page = HandedOver(replace(around, settings=settings, post=post), DataFolder(tmp_path))
    hand_over(desk, clock)
    show(page)
    with qtbot.waitSignal(page.sending.ended):
        page.send.click()
    assert row(page, 0)[Column.STANDS] == "waits in the outbox"
    assert not page.question.isVisible()
    (mail,) = desk.outgoing.waiting()

    desk.outgoing.refused(mail.id, Trouble("Nobody is there."))
    around.qt_desk.changed.emit()

    assert row(page, 0)[Column.STANDS] == "bounced: Nobody is there."
    assert page.question.message.text().endswith(
        f"bounced (Lead: Sanne Hoekstra, not reached [followup {mail.lead_id}]). Nobody is there."
    )
    assert nameless(page) == []
    page.question.settle.click()
    assert row(page, 0)[Column.STANDS] == "not sent yet"
    assert page.send.isEnabled()
    assert not page.question.isVisible()


def test_the_chosen_leads_mail_is_asked_about_before_anothers(
    page: HandedOver, around: Around, desk: Desk, clock: FakeClock
) -> None:
    outbox = Outbox(
        desk, OutgoingSettings(host="smtp.example.com", address="piet@example.com"), clock
    )
    for number in range(2):
        lead = hand_over(desk, clock, phones=(), emails=(f"jan{number}@example.com",))
        mail = Mail(to=f"bdc{number}@example.com", subject="x", body="x")
        put = outbox.put(mail, lead, desk.lead(lead).handed_over)
        desk.outgoing.failed(put.id, Trouble("Full."))
    around.qt_desk.changed.emit()
    assert "bdc0@example.com" in page.question.message.text()

    page.table.selectRow(1)

    assert "bdc1@example.com" in page.question.message.text()
    page.question.again.click()
    assert row(page, 1)[Column.STANDS] == "waits in the outbox"
    assert "bdc0@example.com" in page.question.message.text()
