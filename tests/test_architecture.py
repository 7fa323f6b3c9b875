"""The core can be used where Qt, a database and a network are not even installed."""

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


def test_a_mailbox_with_a_password_loads_nothing_to_sign_in_with() -> None:
    probe = (
        "import sys; import assistant.intake.mailbox, assistant.sign_in; "
        "print(sorted({'msal', 'requests', 'jwt', 'cryptography'} & set(sys.modules)))"
    )
    result = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"


def test_the_desktop_waits_for_leads_without_what_only_a_mail_or_an_invite_needs() -> None:
    probe = (
        "import sys; import assistant.app.desktop, assistant.ui.action.panel; "
        "print(sorted({'icalendar', 'email', 'smtplib', 'msal'} & set(sys.modules)))"
    )
    result = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"
