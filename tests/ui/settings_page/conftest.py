"""A settings page on a data folder of its own."""

from pathlib import Path

import pytest

from assistant.folders import DataFolder
from assistant.ui.around import Around
from assistant.ui.settings_page.page import SettingsPage
from tests.ui.conftest import Show


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path)
    folder.make()
    return folder


@pytest.fixture
def file(folder: DataFolder) -> Path:
    """Return the settings file."""
    return folder.settings


@pytest.fixture
def page(around: Around, folder: DataFolder, show: Show) -> SettingsPage:
    page = SettingsPage(around, folder, (), pick=lambda _parent, _start: str(folder.spool))
    show(page)
    return page
