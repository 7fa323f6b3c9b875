"""A log in a file, with a customer who writes what acts elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.core.facts import Outcome
from assistant.core.request import Channel
from assistant.desk import Desk
from assistant.desk.exports import Table, Wanted
from assistant.store.store import Store
from tests.conftest import RULES, FakeClock, a_request
from tests.store.exports.conftest import wanted_of

EVIL = '=HYPERLINK("http://x.example";"klik")'


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "log" / "followup.db"


@pytest.fixture
def desk(database: Path, clock: FakeClock) -> Iterator[Desk]:
    database.parent.mkdir()
    store = Store(database, clock())
    desk = Desk(store, clock, RULES, salesperson="Piet")
    lead = desk.log_contact(a_request(name=EVIL, question="<r><a></r>", vehicle="\ufffeX")).lead_id
    assert lead is not None
    for outcome in (Outcome.VOICEMAIL, Outcome.NO_ANSWER, Outcome.SPOKE):
        desk.record(lead, Channel.CALL, outcome, note="<r><a></r>")
        clock.advance(days=30)
    yield desk
    store.close()


@pytest.fixture
def attempts(desk: Desk, clock: FakeClock) -> Wanted:  # noqa: ARG001 - it made the log
    return wanted_of(Table.ATTEMPTS, clock)
