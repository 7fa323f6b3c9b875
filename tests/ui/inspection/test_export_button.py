"""The button that writes a table of the log."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from assistant.core.figures import Choice
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.desk import Desk
from assistant.ui.around import Around
from assistant.ui.inspection.export_button import ExportButton, Written
from assistant.ui.inspection.scope import Scope
from tests.conftest import FakeClock, a_request, local

EVERYTHING = Choice()
WEEK = Period(first=date(2026, 3, 2), last=date(2026, 3, 8))


class Button(Protocol):
    """Makes a button of which files go to a path."""

    def __call__(self, to: str, choice: Choice = EVERYTHING) -> ExportButton: ...


@pytest.fixture
def button(around: Around, path: Path, qtbot: QtBot) -> Iterator[Button]:
    """Return what makes a button of which files go to a path."""
    made: list[ExportButton] = []

    def make(to: str, choice: Choice = EVERYTHING) -> ExportButton:
        scope = Scope(period=WEEK, choice=choice, preset=Preset.SIXTY)
        button = ExportButton(around, path, lambda: scope, lambda _parent, _name: to)
        qtbot.addWidget(button)
        made.append(button)
        return button

    yield make
    for each in made:
        each.stop()


def entry(button: ExportButton, table: str, form: str) -> QAction:
    (of_table,) = [each for each in button.menu().actions() if each.text() == table]
    forms = of_table.menu()
    assert isinstance(forms, QMenu)
    return next(each for each in forms.actions() if each.text().startswith(form))


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_rows_of_the_pages_days_are_written(
    desk: Desk, clock: FakeClock, button: Button, tmp_path: Path, qtbot: QtBot
) -> None:
    for moment in ("2026-03-01 23:59", "2026-03-02 00:00", "2026-03-08 23:59", "2026-03-09 00:00"):
        clock.now = local(moment)
        desk.log_contact(a_request(name=moment, phones=(), emails=()))
    made = button(str(tmp_path / "leads.jsonl"))

    with qtbot.waitSignal(made.written) as written:
        entry(made, "Leads", "JSON Lines").trigger()

    assert written.args == [Written(tmp_path / "leads.jsonl", 2, EVERYTHING)]
    names = {row["name"] for row in rows(tmp_path / "leads.jsonl")}
    assert names == {"2026-03-02 00:00", "2026-03-08 23:59"}
    assert made.isEnabled()


def test_the_rows_are_those_of_the_pages_choice(
    desk: Desk, button: Button, tmp_path: Path, qtbot: QtBot
) -> None:
    for source in ("AutoTrack", "Marktplaats"):
        desk.log_contact(a_request(name=source, source=source, phones=(), emails=()))
    choice = Choice(source="Marktplaats")
    made = button(str(tmp_path / "requests.jsonl"), choice)

    with qtbot.waitSignal(made.written) as written:
        entry(made, "Requests", "JSON Lines").trigger()

    assert written.args == [Written(tmp_path / "requests.jsonl", 1, choice)]
    assert [row["name"] for row in rows(tmp_path / "requests.jsonl")] == ["Marktplaats"]


@pytest.mark.parametrize("table", ["Attempts", "Leads", "Appointments", "Requests"])
@pytest.mark.parametrize(
    ("form", "start"), [("Excel", b"PK"), ("CSV", "\ufeff".encode()), ("JSON Lines", b"")]
)
def test_each_table_is_offered_in_each_form(
    button: Button, tmp_path: Path, qtbot: QtBot, table: str, form: str, start: bytes
) -> None:
    made = button(str(tmp_path / "file"))

    with qtbot.waitSignal(made.written):
        entry(made, table, form).trigger()

    assert (tmp_path / "file").read_bytes().startswith(start)


def test_without_names_nobody_is_known_by_it(
    desk: Desk, clock: FakeClock, button: Button, tmp_path: Path, qtbot: QtBot
) -> None:
    clock.now = local("2026-03-02 10:00")
    desk.log_contact(a_request(name="Sanne Hoekstra"))
    made = button(str(tmp_path / "leads.jsonl"))

    made.without_names.trigger()
    with qtbot.waitSignal(made.written):
        entry(made, "Leads", "JSON Lines").trigger()

    (row,) = rows(tmp_path / "leads.jsonl")
    assert row["name"] != "Sanne Hoekstra"
    assert row["phone"] is None


def test_a_stopped_export_leaves_nothing(
    desk: Desk, clock: FakeClock, button: Button, tmp_path: Path, qtbot: QtBot
) -> None:
    clock.now = local("2026-03-02 10:00")
    desk.log_contact(a_request())
    made = button(str(tmp_path / "leads.csv"))
    made.began.connect(made.cancel)

    with qtbot.waitSignal(made.failed) as failed:
        entry(made, "Leads", "CSV").trigger()

    assert str(failed.args[0]) == "Stopped."
    assert not (tmp_path / "leads.csv").exists()


def test_nothing_is_written_when_he_changes_his_mind(button: Button) -> None:
    made = button("")

    entry(made, "Leads", "CSV").trigger()

    assert made.isEnabled()
    assert not made.errand.is_running


def test_the_name_that_is_offered_says_what_it_is(button: Button) -> None:
    offered: list[str] = []
    made = button("")

    def pick(_parent: QWidget, name: str) -> str:
        offered.append(name)
        return ""

    made._pick = pick

    entry(made, "Requests", "Excel").trigger()

    assert offered == ["requests-2026-03-02-2026-03-08.xlsx"]
