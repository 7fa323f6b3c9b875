"""Today: groups in their order, times in words, search beside it, the lead at its right."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QLabel, QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from typing_extensions import override

from assistant.core.facts import AgreementKind, LeadId, Outcome
from assistant.core.request import Channel
from assistant.core.summary import Summary
from assistant.desk import Desk, NextStep
from assistant.ui import qt_desk
from assistant.ui.around import Around
from assistant.ui.search import Search
from assistant.ui.today.delegate import TodayDelegate
from assistant.ui.today.groups import Group, grouped
from assistant.ui.today.model import Head, Line, TodayModel
from assistant.ui.today.page import TodayPage
from tests.conftest import AMSTERDAM, FakeClock, a_request
from tests.ui.conftest import DeskFinder

Index = QModelIndex | QPersistentModelIndex


@pytest.fixture
def page(around: Around, search: Search, qtbot: QtBot) -> TodayPage:
    page = TodayPage(around, search)
    qtbot.addWidget(page)
    page.resize(1_000, 600)
    page.show()
    return page


def lead(around: Around, name: str, **changes: object) -> LeadId:
    asked = a_request(name=name, phones=(), emails=(f"{name}@example.com",), **changes)
    taken = around.qt_desk.step(lambda: around.qt_desk.desk.log_contact(asked))
    assert taken is not None
    assert taken.lead_id is not None
    return taken.lead_id


def agree(around: Around, lead_id: LeadId, kind: AgreementKind, **after: float) -> None:
    moment = around.now() + timedelta(**after)
    step = NextStep(kind=kind, moment=moment)
    around.qt_desk.step(lambda: around.qt_desk.desk.agree(lead_id, step))


def rows(model: TodayModel) -> list[str]:
    return [
        f"{row.group}:{row.count}" if isinstance(row, Head) else row.lead.name
        for row in (model.row(number) for number in range(model.rowCount()))
    ]


def fill(around: Around) -> dict[str, LeadId]:
    leads = {name: lead(around, name) for name in ("nu", "vandaag", "later", "afspraak")}
    agree(around, leads["vandaag"], AgreementKind.CALL_BACK, hours=3)
    agree(around, leads["later"], AgreementKind.FOLLOW_UP, days=3)
    agree(around, leads["afspraak"], AgreementKind.APPOINTMENT, days=2)
    return leads


def test_the_agenda_stands_in_four_groups(page: TodayPage, around: Around) -> None:
    fill(around)

    assert rows(page.model) == [
        "now:1", "nu",
        "today:1", "vandaag",
        "later:1", "later",
        "to_confirm:1", "afspraak",
    ]  # fmt: skip


def test_every_group_is_there_even_if_empty(around: Around) -> None:
    assert list(grouped([], around.now(), AMSTERDAM)) == list(Group)


def test_a_filter_shows_one_group(page: TodayPage, around: Around) -> None:
    fill(around)

    page.filters.button(3).click()
    assert rows(page.model) == ["later:1", "later"]
    page.filters.button(0).click()
    assert page.model.rowCount() == 8


def test_of_very_many_leads_it_is_said_that_there_are_more(
    page: TodayPage, around: Around, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(qt_desk, "MOST_HELD", 2)
    lead(around, "een")
    assert not page.more.isVisible()

    for name in ("twee", "drie"):
        lead(around, name)

    assert page.more.isVisible()
    assert rows(page.model)[0] == "now:3"
    page.field.setText("een")
    qtbot.waitUntil(lambda: rows(page.model) == ["een"])
    assert not page.more.isVisible()


def test_a_row_is_said_in_words(page: TodayPage, around: Around, clock: FakeClock) -> None:
    lead_id = lead(around, "Sanne")
    around.qt_desk.step(lambda: around.qt_desk.desk.record(lead_id, Channel.MAIL, Outcome.SENT))
    clock.advance(minutes=42)
    around.qt_desk.look()

    said = page.model.data(page.model.index(1), Qt.ItemDataRole.AccessibleTextRole)

    assert said == (
        "Sanne, Mail, 12 min late, Peugeot 208 1.2, 1 of 5 tries, Mail: sent, 10:00 (Piet), "
        "AutoTrack"
    )


def test_a_row_says_that_somebody_may_not_be_called(page: TodayPage, around: Around) -> None:
    lead(around, "Sanne Hoekstra", may_call=False)

    said = page.model.data(page.model.index(1), Qt.ItemDataRole.AccessibleTextRole)

    assert ", asked not to be called, " in said


def test_heads_cannot_be_chosen(page: TodayPage, around: Around) -> None:
    fill(around)

    assert not page.model.flags(page.model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert page.model.flags(page.model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_the_first_lead_is_shown_and_another_when_it_is_chosen(
    page: TodayPage, around: Around, qtbot: QtBot
) -> None:
    leads = fill(around)
    qtbot.waitUntil(lambda: page.lead.lead_id == leads["nu"])

    page.list.setCurrentIndex(page.model.index(3))

    assert page.lead.lead_id == leads["vandaag"]
    assert page.lead.name.text() == "vandaag"


def test_the_chosen_lead_stays_when_the_list_changes(page: TodayPage, around: Around) -> None:
    leads = fill(around)
    page.list.setCurrentIndex(page.model.index(5))
    lead(around, "nieuw")

    assert page.lead.lead_id == leads["later"]
    row = page.model.row(page.list.currentIndex().row())
    assert isinstance(row, Line)
    assert row.lead.lead_id == leads["later"]


def test_search_finds_also_what_is_closed(page: TodayPage, around: Around, qtbot: QtBot) -> None:
    sold = lead(around, "verkocht")
    around.qt_desk.step(lambda: around.qt_desk.desk.agree(sold, NextStep(kind=AgreementKind.SOLD)))
    assert page.model.rowCount() == 0

    page.field.setText("verk")
    qtbot.waitUntil(lambda: rows(page.model) == ["verkocht"], timeout=5_000)

    page.field.clear()
    qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=5_000)


def test_nobody_found_is_a_designed_state(page: TodayPage, around: Around, qtbot: QtBot) -> None:
    lead(around, "Sanne")
    page.field.setText("zzz")

    qtbot.waitUntil(page.empty.isVisible, timeout=5_000)
    assert page.empty.sentence.text() == "Nobody found"


def test_nothing_due_says_what_comes_next(page: TodayPage, around: Around) -> None:
    assert page.empty.sentence.text() == "Nothing is due."
    fill(around)
    page.filters.button(1).click()
    around.qt_desk.step(
        lambda: around.qt_desk.desk.agree(
            around.qt_desk.agenda[0].summary.lead_id, NextStep(kind=AgreementKind.SOLD)
        )
    )

    assert page.empty.isVisible()
    assert page.empty.hint.text().startswith("Next: ")


def test_the_ring_counts_the_calls_in_time(
    page: TodayPage, around: Around, clock: FakeClock
) -> None:
    lead_id = lead(around, "Sanne")
    clock.advance(seconds=90)
    around.qt_desk.step(lambda: around.qt_desk.desk.record(lead_id, Channel.MAIL, Outcome.SENT))

    assert page.ring.accessibleName() == "Called in time today: 1 of 1"


def test_everything_the_card_can_do_can_be_done_here(
    page: TodayPage, around: Around, opened: list[str], qtbot: QtBot
) -> None:
    asked = a_request(name="Sanne")
    around.qt_desk.step(lambda: around.qt_desk.desk.log_contact(asked))
    qtbot.waitUntil(lambda: page.lead.lead_id is not None)
    panel = page.lead.panel

    panel.pages.prompt.call.click()
    next(tile for tile in panel.pages.call.outcomes if tile.text() == "Voicemail").click()

    assert opened == ["tel:+31612345678"]
    assert "Not reached" in panel.pages.message.heading.text()
    assert "Voicemail" in page.lead.undo.message.text()
    page.lead.undo.button.click()
    assert panel.pages.prompt.call.isVisible()


def test_the_history_tells_everything_newest_first(page: TodayPage, around: Around) -> None:
    lead_id = lead(around, "Sanne", question="Is hij er nog?")
    around.qt_desk.step(
        lambda: around.qt_desk.desk.record(lead_id, Channel.MAIL, Outcome.SENT, note="met foto's")
    )
    page.show_lead(lead_id)
    model = page.lead.history

    said = [model.data(model.index(row)) for row in range(model.rowCount())]

    assert said == [
        "Mail: sent, 10:00 · Piet, met foto's",
        "Question · AutoTrack, 10:00, Is hij er nog?",
    ]


def test_strangers_words_are_shown_letter_by_letter(page: TodayPage, around: Around) -> None:
    nasty = "<img src=x onerror=alert(1)>"
    page.show_lead(lead(around, "Sanne", question=nasty, vehicle=nasty, plate=nasty))
    page.grab()

    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()
    assert page.lead.reach.question.text() == nasty


def test_search_answers_only_the_newest_question(desk: Desk, qtbot: QtBot) -> None:
    desk.log_contact(a_request())
    answers: list[str] = []
    search = Search(lambda: DeskFinder(_Nobody()))  # type: ignore[arg-type]
    search.found.connect(lambda question, _leads: answers.append(question))
    try:
        search.ask("sa")
        search.ask("san")
        search.ask("sanne")
        qtbot.waitUntil(lambda: "sanne" in answers, timeout=5_000)
    finally:
        search.stop()

    assert answers[-1] == "sanne"


class _Nobody:
    """A desk in which nobody is ever found, from whatever thread."""

    def find(self, _text: str) -> list[Summary]:
        return []


class Counting(TodayDelegate):
    """Notes the rows that it paints."""

    def __init__(self, around: Around, view: QListView) -> None:
        super().__init__(around, view)
        self.painted: set[int] = set()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.painted.add(index.row())
        super().paint(painter, option, index)


def test_all_rows_are_painted_anew_when_their_words_change(
    page: TodayPage, around: Around, clock: FakeClock, qtbot: QtBot
) -> None:
    lead(around, "Sanne")
    page.tick()
    rows_seen = Counting(around, page.list)
    page.list.setItemDelegate(rows_seen)
    qtbot.waitUntil(lambda: rows_seen.painted == {0, 1})
    rows_seen.painted.clear()

    clock.advance(minutes=5)
    page.tick()

    qtbot.waitUntil(lambda: rows_seen.painted == {0, 1})


def test_the_row_that_is_left_and_the_one_that_is_shown_are_painted_anew(
    page: TodayPage, around: Around, qtbot: QtBot
) -> None:
    leads = [lead(around, name) for name in ("een", "twee", "drie")]
    page.show_lead(leads[0])
    rows_seen = Counting(around, page.list)
    page.list.setItemDelegate(rows_seen)
    qtbot.waitUntil(lambda: rows_seen.painted == {0, 1, 2, 3})
    QApplication.processEvents()
    rows_seen.painted.clear()

    page._select(page.model.row_of(leads[2]))

    both = {page.model.row_of(leads[0]), page.model.row_of(leads[2])}
    qtbot.waitUntil(lambda: both <= rows_seen.painted)
