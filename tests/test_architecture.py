"""The core can be used where Qt, a database and a network are not even installed."""

import os
import subprocess
import sys
from pathlib import Path

PROBE = """
import importlib, pkgutil, sys
import assistant.core as core
for module in pkgutil.iter_modules(core.__path__, "assistant.core."):
    importlib.import_module(module.name)
heavy = {"PySide6", "sqlite_utils", "sqlite3", "socket", "click", "holidays"}
print(sorted(heavy & set(sys.modules)))
"""


def test_the_core_loads_nothing_that_does_io() -> None:
    result = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", PROBE], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"


def test_a_file_that_is_up_to_date_needs_no_sqlite_utils(tmp_path: Path) -> None:
    probe = (
        "import sys; from assistant.cli.program import run; "
        f"run(['--data', {str(tmp_path)!r}, 'agenda']); "
        "print('sqlite_utils' in sys.modules)"
    )
    said = [
        subprocess.run(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-c", probe], capture_output=True, text=True, check=True
        ).stdout.splitlines()[-1]
        for _ in range(2)
    ]

    assert said == ["True", "False"]


def test_a_telephone_waits_for_nothing_heavy(tmp_path: Path) -> None:
    probe = (
        "import sys; from assistant.cli.program import run; "
        f"run(['--data', {str(tmp_path)!r}, 'missed-call', '0612345678']); "
        "print(sorted({'PySide6', 'sqlite_utils', 'holidays', 'segno'} & set(sys.modules)))"
    )
    result = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )

    assert result.stdout.splitlines()[-1] == "[]"


def test_figures_as_rows_wait_for_no_sheet(tmp_path: Path) -> None:
    probe = (
        "import sys; from assistant.cli.program import run; "
        f"run(['--data', {str(tmp_path)!r}, 'inspect', '--json']); "
        "sheets = {'weekly', 'daily', 'page', 'paper'}; "
        "late = {'ctypes', 'html'} | {f'assistant.reporting.sheet.{name}' for name in sheets}; "
        "print(sorted(late & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True)  # noqa: S603
    result = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )

    assert result.stdout.splitlines()[-1] == "[]"


def test_a_mailbox_with_a_password_loads_nothing_to_sign_in_with() -> None:
    probe = (
        "import sys; import assistant.intake.mailbox, assistant.sign_in; "
        "print(sorted({'msal', 'requests', 'jwt', 'cryptography'} & set(sys.modules)))"
    )
    result = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"


def test_the_desktop_waits_for_leads_without_what_mails_invites_and_forgetting_need() -> None:
    probe = (
        "import sys; "
        "import assistant.app.desktop, assistant.ui.action.panel, assistant.privacy.term; "
        "late = {'icalendar', 'email', 'smtplib', 'msal', 'locale', 'platformdirs', 'plyer'}; "
        "late |= {'hashlib', 'assistant.intake.reading'}; "
        "print(sorted(late & set(sys.modules)))"
    )
    result = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"


WAITING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from tests.bench.log import make_log
folder = make_log(Path(sys.argv[1]), 3, datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
from assistant.app.start import run
from assistant.core.clock import utc_now
from PySide6.QtWidgets import QApplication, QListView, QWidget
def under(kind):
    return {kind.__name__}.union(*map(under, kind.__subclasses__()))
def look():
    QApplication.processEvents()
    print(sorted(under(QWidget) & {"QWizard", "QMdiArea", "QTextEdit", "QCalendarWidget"}))
    shown = [view for view in QApplication.allWidgets() if isinstance(view, QListView)]
    print(sum(view.isVisible() and view.model().rowCount() > 0 for view in shown))
    print(sorted({"plyer", "PySide6.QtNetwork"} & set(sys.modules)))
    QApplication.exit(0)
run(folder, utc_now, None, (300, look))
"""


def test_the_waiting_desktop_holds_no_widgets_of_qt_that_it_does_not_show(tmp_path: Path) -> None:
    """To hand a widget that it made itself to Python, Qt for Python loads all kinds there are."""
    result = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", WAITING, str(tmp_path / "data")],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )

    widgets, lists, modules = result.stdout.splitlines()
    assert lists == "2"  # the agenda and a lead's history
    assert widgets == modules == "[]"
