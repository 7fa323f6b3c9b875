"""The program that dials gets its arguments as they are, and its failures are heard of."""

import json
import os
import sys
from pathlib import Path

import pytest

from assistant.core.errors import CouldNotError
from assistant.outreach import dial_command
from assistant.outreach.dial_command import run

NOTE = "import json, sys; open(sys.argv[1], 'w').write(json.dumps(sys.argv[2:]))"


def test_a_program_gets_each_argument_whole_and_no_shell_reads_them(tmp_path: Path) -> None:
    note = tmp_path / "note.json"
    words = ['"; rm -rf /', "$HOME", "a b", "+31612345678", "*"]

    run([sys.executable, "-c", NOTE, str(note), *words])

    assert json.loads(note.read_text()) == words


def test_a_program_that_fails_is_named_with_its_status() -> None:
    with pytest.raises(CouldNotError) as refused:
        run([sys.executable, "-c", "raise SystemExit(3)"])

    assert str(refused.value) == f"{sys.executable} could not dial: it ended with status 3."


def test_a_program_that_is_not_there_is_named() -> None:
    with pytest.raises(CouldNotError, match="There is no program no-such-phone"):
        run(["no-such-phone", "+31612345678"])


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch])
def test_what_is_no_program_is_named(tmp_path: Path, make: object) -> None:
    thing = tmp_path / "thing"
    assert callable(make)
    make(thing)

    with pytest.raises(CouldNotError, match="cannot be run"):
        run([str(thing)])


def test_a_telephone_that_goes_on_running_is_left_alone_in_a_session_of_its_own(
    tmp_path: Path,
) -> None:
    note = tmp_path / "session"
    waits = (
        "import os, pathlib, sys; path = pathlib.Path(sys.argv[1]); "
        "part = path.with_suffix('.part'); part.write_text(str(os.getsid(0) == os.getpid())); "
        "part.rename(path); os.read(os.open(sys.argv[2], os.O_RDONLY), 1)"
    )
    gate = tmp_path / "gate"
    os.mkfifo(gate)

    run([sys.executable, "-c", waits, str(note), str(gate)], patience=0.001)

    (left,) = dial_command._going_on
    with gate.open("wb"):
        pass  # opens only when it runs, and lets it end
    assert left.wait(20) == 0
    assert note.read_text() == "True"
    run([sys.executable, "-c", ""])
    assert dial_command._going_on == []
