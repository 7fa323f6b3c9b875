"""Turn every skipped test into a failure where everything must run.

A skip is a kindness on a laptop without an X server and a hole in the net on the
machine that has to check everything. ``FOLLOWUP_NO_SKIPS=1`` closes the hole for the
whole run: tests, modules and classes. An expected failure (``xfail``) is no skip.

This is a pytest plugin: ``pytest_plugins = ["tests.journeys.no_skips"]`` belongs in the
topmost ``conftest.py``, the only place from where it sees what is collected too.
"""

import os
from collections.abc import Generator

import pytest

VARIABLE = "FOLLOWUP_NO_SKIPS"


def fail_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if os.environ.get(VARIABLE) != "1" or not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"{VARIABLE}=1 allows no skip. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    fail_if_skipped(report)
    return report
