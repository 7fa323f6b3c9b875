"""The switch that turns skipped tests into failures, tried on a run of its own."""

import sys
from pathlib import Path

import pytest

from tests.journeys.packages import require
from tests.journeys.processes import run

TESTS = """
import pytest

def test_passes(): pass

def test_skips(): pytest.skip("needs the Debian packages: xvfb")

@pytest.mark.skip(reason="marked")
def test_is_marked(): pass

@pytest.mark.xfail(reason="known", strict=True)
def test_fails_as_expected(): assert False
"""

MODULE = 'import pytest\npytest.skip("no module", allow_module_level=True)\n'


def report_of(folder: Path, allowed: str) -> str:
    """Run the tests in a folder; return the report."""
    words = [sys.executable, "-m", "pytest", "-p", "tests.journeys.no_skips", "-q", str(folder)]
    options = [f"--rootdir={folder}", "-c", "/dev/null", "-p", "no:cacheprovider"]
    return run([*words, *options], {"FOLLOWUP_NO_SKIPS": allowed}).stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "test_some.py").write_text(TESTS, encoding="utf-8")
    return tmp_path


def test_a_missing_program_is_asked_for_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(pytest.skip.Exception, match=r"Debian packages: .*x11-utils .*xvfb"):
        require("journeys")


def test_skips_are_skips_on_a_laptop(folder: Path) -> None:
    (folder / "test_module.py").write_text(MODULE, encoding="utf-8")

    assert "1 passed, 3 skipped, 1 xfailed" in report_of(folder, "0")


def test_every_skipped_test_fails_where_all_must_run(folder: Path) -> None:
    report = report_of(folder, "1")

    assert "1 failed, 1 passed, 1 xfailed, 1 error" in report
    assert "allows no skip. Skipped: needs the Debian packages: xvfb" in report


def test_a_skipped_module_fails_where_all_must_run(folder: Path) -> None:
    (folder / "test_module.py").write_text(MODULE, encoding="utf-8")

    report = report_of(folder, "1")

    assert "1 error" in report
    assert "allows no skip. Skipped: no module" in report
