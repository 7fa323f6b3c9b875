"""A log form in view, and what it saved."""

import pytest

from assistant.desk import Taken
from assistant.ui.around import Around
from assistant.ui.form.draft import FormKind
from assistant.ui.form.log_form import LogForm
from tests.ui.conftest import Show


@pytest.fixture
def form(around: Around, show: Show) -> LogForm:
    form = LogForm(around)
    show(form)
    form.start(FormKind.WALK_IN)
    return form


@pytest.fixture
def taken(form: LogForm) -> list[Taken]:
    """Return what was saved."""
    saved: list[Taken] = []
    form.saved.connect(saved.append)
    return saved
