"""The union of copies of logs; what it comes to is told in ``tests/desk/test_union.py``."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assistant.core.errors import CouldNotError
from assistant.desk import Desk
from assistant.store.store import Store
from assistant.store.union import unite
from tests.conftest import RULES, FakeClock, a_request

MANY = """
    with recursive numbers (n) as (select 2 union all select n + 1 from numbers where n < 20000)
    insert into facts (id, lead_id, desk, at, by, kind)
    select 'f' || n, lead_id, desk, at, by, 'came_back' from numbers, facts where seq = 1
"""


def test_a_long_statement_is_given_up_when_nobody_wants_it_any_more(
    tmp_path: Path, clock: FakeClock
) -> None:
    with closing(Store(tmp_path / "els.db", clock())) as store:
        Desk(store, clock, RULES, salesperson="Els").log_contact(a_request())
    with closing(sqlite3.connect(tmp_path / "els.db")) as db, db:
        db.execute(MANY)

    with pytest.raises(CouldNotError, match="Reading was stopped"):
        unite([tmp_path / "els.db"], tmp_path / "made.db", lambda: False)
