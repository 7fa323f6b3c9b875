"""This desk's log and a folder of copies, as one window has them open."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from assistant.core.contact import Phone
from assistant.core.errors import CouldNotError
from assistant.core.figures import Choice, Part
from assistant.core.period import Period
from assistant.desk import Desk
from assistant.desk.together import Together
from assistant.store.store import Store
from tests.conftest import RULES, FakeClock, a_request, local
from tests.desk.test_union import damage

YEAR = Period(first=local("2026-01-01 12:00").date(), last=local("2026-12-31 12:00").date())


def ask(path: Path, clock: FakeClock, salesperson: str, number: int) -> None:
    with closing(Store(path, clock())) as store:
        phone = Phone(f"+316120000{number:02}", mobile=True)
        desk = Desk(store, clock, RULES, salesperson=salesperson)
        desk.log_contact(a_request(phones=(phone,), emails=()))


@pytest.fixture
def aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where temporary files are put."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def copies(tmp_path: Path, clock: FakeClock) -> Path:
    folder = tmp_path / "copies"
    folder.mkdir()
    ask(folder / "els.db", clock, "Els", 1)
    return folder


@pytest.fixture
def together(tmp_path: Path, clock: FakeClock, aside: Path) -> Iterator[Together]:
    ask(tmp_path / "followup.db", clock, "Piet", 2)
    together = Together(tmp_path / "followup.db", clock, RULES)
    yield together
    together.close()
    assert list(aside.iterdir()) == []


def requests(together: Together) -> int:
    with together.open() as opened:
        return opened.figures(YEAR, Choice()).counts[Part.REQUESTS]


def test_the_copies_of_a_folder_count_until_they_are_left(
    together: Together, copies: Path, aside: Path
) -> None:
    alone = requests(together)
    together.read_with(copies)
    with together.open() as opened:
        assert [copy.salespeople for copy in opened.copies] == [("Els",)]
    both = requests(together)
    made = list(aside.iterdir())
    together.read_with(None)

    assert (alone, both, requests(together)) == (1, 2, 1)
    assert len(made) == 1
    assert list(aside.iterdir()) == []


def test_they_are_put_together_anew_only_when_asked_and_something_changed(
    together: Together, copies: Path, aside: Path, clock: FakeClock
) -> None:
    together.read_with(copies)
    assert requests(together) == 2
    first = list(aside.iterdir())

    together.look_again()
    assert requests(together) == 2
    assert list(aside.iterdir()) == first

    ask(copies / "els.db", clock, "Els", 3)
    ask(copies / "jan.db", clock, "Jan", 4)
    assert requests(together) == 2

    together.look_again()
    assert requests(together) == 4
    assert list(aside.iterdir()) != first


def test_once_a_customer_is_forgotten_nothing_that_was_put_together_is_read_any_more(
    together: Together, copies: Path, aside: Path
) -> None:
    together.read_with(copies)
    requests(together)

    together.let_go()
    between = list(aside.iterdir())
    with together.open() as opened:
        together.let_go()
        assert opened.figures(YEAR, Choice()).counts[Part.REQUESTS] == 2
        (while_read,) = aside.iterdir()

    assert between == []
    assert not while_read.exists()
    assert requests(together) == 2


def test_copies_that_are_left_while_somebody_reads_go_when_he_is_done(
    together: Together, copies: Path, aside: Path
) -> None:
    together.read_with(copies)

    with together.open() as opened:
        together.read_with(None)
        assert opened.figures(YEAR, Choice()).counts[Part.REQUESTS] == 2
        assert len(list(aside.iterdir())) == 1
        together.close()

    assert list(aside.iterdir()) == []


def test_what_is_being_put_together_is_given_up_when_nobody_wants_it_any_more(
    tmp_path: Path, clock: FakeClock, copies: Path, aside: Path
) -> None:
    with closing(sqlite3.connect(copies / "els.db")) as db, db:
        db.execute("delete from milestones")  # so it is counted first, and the clock is asked

    def leaving() -> datetime:
        logs.read_with(None)
        return clock()

    ask(tmp_path / "followup.db", clock, "Piet", 2)
    logs = Together(tmp_path / "followup.db", leaving, RULES)
    logs.read_with(copies)

    with pytest.raises(CouldNotError, match="Reading was stopped"):
        requests(logs)
    assert list(aside.iterdir()) == []


def test_an_own_log_that_cannot_be_read_is_no_empty_one(
    tmp_path: Path, clock: FakeClock, copies: Path
) -> None:
    together = Together(tmp_path / "gone.db", clock, RULES)
    together.read_with(copies)

    with pytest.raises(CouldNotError, match="There is no file"):
        requests(together)
    together.close()


@pytest.mark.parametrize("with_copies", [False, True])
def test_an_own_log_that_is_damaged_is_no_copy(
    tmp_path: Path, together: Together, copies: Path, *, with_copies: bool
) -> None:
    own = damage(tmp_path / "followup.db", "milestones")
    together.read_with(copies if with_copies else None)

    with pytest.raises(CouldNotError) as raised:
        requests(together)

    assert str(raised.value) == f"The database {own} is damaged; restore a backup."
