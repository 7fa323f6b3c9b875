"""Another program reads the file while a desk writes: the ``sqlite3`` shell, read-only."""

import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from assistant.core.facts import Outcome
from assistant.core.request import Channel
from assistant.desk import Desk
from assistant.store.store import Store
from tests.conftest import RULES, FakeClock, a_request
from tests.journeys.packages import command, require


@contextmanager
def shell(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Open a file in a shell of its own process."""
    program = [command("sqlite3"), "-bail", f"{path.as_uri()}?mode=ro"]
    with subprocess.Popen(  # noqa: S603 - the shell that was installed for this
        program,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        bufsize=1,
    ) as running:
        yield running
        assert running.stdin is not None
        running.stdin.close()


def ask(running: "subprocess.Popen[str]", sql: str) -> str:
    """Return the first line that the shell answers."""
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write(f"{sql};\n")
    running.stdin.flush()
    return running.stdout.readline().strip()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    require("services")
    return tmp_path / "followup.db"


def test_a_shell_reads_one_moments_figures_while_a_desk_writes_and_keeps_it_from_nothing(
    path: Path,
) -> None:
    clock = FakeClock()
    counts = "select sum(requests) || ' ' || (select count(*) from v_attempts) from v_leads"
    with closing(Store(path, clock())) as store, shell(path) as running:
        desk = Desk(store, clock, RULES, salesperson="Piet")
        work(desk, 1)
        before = ask(running, f"begin; {counts}")
        for number in range(2, 50):
            work(desk, number)
        meanwhile = ask(running, counts)
        after = ask(running, f"commit; {counts}")
        refused = ask(running, "delete from facts")

    assert (before, meanwhile, after) == ("1 1", "1 1", "49 49")
    assert "readonly database" in refused


def work(desk: Desk, number: int) -> None:
    """Take a lead in and call it."""
    lead = desk.log_contact(a_request(phones=(), emails=(f"{number}@example.com",))).lead_id
    assert lead is not None
    desk.record(lead, Channel.CALL, Outcome.SPOKE)
